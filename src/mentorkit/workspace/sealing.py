"""Sealing a workspace's private text: turning it on and off, destroying a key."""

from __future__ import annotations

import re
from pathlib import Path

import platformdirs

from mentorkit.errors import MentorkitError, NotFound, WorkspaceError
from mentorkit.models.record import ID
from mentorkit.store.keys import require_library
from mentorkit.store.resealing import Resealed
from mentorkit.workspace import settings as folder_settings
from mentorkit.workspace.identity import Identity


class Sealing(Identity):
    """The part of a workspace that keeps private text sealed."""

    def seal(self, keys: str | Path | None = None) -> Resealed:
        """Seal private text, what there is and what comes, with a key a mentorship.

        The keys lie in a folder apart from the database: a copy of the database, or
        a backup, cannot be read without them, and a lost key is lost text. Titles,
        days, numbers and words of vocabularies stay in the clear.

        Called again, it seals what was written in the clear meanwhile.

        Parameters
        ----------
        keys : str or pathlib.Path, optional
            The folder; one in your own data folder when it is left out.

        Returns
        -------
        Resealed
            How much was sealed; printed, it says so in words.

        Raises
        ------
        WorkspaceError
            The library that seals is not installed, or the keys are elsewhere.
        StorageError
            The keys or the database cannot be written; nothing was changed.
        """
        require_library()
        before = self.settings
        folder = self._folder_for(keys)
        if folder != before.keys:
            self.settings = folder_settings.with_keys(before, folder)
        try:
            return self.store.seal(folder)
        except MentorkitError:  # anything else may come after it was done
            if before.keys != folder:
                self.settings = folder_settings.with_keys(before, before.keys)
            raise

    def unseal(self) -> Resealed:
        """Keep private text in the clear again, what there is and what comes.

        Texts whose key is not here stay sealed and are named. The keys stay: backups
        that were made meanwhile need them.

        Raises
        ------
        WorkspaceError
            It is not sealed.
        """
        self._require_keys()
        done = self.store.unseal()
        self.settings = folder_settings.with_keys(self.settings, None)
        return done

    def drop_key(self, mentorship: str) -> bool:
        """Destroy a mentorship's key for good; return whether it was here.

        The private texts of that mentorship can then be read by nobody, in the
        database, its history and every backup: unless there is a copy of the key.

        Parameters
        ----------
        mentorship : str
            Its handle or id; an id also where the mentorship itself is gone.

        Raises
        ------
        NotFound
            There is no such mentorship, and no key of that name.
        """
        self._require_keys()
        return self.store.seals.drop(self._named(mentorship))

    def _named(self, mentorship: str) -> str:
        try:
            return self.store.find_id("mentorships", mentorship)
        except NotFound:
            keys = self.store.seals.keys
            if re.fullmatch(ID, mentorship) and keys and keys.path(mentorship).exists():
                return mentorship
            raise

    def _require_keys(self) -> None:
        if self.settings.keys is None:
            raise WorkspaceError(
                f"Private text is not sealed in {self.folder}. 'mentorkit seal' does it."
            )

    def _folder_for(self, keys: str | Path | None) -> Path:
        """Return the folder of the keys: as asked for, as it is, or a new one."""
        now = self.settings.keys
        if keys is None:
            return now or default_folder(self.folder.name)
        asked = Path(keys).expanduser().absolute()
        if now is not None and now != asked:
            raise WorkspaceError(
                f"The keys of this workspace are in {now}. To keep them elsewhere,"
                f" move that folder and say so in {self.folder / folder_settings.TOML}:"
                f' keys = "{asked}".'
            )
        return asked


def default_folder(name: str) -> Path:
    """Return where the keys of a workspace are when nobody says otherwise."""
    return platformdirs.user_data_path("mentorkit", appauthor=False) / "keys" / name
