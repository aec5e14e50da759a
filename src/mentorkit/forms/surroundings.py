"""What a form can know of where it is opened: in which cell, and whether by somebody."""

from __future__ import annotations

import os
from typing import Any

from IPython.core.getipython import get_ipython


def this_spot() -> str:
    """Name the notebook's cell that runs now, where the notebook says which it is.

    A form that is opened again in the same cell takes up its own draft.
    """
    cell = this_cell()
    return f"{os.environ.get('JPY_SESSION_NAME', '')}\n{cell}" if cell else ""


def this_cell() -> str:
    """Return the id of the cell that runs now; empty where nobody says it."""
    return str((_request().get("metadata") or {}).get("cellId", ""))


def this_file() -> str:
    """Return where the notebook lay when its kernel started, as far as that is said.

    Jupyter says it in the environment, VS Code among the notebook's variables.
    """
    told = os.environ.get("JPY_SESSION_NAME", "")
    return told or this_variable("__vsc_ipynb_file__")


def this_variable(name: str) -> str:
    """Return a text among the notebook's variables; empty where it is none."""
    found = getattr(get_ipython(), "user_ns", {}).get(name)
    return found if isinstance(found, str) else ""


def anybody_there() -> bool:
    """Tell whether somebody may type: no when a program runs the notebook.

    Such a program takes no input. Neither does Voila, which shows forms all the same.
    """
    return is_written_in() or any(name.startswith("VOILA_") for name in os.environ)


def is_written_in() -> bool:
    """Tell whether the notebook itself is open before somebody, to be saved again."""
    return bool((_request().get("content") or {}).get("allow_stdin", True))


def _request() -> dict[str, Any]:
    """Return the message that asked the kernel to run this; empty where there is none."""
    request: dict[str, Any] = getattr(get_ipython(), "get_parent", dict)()
    return request
