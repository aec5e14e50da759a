"""A list by reasons: whole on the index while it is short, else over pages of its own.

What the lists are of is in ``reasons`` and ``changing``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from mentorkit.i18n import N_, NN_, fill, number_text, plural, translate
from mentorkit.report.markup import el, filled, joined, small
from mentorkit.report.run.names import numbered


SHOWN = 30
"""How many reviews a list on the index names before it goes on on pages of its own."""

EACH = 250
"""How many reviews one page names."""


REASONS = 12
"""How many reasons of a long list the index names."""


@dataclass(frozen=True, slots=True)
class Group:
    """Reviews that are listed for one reason.

    Attributes
    ----------
    reason : Markup
        The reason, in words.
    items : sequence of Markup
        The reviews, as they are listed under it.
    """

    reason: Markup
    items: Sequence[Markup]


@dataclass(frozen=True, slots=True)
class Listing:
    """Groups under one heading.

    Attributes
    ----------
    kind : str
        What its pages are called by; see ``names``.
    title, lead : str
        Its heading and the sentence under it.
    groups : sequence of Group
        In the order in which they are told.
    short : Markup
        What the index shows while the list is short.
    class_ : str
        The looks of its items.
    """

    kind: str
    title: str
    lead: str
    groups: Sequence[Group]
    short: Markup
    class_: str = ""

    @property
    def count(self) -> int:
        """How many reviews it names."""
        return sum(len(group.items) for group in self.groups)

    @property
    def long(self) -> bool:
        """Whether it has pages of its own."""
        return self.count > SHOWN

    def body(self, language: str) -> Markup:
        """Return what the index shows of it."""
        if not self.long:
            return self.short
        starts: dict[int, int] = {}
        for number, part in enumerate(self._parts(), 1):
            for at, _ in part:
                starts.setdefault(at, number)
        lines = [
            self._line(group.reason, starts[at], at, many(len(group.items), language))
            for at, group in enumerate(self.groups[:REASONS], 1)
        ]
        if (rest := len(self.groups) - REASONS) > 0:
            words = NN_("{n} more reason", "{n} more reasons")
            at = REASONS + 1
            lines.append(self._line(plural(*words, rest, language), starts[at], at))
        return el("ul", joined(*lines), class_="reasons-of")

    def _line(self, words: object, page: int, at: int, beside: str = "") -> Markup:
        """Return a link to where a group begins."""
        where = el("a", words, href=f"{numbered(self.kind, page)}#g{at}")
        return el("li", where, small(beside) if beside else "")

    def pages(self, language: str) -> Iterator[Markup]:
        """Give what each of its pages lists; none while it is short."""
        if not self.long:
            return
        begun = 0
        for part in self._parts():
            told: list[Markup] = []
            for at, items in groupby(part, key=lambda item: item[0]):
                group = self.groups[at - 1]
                again = at == begun
                begun = at
                told.append(
                    self._section(
                        at, group, [i for _, i in items], language, again=again
                    )
                )
            yield joined(*told)

    def _section(
        self,
        at: int,
        group: Group,
        items: Sequence[Markup],
        language: str,
        *,
        again: bool,
    ) -> Markup:
        reason = group.reason
        if again:
            message = translate(N_("{reason} (continued)"), language)
            reason = filled(message, reason=reason)
        return el(
            "section",
            el("h2", reason, id=f"g{at}"),
            el("p", many(len(group.items), language), class_="lead"),
            el("ul", joined(*(el("li", item) for item in items)), class_=self.class_),
            aria_labelledby=f"g{at}",
        )

    def _parts(self) -> list[list[tuple[int, Markup]]]:
        """Return the items of each page, each with the number of its group."""
        every = [
            (at, item)
            for at, group in enumerate(self.groups, 1)
            for item in group.items
        ]
        return [every[start : start + EACH] for start in range(0, len(every), EACH)]


def many(n: int, language: str) -> str:
    """Return how many reviews are meant."""
    return plural(*NN_("{n} review", "{n} reviews"), n, language)


def place_in(number: int, pages: int, language: str) -> str:
    """Return which page of how many it is."""
    told = {"n": number_text(number, language), "all": number_text(pages, language)}
    return fill(N_("Page {n} of {all}"), language, **told)
