"""Goal attainment scaling: how much of what was agreed was reached, as one number.

Only the scale's arithmetic lives here; levels come from the progress frame.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from mentorkit.errors import MeasureError
from mentorkit.measures.reading import Day, latest, midnight, need


NOT_SCORED = ("draft", "dropped", "superseded")
"""Goals that were never agreed, or that were given up or replaced by agreement."""


def gas_t(
    levels: Iterable[float | None],
    weights: Iterable[float | None] | None = None,
    *,
    rho: float = 0.3,
) -> float:
    r"""Return the T-score of attained levels: 50 when all is as expected.

    .. math:: T = 50 + \frac{10 \sum w_i x_i}
        {\sqrt{(1-\rho) \sum w_i^2 + \rho (\sum w_i)^2}}

    Parameters
    ----------
    levels : iterable of float
        Attained levels from -2 (much less than expected) to 2 (much more).
    weights : iterable of float, optional
        Weights of at least 0, one a level; only their proportions matter. All equal
        when left out, and when every weight is 0.
    rho : float, default 0.3
        Expected correlation between the goals, at least 0 and below 1.

    Returns
    -------
    float
        The T-score; NaN when no pair is complete. A pair with a missing level or a
        missing weight is left out.

    Raises
    ------
    MeasureError
        A level outside -2 to 2, a negative weight, `rho` outside its range, or not
        one weight a level.

    Notes
    -----
    Kiresuk and Sherman (1968), "Goal attainment scaling", Community Mental Health
    Journal 4; weights as in Turner-Stokes (2009), "Goal attainment scaling in
    rehabilitation: a practical guide", Clinical Rehabilitation 23.

    Examples
    --------
    >>> round(gas_t([2, 2, 2]), 5)
    77.38613
    >>> gas_t([0, 1, -1, None])
    50.0
    """
    if not 0 <= rho < 1:
        raise MeasureError(f"rho is at least 0 and below 1; {rho} is not.")
    x, w = _pairs(_numbers(levels), None if weights is None else _numbers(weights))
    if not len(x):
        return float("nan")
    if not w.any():
        w = np.ones_like(x)
    # Weights as parts of their largest, so that no square runs over or under.
    w = w / w.max()
    spread = np.sqrt((1 - rho) * (w**2).sum() + rho * w.sum() ** 2)
    return float(50 + 10 * (w * x).sum() / spread)


def attainment(
    goals: pd.DataFrame, progress: pd.DataFrame, *, on: Day | None = None
) -> pd.DataFrame:
    """Return the attainment of each mentorship's goals: at the start, now, and between.

    A goal's weight is its importance times its difficulty. It is scored when it was
    agreed and has a level: drafts, and goals that were dropped or replaced, are left
    out, and so is a goal that was set after the day in question. Both scores are made
    from the same goals, so that their difference is change and nothing else.

    Parameters
    ----------
    goals : pandas.DataFrame
        ``goal_id``, ``mentorship_id``, ``mentorship``, ``status``, ``set_on``,
        ``importance``, ``difficulty``, ``baseline_level``.
    progress : pandas.DataFrame
        ``goal_id``, ``recorded_on``, ``level``; a goal's latest level counts.
    on : date, optional
        The day up to which levels count; all of them when left out.

    Returns
    -------
    pandas.DataFrame
        One row a mentorship, in the order in which they come: ``mentorship_id`` and
        ``mentorship`` (text), ``n`` (Int64, goals scored), ``t_baseline``,
        ``t_achieved`` and ``change`` (float64, NaN where `n` is 0).

    Raises
    ------
    MeasureError
        A column is missing, or `on` is not a day.

    Notes
    -----
    Turner-Stokes (2009): mean 50 and standard deviation 10 where goals are set well.
    A mean far from 50 over many mentorships speaks of goals that were set too low or
    too high, not of people.
    """
    need(goals, "goals", "goal_id", "mentorship_id", "mentorship", "status", "set_on")
    need(goals, "goals", "importance", "difficulty", "baseline_level")
    day = None if on is None else midnight(on)
    levels = latest(progress, "level", day)
    scored = goals.assign(
        level=goals["goal_id"].map(levels).astype("float64"),
        weight=goals["importance"] * goals["difficulty"],
    )
    counts = scored["level"].notna() & ~scored["status"].isin(NOT_SCORED)
    if day is not None:
        counts &= scored["set_on"] <= day
    parts = dict(iter(scored.loc[counts].groupby("mentorship_id", sort=False)))
    rows = [
        _score(parts.get(mentorship, scored.iloc[:0]))
        for mentorship in goals["mentorship_id"].unique()
    ]
    known = goals[["mentorship_id", "mentorship"]].drop_duplicates("mentorship_id")
    scores = pd.DataFrame(rows, columns=["n", "t_baseline", "t_achieved"])
    scores = scores.astype(
        {"n": "Int64", "t_baseline": "float64", "t_achieved": "float64"}
    )
    scores["change"] = scores["t_achieved"] - scores["t_baseline"]
    return pd.concat([known.reset_index(drop=True), scores], axis="columns")


def _score(goals: pd.DataFrame) -> tuple[int, float, float]:
    weights = list(goals["weight"])
    before = gas_t(list(goals["baseline_level"]), weights)
    return len(goals), before, gas_t(list(goals["level"]), weights)


def _numbers(values: Iterable[float | None]) -> npt.NDArray[np.float64]:
    return np.array(
        [np.nan if pd.isna(value) else float(value) for value in values],
        dtype=np.float64,
    )


def _pairs(
    x: npt.NDArray[np.float64], w: npt.NDArray[np.float64] | None
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    if w is None:
        w = np.ones_like(x)
    if len(w) != len(x):
        raise MeasureError(
            f"There are {len(x)} levels and {len(w)} weights; each level needs one."
        )
    if (np.abs(x) > 2).any():
        raise MeasureError("A level runs from -2 to 2.")
    if (w < 0).any() or np.isinf(w).any():
        raise MeasureError("A weight is a number from 0 upward, never negative.")
    whole = ~np.isnan(x) & ~np.isnan(w)
    return x[whole], w[whole]
