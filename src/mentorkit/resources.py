"""Where the shipped notebooks and templates are, in a wheel and in a checkout."""

from __future__ import annotations

from pathlib import Path

from mentorkit.errors import WorkspaceError


def folder(name: str) -> Path:
    """Return a shipped folder: ``notebooks`` or ``templates``.

    A wheel carries them inside the package; an editable checkout has them at its top.

    Raises
    ------
    WorkspaceError
        The installation lacks the folder.
    """
    here = Path(__file__).parent
    for place in (here / "_shared" / name, here.parents[1] / name):
        if place.is_dir():
            return place
    raise WorkspaceError(
        f"This installation of mentorkit lacks its {name} folder. Install it again."
    )
