"""A program with private words planted in it, and looking for them afterwards."""

import datetime as dt

import sqlalchemy as sa

import mentorkit as mk
from mentorkit.models import Member, Mentorship, Person, Program
from mentorkit.store.schema import CHANGES, TABLES


PRIVATE = "kestrel"
"""A word that is only ever planted in private texts."""

OPEN = "visible heading"


def populate(store):
    store.add(
        [
            Program(handle="first", name="First program"),
            Person(handle="ada", name="Ada Lovelace"),
            Person(handle="grace", name="Grace Hopper"),
            Mentorship(handle="ada-grace", status="active"),
            Mentorship(handle="ada-mary", status="active"),
        ],
        "grace",
    )
    store.add(
        [
            Member(mentorship_id="ada-grace", person_id="ada", role="mentee"),
            Member(mentorship_id="ada-mary", person_id="ada", role="mentee"),
            Member(mentorship_id="ada-grace", person_id="grace", role="mentor"),
        ],
        "grace",
    )


def lived_in(store, mentorship="ada-grace"):
    """Plant private words in every way that a text gets into a database."""
    (goal,) = store.add(
        [
            mk.Goal(
                mentorship_id=mentorship,
                title=OPEN,
                specific=f"{PRIVATE} one",
                level_0=f"{PRIVATE} ünö — 鷹",
            )
        ],
        "ada",
    )
    kept, taken = store.add(
        [
            mk.Milestone(goal_id=goal.id, title=OPEN, success_means=f"{PRIVATE} two"),
            mk.Milestone(goal_id=goal.id, title=OPEN, success_means=f"{PRIVATE} three"),
        ],
        "ada",
    )
    (session,) = store.add(
        [
            mk.Session(
                mentorship_id=mentorship,
                starts_at=dt.datetime(2026, 9, 1, 15, tzinfo=dt.UTC),
                summary=f"{PRIVATE} " * 4000,
                private_note=f"{PRIVATE} four",
            )
        ],
        "grace",
    )
    lived_in_measures(store, mentorship)
    store.revise("goals", goal.id, {"specific": f"{PRIVATE} five"}, by="ada")
    store.revise("goals", goal.id, {"specific": f"{PRIVATE} six"}, by="ada")
    store.undo(by="ada")
    store.erase("milestones", taken.id, by="ada")
    store.erase("milestones", kept.id, by="ada")
    store.undo(by="ada")
    store.revise("sessions", session.id, {"agenda": f"{PRIVATE} seven"}, by="grace")
    store.revise("sessions", session.id, {"agenda": None}, by="grace")
    return goal.id, kept.id, session.id


def lived_in_measures(store, mentorship):
    """Plant private words in a portfolio, and in a sheet and its answers."""
    where = {"mentorship_id": mentorship, "person_id": "ada"}
    asked = {"instrument": f"pulse-{mentorship}", "source": "us", "licence": "MIT"}
    item = mk.Item(handle=f"pulse-{mentorship}.q", text=OPEN, **asked)
    sheet = mk.Assessment(
        instrument=item.instrument, wave="pulse", note=f"{PRIVATE} eight", **where
    )
    answer = {"assessment_id": sheet.id, "item_id": item.id}
    store.add([item], "grace")
    store.add(
        [
            mk.Evidence(title=OPEN, annotation=f"{PRIVATE} nine", **where),
            sheet,
            mk.Response(text=f"{PRIVATE} ten", **answer),
        ],
        "ada",
    )


def bytes_of(folder):
    """Return every byte of every file in a folder but the keys, by name."""
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".key"
    }


def kept_as(store):
    """Return everything that the tables hold, as the database keeps it."""
    with store._database.reading() as connection:
        found = [
            [tuple(row) for row in connection.execute(sa.select(table))]
            for table in (*TABLES.values(), CHANGES)
        ]
    return str(found)


def row(store, table, row_id):
    return next(r for r in store.rows(table) if r[next(iter(r))] == row_id)


def row_as_kept(store, goal):
    columns = TABLES["goals"].c
    with store._database.reading() as connection:
        query = sa.select(columns.specific).where(columns.goal_id == goal)
        return connection.execute(query).scalar_one()


def shown_in(folder):
    """Return the files of a folder in whose bytes the private word is."""
    return [name for name, held in bytes_of(folder).items() if PRIVATE.encode() in held]
