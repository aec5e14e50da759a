"""The letter that goes with everything about a person: what is there, what is not."""

from __future__ import annotations

from mentorkit.frames.files import Export
from mentorkit.i18n import N_, NN_, plural, translate
from mentorkit.models import RECORDS
from mentorkit.models.dictionary import purpose


README = "README.txt"

LETTER = N_(
    """{title}
{line}

From the mentoring records “{workspace}”, as they were on {day} (UTC).


WHAT IS HERE

{files}
{empty}
The rows that name you: as yourself, as a member, as the owner of a goal or an action,
as the author of a reflection or a note, as whoever signed a decision or measured
progress, or as whoever gave or refused a consent. The mentorships that you belong to,
with their charters, sessions and decisions. The milestones and the progress of your
goals. The programs that you took part in.


WHAT IS NOT HERE

Texts that other people keep private; where such a text belongs to a row about you, the
row is here and its cell is empty. Goals, actions, reflections and consents of other
people. The record of who changed what and when, reports that were made and handed out,
and backup copies: ask the program for those.


HOW TO READ THE FILES

Each file opens in any spreadsheet or text editor; it is comma-separated, in UTF-8, with
the columns' names in its first row. Days are written year-month-day, moments in UTC. An
empty cell means that nothing was said. A text that a spreadsheet would run as a formula
has an apostrophe before it. datapackage.json says for each column what it is called, what
it means and what its words stand for.
"""
)


def letter(export: Export, workspace: str, language: str = "en") -> str:
    """Return the letter for a person's bundle.

    Parameters
    ----------
    export : Export
        The bundle.
    workspace : str
        What the workspace is called.
    language : str
        The letter's language.
    """
    counts = {record: len(export.tables[record.table]) for record in RECORDS}
    widest = max(len(record.table) for record in RECORDS) + len(".csv")
    files = [
        f"{record.table + '.csv':<{widest}}  {_rows(count, language):>8}"
        f"  {translate(purpose(record), language)}"
        for record, count in counts.items()
        if count
    ]
    none = [record.table for record, count in counts.items() if not count]
    empty = translate(N_("Nothing is recorded under: {tables}."), language)
    return translate(LETTER, language).format(
        title=export.about["title"],
        line="=" * len(export.about["title"]),
        workspace=workspace,
        day=export.about["created"].partition("T")[0],
        files="\n".join(files),
        empty=f"\n{empty.format(tables=', '.join(none))}\n" if none else "",
    )


def _rows(count: int, language: str) -> str:
    return plural(*NN_("{n} row", "{n} rows"), count, language)
