"""The formats of a review: which there are, how their files end, and what makes them.

Each is made of the blocks of an executed notebook, as the page is, and imported when
it is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from mentorkit.errors import ReviewError
from mentorkit.report.run.names import MAIL


if TYPE_CHECKING:
    from nbformat import NotebookNode


PAGE = "html"
"""The format that every review has."""


class Format(NamedTuple):
    """How a format's files end, and the function that makes one."""

    ending: str
    maker: str


FORMATS = {
    PAGE: Format(".html", "mentorkit.report.exporter:page"),
    "pdf": Format(".pdf", "mentorkit.report.formats.pdf:pdf"),
    "md": Format(".md", "mentorkit.report.formats.markdown:markdown"),
    "txt": Format(".txt", "mentorkit.report.formats.text:text"),
    "csv": Format(".zip", "mentorkit.report.formats.data:data"),
    "mail": Format(MAIL, "mentorkit.report.formats.mail:mail"),
}
"""The formats by the names that people ask for them by."""


def made(name: str, nb: NotebookNode, audience: str | None = None) -> bytes:
    """Return an executed review notebook in a format.

    Raises
    ------
    ReviewError
        As for a page, or the format needs what is not installed.
    """
    where, _, function = FORMATS[name].maker.partition(":")
    content = getattr(import_module(where), function)(nb, audience=audience)
    return content.encode() if isinstance(content, str) else bytes(content)


def chosen(names: Iterable[str]) -> tuple[str, ...]:
    """Return the formats that are asked for, the page among them, in their order.

    Examples
    --------
    >>> chosen(["txt", "pdf"])
    ('html', 'pdf', 'txt')

    Raises
    ------
    ReviewError
        There is no such format, or it needs what is not installed.
    """
    asked = {PAGE, *names}
    for name in asked - FORMATS.keys():
        raise ReviewError(
            f"There is no format '{name}'. It is one of {', '.join(FORMATS)}."
        )
    if "pdf" in asked:
        from mentorkit.report.formats.pdf import ready  # noqa: PLC0415 - an extra

        ready()
    return tuple(name for name in FORMATS if name in asked)
