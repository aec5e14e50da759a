"""One learner's copy of a template: whose it is, when it is due, and its ticket.

Questions are the same in every copy, and hold nobody's name.
"""

from __future__ import annotations

import copy
import datetime as dt
import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from mentorkit.assignments.compiled import Compiled
from mentorkit.assignments.compiling import LOCKED, as_text, markdown
from mentorkit.assignments.nbgrader import lines_of
from mentorkit.assignments.prompt import NAMESPACE, Template
from mentorkit.assignments.starter import laid_out
from mentorkit.i18n import N_, fill, moment_text


DUE = N_("**Due:** {moment} ({zone})")


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody who gets a copy: their handle, and their mentorship's if there is one."""

    handle: str
    mentorship: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One handing-out: of which template, under which name, due when.

    Attributes
    ----------
    secret : bytes
        What tickets are made with.
    due : datetime.datetime or None
        In the program's time zone.
    """

    assignment: str
    compiled: Compiled
    secret: bytes
    due: dt.datetime | None = None

    @property
    def due_at(self) -> str:
        """The moment it is due, in UTC; nothing if it never is."""
        if self.due is None:
            return ""
        return self.due.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def file_name(assignment: str, learner: str) -> str:
    """Return what a learner's copy is called.

    Examples
    --------
    >>> file_name("reflection-2026-10-16", "ada")
    'reflection-2026-10-16--ada.ipynb'
    """
    return f"{assignment}--{learner}.ipynb"


def ticket_of(secret: bytes, assignment: str, learner: str, template: Template) -> str:
    """Return what shows that a copy was made here, for this learner."""
    told = f"{assignment}|{learner}|{template.name}|{template.version}"
    return hmac.new(secret, told.encode(), sha256).hexdigest()[:32]


def copy_for(learner: Learner, handed: Round, ticket: str) -> str:
    """Return a learner's copy, as text."""
    notebook = copy.deepcopy(handed.compiled.notebook)
    notebook["metadata"][NAMESPACE] |= {
        "assignment": handed.assignment,
        "learner": learner.handle,
        "ticket": ticket,
    }
    own = [_parameters(learner, handed)]
    if handed.due is not None:
        own.insert(0, markdown("due", _due_words(handed.due, handed.compiled.template)))
    # After the title, which is the first cell.
    notebook["cells"][1:1] = own
    return as_text(notebook)


def _parameters(learner: Learner, handed: Round) -> dict[str, Any]:
    """Return the cell that says whose copy it is, as papermill finds it.

    Values are written by ``repr``, so nothing in them can become code.
    """
    values = {
        "learner": learner.handle,
        "mentorship": learner.mentorship,
        "assignment": handed.assignment,
        "due": handed.due.isoformat() if handed.due else None,
    }
    source = "\n".join(
        f"{name} = {value!r}" for name, value in values.items() if value is not None
    )
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": "parameters",
        "metadata": {
            **LOCKED,
            "jupyter": {"source_hidden": True},
            "tags": ["parameters"],
        },
        "outputs": [],
        "source": lines_of(source),
    }


def _due_words(due: dt.datetime, template: Template) -> str:
    zone = str(due.tzinfo)
    moment = moment_text(due, template.language)
    words = fill(DUE, template.language, moment=moment, zone=zone)
    return laid_out(words, template.language)
