"""Journeys, pilots, milestones and statements through the front door, and their plans."""

from __future__ import annotations

import datetime as dt

import nbformat
import pytest

import mentorkit as mk
from mentorkit.errors import MentorkitError, ReviewError
from mentorkit.models import Evidence, Opportunity
from mentorkit.workspace import open_workspace


pytestmark = pytest.mark.file

PERIOD = "2026-07-01/2026-09-30"


@pytest.fixture
def told(workspace):
    """A mentorship from July on, with a milestone and what goes with it."""
    workspace.revise(
        "mentorships", "ada-grace", starts_on=dt.date(2026, 7, 1), status="active"
    )
    own = {"mentorship_id": "ada-grace"}
    goal = workspace.add(
        mk.Goal(**own, title="Zaffre-goal", set_on=dt.date(2026, 7, 2), status="active")
    )
    step = workspace.add(
        mk.Milestone(goal_id=goal.id, title="Zaffre-step", due_on=dt.date(2026, 8, 3))
    )
    workspace.add(
        mk.Session(**own, starts_at="2026-08-30T10:00Z", status="held", minutes=50),
        Evidence(**own, person_id="ada", title="Piece", milestone_id=step.id),
        Evidence(person_id="grace", title="Thanks", kind="testimonial"),
        Opportunity(**own, person_id="ada", title="Door", sponsor_id="grace"),
    )
    workspace.step = step.id
    return workspace


def planned(ws, template, **asked):
    return ws.review(PERIOD, template=template, dry_run=True, **asked).missing


def test_a_pilot_ends_after_the_programs_weeks_as_it_was_known_then(told):
    journey = told.journey("ada-grace", PERIOD, pilot=True, as_of="2026-09-30")

    assert journey.period.name == "2026-07-01/2026-08-25"
    assert journey.day == dt.date(2026, 8, 25)
    assert journey.cut.date() == dt.date(2026, 9, 1)
    assert journey.sessions.empty


def test_a_journey_goes_from_the_first_day_to_the_last(told):
    assert told.journey("ada-grace", PERIOD).period.name == "2026Q3"
    told.revise("mentorships", "ada-grace", ends_on=dt.date(2026, 8, 31), why="Done")

    journey = told.journey("ada-grace", "2026Q4", as_of="2026-10-01")
    assert (journey.period.name, journey.day.isoformat()) == (
        "2026-07-01/2026-08-31",
        "2026-08-31",
    )
    assert len(journey.sessions) == 1


def test_a_run_is_planned_by_what_its_template_is_made_for(told):
    assert planned(told, "pilot") == ["ada-grace"]
    with pytest.raises(ReviewError, match="No mentorship ends in 2026Q3"):
        planned(told, "closure")
    assert planned(told, "closure", only=["ada-grace"]) == ["ada-grace"]
    assert planned(told, "closure", parameters={"made_for": "running"}) == ["ada-grace"]
    with pytest.raises(ReviewError, match="Did you mean 'closing'"):
        planned(told, "closure", parameters={"made_for": "closed"})
    told.revise("mentorships", "ada-grace", ends_on=dt.date(2026, 8, 31), why="Done")
    assert planned(told, "closure") == ["ada-grace"]
    (step,) = planned(told, "milestone", only=["ada-grace"])
    assert step == f"ada-grace-{told.step}"
    with pytest.raises(ReviewError, match="that is followed by a formal review was"):
        planned(told, "milestone")
    told.revise("milestones", told.step, review=True, why="A big one")
    assert planned(told, "milestone") == [step]
    assert planned(told, "program") == [told.programs()["handle"].iloc[0]]


def test_a_milestone_that_was_neither_due_nor_done_has_no_review(told):
    told.revise("milestones", told.step, due_on=dt.date(2026, 12, 1), why="Later")

    with pytest.raises(ReviewError, match="No milestone of it was due or done"):
        planned(told, "milestone", only=["ada-grace"])


def test_a_title_that_is_not_shared_is_in_no_byte_of_a_milestones_run(told):
    told.revise("milestones", told.step, review=True, why="A big one")
    run = told.review(PERIOD, template="milestone", audience="program", workers=1)

    (outcome,) = run.outcomes
    assert outcome.status == "ok", outcome.message
    assert outcome.names == "Ada Lovelace"
    files = [path for path in run.folder.parent.rglob("*") if path.is_file()]
    assert len(files) > 3
    assert not [path for path in files if b"Zaffre" in path.read_bytes()]
    (noted,) = told.review_runs().to_dict("records")
    assert (noted["mentorship"], noted["template"]) == ("ada-grace", "milestone")


def test_a_statement_is_made_for_its_mentor_and_noted_nowhere(told):
    run = told.review(PERIOD, template="impact", workers=1)

    assert [outcome.status for outcome in run.outcomes] == ["ok"]
    assert run.folder.parts[-2:] == ("2026Q3-impact", "grace")
    page = (run.folder / "grace.html").read_text("utf-8")
    assert "Grace Hopper" in page
    assert "Ada" not in page
    assert told.review_runs().empty


@pytest.mark.parametrize(
    ("template", "about"),
    [
        ("closure", {"mentorship": "ada-grace"}),
        ("pilot", {"mentorship": "ada-grace"}),
        ("milestone", {}),
        ("impact", {"person": "grace"}),
        ("program", {"program": ""}),
    ],
)
def test_every_cell_of_a_shipped_review_shows_a_block(told, template, about):
    path = told.folder / "notebooks" / "reviews" / f"{template}.ipynb"
    values = {"workspace": str(told.folder), "period": PERIOD, "as_of": "2026-09-01"}
    values |= about or {"milestone": told.step}
    shown = []
    for cell in nbformat.read(path, as_version=4).cells:
        if "parameters" in cell.metadata.get("tags", []):
            known = {}
            exec(cell.source, known)  # noqa: S102 - the notebook that we ship
            assert set(values) <= set(known)
            known |= values
        elif cell.source.startswith("mk.report."):
            shown.append(eval(cell.source, known))  # noqa: S307
        elif cell.cell_type == "code":
            exec(cell.source, known)  # noqa: S102

    kinds = [
        each.content()["kind"] if hasattr(each, "content") else "facts"
        for each in shown
    ]
    assert kinds[:2] == ["heading", "summary"]
    assert kinds[-2:] == ["colophon", "facts"]
    assert {each.audience for each in shown} == {known["audience"]}


def test_a_statement_is_ones_own_alone(told):
    statement = told.statement(PERIOD)

    assert (statement.person, statement.audience) == ("Grace Hopper", "private")
    assert len(statement.mentorships) == len(statement.thanks) == 1
    assert len(statement.opportunities) == 1
    assert planned(told, "impact") == ["grace"]
    with pytest.raises(ReviewError, match="and for nobody else"):
        planned(told, "impact", only=["ada"])
    with pytest.raises(ReviewError, match="not made for the audience 'program'"):
        planned(told, "impact", audience="program")
    mentee = open_workspace(told.folder, as_="ada", today=told.today)
    with pytest.raises(ReviewError, match="mentored nobody"):
        planned(mentee, "impact")
    stranger = open_workspace(told.folder, today=told.today)
    stranger.user = "nobody"
    with pytest.raises(MentorkitError, match="nobody here is called 'nobody'"):
        stranger.statement(PERIOD)
