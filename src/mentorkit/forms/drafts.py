"""Where the browser keeps what is typed and not saved yet, and how it is sealed.

Python only names the places and hands over the key; the text itself never comes here.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Any

from mentorkit.forms.contract import Setup
from mentorkit.models import Field, Visibility


DAYS = 90
"""After how many days a draft that nobody came back to is dropped."""


def drafts_of(setup: Setup, spot: str) -> dict[str, Any] | None:
    """Return what the front end needs to keep drafts, or None where it is not to."""
    if not setup.draft:
        return None
    key = setup.draft_key
    return {
        "key": base64.b64encode(key).decode() if key else None,
        "spot": _hidden(setup, "spot", spot),
        "place": place_of(setup, setup.row_id),
        "days": DAYS,
        "private_when": {
            field.name: str(Visibility.PRIVATE)
            for field in setup.record.fields()
            if field.vocabulary is Visibility
        },
    }


def place_of(setup: Setup, row_id: str | None) -> str:
    """Name the place of a row's drafts, or of new rows', telling nobody which it is."""
    return _hidden(setup, "place", setup.scope, setup.record.table, row_id or "new")


def privacy_of(setup: Setup, field: Field) -> str:
    """Return whether a field's text is private: always, when the row is, or never."""
    if field.about.reads == "author":
        return "always"
    guarded = setup.record.whole_row or field.about.reads != "all"
    return "row" if guarded else ""


def _hidden(setup: Setup, *parts: str) -> str:
    text = "\n".join(parts).encode()
    return hmac.new(setup.draft_key or b"", text, hashlib.sha256).hexdigest()[:32]
