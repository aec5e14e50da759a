"""One file that came back, read against what the educator keeps: whose, and what it says.

Nothing that a file says of itself is believed: its ticket must be the one in the
manifest, and who handed it in must be the same learner.
"""

from __future__ import annotations

import datetime as dt
import hmac
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from mentorkit.assignments.answers import Answer, answers_of
from mentorkit.assignments.channels import Sender, assignments_in
from mentorkit.assignments.locating import Names
from mentorkit.assignments.notebook import About, decode
from mentorkit.assignments.prompt import Copy, Manifest
from mentorkit.assignments.remarks import Noted, Refused, Remark, Weight


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file as it came: where, when, from whom, and its bytes or why there are none."""

    path: str
    data: bytes | Refused
    received_at: dt.datetime
    received_by: str
    sender: Sender | None = None


@dataclass(slots=True)
class HandIn:
    """What one file is, and what it answers.

    Attributes
    ----------
    path : str
        Where it was found, under what was collected.
    fingerprint : str
        Of its bytes; empty where there were none.
    received_at, received_by : datetime.datetime, str
        When it came, and what says so.
    sender : str
        Who handed it in, as the channel says.
    learner : str
        Whose it is: a handle; empty where nobody knows.
    answered, asked : int
        Of how many prompts.
    known : bool
        Whether it had been read before, so that its answers are not in it.
    accepted : bool
        Whether somebody has looked at it and takes it as it is.
    """

    path: str
    fingerprint: str
    received_at: dt.datetime
    received_by: str
    sender: str = ""
    assignment: str = ""
    template: str = ""
    version: str = ""
    learner: str = ""
    late: bool = False
    answered: int = 0
    asked: int = 0
    noted: list[Noted] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    known: bool = False
    accepted: bool = False

    @property
    def weight(self) -> Weight:
        """What it asks for: nothing, a person's look, or that it is mended."""
        weights = {each.weight for each in self.noted}
        if Weight.REFUSED in weights:
            return Weight.REFUSED
        odd = Weight.PERSON in weights and not self.accepted
        return Weight.PERSON if odd else Weight.NOTE

    @property
    def sure(self) -> bool:
        """Whether its ticket, its sender or a person's look says whose it is."""
        words = {each.remark for each in self.noted}
        by_sender = bool(self.sender) and Remark.UNKNOWN_SENDER not in words
        doubts = words & {Remark.BAD_TICKET, Remark.BY_FILE_NAME}
        return self.accepted or by_sender or not doubts


