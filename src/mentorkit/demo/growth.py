"""Goals, their milestones and their progress, from a story into the ledger."""

from __future__ import annotations

import datetime as dt
from typing import Any

from mentorkit.demo.plan import GoalChange, GoalPlan, MilestonePlan, Sighting
from mentorkit.demo.telling import Telling
from mentorkit.models import (
    Goal,
    Milestone,
    MilestoneStatus,
    Period,
    Progress,
    Verification,
)


REACHED = {
    Verification.DELIVERABLE: "Done: the thing itself is there.",
    Verification.RUBRIC: "Done: rated against the rubric together.",
    Verification.METRIC: "Done: the number was reached.",
    Verification.REVIEW: "Done: looked at together.",
    Verification.REFLECTION: "Done: said so in a reflection.",
}

LEVELS = ((0.0, -2), (0.8, -1), (1.2, 0), (1.4, 1))
"""Up to which share of the way from baseline to target each level goes."""


def tell_goals(telling: Telling) -> None:
    """Tell of each goal: set, broken into steps, seen to move, revised."""
    for plan in telling.story.goals:
        owner = _owner(telling, plan)
        moment = telling.when(plan.set_on, owner)
        telling.ledger.add(moment, owner, _goal(telling, plan, owner))
        for position, step in enumerate(plan.milestones):
            moment = telling.clock.soon(moment)
            _tell_milestone(telling, plan, (moment, owner), position, step)
        for sighting in plan.seen:
            _tell_sighting(telling, plan, sighting)
    for plan in telling.story.goals:
        for change in plan.changes:
            _tell_change(telling, plan, change)


def _owner(telling: Telling, plan: GoalPlan) -> str:
    return plan.owner or telling.story.mentees[0]


def _tell_change(telling: Telling, plan: GoalPlan, change: GoalChange) -> None:
    by = change.by or _owner(telling, plan)
    values = change.model_dump(exclude_none=True, exclude={"on", "by", "why"})
    if change.superseded_by:
        values["superseded_by"] = telling.goals[change.superseded_by]
    place = ("goals", telling.goals[plan.key])
    telling.ledger.revise(telling.when(change.on, by), by, place, values, change.why)


def _goal(telling: Telling, plan: GoalPlan, owner: str) -> Goal:
    names = ("level_m2", "level_m1", "level_0", "level_p1", "level_p2")
    same = plan.model_dump(
        include=set(Goal.model_fields) & set(GoalPlan.model_fields),
    )
    return Goal(
        **same,
        **dict(zip(names, plan.levels or (), strict=False)),
        goal_id=telling.goals[plan.key],
        mentorship_id=telling.mentorship_id,
        owner_id=telling.person(owner),
    )


def _tell_milestone(
    telling: Telling,
    goal: GoalPlan,
    first: tuple[dt.datetime, str],
    position: int,
    plan: MilestonePlan,
) -> None:
    record = Milestone(
        milestone_id=telling.ids.draw(Milestone),
        goal_id=telling.goals[goal.key],
        position=position,
        title=plan.title,
        success_means=plan.means,
        verified_by=plan.seen_by,
        starts_on=plan.begins,
        due_on=plan.due,
        original_due_on=plan.due,
        review=plan.review,
        visibility=goal.visibility,
    )
    place = ("milestones", telling.ledger.add(*first, record))
    for day, values, why in _turns(plan):
        when = telling.when(day, first[1])
        telling.ledger.revise(when, first[1], place, values, why)


def _turns(plan: MilestonePlan) -> list[tuple[dt.date, dict[str, Any], str]]:
    """Return what became of a milestone: the days, the changes, the reasons."""
    turns: list[tuple[dt.date, dict[str, Any], str]] = [
        (move.on, {"due_on": move.to}, move.why) for move in plan.moved
    ]
    if plan.begun:
        begun = {"status": MilestoneStatus.IN_PROGRESS}
        turns.append((plan.begun, begun, "Work on it began."))
    if plan.done:
        done = {"status": MilestoneStatus.DONE, "done_on": plan.done}
        how = plan.seen_by or Verification.DELIVERABLE
        turns.append((plan.done, done, plan.why or REACHED[how]))
    if plan.missed:
        missed = {"status": MilestoneStatus.MISSED}
        turns.append((plan.missed, missed, plan.why or ""))
    if plan.dropped:
        dropped = {"status": MilestoneStatus.DROPPED}
        turns.append((plan.dropped, dropped, plan.why or ""))
    return turns


def _tell_sighting(telling: Telling, goal: GoalPlan, seen: Sighting) -> None:
    by = seen.by or _owner(telling, goal)
    end = Period.parse(telling.program.period).end
    day = telling.day_near(seen.on, end)
    level = seen.level if seen.level is not None else level_of(goal, seen)
    record = Progress(
        progress_id=telling.ids.draw(Progress),
        goal_id=telling.goals[goal.key],
        recorded_on=day,
        value=seen.value,
        level=level,
        note=seen.note,
        by_id=telling.person(by),
        visibility=goal.visibility,
    )
    telling.ledger.add(telling.when(day, by, seen.late), by, record)


def level_of(goal: GoalPlan, seen: Sighting) -> int:
    """Return the level that a number stands for, by the target of its day."""
    newer = [c.target for c in goal.changes if c.target is not None and c.on <= seen.on]
    target = newer[-1] if newer else goal.target
    share = (seen.value - goal.baseline) / (target - goal.baseline)
    if share == 0:
        return goal.baseline_level
    return next((level for limit, level in LEVELS if share < limit), 2)
