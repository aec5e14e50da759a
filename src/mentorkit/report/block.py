"""The typed block that a notebook's cell displays, and all that a page is made from.

How a block is laid out on a page is the exporter's business.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from markupsafe import Markup

from mentorkit.errors import ReviewError
from mentorkit.models import Visibility
from mentorkit.report.figure import Figure
from mentorkit.report.markup import cleaned, el, joined, plain


MIME = "application/vnd.mentorkit.block.v1+json"
"""The only kind of output that reaches a page."""

DEFER = "MENTORKIT_DEFER_SVG"
"""Set to 1 where charts are drawn after the run, outside the kernel."""


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a report.

    Attributes
    ----------
    id : str
        Its anchor on the page, unique there.
    title : str
        Its heading; empty for what stands without one.
    kind : str
        ``heading``, ``summary``, ``figures``, ``section``, ``empty`` (a section with
        nothing in it but a sentence), ``colophon`` or ``facts``.
    audience : str
        Whom it was made for; it is shown to nobody wider.
    language : str
        The language of its words.
    html : str
        Safe HTML: what people typed in it is escaped or allow-listed already.
    figures : tuple of Figure
        Charts that follow the HTML.
    half : bool
        Whether half a page's width is enough for it.
    data : dict
        Facts for programs to read; no part of the page.
    """

    id: str
    title: str
    kind: str
    audience: str
    language: str
    html: str
    figures: tuple[Figure, ...] = ()
    half: bool = False
    data: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.audience not in Visibility.words():
            raise ReviewError(
                f"There is no audience '{self.audience}'."
                f" It is one of {', '.join(Visibility.words())}."
            )

    @property
    def text(self) -> str:
        """The block as plain text."""
        told = [self.title, plain(self.html), *(fig.text for fig in self.figures)]
        return "\n".join(part for part in told if part)

    def content(self) -> dict[str, Any]:
        """Return the block as plain data, which :meth:`from_content` reads back."""
        return {
            "id": self.id,
            "title": self.title,
            "kind": self.kind,
            "audience": self.audience,
            "language": self.language,
            "half": self.half,
            "html": str(self.html),
            "figures": [figure.content() for figure in self.figures],
            "data": dict(self.data),
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> Self:
        """Return the block that :meth:`content` gave; its HTML is cleaned once more.

        Raises
        ------
        ReviewError
            The data are not a block's.
        """
        try:
            figures = tuple(Figure.from_content(each) for each in content["figures"])
            return cls(
                **{
                    name: str(content[name])
                    for name in ("id", "title", "kind", "audience", "language")
                },
                html=cleaned(str(content["html"])),
                figures=figures,
                half=bool(content["half"]),
                data=dict(content["data"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ReviewError(
                "An output of the notebook says it is a report's block, but it is not"
                f" one ({type(error).__name__}). Run the notebook again."
            ) from None

    def notebook_html(self) -> Markup:
        """Return the block as a notebook shows it: styled, with its charts drawn."""
        from mentorkit.report.style import framed  # noqa: PLC0415 - reads files

        title = el("h2", self.title) if self.title else Markup()
        drawn = (figure.html(self.language, widths=1) for figure in self.figures)
        inner = joined(title, Markup(self.html), *drawn)  # noqa: S704 - safe by contract
        return framed(el("div", inner, class_="block"), self.language)

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, Any]:
        del include, exclude
        bundle: dict[str, Any] = {MIME: self.content(), "text/plain": self.text}
        if not (self.figures and os.environ.get(DEFER) == "1"):
            bundle["text/html"] = str(self.notebook_html())
        return bundle

    def __repr__(self) -> str:
        return self.text
