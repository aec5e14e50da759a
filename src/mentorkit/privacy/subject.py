"""Whom a row is about: what a person is given who asks for everything about them.

Pure rules over frames, made from what the models say of their references.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from mentorkit.models import RECORDS, Record, holder_of


def about(
    person_id: str, tables: Mapping[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """Return the rows that are about a person.

    These are the rows that name them (as person, owner, author or signer); the
    mentorships that they belong to, with what those hold in common; what hangs on
    their goals and their assessments; and the programs, questions, abilities and
    resources that all that refers to.

    Parameters
    ----------
    person_id : str
        The person.
    tables : mapping of str to pandas.DataFrame
        Every table, as that person may read it.

    Returns
    -------
    dict of str to pandas.DataFrame
        Every table, with the rows about the person only.
    """
    found = {
        record.table: _naming(person_id, record, tables[record.table])
        for record in RECORDS
    }
    circles = set(found["members"]["mentorship_id"])
    for record in RECORDS:
        if not is_shared(record):
            continue
        frame, holder = tables[record.table], holder_of(record)
        if holder is not None:
            held = set(found[holder.table][holder.key()])
            theirs = frame[record.within].isin(held)
        elif "mentorship_id" in frame:
            theirs = frame["mentorship_id"].isin(circles)
        else:
            continue
        named = frame[record.key()].isin(set(found[record.table][record.key()]))
        found[record.table] = frame[theirs | named]
    programs = {
        program
        for table, frame in found.items()
        if table != "programs" and "program_id" in frame
        for program in frame["program_id"]
    }
    listed = tables["programs"]
    found["programs"] = listed[listed["program_id"].isin(programs)]
    for record in reversed(RECORDS):
        if is_common(record):
            told = _named_in(record, found)
            listed = tables[record.table]
            found[record.table] = listed[listed[record.key()].isin(told)]
    return {name: frame.reset_index(drop=True) for name, frame in found.items()}


def _naming(person_id: str, record: type[Record], frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are the person, or refer to them."""
    names = [field.name for field in record.fields() if field.about.ref == "people"]
    if record.table == "people":
        names.append(record.key())
    return frame[(frame[names] == person_id).any(axis=1)]


def _named_in(record: type[Record], found: Mapping[str, pd.DataFrame]) -> set[str]:
    """Return the ids of a record's rows that rows which were found refer to."""
    return {
        str(each)
        for other in RECORDS
        for field in other.fields()
        if field.about.ref == record.table
        for each in found[other.table][field.name].dropna()
    }


def is_common(record: type[Record]) -> bool:
    """Return whether its rows are nobody's: questions, abilities, resources."""
    names = {field.name for field in record.fields()}
    return not record.within and not names & {
        "mentorship_id",
        "person_id",
        "program_id",
    }


def is_shared(record: type[Record]) -> bool:
    """Return whether a row belongs to its mentorship or holder, and to no one person.

    A reflection is its author's; who signed a decision or measured progress is not
    whom it is about.
    """
    return not record.whole_row and not any(
        field.about.ref == "people"
        and field.about.fill != "signer"
        and field.name not in notes_of(record)
        for field in record.fields()
    )


def subjects_of(record: type[Record]) -> list[str]:
    """Return the fields that name whom a row is about: not who signed or noted it."""
    if any(each.name == "person_id" for each in record.fields()):
        return [] if record.key() == "person_id" else ["person_id"]
    if record.whole_row:
        return [record.author]
    return [
        each.name
        for each in record.fields()
        if each.about.ref == "people"
        and each.about.fill != "signer"
        and each.name not in notes_of(record)
    ]


def notes_of(record: type[Record]) -> set[str]:
    """Return the fields that name who wrote a note of a row."""
    return {field.about.author for field in record.fields()} - {""}
