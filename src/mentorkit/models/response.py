"""Responses: the answers of filled-in sheets, one row an item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.assessment import Assessment
from mentorkit.models.field import About
from mentorkit.models.item import Item
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.rule import OneOf, Rule


OTHER_SHEET = N_("This item is not part of the instrument that was filled in.")
IN_WORDS = N_("This question has no scale: answer it in words.")
OFF_SCALE = N_("Enter a number from {lowest} to {highest}: that is this item’s scale.")


class Response(Record):
    """One answer: what somebody said to one item of one assessment."""

    table: ClassVar[str] = "responses"
    noun: ClassVar[str] = N_("response")
    prefix: ClassVar[str] = "an"
    writers: ClassVar[tuple[Writer, ...]] = ("author", "lead")
    within: ClassVar[str] = "assessment_id"
    fits: ClassVar[tuple[str, ...]] = ("assessment_id", "item_id")
    order: ClassVar[tuple[str, ...]] = ("assessment_id", "item_id")
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("assessment_id", "item_id"),)
    rules: ClassVar[tuple[Rule, ...]] = (
        OneOf(
            ("value", "text"), N_("Choose a step of the scale, or write a few words.")
        ),
    )

    response_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("an")
    )
    assessment_id: Annotated[
        str, Field(min_length=1), About(N_("Assessment"), ref="assessments", form=False)
    ]
    item_id: Annotated[
        str, Field(min_length=1), About(N_("Item"), ref="items", form=False)
    ]
    value: Annotated[
        float | None, About(N_("Answer"), N_("A step of the item’s scale."))
    ] = None
    text: Annotated[
        str | None,
        Field(max_length=10_000),
        About(N_("In words"), lines=2, reads="circle"),
    ] = None

    def misfit(self, others: Mapping[str, Record]) -> tuple[str, str] | None:
        """Return what does not fit the item or the sheet: the field and the message."""
        item, sheet = others["item_id"], others["assessment_id"]
        if not (isinstance(item, Item) and isinstance(sheet, Assessment)):
            return None
        if (item.instrument, item.edition) != (sheet.instrument, sheet.edition):
            return "item_id", OTHER_SHEET
        if self.value is None:
            return None
        if item.scale_min is None or item.scale_max is None:
            return "value", IN_WORDS
        if not item.scale_min <= self.value <= item.scale_max:
            span = {"lowest": f"{item.scale_min:g}", "highest": f"{item.scale_max:g}"}
            return "value", OFF_SCALE.format(**span)
        return None
