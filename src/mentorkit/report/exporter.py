"""From an executed notebook to a page: typed blocks in, one quiet HTML file out.

Nothing of a notebook but its blocks is looked at, so nothing else can get out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any

from markupsafe import Markup
from nbconvert.exporters import TemplateExporter
from nbconvert.preprocessors import ExecutePreprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_notebook
from traitlets import Unicode, default

from mentorkit.errors import ReviewError
from mentorkit.i18n import N_, translate
from mentorkit.models import Visibility
from mentorkit.report.block import MIME, Block
from mentorkit.report.markup import one_line
from mentorkit.report.style import PAGE
from mentorkit.report.template import given


OPENING = ("heading", "summary", "figures")
"""Kinds of blocks that stand above the sections, in whatever order they come."""


class ReviewExporter(TemplateExporter):
    """Makes a review's page: self-contained, without script, under a strict policy.

    ``jupyter nbconvert --to mentorkit review.ipynb`` uses it.
    """

    export_from_notebook = "Mentoring review (HTML)"
    output_mimetype = "text/html"

    audience = Unicode(
        "",
        help="Whom the page is for: private, pair, peers, program or public. Empty: whom"
        " its blocks were made for.",
    ).tag(config=True)

    @default("file_extension")
    def _html(self) -> str:
        return ".html"

    @default("template_name")
    def _page(self) -> str:
        return PAGE.name

    @default("extra_template_basedirs")
    def _beside(self) -> list[str]:
        return [str(PAGE.parent)]

    def _create_environment(self) -> Any:
        environment = super()._create_environment()
        environment.autoescape = True
        environment.trim_blocks = environment.lstrip_blocks = True
        return environment

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: Mapping[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page of an executed notebook, and nbconvert's resources.

        Raises
        ------
        ReviewError
            A cell ended with an error, there is no block, or one was made for fewer
            people than the page is for.
        """
        found = dict(resources or {})
        with self._executing() as steps:
            for step in steps:
                nb, found = step.preprocess(nb, found)
            asked = found.get("audience") or self.audience
            blocks, audience = allowed(nb, asked)
            found["review"] = _review(blocks, audience)
            bare = new_notebook()
            html, said = super().from_notebook_node(bare, found, **kw)
        return html, said

    @contextmanager
    def _executing(self) -> Iterator[list[ExecutePreprocessor]]:
        """Give the steps of ``nbconvert --execute``, which are not for the bare one."""
        steps = [
            step
            for step in self._preprocessors
            if isinstance(step, ExecutePreprocessor) and step.enabled
        ]
        for step in steps:
            step.enabled = False
        try:
            yield steps
        finally:
            for step in steps:
                step.enabled = True


def page(nb: NotebookNode, *, audience: str | None = None) -> str:
    """Return the page of an executed review notebook.

    Parameters
    ----------
    nb : NotebookNode
        The notebook, with its outputs.
    audience : str, optional
        Whom the page is for; whom its blocks were made for when left out.

    Raises
    ------
    ReviewError
        A cell ended with an error, there is no block, or one was made for fewer
        people than the page is for.
    """
    html, _ = _exporter().from_notebook_node(nb, {"audience": audience})
    return html


def finish(nb: NotebookNode) -> None:
    """Draw, in an executed notebook, the charts whose drawing was put off.

    For runs with ``MENTORKIT_DEFER_SVG=1``: each block with charts gets the
    ``text/html`` that a notebook shows.
    """
    for data in _bundles(nb):
        if data[MIME].get("figures") and "text/html" not in data:
            block = Block.from_content(data[MIME])
            data["text/html"] = str(block.notebook_html())


def facts_of(nb: NotebookNode) -> dict[str, Any]:
    """Return the figures that a notebook holds for its run's index, if it holds any."""
    for data in _bundles(nb):
        if data[MIME].get("kind") == "facts":
            return dict(data[MIME].get("data", {}))
    return {}


