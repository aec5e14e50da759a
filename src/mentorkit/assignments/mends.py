"""What may be mended in a notebook that came back: each thing once, with a sentence.

Nothing here reads a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Self

from mentorkit.i18n import N_, fill, translate


class Mend(Enum):
    """One thing that was mended; its value is its word in data."""

    sentence: str

    def __new__(cls, word: str, sentence: str) -> Self:
        """Make a member that is found by its word."""
        member = object.__new__(cls)
        member._value_ = word
        member.sentence = sentence
        return member

    PASTED = (
        "pasted",
        N_("“{detail}” was pasted again; nbgrader's mark stayed with one cell."),
    )
    VERSION = (
        "mark-version",
        N_("nbgrader's mark of “{detail}” was of another version."),
    )
    MARK = "mark-damaged", N_("nbgrader's mark of “{detail}” was damaged.")
    CELL = "cell-damaged", N_("A cell was damaged: number {detail}.")
    CELL_ID = "cell-id", N_("A cell had no id of its own: number {detail}.")
    METADATA = "metadata-damaged", N_("Its metadata were damaged.")
    TEXT = "bad-text", N_("It held signs that no notebook has; that was put right.")


class Done(NamedTuple):
    """A mend of one file, and what of it: a mark's name, a cell's number."""

    mend: Mend
    detail: str = ""

    def told(self, language: str | None = None) -> str:
        """Return the sentence for people."""
        if not self.detail:
            return translate(self.mend.sentence, language)
        return fill(self.mend.sentence, language, detail=self.detail)


@dataclass(frozen=True, slots=True)
class Mended:
    """A notebook after its mending: its text, and what was mended; nothing if sound."""

    text: str
    done: tuple[Done, ...]
