"""A program's mentorships side by side: the numbers of their own reviews."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.report import programs

from mentorkit.measures import cadence, overview


@pytest.fixture(scope="module")
def told():
    return programs.large(
        24,
        program={"cadence_days": 10},
        sessions=[
            programs.met(
                f"m{at:03}-t{at // 3:03}", f"2026-{month:02}-{at + 1:02}", **more
            )
            for at in range(24)
            for month, more in (
                (4, {}),
                (7, {"minutes": None}),
                (8, {"status": "no_show"}),
                (9, {"minutes": 30 + at}),
                (10, {}),
            )
        ],
    )


@pytest.fixture(scope="module")
def found(told):
    tables = {
        name: getattr(told, name)
        for name in (
            "mentorships",
            "members",
            "goals",
            "milestones",
            "progress",
            "sessions",
        )
    }
    tables["programs"] = pd.DataFrame([told.program])
    return overview(
        tables, start=told.period.start, on=told.day, timezone=told.timezone
    ).set_index("mentorship")


def test_sessions_are_those_that_each_review_counts(told, found):
    for row in told.mentorships.to_dict("records"):
        own = told.sessions[told.sessions["mentorship_id"] == row["mentorship_id"]]
        alone = cadence(
            own,
            every_days=10,
            start=told.period.start,
            on=told.day,
            timezone=told.timezone,
        )
        line = found.loc[row["handle"]]
        assert line["sessions_held"] == alone["held"]
        assert line["sessions_expected"] == alone["expected"]
        assert line["minutes"] == (alone["minutes"] or 0)
        assert (pd.Timestamp(told.day) - line["last_on"]).days == alone[
            "days_since_last"
        ]


def test_goals_and_milestones_are_counted_one_mentorship_at_a_time(found):
    first = found.loc["m000-t000"]

    assert (first["goals"], first["goals_reached"]) == (2, 1)
    assert (first["milestones"], first["milestones_done"]) == (6, 2)
    assert (first["milestones_late"], first["done_in_period"]) == (4, 2)


def test_mentorships_stand_by_the_names_of_their_mentees(found):
    names = [", ".join(each) for each in found["mentees"]]

    assert names[0].startswith("Åsa")
    assert next(n for n in names if not n.startswith("Åsa")).startswith("Béatrice")
