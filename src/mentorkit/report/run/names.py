"""What the pages of a run are called: those that list reviews, and those of reviews.

Knows no page; imports nothing, since whatever runs a review asks it.
"""

from __future__ import annotations

import re


INDEX, SUMMARY, SEARCH = "index.html", "summary.html", "search.html"

MAIL = ".mail.html"
"""What the file of a review as an e-mail ends in."""

_OURS = re.compile(r"(index|summary|search|(by_name|calls|not_made|changes)_\d+)\.html")


def numbered(kind: str, number: int) -> str:
    """Return the name of one of the pages that a long list is spread over.

    Examples
    --------
    >>> numbered("by_name", 1)
    'by_name_1.html'
    """
    return f"{kind}_{number}.html"


def lists_reviews(name: str) -> bool:
    """Return whether a file of a run is one of its own pages, and no review's.

    Examples
    --------
    >>> lists_reviews("calls_12.html"), lists_reviews("ada-grace.html")
    (True, False)
    """
    return _OURS.fullmatch(name) is not None


def page_of(handle: str) -> str:
    """Return the name of a review's page, which no other file of a run has.

    No handle begins with a low line; a review's e-mail ends in ``.mail.html``.

    Examples
    --------
    >>> page_of("ada-grace"), page_of("search"), page_of("ada.mail")
    ('ada-grace.html', '_search.html', '__ada.mail.html')
    """
    name = f"{handle}.html"
    if lists_reviews(name):
        return f"_{name}"
    return f"__{name}" if name.endswith(MAIL) else name
