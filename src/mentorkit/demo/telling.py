"""What the telling of one story shares: its ids, its people, its moments."""

from __future__ import annotations

import datetime as dt

from mentorkit.demo.clock import Clock
from mentorkit.demo.enroll import person_id, program_id
from mentorkit.demo.ledger import Ids, Ledger
from mentorkit.demo.plan import SessionPlan, Story
from mentorkit.demo.program_plan import ProgramPlan
from mentorkit.models import Goal, Mentorship, Session, SessionStatus


class Telling:
    """One story while it is told.

    Attributes
    ----------
    goals : dict
        The id of each goal, by its key.
    sessions : dict
        The id of each session, by its day.
    """

    def __init__(
        self, ledger: Ledger, story: Story, program: ProgramPlan, seed: int
    ) -> None:
        self.ledger, self.story, self.program = ledger, story, program
        self.ids = Ids(story.handle)
        self.clock = Clock(seed, story.handle, self.zone(story.mentees[0]))
        self.program_id = program_id(program)
        self.mentorship_id = self.ids.draw(Mentorship)
        self.goals = {goal.key: self.ids.draw(Goal) for goal in story.goals}
        self.sessions = {plan.on: self.ids.draw(Session) for plan in story.sessions}
        self.starts = {plan.on: self._start(plan) for plan in story.sessions}
        self.lengths = {plan.on: self._length(plan) for plan in story.sessions}
        self._written = {plan.on: self._write_up(plan) for plan in story.sessions}

    @property
    def host(self) -> str:
        """Who keeps the notes: the first mentor, or a peer."""
        return (self.story.mentors or self.story.mentees)[0]

    def zone(self, handle: str) -> str:
        """Return somebody's time zone."""
        return self.program.person(handle).timezone

    def person(self, handle: str) -> str:
        """Return somebody's id; nobody unknown is ever mentioned."""
        return person_id(self.program.person(handle).handle)

    def when(self, day: dt.date, by: str, late: int = 0) -> dt.datetime:
        """Return when somebody wrote a thing of that day down.

        On the day of a meeting, that is after its notes; else in the evening.
        """
        if late or day not in self._written:
            return self.clock.evening(day + dt.timedelta(days=late), self.zone(by))
        self._written[day] = self.clock.soon(self._written[day])
        return self._written[day]

    def day_near(self, day: dt.date, end: dt.date) -> dt.date:
        """Return the day of a session as it is, and any other day or the next."""
        if day in self.sessions:
            return day
        return self.clock.near(day, end if day <= end else self.program.last_day)

    def _start(self, plan: SessionPlan) -> dt.datetime:
        if plan.at:
            return self.clock.at(plan.on, plan.at)
        return self.clock.meeting(plan.on, self.story.at)

    def _length(self, plan: SessionPlan) -> int | None:
        usual = plan.minutes or self.story.minutes
        if plan.status is SessionStatus.HELD:
            return self.clock.length(usual)
        return usual if plan.status is SessionStatus.PLANNED else None

    def _write_up(self, plan: SessionPlan) -> dt.datetime:
        if plan.late:
            day = plan.on + dt.timedelta(days=plan.late)
            return self.clock.evening(day, self.zone(self.host))
        end = self.starts[plan.on] + dt.timedelta(minutes=self.lengths[plan.on] or 0)
        return self.clock.after(end)
