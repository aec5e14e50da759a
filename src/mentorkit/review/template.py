"""Finding the notebook that a review runs, and seeing that it can be one."""

from __future__ import annotations

import ast
import math
from collections.abc import Collection, Mapping
from keyword import iskeyword
from pathlib import Path
from typing import Any

import nbformat

from mentorkit import resources
from mentorkit.errors import ReviewError, did_you_mean


def find_template(name: str, workspace: Path) -> Path:
    """Return the path of a review notebook.

    A path is taken as it is; a name is looked for in the workspace's
    ``notebooks/reviews`` first, so that people can keep their own variant, and among
    the shipped ones then.

    Raises
    ------
    ReviewError
        There is none, or it has no cell tagged ``parameters``.
    """
    if name.endswith(".ipynb"):
        path = Path(name).expanduser().absolute()
        if not path.is_file():
            raise ReviewError(f"There is no notebook {path}.")
        return _checked(path)
    folders = [
        workspace / "notebooks" / "reviews",
        resources.folder("notebooks") / "reviews",
    ]
    for folder in folders:
        if (folder / f"{name}.ipynb").is_file():
            return _checked(folder / f"{name}.ipynb")
    known = sorted({path.stem for folder in folders for path in folder.glob("*.ipynb")})
    raise ReviewError(
        f"There is no review notebook '{name}'.{did_you_mean(name, known)}"
        f" There are: {', '.join(known)}."
    )


SUBJECTS = ("program", "milestone", "person")
"""Parameters that say what a review is about, where it is no mentorship."""


def subject_of(path: Path) -> str:
    """Return what a template is about: the parameter that a run fills for each review."""
    declared = _declared(path)
    found = (
        name for name in SUBJECTS if name in declared and "mentorship" not in declared
    )
    return next(found, "mentorship")


def made_for(path: Path) -> str:
    """Return for which mentorships a run makes a template's reviews, by its own word."""
    for node in ast.walk(_parameters(path)):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            names = [each.id for each in node.targets if isinstance(each, ast.Name)]
            if "made_for" in names:
                return str(node.value.value)
    return "running"


def own_parameters(
    path: Path, given: Mapping[str, Any], taken: Collection[str]
) -> dict[str, Any]:
    """Return the values that somebody gives a template's own parameters.

    Parameters
    ----------
    path : pathlib.Path
        The notebook.
    given : mapping
        Values by name: text, numbers, yes or no, nothing, and lists and dicts of them.
    taken : collection of str
        The names that a run gives values to.

    Raises
    ------
    ReviewError
        The template has no such parameter, or a notebook cannot be given the value.
    """
    known = _declared(path) if given else []
    for name, value in given.items():
        if not name.isidentifier() or iskeyword(name):
            raise ReviewError(
                f"A parameter cannot be called '{name}': use letters, digits and _."
            )
        if name in taken or name in ("mentorship", *SUBJECTS):
            raise ReviewError(
                f"The run itself says what the parameter '{name}' is for each review."
            )
        if name not in known:
            raise ReviewError(
                f"{path.name} has no parameter '{name}'.{did_you_mean(name, known)}"
                f" Its parameters are: {', '.join(known)}."
            )
        if not _travels(value):
            raise ReviewError(
                f"The parameter '{name}' cannot be {value!r}: a notebook can be given"
                " text, numbers, true, false, nothing, and lists and dicts of them. Give"
                " a day as text, such as '2026-09-30'."
            )
    return dict(given)


def _declared(path: Path) -> list[str]:
    """Return the names that the cell of parameters gives values to."""
    stored = (
        node for node in ast.walk(_parameters(path)) if isinstance(node, ast.Name)
    )
    return sorted({node.id for node in stored if isinstance(node.ctx, ast.Store)})


def _parameters(path: Path) -> ast.Module:
    """Return the cell of parameters as it is read by Python."""
    notebook = nbformat.read(path, as_version=4)
    sources = [
        cell.source
        for cell in notebook.cells
        if "parameters" in cell.metadata.get("tags", [])
    ]
    try:
        return ast.parse("\n".join(sources))
    except SyntaxError as error:
        raise ReviewError(
            f"The cell of parameters of {path.name} cannot be read: line"
            f" {error.lineno}, {error.msg}."
        ) from None


def _travels(value: Any) -> bool:
    """Return whether a value is the same in the notebook and in its file."""
    if isinstance(value, dict):
        return all(type(name) is str and _travels(v) for name, v in value.items())
    if isinstance(value, list):
        return all(map(_travels, value))
    if type(value) is float:
        return math.isfinite(value)
    return value is None or type(value) in {str, bool, int}


def _checked(path: Path) -> Path:
    try:
        notebook = nbformat.read(path, as_version=4)
    except (ValueError, nbformat.reader.NotJSONError, OSError) as error:
        raise ReviewError(f"{path} cannot be read as a notebook: {error}") from None
    tagged = any(
        "parameters" in cell.metadata.get("tags", []) for cell in notebook.cells
    )
    if not tagged:
        raise ReviewError(
            f"{path} has no cell tagged 'parameters', so a review cannot tell it which"
            " mentorship it is about. Tag the cell with its parameters."
        )
    return path
