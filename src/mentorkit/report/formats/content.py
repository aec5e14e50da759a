"""What a review says, apart from any format: sections of lines, lists, tables, charts.

Read from blocks by ``reading``; written by one module for each format.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentorkit.report.figure import Figure


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words that look alike.

    Attributes
    ----------
    text : str
        The words; a line break in them is meant.
    look : frozenset of str
        Of ``strong``, ``slanted``, ``code``, ``struck``, ``quiet``, ``value``.
    href : str
        Where it leads, if it is a link.
    tone : str
        The name of its colour, if it is a state.
    shape : str
        The outline that stands before a state's word.
    typed : bool
        Whether it may run the other way than the words around it.
    """

    text: str
    look: frozenset[str] = frozenset()
    href: str = ""
    tone: str = ""
    shape: str = ""
    typed: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph.

    Attributes
    ----------
    runs : tuple of Run
        Its words.
    role : str
        Which it is, such as ``lede``, ``lead`` or ``small``.
    auto : bool
        Whether it runs as its own first word does, whatever stands around it.
    """

    runs: Runs
    role: str = ""
    auto: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Share:
    """A bar of how much is reached, from 0 to 1, and the words beside and below it."""

    reached: float
    expected: float | None
    tone: str
    beside: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, and the day that stands before it, if one does."""

    parts: tuple[Part, ...]
    when: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list: ``dated``, ``meta``, ``plain``, ``quotes``, ``steps``, ``dots``, ``numbers``."""

    kind: str
    items: tuple[Item, ...]
    long: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody wrote."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text whose lines stay as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with its name, what stands beside it, and its meaning."""

    name: str
    value: str
    beside: str
    note: str


@dataclass(frozen=True, slots=True)
class Tiles:
    """Figures side by side."""

    tiles: tuple[Tile, ...]


Cell = tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table whose first column names the rows."""

    kind: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, and whether half a page's width is meant for it."""

    figure: Figure
    half: bool


Part = Line | Share | Items | Quote | Verbatim | Rule | Tiles | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A part with its heading, if it has one.

    Attributes
    ----------
    id, title : str
        Of the block that it was.
    kind : str
        The block's: ``heading``, ``summary``, ``figures``, ``section``, ``empty``,
        ``colophon``.
    half : bool
        Whether half a page's width is enough for it.
    parts : tuple of Part
        What is in it.
    """

    id: str
    title: str
    kind: str
    half: bool
    parts: tuple[Part, ...]

    @property
    def charts(self) -> list[Chart]:
        """The charts in it."""
        return [part for part in self.parts if isinstance(part, Chart)]


@dataclass(frozen=True, slots=True)
class Paper:
    """All that a review says, in the order in which it is read.

    Attributes
    ----------
    title, language, audience : str
        What it is called, the language of its words, whom it is for.
    day : str
        The day as of which it tells, or nothing where no heading tells it.
    sections : tuple of Section
        What is in it.
    """

    title: str
    language: str
    audience: str
    day: str
    sections: tuple[Section, ...]
