"""Every error that mentorkit raises on purpose.

Messages are for the person at the keyboard: what was wrong, where, what to do.
Nothing here knows how an error is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one value: where it stands, and what was expected.

    Examples
    --------
    >>> print(Problem("Enter a date, such as 2026-09-30.", field="due_on",
    ...               value="soon", file="goals.csv", row=4))
    goals.csv, row 4, due_on: Enter a date, such as 2026-09-30. (was 'soon')
    """

    message: str
    field: str | None = None
    value: object = None
    file: str | None = None
    row: int | None = None

    def __str__(self) -> str:
        place = [self.file, f"row {self.row}" if self.row else None, self.field]
        where = ", ".join(part for part in place if part)
        was = "" if self.value in (None, "") else f" (was {_short(self.value)})"
        return f"{where}: {self.message}{was}" if where else f"{self.message}{was}"

    def as_dict(self) -> dict[str, object]:
        """Return the problem as plain data, without what is not known."""
        return {k: v for k, v in asdict(self).items() if v is not None}


class MentorkitError(Exception):
    """What all of mentorkit's errors have in common; ``exit_code`` is the command's."""

    exit_code = 2

    def _render_traceback_(self) -> list[str]:
        """Show a notebook the message alone (the hook that IPython looks for)."""
        return [f"{type(self).__name__}: {self}"]


class InvalidRecord(MentorkitError):  # noqa: N818 - named by the situation
    """A record holds values that its model refuses; ``problems`` lists them all."""

    def __init__(self, record: str, problems: Sequence[Problem]) -> None:
        self.record = record
        self.problems = tuple(problems)
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"This {record} cannot be kept as it is:\n{lines}")


class ImportRefused(MentorkitError):  # noqa: N818
    """Files could not be imported; ``problems`` says where and why, and nothing was."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        first = "\n".join(f"  {problem}" for problem in self.problems[:20])
        more = f"\n  and {count - 20} more" if count > 20 else ""
        noun = "problem" if count == 1 else "problems"
        super().__init__(f"Nothing was imported: {count} {noun}.\n{first}{more}")


class NotFound(MentorkitError):  # noqa: N818
    """A name, handle or id that nothing in the workspace has."""


class Conflict(MentorkitError):  # noqa: N818
    """Somebody else saved a newer version first; nothing was overwritten."""

    def __init__(
        self, message: str, *, changed: Sequence[dict[str, object]] = ()
    ) -> None:
        self.changed = tuple(changed)
        super().__init__(message)


class InUse(MentorkitError):  # noqa: N818
    """A row cannot go while other rows refer to it."""


class NotAllowed(MentorkitError):  # noqa: N818
    """The database does not let this login do it; nothing was changed."""


class Sealed(MentorkitError):  # noqa: N818
    """A text is sealed and does not open here; nothing was changed."""


class WorkspaceError(MentorkitError):
    """The workspace cannot be found, read or laid out."""


class StorageError(MentorkitError):
    """The database cannot be opened or written; nothing was half-done."""


class InvalidPeriod(MentorkitError):  # noqa: N818
    """A period that is neither a quarter, a month nor a range of days."""


class MeasureError(MentorkitError):
    """A measure or a chart was given what it cannot work with."""


class ReviewError(MentorkitError):
    """A review cannot be planned, run or turned into a page."""


class InvalidTemplate(MentorkitError):  # noqa: N818
    """A template that cannot be handed out; ``problems`` says where and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"This template cannot be used as it is:\n{lines}")


class AssignmentError(MentorkitError):
    """What is to be handed out cannot be, or what is kept of it cannot be read."""


def did_you_mean(value: object, known: Iterable[str]) -> str:
    """Return `` Did you mean ...?`` for the closest known word, or nothing.

    Examples
    --------
    >>> did_you_mean("agred", ["draft", "agreed"])
    " Did you mean 'agreed'?"
    """
    words, typed = list(known), str(value).lower()
    begun = [word for word in words if typed and word.startswith(typed)]
    close = get_close_matches(typed, words, n=1) or begun
    return f" Did you mean '{close[0]}'?" if close else ""


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
