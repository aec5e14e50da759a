"""Reading tables as frames: filter, moment, handles, and who may read what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from mentorkit.errors import NotFound
from mentorkit.frames.sharing import sharing_of
from mentorkit.frames.tidy import FEW, frame_of, texts
from mentorkit.models import RECORDS, Member, Record, holder_of, record_of
from mentorkit.privacy import Reader, redact, withhold
from mentorkit.store import Store
from mentorkit.store.moment import Moment
from mentorkit.store.rows import Rows


NAMED = tuple(
    record.table
    for record in RECORDS
    if any(field.name == "handle" for field in record.fields())
)
"""Tables whose rows have a handle."""

LOOKED_UP = 1000
"""How many rows are looked up one by one; for more, reading the table is quicker."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rows are asked for: of which mentorships or programs, as of when."""

    mentorships: tuple[str, ...] | None = None
    program: str | None = None
    as_of: dt.datetime | None = None

    def now(self) -> Scope:
        """Return the same scope as of now."""
        return replace(self, as_of=None)


class Frames:
    """The frames of one store.

    Parameters
    ----------
    store : Store or Moment
        Where the rows are.
    """

    def __init__(self, store: Store | Moment) -> None:
        self._store = store
        self._known: dict[tuple[str, str, dt.datetime | None], dict[str, str]] = {}

    @contextmanager
    def one_moment(self) -> Iterator[Frames]:
        """Give frames of one moment, which share what they look up."""
        if isinstance(self._store, Moment):
            yield self
            return
        with self._store.one_moment() as moment:
            yield Frames(moment)

    def table(self, name: str, reader: Reader, scope: Scope) -> pd.DataFrame:
        """Return a table's frame as a reader may see it.

        Raises
        ------
        NotFound
            There is no such table, mentorship or program.
        """
        with self.one_moment() as frames:
            return frames._table(record_of(name), reader, scope)  # noqa: SLF001

    def _table(
        self, record: type[Record], reader: Reader, scope: Scope
    ) -> pd.DataFrame:
        where = self._where(record, scope)
        rows = self._store.rows(record.table, where, as_of=scope.as_of)
        frame = frame_of(record, rows)
        circles = self._circles(record, frame, scope, reader)
        redacted = self._redacted(frame, record, reader, circles, scope)
        named = self._with_handles(record, redacted)
        if record.within:
            theirs = circles[named.index]
            named["mentorship"] = self._looked_up(theirs, "mentorships", "handle")
        return named.reset_index(drop=True)

    def _redacted(
        self,
        frame: pd.DataFrame,
        record: type[Record],
        reader: Reader,
        circles: pd.Series,
        scope: Scope,
    ) -> pd.DataFrame:
        """Return the frame as a reader may see it, as of what people allow today."""
        holder = holder_of(record)
        if holder is not None and holder.whole_row:
            return self._with_holder(frame, record, holder, reader, scope)
        seen = redact(frame, record, reader, circles)
        if record.confided or reader.outside is None:
            return seen
        if reader.inside(circles[seen.index]).all():
            return seen
        sharing = sharing_of(self._store, record, seen, circles, scope.as_of)
        return withhold(seen, record, reader, circles, sharing) if sharing else seen

    def _with_holder(
        self,
        frame: pd.DataFrame,
        record: type[Record],
        holder: type[Record],
        reader: Reader,
        scope: Scope,
    ) -> pd.DataFrame:
        """Return the rows that hang on rows which the reader sees."""
        held_by = {holder.key(): list(frame[record.within].unique())}
        rows = self._store.rows(holder.table, held_by, as_of=scope.as_of)
        held = frame_of(holder, rows)
        circles = self._circles(holder, held, scope, reader)
        seen = self._redacted(held, holder, reader, circles, scope)
        return frame[frame[record.within].isin(seen[holder.key()])]

    def everything(self) -> dict[str, pd.DataFrame]:
        """Return every table whole, at one moment, without handles."""
        rows = self._store.everything()
        return {r.table: frame_of(r, rows[r.table]) for r in RECORDS}

    def readable(self, reader: Reader) -> dict[str, pd.DataFrame]:
        """Return what a reader may see of every table, without handles."""
        with self.one_moment() as frames:
            return {
                record.table: frames.table(record.table, reader, Scope())[
                    [field.name for field in record.fields()]
                ]
                for record in RECORDS
            }

    def history(self, name: str, row_id: str, reader: Reader) -> pd.DataFrame:
        """Return the changes of one row, oldest first, as a reader may see them.

        Columns: ``at`` (UTC), ``by``, ``why``, ``op``, ``field``, ``before``,
        ``after``, ``version``, ``change_set``, ``undoes`` (the change set that was
        taken back). The reasons belong to the row's texts: who may not read those is
        told none of them.
        """
        record = record_of(name)
        lines = self._store.history(record.table, row_id)
        if not lines:
            raise NotFound(f"There is no {record.noun} '{row_id}', and never was.")
        hidden = self._hidden(record, row_id, lines, reader)
        closed = any(record.field(name).about.reads != "author" for name in hidden)
        columns = ["at", "by", "why", "op", "field", "before", "after", "version"]
        columns += ["change_set", "undoes"]
        shown = [
            {
                **line,
                **(
                    {"before": None, "after": None, "why": None}
                    if line["field"] in hidden
                    else {}
                ),
                **({"why": None} if closed else {}),
                **({"before": None} if line["op"] == "erase" else {}),
            }
            for line in lines
        ]
        frame = pd.DataFrame(shown, columns=columns)
        texts = dict.fromkeys(
            ("by", "why", "op", "field", "change_set", "undoes"), "str"
        )
        return frame.astype(texts | {"version": "Int64"})

    def _hidden(
        self,
        record: type[Record],
        row_id: str,
        lines: Sequence[Mapping[str, Any]],
        reader: Reader,
    ) -> set[str]:
        """Return the fields of a row that a reader may not see."""
        rows = list(self._store.rows(record.table, {record.key(): [row_id]}))
        if not rows:
            rows = [line["before"] for line in lines if line["op"] == "erase"][-1:]
        guarded = {f.name for f in record.fields() if f.about.reads != "all"}
        if not rows:
            return guarded
        probe = [{**rows[0], **dict.fromkeys(guarded, "x")}]
        frame = frame_of(record, Rows.of(record, probe))
        circles = self._circles(record, frame, Scope(), reader)
        seen = self._redacted(frame, record, reader, circles, Scope())
        if seen.empty:
            return {field.name for field in record.fields()}
        return {name for name in guarded if seen[name].isna().all()}

    def _where(self, record: type[Record], scope: Scope) -> dict[str, Sequence[str]]:
        names = {field.name for field in record.fields()}
        if scope.mentorships is not None:
            return self._where_mentorships(record, scope.mentorships, scope)
        if scope.program is not None:
            program = self._store.find_id("programs", scope.program)
            if "program_id" in names:
                return {"program_id": [program]}
            if "mentorship_id" in names or record.within:
                rows = self._store.rows("mentorships", {"program_id": [program]})
                ids = tuple(row["mentorship_id"] for row in rows)
                return self._where_mentorships(record, ids, scope)
            if "person_id" in names:
                enrolled = self._store.rows("enrollments", {"program_id": [program]})
                return {"person_id": sorted({row["person_id"] for row in enrolled})}
        return {}

    def _where_mentorships(
        self, record: type[Record], mentorships: Sequence[str], scope: Scope
    ) -> dict[str, Sequence[str]]:
        names = {field.name for field in record.fields()}
        ids = [self._store.find_id("mentorships", name) for name in mentorships]
        if "mentorship_id" in names:
            return {"mentorship_id": ids}
        if holder := holder_of(record):
            where = {"mentorship_id": ids}
            held = self._store.rows(holder.table, where, as_of=scope.as_of)
            return {record.within: [row[holder.key()] for row in held]}
        if "person_id" in names:
            members = self._store.rows(
                "members", {"mentorship_id": ids}, as_of=scope.as_of
            )
            return {"person_id": sorted({row["person_id"] for row in members})}
        if "program_id" in names:
            found = self._store.rows("mentorships", {"mentorship_id": ids})
            return {"program_id": sorted({row["program_id"] for row in found})}
        return {}

    def _circles(
        self, record: type[Record], frame: pd.DataFrame, scope: Scope, reader: Reader
    ) -> pd.Series:
        """Return the id of the mentorship that each row belongs to.

        A person belongs to many; the one that counts is one shared with the reader.
        """
        found = pd.Series(index=frame.index, dtype="str", name=record.key())
        if "mentorship_id" in frame:
            found = frame["mentorship_id"]
        elif holder := holder_of(record):
            held_by = frame[record.within]
            return self._looked_up(held_by, holder.table, "mentorship_id", scope.as_of)
        if "person_id" in frame and reader.mentorships and found.hasnans:
            shared = {"mentorship_id": sorted(reader.mentorships)}
            members = self._store.rows("members", shared, as_of=scope.as_of)
            of_person = {row["person_id"]: row["mentorship_id"] for row in members}
            found = found.fillna(_mapped(frame["person_id"], of_person))
        return found

    def _with_handles(self, record: type[Record], frame: pd.DataFrame) -> pd.DataFrame:
        """Put beside each reference its handle, and at the end of members their names."""
        columns: dict[str, pd.Series] = {}
        for field in record.fields():
            columns[field.name] = frame[field.name]
            if field.about.ref in NAMED and field.name.endswith("_id"):
                name = field.name.removesuffix("_id")
                columns[name] = self._looked_up(
                    frame[field.name], field.about.ref, "handle"
                )
        if record is Member:
            columns["name"] = self._looked_up(frame["person_id"], "people", "name")
        return pd.DataFrame(columns, index=frame.index)

    def _looked_up(
        self,
        ids: pd.Series,
        table: str,
        column: str,
        as_of: dt.datetime | None = None,
    ) -> pd.Series:
        """Return for each id what the row that it names has in a column."""
        known = self._known.setdefault((table, column, as_of), {})
        if missing := [each for each in ids.dropna().unique() if each not in known]:
            key = record_of(table).key()
            where = {key: missing} if len(missing) < LOOKED_UP else None
            found = self._store.rows(table, where, as_of=as_of).columns
            known.update(zip(found[key], found[column], strict=True))
        return _mapped(ids, known)


def _mapped(ids: pd.Series, names: Mapping[str, str]) -> pd.Series:
    if len(ids) < FEW:
        return pd.Series(texts([names.get(each) for each in ids]), index=ids.index)
    return ids.map(names).astype("str")
