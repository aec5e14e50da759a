"""A PostgreSQL server for tests: started on loopback, thrown away afterwards."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest

from mentorkit.store import Store
from mentorkit.store.opening import is_laid_out, lay_out


OWNER = "keeper"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "on",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "200",
}
LAID_OUT = "laid_out"
"""A database with all tables and nothing in them, that others are copies of."""


def empty_tables(url: str) -> None:
    """Take every row out of a database's tables."""
    query = (
        "SELECT string_agg(format('mentorkit.%I', tablename), ', ') FROM pg_tables"
        " WHERE schemaname = 'mentorkit' AND tablename <> 'schema_info'"
    )
    with psycopg.connect(url) as connection:
        (names,) = connection.execute(query).fetchone()
        connection.execute(f"TRUNCATE {names}")


def pass_for_empty(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Let a database that is laid out be laid out once more, by doing nothing.

    Laying out takes the server eight times as long as copying what was laid out once.
    """
    waiting = {url}

    def lay_out_unless_waiting(place: Path | str) -> None:
        if place in waiting:
            waiting.remove(place)
        else:
            lay_out(place)

    def is_seen_as_laid_out(place: str) -> bool:
        return place not in waiting and is_laid_out(place)

    monkeypatch.setattr("mentorkit.store.owned.lay_out", lay_out_unless_waiting)
    monkeypatch.setattr("mentorkit.workspace.is_laid_out", is_seen_as_laid_out)


class Server:
    """A cluster in a folder of its own; its superuser is ``keeper``."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        # The server refuses to run as root, so the folder and the processes are then
        # those of the account that Debian made for it.
        self._account = "postgres" if os.geteuid() == 0 else None
        self._folder = Path(tempfile.mkdtemp(prefix="mentorkit-postgresql-"))
        self.password = secrets.token_hex(8)
        self._count = 0
        self._has_pattern = False
        self._start()

    @staticmethod
    def programs() -> Path | None:
        """Return the folder of the server's programs, if there is one."""
        found = shutil.which("initdb")
        if found:
            return Path(found).resolve().parent
        debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        return debian[-1].parent if debian else None

    def url(self, database: str, login: str = OWNER, password: str = "") -> str:
        """Return the URL of a database, for a login."""
        word = password or self.password
        return f"postgresql://{login}:{word}@127.0.0.1:{self.port}/{database}"

    def sql(self, *statements: str, database: str = "postgres") -> None:
        """Run statements as the superuser."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def new_database(self) -> str:
        """Make an empty database and return its name."""
        self._count += 1
        name = f"program_{self._count}"
        self.sql(f"CREATE DATABASE {name}")
        return name

    def new_laid_out(self) -> str:
        """Make a database that has its tables already, and return its name."""
        self._count += 1
        name = f"program_{self._count}"
        if not self._has_pattern:
            self.sql(f"CREATE DATABASE {LAID_OUT}")
            Store.create(self.url(LAID_OUT)).close()
            self._has_pattern = True
        self.sql(f"CREATE DATABASE {name} TEMPLATE {LAID_OUT} STRATEGY file_copy")
        return name

    def drop(self, name: str) -> None:
        """Take a database away, whoever is still connected."""
        self.sql(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        """End the server and take its folder away."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder)

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def _start(self) -> None:
        word = self._folder / "password"
        word.write_text(self.password)
        if self._account:
            for path in (self._folder, word):
                shutil.chown(path, self._account)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._run(
            *("initdb", "-D", self._data, "-U", OWNER, "--no-sync"),
            *("--auth=scram-sha-256", f"--pwfile={word}", "-E", "UTF8"),
            "--locale=C.UTF-8",
        )
        settings = {**SETTINGS, "port": str(self.port)}
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", self._data, "-l", log, "-w", "-o", options, "start")

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self._programs / program, *arguments],
            check=True,
            user=self._account,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
        )
