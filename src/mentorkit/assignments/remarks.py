"""What collecting may have to say of a file: each thing once, with a sentence for people.

Nothing here reads a file.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import NamedTuple, Self

from mentorkit.i18n import N_, fill, translate


class Weight(StrEnum):
    """What a remark asks for."""

    NOTE = "note"
    PERSON = "person"
    REFUSED = "refused"


class Remark(Enum):
    """One thing that a file may be like; its value is its word in data."""

    weight: Weight
    sentence: str

    def __new__(cls, word: str, weight: Weight, sentence: str) -> Self:
        """Make a member that is found by its word."""
        member = object.__new__(cls)
        member._value_ = word
        member.weight = weight
        member.sentence = sentence
        return member

    NOT_PLAIN = (
        "not-a-plain-file",
        Weight.REFUSED,
        N_("It is no plain file: a link, a folder or a device."),
    )
    UNREADABLE = (
        "unreadable",
        Weight.REFUSED,
        N_("It could not be read: the system refused, or the archive is damaged."),
    )
    CHANGING = (
        "changing",
        Weight.REFUSED,
        N_("It was being written while it was read. Collect it again."),
    )
    TOO_LARGE = (
        "too-large",
        Weight.REFUSED,
        N_("It is larger than 20 MB. Clear the outputs, or take large pictures out."),
    )
    EMPTY = "empty", Weight.REFUSED, N_("It is empty.")
    WEB_PAGE = (
        "web-page",
        Weight.REFUSED,
        N_("It is a web page, such as a log-in page that was saved in its place."),
    )
    ARCHIVE = (
        "archive",
        Weight.REFUSED,
        N_("It is an archive under another name. Name it .zip."),
    )
    BAD_ARCHIVE = (
        "bad-archive",
        Weight.REFUSED,
        N_("It is an archive that is damaged, locked, nested too deep or too large."),
    )
    BAD_ENCODING = (
        "bad-encoding",
        Weight.REFUSED,
        N_("Its text is not in UTF-8, as every notebook's is."),
    )
    NOT_A_NOTEBOOK = "not-a-notebook", Weight.REFUSED, N_("It is no notebook.")
    BAD_JSON = (
        "bad-json",
        Weight.REFUSED,
        N_("It is a notebook that is damaged or cut off."),
    )
    TOO_DEEP = (
        "too-deep",
        Weight.REFUSED,
        N_("Its data lie one in another too deep for a notebook."),
    )
    BAD_FORMAT = (
        "bad-format",
        Weight.REFUSED,
        N_("It is a notebook of another format than 4. Save it anew in JupyterLab."),
    )
    NO_CELLS = "no-cells", Weight.REFUSED, N_("It has no cells.")
    TOO_MANY_CELLS = (
        "too-many-cells",
        Weight.REFUSED,
        N_("It has more cells than any notebook that was handed out."),
    )
    NOT_HANDED_OUT = (
        "not-handed-out",
        Weight.REFUSED,
        N_("It is no copy of what was handed out: none of its questions is in it."),
    )
    NO_ASSIGNMENT = (
        "no-assignment",
        Weight.REFUSED,
        N_("Nothing in it says which assignment it is. Name one: --assignment FILE."),
    )
    OTHER_ASSIGNMENT = (
        "other-assignment",
        Weight.REFUSED,
        N_("It belongs to another assignment: {detail}."),
    )
    OTHER_TEMPLATE = (
        "other-template",
        Weight.REFUSED,
        N_("It was made of another template or version: {detail}."),
    )
    UNKNOWN_LEARNER = (
        "unknown-learner",
        Weight.REFUSED,
        N_("Nothing in it says whose it is. Say so by the folder it lies in."),
    )
    NOT_ON_ROSTER = (
        "not-on-roster",
        Weight.REFUSED,
        N_("The assignment was not given to {detail}."),
    )
    NOBODY_HERE = (
        "nobody-here",
        Weight.REFUSED,
        N_("There is nobody {detail} in this workspace. Add the person first."),
    )
    WRONG_LEARNER = (
        "wrong-learner",
        Weight.REFUSED,
        N_("It is one learner's copy and another one handed it in: {detail}."),
    )
    BAD_TICKET = (
        "bad-ticket",
        Weight.PERSON,
        N_("Its ticket is not the one that {detail} was given."),
    )
    BY_FILE_NAME = (
        "learner-by-name",
        Weight.PERSON,
        N_("Only the name of the file says whose it is: {detail}."),
    )
    BY_SENDER = (
        "learner-by-sender",
        Weight.NOTE,
        N_("Only who handed it in says whose it is: {detail}."),
    )
    UNKNOWN_SENDER = (
        "unknown-sender",
        Weight.NOTE,
        N_("The roster does not know {detail}, who handed it in."),
    )
    METADATA_LOST = (
        "metadata-lost",
        Weight.NOTE,
        N_("Its metadata were lost on the way."),
    )
    RENAMED = "renamed", Weight.NOTE, N_("It was renamed.")
    LATE = "late", Weight.NOTE, N_("It came late.")
    PROMPT_MISSING = (
        "prompt-missing",
        Weight.NOTE,
        N_("The question “{detail}” is gone."),
    )
    PROMPT_ALTERED = (
        "prompt-altered",
        Weight.PERSON,
        N_("The question “{detail}” was changed."),
    )
    PROMPT_DUPLICATED = (
        "prompt-duplicated",
        Weight.NOTE,
        N_("The question “{detail}” is there more than once."),
    )
    ANSWER_MISSING = (
        "answer-missing",
        Weight.PERSON,
        N_("The place for the answer to “{detail}” is gone."),
    )
    ANSWER_DUPLICATED = (
        "answer-duplicated",
        Weight.PERSON,
        N_("“{detail}” has several answers that differ; all were kept."),
    )
    ANSWER_TRUNCATED = (
        "answer-truncated",
        Weight.PERSON,
        N_("The answer to “{detail}” is too long; its beginning was kept."),
    )
    ANSWER_FORMAT = (
        "answer-format",
        Weight.PERSON,
        N_("The answer to “{detail}” is not in the form that was asked for."),
    )
    CELL_TYPE_CHANGED = (
        "cell-type-changed",
        Weight.NOTE,
        N_(
            "The answer to “{detail}” was in a cell of another type; it was read as text."
        ),
    )
    BY_GRADE_ID = (
        "matched-by-grade-id",
        Weight.NOTE,
        N_("“{detail}” was found by its mark for nbgrader."),
    )
    BY_CELL_ID = (
        "matched-by-cell-id",
        Weight.NOTE,
        N_("“{detail}” was found by the id of its cell."),
    )
    BY_POSITION = (
        "matched-by-position",
        Weight.PERSON,
        N_("“{detail}” was found only by where the text stands."),
    )
    TEXT_ELSEWHERE = (
        "text-elsewhere",
        Weight.PERSON,
        N_("There is text that belongs to no question; it was kept."),
    )
    BAD_CELL = (
        "bad-cell",
        Weight.PERSON,
        N_("A cell is damaged: number {detail}."),
    )
    BAD_TEXT = (
        "bad-text",
        Weight.NOTE,
        N_("“{detail}” holds signs that no text has; they were replaced."),
    )


BY_WORD = {str(each.value): each for each in Remark}


class Noted(NamedTuple):
    """A remark on one file, and what of it: a prompt, a name."""

    remark: Remark
    detail: str = ""

    @property
    def weight(self) -> Weight:
        """What it asks for."""
        return self.remark.weight

    @property
    def data(self) -> str:
        """The remark as data: its word, and after a colon what of it.

        Examples
        --------
        >>> Noted(Remark.PROMPT_ALTERED, "goals").data
        'prompt-altered:goals'
        """
        word = str(self.remark.value)
        return f"{word}:{self.detail}" if self.detail else word

    @classmethod
    def of(cls, data: str) -> Noted:
        """Return what :attr:`data` told.

        Raises
        ------
        ValueError
            There is no such remark.
        """
        word, _, detail = data.partition(":")
        if word not in BY_WORD:
            raise ValueError(word)
        return cls(BY_WORD[word], detail)

    def told(self, language: str | None = None) -> str:
        """Return the sentence for people."""
        if not self.detail:
            return translate(self.remark.sentence, language)
        return fill(self.remark.sentence, language, detail=self.detail)


class Refused(Exception):  # noqa: N818 - a file that is turned away, no fault of ours
    """A file cannot be taken; ``noted`` says why."""

    def __init__(self, remark: Remark, detail: str = "") -> None:
        self.noted = Noted(remark, detail)
        super().__init__(self.noted.data)
