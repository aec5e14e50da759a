"""The demo's entries: repeatable, in order, and each one true to its model."""

from __future__ import annotations

import datetime as dt

import pytest

from mentorkit.demo import Revision, build
from mentorkit.models import RECORDS, Record, record_of


SEEDS = [7, 1, 2026]

RECORDED = (
    "recorded_on",
    "written_on",
    "decided_on",
    "done_on",
    "applied_on",
    "agreed_on",
    "given_on",
    "withdrawn_on",
    "occurred_on",
    "taken_on",
    "raised_on",
    "resolved_on",
)
"""Days that have come when they are written down."""


def test_the_same_seed_gives_the_same_entries(program):
    again = build(7)

    assert again == program


def test_another_seed_changes_times_lengths_and_nearby_days_alone(program):
    other = build(8)

    def still(entries):
        return sorted(repr(unjittered(entry)) for entry in entries)

    assert other.entries != program.entries
    assert still(other.entries) == still(program.entries)


def unjittered(entry):
    what = entry.what
    if isinstance(what, Revision):
        changes = {k: v for k, v in what.changes.items() if k != "minutes"}
        return entry.by, entry.op, what.table, what.id, changes, what.why
    values = what.model_dump(exclude={"starts_at", "minutes", "recorded_on"})
    if values.get("confidence") and not values["text"]:
        values.pop("written_on")
    return entry.by, entry.op, values


@pytest.mark.parametrize("seed", SEEDS)
def test_another_seed_moves_a_day_by_less_than_a_week(program, seed):
    days = [
        {e.what.id: getattr(e.what, name) for e in entries if hasattr(e.what, name)}
        for entries in (program.entries, build(seed).entries)
        for name in ("recorded_on", "written_on")
    ]

    for first, second in zip(days[:2], days[2:], strict=True):
        assert all(abs((first[key] - second[key]).days) < 7 for key in first)


def test_entries_come_in_the_order_in_which_they_were_recorded(program):
    times = [entry.at for entry in program.entries]

    assert times == sorted(times)
    assert {time.tzinfo for time in times} == {dt.UTC}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_state_of_every_record_is_valid(seed):
    state = {}

    for entry in build(seed).entries:
        what = entry.what
        if isinstance(what, Revision):
            changed = state[what.id] | what.changes
            state[what.id] = record_of(what.table)(**changed).model_dump()
        else:
            assert what.id not in state
            state[what.id] = type(what)(**what.model_dump()).model_dump()

    assert len(state) > 1000


@pytest.mark.parametrize("seed", SEEDS)
def test_a_reference_leads_to_something_recorded_before(seed):
    known, lost = set(), []

    for entry in build(seed).entries:
        for name, target in references(entry.what):
            if target not in known:
                lost.append((entry.at, entry.what.table, name, target))
        known.add(entry.what.id)

    assert lost == []


def references(what):
    record = record_of(what.table)
    values = what.changes if isinstance(what, Revision) else what.model_dump()
    if isinstance(what, Revision):
        yield record.key(), what.id
    for field in record.fields():
        if (field.about.ref or field.name == "ref_id") and values.get(field.name):
            yield field.name, values[field.name]


def test_each_entry_is_recorded_by_somebody_who_is_in_the_program(program, rows):
    handles = {person.handle for person in rows["people"].values()}

    assert {entry.by for entry in program.entries} <= handles


def test_what_a_mentorship_holds_is_recorded_by_its_members_or_the_lead(program, rows):
    members = {}
    for member in rows["members"].values():
        handle = rows["people"][member.person_id].handle
        members.setdefault(member.mentorship_id, {program.lead}).add(handle)

    strangers = [
        entry
        for entry in program.entries
        if isinstance(entry.what, Record)
        and getattr(entry.what, "mentorship_id", None) in members
        and entry.by not in members[entry.what.mentorship_id]
    ]

    assert strangers == []


def test_a_revision_says_why_unless_an_action_was_simply_done(program):
    unsaid = {
        entry.what.table
        for entry in program.entries
        if entry.op == "revise" and not entry.what.why
    }

    assert unsaid == {"actions"}


def test_every_table_of_the_models_is_filled(program):
    tables = {entry.what.table for entry in program.entries}

    assert tables == {record.table for record in RECORDS if not record.automatic}


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_recorded_before_it_happened(seed):
    early = []

    for entry in build(seed).entries:
        what = entry.what
        values = what.changes if isinstance(what, Revision) else what.model_dump()
        days = [values[name] for name in RECORDED if values.get(name)]
        early += [(entry.at, day) for day in days if day > entry.at.date()]

    assert early == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_session_counts_as_held_only_after_it_ended(seed):
    program, starts = build(seed), {}

    for entry in program.entries:
        what = entry.what
        if what.table != "sessions":
            continue
        values = what.changes if isinstance(what, Revision) else what.model_dump()
        starts.setdefault(what.id, values.get("starts_at"))
        if values.get("status") == "held":
            length = dt.timedelta(minutes=values["minutes"])
            assert entry.at > starts[what.id] + length


def test_records_gives_the_state_after_the_last_entry(program):
    moved = [m for m in program.records("milestones") if m.due_on > m.original_due_on]
    added = [e.what for e in program.entries if e.op == "add"]

    assert len(moved) >= 12
    assert {m.status == "planned" for m in added if m.table == "milestones"} == {True}


def test_a_sheet_is_recorded_with_its_answers_at_one_moment(program):
    entries = [e for e in program.entries if e.what.table in SHEETS]
    moments = {e.what.id: (e.at, e.by) for e in entries}
    answers = [e for e in entries if e.what.table == "responses"]

    assert len(answers) >= 3 * len([e for e in entries if e not in answers])
    assert all((e.at, e.by) == moments[e.what.assessment_id] for e in answers)


SHEETS = ("assessments", "responses")