def blocks_of(nb: NotebookNode) -> list[Block]:
    """Return a notebook's blocks in their order, each with an anchor of its own.

    Raises
    ------
    ReviewError
        A cell ended with an error, or there is no block.
    """
    for output in _outputs(nb):
        if output.get("output_type") == "error":
            raise ReviewError(
                f"A cell of the notebook ended with an error ({output.get('ename')}),"
                " so no page is made of it. Put it right and run it again."
            )
    blocks = [Block.from_content(data[MIME]) for data in _bundles(nb)]
    if not any(block.kind != "facts" for block in blocks):
        raise ReviewError(
            "The notebook displays none of a report's parts, so there is nothing to"
            " make a page of. Run its cells first."
        )
    return _anchored(blocks)


def allowed(nb: NotebookNode, audience: str | None) -> tuple[list[Block], str]:
    """Return a notebook's blocks, and whom they may be shown to.

    Raises
    ------
    ReviewError
        A cell ended with an error, there is no block, or one was made for fewer
        people than are asked for.
    """
    blocks = blocks_of(nb)
    return blocks, _audience(blocks, audience or "")


def titled(blocks: Iterable[Block]) -> str:
    """Return what a review of these blocks is called."""
    blocks = list(blocks)
    heading = next((block for block in blocks if block.kind == "heading"), None)
    title = heading.data.get("title") if heading else None
    return one_line(title or translate(N_("Mentoring review"), blocks[0].language))


def _outputs(nb: NotebookNode) -> Iterable[Mapping[str, Any]]:
    return (out for cell in nb.cells for out in cell.get("outputs", ()))


def _bundles(nb: NotebookNode) -> list[dict[str, Any]]:
    found = (output.get("data", {}) for output in _outputs(nb))
    return [data for data in found if isinstance(data.get(MIME), Mapping)]


def _anchored(blocks: list[Block]) -> list[Block]:
    seen: dict[str, int] = {}
    anchored = []
    for block in blocks:
        anchor = "".join(c if c.isalnum() else "-" for c in block.id) or "part"
        seen[anchor] = seen.get(anchor, 0) + 1
        tail = f"-{seen[anchor]}" if seen[anchor] > 1 else ""
        anchored.append(replace(block, id=f"{anchor}{tail}"))
    return anchored


def _audience(blocks: Iterable[Block], asked: str) -> str:
    ranks = {word: rank for rank, word in enumerate(Visibility.words())}
    made = {block.audience for block in blocks}
    narrowest = min(made, key=ranks.__getitem__)
    if not asked:
        return narrowest
    if asked not in ranks:
        raise ReviewError(
            f"There is no audience '{asked}'. It is one of {', '.join(ranks)}."
        )
    if ranks[narrowest] < ranks[asked]:
        raise ReviewError(
            f"The notebook was run for '{narrowest}', so no page for '{asked}' is made"
            f" of it. Run it again with audience = '{asked}'."
        )
    return asked


def _review(blocks: list[Block], audience: str) -> dict[str, Any]:
    language = blocks[0].language
    sections = [block for block in blocks if block.kind == "section"]
    return {
        **given(language),
        "audience": audience,
        "title": titled(blocks),
        "has_heading": any(block.kind == "heading" for block in blocks),
        "opening": [_shown(block) for block in blocks if block.kind in OPENING],
        "sections": [(block.id, block.title) for block in sections],
        "rows": [[_shown(block) for block in row] for row in _rows(sections)],
        "quiet": [_shown(block) for block in blocks if block.kind == "empty"],
        "closing": [_shown(block) for block in blocks if block.kind == "colophon"],
    }


def _rows(sections: list[Block]) -> list[list[Block]]:
    """Put halves that follow each other side by side."""
    rows: list[list[Block]] = []
    for block in sections:
        last = rows[-1] if rows else []
        if block.half and len(last) == 1 and last[0].half:
            last.append(block)
        else:
            rows.append([block])
    return rows


def _shown(block: Block) -> dict[str, Any]:
    return {
        "id": block.id,
        "kind": block.kind,
        "title": block.title,
        "html": Markup(block.html),  # noqa: S704 - cleaned when it was read
        "figures": [figure.html(block.language) for figure in block.figures],
    }


@cache
def _exporter() -> ReviewExporter:
    return ReviewExporter()
