"""The program, its people, and how each of them came to take part."""

from __future__ import annotations

import datetime as dt

from mentorkit.demo.clock import Clock
from mentorkit.demo.ledger import Ids, Ledger
from mentorkit.demo.plan import Part
from mentorkit.demo.program_plan import PersonPlan, ProgramPlan
from mentorkit.models import Decision, Enrollment, EnrollmentStatus, Person, Program


def program_id(program: ProgramPlan) -> str:
    """Return the program's id."""
    return Ids(program.handle).draw(Program)


def person_id(handle: str) -> str:
    """Return the id of the person with a handle."""
    return Ids(handle).draw(Person)


def enroll(ledger: Ledger, program: ProgramPlan, seed: int) -> None:
    """Tell of the program, then of each person's sign-up and acceptance."""
    clock = Clock(seed, program.handle, program.timezone)
    lead = program.person(program.lead)
    opened = clock.evening(min(part.applied for part in lead.parts))
    ledger.add(opened, lead.handle, _person(lead))
    ledger.add(clock.soon(opened), lead.handle, _program(program))
    for person in program.people:
        _take_part(ledger, clock, program, person)
    ids = Ids(f"{program.handle} decisions")
    for plan in program.decisions:
        decision = Decision(
            decision_id=ids.draw(Decision),
            program_id=program_id(program),
            decided_on=plan.on,
            about=plan.about,
            decision=plan.decision,
            rationale=plan.why,
            by_id=person_id(plan.by),
            visibility=plan.visibility,
        )
        written = clock.evening(plan.on + dt.timedelta(days=plan.late))
        ledger.add(written, plan.by, decision)


def _program(program: ProgramPlan) -> Program:
    return Program(
        program_id=program_id(program),
        handle=program.handle,
        name=program.name,
        purpose=program.purpose,
        scope=program.scope,
        expected_outcomes=program.expected_outcomes,
        timezone=program.timezone,
        starts_on=program.starts_on,
        ends_on=program.ends_on,
        pilot_weeks=program.pilot_weeks,
        retain_days=program.retain_days,
    )


def _person(person: PersonPlan) -> Person:
    return Person(
        person_id=person_id(person.handle),
        handle=person.handle,
        name=person.name,
        email=f"{person.handle}@example.org",
        timezone=person.timezone,
        language=person.language,
        org_unit=person.org_unit,
    )


def _take_part(
    ledger: Ledger, clock: Clock, program: ProgramPlan, person: PersonPlan
) -> None:
    moment = clock.evening(min(part.applied for part in person.parts))
    if person.handle != program.lead:
        ledger.add(moment, program.lead, _person(person))
    ids = Ids(f"{person.handle} enrollments")
    for part in person.parts:
        moment = max(clock.soon(moment), clock.evening(part.applied))
        enrollment = _enrollment(ids.draw(Enrollment), program, person, part)
        place = ("enrollments", ledger.add(moment, program.lead, enrollment))
        if part.active:
            changes = {"status": EnrollmentStatus.ACTIVE, "active_on": part.active}
            when = max(clock.soon(moment), clock.evening(part.active))
            ledger.revise(when, program.lead, place, changes, "Matched, and agreed.")
        if part.status is not EnrollmentStatus.ACTIVE:
            day = part.since or part.left or part.applied + dt.timedelta(days=1)
            when = max(clock.soon(moment), clock.evening(day))
            after = {"status": part.status, "left_on": part.left}
            ledger.revise(when, program.lead, place, after, part.why)


def _enrollment(
    enrollment_id: str, program: ProgramPlan, person: PersonPlan, part: Part
) -> Enrollment:
    return Enrollment(
        enrollment_id=enrollment_id,
        program_id=program_id(program),
        person_id=person_id(person.handle),
        role=part.role,
        cohort=program.cohort,
        stage=part.stage,
        capacity=part.capacity,
        hours_per_month=part.hours,
        hopes=part.hopes,
        applied_on=part.applied,
    )
