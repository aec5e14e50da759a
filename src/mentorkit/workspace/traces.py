"""Where in a workspace's folder a person is named, and what becomes of each file.

Reads files of many kinds; knows no row. Reports and exports can be made again and are
removed; what people put there themselves is only told.
"""

from __future__ import annotations

import html
import json
import os
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from mentorkit.models import RECORDS
from mentorkit.privacy.mentions import Mentions
from mentorkit.report.run.names import lists_reviews
from mentorkit.review import journal
from mentorkit.review.manifest import withdraw
from mentorkit.review.places import Folder
from mentorkit.workspace.settings import TOML


TABLES = frozenset(record.table for record in RECORDS)

NOT_OURS = frozenset({".git", "node_modules"})
"""Folders that other programs keep."""

RECORDS_OF_RUNS = (journal.MANIFEST, journal.NAME)

ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")

DATABASE_ENDS = ("", "-wal", "-shm", "-lock", "-journal")


@dataclass(frozen=True, slots=True)
class Traces:
    """The files that name a person.

    Attributes
    ----------
    reports : list of pathlib.Path
        Pages, executed notebooks and data of reviews.
    runs : dict
        The folders of runs whose manifest and index are written again, and which
        reviews they list no more.
    exports : list of pathlib.Path
        Files of exports that mentorkit wrote.
    told : dict
        Files that are left to whoever put them there, and why.
    """

    reports: list[Path] = field(default_factory=list)
    runs: dict[Path, frozenset[str]] = field(default_factory=dict)
    exports: list[Path] = field(default_factory=list)
    told: dict[Path, str] = field(default_factory=dict)

    def remove(self, names: Mentions) -> dict[Path, str]:
        """Remove what can be made again; return what could not be, and why."""
        left: dict[Path, str] = {}
        for run, handles in self.runs.items():
            try:
                withdraw(Folder(run), handles, lambda text: names.replaced(text)[0])
            except OSError as error:
                left[run / "manifest.json"] = str(error.strerror)
        for file in [*self.reports, *self.exports]:
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                left[file] = str(error.strerror)
        for folder in {file.parent for file in self.exports}:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        return left


def find(
    folder: Path, database: Path | None, names: Mentions, handles: Collection[str]
) -> Traces:
    """Find the files that name a person.

    Parameters
    ----------
    folder : pathlib.Path
        The workspace's folder.
    database : pathlib.Path or None
        Its database, which is not looked into.
    names : Mentions
        What finds them.
    handles : collection of str
        What their mentorships are or were called.
    """
    found = Traces()
    seen: set[Path] = set()
    files = list(_files(folder, database))
    for record in (file for file in files if file.name in RECORDS_OF_RUNS):
        if (reviews := _reviews(record)) is not None:
            seen |= _look_at_run(found, record, reviews, names, set(handles))
    for package in (file for file in files if file.name == "datapackage.json"):
        seen |= _look_at_export(found, package, names)
    for file in files:
        if file not in seen:
            _look_at_file(found, folder, file, names, handles)
    if (folder / ".git").exists():
        found.told[folder / ".git"] = "keeps older states of files; see to them there"
    return found


def _files(folder: Path, database: Path | None) -> Iterator[Path]:
    """Give the files of a workspace but its database and backups."""
    kept = {Path(f"{database}{end}") for end in DATABASE_ENDS} if database else set()
    for here, folders, names in os.walk(folder):
        place = Path(here)
        folders[:] = sorted(
            name
            for name in folders
            if name not in NOT_OURS
            and not (place / name / "pyvenv.cfg").is_file()
            and not (place == folder and name == "backups")
        )
        for name in sorted(names):
            file = place / name
            if file not in kept and file.is_file() and not file.is_symlink():
                yield file