class Assignments:
    """The assignments that files are read against.

    Parameters
    ----------
    manifests : iterable of Manifest
        What the educator keeps of each.
    people : mapping of str to iterable of str
        For each learner's handle the names that a channel may know them by.
    """

    def __init__(
        self,
        manifests: Iterable[Manifest],
        people: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.manifests = {each.assignment: each for each in manifests}
        self.names = {n: Names(m.template) for n, m in self.manifests.items()}
        self.copies = {
            name: {copy.learner: copy for copy in manifest.copies}
            for name, manifest in self.manifests.items()
        }
        self.due = {
            name: dt.datetime.fromisoformat(manifest.due_at)
            for name, manifest in self.manifests.items()
            if manifest.due_at
        }
        self.people = people or {}

    @cached_property
    def called(self) -> dict[str, set[str]]:
        """The learners that each name may mean; asked for where a channel names any."""
        return _called(self.copies.values(), self.people)

    def read(self, arrival: Arrival) -> HandIn:
        """Return what a file is; whatever it holds, it is told and not raised."""
        found = HandIn(
            path=arrival.path,
            fingerprint="",
            received_at=arrival.received_at,
            received_by=arrival.received_by,
            sender=plain(arrival.sender.name) if arrival.sender else "",
        )
        try:
            if isinstance(arrival.data, Refused):
                raise arrival.data
            found.fingerprint = sha256(arrival.data).hexdigest()
            self._read(arrival, arrival.data, found)
        except Refused as refused:
            found.noted.append(refused.noted)
        return found

    def _read(self, arrival: Arrival, data: bytes, found: HandIn) -> None:
        notebook = decode(data)
        manifest = self._manifest(notebook.about, arrival.path)
        names = self.names[manifest.assignment]
        answered = answers_of(notebook, names)
        found.assignment = manifest.assignment
        found.template = manifest.template.name
        found.version = manifest.template.version
        found.asked, found.answered = len(manifest.template.prompts), answered.count
        found.noted += answered.noted
        found.learner = self._learner(arrival, notebook.about, manifest, found)
        due = self.due.get(manifest.assignment)
        told_late = arrival.sender is not None and arrival.sender.late
        if told_late or (due is not None and arrival.received_at > due):
            found.late = True
            found.noted.append(Noted(Remark.LATE))
        found.answers = answered.answers

    def _manifest(self, about: About | None, path: str) -> Manifest:
        """Return what a file is read against."""
        if about is None or not about.assignment:
            manifest = self._by_path(path)
        elif about.assignment in self.manifests:
            manifest = self.manifests[about.assignment]
        else:
            raise Refused(Remark.OTHER_ASSIGNMENT, plain(about.assignment))
        template = manifest.template
        if about is not None and about.template:
            made_of = (about.template, about.version)
            if made_of != (template.name, template.version):
                raise Refused(Remark.OTHER_TEMPLATE, plain(" ".join(made_of)))
        return manifest

    def _by_path(self, path: str) -> Manifest:
        """Return the only assignment that there is, or that a path names."""
        file = _file(path)
        named = assignments_in(path.split("/")[:-1], self.manifests)
        found = [
            each
            for each in self.manifests.values()
            if len(self.manifests) == 1
            or each.assignment in named
            or any(copy.file == file for copy in each.copies)
        ]
        if len(found) != 1:
            raise Refused(Remark.NO_ASSIGNMENT)
        return found[0]

    def _learner(
        self, arrival: Arrival, about: About | None, manifest: Manifest, found: HandIn
    ) -> str:
        """Return whose file it is: by its ticket, else by who handed it in."""
        copies = self.copies[manifest.assignment]
        sender = self._sender(arrival, copies, found)
        said = about.learner if about else ""
        if about is None:
            found.noted.append(Noted(Remark.METADATA_LOST))
        if said:
            if said not in copies:
                raise Refused(Remark.NOT_ON_ROSTER, plain(said))
            if not _same(copies[said].ticket, about.ticket if about else ""):
                found.noted.append(Noted(Remark.BAD_TICKET, said))
            learner = said
        elif sender:
            learner = sender
            found.noted.append(Noted(Remark.BY_SENDER, sender))
        else:
            learner = _by_file_name(arrival.path, copies.values())
            found.noted.append(Noted(Remark.BY_FILE_NAME, learner))
        if sender and sender != learner:
            raise Refused(Remark.WRONG_LEARNER, f"{learner}, {sender}")
        if learner in copies and not _file(arrival.path).endswith(copies[learner].file):
            found.noted.append(Noted(Remark.RENAMED))
        return learner

    def _sender(
        self, arrival: Arrival, copies: Mapping[str, Copy], found: HandIn
    ) -> str:
        """Return the learner that a channel names, if the roster knows that name."""
        if arrival.sender is None:
            return ""
        known = self.called.get(called(arrival.sender.name), set()) & copies.keys()
        if len(known) != 1:
            found.noted.append(Noted(Remark.UNKNOWN_SENDER, plain(arrival.sender.name)))
            return ""
        return next(iter(known))


def _called(
    rosters: Iterable[Mapping[str, Copy]], people: Mapping[str, Iterable[str]]
) -> dict[str, set[str]]:
    """Return the learners that each name may mean."""
    found: dict[str, set[str]] = {}
    for handle in {handle for copies in rosters for handle in copies}:
        for name in (handle, *people.get(handle, ())):
            words = name.split()
            for form in (name, "".join([*words[-1:], *words[:-1]])):
                found.setdefault(called(form), set()).add(handle)
    return found


def called(name: str) -> str:
    """Return a name as two are compared: its letters and digits alone.

    Examples
    --------
    >>> called("Lovelace, Ada") == called("lovelaceada")
    True
    """
    plainly = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in plainly if sign.isalnum())


def plain(text: str) -> str:
    """Return a short text of somebody else's, without signs that do something."""
    shown = "".join(sign if sign.isprintable() else "�" for sign in text[:80])
    return shown + ("…" if len(text) > 80 else "")


def _same(kept: str, given: str) -> bool:
    return hmac.compare_digest(
        kept.encode("utf-8", "surrogatepass"), given.encode("utf-8", "surrogatepass")
    )


def _file(path: str) -> str:
    return unicodedata.normalize("NFC", path.rpartition("/")[2])


def _by_file_name(path: str, copies: Iterable[Copy]) -> str:
    """Return whose copy has the file's name."""
    name = _file(path)
    found = [copy.learner for copy in copies if copy.file and name == copy.file]
    if len(found) != 1:
        raise Refused(Remark.UNKNOWN_LEARNER)
    return found[0]
