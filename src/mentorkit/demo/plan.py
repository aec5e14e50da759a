"""What a story file may say.

A misspelt or missing word in a file is refused here; nothing is told yet.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mentorkit.models import (
    ActionKind,
    CharterSection,
    CloseReason,
    ConsentScope,
    DecisionAbout,
    EnrollmentRole,
    EnrollmentStatus,
    GoalKind,
    GoalStatus,
    Medium,
    MentorshipStatus,
    Mode,
    ReflectionKind,
    SessionKind,
    SessionStatus,
    Stage,
    Verification,
    Visibility,
)


class Plan(BaseModel):
    """A part of a file; words that it doesn't know are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Move(Plan):
    """A milestone's new date, and the reason."""

    on: dt.date
    to: dt.date
    why: str


class MilestonePlan(Plan):
    """A step, and what became of it: moved, begun, done, missed or dropped."""

    title: str
    due: dt.date
    begins: dt.date | None = None
    means: str | None = None
    seen_by: Verification | None = None
    review: bool = False
    moved: list[Move] = []
    begun: dt.date | None = None
    done: dt.date | None = None
    missed: dt.date | None = None
    dropped: dt.date | None = None
    why: str | None = None


class GoalChange(Plan):
    """A goal revised: another target or date, or how it ended."""

    on: dt.date
    by: str | None = None
    why: str
    target: float | None = None
    due_on: dt.date | None = None
    status: GoalStatus | None = None
    superseded_by: str | None = None


class Sighting(Plan):
    """How far a goal had come on a day, and what was seen."""

    on: dt.date
    value: float
    level: int | None = None
    note: str | None = None
    by: str | None = None
    late: int = 0


class GoalPlan(Plan):
    """A goal with its levels from −2 to 2, its steps, and how it went."""

    key: str
    owner: str | None = None
    title: str
    kind: GoalKind = GoalKind.SKILL
    relevant: str | None = None
    specific: str | None = None
    achievable: str | None = None
    metric: str
    unit: str
    baseline: float
    target: float
    levels: Annotated[list[str], Field(min_length=5, max_length=5)] | None = None
    baseline_level: int = -1
    importance: int = 1
    difficulty: int = 1
    set_on: dt.date
    due_on: dt.date
    status: GoalStatus = GoalStatus.ACTIVE
    visibility: Visibility = Visibility.PAIR
    milestones: list[MilestonePlan] = []
    seen: list[Sighting] = []
    changes: list[GoalChange] = []


class ActionPlan(Plan):
    """What somebody took on in a session, and what came of it."""

    who: str
    what: str
    due: dt.date | None = None
    kind: ActionKind = ActionKind.TODO
    goal: str | None = None
    done: dt.date | None = None
    dropped: dt.date | None = None
    why: str = ""
    tried: str | None = None
    learned: str | None = None
    adjust: str | None = None


class SessionPlan(Plan):
    """A meeting; ``planned`` is the day it was put in the calendar."""

    on: dt.date
    at: dt.time | None = None
    by: str | None = None
    planned: dt.date | None = None
    minutes: int | None = None
    kind: SessionKind = SessionKind.DEEP_DIVE
    medium: Medium | None = None
    status: SessionStatus = SessionStatus.HELD
    objective: str | None = None
    agenda: str | None = None
    summary: str | None = None
    note: str | None = None
    why: str = ""
    late: int = 0
    actions: list[ActionPlan] = []


class ReflectionPlan(Plan):
    """What somebody noticed, in their own words."""

    by: str
    on: dt.date
    kind: ReflectionKind = ReflectionKind.POST_SESSION
    prompt: str | None = None
    text: str
    confidence: float | None = None
    visibility: Visibility = Visibility.PAIR
    late: int = 0


class Ratings(Plan):
    """How confident somebody felt, every so many days from a day on."""

    by: str
    since: dt.date
    every: int
    ratings: list[float]


class DecisionPlan(Plan):
    """What was decided and why; ``goal`` is the key of the goal it concerns."""

    on: dt.date
    by: str
    about: DecisionAbout = DecisionAbout.PLAN
    decision: str
    why: str
    goal: str | None = None
    visibility: Visibility = Visibility.PAIR
    late: int = 0


class ClausePlan(Plan):
    """A clause of a charter."""

    about: CharterSection
    label: str | None = None
    text: str


class CharterPlan(Plan):
    """One edition of what a mentorship agreed on."""

    on: dt.date
    by: str
    edition: int = 1
    visibility: Visibility = Visibility.PAIR
    clauses: list[ClausePlan]


class ConsentPlan(Plan):
    """What somebody allows; ``here`` is for this mentorship alone."""

    on: dt.date
    by: str
    scope: ConsentScope
    granted: bool = True
    here: bool = False
    until: dt.date | None = None
    note: str | None = None
    withdrawn: dt.date | None = None
    why: str = ""


class StatusChange(Plan):
    """A mentorship paused, taken up again or closed."""

    on: dt.date
    by: str
    status: MentorshipStatus
    why: str
    close_reason: CloseReason | None = None
    ends_on: dt.date | None = None


class Story(Plan):
    """One mentorship from its first day on."""

    handle: str
    mode: Mode = Mode.ONE_TO_ONE
    facet: str
    round: int = 1
    starts_on: dt.date
    ends_on: dt.date | None = None
    cadence_days: int | None = None
    mentors: list[str] = []
    mentees: list[str]
    at: dt.time
    minutes: int
    medium: Medium = Medium.VIDEO
    changes: list[StatusChange] = []
    goals: list[GoalPlan]
    sessions: list[SessionPlan] = []
    reflections: list[ReflectionPlan] = []
    confidence: list[Ratings] = []
    decisions: list[DecisionPlan] = []
    charters: list[CharterPlan] = []
    consents: list[ConsentPlan] = []


class Part(Plan):
    """One person's part in the program."""

    role: EnrollmentRole
    applied: dt.date
    active: dt.date | None = None
    left: dt.date | None = None
    status: EnrollmentStatus = EnrollmentStatus.ACTIVE
    since: dt.date | None = None
    why: str = ""
    stage: Stage | None = None
    capacity: int = 1
    hours: float | None = None
    hopes: str | None = None
