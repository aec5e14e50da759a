"""Keys of mentorships: a file each, in a folder outside the database.

Made when first needed and never written over; knows no text and no row.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mentorkit.errors import StorageError, WorkspaceError
from mentorkit.i18n import N_


if TYPE_CHECKING:
    from cryptography.fernet import Fernet

ENDING = ".key"
DROPPED = ".dropped"

DESTROYED = N_(
    "The key of the mentorship '{mentorship}' was destroyed on {day}, so private text"
    " can no longer be written there. Titles, dates and numbers can. Nothing was"
    " changed."
)
ELSEWHERE = N_(
    "The key of the mentorship '{mentorship}' is not in {folder}, and it has texts that"
    " were sealed with it. Get the file {file} from whoever has it, or leave the private"
    " texts empty. Nothing was changed."
)


class _Known(NamedTuple):
    """A key that was read, and the file as it was then."""

    path: str
    state: tuple[int, int]
    key: Fernet


class Keys:
    """The keys in one folder.

    Parameters
    ----------
    folder : pathlib.Path
        Where they are; it is made with the first key.

    Raises
    ------
    WorkspaceError
        The library that seals is not installed.
    """

    def __init__(self, folder: Path) -> None:
        require_library()
        self.folder = folder
        self._read: dict[str, _Known] = {}

    def path(self, mentorship: str) -> Path:
        """Return the file of a mentorship's key."""
        return self.folder / f"{mentorship}{ENDING}"

    def dropped_on(self, mentorship: str) -> str | None:
        """Return the day on which a key was destroyed for good, if it was."""
        try:
            return self._mark(mentorship).read_text("utf-8").strip()
        except FileNotFoundError:
            return None

    def get(self, mentorship: str) -> Fernet | None:
        """Return a mentorship's key; nothing where it is not here.

        The file is looked at each time: a key that somebody takes away or destroys is
        gone for every kernel at once.

        Raises
        ------
        StorageError
            The file cannot be read, or holds no key.
        """
        known = self._read.get(mentorship)
        path = self.path(mentorship) if known is None else known.path
        try:
            found = os.stat(path)  # noqa: PTH116 - twice as fast, once a text
            state = (found.st_mtime_ns, found.st_ino)
            if known is not None and known.state == state:
                return known.key
            key = self._key(Path(path), Path(path).read_bytes())
        except FileNotFoundError:
            self._read.pop(mentorship, None)
            return None
        except OSError as error:
            raise StorageError(f"{path} cannot be read: {error.strerror}.") from None
        self._read[mentorship] = _Known(str(path), state, key)
        return key

    def make(self, mentorship: str) -> Fernet:
        """Make a mentorship's key, or return the one that somebody made meanwhile.

        Raises
        ------
        StorageError
            It cannot be written.
        """
        from cryptography.fernet import Fernet  # noqa: PLC0415 - an optional extra

        path = self.path(mentorship)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_once(path, Fernet.generate_key())
        except OSError as error:
            raise StorageError(
                f"The key {path} cannot be written: {error.strerror}. Nothing was"
                " changed."
            ) from None
        made = self.get(mentorship)
        if made is None:
            raise StorageError(f"The key {path} went away as it was made. Try again.")
        return made

    def copy(self, mentorship: str, name: str) -> None:
        """Keep a mentorship's key, where it is here, under another name as well.

        Raises
        ------
        StorageError
            It cannot be written.
        """
        try:
            write_once(self.path(name), self.path(mentorship).read_bytes())
        except FileNotFoundError:
            pass
        except OSError as error:
            raise StorageError(
                f"The key {self.path(name)} cannot be written: {error.strerror}."
                " Nothing was changed."
            ) from None

    def drop(self, mentorship: str, *, mark: bool = True) -> bool:
        """Destroy a mentorship's key; return whether it was here.

        Parameters
        ----------
        mentorship : str
            Its id.
        mark : bool
            Leave a mark in its place, so that no kernel makes another. Without one,
            nothing may be left that the key seals.

        Raises
        ------
        StorageError
            The folder cannot be written.
        """
        path = self.path(mentorship)
        try:
            if mark:
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                day = dt.datetime.now(dt.UTC).date().isoformat()
                write_once(self._mark(mentorship), f"{day}\n".encode())
            return _destroy(path)
        except OSError as error:
            raise StorageError(
                f"The key {path} cannot be destroyed: {error.strerror}."
            ) from None

    def _mark(self, mentorship: str) -> Path:
        return self.folder / f"{mentorship}{DROPPED}"

    @staticmethod
    def _key(path: Path, content: bytes) -> Fernet:
        from cryptography.fernet import Fernet  # noqa: PLC0415 - an optional extra

        try:
            return Fernet(content.strip())
        except ValueError:
            raise StorageError(
                f"{path} is damaged: it holds no key. Put back a copy of it; it was"
                " left as it is."
            ) from None


def require_library() -> None:
    """See that the library that seals is there.

    Raises
    ------
    WorkspaceError
        It is not.
    """
    try:
        import cryptography  # noqa: F401, PLC0415 - an optional extra
    except ImportError:
        raise WorkspaceError(
            "Sealing private text needs a library: pip install 'mentorkit[sealed]'."
        ) from None


def write_once(path: Path, content: bytes) -> None:
    """Write a file whole, on the disk too, unless it is there; its owner alone reads it.

    Raises
    ------
    OSError
        It cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _give_name(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink(missing_ok=True)
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _give_name(part: Path, path: Path) -> None:
    """Give a file its name, unless another has it."""
    if sys.platform == "win32":
        part.rename(path)
    else:
        os.link(part, path)


def _destroy(path: Path) -> bool:
    """Write over a file and take it away; return whether it was there."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return False
    with path.open("r+b") as file:
        file.write(bytes(size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    return True
