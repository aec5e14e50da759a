"""Snapshots of journeys, pilots, milestones, and of a mentor's own statement."""

from __future__ import annotations

from dataclasses import fields, replace

import pandas as pd
from tests.report import programs, stories
from tests.report.stories import HOSTILE

from mentorkit.frames import Journey, Statement
from mentorkit.models import Assessment, Consent, Evidence, Opportunity


MORE = {
    "evidence": Evidence,
    "opportunities": Opportunity,
    "assessments": Assessment,
    "consents": Consent,
}
PEOPLE = {"p-a": "amina", "p-d": "daniel"}


def journey(told=None, milestone_id="", **more):
    """Return a mentorship's snapshot with what was gathered on the way."""
    told = told or stories.snapshot()
    plain = {field.name: getattr(told, field.name) for field in fields(told)}
    gathered = {
        name: stories.frame(record, more.get(name, ()), PEOPLE)
        for name, record in MORE.items()
    }
    return Journey(**plain, **gathered, milestone_id=milestone_id)


def shows(number, title, **more):
    return {
        "evidence_id": f"ev-{number}",
        "mentorship_id": "ms-1",
        "person_id": "p-a",
        "title": title,
        "occurred_on": "2026-09-18",
    } | more


def opened(number, title, **more):
    return {
        "opportunity_id": f"op-{number}",
        "mentorship_id": "ms-1",
        "person_id": "p-a",
        "title": title,
        "occurred_on": "2026-09-20",
    } | more


def closed(**more):
    """A mentorship that has come to a good end, with letters in it."""
    told = stories.rich(
        mentorship={
            "status": "closed",
            "close_reason": "goals_met",
            "ends_on": "2026-09-28",
        },
        period="2026-04-01/2026-09-28",
    )
    told = replace(
        told,
        reflections=pd.concat(
            [
                told.reflections,
                _written("closing_letter", "Dear Daniel,\n\nthank you."),
            ],
            ignore_index=True,
        ),
    )
    own = {
        "evidence": [
            shows(1, "Tutorial 1", annotation="I **wrote** it alone."),
            shows(2, "The talk", kind="presentation", occurred_on="2026-08-01"),
        ],
        "opportunities": [opened(1, "Met the head of data", outcome="taken")],
        "assessments": [
            {"instrument": "mentoring-skills", "wave": "post", "taken_on": "2026-09-20"}
        ],
        "consents": [
            {
                "person_id": "p-a",
                "scope": "publish",
                "granted": False,
                "given_on": "2026-09-21",
            }
        ],
    }
    return journey(told, **own | more)


def _written(kind, text):
    row = stories.wrote(90, "2026-09-27", kind=kind, text=text)
    return stories.frame(stories.Reflection, [row], PEOPLE)


def milestone(**more):
    """The milestone of the full quarter that moved and was done in the end."""
    told = stories.rich(period="2026-04-01/2026-09-30")
    steps = told.milestones.copy()
    fifth = steps["milestone_id"] == "m-5"
    steps.loc[fifth, "success_means"] = "Thirty tables, and no night shift."
    steps["verified_by"] = steps["verified_by"].mask(fifth, "metric")
    own = {
        "evidence": [shows(1, "The log of the move", milestone_id="m-5")],
        "opportunities": [opened(1, "Asked to advise sales", evidence_id="ev-1")],
    }
    return journey(replace(told, milestones=steps), "m-5", **own | more)


def hostile():
    """A journey in which somebody typed what should do harm."""
    return journey(
        stories.hostile(),
        "m-1",
        evidence=[shows(1, HOSTILE, annotation=HOSTILE, milestone_id="m-1")],
        opportunities=[opened(1, HOSTILE, evidence_id="ev-1")],
    )


def statement(pairs=3, thanks=()):
    """What a mentor of some people gave."""
    told = programs.large(pairs)
    frames = {
        name: getattr(told, name)
        for name in ("mentorships", "members", "goals", "milestones", "progress")
    }
    return Statement(
        handle="t000",
        program=told.program,
        period=told.period,
        day=told.day,
        cut=told.cut,
        audience="private",
        language="en",
        timezone=told.timezone,
        person="Daniel Reyes",
        **frames,
        sessions=told.sessions,
        opportunities=told.opportunities,
        thanks=stories.frame(Evidence, thanks, PEOPLE),
    )


THANKS = {
    "evidence_id": "ev-t",
    "person_id": "p-d",
    "kind": "testimonial",
    "title": "From a mentee",
    "annotation": "You asked, and then you *waited*.",
    "occurred_on": "2026-09-01",
    "visibility": "public",
}
KEPT = THANKS | {"evidence_id": "ev-k", "annotation": "Kept back", "visibility": "pair"}

JOURNEYS = {
    "closure": (closed, "closure"),
    "closure-empty": (journey, "closure"),
    "closure-hostile": (hostile, "closure"),
    "pilot": (lambda: journey(stories.rich()), "pilot"),
    "pilot-empty": (journey, "pilot"),
    "milestone": (milestone, "milestone"),
    "milestone-hostile": (hostile, "milestone"),
    "impact": (lambda: statement(thanks=[THANKS, KEPT]), "impact"),
    "impact-empty": (lambda: statement(0), "impact"),
}
"""What journeys' pages are made of, and by which parts."""
