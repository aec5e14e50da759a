"""Opening an instrument's sheet as a form: a new one, or one that was filled in before.

How a sheet looks is told in ``forms.sheets``, what is kept of it in ``workspace.rated``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mentorkit.errors import NotFound
from mentorkit.forms import RecordForm, sheets
from mentorkit.i18n import fill, translate
from mentorkit.models import Assessment, Item
from mentorkit.workspace.belonging import SHARED, circle_of_new
from mentorkit.workspace.editing import (
    NOT_THERE,
    members,
    opened,
)
from mentorkit.workspace.rated import Rated


if TYPE_CHECKING:
    from mentorkit.workspace import Workspace


def rating(
    ws: Workspace, row: str | None, mentorship: str | None, values: Mapping[str, Any]
) -> RecordForm:
    """Return the form of a new sheet of an instrument, or of one that is there."""
    if row is not None:
        return reopened(ws, row)
    given = dict(values)
    items = _items(ws, given.pop("instrument", None), given.pop("edition", None))
    return new_sheet(ws, items, circle_of_new(ws, Assessment, mentorship), given)


def new_sheet(
    ws: Workspace,
    items: Sequence[Item],
    circle: str | None,
    values: Mapping[str, Any],
    brings: Sequence[Item] = (),
    **given: Any,
) -> RecordForm:
    """Return the form of a new sheet of items, in a mentorship or in none.

    What it brings of the items is added with it, where it is not there yet.
    """
    first = {"taken_on": ws.today, **(SHARED if circle is None else {}), **values}
    return _opened(ws, Rated(ws, items, circle, brings), values=first, **given)


def reopened(ws: Workspace, row: str, **given: Any) -> RecordForm:
    """Return the form of a sheet that was filled in before."""
    sheet_id = ws.store.find_id("assessments", row)
    seen = ws.assessments()
    mine = seen[seen["assessment_id"] == sheet_id].to_dict("records")
    if not mine:
        noun = translate(Assessment.noun, ws.language)
        raise NotFound(fill(NOT_THERE, ws.language, noun=noun, name=row))
    head = ws.store.get("assessments", sheet_id)[0].model_dump()
    items = _items(ws, head["instrument"], head["edition"])
    sheet = Rated(ws, items, head["mentorship_id"])
    state = sheet.state(sheet_id)
    answers = ws.responses()
    answers = answers[answers["assessment_id"] == sheet_id]
    read = {**mine[0], **sheets.given(items, answers.to_dict("records"))}
    unreadable = {
        name: None
        for name, value in state.values.items()
        if isinstance(value, str) and not isinstance(read.get(name), str)
    }
    return _opened(
        ws,
        sheet,
        values=state.values,
        hidden=unreadable,
        row_id=sheet_id,
        version=sheet.remember(state),
        **given,
    )


def _opened(ws: Workspace, sheet: Rated, **given: Any) -> RecordForm:
    name = sheet.items[0].instrument.replace("-", " ").capitalize()
    return opened(
        ws,
        sheets.rating_sheet(tuple(sheet.items)),
        sheet.circle,
        options={"people": members(ws, sheet.circle)},
        save=sheet.save,
        undo=sheet.undo,
        **{"title": name, **given},
    )


def _items(ws: Workspace, name: str | None, edition: int | None) -> tuple[Item, ...]:
    """Return the items of an instrument in their order: of its newest edition, if none is said."""
    rows = [*ws.store.rows("items")]
    names = sorted({row["instrument"] for row in rows})
    if name is None and len(names) == 1:
        name = names[0]
    found = [row for row in rows if row["instrument"] == name]
    if not found:
        there = ", ".join(names) or "none yet; ws.add_instrument() brings one"
        raise NotFound(
            "Say which rubric or survey is filled in, as in ws.form('assessment',"
            f" instrument='NAME'). There are: {there}."
        )
    edition = edition or max(row["edition"] for row in found)
    own = sorted(
        (row for row in found if row["edition"] == edition),
        key=lambda row: row["position"],
    )
    return tuple(Item(**row) for row in own)
