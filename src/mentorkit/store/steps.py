"""The steps from each layout to the next, as they were when that layout was new.

A step never looks at today's models: it must do the same when they have changed.
"""

from __future__ import annotations

from collections.abc import Callable

from alembic.operations import Operations


STEPS: dict[int, Callable[[Operations], None]] = {}
"""What makes each layout from the one before."""
