"""Agendas: a session cut into boxes of time whose minutes add up.

A proposal by what the session is for and what is open; people change what they like.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

from mentorkit.errors import MeasureError
from mentorkit.i18n import N_, translate
from mentorkit.models.agenda import LONGEST, read_points, written_point


ARRIVE = N_("Arrive: what has changed since last time?")
NEXT = N_("Who does what until when")
REFLECT = N_("Two minutes to reflect, each alone; then the next date")

PROMISED, LATE = (
    N_("What was promised, and what came of it"),
    N_("What is late: does it still matter, and what is in the way?"),
)

TOPIC = N_("The one thing that should be clearer afterwards")

PLANS: Final = {
    "kickoff": (
        (N_("Who we are, and how each of us likes to work"), 3),
        (N_("What should be different in half a year"), 4),
        (N_("How we work together: time, silence, confidence"), 3),
        (N_("A first goal, in one sentence"), 3),
        (NEXT, 1),
        (REFLECT, 1),
    ),
    "formal_review": (
        (N_("Goal by goal: where it stands, and what was seen"), 5),
        (N_("What helped, and what got in the way"), 3),
        (N_("What we keep, change or drop, and why"), 3),
        (NEXT, 1),
        (REFLECT, 1),
    ),
    "closure": (
        (N_("What was reached, and what it took"), 4),
        (N_("What each of us takes along"), 4),
        (N_("What is left open, and who helps with it now"), 2),
        (N_("How we stay in touch, if we do"), 1),
        (REFLECT, 1),
    ),
    "micro": ((ARRIVE, 1), (TOPIC, 4), (NEXT, 1)),
}
"""What a session of a kind consists of, each part with its weight."""

USUAL: Final = (
    (ARRIVE, 1),
    (PROMISED, 2),
    (LATE, 2),
    (TOPIC, 5),
    (NEXT, 2),
    (REFLECT, 1),
)
"""Every other session; what is not there to be talked about is left out."""


def agenda(
    minutes: int = 45,
    *,
    kind: str = "deep_dive",
    promised: int = 0,
    late: int = 0,
    language: str = "en",
) -> pd.DataFrame:
    """Return an agenda for a session: boxes of time that add up to its minutes.

    Parameters
    ----------
    minutes : int
        How long the session is.
    kind : str
        What it is for, as in ``sessions``: ``kickoff``, ``formal_review``,
        ``closure``, ``micro``; every other kind is a usual session.
    promised : int
        How many actions are open; without one, nothing is asked about them.
    late : int
        How many milestones are late.
    language : str
        Language tag of the words.

    Returns
    -------
    pandas.DataFrame
        One row a box: ``from_minute`` and ``minutes`` (Int64), ``item`` (text).

    Raises
    ------
    MeasureError
        There are fewer minutes than boxes, or more than a day has.

    Examples
    --------
    >>> agenda(45, promised=2)["minutes"].tolist()
    [5, 10, 20, 5, 5]
    >>> agenda(30, kind="micro")["minutes"].sum()
    np.int64(30)
    """
    boxes = PLANS.get(kind, USUAL)
    gone = {PROMISED: not promised, LATE: not late}
    boxes = tuple(box for box in boxes if not gone.get(box[0], False))
    if not len(boxes) <= minutes <= LONGEST:
        raise MeasureError(
            f"{minutes} minutes are not a session with {len(boxes)} parts."
            f" Give at least {len(boxes)}, and at most {LONGEST}."
        )
    lengths = _shared_out(minutes, [weight for _, weight in boxes])
    return _framed(lengths, [translate(item, language) for item, _ in boxes])


def agenda_text(boxes: pd.DataFrame) -> str:
    """Return an agenda as the text that a session's form and record hold.

    Examples
    --------
    >>> print(agenda_text(agenda(30, kind="micro")))
    5 min: Arrive: what has changed since last time?
    20 min: The one thing that should be clearer afterwards
    5 min: Who does what until when
    """
    known = boxes["minutes"].astype("Int64").astype("object")
    lengths = known.where(known.notna(), None)
    return "\n".join(map(written_point, lengths, boxes["item"]))


def agenda_of(text: str) -> pd.DataFrame:
    r"""Return the agenda that a text holds, one box a line.

    A line may begin with its minutes (``10 min: ...``, ``10 - ...``); where it does
    not, they are NA.

    Examples
    --------
    >>> agenda_of("10 min: Arrive\nThe talk")["minutes"].tolist()
    [10, <NA>]
    """
    points = read_points(text)
    return _framed([length for length, _ in points], [item for _, item in points])


def _framed(lengths: list[int | None] | list[int], items: list[str]) -> pd.DataFrame:
    minutes = pd.array(lengths, dtype="Int64")
    known = pd.Series(minutes).fillna(0).cumsum() - pd.Series(minutes).fillna(0)
    frame = pd.DataFrame({"from_minute": known, "minutes": minutes, "item": items})
    return frame.astype({"from_minute": "Int64", "minutes": "Int64", "item": "str"})


def _shared_out(minutes: int, weights: list[int]) -> list[int]:
    """Share minutes out by weight: in fives where enough of them show the weights."""
    step = 5 if minutes % 5 == 0 and minutes // 5 >= len(weights) + 3 else 1
    units = minutes // step
    exact = [units * weight / sum(weights) for weight in weights]
    whole = [max(1, int(share)) for share in exact]
    while (left := units - sum(whole)) != 0:
        gaps = [share - given for share, given in zip(exact, whole, strict=True)]
        if left < 0:
            gaps = [
                gap if given > 1 else units
                for gap, given in zip(gaps, whole, strict=True)
            ]
        at = gaps.index(max(gaps) if left > 0 else min(gaps))
        whole[at] += 1 if left > 0 else -1
    return [step * given for given in whole]
