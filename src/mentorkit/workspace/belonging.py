"""Which mentorship a row belongs to, or whether it is the whole program's.

Found out from the models: a record that may name a mentorship or its program alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorkit.errors import WorkspaceError
from mentorkit.i18n import N_, fill, translate
from mentorkit.models import Record, Visibility, holder_of


if TYPE_CHECKING:
    from mentorkit.workspace import Workspace


SAY_WHICH = N_("Say which mentorship this {noun} belongs to, as in {call}.")
NONE_YET = N_(
    "There is no mentorship here yet that this {noun} could belong to."
    " ws.begin(mentee='NAME') begins one."
)
LEADS_ALONE = N_("Without one it is the whole program's, which its leads alone add.")
FOR_PROGRAM = N_("New {noun} of the program")

SHARED = {"visibility": Visibility.PROGRAM}
"""What a row of the program begins with: it has no circle that could read it."""


def circle_of_new(
    ws: Workspace, record: type[Record], mentorship: str | None
) -> str | None:
    """Return the id of the mentorship that a new row belongs to."""
    names = {field.name for field in record.fields()}
    if "mentorship_id" not in names and not record.within:
        return None
    if mentorship is not None:
        return ws.store.find_id("mentorships", mentorship)
    if "mentorship_id" in names and record.field("mentorship_id").about.form:
        return None
    mine = ws.mentorships()
    if len(mine) == 1:
        return str(mine["mentorship_id"].iloc[0])
    if of_program(record) and ws.leads:
        return None
    language = ws.language
    noun = translate(record.noun, language)
    call = f"ws.form('{record.noun}', mentorship='HANDLE')"
    told = [fill(SAY_WHICH if len(mine) else NONE_YET, language, noun=noun, call=call)]
    if of_program(record):
        told.append(translate(LEADS_ALONE, language))
    raise WorkspaceError(" ".join(told))


def of_program(record: type[Record]) -> bool:
    """Tell whether a row may belong to a program instead of a mentorship."""
    fields = {field.name: field for field in record.fields()}
    mentorship = fields.get("mentorship_id")
    return (
        mentorship is not None
        and mentorship.nullable
        and not mentorship.about.form
        and any(field.about.fill == "program" for field in fields.values())
    )


def circle_of(ws: Workspace, kept: Record) -> str | None:
    """Return the id of the mentorship that a row belongs to, if it belongs to one."""
    if holder := holder_of(type(kept)):
        held_by, _ = ws.store.get(holder.table, getattr(kept, kept.within))
        return circle_of(ws, held_by)
    return getattr(kept, "mentorship_id", None)


def title_of_new(ws: Workspace, record: type[Record], circle: str | None) -> str | None:
    """Return the heading of a new row of the program, where it is one."""
    if circle is not None or not of_program(record):
        return None
    noun = translate(record.noun, ws.language)
    return fill(FOR_PROGRAM, ws.language, noun=noun)
