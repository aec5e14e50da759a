"""Finding the notebook that a review runs, and seeing that it can be one."""

from __future__ import annotations

from pathlib import Path

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
