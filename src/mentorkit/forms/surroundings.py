"""What a form can know of where it is opened: in which cell, and whether by somebody."""

from __future__ import annotations

import os
from typing import Any

from IPython.core.getipython import get_ipython


def this_spot() -> str:
    """Name the notebook's cell that runs now, where the notebook says which it is.

    A form that is opened again in the same cell takes up its own draft.
    """
    cell = (_request().get("metadata") or {}).get("cellId", "")
    return f"{os.environ.get('JPY_SESSION_NAME', '')}\n{cell}" if cell else ""


def anybody_there() -> bool:
    """Tell whether somebody may type: no when a program runs the notebook.

    Such a program takes no input. Neither does Voila, which shows forms all the same.
    """
    asked = (_request().get("content") or {}).get("allow_stdin", True)
    return bool(asked) or any(name.startswith("VOILA_") for name in os.environ)


def _request() -> dict[str, Any]:
    """Return the message that asked the kernel to run this; empty where there is none."""
    request: dict[str, Any] = getattr(get_ipython(), "get_parent", dict)()
    return request
