"""What all pages of a run say alike: its name, its days, for whom, and how it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from mentorkit.i18n import N_, NN_, day_text, fill, plural, translate
from mentorkit.models import Period, Visibility
from mentorkit.report.markup import el, filled, one_line, said
from mentorkit.report.run.changing import changed
from mentorkit.report.run.entry import Entry, by_name
from mentorkit.report.run.groups import Listing
from mentorkit.report.run.reasons import calls, failures
from mentorkit.report.telling import count, listed, span


SUBJECTS = {
    "mentorship": (
        N_("Mentorship"),
        N_("All mentorships, by name"),
        NN_("{n} mentorship", "{n} mentorships"),
    ),
    "program": (
        N_("Program"),
        N_("All programs, by name"),
        NN_("{n} mentorship", "{n} mentorships"),
    ),
    "milestone": (
        N_("Milestone"),
        N_("All milestones, by name"),
        NN_("{n} milestone", "{n} milestones"),
    ),
    "person": (
        N_("Person"),
        N_("Everybody, by name"),
        NN_("{n} mentorship", "{n} mentorships"),
    ),
}
"""What reviews are about: what a column of them is called, the table, their number."""


@dataclass(frozen=True)
class Run:
    """A run as its pages tell it.

    Attributes
    ----------
    about : mapping
        What holds for all of it; see :func:`pages.run_pages`.
    entries : sequence of mappings
        Its reviews.
    """

    about: Mapping[str, Any]
    entries: Sequence[Entry]

    @property
    def language(self) -> str:
        """The language of its pages."""
        return str(self.about.get("language") or "en")

    @property
    def subject(self) -> str:
        """What its reviews are about."""
        return str(self.about.get("subject") or "mentorship")

    @cached_property
    def by_name(self) -> list[Entry]:
        """Its reviews in the order in which they are listed."""
        return sorted(self.entries, key=by_name)

    @cached_property
    def failed(self) -> Listing:
        """Those that could not be made."""
        return failures(self.by_name, self.language)

    @cached_property
    def calls(self) -> Listing:
        """Those that ask for a call."""
        return calls(self.by_name, self.language)

    @cached_property
    def changes(self) -> Listing | None:
        """What changed since the last run, where there was one."""
        return changed(self.about, self.by_name, self.language)

    @property
    def made(self) -> int:
        """How many reviews there are."""
        return len(self.entries) - self.failed.count

    @property
    def days(self) -> str:
        """The days that it is about, in words."""
        period = Period.parse(self.about["period"])
        return span(period.start, period.end, self.language)

    @property
    def program(self) -> str:
        """The name of the program."""
        name = self.about.get("program") or translate(N_("Mentoring"), self.language)
        return one_line(name)

    def values(self) -> dict[str, Any]:
        """Return what every template of a run is given."""
        message = N_("{program}, reviews of {days}")
        named = {"program": self.program, "days": self.days}
        return {
            "title": fill(message, self.language, **named),
            "program": said(self.program),
            "meta": self._meta(),
        }

    def _meta(self) -> list[str]:
        language = self.language
        each = (int(entry["facts"].get("mentorships", 1)) for entry in self.entries)
        told = [self.days, plural(*SUBJECTS[self.subject][2], sum(each), language)]
        if self.about.get("audience"):
            circle = translate(Visibility(self.about["audience"]).label, language)
            told.append(fill(N_("For: {circle}"), language, circle=circle))
        if self.about.get("cut"):
            cut = dt.datetime.fromisoformat(str(self.about["cut"])).date()
            when = day_text(cut, language)
            told.append(fill(N_("As written down by {day}"), language, day=when))
        return told

    def lede(self) -> Markup:
        """Return in one sentence how the run went."""
        language = self.language
        if not self.entries:
            return escape(translate(N_("No mentorship was reviewed."), language))
        parts = [
            (*NN_("{n} review is ready", "{n} reviews are ready"), self.made),
            (
                *NN_("{n} could not be made", "{n} could not be made"),
                self.failed.count,
            ),
            (*NN_("{n} needs a call", "{n} need a call"), self.calls.count),
        ]
        told = []
        for one, several, n in parts:
            if n or one == parts[0][0]:
                message = plural(one, several, n, language, n="{n}")
                told.append(filled(message, n=el("strong", count(n, language))))
        marks = listed([f"{{{at}}}" for at in range(len(told))], language)
        sentence = str(filled(marks, *told)) + "."
        at = sentence.index(">") + 1 if sentence.startswith("<") else 0
        first = sentence[:at] + sentence[at].upper() + sentence[at + 1 :]
        return Markup(first) + self._unfinished()  # noqa: S704 - made of escaped pieces

    def _unfinished(self) -> Markup:
        missing = int(self.about.get("missing") or 0)
        if not missing:
            return Markup()
        told = plural(
            *NN_(
                "The run was stopped before {n} more was made; the same command goes on"
                " with it.",
                "The run was stopped before {n} more were made; the same command goes on"
                " with it.",
            ),
            missing,
            self.language,
        )
        return Markup(" ") + escape(told)
