"""Keeping a workspace whole: taking back, looking it over, backups."""

from __future__ import annotations

import datetime as dt
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from mentorkit.i18n import speaking
from mentorkit.store import backups, restoring
from mentorkit.store.checking import Checkup, Finding
from mentorkit.store.contents import Contents, examine
from mentorkit.store.restoring import Restored
from mentorkit.store.undone import Undone
from mentorkit.workspace import settings as folder_settings
from mentorkit.workspace import surroundings
from mentorkit.workspace.erasures import Erasures
from mentorkit.workspace.identity import Identity
from mentorkit.workspace.settings import Settings


RUNNING = 600.0
"""Seconds after which a backup that nobody writes to any more counts as cut short."""


class Keeping(Identity):
    """The part of a workspace that keeps it whole."""

    def undo(self, change_set: str | None = None, *, why: str | None = None) -> Undone:
        """Take back your last change: everything that was saved together with it.

        Called again, it takes back the change before. An undo is a change like any
        other: its row in the history names what it took back. Undos are passed over;
        to take one back, name its change set, and what it undid stands again.

        Parameters
        ----------
        change_set : str, optional
            A change set of yours, as ``ws.history`` shows it; the last one that is not
            taken back yet when it is left out.
        why : str, optional
            The reason.

        Returns
        -------
        Undone
            What was taken back; printed, it says so in words. Its moment is told in
            the program's time zone.

        Raises
        ------
        NotFound
            There is nothing of yours to take back.
        Conflict
            Somebody changed the same field or row later; nothing was taken back.
        InUse
            Other rows refer to a row that would go; nothing was taken back.
        """
        with speaking(self.language):
            undone = self.store.undo(by=self.user, change_set=change_set, why=why)
        return replace(undone, at=undone.at.astimezone(ZoneInfo(self.timezone)))

    def check(self) -> Checkup:
        """Look everything over: the file, every row, the history, the clock, reports.

        Returns
        -------
        Checkup
            ``ok``, and ``findings`` where something is wrong; nothing is repaired.
        """
        findings, count = _reports(self.folder / "reports")
        torn = _torn(self.settings.beside.parent / "backups")
        return self.store.check().plus([*torn, *findings], reports=count)

    def backup(self, file: str | Path | None = None) -> Path:
        """Copy the database into a new file while others go on saving; return it.

        The copy is one moment of the database, was read through, and is readable by
        its owner only. It holds everything, private texts too, sealed where they are
        in the workspace; keys are not in it.

        Parameters
        ----------
        file : str or pathlib.Path, optional
            A new file; one in the workspace's ``backups`` folder, named by the time in
            UTC, when it is left out.

        Raises
        ------
        WorkspaceError
            The file is there already.
        StorageError
            It cannot be written; nothing is left of it.
        """
        target = (
            backups.name_for(self.settings.beside, dt.datetime.now(dt.UTC))
            if file is None
            else Path(file).expanduser().absolute()
        )
        backups.back_up(self.settings.database, target)
        return target

    def restore(self, file: str | Path) -> Restored:
        """Put a backup in the place of what is there, which is backed up first.

        Kernels that have the workspace open go on, with the restored state.

        Raises
        ------
        WorkspaceError
            There is no such file.
        StorageError
            It is damaged, no mentorkit database, or of a newer mentorkit; nothing was
            changed.
        """
        return restore(file, self.settings)


def restore(file: str | Path, settings: Settings) -> Restored:
    """Put a backup in a database's place; the database may be damaged or missing.

    People whom the backup holds and who were erased since are taken out first.
    """
    source = Path(file).expanduser().absolute()
    now = dt.datetime.now(dt.UTC)
    by = surroundings.who(settings, None)
    with Erasures(settings.beside).taken_out(source, by, settings.keys) as clean:
        done = restoring.restore(settings.database, clean.file, now, settings.beside)
    again = tuple(each.on for each in clean.again)
    return replace(done, source=source, again=again, unread=clean.unread)


def before_restore(file: str | Path, where: str | None) -> tuple[Settings, Contents]:
    """Return the settings of what a restore would write over, and what the backup holds.

    Raises
    ------
    MentorkitError
        There is no such workspace, or the backup is no good.
    """
    return folder_settings.find(where), examine(Path(file).expanduser().absolute())


def _torn(folder: Path) -> list[Finding]:
    """Find what backups that were cut short left behind: it holds private texts too."""
    lately = time.time() - RUNNING
    return [
        Finding(
            "file",
            f"backups/{part.name} is left of a backup that was cut short. Delete it.",
        )
        for part in sorted(folder.glob(".*.part"))
        if part.stat().st_mtime < lately
    ]


def _reports(folder: Path) -> tuple[list[Finding], int]:
    """Find reports that a run's manifest lists and that are not there; count them."""
    found: list[Finding] = []
    count = 0
    for manifest in sorted(folder.rglob("manifest.json")):
        run = manifest.parent.relative_to(folder)
        try:
            names = _listed(manifest)
        except (OSError, ValueError, KeyError, TypeError):
            found.append(Finding("reports", f"{run}/manifest.json cannot be read."))
            continue
        count += len(names)
        found += [
            Finding("reports", f"{run}/{name} is listed and is not there.")
            for name in names
            if not (manifest.parent / name).is_file()
        ]
    return found, count


def _listed(manifest: Path) -> list[str]:
    reviews: list[dict[str, Any]] = json.loads(manifest.read_text("utf-8"))["reviews"]
    return [
        review[kind]
        for review in reviews
        for kind in ("page", "notebook")
        if review[kind]
    ]
