"""From a chart's specification to a small, quiet SVG that takes the page's colours.

Drawn by vl-convert without any network; nothing but shapes and text is kept of it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET

from markupsafe import Markup

from mentorkit.charts.theme import TOKENS
from mentorkit.errors import ReviewError
from mentorkit.report.lettering import unlettered
from mentorkit.report.markup import el, inert, joined


CLASSES = {colour.lower(): name for name, colour in reversed(TOKENS.items())}
"""The name of each of the charts' colours; of two that are equal, the first."""

SHAPES = frozenset(
    {"svg", "g", "path", "rect", "line", "circle", "text", "tspan", "clipPath", "defs"}
)

PLACED = {
    "d",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "dx",
    "dy",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
}
PAINTED = {
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "opacity",
}
STROKED = {"stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin"}
WRITTEN = {"font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline"}
KEPT = PLACED | PAINTED | STROKED | WRITTEN
KEPT |= {"width", "height", "transform", "clip-path", "id"}
"""The attributes that are kept of a drawing; what was said in others is not."""

PLAIN = {
    "stroke-width": "1",
    "stroke-opacity": "1",
    "fill-opacity": "1",
    "opacity": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "font-style": "normal",
    "transform": "translate(0,0)",
}
"""What an attribute means when it is not there."""

ELSEWHERE = (
    "A chart asks for data from elsewhere. Its data have to be in it: nothing is"
    " fetched while a report is made."
)

SPACE = {"text": "\n", "tspan": ""}
"""What follows a label, to keep labels apart where a notebook's drawing is taken away."""

LONG = re.compile(r"-?\d+\.\d{2,}(?:e-?\d+)?")
LOCAL = re.compile(r"url\(#([\w-]+)\)")


def picture(spec: Mapping[str, Any], title: str, description: str) -> Markup:
    """Return a chart as an inline SVG that is an image with a name and a description.

    Parameters
    ----------
    spec : mapping
        A Vega-Lite specification with its data in it.
    title, description : str
        What the chart is about, and what it says.

    Raises
    ------
    ReviewError
        The specification cannot be drawn, or asks for data from elsewhere.
    """
    blank, words = unlettered(_harmless(spec))
    source = drawn(json.dumps(blank, sort_keys=True))
    stands_for = hashlib.sha256(f"{source}\n{'|'.join(words.values())}".encode())
    prefix = f"c{stands_for.hexdigest()[:8]}"
    root = ET.fromstring(source)  # noqa: S314 - written by our own renderer
    for part in root.iter():
        part.text = words.get(part.text or "", part.text)
    names = f"{prefix}-t {prefix}-d"
    return el(
        "svg",
        el("title", title, id=f"{prefix}-t") + "\n",
        el("desc", description, id=f"{prefix}-d") + "\n",
        *_children(root, prefix),
        viewBox=root.get("viewBox"),
        width=root.get("width"),
        height=root.get("height"),
        role="img",
        aria_labelledby=names,
        class_="chart",
    )


@lru_cache(maxsize=128)
def drawn(spec: str) -> str:
    """Return what vl-convert draws for a specification, without leaving the machine."""
    import vl_convert  # noqa: PLC0415 - 40 MB that only drawing needs

    try:
        return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))
    except ValueError as error:
        reason = str(error).strip().splitlines()[0][:200]
        raise ReviewError(f"A chart could not be drawn: {reason}") from None


def _harmless(value: Any) -> Any:
    """Return the specification without control characters, if it holds its data.

    A control character in a label would end the whole process: vl-convert reads its
    labels as XML.
    """
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, Mapping):
        if isinstance(value.get("data"), Mapping) and "url" in value["data"]:
            raise ReviewError(ELSEWHERE)
        return {inert(key): _harmless(each) for key, each in value.items()}
    return [_harmless(each) for each in value] if isinstance(value, list) else value


def _children(parent: ET.Element, prefix: str) -> Iterator[Markup]:
    for child in parent:
        name = child.tag.rpartition("}")[2]
        if name in SHAPES:
            yield from _element(child, name, prefix)


def _element(element: ET.Element, name: str, prefix: str) -> Iterator[Markup]:
    attributes = dict(_attributes(element, prefix))
    inner = joined(*_children(element, prefix))
    if name in ("text", "tspan"):
        text = (element.text or "").strip("\n")
        if text or inner:
            yield el(name, text, inner, **attributes) + SPACE[name]
    elif name in ("g", "defs", "clipPath"):
        if inner:
            yield el(name, inner, **attributes) if attributes else inner
    elif not _invisible(attributes):
        yield el(name, **attributes)


def _attributes(element: ET.Element, prefix: str) -> Iterator[tuple[str, str]]:
    classes = []
    for name, value in element.attrib.items():
        if name not in KEPT or PLAIN.get(name) == value:
            continue
        if name in ("fill", "stroke") and value.lower() in CLASSES:
            classes.append(f"{name[0]}-{CLASSES[value.lower()]}")
        if name == "id":
            yield name, f"{prefix}-{value}"
        elif "url(" in value:
            if found := LOCAL.fullmatch(value):
                yield name, f"url(#{prefix}-{found[1]})"
        else:
            yield name, LONG.sub(_rounded, value)
    if classes:
        yield "class", " ".join(classes)


def _invisible(attributes: Mapping[str, str]) -> bool:
    if attributes.get("d") == "":
        return True
    unpainted = ("none", "transparent")
    fill = attributes.get("fill", "black")
    return fill in unpainted and attributes.get("stroke", "none") in unpainted


def _rounded(found: re.Match[str]) -> str:
    return f"{float(found[0]):.1f}".removesuffix(".0").replace("-0.0", "0")