def _reviews(record: Path) -> list[dict[str, Any]] | None:
    """Return what a run lists, or nothing where the file is something else's."""
    if record.name == journal.NAME:
        return [*map(asdict, journal.left(Folder(record.parent)).values())]
    try:
        reviews = json.loads(record.read_text("utf-8"))["reviews"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return reviews if isinstance(reviews, list) else None


def _look_at_run(
    found: Traces,
    record: Path,
    reviews: list[dict[str, Any]],
    names: Mentions,
    handles: set[str],
) -> set[Path]:
    """Take in a run: reviews of their mentorships, and others that name them."""
    run, gone = record.parent, set()
    seen = {record, *(page for page in run.iterdir() if lists_reviews(page.name))}
    for review in reviews:
        made = review.get("files", {}).values()
        files = _of_run(run, [review["page"], review["notebook"], *made])
        seen.update(files)
        there = [file for file in files if file.is_file()]
        if _is_about(review["handle"], handles) or any(
            _holds(file, names) for file in there
        ):
            gone.add(str(review["handle"]))
            found.reports.extend(there)
    if gone or any(_holds(file, names) for file in seen if file.parent == run):
        found.runs[run] = frozenset(gone)
    return seen


def _of_run(run: Path, names: list[str]) -> list[Path]:
    """Return the files that a run names as its own; no other is its to remove."""
    ours = (run, Folder(run).apart.path)
    files = [Path(os.path.normpath(run / name)) for name in names if name]
    return [file for file in files if file.parent in ours]


def _is_about(handle: str, handles: set[str]) -> bool:
    """Return whether a review is of one of some mentorships, or of a milestone there."""
    return handle in handles or any(handle.startswith(f"{each}-m-") for each in handles)


def _look_at_export(found: Traces, package: Path, names: Mentions) -> set[Path]:
    """Take in an export of ours: it goes as a whole, since its files belong together."""
    listed = {file for file in _exported(package) if file.is_file()}
    if any(_holds(file, names) for file in listed):
        found.exports.extend(sorted(listed))
    return listed


def _exported(package: Path) -> set[Path]:
    """Return the files of an export of ours, or none where it is something else's."""
    try:
        resources = json.loads(package.read_text("utf-8"))["resources"]
        paths = {str(each["path"]) for each in resources}
        ours = {each["name"] for each in resources} <= TABLES
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    if not ours or any("/" in path or "\\" in path for path in paths):
        return set()
    return {
        package,
        *(package.parent / path for path in [*sorted(paths), "README.txt"]),
    }


def _look_at_file(
    found: Traces,
    folder: Path,
    file: Path,
    names: Mentions,
    handles: Collection[str],
) -> None:
    where = file.relative_to(folder)
    try:
        named = _holds(file, names) or names.count(where.as_posix())
        named = named or file.stem in handles
    except (OSError, ImportError) as error:
        found.told[file] = f"could not be looked into ({error})"
        return
    if not named:
        return
    if _is_report(where) or _is_of_runs(file, found.runs):
        found.reports.append(file)
    elif _is_workbook_of_ours(file):
        found.exports.append(file)
    elif where.as_posix() == TOML:
        found.told[file] = "names them as who signs: write somebody else there"
    else:
        found.told[file] = "is not mentorkit's: see to it yourself"


def _is_of_runs(file: Path, runs: Iterable[Path]) -> bool:
    ours = {place for run in runs for place in (run, Folder(run).apart.path)}
    return not ours.isdisjoint(file.parents)


def _is_report(where: Path) -> bool:
    """Return whether a file is a report, or went back to a learner as feedback."""
    return where.parts[0] == "reports" or (
        where.parts[0] == "assignments" and where.parts[2:3] == ("feedback",)
    )


def _is_workbook_of_ours(file: Path) -> bool:
    if file.suffix != ".xlsx" or not zipfile.is_zipfile(file):
        return False
    with zipfile.ZipFile(file) as book:
        try:
            text = book.read("xl/workbook.xml").decode("utf-8", "replace")
        except KeyError:
            return False
    return {*TABLES, "dictionary"} <= set(re.findall(r'<sheet name="([^"]+)"', text))


def _holds(file: Path, names: Mentions) -> bool:
    return any(names.count(text) for text in _texts(file))


def _texts(file: Path) -> Iterator[str]:
    """Give what is said in a file, each way of writing a letter resolved."""
    if file.suffix == ".parquet":
        yield from _of_parquet(file)
        return
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            for info in archive.infolist():
                yield info.filename
                yield from _read(archive.read(info))
        return
    yield from _read(file.read_bytes())


def _of_parquet(file: Path) -> Iterator[str]:
    import pandas as pd  # noqa: PLC0415 - heavy

    frame = pd.read_parquet(file)
    for name in frame.columns:
        yield "\n".join(str(value) for value in frame[name].dropna())


def _read(content: bytes) -> Iterator[str]:
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = content.decode("utf-16" if wide else "utf-8", "replace")
    yield text
    if "�" in text:
        yield content.decode("latin-1")
    plain = ESCAPED.sub(lambda found: chr(int(found[1], 16)), html.unescape(text))
    if plain != text:
        yield plain
