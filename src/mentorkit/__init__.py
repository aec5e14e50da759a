"""Mentoring and coaching in Jupyter: forms in, tidy frames, review reports out.

>>> import mentorkit as mk
>>> mk.gas_t([0, 0, 0])
50.0
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mentorkit.startup import uncollected


if TYPE_CHECKING:
    from mentorkit import charts, measures, report
    from mentorkit.assignments.answer_forms import answer_forms
    from mentorkit.errors import (
        AssignmentError,
        Conflict,
        ImportRefused,
        InUse,
        InvalidPeriod,
        InvalidRecord,
        InvalidTemplate,
        MentorkitError,
        NotAllowed,
        NotFound,
        ReviewError,
        Sealed,
        StorageError,
        WorkspaceError,
    )
    from mentorkit.measures import gas_t
    from mentorkit.models import (
        Action,
        Assessment,
        Attendance,
        Charter,
        Competency,
        Concern,
        Consent,
        Decision,
        Enrollment,
        Evidence,
        Goal,
        Item,
        Member,
        Mentorship,
        Milestone,
        Opportunity,
        Person,
        Profile,
        Program,
        Progress,
        Receipt,
        Reflection,
        Resource,
        Response,
        ReviewRun,
        Session,
        Submission,
    )
    from mentorkit.report import show
    from mentorkit.workspace import Workspace
    from mentorkit.workspace import open_workspace as open  # noqa: A004

_MODULES = ("charts", "measures", "report")

_HOMES = {
    "open": ("workspace", "open_workspace"),
    "answer_forms": ("assignments.answer_forms", "answer_forms"),
    "Workspace": ("workspace", "Workspace"),
    "show": ("report", "show"),
    "gas_t": ("measures", "gas_t"),
    **{
        name: ("models", name)
        for name in (
            "Action",
            "Assessment",
            "Attendance",
            "Charter",
            "Competency",
            "Concern",
            "Consent",
            "Decision",
            "Enrollment",
            "Evidence",
            "Goal",
            "Item",
            "Member",
            "Mentorship",
            "Milestone",
            "Opportunity",
            "Person",
            "Profile",
            "Program",
            "Progress",
            "Receipt",
            "Reflection",
            "Resource",
            "Response",
            "ReviewRun",
            "Session",
            "Submission",
        )
    },
    **{
        name: ("errors", name)
        for name in (
            "AssignmentError",
            "Conflict",
            "ImportRefused",
            "InUse",
            "InvalidPeriod",
            "InvalidRecord",
            "InvalidTemplate",
            "MentorkitError",
            "NotAllowed",
            "NotFound",
            "ReviewError",
            "Sealed",
            "StorageError",
            "WorkspaceError",
        )
    },
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that starting stays quick."""
    if name == "__version__":
        return import_module("importlib.metadata").version("mentorkit")
    if name not in _HOMES and name not in _MODULES:
        raise AttributeError(f"module 'mentorkit' has no attribute '{name}'")
    module, attribute = _HOMES.get(name, (name, ""))
    with uncollected():
        found = import_module(f"mentorkit.{module}")
    value = getattr(found, attribute) if attribute else found
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*_MODULES, *_HOMES, "__version__"])


__all__ = [
    "Action",
    "Assessment",
    "AssignmentError",
    "Attendance",
    "Charter",
    "Competency",
    "Concern",
    "Conflict",
    "Consent",
    "Decision",
    "Enrollment",
    "Evidence",
    "Goal",
    "ImportRefused",
    "InUse",
    "InvalidPeriod",
    "InvalidRecord",
    "InvalidTemplate",
    "Item",
    "Member",
    "MentorkitError",
    "Mentorship",
    "Milestone",
    "NotAllowed",
    "NotFound",
    "Opportunity",
    "Person",
    "Profile",
    "Program",
    "Progress",
    "Receipt",
    "Reflection",
    "Resource",
    "Response",
    "ReviewError",
    "ReviewRun",
    "Sealed",
    "Session",
    "StorageError",
    "Submission",
    "Workspace",
    "WorkspaceError",
    "answer_forms",
    "charts",
    "gas_t",
    "measures",
    "open",
    "report",
    "show",
]
