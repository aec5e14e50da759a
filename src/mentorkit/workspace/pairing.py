"""Which row of a handed-in table is which row that was adopted before.

By all that it says, then by what it is called, then by its number: so a row that was
moved is the same row, and one that was put in between takes no other's place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mentorkit.errors import InvalidRecord, NotFound
from mentorkit.models import Record, record_of
from mentorkit.store.log import plain
from mentorkit.store.mapping.cells import folded
from mentorkit.workspace.drafts import MOST_ROWS, Draft
from mentorkit.workspace.whose import Belonging


if TYPE_CHECKING:
    from mentorkit.store import Transaction


CALLED = {
    "progress": ("goal_id", "recorded_on"),
    "profiles": ("topic",),
    "reflections": ("text",),
}
"""What tells a row of a table from the others."""

TITLE = ("title",)
"""What does so elsewhere."""

MOVED = "It is what row {row} was when it was adopted."
BY_NUMBER = "By its number alone it is taken for what was “{name}”."

Alike = Callable[[int, int], bool]
"""Whether a row of the file is like one that was adopted, by their numbers."""


def pair(
    rows: Sequence[int], kept: Collection[int], alike: Iterable[Alike], there: Alike
) -> dict[int, int]:
    """Return for each row of a file the number under which it is kept.

    Parameters
    ----------
    rows : sequence of int
        The numbers of the file's rows.
    kept : collection of int
        The numbers of the rows that were adopted before.
    alike : iterable of callable
        What rows are known again by, the surest first.
    there : callable
        Whether a row that nothing else speaks for may take the place of its number.

    Examples
    --------
    >>> old, new = ["sleep", "read"], ["walk", "sleep", "read"]
    >>> same = lambda row, place: new[row] == old[place]
    >>> pair([0, 1, 2], [0, 1], [same], lambda row, place: True)
    {1: 0, 2: 1, 0: 2}
    """
    found: dict[int, int] = {}
    for each in [*alike, lambda row, place: row == place and there(row, place)]:
        left = [row for row in rows if row not in found]
        found |= _matched(left, set(kept) - {*found.values()}, each)
    for row in rows:
        if row not in found and row not in kept:
            found[row] = row
    free = (
        n for n in range(len(rows) + MOST_ROWS) if n not in {*kept, *found.values()}
    )
    numbers = [*free]
    found |= zip((row for row in rows if row not in found), numbers, strict=False)
    return found


def _matched(
    rows: Sequence[int], kept: Collection[int], alike: Alike
) -> dict[int, int]:
    """Return as many pairs as there can be, in their own places where they may stay."""
    holder: dict[int, int] = {}

    def seat(row: int, tried: set[int]) -> bool:
        for place in sorted(kept, key=lambda place: (place != row, place)):
            if place not in tried and alike(row, place):
                tried.add(place)
                if place not in holder or seat(holder[place], tried):
                    holder[place] = row
                    return True
        return False

    for row in rows:
        seat(row, set())
    return {row: place for place, row in holder.items()}


@dataclass(slots=True)
class _Kept:
    """A row that was adopted before, as it is or was last.

    Attributes
    ----------
    called : dict of str to set of str
        Everything that the fields have held by which it is told from others.
    is_there : bool
        Whether nobody has taken it out.
    """

    values: Mapping[str, Any]
    is_there: bool
    called: dict[str, set[str]] = field(default_factory=dict)


def known_again(drafts: Sequence[Draft], change: Transaction, whose: Belonging) -> None:
    """Give the drafts of tables the keys of the rows that they were before."""
    tables: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.prompt and draft.prompt.columns and draft.key and not draft.target:
            tables.setdefault(draft.prompt.id, []).append(draft)
    for asked, own in tables.items():
        table = own[0].table
        ids = {whose.id_of(table, f"{asked}.{n}"): n for n in range(MOST_ROWS)}
        histories = change.histories(table, [*ids])
        kept = {
            ids[key]: _kept(change, table, key, histories[key]) for key in histories
        }
        _rekey(asked, own, kept)


def _rekey(asked: str, drafts: Sequence[Draft], kept: Mapping[int, _Kept]) -> None:
    numbered = {(draft.row or 1) - 1: draft for draft in drafts}
    whole = {number: _whole(draft) for number, draft in numbered.items()}

    def unchanged(row: int, place: int) -> bool:
        new, old = whole[row], kept[place].values
        names = numbered[row].values
        return new is not None and all(
            plain(getattr(new, name)) == plain(old.get(name)) for name in names
        )

    def called_so(row: int, place: int) -> bool:
        draft, called = numbered[row], kept[place].called
        names = [name for name in called if draft.values.get(name) is not None]
        return bool(names) and all(
            _word(draft.values[name]) in called[name] for name in names
        )

    def there(_row: int, place: int) -> bool:
        return kept[place].is_there

    found = pair([*numbered], kept, (unchanged, called_so), there)
    for row, place in found.items():
        draft = numbered[row]
        draft.key = f"{asked}.{place}"
        if place in kept and place != row:
            draft.told = MOVED.format(row=place + 1)
        elif place in kept and not (unchanged(row, place) or called_so(row, place)):
            name = kept[place].values.get(CALLED.get(draft.table, TITLE)[0])
            draft.told = BY_NUMBER.format(name=name)


def _kept(
    change: Transaction, table: str, row_id: str, history: Sequence[Mapping[str, Any]]
) -> _Kept:
    """Return a row as it is; one that is out as it was."""
    try:
        values: Mapping[str, Any] = vars(change.get(table, row_id)[0])
    except NotFound:
        lines = [line for line in history if line["op"] == "erase"]
        found = _Kept(lines[-1]["before"], is_there=bool(history[-1]["undoes"]))
    else:
        found = _Kept(values, is_there=True)
    for name in CALLED.get(table, TITLE):
        held = [found.values.get(name)]
        held += [
            line[at]
            for line in history
            for at in ("before", "after")
            if line["field"] == name
        ]
        found.called[name] = {_word(value) for value in held if value is not None}
    return found


def _whole(draft: Draft) -> Record | None:
    """Return the record that a draft would be, if it can be one."""
    try:
        return record_of(draft.table)(**draft.first | draft.values)
    except InvalidRecord:
        return None


def _word(value: Any) -> str:
    return folded(str(plain(value)))
