"""Two people's mentorship with something planted in every text that a review could show.

What is planted is the test's business: a word that is looked for, or an attack.
"""

import datetime as dt

import mentorkit as mk
from mentorkit.models import (
    Assessment,
    Concern,
    Evidence,
    Opportunity,
    Profile,
    Receipt,
    Submission,
    Visibility,
    record_of,
)
from mentorkit.privacy.remains import is_free


LEFT_AS_THEY_ARE = {"anchors", "language", "ref_id", "timezone"}


def texts_of(make, pair, table, seen):
    """Return what is planted in each text of a row, by field."""
    return {
        field.name: make(pair, table, field, seen)
        for field in record_of(table).fields()
        if is_free(field) and field.name not in LEFT_AS_THEY_ARE
    }


def plant_pair(ws, make, pair, who):
    """Plant in a mentorship of a mentee and a mentor, once for each visibility."""
    mentee, mentor = who
    if pair not in {*ws.mentorships(audience="pair")["handle"]}:
        ws.add(mk.Mentorship(handle=pair))
    ws.revise(
        "mentorships",
        pair,
        status="active",
        starts_on=dt.date(2026, 7, 1),
        ends_on=dt.date(2026, 9, 30),
        facet=texts_of(make, pair, "mentorships", "program")["facet"],
        why="Begun",
    )
    known = {*ws.members(mentorship=pair, audience="pair")["person"]}
    parts = {mentee: "mentee", mentor: "mentor"}
    ws.add(
        *(
            mk.Member(mentorship_id=pair, person_id=person, role=role)
            for person, role in parts.items()
            if person not in known
        )
    )
    hoped = texts_of(make, pair, "profiles", "program")
    ws.add(
        Profile(person_id=mentee, kind="demographic", **hoped),
        Concern(
            by_id=mentor,
            handler_id=mentee,
            **texts_of(make, pair, "concerns", "private"),
        ),
    )
    hand_in(ws, make, pair, mentee)
    for seen in Visibility.words():
        plant_rows(ws, make, pair, who, seen)


def plant_rows(ws, make, pair, who, seen):
    mentee, mentor = who

    def texts(table):
        return {"visibility": seen, **texts_of(make, pair, table, seen)}

    own, theirs = {"mentorship_id": pair}, {"mentorship_id": pair, "person_id": mentee}
    day = dt.date(2026, 7, 1) + dt.timedelta(days=7 * Visibility.words().index(seen))
    goal = ws.add(
        mk.Goal(**own, owner_id=mentee, set_on=day, status="active", **texts("goals"))
    )
    step = ws.add(
        mk.Milestone(goal_id=goal.id, due_on="2026-09-01", **texts("milestones"))
    )
    sheet = Assessment(
        **own,
        instrument="pulse",
        person_id=mentee,
        rater_id=mentee,
        wave="mid",
        taken_on=day,
        visibility=seen,
        note=texts_of(make, pair, "assessments", seen)["note"],
    )
    ws.add(
        mk.Progress(
            goal_id=goal.id, by_id=mentee, recorded_on=day, level=1, **texts("progress")
        ),
        mk.Session(
            **own,
            starts_at=f"{day}T15:00Z",
            status="held",
            minutes=40,
            private_note_by=mentor,
            **texts("sessions"),
        ),
        mk.Action(**own, owner_id=mentee, set_on=day, **texts("actions")),
        mk.Reflection(
            **own,
            author_id=mentee,
            kind="success",
            confidence=3,
            written_on=day,
            **texts("reflections"),
        ),
        mk.Decision(**own, by_id=mentor, decided_on=day, **texts("decisions")),
        Evidence(**theirs, milestone_id=step.id, occurred_on=day, **texts("evidence")),
        Opportunity(
            **theirs, sponsor_id=mentor, occurred_on=day, **texts("opportunities")
        ),
        sheet,
    )


def hand_in(ws, make, pair, who):
    file = {
        "person_id": who,
        "assignment": "week-1",
        "template": "reflection",
        "template_version": "1.0.0",
        "fingerprint": "0" * 64,
    }
    texts = {
        table: {
            name: word
            for name, word in texts_of(make, pair, table, "private").items()
            if name not in file
        }
        for table in ("submissions", "receipts")
    }
    when = {"received_at": "2026-09-01T10:00+00:00", "received_by": "file"}
    ws.store.add(
        [
            Submission(
                **file, **{**texts["submissions"], "kind": "text", "part": "text"}
            ),
            Receipt(**file, **{**texts["receipts"], **when}),
        ],
        "grace",
    )
