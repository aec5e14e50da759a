"""How a group answered: how many chose each option, small counts kept back.

Nobody is named, and nobody's answer can be worked out from the counts that are shown.
"""

from __future__ import annotations

import pandas as pd

from mentorkit.measures.reading import need
from mentorkit.privacy.small_cells import hidden


def option_counts(
    answers: pd.DataFrame, options: pd.DataFrame, *, least: int
) -> pd.DataFrame:
    """Return how many people chose each option of each question.

    Parameters
    ----------
    answers : pandas.DataFrame
        ``person``, ``prompt``, ``value``: a row for each option that somebody chose.
    options : pandas.DataFrame
        ``prompt``, ``question``, ``value``, ``label``, ``several`` (whether more than
        one may be chosen), in the order in which they are shown.
    least : int
        The smallest count that is shown.

    Returns
    -------
    pandas.DataFrame
        The options, with ``count`` and ``answered`` (how many answered the question at
        all), both ``Int64``; missing where it is kept back.

    Raises
    ------
    MeasureError
        A column is missing.

    Notes
    -----
    A question that fewer than the least have answered is kept back as a whole, and so
    is a question of which nothing can be hidden well enough. Of options that exclude
    each other, cells are hidden as :func:`mentorkit.privacy.small_cells.hidden` does,
    against the number of those who answered. Where several may be chosen, a count is
    hidden if few chose the option, or few did not.

    Examples
    --------
    >>> options = pd.DataFrame({"prompt": "sure", "question": "Sure?",
    ...     "value": ["1", "2"], "label": ["no", "yes"], "several": False})
    >>> answers = pd.DataFrame({"person": list("abcdefghijk"), "prompt": "sure",
    ...     "value": ["1"] * 5 + ["2"] * 6})
    >>> option_counts(answers, options, least=5)["count"].tolist()
    [5, 6]
    >>> option_counts(answers.iloc[:8], options, least=5)["count"].tolist()
    [<NA>, <NA>]
    """
    need(answers, "answers", "person", "prompt", "value")
    need(options, "options", "prompt", "question", "value", "label", "several")
    known = options[["prompt", "value"]]
    chosen = answers.merge(known, on=["prompt", "value"])
    chosen = chosen.drop_duplicates(["person", "prompt", "value"])
    counts = chosen.groupby(["prompt", "value"]).size().rename("count")
    people = chosen.groupby("prompt")["person"].nunique().rename("answered")
    found = options.join(counts, on=["prompt", "value"]).join(people, on="prompt")
    found = found.fillna({"count": 0, "answered": 0})
    found = found.astype({"count": "Int64", "answered": "Int64"})
    for _, own in found.groupby("prompt", sort=False):
        answered = int(own["answered"].iloc[0])
        if answered < least:
            found.loc[own.index, "answered"] = pd.NA
        found.loc[own.index[_kept_back(own, answered, least)], "count"] = pd.NA
    return found.reset_index(drop=True)


def _kept_back(own: pd.DataFrame, answered: int, least: int) -> pd.Series:
    """Return which options of one question are not shown."""
    counts = own["count"].astype("int64").reset_index(drop=True)
    if answered < least:
        return counts >= 0
    if own["several"].iloc[0]:
        rest = answered - counts
        return counts.between(1, least - 1) | rest.between(1, least - 1)
    mask = hidden(counts.to_frame("n"), least)
    return counts >= 0 if mask is None else mask["n"]
