"""Sessions, actions, reflections, ratings and decisions, from a story into the ledger."""

from __future__ import annotations

import datetime as dt

from mentorkit.demo.plan import ActionPlan, Ratings, ReflectionPlan, SessionPlan
from mentorkit.demo.telling import Telling
from mentorkit.models import (
    Action,
    ActionStatus,
    Decision,
    Period,
    Reflection,
    ReflectionKind,
    Session,
    SessionStatus,
)


LATER = ("status", "minutes", "summary", "private_note", "private_note_by")
"""What is only known of a session once its time has come."""


def tell_sessions(telling: Telling) -> None:
    """Tell of each session when it was written up, or planned and then held."""
    for plan in telling.story.sessions:
        session = _session(telling, plan)
        by = plan.by or telling.host
        if plan.planned is None:
            telling.ledger.add(telling.when(plan.on, by), by, session)
        else:
            _tell_planned(telling, plan, session, by)
        for action in plan.actions:
            _tell_action(telling, plan, action)


def _session(telling: Telling, plan: SessionPlan) -> Session:
    return Session(
        session_id=telling.sessions[plan.on],
        mentorship_id=telling.mentorship_id,
        starts_at=telling.starts[plan.on],
        timezone=telling.clock.zone,
        minutes=telling.lengths[plan.on],
        kind=plan.kind,
        medium=plan.medium or telling.story.medium,
        status=plan.status,
        objective=plan.objective,
        agenda=plan.agenda,
        summary=plan.summary or plan.why or None,
        private_note=plan.note,
        private_note_by=telling.person(telling.host) if plan.note else None,
    )


def _tell_planned(
    telling: Telling, plan: SessionPlan, session: Session, by: str
) -> None:
    first = telling.when(plan.planned or plan.on, by)
    blank = dict.fromkeys(LATER[2:]) | {
        "status": SessionStatus.PLANNED,
        "minutes": plan.minutes or telling.story.minutes,
    }
    telling.ledger.add(first, by, Session(**(session.model_dump() | blank)))
    if plan.status is SessionStatus.PLANNED:
        return
    later = {name: getattr(session, name) for name in LATER}
    changes = {name: value for name, value in later.items() if value is not None}
    place = ("sessions", session.session_id)
    when = telling.when(plan.on, by)
    telling.ledger.revise(when, by, place, changes, plan.why or "Held as planned.")


def _tell_action(telling: Telling, session: SessionPlan, plan: ActionPlan) -> None:
    action = Action(
        action_id=telling.ids.draw(Action),
        mentorship_id=telling.mentorship_id,
        title=plan.what,
        owner_id=telling.person(plan.who),
        set_on=session.on,
        due_on=plan.due,
        kind=plan.kind,
        session_id=telling.sessions[session.on],
        goal_id=telling.goals[plan.goal] if plan.goal else None,
    )
    added = telling.when(session.on, telling.host)
    place = ("actions", telling.ledger.add(added, telling.host, action))
    end = plan.done or plan.dropped
    if end is None:
        return
    status = ActionStatus.DONE if plan.done else ActionStatus.DROPPED
    told = plan.model_dump(include={"tried", "learned", "adjust"}, exclude_none=True)
    changes = {"status": status, **told}
    if plan.done:
        changes["done_on"] = plan.done
    telling.ledger.revise(
        telling.when(end, plan.who), plan.who, place, changes, plan.why
    )


def tell_reflections(telling: Telling) -> None:
    """Tell of what people wrote, and of how sure they felt between sessions."""
    for plan in telling.story.reflections:
        _tell_reflection(telling, plan)
    for ratings in telling.story.confidence:
        _tell_ratings(telling, ratings)


def _tell_reflection(telling: Telling, plan: ReflectionPlan) -> None:
    about = (ReflectionKind.PRE_SESSION, ReflectionKind.POST_SESSION)
    reflection = Reflection(
        reflection_id=telling.ids.draw(Reflection),
        mentorship_id=telling.mentorship_id,
        author_id=telling.person(plan.by),
        kind=plan.kind,
        prompt=plan.prompt,
        text=plan.text,
        confidence=plan.confidence,
        written_on=plan.on,
        session_id=telling.sessions.get(plan.on) if plan.kind in about else None,
        visibility=plan.visibility,
    )
    when = telling.when(plan.on, plan.by, plan.late)
    telling.ledger.add(when, plan.by, reflection)


def _tell_ratings(telling: Telling, plan: Ratings) -> None:
    end = Period.parse(telling.program.period).end
    for count, rating in enumerate(plan.ratings):
        day = plan.since + dt.timedelta(days=count * plan.every)
        day = telling.day_near(day, end)
        reflection = Reflection(
            reflection_id=telling.ids.draw(Reflection),
            mentorship_id=telling.mentorship_id,
            author_id=telling.person(plan.by),
            kind=ReflectionKind.JOURNAL,
            confidence=rating,
            written_on=day,
        )
        when = telling.clock.evening(day, telling.zone(plan.by))
        telling.ledger.add(when, plan.by, reflection)


def tell_decisions(telling: Telling) -> None:
    """Tell of what was decided, always with its reason."""
    for plan in telling.story.decisions:
        decision = Decision(
            decision_id=telling.ids.draw(Decision),
            program_id=telling.program_id,
            mentorship_id=telling.mentorship_id,
            decided_on=plan.on,
            about=plan.about,
            decision=plan.decision,
            rationale=plan.why,
            by_id=telling.person(plan.by),
            ref_id=telling.goals[plan.goal] if plan.goal else None,
            visibility=plan.visibility,
        )
        when = telling.when(plan.on, plan.by, plan.late)
        telling.ledger.add(when, plan.by, decision)
