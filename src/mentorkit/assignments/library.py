"""Where templates are found: by name in folders, or by the path of a file.

A name stands for a compiled notebook; a path may also be a source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mentorkit import resources
from mentorkit.assignments.compiled import Compiled, read_compiled
from mentorkit.assignments.compiling import compiled
from mentorkit.assignments.prompt import Template
from mentorkit.assignments.source import read_source
from mentorkit.errors import AssignmentError, did_you_mean
from mentorkit.i18n import ENGLISH


SOURCE = ".md"

NOTEBOOK = ".ipynb"


def read_template(path: Path) -> Compiled:
    """Return the template in a file: a source, or a notebook.

    Raises
    ------
    AssignmentError
        The file cannot be read.
    InvalidTemplate
        Something is wrong with it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AssignmentError(f"{path} cannot be read: {error.strerror}.") from None
    if path.suffix == NOTEBOOK:
        return read_compiled(data, path.name)
    if path.suffix != SOURCE:
        raise AssignmentError(
            f"{path} is no template: name a source (NAME{SOURCE}) or a notebook"
            f" (NAME{NOTEBOOK})."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise AssignmentError(f"{path} is not UTF-8. Save it so.") from None
    return compiled(read_source(text, path.name))


def find(wanted: str, language: str = ENGLISH, folders: Sequence[Path] = ()) -> Path:
    """Return the file of a template.

    Parameters
    ----------
    wanted : str
        Its name, or the path of a file.
    language : str
        The language that a name is looked for in.
    folders : sequence of pathlib.Path
        Folders of templates that come before the library.

    Raises
    ------
    AssignmentError
        There is none, or none in that language.

    Examples
    --------
    >>> find("reflection").name
    'reflection.ipynb'
    """
    path = Path(wanted).expanduser()
    if path.suffix in {SOURCE, NOTEBOOK}:
        return path
    there = listed(folders)
    for name, spoken, file in there:
        if (name, spoken) == (wanted, language):
            return file
    if speaks := sorted(spoken for name, spoken, _ in there if name == wanted):
        raise AssignmentError(
            f"The template '{wanted}' is not there in '{language}'. It is in:"
            f" {', '.join(speaks)}."
        )
    names = sorted({name for name, _, _ in there})
    raise AssignmentError(
        f"There is no template '{wanted}'.{did_you_mean(wanted, names)} There are:"
        f" {', '.join(names)}. Or name a file, such as mine{SOURCE}."
    )


def listed(folders: Sequence[Path] = ()) -> list[tuple[str, str, Path]]:
    """Return each template's name, language and file; a folder hides later ones."""
    found: dict[tuple[str, str], Path] = {}
    for folder in (*folders, resources.folder("templates")):
        for file in _notebooks(folder):
            language = ENGLISH if file.parent == folder else file.parent.name
            found.setdefault((file.stem, language), file)
    return [(*key, found[key]) for key in sorted(found)]


def place_of(template: Template, folder: Path) -> Path:
    """Return where a template's notebook is in a folder of templates."""
    inside = folder if template.language == ENGLISH else folder / template.language
    return inside / f"{template.name}{NOTEBOOK}"


def _notebooks(folder: Path) -> Iterator[Path]:
    """Give the notebooks of a folder, and of the folders of languages in it."""
    yield from folder.glob(f"*{NOTEBOOK}")
    yield from folder.glob(f"[a-z][a-z]/*{NOTEBOOK}")
