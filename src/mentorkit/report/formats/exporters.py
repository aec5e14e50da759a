"""The formats as exporters of nbconvert: ``jupyter nbconvert --to mentorkit-pdf``."""

from __future__ import annotations

from typing import Any, ClassVar

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from traitlets import Unicode, default

from mentorkit.report.formats import FORMATS, made


class _FormatExporter(Exporter):
    """Makes one format of a review's executed notebook."""

    name: ClassVar[str]

    audience = Unicode(
        "",
        help="Whom it is for: private, pair, peers, program or public. Empty: whom its"
        " blocks were made for.",
    ).tag(config=True)

    @default("file_extension")
    def _ending(self) -> str:
        return FORMATS[self.name].ending

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Return the file's content, and nbconvert's resources.

        Raises
        ------
        ReviewError
            As for a page.
        """
        executed, found = super().from_notebook_node(nb, resources, **kw)
        content = made(self.name, executed, self.audience or None)
        binary = self.output_mimetype.startswith("application/")
        return content if binary else content.decode(), found


class PdfExporter(_FormatExporter):
    """``jupyter nbconvert --to mentorkit-pdf review.ipynb``."""

    name = "pdf"
    export_from_notebook = "Mentoring review (PDF)"
    output_mimetype = "application/pdf"


class MarkdownExporter(_FormatExporter):
    """``jupyter nbconvert --to mentorkit-md review.ipynb``."""

    name = "md"
    export_from_notebook = "Mentoring review (Markdown)"
    output_mimetype = "text/markdown"


class TextExporter(_FormatExporter):
    """``jupyter nbconvert --to mentorkit-txt review.ipynb``."""

    name = "txt"
    export_from_notebook = "Mentoring review (text)"
    output_mimetype = "text/plain"


class MailExporter(_FormatExporter):
    """``jupyter nbconvert --to mentorkit-mail review.ipynb``."""

    name = "mail"
    export_from_notebook = "Mentoring review (e-mail)"
    output_mimetype = "text/html"


class DataExporter(_FormatExporter):
    """``jupyter nbconvert --to mentorkit-csv review.ipynb``."""

    name = "csv"
    export_from_notebook = "Mentoring review (CSV files)"
    output_mimetype = "application/zip"
