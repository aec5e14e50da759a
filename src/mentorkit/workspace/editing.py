"""Opening a form on the workspace: its choices, its first values, and where it saves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mentorkit.errors import Conflict, InvalidRecord, NotFound, WorkspaceError
from mentorkit.forms import RecordForm, Saved, Submission, TakenBack
from mentorkit.frames.circle import Part, parts_in
from mentorkit.i18n import N_, fill, translate
from mentorkit.models import Item, Record, record_of
from mentorkit.workspace.belonging import (
    SHARED,
    circle_of,
    circle_of_new,
    of_program,
    title_of_new,
)
from mentorkit.workspace.bringing import bring
from mentorkit.workspace.draft_key import draft_key


if TYPE_CHECKING:
    from mentorkit.workspace import Workspace


NOT_THERE = N_("There is no {noun} '{name}' that you may read.")


def form(
    ws: Workspace,
    record: type[Record],
    row: str | None,
    mentorship: str | None,
    values: Mapping[str, Any],
) -> RecordForm:
    """Return a form for a new row of a mentorship, or for one that is there."""
    _require_by_hand(record)
    if row is not None:
        return _editing(ws, record, row)
    hidden: dict[str, Any] = {}
    circle = circle_of_new(ws, record, mentorship)
    first: dict[str, Any] = {
        field.name: ws.today for field in record.fields() if field.about.fill == "today"
    }
    first |= SHARED if circle is None and of_program(record) else {}
    for field in record.fields():
        if field.name == "mentorship_id":
            (first if field.about.form else hidden)["mentorship_id"] = circle
        elif field.name in values and not field.about.form:
            hidden[field.name] = values[field.name]
    people = _people(ws, record, circle)
    mentees = {part.person_id for part in people if part.role == "mentee"}
    for field in record.fields():
        if field.about.fill == "mentee" and len(mentees) == 1:
            (first[field.name],) = mentees
    unknown = values.keys() - {field.name for field in record.fields()}
    if unknown:
        record(**{name: values[name] for name in unknown})
    _check_hidden(record, hidden)
    return opened(
        ws,
        record,
        circle,
        values={**first, **values},
        hidden=hidden,
        options=_options(ws, record, circle, people),
        title=title_of_new(ws, record, circle),
    )


def _require_by_hand(record: type[Record]) -> None:
    if record.automatic:
        raise WorkspaceError(
            f"There is no form for {record.table}: mentorkit writes them by itself."
            f" ws.{record.table}() shows them."
        )


def _check_hidden(record: type[Record], hidden: Mapping[str, Any]) -> None:
    """Refuse to open a form that could never be saved, since it shows too little."""
    missing = [
        field.name
        for field in record.fields()
        if field.required and not field.about.form and field.name not in hidden
    ]
    if missing:
        given = ", ".join(f"{name}='…'" for name in missing)
        raise WorkspaceError(
            f"Say what this {record.noun} belongs to, as in"
            f" ws.form('{record.noun}', {given})."
        )


def _editing(ws: Workspace, record: type[Record], row: str) -> RecordForm:
    row_id = ws.store.find_id(record.table, row)
    kept, version = ws.store.get(record.table, row_id)
    circle = circle_of(ws, kept)
    seen = ws.frame(record.table, mentorship=circle)
    mine = seen[seen[record.key()] == row_id]
    if mine.empty:
        raise NotFound(
            fill(
                NOT_THERE,
                ws.language,
                noun=translate(record.noun, ws.language),
                name=row,
            )
        )
    values = kept.model_dump()
    guarded = [f.name for f in record.fields() if f.about.reads != "all"]
    unreadable = {
        name: None
        for name in guarded
        if values[name] is not None and mine[name].isna().all()
    }
    return opened(
        ws,
        record,
        circle,
        values=values,
        hidden=unreadable,
        options=_options(ws, record, circle, _people(ws, record, circle)),
        row_id=row_id,
        version=version,
    )


def opened(
    ws: Workspace, record: type[Record], circle: str | None, **given: Any
) -> RecordForm:
    """Return a form of a workspace; what is given stands in for what is usual."""
    person = ws.person
    zone = next((f for f in record.fields() if f.about.fill == "timezone"), None)
    timezone = (given["values"].get(zone.name) if zone else None) or ws.timezone
    usual: dict[str, Any] = {
        "save": lambda submission: _save(ws, submission),
        "signed_as": person.name if person else ws.user,
        "timezone": timezone,
        "language": ws.language,
        "draft_key": draft_key(ws.settings, ws.user),
        "scope": f"{ws.settings.shown}#{circle or ''}",
        "undo": lambda row_id, change_set: _undo(ws, record, row_id, change_set),
    }
    return RecordForm(record, **{**usual, **given})


def _save(ws: Workspace, submission: Submission) -> Saved:
    record, row_id = submission.record, submission.id
    try:
        with ws.store.transaction(ws.user, submission.why or None) as change:
            if submission.is_new:
                change.add([record(**{**submission.values, record.key(): row_id})])
            else:
                change.revise(
                    record.table, row_id, submission.values, submission.base_version
                )
            kept, version = change.get(record.table, row_id)
            name = change.change_set
    except Conflict as overtaken:
        raise with_names(ws, overtaken) from None
    except InvalidRecord:
        before = kept_before(ws, submission) if submission.is_new else None
        if before is None:
            raise
        return before
    made = None if version == submission.base_version else name
    return Saved(row_id, version, values=kept.model_dump(), change_set=made)


def kept_before(ws: Workspace, submission: Submission) -> Saved | None:
    """Return what a save whose answer was lost kept of a new row.

    Raises
    ------
    Conflict
        The row was changed since.
    """
    record, row_id = submission.record, submission.id
    lines = ws.store.history(record.table, row_id)
    added = [line for line in lines if line["op"] == "add" and line["by"] == ws.user]
    if not added:
        return None
    kept, version = ws.store.get(record.table, row_id)
    later = [line for line in lines if line["version"] > added[-1]["version"]]
    if later:
        message = f"This {record.noun} was saved before, and changed since."
        raise with_names(ws, Conflict(message, changed=later))
    return Saved(
        row_id,
        version,
        values=kept.model_dump(),
        change_set=added[-1]["change_set"],
        repeated=True,
    )


def added_together(
    ws: Workspace,
    submission: Submission,
    records: Sequence[Record],
    brings: Sequence[Item] = (),
) -> Saved:
    """Add the rows of a sheet together, or find that they were added before.

    What it brings is added first, where it is not there yet.
    """
    try:
        with ws.store.transaction(ws.user, submission.why or None) as change:
            bring(change, brings)
            change.add(records)
            name = change.change_set
    except InvalidRecord:
        before = kept_before(ws, submission)
        if before is None:
            raise
        return before
    return Saved(submission.id, 1, change_set=name)


def _undo(ws: Workspace, record: type[Record], row_id: str, name: str) -> TakenBack:
    undone = ws.undo(name)
    try:
        kept, version = ws.store.get(record.table, row_id)
    except NotFound:
        return TakenBack(undone.change_set, None)
    row = Saved(row_id, version, kept.model_dump(), change_set=undone.change_set)
    return TakenBack(undone.change_set, row)


def with_names(ws: Workspace, overtaken: Conflict) -> Conflict:
    """Return a conflict that calls people by their names instead of their handles."""
    names = ws.people(audience="pair").set_index("handle")["name"].to_dict()
    changed = [
        {**line, "by": names.get(line["by"], line["by"])} for line in overtaken.changed
    ]
    return Conflict(str(overtaken), changed=changed)


def _options(
    ws: Workspace, record: type[Record], circle: str | None, people: Sequence[Part]
) -> dict[str, list[tuple[str, str]]]:
    """Return the choices of each table that the record's shown fields refer to."""
    tables = _referred(record)
    found: dict[str, list[tuple[str, str]]] = {}
    if "people" in tables:
        found["people"] = _named(people)
    if "mentorships" in tables:
        mine = ws.mentorships()
        found["mentorships"] = [
            (str(row.mentorship_id), str(row.handle)) for row in mine.itertuples()
        ]
    if "goals" in tables:
        goals = ws.goals(mentorship=circle)
        found["goals"] = [
            (str(row.goal_id), str(row.title)) for row in goals.itertuples()
        ]
    for table in tables - found.keys():
        found[table] = _choices(ws, table, circle)
    return found


