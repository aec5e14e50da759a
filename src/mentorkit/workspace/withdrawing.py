"""Taking back what was published: reviews whose people do not allow it any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorkit.review import journal
from mentorkit.review.manifest import withdraw
from mentorkit.review.places import Place


if TYPE_CHECKING:
    from mentorkit.workspace.reading import Reading


def take_back(ws: Reading, place: Place) -> None:
    """Remove the pages of mentorships that may be published no longer.

    Parameters
    ----------
    ws : Reading
        Knows what may be.
    place : Place
        Where an earlier run for everybody left its pages.
    """
    listed = journal.read_manifest(place).get("reviews", [])
    made = {str(each["handle"]) for each in listed} | journal.left(place).keys()
    gone = made - ws.published().keys()
    if not gone:
        return
    for folder in (place, place.apart):
        for name in folder.names():
            if name.partition(".")[0] in gone:
                folder.remove(name)
    withdraw(place, gone, str)
