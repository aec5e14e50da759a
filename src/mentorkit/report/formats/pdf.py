"""A review as PDF: tagged, for archives and screen readers, the same bytes each time.

How it looks is written in ``review.typ``; here its data are put together, and fonts
found for all that people typed.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from mentorkit.errors import ReviewError
from mentorkit.report.formats.reading import paper
from mentorkit.report.formats.sheet import sheet


TEMPLATE = Path(__file__).with_name("review.typ")

STANDARDS = ("ua-1", "a-2a")
"""PDF/UA-1, and PDF/A-2a, which needs the day that a document is of."""

FONTS = ("fontpkg_ibm_plex_sans", "fontpkg_ibm_plex_sans_arabic")
"""The packages that bring the fonts; Typst itself brings one with serifs."""

EAST = {
    "Cjk": "CJK SC",
    "Hiragana": "CJK JP",
    "Katakana": "CJK JP",
    "Hangul": "CJK KR",
}
"""What fonts call the scripts whose letters Unicode names otherwise."""

MISSING = re.compile(r'the text `"(.*?)"` could not be displayed')
CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")

REMEMBERED = 11
"""After so many empty sheets Typst forgets a review, and the memory it took is free."""

ATTEMPTS = 6
"""How often a sheet is set anew, since each time tells only some missing signs."""


def pdf(nb: NotebookNode, *, audience: str | None = None) -> bytes:
    """Return an executed review notebook as a PDF.

    Tagged for screen readers (PDF/UA-1), made to be kept (PDF/A-2a), and the same
    bytes each time. Charts have their title and description as alternative text.

    Parameters
    ----------
    nb : NotebookNode
        The notebook, with its outputs.
    audience : str, optional
        Whom it is for; whom its blocks were made for when left out.

    Raises
    ------
    ReviewError
        As for a page; or Typst or its fonts are not installed.
    """
    ready()
    told = paper(nb, audience, drawn=True)
    return _printed(sheet(told), told.day)


def ready() -> None:
    """Find out whether PDFs can be made here.

    Raises
    ------
    ReviewError
        Typst or its fonts are not installed.
    """
    try:
        for name in ("typst", *FONTS):
            import_module(name)
    except ImportError as error:
        raise ReviewError(
            f"A PDF needs the package {error.name}, which is not installed here."
            " Install it with: pip install 'mentorkit[pdf]'"
        ) from None


class _Signs:
    """Which signs the fonts of this computer do not have, as far as it came up."""

    def __init__(self) -> None:
        self.not_ours: set[str] = set()
        self.nowhere: set[str] = set()

    def note(self, missing: set[str], *, everywhere: bool) -> bool:
        """Keep what was missing; return whether that is news."""
        known = self.nowhere if everywhere else self.not_ours
        news = not missing <= known
        known |= missing
        return news

    def elsewhere(self, text: str) -> bool:
        """Return whether a text needs other fonts than ours."""
        return any(sign in text for sign in self.not_ours)

    def fonts(self, text: str, families: Iterable[str]) -> list[str]:
        """Return the fonts made for the scripts of a text that ours lack.

        Typst itself takes any font that has a sign, beautiful or not.
        """
        lacking = {sign[0] for sign in self.not_ours if sign in text}
        scripts = {_name(sign).strip("[]").split()[0].title() for sign in lacking}
        wanted = {f"Noto Sans {EAST.get(script, script)}" for script in scripts}
        return sorted(wanted.intersection(families))

    def told(self, text: str) -> str:
        """Return a text in which signs that no font has are told by their names."""
        for sign in sorted(self.nowhere, key=len, reverse=True):
            if sign in text:
                text = text.replace(sign, "".join(map(_name, sign)))
        return text


_signs = _Signs()


def _name(sign: str) -> str:
    return f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]"


def _printed(review: Mapping[str, Any], day: str) -> bytes:
    """Set a sheet with our fonts, or else with all that there are on this computer."""
    import typst  # noqa: PLC0415 - an extra

    text = json.dumps(review, ensure_ascii=False)
    for _ in range(ATTEMPTS):
        everywhere = _signs.elsewhere(text)
        shown = _signs.told(text) if everywhere else text
        try:
            return _set(shown, day, everywhere=everywhere)
        except typst.TypstError as error:
            missing = {_read(each) for each in MISSING.findall(error.diagnostic)}
            if everywhere:
                _refuse_letters(missing)
            if not _signs.note(missing, everywhere=everywhere):
                reason = re.sub(r'[`"].*[`"]', "…", str(error.message))
                raise ReviewError(f"The PDF could not be made: {reason}") from None
        except BaseException as error:
            # Typst's own faults are no exceptions to Python, and would end a worker.
            if type(error).__name__ != "PanicException":
                raise
            raise ReviewError("The PDF could not be made: Typst failed.") from None
    raise ReviewError(
        "The PDF could not be made: too many of its signs are in no font of this"
        " computer. Install fonts for them, such as Debian's fonts-noto."
    )


def _refuse_letters(missing: set[str]) -> None:
    """Refuse what nobody could read if its letters were told by their names."""
    letters = {sign for signs in missing for sign in signs if sign.isalpha()}
    scripts = {unicodedata.name(sign, "UNKNOWN").split()[0].title() for sign in letters}
    if scripts:
        raise ReviewError(
            "The PDF could not be made: no font of this computer has the letters of"
            f" {', '.join(sorted(scripts))}. Install one, such as Debian's"
            " fonts-noto-core or fonts-noto-cjk, and make it again."
        )


def _read(quoted: str) -> str:
    """Return the signs that a message of Typst names."""
    text = CODE_POINT.sub(lambda found: chr(int(found[1], 16)), quoted)
    return text.replace('\\"', '"').replace("\\\\", "\\")


def _set(review: str, day: str, *, everywhere: bool) -> bytes:
    midnight = dt.datetime.fromisoformat(f"{day or '1970-01-01'}T00:00+00:00")
    compiler, families = _compiler(everywhere=everywhere)
    more = _signs.fonts(review, families) if everywhere else []
    fonts = {"families": more, "others": everywhere}
    # Nothing can be read from an empty folder, whatever a text may say.
    with tempfile.TemporaryDirectory(prefix="mentorkit-pdf-") as nothing:
        made = compiler.compile(
            input=TEMPLATE.read_bytes(),
            root=nothing,
            format="pdf",
            sys_inputs={"review": review, "fonts": json.dumps(fonts)},
            pdf_standards=list(STANDARDS if day else STANDARDS[:1]),
            timestamp=midnight,
        )
        for _ in range(REMEMBERED):
            compiler.compile(input=b"", root=nothing, format="svg")
    return bytes(made)


@cache
def _compiler(*, everywhere: bool) -> tuple[Any, list[str]]:
    """Return what sets a sheet, and the names of the fonts that it knows."""
    import typst  # noqa: PLC0415 - an extra

    ours = [str(files(name) / "files") for name in FONTS]
    fonts = typst.Fonts(include_system_fonts=everywhere, font_paths=ours)
    compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    return compiler, fonts.families()
