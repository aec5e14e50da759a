"""The step to layout 3: ten tables more, as they were when that layout was new."""

from __future__ import annotations

from alembic.operations import Operations

from mentorkit.store.step_columns import Layout, make


KEYS = {
    "programs": "program_id",
    "people": "person_id",
    "mentorships": "mentorship_id",
    "goals": "goal_id",
    "milestones": "milestone_id",
    "sessions": "session_id",
    "competencies": "competency_id",
    "evidence": "evidence_id",
    "resources": "resource_id",
    "items": "item_id",
    "assessments": "assessment_id",
}
"""The tables that others refer to, and their keys."""

CIRCLES = "private pair peers program public"

STAGES = "foundation developing proficient advanced"

TABLES = {
    "profiles": Layout(
        key="profile_id",
        columns="""
            person_id>people kind topic level? text? visibility
        """,
        words={
            "kind": "skill_have skill_want interest value style specialty format availability constraint access_need demographic",
            "level": STAGES,
            "visibility": CIRCLES,
        },
        lengths={"topic": (1, 120), "text": (None, 2000)},
        once=("person_id kind topic",),
        rules=("kind NOT IN ('access_need', 'demographic') OR visibility = 'private'",),
    ),
    "concerns": Layout(
        key="concern_id",
        columns="""
            program_id>programs by_id>people handler_id>people
            mentorship_id>mentorships? kind text wish? raised_on:day status
            resolved_on:day? outcome?
        """,
        words={
            "kind": "conduct conflict_of_interest dispute safety scheduling fit",
            "status": "open mediating resolved escalated",
        },
        lengths={
            "handler_id": (1, None),
            "text": (1, 20000),
            "wish": (None, 5000),
            "outcome": (None, 5000),
        },
        rules=(
            "resolved_on >= raised_on",
            "(status = 'resolved') = (resolved_on IS NOT NULL)",
        ),
    ),
    "competencies": Layout(
        key="competency_id",
        columns="""
            handle name framework description? stage? uri? parent_id>competencies?
        """,
        words={
            "stage": STAGES,
        },
        lengths={
            "handle": (None, 80),
            "name": (1, 200),
            "framework": (1, 120),
            "description": (None, 5000),
            "uri": (None, 2000),
        },
        once=("handle",),
    ),
    "evidence": Layout(
        key="evidence_id",
        columns="""
            person_id>people mentorship_id>mentorships? title kind uri? alt_text?
            occurred_on:day annotation? goal_id>goals? milestone_id>milestones?
            competency_id>competencies? visibility credential? revoked_on:day?
        """,
        words={
            "kind": "artifact deliverable dashboard presentation testimonial review metric badge capstone resume",
            "visibility": CIRCLES,
        },
        lengths={
            "person_id": (1, None),
            "title": (1, 300),
            "uri": (None, 2000),
            "alt_text": (None, 2000),
            "annotation": (None, 5000),
            "credential": (None, 2000),
        },
        sealed="uri alt_text annotation credential",
        rules=("revoked_on >= occurred_on",),
    ),
    "opportunities": Layout(
        key="opportunity_id",
        columns="""
            person_id>people mentorship_id>mentorships? title kind sponsor_id>people?
            occurred_on:day outcome note? evidence_id>evidence? visibility
        """,
        words={
            "kind": "introduction advocacy showcase exposure project_role internship scholarship promotion raise",
            "outcome": "offered taken declined succeeded no_result",
            "visibility": CIRCLES,
        },
        lengths={"person_id": (1, None), "title": (1, 300), "note": (None, 5000)},
        sealed="note",
    ),
    "attendance": Layout(
        key="attendance_id",
        columns="""
            session_id>sessions person_id>people attended:flag prepared:flag?
            rating:whole?
        """,
        lengths={"session_id": (1, None), "person_id": (1, None)},
        limits={"rating": (1, 5)},
        once=("session_id person_id",),
    ),
    "resources": Layout(
        key="resource_id",
        columns="""
            handle title kind uri? description? competency_id>competencies? stage?
            minutes:whole? load:whole? after_id>resources? language captions:flag?
            transcript_uri? low_bandwidth_uri? licence?
        """,
        words={
            "kind": "article video tool case_study course book talking_points syllabus template starter",
            "stage": STAGES,
        },
        lengths={
            "handle": (None, 80),
            "title": (1, 300),
            "uri": (None, 2000),
            "description": (None, 2000),
            "language": (2, 35),
            "transcript_uri": (None, 2000),
            "low_bandwidth_uri": (None, 2000),
            "licence": (None, 200),
        },
        limits={"minutes": (1, 100000), "load": (1, 5)},
        once=("handle",),
    ),
    "items": Layout(
        key="item_id",
        columns="""
            handle instrument edition:whole position:whole kind subscale? text
            scale_min:number? scale_max:number? anchors? reversed:flag
            competency_id>competencies? source licence
        """,
        words={
            "kind": "rubric survey check test",
        },
        lengths={
            "handle": (None, 160),
            "instrument": (None, 80),
            "subscale": (None, 80),
            "text": (1, 2000),
            "anchors": (None, 5000),
            "source": (1, 500),
            "licence": (1, 200),
        },
        limits={"edition": (1, 1000), "position": (1, 1000)},
        once=("handle", "instrument edition position"),
        rules=(
            "(scale_min IS NULL) = (scale_max IS NULL)",
            "scale_max > scale_min",
            "anchors IS NULL OR scale_min IS NOT NULL",
        ),
    ),
    "assessments": Layout(
        key="assessment_id",
        columns="""
            program_id>programs mentorship_id>mentorships? instrument edition:whole
            person_id>people rater_id>people rater_group wave session_id>sessions?
            taken_on:day note? visibility
        """,
        words={
            "rater_group": "self mentor mentee manager peer report lead other",
            "wave": "intake baseline pulse mid post retro_pre followup closure",
            "visibility": CIRCLES,
        },
        lengths={"instrument": (None, 80), "note": (None, 5000)},
        sealed="note",
        limits={"edition": (1, 1000)},
    ),
    "responses": Layout(
        key="response_id",
        columns="""
            assessment_id>assessments item_id>items value:number? text?
        """,
        lengths={
            "assessment_id": (1, None),
            "item_id": (1, None),
            "text": (None, 10000),
        },
        sealed="text",
        once=("assessment_id item_id",),
        rules=("value IS NOT NULL OR text IS NOT NULL",),
    ),
}


def to_3(op: Operations) -> None:
    """Add profiles, concerns, portfolios, a library, attendance and measurement."""
    for table, layout in TABLES.items():
        make(op, table, layout, KEYS)
