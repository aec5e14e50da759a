"""The records: one class a table, its vocabulary beside it. ``RECORDS`` lists them.

A field is declared once, in its record; everything else is made from it.
"""

from mentorkit.errors import NotFound, did_you_mean
from mentorkit.models.action import Action, ActionKind, ActionStatus
from mentorkit.models.assessment import Assessment, RaterGroup, Wave
from mentorkit.models.attendance import Attendance
from mentorkit.models.charter import Charter, CharterSection
from mentorkit.models.competency import Competency
from mentorkit.models.concern import Concern, ConcernKind, ConcernStatus
from mentorkit.models.consent import Consent, ConsentScope
from mentorkit.models.decision import Decision, DecisionAbout
from mentorkit.models.enrollment import (
    Enrollment,
    EnrollmentRole,
    EnrollmentStatus,
    Stage,
)
from mentorkit.models.evidence import Evidence, EvidenceKind
from mentorkit.models.field import About, Field
from mentorkit.models.goal import Goal, GoalKind, GoalStatus
from mentorkit.models.item import InstrumentKind, Item
from mentorkit.models.member import Member, MemberRole
from mentorkit.models.mentorship import (
    AT_REST,
    CloseReason,
    Mentorship,
    MentorshipStatus,
    Mode,
)
from mentorkit.models.milestone import Milestone, MilestoneStatus, Verification
from mentorkit.models.opportunity import Opportunity, OpportunityKind, Outcome
from mentorkit.models.period import Period
from mentorkit.models.person import Person
from mentorkit.models.problem import problems_of
from mentorkit.models.profile import Profile, ProfileKind
from mentorkit.models.program import Program, ProgramStatus
from mentorkit.models.progress import Progress
from mentorkit.models.receipt import Receipt, ReceiptState, ReceivedBy
from mentorkit.models.record import Record, new_id
from mentorkit.models.reflection import Reflection, ReflectionKind
from mentorkit.models.resource import Resource, ResourceKind
from mentorkit.models.response import Response
from mentorkit.models.review_run import ReviewRun, ReviewStatus
from mentorkit.models.session import Medium, Session, SessionKind, SessionStatus
from mentorkit.models.submission import AnswerKind, FoundBy, Submission
from mentorkit.models.vocabulary import Visibility, Vocabulary


RECORDS: tuple[type[Record], ...] = (
    Program,
    Person,
    Enrollment,
    Profile,
    Mentorship,
    Member,
    Charter,
    Consent,
    Concern,
    Competency,
    Goal,
    Milestone,
    Progress,
    Evidence,
    Opportunity,
    Session,
    Attendance,
    Action,
    Reflection,
    Resource,
    Decision,
    Item,
    Assessment,
    Response,
    ReviewRun,
    Submission,
    Receipt,
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


def holder_of(record: type[Record]) -> type[Record] | None:
    """Return the record whose rows a record's rows hang on, if they hang on any.

    Examples
    --------
    >>> holder_of(Milestone).__name__
    'Goal'
    """
    if not record.within:
        return None
    return record_of(str(record.field(record.within).about.ref))


__all__ = [
    "AT_REST",
    "RECORDS",
    "About",
    "Action",
    "ActionKind",
    "ActionStatus",
    "AnswerKind",
    "Assessment",
    "Attendance",
    "Charter",
    "CharterSection",
    "CloseReason",
    "Competency",
    "Concern",
    "ConcernKind",
    "ConcernStatus",
    "Consent",
    "ConsentScope",
    "Decision",
    "DecisionAbout",
    "Enrollment",
    "EnrollmentRole",
    "EnrollmentStatus",
    "Evidence",
    "EvidenceKind",
    "Field",
    "FoundBy",
    "Goal",
    "GoalKind",
    "GoalStatus",
    "InstrumentKind",
    "Item",
    "Medium",
    "Member",
    "MemberRole",
    "Mentorship",
    "MentorshipStatus",
    "Milestone",
    "MilestoneStatus",
    "Mode",
    "Opportunity",
    "OpportunityKind",
    "Outcome",
    "Period",
    "Person",
    "Profile",
    "ProfileKind",
    "Program",
    "ProgramStatus",
    "Progress",
    "RaterGroup",
    "Receipt",
    "ReceiptState",
    "ReceivedBy",
    "Record",
    "Reflection",
    "ReflectionKind",
    "Resource",
    "ResourceKind",
    "Response",
    "ReviewRun",
    "ReviewStatus",
    "Session",
    "SessionKind",
    "SessionStatus",
    "Stage",
    "Submission",
    "Verification",
    "Visibility",
    "Vocabulary",
    "Wave",
    "holder_of",
    "new_id",
    "problems_of",
    "record_of",
]
