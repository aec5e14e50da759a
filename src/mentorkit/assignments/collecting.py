"""Collecting: every file once, one after the other, so that memory stays flat.

Gives what each file is; what becomes of it is the workspace's to decide.
"""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256

from mentorkit.assignments.arriving import Arriving
from mentorkit.assignments.remarks import Weight
from mentorkit.assignments.submission import Arrival, Assignments, HandIn


Known = Mapping[str, HandIn]
"""What was read before, by what :func:`key_of` gives."""


def key_of(fingerprint: str, path: str, received_at: dt.datetime) -> str:
    """Return what stands for one file that came to one place at one moment."""
    said = f"{fingerprint} {received_at.astimezone(dt.UTC).isoformat()} {path}"
    return sha256(said.encode()).hexdigest()[:24]


def collect(
    arriving: Arriving, assignments: Assignments, known: Known
) -> Iterator[HandIn]:
    """Give what each file is, those that were read before without reading them again.

    Parameters
    ----------
    arriving : Arriving
        What there is to read.
    assignments : Assignments
        What it is read against.
    known : mapping of str to HandIn
        What was read before.
    """
    for arrival in arriving.arrivals(arriving.files()):
        yield _known(arrival, known) or assignments.read(arrival)


def _known(arrival: Arrival, known: Known) -> HandIn | None:
    if not known or not isinstance(arrival.data, bytes):
        return None
    fingerprint = sha256(arrival.data).hexdigest()
    return known.get(key_of(fingerprint, arrival.path, arrival.received_at))


@contextmanager
def without_garbage() -> Iterator[None]:
    """Hold back the search for garbage: what is decoded here has no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def current(hand_ins: Iterable[HandIn]) -> dict[tuple[str, str], HandIn]:
    """Return which of several counts for each assignment and learner: the newest.

    Of two that came at one moment the greater fingerprint, so that the order in which
    files are read does not matter. One of which it is sure whose it is counts before
    any other: nobody takes another's place by writing their name into a file.
    """
    found: dict[tuple[str, str], HandIn] = {}
    for each in hand_ins:
        if not each.learner or each.weight is Weight.REFUSED:
            continue
        key = each.assignment, each.learner
        if key not in found or _age(each) > _age(found[key]):
            found[key] = each
    return found


def _age(hand_in: HandIn) -> tuple[bool, dt.datetime, str]:
    return hand_in.sure, hand_in.received_at, hand_in.fingerprint
