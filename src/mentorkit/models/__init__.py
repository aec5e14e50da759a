"""The records: one class a table, its vocabulary beside it. ``RECORDS`` lists them.

A field is declared once, in its record; everything else is made from it.
"""

from mentorkit.errors import NotFound, did_you_mean
from mentorkit.models.action import Action, ActionKind, ActionStatus
from mentorkit.models.charter import Charter, CharterSection
from mentorkit.models.consent import Consent, ConsentScope
from mentorkit.models.decision import Decision, DecisionAbout
from mentorkit.models.enrollment import (
    Enrollment,
    EnrollmentRole,
    EnrollmentStatus,
    Stage,
)
from mentorkit.models.field import About, Field
from mentorkit.models.goal import Goal, GoalKind, GoalStatus
from mentorkit.models.member import Member, MemberRole
from mentorkit.models.mentorship import (
    AT_REST,
    CloseReason,
    Mentorship,
    MentorshipStatus,
    Mode,
)
from mentorkit.models.milestone import Milestone, MilestoneStatus, Verification
from mentorkit.models.period import Period
from mentorkit.models.person import Person
from mentorkit.models.problem import problems_of
from mentorkit.models.program import Program, ProgramStatus
from mentorkit.models.progress import Progress
from mentorkit.models.record import Record, new_id
from mentorkit.models.reflection import Reflection, ReflectionKind
from mentorkit.models.session import Medium, Session, SessionKind, SessionStatus
from mentorkit.models.vocabulary import Visibility, Vocabulary


RECORDS: tuple[type[Record], ...] = (
    Program,
    Person,
    Enrollment,
    Mentorship,
    Member,
    Charter,
    Consent,
    Goal,
    Milestone,
    Progress,
    Session,
    Action,
    Reflection,
    Decision,
)
"""Every record, in an order in which no table refers to a later one."""


def record_of(name: str) -> type[Record]:
    """Return the record of a table, of its noun or of its own name.

    Examples
    --------
    >>> record_of("goals").__name__
    'Goal'
    >>> record_of("charter") is record_of("charter clause") is record_of("charters")
    True
    """
    for record in RECORDS:
        if name in (record.table, record.noun, record.__name__.lower()):
            return record
    tables = [record.table for record in RECORDS]
    raise NotFound(
        f"There is no table '{name}'.{did_you_mean(name, tables)}"
        f" The tables are {', '.join(tables)}."
    )


__all__ = [
    "AT_REST",
    "RECORDS",
    "About",
    "Action",
    "ActionKind",
    "ActionStatus",
    "Charter",
    "CharterSection",
    "CloseReason",
    "Consent",
    "ConsentScope",
    "Decision",
    "DecisionAbout",
    "Enrollment",
    "EnrollmentRole",
    "EnrollmentStatus",
    "Field",
    "Goal",
    "GoalKind",
    "GoalStatus",
    "Medium",
    "Member",
    "MemberRole",
    "Mentorship",
    "MentorshipStatus",
    "Milestone",
    "MilestoneStatus",
    "Mode",
    "Period",
    "Person",
    "Program",
    "ProgramStatus",
    "Progress",
    "Record",
    "Reflection",
    "ReflectionKind",
    "Session",
    "SessionKind",
    "SessionStatus",
    "Stage",
    "Verification",
    "Visibility",
    "Vocabulary",
    "new_id",
    "problems_of",
    "record_of",
]
