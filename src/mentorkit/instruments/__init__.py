"""Instruments that come with mentorkit: our own wording, under our own licence.

Content and the reading of it; a workspace adds it to a program, answers are records.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files

from mentorkit.errors import NotFound, did_you_mean
from mentorkit.models import Item


SOURCE = "mentorkit"

LICENCE = "MIT"


def names() -> list[str]:
    """Return the names of the instruments.

    Examples
    --------
    >>> names()
    ['mentoring-skills', 'peer-review', 'self-assessment', 'session-pulse']
    """
    found = (file.name for file in files(__name__).iterdir())
    return sorted(
        name.removesuffix(".toml") for name in found if name.endswith(".toml")
    )


def read(name: str) -> list[Item]:
    """Return the items of an instrument, in their order.

    Their ids are the same everywhere, so that tables from two places merge.

    Parameters
    ----------
    name : str
        Its name, such as ``mentoring-skills``.

    Raises
    ------
    NotFound
        None has that name; the message lists those that there are.

    Examples
    --------
    >>> [item.handle for item in read("session-pulse")]
    ['session-pulse.time-well-used', 'session-pulse.said-it', 'session-pulse.next-step']
    """
    known = names()
    if name not in known:
        raise NotFound(
            f"There is no instrument '{name}' in mentorkit.{did_you_mean(name, known)}"
            f" There are: {', '.join(known)}. Your own are rows of the table items."
        )
    text = (files(__name__) / f"{name}.toml").read_text(encoding="utf-8")
    about = tomllib.loads(text)
    shared = {name: value for name, value in about.items() if name != "items"}
    return [
        Item(
            item_id=f"it-{name}.{key}",
            handle=f"{name}.{key}",
            instrument=name,
            position=position,
            source=SOURCE,
            licence=LICENCE,
            **{**shared, **item},
        )
        for position, (key, item) in enumerate(about["items"].items(), 1)
    ]
