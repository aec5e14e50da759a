"""Exporting through the front door: which tables go out, for whom, as which files."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from mentorkit.errors import MentorkitError, StorageError, WorkspaceError, did_you_mean
from mentorkit.frames.files import Export, needed, write_csv, write_parquet
from mentorkit.frames.spreadsheet import write_xlsx
from mentorkit.i18n import N_, translate
from mentorkit.models import Person
from mentorkit.privacy import Reader, about
from mentorkit.workspace.bundle import README, letter
from mentorkit.workspace.reading import Reading


WRITERS: dict[str, Callable[[Export, Path], None]] = {
    "csv": write_csv,
    "parquet": write_parquet,
    "xlsx": write_xlsx,
}
"""What writes each format."""

NEEDS = {
    "parquet": ("pyarrow", "parquet", "Parquet files"),
    "xlsx": ("xlsxwriter", "excel", "Excel files"),
}
"""The package that a format needs, the extra that brings it, and what needs it."""

AUDIENCES = ("person", "pair", "program")
"""Whom an export may be redacted for, from the narrowest to the widest."""

WHOLE = N_("Everything that is in the workspace, private texts too.")

READ_BY = {
    "person": N_("What {name} may read; the private texts of others are left out."),
    "pair": N_("What mentors and mentees may read; private texts are left out."),
    "program": N_("What the program team may read; narrower texts are left out."),
}
"""What an export for each audience says of itself."""

ABOUT = N_("Everything about {name}")
ABOUT_READ = N_("Every row about {name}; the private texts of others are left out.")


class Exporting(Reading):
    """The part of a workspace that hands out files."""

    def export(
        self,
        folder: str | Path,
        *,
        format: str = "csv",  # noqa: A002 - what everybody calls it
        audience: str | None = None,
        person: str | None = None,
    ) -> pd.Series:
        """Write every table into a new folder.

        Without an audience or a person the files hold everything, private texts too:
        keep them as you keep the database.

        Parameters
        ----------
        folder : str or pathlib.Path
            Where; it is made, readable by its owner only.
        format : {"csv", "parquet", "xlsx"}
            CSV and Parquet are one file a table and a ``datapackage.json`` that
            describes them; xlsx is one workbook with a sheet that explains. What CSV
            says is what :meth:`import_folder` reads.
        audience : {"person", "pair", "program"}, optional
            Whom to redact for; ``person`` is whoever is signed in. The audience that
            the workspace was opened for when left out.
        person : str, optional
            Somebody's handle: only the rows about them, as CSV, with a letter.

        Returns
        -------
        pandas.Series
            The number of rows of each table.

        Raises
        ------
        WorkspaceError
            The folder is there and not empty.
        MentorkitError
            The format needs a package that is not installed, or is none.
        """
        path = Path(folder).expanduser()
        _check(format, audience, person)
        export = (
            self._bundle(person) if person else self._tables(audience or self.audience)
        )
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise WorkspaceError(f"{path} is not empty. Name a new folder.")
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            WRITERS[format](export, path)
            if person:
                text = letter(export, self.folder.name, self.language)
                (path / README).write_text(text, encoding="utf-8")
        except OSError as error:
            raise StorageError(f"{path} cannot be written: {error.strerror}.") from None
        counts = {name: len(frame) for name, frame in export.tables.items()}
        return pd.Series(counts, name="rows", dtype="int64").rename_axis("table")

    def _tables(self, audience: str | None) -> Export:
        if audience is None:
            told = translate(WHOLE, self.language)
            return Export(self._frames.everything(), self._said(told), whole=True)
        name = ""
        if audience == "person":
            person = self.person
            if person is None:
                raise WorkspaceError(
                    f"'{self.user}' is not among the people here: say who reads, with"
                    " --as HANDLE or mk.open(as_='HANDLE')."
                )
            name, reader = person.name, self._reader_of(person)
        elif audience not in READ_BY:
            raise WorkspaceError(
                f"There is no export for '{audience}'. Exports are made for:"
                f" {', '.join(READ_BY)}."
            )
        else:
            reader = self.reader(audience)
        told = translate(READ_BY[audience], self.language).format(name=name)
        return Export(self._frames.readable(reader), self._said(told), whole=False)

    def _bundle(self, handle: str) -> Export:
        person, _ = self.store.get("people", handle)
        if not isinstance(person, Person):
            raise TypeError
        members = self.store.rows("members", {"person_id": [person.id]})
        circles = frozenset(str(row["mentorship_id"]) for row in members)
        read = self._frames.readable(Reader(person.id, circles, None))
        title, told = (
            translate(words, self.language).format(name=person.name)
            for words in (ABOUT, ABOUT_READ)
        )
        return Export(about(person.id, read), self._said(told, title), whole=False)

    def _said(self, description: str, title: str = "") -> dict[str, str]:
        """Return what a package says of itself."""
        name = re.sub(r"[^a-z0-9._-]+", "-", self.folder.name.lower()).strip("-")
        return {
            "name": name or "mentorkit",
            "title": title or self.folder.name,
            "description": description,
            "created": self.now().astimezone(dt.UTC).isoformat(timespec="seconds"),
        }


def _check(kind: str, audience: str | None, person: str | None) -> None:
    """Refuse what cannot be exported before anything is read or written."""
    for given, known, noun in (
        (kind, tuple(WRITERS), "format"),
        (audience, AUDIENCES, "audience"),
    ):
        if given is not None and given not in known:
            raise MentorkitError(
                f"There is no {noun} '{given}'.{did_you_mean(given, known)}"
                f" There are: {', '.join(known)}."
            )
    if person and audience:
        raise MentorkitError(
            "An export is either for an audience or about a person: leave one out."
        )
    if person and kind != "csv":
        raise MentorkitError("What is about a person is handed out as csv.")
    if kind in NEEDS:
        needed(*NEEDS[kind])
