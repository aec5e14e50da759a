"""The five levels of a goal's attainment: whether they can be told apart, said gently.

What a level is worth in a score is in ``attainment``; here only their words are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

import pandas as pd

from mentorkit.i18n import N_, translate
from mentorkit.models import Goal


LEVELS = ("level_m2", "level_m1", "level_0", "level_p1", "level_p2")
"""The fields of the levels, from much less to much more than expected."""

NUMBER = r"\d+(?:[.,]\d+)?"
SPAN = re.compile(rf"({NUMBER})\s*(?:-|–|—|to|bis|a|hasta|إلى)\s*({NUMBER})")
ONE = re.compile(NUMBER)
UPWARD = re.compile(r"\+|\b(or more|at least|more than|over|above)\b", re.IGNORECASE)
DOWNWARD = re.compile(
    r"\b(or less|or fewer|at most|less than|fewer than|under|below|up to)\b",
    re.IGNORECASE,
)
STRICT = re.compile(
    r"\b(more than|over|above|less than|fewer than|under|below)\b", re.IGNORECASE
)

SAME = N_("“{one}” and “{other}” say the same: what would tell them apart?")
OVERLAP = N_("Both “{one}” and “{other}” fit {number}: leave no number in two levels.")
ORDER = N_("The numbers do not rise or fall from level to level: see “{one}”.")
NO_MIDDLE = N_("Describe “{one}”: the other levels are measured from it.")
NO_ROOM_ABOVE = N_("Leave room above: describe what more than expected would be.")
NO_ROOM_BELOW = N_("Leave room below: describe what less than expected would be.")


@dataclass(frozen=True, slots=True)
class _Range:
    """The numbers that a level's words allow."""

    low: float
    high: float

    def meets(self, other: _Range) -> float | None:
        """Return a number that both allow; "10 or more" and "20 or more" are a stair."""
        if self.low != other.low and self.high == other.high == float("inf"):
            return None
        if self.high != other.high and self.low == other.low == float("-inf"):
            return None
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low if low <= high else None


def levels(
    goal: Goal | Mapping[str, Any] | pd.Series, *, language: str = "en"
) -> pd.DataFrame:
    """Return what makes a goal's levels hard to tell apart; no row where nothing does.

    Parameters
    ----------
    goal : Goal, mapping or row of the goals frame
        The goal; a goal without any described level is left alone.
    language : str
        Language tag of the words.

    Returns
    -------
    pandas.DataFrame
        ``field`` (the level that it is about), ``reason`` (text).

    Notes
    -----
    After the checklist for writing scales that goes with Goal Attainment Scaling
    (Kiresuk and Sherman, 1968): the expected level and one on each side are described,
    no two levels overlap, no two neighbours are empty, and there is room above and
    below what is expected. Numbers are read from the words as far as they can be:
    ``10 to 19``, ``20 or more``, ``fewer than 10``, ``15``.

    Examples
    --------
    >>> found = levels({"level_m1": "10 to 20 tables", "level_0": "20 to 30 tables",
    ...                 "level_p1": "more than 30 tables"})
    >>> found["reason"][0]
    'Both “Less than expected (−1)” and “As expected (0)” fit 20: leave no number in two levels.'
    """
    texts = {name: _text(goal, name) for name in LEVELS}
    rows = []
    if any(texts.values()):
        for field, message, names in _found(texts):
            told = {key: _told(name, language) for key, name in names.items()}
            rows.append((field, translate(message, language).format(**told)))
    return pd.DataFrame(rows, columns=["field", "reason"], dtype="str")


Found = tuple[str, str, dict[str, str]]


def _found(texts: Mapping[str, str]) -> Iterator[Found]:
    yield from _room(texts)
    alike = [*_alike(texts)]
    yield from alike
    if not alike:
        spans = {name: _span(texts[name]) for name in LEVELS}
        yield from _numbers({name: span for name, span in spans.items() if span})


def _room(texts: Mapping[str, str]) -> Iterator[Found]:
    """Look for what is not described."""
    m2, m1, zero, p1, p2 = (bool(texts[name]) for name in LEVELS)
    if not zero:
        yield "level_0", NO_MIDDLE, {"one": "level_0"}
        return
    if not (p1 or p2):
        yield "level_p1", NO_ROOM_ABOVE, {}
    if not (m1 or m2):
        yield "level_m1", NO_ROOM_BELOW, {}


def _alike(texts: Mapping[str, str]) -> Iterator[Found]:
    """Look for two levels in the same words."""
    described = [name for name in LEVELS if texts[name]]
    for one, other in combinations(described, 2):
        if _bare(texts[one]) == _bare(texts[other]):
            yield other, SAME, {"one": one, "other": other}


def _numbers(spans: Mapping[str, _Range]) -> Iterator[Found]:
    """Look for numbers that two levels allow, and for levels that are out of order."""
    for (one, first), (other, second) in pairwise(spans.items()):
        shared = first.meets(second)
        if shared is not None:
            told = f"{shared:g}"
            yield other, OVERLAP, {"one": one, "other": other, "number": told}
            return
    signs = [
        (later.low > earlier.low) - (later.low < earlier.low)
        for earlier, later in pairwise(spans.values())
    ]
    turned = [n for n, sign in enumerate(signs) if sign != signs[0]]
    if turned:
        name = list(spans)[turned[0] + 1]
        yield name, ORDER, {"one": name}


def _span(text: str) -> _Range | None:
    """Return the numbers that a level allows, or nothing where it names none."""
    found = SPAN.search(text)
    if found:
        low, high = sorted(_number(each) for each in found.groups())
        return _Range(low, high)
    numbers = ONE.findall(text)
    if len(numbers) != 1:
        return None
    number = _number(numbers[0])
    beyond = 1e-9 if STRICT.search(text) else 0.0
    if UPWARD.search(text):
        return _Range(number + beyond, float("inf"))
    if DOWNWARD.search(text):
        return _Range(float("-inf"), number - beyond)
    return _Range(number, number)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _told(name: str, language: str) -> str:
    """Return a level's label; a number as it is."""
    if name not in LEVELS:
        return name
    return translate(Goal.field(name).about.label, language)


def _text(goal: Any, name: str) -> str:
    value = getattr(goal, name, None) if isinstance(goal, Goal) else goal.get(name)
    return "" if value is None or pd.isna(value) else str(value).strip()
