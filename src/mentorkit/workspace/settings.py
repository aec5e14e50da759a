"""The workspace's folder and its ``mentorkit.toml``: finding, reading, laying out.

Knows files and settings; knows no record and no row.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mentorkit import resources
from mentorkit.errors import MentorkitError, WorkspaceError, did_you_mean
from mentorkit.i18n import known_language


TOML = "mentorkit.toml"

KEYS = re.compile(r"\s*keys\s*=")

LAYOUT = """\
# A mentorkit workspace. Everything beside this file belongs to it.
database = "{database}"
user = "{user}"          # who signs changes, unless MENTORKIT_USER says otherwise
# language = "es"        # of forms and reports; each person's own when it is left out
{today}"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``mentorkit.toml`` says.

    Attributes
    ----------
    folder : pathlib.Path
        The workspace's folder.
    database : pathlib.Path or str
        Its database file, or the URL of a server's database.
    user : str or None
        The handle of the person who signs changes by default.
    today : datetime.date or None
        The day that counts as today, where it is pinned.
    keys : pathlib.Path or None
        The folder of the keys that private text is sealed with, where it is sealed.
    language : str or None
        The language of forms and reports; each person's own where none is named.
    """

    folder: Path
    database: Path | str
    user: str | None = None
    today: dt.date | None = None
    keys: Path | None = None
    language: str | None = None

    @property
    def beside(self) -> Path:
        """The file that backups are named after and kept beside."""
        found = self.database
        return found if isinstance(found, Path) else self.folder / "mentorkit.db"

    @property
    def shown(self) -> str:
        """The database as people may see it: without a password."""
        return without_password(str(self.database))

    @property
    def password(self) -> str | None:
        """The password that the database's URL holds, if it does."""
        found = self.database
        if isinstance(found, Path):
            return None
        word = urlsplit(found).password
        return None if word is None else unquote(word)


def without_password(url: str) -> str:
    """Return a URL without the password in it.

    Examples
    --------
    >>> without_password("postgresql://grace:hushed@db.example.org/mentoring")
    'postgresql://grace@db.example.org/mentoring'
    """
    word = urlsplit(url).password
    return url if word is None else url.replace(f":{word}@", "@", 1)


def find(where: str | Path | None = None) -> Settings:
    """Return the settings of a workspace.

    Parameters
    ----------
    where : str or pathlib.Path, optional
        Its folder, a database file, or a database URL. When it is left out: ``MENTORKIT_WORKSPACE``,
        else the nearest folder upward from here that has a ``mentorkit.toml``.

    Raises
    ------
    WorkspaceError
        There is none, or its settings cannot be read.
    """
    where = where or os.environ.get("MENTORKIT_WORKSPACE") or None
    if where is None:
        here = Path.cwd()
        for folder in (here, *here.parents):
            if (folder / TOML).is_file():
                return read(folder)
        raise WorkspaceError(
            f"There is no mentorkit workspace in {here} or above it. 'mentorkit init"
            " DIR' lays one out, 'mentorkit demo' builds one to try."
        )
    path = _path(str(where))
    if isinstance(path, str):
        return Settings(Path.cwd(), path)
    if path.is_dir():
        if (path / TOML).is_file():
            return read(path)
        raise WorkspaceError(
            f"{path} is not a mentorkit workspace: it has no {TOML}."
            f" 'mentorkit init {path}' makes it one."
        )
    return _of_file(path)


