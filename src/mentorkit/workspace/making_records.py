"""Making answers records, after somebody has looked: what would be added, then adding it.

What a record would hold is told in ``drafts`` and ``filling_in``. Here is what is kept,
what is left alone, and that a learner's are kept all together or not at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mentorkit import instruments
from mentorkit.assignments.prompt import Manifest, Template
from mentorkit.assignments.remarks import Weight
from mentorkit.assignments.submission import HandIn
from mentorkit.errors import AssignmentError, NotAllowed, Problem
from mentorkit.i18n import speaking
from mentorkit.models import RECORDS, record_of
from mentorkit.workspace.adoption import Adoption, Outcome, State
from mentorkit.workspace.bringing import bring
from mentorkit.workspace.collected import newest
from mentorkit.workspace.drafts import Draft, drafts_of, keys_of
from mentorkit.workspace.filling_in import filled_in
from mentorkit.workspace.handed_in import Answers, answers_in, chosen, kept_of
from mentorkit.workspace.one_record import Maker, refused
from mentorkit.workspace.pairing import known_again
from mentorkit.workspace.whose import (
    Belonging,
    Known,
    missing_instrument,
    names_something,
)


if TYPE_CHECKING:
    from mentorkit.workspace.reading import Reading


WHY = "adopt"
"""What the reason of every change begins with that makes an answer a record."""

ORDER = {record.table: place for place, record in enumerate(RECORDS)}


NOT_ANY_MORE = "The newest file does not say it any more: it was left as it is."


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at, or adopted.

    Attributes
    ----------
    learners : tuple of str
        Handles; all when there are none.
    mentorships : tuple of str
        Handles of mentorships, for learners who are in several.
    about : mapping of str to str
        Whom or what answers are about, by learner.
    seen : Adoption or None
        What somebody has looked at, and wants to be so.
    """

    assignment: str
    learners: tuple[str, ...] = ()
    mentorships: tuple[str, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    seen: Adoption | None = None


class _Back(Exception):  # noqa: N818 - leaves a transaction without keeping it
    """Raised to take back what was only tried."""


def adopt(ws: Reading, asked: Asked) -> Adoption:
    """Return what answers would become; where somebody has looked, make them so."""
    manifest = kept_of(ws, asked.assignment)
    files = chosen(manifest, newest(ws, manifest), asked.learners)
    chosen(manifest, {}, [*asked.about])
    known = Known.of(ws.store, manifest.template)
    named = tuple(ws.store.find_id("mentorships", each) for each in asked.mentorships)
    done = Adoption(asked.assignment, named=asked.mentorships, about=asked.about)
    if not any(prompt.into for prompt in manifest.template.prompts):
        raise AssignmentError(
            f"The template '{manifest.template.name}' does not say where its answers go:"
            " they stay answers."
        )
    if asked.about and not names_something(manifest.template):
        raise AssignmentError(
            f"What the answers to '{manifest.template.name}' are about is always known:"
            " leave about= and --about out."
        )
    answers = answers_in(ws, asked.assignment)
    adopter = _Adopter(ws, manifest, known, named, done, asked.seen, answers)
    with speaking(ws.language):
        adopter.run(files, f"{WHY} {asked.assignment}")
    return done


@dataclass(slots=True)
class _Adopter:
    """Goes through the learners of one assignment."""

    ws: Reading
    manifest: Manifest
    known: Known
    named: Collection[str]
    done: Adoption
    seen: Adoption | None
    answers: Mapping[tuple[str, str], Answers]

    @property
    def template(self) -> Template:
        """What was asked."""
        return self.manifest.template

    def run(self, files: Mapping[str, HandIn], mark: str) -> None:
        """Try all; keep what was tried where somebody has looked at it."""
        name = missing_instrument(self.template, self.known)
        items = instruments.read(name) if name else []
        with (
            suppress(_Back),
            self.ws.store.transaction(self.ws.user, mark) as change,
        ):
            bring(change, items)
            maker = Maker(change, mark)
            for learner, file in files.items():
                self._learner(maker, learner, file)
            _leave(wanted=not (self.seen and self.done.ready))
            self.done.change_set = change.change_set

    def _learner(self, maker: Maker, learner: str, file: HandIn) -> None:
        """Adopt what one learner answered, all of it or nothing."""
        self.done.files[learner] = file
        (person,) = self.known.where("people", handle=learner)
        person_id = str(person["person_id"])
        answers = self.answers.get((person_id, file.fingerprint), {})
        drafts = drafts_of(self.template, answers)
        try:
            self._check_ready(learner, file, answers)
            whose = self._whose(learner, person_id, file, drafts)
        except AssignmentError as error:
            self.done.waiting[learner] = str(error)
            return
        outcomes: list[Outcome] = []
        problems: list[Problem] = []
        in_order = sorted(drafts, key=lambda draft: ORDER[draft.table])
        for each in in_order:
            filled_in(each, whose)
        known_again(in_order, maker.change, whose)
        try:
            with suppress(_Back), maker.change.apart():
                for each in in_order:
                    last = each
                    outcomes += maker.make(each, whose, problems)
                _leave(wanted=bool(problems))
        except NotAllowed:  # by a server, in the midst of it
            problems.append(refused(last, whose))
        if problems:
            outcomes = [replace(each, state=State.HELD) for each in outcomes]
            self.done.problems[learner] = [
                replace(each, file=file.path) for each in dict.fromkeys(problems)
            ]
        said = {each.row_id for each in outcomes}
        self.done.outcomes += [*outcomes, *self._gone(whose, said)]

    def _check_ready(self, learner: str, file: HandIn, answers: Answers) -> None:
        """See that you read a file's answers, and that somebody has looked at it.

        Raises
        ------
        AssignmentError
            You do not, or nobody has.
        """
        if file.answered and not answers:
            raise AssignmentError(
                f"You do not read what {learner} answered: the people of their"
                " mentorships and the program's leads do."
            )
        if file.weight is not Weight.NOTE or not file.sure:
            raise AssignmentError(
                "Somebody must look at the file first: mentorkit collect shows why,"
                f" and --accept {learner} takes it as it is."
            )
        before = self.seen.files.get(learner) if self.seen else file
        if before is None or before.fingerprint != file.fingerprint:
            raise AssignmentError("Another file came since you looked: look again.")

    def _whose(
        self, learner: str, person_id: str, file: HandIn, drafts: Sequence[Draft]
    ) -> Belonging:
        """Return whose answers they are, and where they belong.

        Raises
        ------
        AssignmentError
            Nobody knows in which mentorship.
        """
        mentorship = None
        if any(_in_a_mentorship(draft.table) for draft in drafts):
            kept = self.manifest.home_of(learner)
            mentorship = self.known.mentorship_of(person_id, learner, self.named, kept)
            (row,) = self.known.where("mentorships", mentorship_id=mentorship)
            self.done.homes[learner] = str(row["handle"])
        day = file.received_at.astimezone(ZoneInfo(self.ws.timezone)).date()
        return Belonging(
            self.known,
            self.manifest.assignment,
            self.template,
            person_id,
            learner,
            mentorship,
            file.received_at,
            day,
            self.done.about.get(learner, ""),
        )

    def _gone(self, whose: Belonging, said: Collection[str]) -> Iterator[Outcome]:
        """Give what was adopted before and is not in the newest file."""
        ids: dict[str, list[str]] = {}
        for table, key in dict.fromkeys(keys_of(self.template)):
            row_id = whose.id_of(table, key)
            if row_id not in said:
                ids.setdefault(table, []).append(row_id)
        for table, wanted in ids.items():
            key = record_of(table).key()
            for row in self.ws.store.rows(table, {key: wanted}):
                row_id = str(row[key])
                yield Outcome(
                    whose.learner, table, row_id, State.LEFT, told=NOT_ANY_MORE
                )


def _leave(*, wanted: bool) -> None:
    """Leave a transaction, or a part of one, without keeping it."""
    if wanted:
        raise _Back


def _in_a_mentorship(table: str) -> bool:
    record = record_of(table)
    return bool(record.within) or "mentorship_id" in record.model_fields
