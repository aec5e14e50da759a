"""The demo program as a place: who is there, when they meet, what is special."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import Counter, defaultdict
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from mentorkit.demo import build
from mentorkit.models import Period


QUARTER = Period.parse("2026Q3")
GRACE = dt.timedelta(days=7)


def of(rows, table, mentorship):
    found = rows[table].values()
    return [row for row in found if row.mentorship_id == mentorship.mentorship_id]


def names_of(rows, mentorship, role):
    members = of(rows, "members", mentorship)
    return [rows["people"][m.person_id] for m in members if m.role == role]


def milestones_of(rows, mentorship):
    goals = {goal.goal_id for goal in of(rows, "goals", mentorship)}
    return [m for m in rows["milestones"].values() if m.goal_id in goals]


def late_on(milestones, day):
    open_states = ("planned", "in_progress")
    return [m for m in milestones if m.status in open_states and m.due_on < day]


def last_day(rows, mentorship):
    days = [r.written_on for r in of(rows, "reflections", mentorship)]
    held = [s for s in of(rows, "sessions", mentorship) if s.status == "held"]
    return max(days + [s.starts_at.date() for s in held])


def test_there_are_twenty_four_mentorships_in_every_form(mentorships):
    modes = Counter(m.mode.value for m in mentorships.values())

    assert modes == {
        "one_to_one": 20,
        "group": 1,
        "peer": 1,
        "project": 1,
        "micro": 1,
    }


def test_names_are_written_in_at_least_seven_scripts(rows):
    letters = [ch for p in rows["people"].values() for ch in p.name if ch.isalpha()]

    scripts = {unicodedata.name(letter).split()[0] for letter in letters}

    wanted = {"LATIN", "ARABIC", "CJK", "DEVANAGARI", "CYRILLIC", "HEBREW", "GREEK"}
    assert wanted <= scripts


@pytest.mark.parametrize("piece", ["ọ", "ẹ", "ṣ", "🌿", "’", "Þ", "ễ"])
def test_names_hold_marks_that_careless_code_loses(rows, piece):
    names = [person.name for person in rows["people"].values()]
    wanted = unicodedata.normalize("NFC", piece)

    assert any(wanted in unicodedata.normalize("NFC", name) for name in names)


def test_addresses_are_reserved_ones_and_handles_and_addresses_are_unique(rows):
    people = list(rows["people"].values())

    assert all(person.email.endswith("@example.org") for person in people)
    assert len({p.email for p in people}) == len({p.handle for p in people})
    assert len({p.handle for p in people}) == len(people)


def test_there_is_one_lead_and_everybody_is_enrolled(rows, program):
    lead = [e for e in rows["enrollments"].values() if e.role == "lead"]
    enrolled = {e.person_id for e in rows["enrollments"].values()}

    assert [rows["people"][e.person_id].handle for e in lead] == [program.lead]
    assert enrolled == set(rows["people"])


def test_some_people_wait_some_left_and_the_paused_one_is_paused(rows):
    states = Counter(e.status.value for e in rows["enrollments"].values())

    assert states["waiting"] >= 3
    assert min(states["withdrawn"], states["completed"], states["paused"]) == 1


def test_whoever_waits_or_left_early_is_in_no_mentorship(rows):
    members = {member.person_id for member in rows["members"].values()}
    apart = [
        e.person_id
        for e in rows["enrollments"].values()
        if e.status in ("waiting", "withdrawn")
    ]

    assert members.isdisjoint(apart)


def test_each_goal_can_be_measured_and_most_have_their_five_levels(rows):
    goals = list(rows["goals"].values())
    names = ("level_m2", "level_m1", "level_0", "level_p1", "level_p2")
    full = [g for g in goals if all(getattr(g, name) for name in names)]

    assert all(g.metric and g.unit and g.baseline != g.target for g in goals)
    assert len(full) > 0.75 * len(goals)


def test_each_mentorship_has_two_to_four_goals_but_the_newest(rows, mentorships):
    counts = {h: len(of(rows, "goals", m)) for h, m in mentorships.items()}

    assert counts.pop("jonas-daniel") == 1
    assert set(counts.values()) <= {2, 3, 4}


def test_dates_follow_each_other(rows):
    for milestone in rows["milestones"].values():
        goal = rows["goals"][milestone.goal_id]

        assert goal.set_on <= milestone.original_due_on <= goal.due_on
        assert milestone.done_on is None or milestone.done_on >= goal.set_on


def test_the_quarter_is_full_with_something_before_and_a_little_after(program, rows):
    days = [s.starts_at.date() for s in rows["sessions"].values()]
    inside = [day for day in days if day in QUARTER]
    written = [entry.at.date() for entry in program.entries]

    assert len(inside) > 0.6 * len(days)
    assert min(days) < QUARTER.start
    assert QUARTER.end < max(written) <= QUARTER.end + GRACE
    assert sum(day > QUARTER.end for day in written) >= 15


@pytest.mark.parametrize("seed", [7, 1, 2, 3, 2026])
def test_people_meet_on_working_days_in_their_daytime_and_never_twice_at_once(seed):
    program = build(seed)
    zones = {p.person_id: p.timezone for p in program.records("people")}
    members = defaultdict(list)
    for member in program.records("members"):
        members[member.mentorship_id].append(member.person_id)
    booked = defaultdict(list)

    for session in program.records("sessions"):
        end = session.starts_at + dt.timedelta(minutes=session.minutes or 0)
        for person in members[session.mentorship_id]:
            local = session.starts_at.astimezone(ZoneInfo(zones[person]))
            assert local.weekday() < 5
            assert 7 <= local.hour < 20
            if session.minutes:
                booked[person].append((session.starts_at, end))

    for spans in booked.values():
        spans.sort()
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_one_is_paused_in_august_with_a_decision_that_says_why(
    rows, mentorships, program
):
    (paused,) = [m for m in mentorships.values() if m.status == "paused"]
    turns = [e for e in program.entries if e.op == "revise" and e.what.id == paused.id]
    decisions = of(rows, "decisions", paused)

    assert turns[-1].at.month == 8
    assert any(d.about == "mentorship" and d.rationale for d in decisions)
    assert {g.status for g in of(rows, "goals", paused)} == {"paused"}


def test_one_has_just_begun_and_has_almost_nothing(rows, mentorships):
    new = mentorships["jonas-daniel"]
    held = [s for s in of(rows, "sessions", new) if s.status == "held"]

    goals = {goal.goal_id for goal in of(rows, "goals", new)}
    seen = [p for p in rows["progress"].values() if p.goal_id in goals]

    assert new.starts_on == dt.date(2026, 9, 24)
    assert len(held) == 1
    assert seen == []


def test_one_is_closed_in_the_quarter_with_a_letter_from_each(rows, mentorships):
    (closed,) = [m for m in mentorships.values() if m.status == "closed"]
    letters = [
        r.author_id
        for r in of(rows, "reflections", closed)
        if r.kind == "closing_letter"
    ]

    assert closed.ends_on in QUARTER
    assert closed.close_reason == "goals_met"
    assert set(letters) == {m.person_id for m in of(rows, "members", closed)}


def test_one_has_been_silent_for_five_weeks(rows, mentorships):
    active = [m for m in mentorships.values() if m.status == "active"]
    silent = [m for m in active if (QUARTER.end - last_day(rows, m)).days >= 35]

    assert [m.handle for m in silent] == ["elitsa-anneke"]


def test_one_mentor_has_more_mentees_than_room_and_cancels(rows, mentorships):
    rooms = {
        e.person_id: e.capacity
        for e in rows["enrollments"].values()
        if e.role == "mentor"
    }
    load = Counter(m.person_id for m in rows["members"].values() if m.role == "mentor")
    over = [rows["people"][p].handle for p in load if load[p] > rooms[p]]
    lost = [
        s
        for m in mentorships.values()
        if m.handle.endswith("-ruth")
        for s in of(rows, "sessions", m)
        if s.status in ("cancelled", "moved", "no_show")
    ]

    assert over == ["ruth"]
    assert len(lost) >= 6


def test_one_has_two_milestones_late(rows, mentorships):
    late = late_on(milestones_of(rows, mentorships["chiamaka-beatriz"]), QUARTER.end)

    assert len(late) == 2


def test_the_group_has_several_mentees_and_the_peers_no_mentor(rows, mentorships):
    group = mentorships["clinical-teachers"]
    peers = mentorships["inka-kofi"]

    assert len(names_of(rows, group, "mentee")) == 3
    assert len({g.owner_id for g in of(rows, "goals", group)}) == 3
    assert len(names_of(rows, peers, "mentee")) == 2
    assert names_of(rows, peers, "mentor") == []


@pytest.mark.parametrize(
    ("table", "field", "words"),
    [
        ("sessions", "status", {"held", "planned", "cancelled", "no_show", "moved"}),
        (
            "milestones",
            "status",
            {"planned", "in_progress", "done", "missed", "dropped"},
        ),
        ("actions", "status", {"open", "done", "dropped"}),
        (
            "goals",
            "status",
            {"draft", "active", "paused", "met", "partly_met", "dropped", "superseded"},
        ),
        (
            "reflections",
            "kind",
            {"pre_session", "post_session", "journal", "success", "misstep"},
        ),
        ("reflections", "visibility", {"private", "pair", "program"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_can_happen_happens_somewhere(rows, table, field, words):
    found = {getattr(record, field).value for record in rows[table].values()}

    assert words <= found


def test_a_target_was_recalibrated_with_a_reason_and_a_decision(program, rows):
    revised = [
        e.what
        for e in program.entries
        if e.op == "revise" and "target" in e.what.changes
    ]
    decided = {d.ref_id for d in rows["decisions"].values() if d.about == "goal"}

    assert revised
    assert all(r.why and r.id in decided for r in revised)


def test_confidence_is_rated_often_by_mentees_and_monthly_by_mentors(rows):
    mentors = {m.person_id for m in rows["members"].values() if m.role == "mentor"}
    ratings = [r for r in rows["reflections"].values() if r.confidence]
    by_mentor = Counter(r.author_id in mentors for r in ratings)

    assert by_mentor[True] > 45
    assert by_mentor[False] > 120


def test_a_charter_has_a_second_edition_beside_the_first(rows, mentorships):
    editions = defaultdict(set)
    for clause in rows["charters"].values():
        editions[clause.mentorship_id].add(clause.edition)

    assert len(editions) >= 3
    assert editions[mentorships["amara-ingrid"].mentorship_id] == {1, 2}


def test_one_refused_and_one_withdrew_what_they_had_allowed(rows):
    consents = list(rows["consents"].values())
    told = Counter((c.granted, c.withdrawn_on is not None) for c in consents)

    assert told[False, False] == told[True, True] == 1
    assert told[True, False] >= 4
    assert {c.mentorship_id is None for c in consents} == {True, False}
