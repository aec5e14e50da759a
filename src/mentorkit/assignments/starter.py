"""What learners find in a notebook besides the questions: starters, and how to answer.

In the language of the template where mentorkit speaks it; reads nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mistune import create_markdown

from mentorkit.assignments.prompt import Column, Kind, Option
from mentorkit.i18n import N_, direction, languages, translate


WRITE = N_("Write here.")

HOW = N_("How to answer")

ALWAYS = N_(
    "Double-click an answer to write in it, and press Shift+Enter when you are done."
    " The questions themselves are locked."
)

BY_KIND = {
    Kind.CHOICE: N_("To choose, put an x between the brackets: `[x]`."),
    Kind.SCALE: N_("To choose, put an x between the brackets: `[x]`."),
    Kind.MULTIPLE: N_("Where several are true, put an x for each."),
    Kind.TABLE: N_(
        "In a table, write between the bars. For another row, copy an empty one."
    ),
    Kind.DATE: N_("Write a day as year, month and day: `2026-10-16`."),
}

LAST = N_(
    "Save the notebook (Ctrl+S, or ⌘S on a Mac) before you send it back. Nothing in it"
    " has to be run."
)

WITH_FORMS = (
    N_(
        "Run all cells (in the menu: Run, Run All Cells): a form opens below each"
        " question. Tab goes from one field to the next. The questions themselves are"
        " locked."
    ),
    N_(
        "Your answers stay in this notebook, and nowhere else. Save it (Ctrl+S, or ⌘S on"
        " a Mac) before you send it back."
    ),
    N_(
        "Where no form opens, mentorkit is not installed there: add a Markdown cell"
        " below the question, and write your answer in it."
    ),
)

DAY = "YYYY-MM-DD"
"""How a day is written, whatever the language."""

NO_PARAGRAPH = re.compile(r"[#>|~<]|[-*+] |\d+[.)] | {4}")
"""What a block of Markdown begins with that is something else."""


def starter_of(
    kind: Kind,
    options: Iterable[Option],
    columns: Iterable[Column],
    rows: int,
    language: str,
) -> str:
    """Return the source of an answer's cell as it goes out.

    Examples
    --------
    >>> print(starter_of(Kind.TABLE, (), (Column("title", "What"),), 1, "en"))
    | What |
    | ---- |
    |      |
    """
    match kind:
        case Kind.TEXT:
            starter = f"*{translate(WRITE, language)}*" if _spoken(language) else ""
        case Kind.DATE:
            return DAY
        case Kind.TABLE:
            starter = _table([column.label for column in columns], rows)
        case Kind.CHOICE | Kind.MULTIPLE | Kind.SCALE:
            starter = "\n".join(f"- [ ] {option.label}" for option in options)
    return in_its_direction(starter, language)


def _table(labels: Sequence[str], rows: int) -> str:
    """Return a table of Markdown whose bars stand below each other, to write between."""
    widths = [max(len(label), 3) for label in labels]
    rule, blank = (["-" * n for n in widths], [" " * n for n in widths])
    padded = [label.ljust(n) for label, n in zip(labels, widths, strict=True)]
    lines = [padded, rule, *[blank] * rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def how_to(kinds: Iterable[Kind], language: str) -> str:
    """Return how the kinds of answers in a template are given.

    Empty in a language that mentorkit does not speak: its author says it.
    """
    if not _spoken(language):
        return ""
    there = set(kinds) | ({Kind.CHOICE} if Kind.MULTIPLE in kinds else set())
    own = dict.fromkeys(words for kind, words in BY_KIND.items() if kind in there)
    return _how((ALWAYS, *own, LAST), language)


def how_to_with_forms(language: str) -> str:
    """Return how answers are given where each question has a form below it."""
    return _how(WITH_FORMS, language) if _spoken(language) else ""


def _how(told: Iterable[str], language: str) -> str:
    lines = "\n".join(f"- {translate(words, language)}" for words in told)
    return laid_out(f"**{translate(HOW, language)}**\n\n{lines}", language)


def in_its_direction(source: str, language: str) -> str:
    """Return an answer's source so that JupyterLab shows it the way its language runs.

    It shows every paragraph from left to right unless it is told otherwise.

    Examples
    --------
    >>> print(in_its_direction("مرحبًا", "ar"))
    <div dir="rtl">
    <BLANKLINE>
    مرحبًا
    <BLANKLINE>
    </div>
    """
    if not source or direction(language) == "ltr":
        return source
    return f'<div dir="rtl">\n\n{source}\n\n</div>'


def laid_out(source: str, language: str) -> str:
    """Return the source of a locked cell, its paragraphs set where they begin.

    JupyterLab sets paragraphs to the left, whatever their direction; only a paragraph's
    own style is stronger.
    """
    if direction(language) == "ltr" or "```" in source:
        return in_its_direction(source, language)
    blocks = (_set(block) for block in re.split(r"\n{2,}", source))
    return in_its_direction("\n\n".join(blocks), language)


def _set(block: str) -> str:
    if NO_PARAGRAPH.match(block):
        return block
    words = str(create_markdown()(block)).strip()
    return words.replace("<p>", '<p style="text-align: right">')


def _spoken(language: str) -> bool:
    return language.partition("-")[0] in languages()
