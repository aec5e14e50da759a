"""The page that stands where a review could not be made. No notebook is behind it."""

from __future__ import annotations

from mentorkit.i18n import N_, fill, translate
from mentorkit.report.markup import one_line, said
from mentorkit.report.template import rendered


def failed_page(*, title: str, message: str, language: str = "en") -> str:
    """Return the page that stands where a review could not be made.

    Parameters
    ----------
    title : str
        The names of those whom the review is about.
    message : str
        What went wrong, in words; no traceback belongs on a page.
    language : str
        Language tag for the words of the page.
    """
    names = one_line(title)
    values = {
        "title": fill(N_("{names}: review not made"), language, names=names),
        "names": said(names),
        "message": said(message or translate(N_("The reason is not known."), language)),
    }
    return rendered("failed.html.j2", language, values)
