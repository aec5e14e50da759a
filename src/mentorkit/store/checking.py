"""Looking a database over: the file, its references, its rows, its history, its clock.

Finds and tells; repairs nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal, Self

import sqlalchemy as sa

from mentorkit.errors import InvalidRecord, StorageError
from mentorkit.models import RECORDS, Record
from mentorkit.privacy.mentions import ERASED
from mentorkit.store import log, sealed, sealing, trails
from mentorkit.store.database import Database
from mentorkit.store.schema import CHANGES, TABLES, instant_text, moment_told
from mentorkit.store.sealing import Seals


Area = Literal["file", "references", "rows", "keys", "history", "clock", "reports"]

TOLERANCE = dt.timedelta(minutes=1)
"""How far ahead a change may be dated: clocks are never quite alike."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes
    ----------
    area : {"file", "references", "rows", "keys", "history", "clock", "reports"}
        What kind of thing.
    message : str
        What is wrong, in words.
    table, row : str or None
        The row that it is about.
    """

    area: Area
    message: str
    table: str | None = None
    row: str | None = None

    def __str__(self) -> str:
        where = f"{self.table} {self.row}: " if self.row else ""
        return f"{self.area}: {where}{self.message}"


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was looked at, and what is wrong with it.

    Attributes
    ----------
    findings : tuple of Finding
        Everything that is wrong.
    counts : dict of str to int
        How many ``rows``, ``changes`` and ``reports`` were looked at.
    """

    findings: tuple[Finding, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings

    def __str__(self) -> str:
        seen = ", ".join(
            f"{count:,} {name if count != 1 else name.removesuffix('s')}"
            for name, count in self.counts.items()
        )
        if self.ok:
            return f"All is well: {seen}."
        count = len(self.findings)
        noun = "thing is" if count == 1 else "things are"
        told = [f"{count:,} {noun} wrong" + (f" among {seen}:" if seen else ":")]
        return "\n".join([*told, *(f"  {finding}" for finding in self.findings)])

    __repr__ = __str__

    def plus(self, findings: Iterable[Finding], **counts: int) -> Self:
        """Return it with more that was looked at."""
        return replace(
            self,
            findings=(*self.findings, *findings),
            counts={**self.counts, **counts},
        )

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"ok": self.ok, **asdict(self)}


def check(database: Database, now: dt.datetime) -> Checkup:
    """Look a database over, in one moment of it."""
    found: list[Finding] = []
    counts: dict[str, int] = {}
    try:
        with database.reading() as connection:
            database.require_owner(connection, "look all of it over")
            if connection.dialect.name == "sqlite":  # a server sees to these itself
                found += _file(connection)
                found += _references(connection)
            seals = sealing.of(connection)
            found += _keys(connection, seals)
            history = trails.read(connection)
            for record in RECORDS:
                rows = list(_rows(connection, record))
                counts["rows"] = counts.get("rows", 0) + len(rows)
                found += _told(history.compare(record, rows))
                found += _held_by_the_model(record, seals.rows(record.table, rows))
            found += _told(history.problems)
            found += _clock(connection, max(now, dt.datetime.now(dt.UTC)))
            counts["changes"] = history.count
    except StorageError as error:
        found.append(Finding("file", str(error)))
    return Checkup(tuple(found), counts)


def _told(problems: Iterable[trails.Problem]) -> Iterator[Finding]:
    return (Finding("history", *problem) for problem in problems)


def _file(connection: sa.Connection) -> Iterator[Finding]:
    for (told,) in connection.exec_driver_sql("pragma integrity_check(50)"):
        if told != "ok":
            yield Finding("file", f"The file is damaged: {told}.")


def _references(connection: sa.Connection) -> Iterator[Finding]:
    """Find rows that refer to a row that is not there."""
    broken = connection.exec_driver_sql("pragma foreign_key_check").fetchall()
    for name, rowid, target, number in broken:
        keys = connection.exec_driver_sql(f"pragma foreign_key_list({name})").fetchall()
        column = next(key[3] for key in keys if key[0] == number)
        key = next(record.key() for record in RECORDS if record.table == name)
        found = connection.exec_driver_sql(
            f"select {key}, {column} from {name} where rowid = ?",  # noqa: S608
            (rowid,),
        ).one()
        message = f"Its {column} names '{found[1]}', which is not among the {target}."
        yield Finding("references", message, name, found[0])


def _rows(connection: sa.Connection, record: type[Record]) -> Iterator[dict[str, Any]]:
    """Give the rows of a table as the file holds them, versions included."""
    names = [*(field.name for field in record.fields()), "version"]
    columns: list[sa.ColumnClause[Any]] = [sa.literal_column(name) for name in names]
    query = sa.select(*columns).select_from(TABLES[record.table])
    for row in connection.execute(query).mappings():
        yield log.plain_row(row)


def _held_by_the_model(
    record: type[Record], rows: Iterable[Mapping[str, Any]]
) -> Iterator[Finding]:
    """Find rows that their model would refuse today; values are not repeated."""
    for row in rows:
        values = {name: value for name, value in row.items() if name != "version"}
        try:
            record(**values)
        except InvalidRecord as error:
            for problem in error.problems:
                message = f"{problem.field}: {problem.message}"
                yield Finding("rows", message, record.table, row[record.key()])


def _keys(connection: sa.Connection, seals: Seals) -> Iterator[Finding]:
    """Find texts that no key here opens, and texts in the clear among sealed ones."""
    away: Counter[str] = Counter()
    clear = 0
    for text in sealed.texts(connection):
        closed = seals.closed(text.kept)
        if not sealed.is_sealed(text.kept):
            clear += text.kept != ERASED
        elif closed and closed.kind == "away":
            away[sealed.owner(text.kept)] += 1
        elif closed and closed.kind == "broken":
            message = f"Its {text.field} does not open: {closed.why}."
            yield Finding("keys", message, text.table, text.row)
    for mentorship, count in sorted(away.items()):
        noun = "text is" if count == 1 else "texts are"
        message = f"Its key is not here, and {count:,} {noun} sealed with it."
        yield Finding("keys", message, "mentorships", mentorship)
    if clear and seals.keys is not None:
        noun = "text is" if clear == 1 else "texts are"
        message = f"{clear:,} private {noun} in the clear. 'mentorkit seal' seals them."
        yield Finding("keys", message)


def _clock(connection: sa.Connection, now: dt.datetime) -> Iterator[Finding]:
    query = sa.select(sa.func.count(), sa.func.max(CHANGES.c.at)).where(
        CHANGES.c.at > now + TOLERANCE
    )
    count, latest = connection.execute(query).one()
    if count:
        noun = "change is" if count == 1 else "changes are"
        yield Finding(
            "clock",
            f"{count:,} {noun} dated later than now, up to {moment_told(instant_text(latest))}: a"
            " computer's clock was wrong. Reviews leave such changes out until then.",
        )
