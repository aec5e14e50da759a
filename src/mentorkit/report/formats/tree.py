"""The elements of a block's HTML: a small tree, without a view on what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from mentorkit.report.markup import inert


VOID = frozenset({"br", "hr"})


def tree(html: str) -> Element:
    """Return HTML as an element that holds all of it.

    Examples
    --------
    >>> tree("<p>One <b>and</b> two</p>").text
    'One and two'
    """
    reader = _Tree()
    reader.feed(html)
    reader.close()
    return reader.root


@dataclass(slots=True)
class Element:
    """An element: its name, its attributes, and what is in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """What it is styled as."""
        return self.attributes.get("class", "").split()

    def all(self, *names: str) -> Iterator[Element]:
        """Give the elements of some names in it, from first to last."""
        for child in self.children:
            if isinstance(child, Element):
                if child.name in names:
                    yield child
                yield from child.all(*names)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


class _Tree(HTMLParser):
    """Builds elements of balanced HTML, such as nh3 writes."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if len(self._open) > 1 and self._open[-1].name == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(inert(data))
