"""Who was matched and how long it took, and what of it may be told of groups."""

from __future__ import annotations

import pytest

from mentorkit.measures import access, by_group
from mentorkit.models import Enrollment, Member, Mentorship, Person


@pytest.fixture
def asked(frame):
    """Return a function that gives what became of people who asked."""

    def of(*people, on="2026-09-30"):
        rows = [
            dict(zip(("key", "status", "since", "stage"), p, strict=True))
            for p in people
        ]
        return access(
            frame(
                Enrollment,
                *(
                    {
                        "person_id": f"p-{row['key']}",
                        "role": "mentee",
                        "status": row["status"],
                        "applied_on": "2026-04-01",
                        "stage": row["stage"],
                    }
                    for row in rows
                ),
                {"person_id": "p-mo", "role": "mentor", "status": "active"},
            ),
            frame(
                Person,
                *(
                    {"person_id": f"p-{r['key']}", "handle": r["key"], "name": r["key"]}
                    for r in rows
                ),
            ),
            frame(
                Mentorship,
                *(
                    {
                        "mentorship_id": f"ms-{r['key']}",
                        "handle": r["key"],
                        "starts_on": r["since"],
                        "status": "active",
                    }
                    for r in rows
                    if r["since"]
                ),
            ),
            frame(
                Member,
                *(
                    {
                        "mentorship_id": f"ms-{r['key']}",
                        "person_id": f"p-{r['key']}",
                        "role": "mentee",
                    }
                    for r in rows
                    if r["since"]
                ),
            ),
            on=on,
        )

    return of


def test_a_wait_ends_when_the_mentorship_begins_or_goes_on(asked):
    found = asked(
        ("ada", "active", "2026-05-01", None),
        ("bo", "waiting", None, None),
        ("cy", "withdrawn", None, None),
        ("di", "active", "2026-10-12", None),
    ).set_index("person")

    assert found["state"].to_dict() == {
        "ada": "matched",
        "bo": "waiting",
        "cy": "left",
        "di": "waiting",
    }
    assert found["days"].to_dict() == {"ada": 30, "bo": 182, "cy": 182, "di": 182}


def test_a_group_is_told_where_it_is_large_and_no_small_count_is(asked):
    people = [(f"a{at}", "active", "2026-05-01", "foundation") for at in range(8)]
    people += [(f"b{at}", "active", "2026-05-11", "developing") for at in range(14)]
    people += [(f"c{at}", "active", "2026-06-01", "advanced") for at in range(3)]
    people += [(f"w{at}", "waiting", None, "developing") for at in range(2)]
    people += [("x", "waiting", None, "advanced")]

    found = {each.group: each for each in by_group(asked(*people), "stage", 5)}

    assert list(found) == ["developing", ""]
    assert (found["developing"].people, found["developing"].matched) == (16, None)
    assert found["developing"].days == 40
    assert found[""].people == 12
    assert found[""].matched is None


def test_where_every_group_is_small_nothing_is_told(asked):
    people = [(f"a{at}", "active", "2026-05-01", "foundation") for at in range(3)]
    people += [(f"b{at}", "active", "2026-05-01", "developing") for at in range(4)]

    assert by_group(asked(*people), "stage", 5) == []
    assert by_group(asked(*people), "cohort", 5) == []


def test_nobody_who_asked_is_no_error(asked):
    assert asked().empty