def read(folder: Path) -> Settings:
    """Read a folder's ``mentorkit.toml``."""
    file = folder / TOML
    try:
        values: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"{file} cannot be read: {error}.") from None
    known = ("database", "user", "today", "keys", "language")
    for name in values:
        if name not in known:
            raise WorkspaceError(
                f"{file} has a setting '{name}' that mentorkit does not know."
                f"{did_you_mean(name, known)} It knows: {', '.join(known)}."
            )
    today = values.get("today")
    if today is not None and type(today) is not dt.date:
        raise WorkspaceError(f"{file}: today must be a date, such as 2026-09-30.")
    named = str(values.get("database", "mentorkit.db"))
    database = _path(named) if "://" in named else folder / named
    keys = values.get("keys")
    if keys is not None and (not isinstance(keys, str) or not keys):
        raise WorkspaceError(f"{file}: keys must be the path of a folder, in quotes.")
    return Settings(
        folder,
        database,
        values.get("user"),
        today,
        None if keys is None else folder / Path(keys).expanduser(),
        _language_of(file, values.get("language")),
    )


def _language_of(file: Path, named: object) -> str | None:
    if named is None:
        return None
    try:
        return known_language(str(named))
    except MentorkitError as error:
        raise WorkspaceError(f"{file}: {error}") from None


def _of_file(path: Path) -> Settings:
    """Return the settings of a database file: keys and language of its workspace."""
    if (path.parent / TOML).is_file() and (found := read(path.parent)).database == path:
        return Settings(path.parent, path, keys=found.keys, language=found.language)
    return Settings(path.parent, path)


def _path(where: str) -> Path | str:
    if "://" not in where:
        return Path(where).expanduser().absolute()
    if where.startswith("sqlite:///"):
        return Path(where.removeprefix("sqlite:///")).absolute()
    scheme = where.partition("://")[0]
    if scheme in {"postgresql", "postgres"}:
        return where.replace("postgres://", "postgresql://", 1)
    raise WorkspaceError(
        f"mentorkit works with SQLite files and PostgreSQL, not with {scheme}"
        " databases. Name a workspace's folder, a file, sqlite:///FILE, or"
        " postgresql://LOGIN@HOST/DATABASE."
    )


def with_keys(settings: Settings, keys: Path | None) -> Settings:
    """Write into ``mentorkit.toml`` where the keys are, or that there are none.

    Raises
    ------
    WorkspaceError
        There is no such file, or it cannot be written.
    """
    file = settings.folder / TOML
    if not file.is_file():
        raise WorkspaceError(
            f"{settings.folder} has no {TOML}, which says where keys are. Name the"
            " workspace's folder."
        )
    part = file.with_name(f".{TOML}.part")
    try:
        lines = file.read_text("utf-8").splitlines()
        lines = [line for line in lines if not KEYS.match(line)]
        if keys is not None:
            lines.append(f"keys = {json.dumps(str(keys), ensure_ascii=False)}")
        part.write_text("\n".join([*lines, ""]), "utf-8")
        shutil.copymode(file, part)
        part.replace(file)
    except OSError as error:
        raise WorkspaceError(f"{file} cannot be written: {error.strerror}.") from None
    return read(settings.folder)


def check_free(folder: Path) -> None:
    """See that a folder is no workspace yet.

    Raises
    ------
    WorkspaceError
        It is one.
    """
    if (folder / TOML).exists():
        raise WorkspaceError(f"{folder} is a workspace already; it was left as it is.")


def lay_out(
    folder: Path,
    user: str,
    *,
    today: dt.date | None = None,
    database: str | None = None,
) -> Settings:
    """Make a folder a workspace: settings, notebooks, templates, reports.

    Raises
    ------
    WorkspaceError
        The folder is a workspace already, or its files are in the way.
    """
    check_free(folder)
    file = folder / TOML
    try:
        for name in ("notebooks", "templates"):
            shutil.copytree(
                resources.folder(name),
                folder / name,
                dirs_exist_ok=True,
                ignore=shutil.ignore_patterns(".*"),
            )
        (folder / "reports").mkdir(exist_ok=True)
        pinned = f"today = {today}        # pinned, so that the days stay true\n"
        text = LAYOUT.format(
            database=without_password(database or "mentorkit.db"),
            user=user,
            today=pinned if today else "",
        )
        file.write_text(text, "utf-8")
    except OSError as error:
        raise WorkspaceError(f"{folder} cannot be used: {error.strerror}.") from None
    return read(folder)
