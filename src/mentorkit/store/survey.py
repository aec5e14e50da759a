"""What erasing a person comes to: all rows and the whole history, looked through.

What becomes of a value is ``privacy``'s to say; ``erasing`` writes what is found here.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from mentorkit.models import RECORDS, Record, record_of
from mentorkit.privacy.erasing import keeps_counts, plan
from mentorkit.privacy.remains import Place, Plan
from mentorkit.store import log, sealing
from mentorkit.store.erased import Erased
from mentorkit.store.schema import CHANGES, SEAL, TABLES
from mentorkit.store.under_seal import UnderSeal


LINE = ("row_id", "by", "why", "before", "after")
"""What may change in a line of the log."""

Rows = dict[str, list[dict[str, Any]]]


@dataclass
class Survey:
    """What an erasure comes to, before anything is written.

    Attributes
    ----------
    plan : Plan
        What becomes of every value.
    texts : UnderSeal
        What becomes of every value, sealed ones looked through.
    now : dict
        Every table's rows, versions included.
    rows : dict
        By row the fields that change, and their new values.
    touched : dict
        By row the fields that changed now or anywhere in the past.
    removed : list of int
        The lines of the log that go.
    lines : list of dict
        Those that change.
    handles : set of str
        What their mentorships are or were called.
    """

    plan: Plan
    texts: UnderSeal
    now: Rows
    rows: dict[Place, dict[str, Any]] = field(default_factory=dict)
    touched: dict[Place, set[str]] = field(default_factory=dict)
    removed: list[int] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    handles: set[str] = field(default_factory=set)
    mentions: int = 0

    def erased(self) -> Erased:
        """Return it in numbers."""
        counts = {record.table: Counter[str]() for record in RECORDS}
        gone = {place for place, _ in self.places() if place in self.plan.gone}
        for table, _ in gone:
            counts[table]["gone"] += 1
        for place in {*self.rows, *self.touched} - gone:
            emptied = place in self.plan.blank or place == self.plan.who
            counts[place[0]]["emptied" if emptied else "changed"] += 1
        return Erased(
            pseudonym=self.plan.pseudonym,
            counts_kept=self.plan.counts,
            rows={table: dict(found) for table, found in counts.items() if found},
            history={"removed": len(self.removed), "changed": len(self.lines)},
            mentions=self.mentions,
            pairs=self.plan.pairs,
            handles=frozenset(self.handles),
            unread=self.texts.told(),
            sealed=frozenset(self.texts.met),
            still_sealed={each: len(some) for each, some in self.texts.left.items()},
            moved=self.texts.moved(),
        )

    def places(self) -> Iterator[tuple[Place, dict[str, Any]]]:
        """Give every row with its place."""
        for record in RECORDS:
            for row in self.now[record.table]:
                yield (record.table, str(row[record.key()])), row


def survey(
    connection: sa.Connection,
    person_id: str,
    signature: log.Signature,
    *,
    counts: bool | None,
) -> Survey:
    """Look through all rows and the history for what is a person's."""
    now: Rows = {record.table: _rows(connection, record) for record in RECORDS}
    kept = keeps_counts(
        person_id, now.get("consents", ()), signature.today, said=counts
    )
    made = plan(person_id, now, _past(connection, now), counts=kept)
    found = Survey(made, UnderSeal(sealing.of(connection), made), now)
    for place, row in found.places():
        if place in found.plan.gone:
            found.texts.pass_over(place[0], row)
        else:
            _look_at_row(found, place, row)
        if place[0] == "mentorships" and place[1] in found.plan.circles:
            found.handles.add(str(row["handle"]))
    query = sa.select(CHANGES).order_by(CHANGES.c.seq)
    there = {place for place, _ in found.places()}
    for line in connection.execute(query).mappings():
        _look_at_line(found, dict(line), there)
    return found


def _rows(connection: sa.Connection, record: type[Record]) -> list[dict[str, Any]]:
    names = [*(each.name for each in record.fields()), "version"]
    columns: list[sa.ColumnClause[Any]] = [sa.literal_column(name) for name in names]
    query = sa.select(*columns).select_from(TABLES[record.table])
    return [log.plain_row(row) for row in connection.execute(query).mappings()]


def _past(connection: sa.Connection, now: Rows) -> Rows:
    """Return rows that were erased before, as they were last."""
    query = (
        sa.select(CHANGES.c.table_name, CHANGES.c.row_id, CHANGES.c.before)
        .where(CHANGES.c.op == "erase")
        .order_by(CHANGES.c.seq)
    )
    found: dict[str, dict[str, dict[str, Any]]] = {r.table: {} for r in RECORDS}
    for table, row_id, before in connection.execute(query):
        if table in found and isinstance(values := _value(before), dict):
            record = record_of(table)
            empty = dict.fromkeys(each.name for each in record.fields())
            found[table][row_id] = {**empty, **values, record.key(): row_id}
    for record in RECORDS:
        for row in now[record.table]:
            found[record.table].pop(row[record.key()], None)
    return {table: list(rows.values()) for table, rows in found.items()}


def _value(text: str | None) -> Any:
    """Return what a text of the log says, or the text where it is no JSON."""
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        return text


def _look_at_row(found: Survey, place: Place, row: Mapping[str, Any]) -> None:
    changed = {}
    for name, old in row.items():
        new, count = found.texts.value(place, name, old)
        found.mentions += count
        if new != old:
            changed[name] = new
    if changed:
        found.rows[place] = changed
        key = record_of(place[0]).key()
        if fields := changed.keys() - {key}:
            found.touched[place] = set(fields)


def _look_at_line(found: Survey, line: dict[str, Any], there: set[Place]) -> None:
    plan, place = found.plan, (line["table_name"], line["row_id"])
    if place[0] == "mentorships" and place[1] in plan.circles:
        found.handles |= _handles_in(line)
    if place in plan.gone:
        found.removed.append(line["seq"])
        for name in ("before", "after"):
            value = _value(line[name]) if SEAL in (line[name] or "") else None
            row = value if isinstance(value, dict) else {str(line["field"]): value}
            found.texts.pass_over(place[0], row)
        return
    why, count = plan.why(place, line["by"], line["why"])
    found.mentions += count
    new = {
        "row_id": plan.new_id(place),
        "by": plan.by(line["by"]),
        "why": why,
    }
    for name in ("before", "after"):
        new[name], fields = _rewritten(found, place, line, name)
        if fields and place in there:
            found.touched.setdefault(place, set()).update(fields)
    if any(new[name] != line[name] for name in LINE):
        found.lines.append({"b_seq": line["seq"], **new})


def _handles_in(line: Mapping[str, Any]) -> set[str]:
    values = [_value(line[name]) for name in ("before", "after")]
    if line["op"] == "revise" and line["field"] == "handle":
        return {str(value) for value in values if value}
    return {str(v["handle"]) for v in values if isinstance(v, dict) and "handle" in v}


def _rewritten(
    found: Survey, place: Place, line: Mapping[str, Any], name: str
) -> tuple[str | None, set[str]]:
    """Return a value of a line as it is from now on, and the fields that changed in it."""
    text = line[name]
    old = _value(text)
    if old is None:
        return text, set()
    if not isinstance(old, dict):
        new, count = found.texts.value(place, str(line["field"]), old)
        found.mentions += count
        return (text, set()) if new == old else (_json(new), {str(line["field"])})
    whole, fields = {}, set()
    for key, value in old.items():
        whole[key], count = found.texts.value(place, key, value)
        found.mentions += count
        if whole[key] != value:
            fields.add(key)
    return (_json(whole) if fields else text), fields - {record_of(place[0]).key()}


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
