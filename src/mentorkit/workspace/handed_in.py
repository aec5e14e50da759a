"""What is kept of an assignment: its manifest, whose files count, what they answer.

Reads what was collected before; what becomes of answers is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentorkit.assignments.manifest import place_of, read
from mentorkit.assignments.prompt import Manifest
from mentorkit.assignments.submission import HandIn
from mentorkit.errors import AssignmentError, did_you_mean
from mentorkit.workspace.drafts import Value


if TYPE_CHECKING:
    from mentorkit.workspace.reading import Reading


Answers = dict[str, list[Value]]
"""What was answered to each prompt."""


def kept_of(ws: Reading, assignment: str) -> Manifest:
    """Return what is kept of an assignment, by its name.

    Raises
    ------
    AssignmentError
        There is none of that name.
    """
    place = place_of(ws.folder, assignment)
    if not place.exists():
        there = sorted(each.parent.name for each in place.parents[1].glob("*/*.json"))
        hint = did_you_mean(assignment, there)
        names = ", ".join(there) or "none"
        raise AssignmentError(
            f"There is no assignment '{assignment}' here.{hint} There are: {names}."
        )
    return read(place)


def chosen(
    manifest: Manifest, files: dict[str, HandIn], learners: Sequence[str]
) -> dict[str, HandIn]:
    """Return what counts of the learners that were named."""
    known = {copy.learner for copy in manifest.copies} | files.keys()
    for name in learners:
        if name not in known:
            hint = did_you_mean(name, known)
            raise AssignmentError(
                f"'{manifest.assignment}' was not given to '{name}'.{hint}"
            )
    return {
        name: file
        for name, file in sorted(files.items())
        if not learners or name in learners
    }


def answers_in(ws: Reading, assignment: str) -> dict[tuple[str, str], Answers]:
    """Return what was answered to each prompt, as far as you may read it.

    By learner and file: their id, and the file's fingerprint.
    """
    rows = ws.frame("submissions")
    rows = rows[(rows["assignment"] == assignment) & (rows["copy_number"] == 0)]
    found: dict[tuple[str, str], Answers] = {}
    for each in rows.to_dict("records"):
        if isinstance(each["value"], str):
            value = Value(int(each["row_number"]), each["part"], each["value"])
            own = found.setdefault((each["person_id"], each["fingerprint"]), {})
            own.setdefault(each["prompt"], []).append(value)
    return found
