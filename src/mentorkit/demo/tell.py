"""One story from its first day on: the mentorship itself, then all that happens in it."""

from __future__ import annotations

import datetime as dt

from mentorkit.demo.agreements import tell_charters, tell_consents
from mentorkit.demo.growth import tell_goals
from mentorkit.demo.ledger import Ledger
from mentorkit.demo.plan import Story
from mentorkit.demo.practice import tell_decisions, tell_reflections, tell_sessions
from mentorkit.demo.program_plan import ProgramPlan
from mentorkit.demo.telling import Telling
from mentorkit.models import Member, MemberRole, Mentorship, MentorshipStatus


DAYS_AHEAD = 5
"""How long before its first day a mentorship is agreed on."""


def tell(ledger: Ledger, story: Story, program: ProgramPlan, seed: int) -> Telling:
    """Tell one story into the ledger; return its telling."""
    telling = Telling(ledger, story, program, seed)
    _tell_mentorship(telling)
    tell_goals(telling)
    tell_sessions(telling)
    tell_decisions(telling)
    tell_reflections(telling)
    tell_charters(telling)
    tell_consents(telling)
    return telling


def _tell_mentorship(telling: Telling) -> None:
    story, lead = telling.story, telling.program.lead
    mentorship = Mentorship(
        mentorship_id=telling.mentorship_id,
        program_id=telling.program_id,
        handle=story.handle,
        mode=story.mode,
        facet=story.facet,
        round=story.round,
        cadence_days=story.cadence_days,
        starts_on=story.starts_on,
        ends_on=story.ends_on,
        status=MentorshipStatus.ACCEPTED,
    )
    agreed = story.starts_on - dt.timedelta(days=DAYS_AHEAD)
    moment = telling.clock.evening(agreed, telling.program.timezone)
    telling.ledger.add(moment, lead, mentorship)
    roles = [(who, MemberRole.MENTOR) for who in story.mentors]
    for who, role in [*roles, *((who, MemberRole.MENTEE) for who in story.mentees)]:
        moment = telling.clock.soon(moment)
        member = Member(
            member_id=telling.ids.draw(Member),
            mentorship_id=telling.mentorship_id,
            person_id=telling.person(who),
            role=role,
            joined_on=story.starts_on,
        )
        telling.ledger.add(moment, lead, member)
    place = ("mentorships", telling.mentorship_id)
    begun = telling.clock.evening(story.starts_on, telling.program.timezone)
    active = {"status": MentorshipStatus.ACTIVE}
    telling.ledger.revise(begun, lead, place, active, "Both sides said yes; it begins.")
    for change in story.changes:
        values = change.model_dump(exclude_none=True, exclude={"on", "by", "why"})
        when = telling.when(change.on, change.by)
        telling.ledger.revise(when, change.by, place, values, change.why)
