"""What saving and reading cost, each over a bare way of doing the same.

Run it with the environment's own Python: ``.venv/bin/python benchmarks/store.py``.
Both sides of a ratio run in turn in the same process; times are CPU time, the median
of the rounds and their range. The database has about a million rows and is built first.
"""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import platform
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pandas as pd
import pydantic
import sqlalchemy as sa
from program import MENTORSHIPS, QUARTER_END, YEAR, build, id_of

import mentorkit as mk
from mentorkit.frames.tidy import frame_of
from mentorkit.models import (
    Goal,
    Member,
    Mentorship,
    Person,
    Program,
    Record,
    record_of,
)
from mentorkit.store import Store


ROUNDS = 7
SAVES = 100
WRITERS = 16
COUNTED = 20
COUNTED_ON_A_SERVER = 5
PRAGMAS = (
    "journal_mode = wal",
    "synchronous = full",
    "foreign_keys = on",
    "secure_delete = on",
)
END_OF_YEAR = dt.datetime(2026, 12, 31, 12, 0, tzinfo=dt.UTC)
REVIEWED = (
    "mentorships",
    "programs",
    "members",
    "goals",
    "milestones",
    "progress",
    "sessions",
    "actions",
    "reflections",
    "decisions",
)


@dataclass(frozen=True)
class Times:
    """Milliseconds that one way took: of CPU and by the clock, a round each."""

    name: str
    cpu: list[float]
    wall: list[float]


def told(values: list[float], digits: str = ".3g") -> str:
    """Return the median of some values, and their range."""
    middle = format(statistics.median(values), digits)
    return f"{middle} ({min(values):{digits}} to {max(values):{digits}})"


def over(mine: list[float], floor: list[float]) -> str:
    """Return the ratio to another way of the same round."""
    pairs = zip(mine, floor, strict=True)
    return told([value / other for value, other in pairs], ".2f")


def interleaved(
    ways: Mapping[str, Callable[[], object]], *, times: int = 1
) -> list[Times]:
    """Run every way in turn, round after round; the first round is not counted."""
    found = {name: Times(name, [], []) for name in ways}
    for number in range(ROUNDS + 1):
        for name, way in ways.items():
            cpu, wall = time.process_time(), time.perf_counter()
            for _ in range(times):
                way()
            cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
            if number:
                found[name].cpu.append(1000 * cpu / times)
                found[name].wall.append(1000 * wall / times)
    return list(found.values())


