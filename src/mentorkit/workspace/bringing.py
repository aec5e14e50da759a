"""Questions that come with their first answers: an instrument that is added on the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentorkit.errors import NotAllowed


if TYPE_CHECKING:
    from mentorkit.models import Item
    from mentorkit.store import Transaction


NOT_HERE_YET = (
    "The instrument '{name}' is not here yet, and on this server a lead of the program, or"
    " the owner of the database, adds it: with the first of its answers that they keep."
    " Nothing was changed."
)


def bring(change: Transaction, items: Sequence[Item]) -> None:
    """Add the items of an instrument that are not there yet, with what is answered.

    Raises
    ------
    NotAllowed
        They are not, and a server lets somebody else alone add them.
    """
    try:
        with change.apart():
            change.add_new(items)
    except NotAllowed:
        told = NOT_HERE_YET.format(name=items[0].instrument)
        raise NotAllowed(told) from None
