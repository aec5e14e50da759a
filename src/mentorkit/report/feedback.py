"""The page that a learner gets back: what they answered, and what was said to it.

A notebook is never behind it: it is made from text alone, and what people typed is inert.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from mentorkit.i18n import N_, day_text, fill, translate
from mentorkit.report.markup import el, joined, one_line, prose, said
from mentorkit.report.table import table
from mentorkit.report.template import rendered


COMMENT, LEVEL, ANSWER = N_("Comment"), N_("Level"), N_("Your answer")
NOTHING = N_("You left this open.")
WHOLE = N_("On the whole")
HANDED_IN = N_("Handed in on {day}")
TITLE = N_("Feedback: {title}")


@dataclass(frozen=True, slots=True)
class Reply:
    """One question, what was answered to it, and what was said to that.

    Attributes
    ----------
    key : str
        The prompt.
    texts : tuple of str
        What was typed, or each option that was chosen.
    chosen : bool
        Whether the texts are options.
    columns, rows : tuple
        A table's headings, and its cells row by row.
    comments, levels : tuple of str
        What was said, and the steps of a scale, in words.
    """

    key: str
    title: str
    texts: tuple[str, ...] = ()
    chosen: bool = False
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    comments: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether anything was."""
        return bool(self.texts or self.rows)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one learner gets back of one assignment, and of nobody else's.

    Attributes
    ----------
    title : str
        The template's.
    learner, name : str
        Their handle, and their name.
    language : str
        The template's: what was asked was asked in it.
    handed_in : datetime.date or None
        The day of the file that counts.
    replies : tuple of Reply
        The questions, in their order.
    comments : tuple of str
        What was said on the whole.
    """

    assignment: str
    title: str
    learner: str
    name: str
    language: str
    handed_in: dt.date | None
    replies: tuple[Reply, ...]
    comments: tuple[str, ...] = ()


def feedback_page(feedback: Feedback) -> str:
    """Return the page that a learner gets back, the same bytes each time.

    Parameters
    ----------
    feedback : Feedback
        What they answered, and what was said to it.
    """
    language = feedback.language
    title = one_line(feedback.title)
    meta: list[Markup | str] = [said(feedback.name)]
    if feedback.handed_in:
        day = day_text(feedback.handed_in, language)
        meta.append(fill(HANDED_IN, language, day=day))
    values = {
        "title": fill(TITLE, language, title=title),
        "heading": said(title),
        "meta": meta,
        "whole": [prose(text) for text in feedback.comments],
        "replies": [
            (f"q{number}", said(reply.title), joined(*_reply(reply, language)))
            for number, reply in enumerate(feedback.replies, 1)
        ],
    }
    return rendered("feedback.html.j2", language, values)


def _reply(reply: Reply, language: str) -> Iterator[Markup]:
    """Give the two parts of one question: the answer, and what was said to it."""
    yield el("div", *_answer(reply, language))
    told = [
        *((LEVEL, el("p", el("strong", said(text)))) for text in reply.levels),
        *((COMMENT, prose(text)) for text in reply.comments),
    ]
    if told:
        named = (
            el("div", el("dt", translate(word, language)), el("dd", html))
            for word, html in told
        )
        yield el("dl", *named, class_="said")


def _answer(reply: Reply, language: str) -> Iterator[Markup]:
    label = translate(ANSWER, language)
    if reply.rows:
        rows = (_cells(row) for row in reply.rows)
        columns = [one_line(name) for name in reply.columns]
        yield table(label, columns, rows, class_="grid")
    if reply.chosen and reply.texts:
        options = (el("li", said(text)) for text in reply.texts)
        yield el("ul", *options, class_="plain", aria_label=label)
    elif reply.texts:
        texts = (prose(text) for text in reply.texts)
        yield el("blockquote", *texts, aria_label=label)
    if not reply.answered:
        yield el("p", translate(NOTHING, language), class_="none")


def _cells(row: Iterable[str]) -> list[Markup]:
    return [prose(cell) if "\n" in cell else said(cell or "–") for cell in row]