def _choices(ws: Workspace, table: str, circle: str | None) -> list[tuple[str, str]]:
    """Return the rows of a table by what people know them by: a title, name or time."""
    rows = ws.frame(table, mentorship=circle)
    naming = next(n for n in ("title", "name", "starts_at", "handle") if n in rows)
    labels = rows[naming]
    if naming == "starts_at":
        labels = labels.dt.tz_convert(ws.timezone).dt.strftime("%Y-%m-%d %H:%M")
    keys = rows[record_of(table).key()]
    return [(str(key), str(label)) for key, label in zip(keys, labels, strict=True)]


def members(ws: Workspace, circle: str | None) -> list[tuple[str, str]]:
    """Return the people of a mentorship, as a form lets choose among them."""
    return _named(parts_in(ws.store, circle, ws.reader()))


def _people(ws: Workspace, record: type[Record], circle: str | None) -> Sequence[Part]:
    """Return whom a record's form lets choose among, if it names people at all."""
    if "people" not in _referred(record):
        return ()
    return parts_in(ws.store, circle, ws.reader())


def _referred(record: type[Record]) -> set[str]:
    return {f.about.ref for f in record.fields() if f.about.form and f.about.ref}


def _named(people: Sequence[Part]) -> list[tuple[str, str]]:
    return [*dict.fromkeys((part.person_id, part.name) for part in people)]
