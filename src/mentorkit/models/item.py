"""Items: the questions of rubrics, surveys, checks and tests, and their scales.

An instrument is the items that name it; what was answered is in ``response``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import HANDLE, ID, Record, Writer, new_id
from mentorkit.models.rule import Above, Rule, Together
from mentorkit.models.vocabulary import Vocabulary


class InstrumentKind(Vocabulary):
    """What kind of instrument a question is part of."""

    RUBRIC = "rubric", N_("Rubric")
    SURVEY = "survey", N_("Survey")
    CHECK = "check", N_("Check")
    TEST = "test", N_("Test")


def steps_of(anchors: str | None) -> dict[float, str]:
    r"""Return the words of each step of a scale, by its number.

    Raises
    ------
    ValueError
        A line has no number before a colon, no words after it, or the same number as
        another.

    Examples
    --------
    >>> steps_of("1: Not yet\n2: Now and then")
    {1.0: 'Not yet', 2.0: 'Now and then'}
    """
    found: dict[float, str] = {}
    for line in (anchors or "").splitlines():
        number, _, words = line.partition(":")
        step = float(number)
        if step in found or not words.strip():
            raise ValueError(line)
        found[step] = words.strip()
    return found


@dataclass(frozen=True, slots=True)
class Anchored:
    """Words of a scale's steps that are its steps: one line each, within the scale."""

    field: str
    lowest: str
    highest: str
    message: str

    def broken(self, values: Mapping[str, Any]) -> tuple[str, str] | None:
        """Name the field when a line is no step of the scale."""
        low, high = values.get(self.lowest), values.get(self.highest)
        if values.get(self.field) is None:
            return None
        try:
            steps = steps_of(values[self.field])
        except ValueError:
            return self.field, self.message
        if low is None or high is None or not all(low <= n <= high for n in steps):
            return self.field, self.message
        return None

    def sql(self) -> str:
        """Ask for a scale where there are words for it; the lines are the model's."""
        return f"{self.field} IS NULL OR {self.lowest} IS NOT NULL"


SCALE, ORIGIN = N_("How it is answered"), N_("Where it comes from")


class Item(Record):
    """One question of an instrument, and how it is answered."""

    table: ClassVar[str] = "items"
    noun: ClassVar[str] = N_("item")
    prefix: ClassVar[str] = "it"
    writers: ClassVar[tuple[Writer, ...]] = ("lead",)
    order: ClassVar[tuple[str, ...]] = ("instrument", "edition", "position")
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("handle",),
        ("instrument", "edition", "position"),
    )
    rules: ClassVar[tuple[Rule, ...]] = (
        Together(
            ("scale_min", "scale_max"),
            N_("Give both ends of the scale, or neither for an answer in words."),
        ),
        Above(
            "scale_max", "scale_min", N_("The highest step must be above the lowest.")
        ),
        Anchored(
            "anchors",
            "scale_min",
            "scale_max",
            N_(
                "Write one line a step of the scale: its number, a colon and its words,"
                " such as 1: Not yet."
            ),
        ),
    )

    item_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("it")
    )
    handle: Annotated[
        str,
        Field(pattern=HANDLE, max_length=160),
        About(
            N_("Handle"),
            N_("The instrument’s name and the item’s, with a dot between."),
            example="mentoring-skills.listening",
        ),
    ]
    instrument: Annotated[
        str,
        Field(pattern=HANDLE, max_length=80),
        About(
            N_("Instrument"),
            N_("The rubric or survey that it is part of."),
            example="mentoring-skills",
        ),
    ]
    edition: Annotated[
        int,
        Field(ge=1, le=1000),
        About(
            N_("Edition"), N_("Other wordings are a new edition; the old one is kept.")
        ),
    ] = 1
    position: Annotated[
        int,
        Field(ge=1, le=1000),
        About(N_("Position"), N_("Its place in the instrument.")),
    ] = 1
    kind: Annotated[InstrumentKind, About(N_("Kind"))] = InstrumentKind.SURVEY
    subscale: Annotated[
        str | None,
        Field(max_length=80),
        About(N_("Subscale"), N_("Items of one subscale are averaged together.")),
    ] = None
    text: Annotated[
        str,
        Field(min_length=1, max_length=2000),
        About(
            N_("Question"),
            N_("The question, or the criterion of a rubric."),
            lines=2,
            ask=N_("Write the question."),
        ),
    ]
    scale_min: Annotated[
        float | None,
        About(
            N_("Lowest step"), N_("Empty: answered in words."), group=SCALE, example="1"
        ),
    ] = None
    scale_max: Annotated[
        float | None, About(N_("Highest step"), group=SCALE, example="5")
    ] = None
    anchors: Annotated[
        str | None,
        Field(max_length=5000),
        About(
            N_("Words of the steps"),
            N_("One line a step: its number, a colon, and what it looks like."),
            group=SCALE,
            lines=4,
            example=N_("1: Not yet"),
        ),
    ] = None
    reversed: Annotated[
        bool,
        About(N_("Reversed"), N_("A high answer means little of it."), group=SCALE),
    ] = False
    competency_id: Annotated[
        str | None, About(N_("Ability"), group=ORIGIN, ref="competencies")
    ] = None
    source: Annotated[
        str,
        Field(min_length=1, max_length=500),
        About(
            N_("Source"),
            N_("Who wrote it, and where it was published."),
            group=ORIGIN,
            ask=N_("Say who wrote it."),
        ),
    ]
    licence: Annotated[
        str,
        Field(min_length=1, max_length=200),
        About(
            N_("Licence"),
            N_("What allows you to use it."),
            group=ORIGIN,
            ask=N_("Say what allows you to use it."),
            example="MIT",
        ),
    ]

    @property
    def steps(self) -> dict[float, str]:
        """The words of the scale's steps, by number; none where it has none."""
        return steps_of(self.anchors)