def table(title: str, ways: list[Times]) -> None:
    """Print ways, each over the first."""
    print(f"\n### {title}\n")
    print("| what | CPU ms | times the first | ms by the clock | times the first |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for way in ways:
        cpu, wall = over(way.cpu, ways[0].cpu), over(way.wall, ways[0].wall)
        print(f"| {way.name} | {told(way.cpu)} | {cpu} | {told(way.wall)} | {wall} |")


def a_mentorship(place: Path | str) -> tuple[Store, str]:
    """Lay out a small store; return it with the id of a goal in it."""
    store = Store.create(place)
    store.add([Program(handle="first", name="First")], "grace")
    people = [Person(handle=name, name=name) for name in ("ada", "grace")]
    store.add([*people, Mentorship(handle="ada-grace")], "grace")
    pair = {"ada": "mentee", "grace": "mentor"}
    store.add(
        [
            Member(mentorship_id="ada-grace", person_id=name, role=role)
            for name, role in pair.items()
        ],
        "grace",
    )
    (goal,) = store.add([a_goal("First")], "grace")
    return store, goal.id


def a_goal(title: str) -> Goal:
    """Return a goal that is not saved yet."""
    return Goal(mentorship_id="ada-grace", owner_id="ada", title=title, target=0)


def bare(place: Path | str) -> Any:
    """Open a database of one table without checks, as durable as the store's."""
    if isinstance(place, str):
        import psycopg  # noqa: PLC0415 - an optional extra

        server = psycopg.connect(place, autocommit=True)
        server.execute("create table bare (goal_id text primary key, title text)")
        return server
    connection = sqlite3.connect(place, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"pragma {pragma}")
    connection.execute("create table bare (goal_id text primary key, title text)")
    return connection


def saves(place: Path | str, bare_place: Path | str) -> None:
    """Compare a form's saves with a bare insert of two columns."""
    store, goal = a_mentorship(place)
    numbers = count()
    mark = "%s" if isinstance(place, str) else "?"
    query = f"insert into bare values ({mark}, {mark})"  # noqa: S608
    with closing(bare(bare_place)) as connection:

        def insert() -> None:
            n = next(numbers)
            connection.execute(query, (f"g-{n}", f"Title {n}"))

        def revise() -> None:
            title = f"Title {next(numbers)}"
            store.revise("goals", goal, {"title": title}, by="grace", why="truer")

        def add() -> None:
            store.add([a_goal(f"Title {next(numbers)}")], "grace")

        ways = {"bare insert": insert, "`store.revise`": revise, "`store.add`": add}
        table("A save, one writer", interleaved(ways, times=SAVES))
    store.close()


def _counted(place: Path | str) -> int:
    return COUNTED_ON_A_SERVER if isinstance(place, str) else COUNTED


def _count_up(place: Path | str, goal: str, times: list[float]) -> None:
    """Add to a goal's target again and again, each time to what it holds now."""
    store = Store(place)
    for _ in range(_counted(place)):
        began = time.perf_counter()
        while True:
            found, version = store.get("goals", goal)
            target = {"target": found.target + 1}
            try:
                store.revise(
                    "goals", goal, target, by="x", why="one more", version=version
                )
            except mk.Conflict:
                continue
            break
        times.append(1000 * (time.perf_counter() - began))
    store.close()


def writers(place: Path | str) -> None:
    """Let many processes count the same number up, and see that none is lost."""
    store, goal = a_mentorship(place)
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager:
        times = manager.list()
        running = [
            context.Process(target=_count_up, args=(place, goal, times))
            for _ in range(WRITERS)
        ]
        for process in running:
            process.start()
        for process in running:
            process.join()
        took = sorted(times)
    found, _ = store.get("goals", goal)
    store.close()
    lost = WRITERS * _counted(place) - int(found.target)
    middle, late = took[len(took) // 2], took[len(took) * 99 // 100]
    print(
        f"\n{WRITERS} processes counting one number up, {_counted(place)} times each:"
        f" {lost} lost; wall ms until one is saved: median {middle:.3g}, 99 of 100 within"
        f" {late:.3g}, longest {took[-1]:.3g}."
    )


def of_a_mentorship(store: Store, name: str) -> None:
    """Read all that a review of a mentorship needs, as it stood at a quarter's end."""
    own = {"mentorship_id": [name]}
    with store.one_moment() as moment:
        past = {"as_of": QUARTER_END}
        goals = [row["goal_id"] for row in moment.rows("goals", own, **past)]
        for table_name in REVIEWED:
            names = {field.name for field in record_of(table_name).fields()}
            where = own if "mentorship_id" in names else {"goal_id": goals}
            if table_name == "programs":
                where = {"program_id": ["pr-0"]}
            moment.rows(table_name, where, **past)


def one_mentorship(store: Store, place: Path | str) -> None:
    """Measure what a review of one among all mentorships reads."""
    ws = mk.open(place, audience="pair", today="2026-12-30")
    numbers = count(17, 977)

    def handles() -> Iterator[int]:
        while True:
            yield next(numbers) % MENTORSHIPS

    drawn = handles()
    ways = {
        "its rows alone": lambda: of_a_mentorship(store, id_of("ms", next(drawn))),
        "`ws.snapshot`": lambda: ws.snapshot(f"pair-{next(drawn)}", "2026Q3"),
    }
    table(f"A review of one of {MENTORSHIPS:,} mentorships", interleaved(ways))
    ws.store.close()


def whole_tables(store: Store, engine: sa.Engine, folder: Path) -> None:
    """Compare typed frames of whole tables with bare tuples, and with Parquet."""
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        for name in ("goals", "sessions", "progress"):
            record = record_of(name)
            columns = ", ".join(field.name for field in record.fields())
            query = f"select {columns} from {name}"  # noqa: S608
            file = folder / f"{name}.parquet"
            frame = frame_of(record, store.rows(name))
            frame.to_parquet(file)

            def bare_rows(query: str = query) -> list[Any]:
                cursor.execute(query)
                return cursor.fetchall()

            def typed(record: type[Record] = record) -> pd.DataFrame:
                return frame_of(record, store.rows(record.table))

            def parquet(file: Path = file) -> pd.DataFrame:
                return pd.read_parquet(file)

            ways = {
                "bare `fetchall`": bare_rows,
                "typed frame": typed,
                "`read_parquet` of that frame": parquet,
            }
            title = f"All {len(frame):,} {name}, {len(record.fields())} columns"
            table(title, interleaved(ways))


def of_the_past(store: Store) -> None:
    """Compare rows of the end of the third quarter with today's, typed and not."""
    record = record_of("goals")
    numbers = count(17, 977)

    def own() -> dict[str, list[str]]:
        return {"mentorship_id": [id_of("ms", next(numbers) % MENTORSHIPS)]}

    def framed(**asked: Any) -> pd.DataFrame:
        return frame_of(record, store.rows("goals", **asked))

    ways = {
        "frame of now": framed,
        "frame of the quarter's end": lambda: framed(as_of=QUARTER_END),
    }
    table("All goals as of a quarter's end", interleaved(ways))
    ways = {
        "rows of now": lambda: store.rows("goals"),
        "rows of the quarter's end": lambda: store.rows("goals", as_of=QUARTER_END),
    }
    table("The same, rows alone", interleaved(ways))
    ways = {
        "rows of now": lambda: store.rows("goals", own()),
        "rows of the quarter's end": lambda: store.rows(
            "goals", own(), as_of=QUARTER_END
        ),
    }
    table("One mentorship's goals as of a quarter's end", interleaved(ways, times=20))


def main() -> None:
    """Measure and print tables."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--folder", type=Path, help="keeps the database, or has it")
    asked.add_argument("--database", help="an empty server database, or the one built")
    given = asked.parse_args()
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version},"
        f" SQLAlchemy {sa.__version__}, pandas {pd.__version__}, pydantic"
        f" {pydantic.VERSION}, {platform.system()} {platform.machine()};"
        f" median and range of {ROUNDS} rounds."
    )
    with tempfile.TemporaryDirectory() as scratch:
        if given.database:
            place, engine = on_server(given.database)
        else:
            place, engine = on_file(given.folder, Path(scratch))
        store = Store(place, now=lambda: END_OF_YEAR)
        one_mentorship(store, place)
        whole_tables(store, engine, Path(scratch))
        of_the_past(store)
        store.close()
        engine.dispose()


def on_file(folder: Path | None, scratch: Path) -> tuple[Path, sa.Engine]:
    """Measure saves in files, and see that the large one is there."""
    saves(scratch / "small.db", scratch / "bare.db")
    writers(scratch / "many.db")
    place = (folder or scratch) / "large.db"
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(place)))
    if not place.exists():
        large(place, engine)
    return place, engine


def on_server(url: str) -> tuple[str, sa.Engine]:
    """Measure saves in an empty database, then build the large one there."""
    options = {"options": "-c search_path=mentorkit"}
    engine = sa.create_engine(url, connect_args=options)
    with engine.connect() as connection:
        print(
            f"\nPostgreSQL {connection.exec_driver_sql('show server_version').scalar()}"
        )
        built = sa.inspect(connection).has_table("goals", "mentorkit")
    if built:
        return url, engine
    for measure in (lambda: saves(url, url), lambda: writers(url)):
        measure()
        with engine.begin() as connection:
            connection.exec_driver_sql("drop schema mentorkit, mentorkit_seen cascade")
            connection.exec_driver_sql("drop table if exists public.bare")
    large(url, engine)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as settled:
        settled.exec_driver_sql("vacuum analyze")
    return url, engine


def large(place: Any, engine: sa.Engine) -> None:
    """Build the large database."""
    Store.create(place, now=lambda: YEAR).close()
    began = time.perf_counter()
    with engine.begin() as connection:
        counts = build(connection)
    rows = ", ".join(f"{rows:,} {name}" for name, rows in counts.items())
    took = time.perf_counter() - began
    print(f"\nBuilt in {took:.0f} s: {sum(counts.values()):,} rows ({rows}).")


if __name__ == "__main__":
    main()
