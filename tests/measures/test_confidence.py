"""Ratings of confidence, with the role of whoever gave them."""

from __future__ import annotations

import pytest

from mentorkit.measures import confidence
from mentorkit.models import Member, MemberRole, Reflection


def rated(person, day, rating, mentorship="ms-ada"):
    return {
        "mentorship_id": mentorship,
        "author_id": person,
        "written_on": day,
        "confidence": rating,
        "text": "A few words.",
    }


def member(person, role, mentorship="ms-ada"):
    return {
        "mentorship_id": mentorship, "person_id": person, "role": role,
        "joined_on": "2026-07-01",
    }  # fmt: skip


@pytest.fixture
def members(frame):
    found = frame(Member, member("p-daniel", "mentor"), member("p-amina", "mentee"))
    return found.assign(name=["Daniel Reyes", "Amina Okafor"])


def test_ratings_come_by_day_with_name_and_role(frame, members):
    reflections = frame(
        Reflection,
        rated("p-amina", "2026-09-01", 4.2),
        rated("p-amina", "2026-07-01", 2.6),
        rated("p-daniel", "2026-07-01", 3),
        rated("p-amina", "2026-08-01", None),
    )

    found = confidence(reflections, members)

    assert list(found["day"].dt.strftime("%m-%d")) == ["07-01", "07-01", "09-01"]
    assert list(found["name"]) == ["Daniel Reyes", "Amina Okafor", "Amina Okafor"]
    assert list(found["role"]) == ["mentor", "mentee", "mentee"]
    assert list(found["confidence"]) == [3, 2.6, 4.2]


def test_somebody_who_is_no_member_keeps_the_handle_and_has_no_role(frame, members):
    found = confidence(frame(Reflection, rated("p-noor", "2026-07-01", 3)), members)

    assert list(found["name"]) == ["noor"]
    assert found["role"].isna().all()


def test_members_are_not_needed(frame):
    found = confidence(frame(Reflection, rated("p-noor", "2026-07-01", 3)))

    assert list(found["person"]) == ["noor"]


def test_two_roles_in_one_mentorship_do_not_double_a_rating(frame):
    members = frame(Member, member("p-bo", "mentee"), member("p-bo", "mentor"))

    found = confidence(frame(Reflection, rated("p-bo", "2026-07-01", 3)), members)

    assert list(found["role"]) == ["mentor"]


def test_a_role_counts_in_its_own_mentorship(frame):
    members = frame(
        Member, member("p-bo", "mentee"), member("p-bo", "mentor", "ms-later")
    )

    found = confidence(frame(Reflection, rated("p-bo", "2026-07-01", 3)), members)

    assert list(found["role"]) == ["mentee"]


def test_members_without_their_mentorship_are_found_by_person(frame, members):
    plain = members[["person_id", "person", "name", "role"]]

    found = confidence(frame(Reflection, rated("p-amina", "2026-07-01", 3)), plain)

    assert list(found["role"]) == ["mentee"]


def test_no_ratings_give_an_empty_frame_with_the_same_dtypes(frame, members):
    full = confidence(frame(Reflection, rated("p-amina", "2026-07-01", 3)), members)

    for given in (members, members.iloc[:0], None):
        empty = confidence(frame(Reflection), given)

        assert len(empty) == 0
        assert list(empty.dtypes) == list(full.dtypes)
    assert list(full["role"].cat.categories) == MemberRole.words()
