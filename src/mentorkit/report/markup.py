"""Safe HTML: elements whose children are escaped, typed Markdown, and plain text of it.

What a person typed reaches a page through ``said`` or ``prose`` only; what a notebook
hands over is cleaned once more by ``cleaned``.
"""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import Any

from markupsafe import Markup, escape


UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
"""Characters that are no text: controls, and those that turn what comes after them."""

PROSE = frozenset({"p", "em", "strong", "ul", "ol", "li", "blockquote", "br", "a"})
PROSE |= {"code", "pre", "del", "hr"}
"""The elements that typed Markdown may become."""

SHAPES = {
    "svg": {"viewBox", "width", "height", "focusable"},
    "rect": {"x", "y", "width", "height", "rx"},
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
}

ALLOWED = PROSE | SHAPES.keys()
ALLOWED |= {"header", "h1", "h2", "h3", "div", "span", "bdi", "dl", "dt", "dd", "time"}
ALLOWED |= {"table", "caption", "thead", "tbody", "tr", "th", "td", "cite", "small"}
"""The elements that a block may hold."""

ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "role", "dir", "lang", "aria-hidden", "aria-label"},
    "th": {"scope"},
    "a": {"href"},
    "time": {"datetime"},
    **SHAPES,
}


def inert(text: object) -> str:
    r"""Return text without the characters that are not there to be read.

    Examples
    --------
    >>> inert("safe\u202egnp.exe\x07")
    'safegnp.exe'
    """
    lines = re.sub("\r\n?|\u2028|\u2029|\x85", "\n", str(text))
    return UNSEEN.sub("", lines)


def one_line(text: object) -> str:
    """Return a short text without line breaks, and without what is not to be read."""
    return " ".join(inert(text).split())


def el(name: str, *children: object, **attributes: object) -> Markup:
    """Return an element; children that are not markup are escaped.

    Attribute names lose a last underscore and swap others for hyphens; one that is
    None is left out.

    Examples
    --------
    >>> print(el("td", "a < b", class_="num", data_l="Share"))
    <td class="num" data-l="Share">a &lt; b</td>
    """
    said_so = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(inert(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(
        child if isinstance(child, Markup) else escape(inert(child))
        for child in children
    )
    return Markup(f"<{name}{said_so}>{inner}</{name}>")  # noqa: S704 - escaped above


def small(*inner: object, **attributes: object) -> Markup:
    """Return an element for what stands beneath or beside something.

    The blank before it is not seen; without it, the two would run together where a page
    is copied, heard, or read as bare text.
    """
    return Markup(" ") + el("small", *inner, **attributes)


def joined(*parts: object) -> Markup:
    """Return pieces one after the other; those that are not markup are escaped."""
    return Markup("").join(escape(part) for part in parts)


def said(text: object) -> Markup:
    """Return a short text that a person typed, closed off in its own direction."""
    return el("bdi", one_line(text))


def filled(message: str, *items: object, **values: object) -> Markup:
    """Return a translated message with its gaps filled in, each value escaped."""
    return escape(message).format(*items, **values)


def prose(text: object) -> Markup:
    """Return a longer text that a person typed: Markdown, and no HTML of its own.

    Emphasis, lists, quotes, code and links to https and mail addresses stay; headings
    become bold lines, pictures their description, tags the text that they are.
    """
    import nh3  # noqa: PLC0415 - only pages with typed texts need it

    clean = nh3.clean(
        _markdown()(inert(text)),
        tags=set(PROSE),
        attributes={"a": {"href"}},
        url_schemes={"https", "mailto"},
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={
            name: {"dir": "auto"} for name in ("p", "ul", "ol", "blockquote")
        },
    )
    return el("div", Markup(clean), class_="prose")  # noqa: S704 - allow-listed above


def cleaned(html: str) -> Markup:
    """Return a block's HTML with nothing in it but what blocks are made of."""
    import nh3  # noqa: PLC0415

    clean = nh3.clean(
        html,
        tags=set(ALLOWED),
        attributes=ATTRIBUTES,
        url_schemes={"https", "mailto"},
        generic_attribute_prefixes={"data-"},
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(clean)  # noqa: S704 - allow-listed above


def plain(html: str) -> str:
    r"""Return the text of some HTML, a line to each block of it.

    Examples
    --------
    >>> plain("<p>One <b>and</b></p><ul><li>two</li></ul>")
    'One and\ntwo'
    """
    reader = _Text()
    reader.feed(html)
    reader.close()
    lines = "".join(reader.pieces).split("\n")
    tidy = (re.sub(r"[ \t\xa0]+", " ", line).strip(" ·") for line in lines)
    return "\n".join(line for line in tidy if line)


class _Text(HTMLParser):
    """Collects text; cells are kept apart by a dot, blocks by a line's end."""

    ENDS = frozenset({"p", "li", "tr", "h1", "h2", "h3", "caption", "div", "dd", "br"})
    CELLS = frozenset({"td", "th", "dt", "time"})

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data.replace("\n", " "))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.ENDS:
            self.pieces.append("\n")
        elif tag in self.CELLS:
            self.pieces.append(" · ")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in self.ENDS and tag != "dd":
            self.pieces.append("\n")


@cache
def _markdown() -> Any:
    import mistune  # noqa: PLC0415

    class Plainer(mistune.HTMLRenderer):
        """Headings become bold lines and pictures their description."""

        def heading(self, text: str, level: int, **attrs: Any) -> str:
            del level, attrs
            return f"<p><strong>{text}</strong></p>\n"

        def image(self, text: str, url: str, title: str | None = None) -> str:
            del url, title
            return text

    return mistune.create_markdown(renderer=Plainer(escape=True), hard_wrap=True)
