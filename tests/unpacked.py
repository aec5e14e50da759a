"""What can be read in a file's bytes: archives and PDFs unpacked, whatever is in them."""

import io
import zipfile

from pypdf import PdfReader


def unpacked(content):
    """Return the texts in a file's bytes, one after the other."""
    found = [content.decode("utf-8", "replace")]
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                found += [name, archive.read(name).decode("utf-8", "replace")]
    if content.startswith(b"%PDF-"):
        found += _in_pdf(PdfReader(io.BytesIO(content)))
    return "\n".join(found)


def _in_pdf(reader):
    """Give a PDF's text and each of its objects: metadata, tags, descriptions."""
    yield from (page.extract_text() for page in reader.pages)
    for number in range(1, reader.trailer["/Size"]):
        found = reader.get_object(number)
        yield str(found)
        if hasattr(found, "get_data"):
            yield found.get_data().decode("utf-8", "replace")
