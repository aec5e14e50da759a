"""What came back, kept: hand-ins become receipts and submissions, a part at a time.

Reading the files is ``assignments``' part; here is what a workspace makes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pandas as pd

from mentorkit.assignments.arriving import Arriving
from mentorkit.assignments.collecting import collect as read_all
from mentorkit.assignments.collecting import current, without_garbage
from mentorkit.assignments.manifest import manifests
from mentorkit.assignments.prompt import Manifest
from mentorkit.assignments.remarks import Noted, Remark, Weight
from mentorkit.assignments.submission import Assignments, HandIn
from mentorkit.assignments.watching import Bar, Watcher
from mentorkit.i18n import speaking
from mentorkit.models import Receipt, Record
from mentorkit.workspace.hand_ins import hand_in_of, receipt_of, submissions_of


if TYPE_CHECKING:
    from mentorkit.workspace.reading import Reading


AT_ONCE = 500
"""Files that are kept together: an interrupt loses no more than these."""

WHY = "collect"


@dataclass
class Collected:
    """What was collected, and what is left to do.

    Attributes
    ----------
    hand_ins : list of HandIn
        What each file is, in the order in which they were read.
    missing : dict of str to list of str
        For each assignment the learners of whom nothing has come, ever.
    others : list of str
        Files that were left alone, since they are no notebooks.
    added : int
        How many files were new.
    """

    _ws: Reading = field(repr=False)
    hand_ins: list[HandIn] = field(default_factory=list, repr=False)
    missing: dict[str, list[str]] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    added: int = 0
    _counting: dict[tuple[str, str], HandIn] = field(default_factory=dict, repr=False)

    def counts(self, hand_in: HandIn) -> bool:
        """Return whether it is the one of its learner that counts, or nobody's."""
        key = hand_in.assignment, hand_in.learner
        newest = self._counting.get(key)
        return newest is None or newest.fingerprint == hand_in.fingerprint

    def waits(self, hand_in: HandIn) -> bool:
        """Return whether somebody must look at it; not if a newer one replaced it."""
        open_ = self.counts(hand_in) or not hand_in.sure
        return open_ and hand_in.weight is not Weight.NOTE

    @property
    def for_person(self) -> list[HandIn]:
        """The files that somebody must look at."""
        return [each for each in self.hand_ins if self.waits(each)]

    @property
    def needs_person(self) -> bool:
        """Whether somebody must look at any of it."""
        return bool(self.for_person)

    def report(self) -> pd.DataFrame:
        """Return a row for each file: whose it is, what it answers, what is odd."""
        told = [
            {
                "path": each.path,
                "assignment": each.assignment or None,
                "learner": each.learner or None,
                "state": each.weight.value,
                "counts": self.counts(each),
                "answered": each.answered,
                "asked": each.asked,
                "late": each.late,
                "received_at": each.received_at,
                "received_by": each.received_by,
                "sender": each.sender or None,
                "fingerprint": each.fingerprint or None,
                "remarks": sentences(each, self._ws.language) or None,
            }
            for each in self.hand_ins
        ]
        texts = ("path", "assignment", "learner", "received_by", "sender")
        types = dict.fromkeys((*texts, "fingerprint", "remarks"), "str")
        frame = pd.DataFrame(told, columns=REPORT)
        moments = pd.to_datetime(frame["received_at"], utc=True).dt.as_unit("us")
        return (
            frame.assign(received_at=moments)
            .astype(
                types
                | {"counts": "boolean", "late": "boolean"}
                | {"answered": "Int64", "asked": "Int64"}
            )
            .astype({"state": STATES})
        )

    def answers(self) -> pd.DataFrame:
        """Return the answers that count: of each learner the newest file's.

        As they are kept, so that rows which you may not read are not in it.
        """
        rows = self._ws.frame("submissions")
        newest = pd.DataFrame(
            [
                (each.assignment, each.learner, each.fingerprint)
                for each in self._counting.values()
            ],
            columns=["assignment", "person", "fingerprint"],
        ).astype("str")
        return rows.merge(newest, on=["assignment", "person", "fingerprint"])


STATES = pd.CategoricalDtype([str(weight.value) for weight in Weight])
"""What a file asks for: nothing, a person's look, or that it is mended."""

REPORT = (
    *("path", "assignment", "learner", "state", "counts", "answered", "asked", "late"),
    *("received_at", "received_by", "sender", "fingerprint", "remarks"),
)


