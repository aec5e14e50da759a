"""Writing tables as files that other programs read: CSV and Parquet, each described.

Whose texts are in the tables was decided before; ``spreadsheet`` writes workbooks.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd

from mentorkit.errors import MentorkitError
from mentorkit.frames.tidy import rows_of
from mentorkit.models import RECORDS, Record
from mentorkit.models.data_package import (
    PACKAGE_PROFILE,
    references,
    resource,
    table_schema,
)
from mentorkit.store.csv_files import write_file


MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
"""The media type of each kind of file that a table is written as."""


@dataclass(frozen=True, slots=True)
class Export:
    """Tables to be written, and what is said of them.

    Attributes
    ----------
    tables : dict of str to pandas.DataFrame
        Every table: its record's columns, as :mod:`mentorkit.frames` types them.
    about : dict of str to str
        What the package says of itself: ``name``, ``title``, ``description``,
        ``created``.
    whole : bool
        Whether nothing was taken out for a reader.
    """

    tables: Mapping[str, pd.DataFrame]
    about: Mapping[str, str]
    whole: bool


def write_csv(export: Export, folder: Path) -> None:
    """Write each table as CSV, and the ``datapackage.json`` that describes them."""
    files = {
        record.table: write_file(
            record, rows_of(record, export.tables[record.table]), folder
        )
        for record in RECORDS
    }
    _describe(export, folder, files, "csv")


def write_parquet(export: Export, folder: Path) -> None:
    """Write each table as Parquet, and the ``datapackage.json`` that describes them."""
    files: dict[str, Path] = {}
    for name, frame in export.tables.items():
        files[name] = folder / f"{name}.parquet"
        frame.to_parquet(files[name], engine="pyarrow", index=False)
    _describe(export, folder, files, "parquet")


def needed(package: str, extra: str, what: str) -> Any:
    """Return an optional package, or say how to install it.

    Raises
    ------
    MentorkitError
        It is not installed.
    """
    try:
        return import_module(package)
    except ImportError:
        raise MentorkitError(
            f"{what} need the package {package}, which is not installed here."
            f" Install it with: pip install 'mentorkit[{extra}]'"
        ) from None


def _describe(
    export: Export, folder: Path, files: Mapping[str, Path], kind: str
) -> None:
    package = {
        "$schema": PACKAGE_PROFILE,
        **export.about,
        "resources": [
            _resource(export, record, files[record.table], kind) for record in RECORDS
        ],
    }
    text = json.dumps(package, indent=2, ensure_ascii=False)
    (folder / "datapackage.json").write_text(f"{text}\n", encoding="utf-8")


def _resource(
    export: Export, record: type[Record], file: Path, kind: str
) -> dict[str, Any]:
    schema = table_schema(
        record,
        whole=export.whole,
        apostrophes=kind == "csv",
        broken=frozenset(_broken(export, record)),
    )
    content = file.read_bytes()
    where = {
        "path": file.name,
        "format": kind,
        "mediatype": MEDIA[kind],
        **({"encoding": "utf-8"} if kind == "csv" else {}),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    described = resource(record, schema)
    return {**described, **where, "schema": described["schema"]}


def _broken(export: Export, record: type[Record]) -> Iterator[str]:
    """Give the references to rows that are not in the export."""
    for name, (table, key) in references(record).items():
        values = export.tables[record.table][name].dropna()
        if not values.isin(export.tables[table][key]).all():
            yield name
