"""Reading tables as frames: filter, moment, handles, and who may read what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pandas as pd

from mentorkit.errors import NotFound
from mentorkit.frames.naming import unnamed
from mentorkit.frames.scope import Scope, where_of
from mentorkit.frames.sharing import publishable, sharing_of
from mentorkit.frames.tidy import FEW, frame_of, texts
from mentorkit.models import (
    RECORDS,
    Member,
    Record,
    Visibility,
    holder_of,
    record_of,
)
from mentorkit.privacy import Reader, publish, redact, withhold
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
        where = where_of(self._store, record, scope)
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
        if reader.is_everybody:
            return self._published(frame, record, holder, reader, circles, scope)
        if holder is not None and holder.whole_row:
            return self._with_holder(frame, record, holder, reader, scope)
        seen = redact(frame, record, reader, circles)
        if record.confided or reader.outside is None:
            return seen
        near = circles if len(seen) == len(circles) else circles[seen.index]
        if reader.inside(near).all():
            return seen
        sharing = sharing_of(self._store, record, seen, circles, scope.as_of)
        return withhold(seen, record, reader, circles, sharing) if sharing else seen

    def _published(
        self,
        frame: pd.DataFrame,
        record: type[Record],
        holder: type[Record] | None,
        reader: Reader,
        circles: pd.Series,
        scope: Scope,
    ) -> pd.DataFrame:
        """Return what everybody may see of rows, and of those that they hang on."""
        if holder is not None:
            frame = self._with_holder(frame, record, holder, reader, scope)
        near = circles[frame.index]
        allowed = publishable(self._store, record, frame, near)
        return publish(frame, record, near, allowed, self._open(frame, record))

    def _open(self, frame: pd.DataFrame, record: type[Record]) -> pd.Series:
        """Return for each row whether it is public, as it was then and still today."""
        if "visibility" not in frame:
            return pd.Series(False, index=frame.index)
        then = frame["visibility"]
        ids = frame[record.key()]
        now = self._store.rows(record.table, {record.key(): sorted(ids)}).columns
        words = dict(zip(now[record.key()], now["visibility"], strict=True))
        public = Visibility.PUBLIC.value
        both: pd.Series = (then == public) & (ids.map(words) == public)
        return both.astype(bool)

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

    def unnamed(
        self, key: bytes, tables: Mapping[str, pd.DataFrame], language: str
    ) -> dict[str, pd.DataFrame]:
        """Return tables that belong together, with pseudonyms for all who are in them."""
        return unnamed(self._store, key, tables, language)

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

    def _circles(
        self, record: type[Record], frame: pd.DataFrame, scope: Scope, reader: Reader
    ) -> pd.Series:
        """Return the id of the mentorship that each row belongs to.

        A person belongs to many; the one that counts is one shared with the reader.
        """
        if "mentorship_id" in frame:
            found = frame["mentorship_id"]
        elif holder := holder_of(record):
            held_by = frame[record.within]
            return self._looked_up(held_by, holder.table, "mentorship_id", scope.as_of)
        else:
            found = pd.Series(index=frame.index, dtype="str", name=record.key())
        if "person_id" in frame and reader.mentorships and found.hasnans:
            shared = {"mentorship_id": sorted(reader.mentorships)}
            members = self._store.rows("members", shared, as_of=scope.as_of)
            of_person = {row["person_id"]: row["mentorship_id"] for row in members}
            found = found.fillna(_mapped(frame["person_id"], of_person))
        return found

    def _with_handles(self, record: type[Record], frame: pd.DataFrame) -> pd.DataFrame:
        """Put beside each reference its handle, and at the end of members their names."""
        named = frame.copy(deep=False)
        for field in record.fields():
            if field.about.ref in NAMED and field.name.endswith("_id"):
                handles = self._looked_up(frame[field.name], field.about.ref, "handle")
                place = list(named.columns).index(field.name) + 1
                named.insert(place, field.name.removesuffix("_id"), handles)
        if record is Member:
            named["name"] = self._looked_up(frame["person_id"], "people", "name")
        return named

    def _looked_up(
        self,
        ids: pd.Series,
        table: str,
        column: str,
        as_of: dt.datetime | None = None,
    ) -> pd.Series:
        """Return for each id what the row that it names has in a column."""
        known = self._known.setdefault((table, column, as_of), {})
        named = [each for each in dict.fromkeys(ids.tolist()) if isinstance(each, str)]
        if missing := [each for each in named if each not in known]:
            key = record_of(table).key()
            where = {key: missing} if len(missing) < LOOKED_UP else None
            found = self._store.rows(table, where, as_of=as_of).columns
            known.update(zip(found[key], found[column], strict=True))
        return _mapped(ids, known)


def _mapped(ids: pd.Series, names: Mapping[str, str]) -> pd.Series:
    if len(ids) < FEW:
        held = texts([names.get(each) for each in ids.tolist()])
        return pd.Series(held, index=ids.index)
    return ids.map(names).astype("str")
