"""Who gets an assignment: the people that a name or a file stands for, as handles.

A file is read as sign-up sheets are; every row that names nobody is told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorkit.assignments.copies import Learner
from mentorkit.errors import AssignmentError, Problem, did_you_mean
from mentorkit.models import EnrollmentRole
from mentorkit.models.record import HANDLE
from mentorkit.store.mapping.cells import Unreadable, folded, read_handle, text_of
from mentorkit.store.mapping.sheets import WORKBOOKS, read_sheet


if TYPE_CHECKING:
    from mentorkit.store import Store

FILES = (".csv", ".tsv", ".txt", *WORKBOOKS)

HEADINGS = {
    "handle": ("handle", "learner", "username", "user", "login"),
    "name": ("name", "full name", "learner name", "student", "nombre", "الاسم"),
    "email": ("e-mail", "email", "mail", "email address", "correo", "البريد"),
}
"""What a column may be called, as :func:`folded` returns it."""

LONGEST = 60

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Roster:
    """Who gets it, in the order of their handles, and the time zone they are in.

    ``strangers`` are those of a file who are not in the workspace: what the file says
    of them, by handle.
    """

    learners: tuple[Learner, ...]
    timezone: str
    strangers: Mapping[str, Mapping[str, str]]


def roster_of(
    store: Store, to: str | Path | Sequence[str], role: str, timezone: str
) -> Roster:
    """Return whom an assignment goes to.

    Parameters
    ----------
    store : Store
        The workspace's rows.
    to : str, pathlib.Path or sequence of str
        A file, or the handle of a program, a cohort's name, or people's handles.
    role : str
        As what they take part, where a program or a cohort is named.
    timezone : str
        Where no program says one.

    Raises
    ------
    AssignmentError
        Nobody is meant, or a row of the file names nobody.
    """
    tables = {name: store.rows(name) for name in TABLES}
    rows: Mapping[str, Mapping[str, str]] = {}
    if isinstance(to, Path) or (
        isinstance(to, str) and Path(to).suffix.lower() in FILES
    ):
        rows = _in_file(Path(to).expanduser(), tables["people"])
        handles = list(rows)
    elif isinstance(to, str):
        handles, timezone = _enrolled(tables, to, role, timezone)
    else:
        handles = _named(tables["people"], to)
    if not handles:
        raise AssignmentError(f"Nobody is in {to}. Nothing was handed out.")
    own = _mentorships(tables)
    learners = (Learner(handle, own.get(handle)) for handle in sorted(handles))
    known = {row["handle"] for row in tables["people"]}
    strangers = {each: rows[each] for each in rows if each not in known}
    return Roster(tuple(learners), timezone, strangers)


TABLES = ("people", "programs", "enrollments", "mentorships", "members")


def _enrolled(
    tables: Mapping[str, Sequence[Row]], to: str, role: str, timezone: str
) -> tuple[list[str], str]:
    """Return who takes part in a program, or in a cohort of one, and their zone."""
    known = EnrollmentRole.words()
    if role not in known:
        raise AssignmentError(
            f"Nobody takes part as '{role}'.{did_you_mean(role, known)} There are:"
            f" {', '.join(known)}."
        )
    zones = {row["program_id"]: str(row["timezone"]) for row in tables["programs"]}
    programs = {row["handle"]: row["program_id"] for row in tables["programs"]}
    cohorts = {str(row["cohort"]) for row in tables["enrollments"] if row["cohort"]}
    if to not in programs and to not in cohorts:
        if to in (people := {row["handle"] for row in tables["people"]}):
            return [to], timezone
        names = [*programs, *sorted(cohorts)]
        raise AssignmentError(
            f"No program, cohort or person is called '{to}'."
            f"{did_you_mean(to, [*names, *people])} There are: {', '.join(names)}. Or"
            " name a file, such as roster.csv."
        )
    column, wanted = ("program_id", programs[to]) if to in programs else ("cohort", to)
    found = [
        row
        for row in tables["enrollments"]
        if row[column] == wanted and row["role"] == role and row["status"] == "active"
    ]
    handles = {row["person_id"]: str(row["handle"]) for row in tables["people"]}
    spoken = {zones[row["program_id"]] for row in found}
    zone = spoken.pop() if len(spoken) == 1 else timezone
    return [handles[row["person_id"]] for row in found], zone


def _named(people: Iterable[Row], handles: Sequence[str]) -> list[str]:
    known = {str(row["handle"]) for row in people}
    for handle in handles:
        if handle not in known:
            hint = did_you_mean(handle, known)
            raise AssignmentError(f"Nobody has the handle '{handle}'.{hint}")
    return list(dict.fromkeys(handles))


def _mentorships(tables: Mapping[str, Sequence[Row]]) -> dict[str, str]:
    """Return the mentorship of each mentee who is in one that runs, and in no other."""
    running = {
        row["mentorship_id"]: str(row["handle"])
        for row in tables["mentorships"]
        if row["status"] == "active"
    }
    handles = {row["person_id"]: str(row["handle"]) for row in tables["people"]}
    found: dict[str, set[str]] = {}
    for row in tables["members"]:
        if row["role"] == "mentee" and row["mentorship_id"] in running:
            own = found.setdefault(handles[row["person_id"]], set())
            own.add(running[row["mentorship_id"]])
    return {handle: own.pop() for handle, own in found.items() if len(own) == 1}


def _in_file(path: Path, people: Sequence[Row]) -> dict[str, Mapping[str, str]]:
    """Return what a file says of those whom it names, by handle."""
    sheet = read_sheet(path)
    columns = {
        key: heading
        for key, words in HEADINGS.items()
        for heading in reversed(sheet.headings)
        if folded(heading) in words
    }
    if not columns:
        raise AssignmentError(
            f"{path.name} has no column “handle”, “name” or “e-mail”. It has:"
            f" {', '.join(sheet.headings) or 'none'}."
        )
    known = ByName(people)
    problems = [Problem(words, file=path.name, row=row) for row, words in sheet.broken]
    rows: dict[str, int] = {}
    said: dict[str, Mapping[str, str]] = {}
    for row in sheet.rows:
        given = {key: text_of(row.cells.get(name)) for key, name in columns.items()}
        try:
            handle = known.handle_of(given)
        except Unreadable as error:
            problems.append(Problem(str(error), file=path.name, row=row.number))
            continue
        if handle in rows:
            words = _twice(handle, rows[handle], given)
            problems.append(Problem(words, file=path.name, row=row.number))
        rows.setdefault(handle, row.number)
        said[handle] = given
    if problems:
        lines = "\n".join(f"  {problem}" for problem in problems)
        raise AssignmentError(f"Nothing was handed out:\n{lines}")
    return said


def _twice(handle: str, row: int, given: Mapping[str, str]) -> str:
    if given.get("handle"):
        return f"Row {row} names '{handle}' already. Take one of them out."
    return (
        f"This is '{handle}', whom row {row} names already. Take one of them out, or"
        " give the two people a column “handle”."
    )


class ByName:
    """Finds people by what a row says of them.

    Parameters
    ----------
    people : sequence of mapping
        Rows of the table.
    """

    def __init__(self, people: Sequence[Row]) -> None:
        self.by_email = {
            str(row["email"]).casefold(): str(row["handle"])
            for row in people
            if row["email"]
        }
        self.by_name: dict[str, list[str]] = {}
        for row in people:
            same = self.by_name.setdefault(folded(str(row["name"])), [])
            same.append(str(row["handle"]))

    def handle_of(self, given: Mapping[str, str]) -> str:
        """Return the handle of whom a row names.

        Raises
        ------
        Unreadable
            It names nobody, or two.
        """
        handle, name = given.get("handle", ""), given.get("name", "")
        email = given.get("email", "").casefold()
        theirs = self.by_email.get(email)
        if handle:
            if theirs not in {None, handle}:
                raise Unreadable(f"This e-mail address is {theirs}'s, not {handle}'s.")
            return _checked(handle)
        if theirs is not None:
            return theirs
        same = self.by_name.get(folded(name), [])
        if len(same) > 1:
            both = " and ".join(sorted(same))
            raise Unreadable(f"{name} may be {both}: add a column “handle”.")
        if same:
            return same[0]
        if not (name or email):
            raise Unreadable("The row names nobody. Fill it in, or take it out.")
        return _checked(read_handle(name or email.partition("@")[0]))


def _checked(handle: str) -> str:
    """Return a handle that can be part of a file's name."""
    if re.fullmatch(HANDLE, handle) and len(handle) <= LONGEST:
        return handle
    raise Unreadable(
        f"“{handle}” is no handle: use small letters, digits, dots and hyphens, such as"
        f" {read_handle(handle)[:LONGEST]}."
    )
