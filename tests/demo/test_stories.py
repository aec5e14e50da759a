"""The demo's texts: enough of them, and each one written for its own place."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from pydantic import ValidationError

from mentorkit.demo.plan import Story
from mentorkit.demo.program_plan import read_program, read_stories


TOLD = (
    "goals",
    "milestones",
    "progress",
    "sessions",
    "actions",
    "reflections",
    "decisions",
    "charters",
    "consents",
)
NOT_PROSE = ("unit", "timezone", "visibility")


def texts(rows):
    """Give every text with the mentorship that it belongs to."""
    for table in TOLD:
        for record in rows[table].values():
            goal = rows["goals"].get(getattr(record, "goal_id", None))
            home = goal.mentorship_id if goal else record.mentorship_id
            for field in record.fields():
                value = getattr(record, field.name)
                prose = field.kind == "text" and not field.name.endswith("_id")
                if prose and field.name not in NOT_PROSE and value:
                    yield home, value


def used_in_several(pairs):
    homes = defaultdict(set)
    for home, text in pairs:
        homes[text].add(home)
    return [text for text, places in homes.items() if len(places) > 1]


def test_no_text_is_used_in_two_mentorships(rows):
    assert used_in_several(texts(rows)) == []


def test_no_sentence_is_used_in_two_mentorships(rows):
    sentences = (
        (home, sentence)
        for home, text in texts(rows)
        for sentence in re.split(r"(?<=[.!?])\s+", text)
        if len(sentence) > 15
    )

    assert used_in_several(sentences) == []


@pytest.mark.parametrize(
    ("table", "field", "least"),
    [
        ("reflections", "text", 90),
        ("sessions", "summary", 80),
        ("decisions", "rationale", 40),
        ("goals", "title", 48),
        ("milestones", "title", 90),
    ],
)
def test_there_is_enough_to_read(rows, table, field, least):
    found = [getattr(record, field) for record in rows[table].values()]
    written = {text for text in found if text}

    assert len(written) >= least


def test_reflections_are_short_and_long(rows):
    lengths = [len(r.text) for r in rows["reflections"].values() if r.text]

    assert min(lengths) < 90
    assert max(lengths) > 500


def test_mentors_write_as_well_as_mentees(rows):
    mentors = {m.person_id for m in rows["members"].values() if m.role == "mentor"}
    authors = {r.author_id for r in rows["reflections"].values() if r.text}

    assert len(mentors & authors) >= 15


def test_a_private_note_has_its_author(rows):
    noted = [s for s in rows["sessions"].values() if s.private_note]

    assert len(noted) >= 5
    assert all(session.private_note_by for session in noted)


def test_a_session_that_was_not_held_says_why(rows):
    lost = ("cancelled", "no_show", "moved")
    sessions = [s for s in rows["sessions"].values() if s.status in lost]

    assert all(session.summary for session in sessions)


def test_a_story_is_named_after_its_file_and_tells_only_of_people_in_the_program():
    known = {person.handle for person in read_program().people}

    for story in read_stories():
        assert {*story.mentors, *story.mentees} <= known
        authors = {reflection.by for reflection in story.reflections}
        assert authors <= {*story.mentors, *story.mentees}


def test_a_misspelt_word_in_a_story_is_refused():
    values = read_stories()[0].model_dump() | {"mentes": ["ada"]}

    with pytest.raises(ValidationError, match="mentes"):
        Story(**values)
