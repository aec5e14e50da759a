"""What changed between two runs into one folder, as plain data for the manifest.

A run that was stopped tells nothing of it yet: it hands on what it would compare with,
so that whatever goes on with it tells what one that nobody stopped would have told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mentorkit.models import Visibility
from mentorkit.report.run.entry import name_of, state_of


Reviews = Sequence[Mapping[str, Any]]
Standing = dict[str, list[str]]
"""By handle: the names, the state, and what stands for all that it was made from."""


def since(
    earlier: Mapping[str, Any],
    about: Mapping[str, Any],
    reviews: Reviews,
    *,
    missing: int,
    partly: bool,
) -> dict[str, Any]:
    """Return what a manifest tells of the runs before it.

    Parameters
    ----------
    earlier : mapping
        The manifest that is there; empty where there is none.
    about : mapping
        What holds for the new one.
    reviews : sequence of mappings
        Those that the new one lists.
    missing : int
        How many were still to be made when the run was stopped.
    partly : bool
        Whether some were asked for by name: the others are not gone.

    Returns
    -------
    dict
        ``changes``, where there are any or nothing has changed since some did:
        ``since`` (the cut of the earlier run), ``was`` (the former state, by handle),
        ``new``, ``anew`` (handles), ``gone`` (handles and names). ``missing``, if any
        are. ``before``, where a later run is to be compared with more than is listed:
        the ``cut``, and the ``reviews`` by handle.
    """
    if not _alike(earlier, about):
        earlier = {}
    before = _before(earlier)
    told = earlier.get("changes")
    if missing:
        handed_on = {"missing": missing, "changes": told, "before": before}
        return {name: value for name, value in handed_on.items() if value}
    now = _standing(reviews)
    past: Standing = before.get("reviews", {})
    if past:
        changes = _changes(past, now, partly=partly)
        if any(changes.values()):
            told = {"since": before["cut"], **changes}
    found = {"changes": told} if told else {}
    others = {handle: past[handle] for handle in past if handle not in now}
    if partly and others:
        found["before"] = {"cut": before["cut"], "reviews": others}
    return found


def _alike(earlier: Mapping[str, Any], about: Mapping[str, Any]) -> bool:
    """Return whether two runs are of the same kind of review for the same people.

    To everybody, nothing is told of what was there before: somebody may have
    withdrawn it.
    """
    if about.get("audience") == Visibility.PUBLIC:
        return False
    names = ("audience", "template", "subject")
    return all(earlier.get(name) == about.get(name) for name in names)


def _before(earlier: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the next run is compared with, or nothing."""
    kept: dict[str, Any] = earlier.get("before") or {}
    if earlier.get("missing") or not earlier:
        return kept
    reviews = {**kept.get("reviews", {}), **_standing(earlier.get("reviews", ()))}
    return {"cut": earlier["cut"], "reviews": reviews}


def _standing(reviews: Reviews) -> Standing:
    return {
        str(each["handle"]): [name_of(each), state_of(each), str(each["inputs"])]
        for each in reviews
    }


def _changes(past: Standing, now: Standing, *, partly: bool) -> dict[str, Any]:
    both = [handle for handle in now if handle in past]
    gone = [] if partly else [handle for handle in past if handle not in now]
    return {
        "was": {h: past[h][1] for h in both if past[h][1] != now[h][1]},
        "new": [handle for handle in now if handle not in past],
        "anew": [handle for handle in both if past[handle][2] != now[handle][2]],
        "gone": [[handle, past[handle][0]] for handle in gone],
    }
