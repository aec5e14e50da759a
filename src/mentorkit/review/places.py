"""Where a run's files are: a folder, or a URL of a file store. Files appear whole.

Knows names and content; what a run keeps in them is in ``manifest`` and ``journal``.
"""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from mentorkit.errors import ReviewError


HALF_WRITTEN = re.compile(r"\..+\.(html|ipynb|json|md|pdf|txt|zip)-[a-z0-9_]{8}")
"""What a process that was killed while it wrote leaves behind."""


APART = "notebooks"
"""Where executed notebooks are, beside the folders of what may be sent."""


class Folder:
    """A folder of this computer, or one that it sees as such.

    Parameters
    ----------
    path : pathlib.Path
        Its path; it is made when something is written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.where = str(path)

    @property
    def apart(self) -> Folder:
        """Where its executed notebooks are, which are nobody's to send."""
        return Folder(self.path.parent / APART / self.path.name)

    def write(self, name: str, text: str | bytes) -> None:
        """Write a file so that a reader never sees half of it."""
        write_whole(self.path / name, text)

    def read(self, name: str) -> str | None:
        """Return a file's text, or nothing where there is no such file."""
        try:
            return (self.path / name).read_text("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return None

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""
        (self.path / name).unlink(missing_ok=True)

    def names(self, folder: str = "") -> set[str]:
        """Return the names of the files in a folder of it."""
        return _names(self.path / folder)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Keep other runs out, and clear away what a killed one left half-written.

        Raises
        ------
        ReviewError
            Another run writes into it.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        with _locked(self.path):
            for folder in (self.path, self.apart.path):
                for name in filter(HALF_WRITTEN.fullmatch, _names(folder)):
                    (folder / name).unlink(missing_ok=True)
            yield


class FileStore:
    """A folder of a file store that fsspec knows, such as ``s3://bucket/reviews``.

    Parameters
    ----------
    url : str
        The folder's URL.

    Raises
    ------
    ReviewError
        fsspec, or what it needs for this kind of store, is not installed.
    """

    def __init__(self, url: str) -> None:
        self.where = url.rstrip("/")
        try:
            core = import_module("fsspec.core")
            self._files, self._root = core.url_to_fs(self.where)
        except (ImportError, ValueError) as error:
            raise ReviewError(
                f"{url} cannot be written to: {error}."
                " `pip install 'mentorkit[dask]'` brings fsspec; some stores need a"
                " package of their own, such as s3fs or gcsfs."
            ) from None

    @property
    def apart(self) -> FileStore:
        """Where its executed notebooks are, which are nobody's to send."""
        above, _, name = self.where.rpartition("/")
        return FileStore(f"{above}/{APART}/{name}")

    def write(self, name: str, text: str | bytes) -> None:
        """Write a file; file stores show it once it is whole."""
        path = self._path(name)
        self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
        # Where the store is in truth a folder, a half-written file would be seen.
        if "file" in _kinds(self._files):
            write_whole(Path(path), text)
        else:
            self._files.pipe_file(path, _encoded(text))

    def read(self, name: str) -> str | None:
        """Return a file's text, or nothing where there is no such file."""
        try:
            content: bytes = self._files.cat_file(self._path(name))
        except FileNotFoundError:
            return None
        return content.decode()

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""
        with contextlib.suppress(FileNotFoundError):
            self._files.rm_file(self._path(name))

    def names(self, folder: str = "") -> set[str]:
        """Return the names of the files in a folder of it."""
        self._files.invalidate_cache()
        try:
            found = self._files.ls(self._path(folder), detail=False)
        except FileNotFoundError:
            return set()
        return {str(path).rstrip("/").rpartition("/")[2] for path in found}

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Do nothing: file stores have no locks."""
        yield

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}".rstrip("/")


def _names(folder: Path) -> set[str]:
    try:
        with os.scandir(folder) as found:
            return {entry.name for entry in found}
    except FileNotFoundError:
        return set()


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        fcntl = import_module("fcntl")
    except ImportError:  # Windows has no such locks
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ReviewError(
                f"Another run is writing into {folder}. Wait until it is done, or give"
                " this one a folder of its own (out=, --out)."
            ) from None
        yield
    finally:
        os.close(handle)


def _kinds(files: Any) -> tuple[str, ...]:
    kinds = files.protocol
    return (kinds,) if isinstance(kinds, str) else tuple(kinds)


Place = Folder | FileStore
"""Where the files of one run are, each by its name below it."""


def is_url(where: str) -> bool:
    """Return whether a place is named by a URL."""
    return "://" in where


def place_of(where: str) -> Place:
    """Return the place of a path or a URL."""
    return FileStore(where) if is_url(where) else Folder(Path(where))


def _encoded(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file so that a reader never sees half of it, not even after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_encoded(text))
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o600)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