def sentences(hand_in: HandIn, language: str) -> str:
    """Return what is odd about a file in words, what matters most first."""
    order = [Weight.REFUSED, Weight.PERSON, Weight.NOTE]
    found = sorted(hand_in.noted, key=lambda each: order.index(each.weight))
    return " ".join(each.told(language) for each in found)


def collect(
    ws: Reading,
    sources: Sequence[Path],
    assignment: str | Path | None,
    watcher: Watcher | None,
) -> Collected:
    """Read everything, keep it part by part, and say what it came to."""
    kept = manifests(assignment, ws.folder / "assignments")
    people = ws.store.rows("people").columns
    ids = dict(zip(people["handle"], people["person_id"], strict=True))
    called = zip(people["name"], people["email"], strict=True)
    names = {
        handle: [each for each in row if each]
        for handle, row in zip(people["handle"], called, strict=True)
    }
    assignments = Assignments(kept, names)
    arriving = Arriving(sources, list(assignments.manifests), ZoneInfo(ws.timezone))
    known = _known(ws, assignments, ids)
    done, telling = Collected(ws, others=arriving.others), watcher or Bar()
    with speaking(ws.language):
        read = _told(read_all(arriving, assignments, known), arriving, telling)
        try:
            while part := _next_part(ws, read, ids, done):
                done.hand_ins += part
        finally:
            telling.end()
    done._counting = current([*known.values(), *done.hand_ins])  # noqa: SLF001
    done.missing = _missing(kept, done._counting)  # noqa: SLF001
    return done


def newest(ws: Reading, kept: Manifest) -> dict[str, HandIn]:
    """Return what counts of an assignment that was collected before, by learner."""
    ids = {str(p["handle"]): str(p["person_id"]) for p in ws.store.rows("people")}
    known = _known(ws, Assignments([kept]), ids)
    return {learner: each for (_, learner), each in current(known.values()).items()}


def _told(
    hand_ins: Iterable[HandIn], arriving: Arriving, watcher: Watcher
) -> Iterator[HandIn]:
    for number, each in enumerate(hand_ins, 1):
        watcher.read(each, number, arriving.count)
        yield each


def _next_part(
    ws: Reading, hand_ins: Iterator[HandIn], ids: dict[str, str], done: Collected
) -> list[HandIn]:
    """Read and keep some files; nothing in them makes garbage that must be sought."""
    with without_garbage():
        part = list(islice(hand_ins, AT_ONCE))
        done.added += _keep(ws, part, ids)
    return part


def _keep(ws: Reading, part: Sequence[HandIn], ids: dict[str, str]) -> int:
    """Keep what may be kept, in one transaction; return how many files were new."""
    records: list[Record] = []
    receipts: list[Receipt] = []
    for each in part:
        if each.learner and each.learner not in ids:
            each.noted.append(Noted(Remark.NOBODY_HERE, each.learner))
        if each.learner and each.weight is not Weight.REFUSED and not each.known:
            person = ids[each.learner]
            records += submissions_of(each, person)
            receipts.append(receipt_of(each, person))
        each.answers = []
    if not receipts:
        return 0
    with ws.store.transaction(ws.user, WHY) as transaction:
        transaction.add_new(records)
        return len(transaction.add_new(receipts))


def _known(
    ws: Reading, assignments: Assignments, ids: dict[str, str]
) -> dict[str, HandIn]:
    """Return what was read before of these assignments, as the receipts tell it."""
    handles = {person: handle for handle, person in ids.items()}
    rows = ws.store.rows("receipts", {"assignment": list(assignments.manifests)})
    found = {}
    for row in rows:
        manifest = assignments.manifests[row["assignment"]]
        same = row["template_version"] == manifest.template.version
        if not same or row["person_id"] not in handles:
            continue
        receipt_id = str(row["receipt_id"])
        with suppress(ValueError):  # of somebody who was erased, or in newer words
            hand_in = hand_in_of(row, handles[row["person_id"]])
            found[receipt_id.partition("-")[2]] = hand_in
    return found


def _missing(
    kept: Iterable[Manifest], counting: dict[tuple[str, str], HandIn]
) -> dict[str, list[str]]:
    return {
        each.assignment: sorted(
            copy.learner
            for copy in each.copies
            if (each.assignment, copy.learner) not in counting
        )
        for each in kept
    }
