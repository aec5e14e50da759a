"""What makes mentorkit start sooner.

The parsers are put off by the command line, by review workers and by the parent of
their kernels; never by ``import mentorkit``, which leaves nothing changed.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any


PARSERS = "rfc3987_syntax"
"""Builds its parsers when imported, which takes more than a second; jsonschema imports
it for one format that hardly any schema uses, and Altair and nbformat import that."""


def put_off_parsers() -> None:
    """Let the parsers be built when a value is first checked with them."""
    if PARSERS in sys.modules or (spec := find_spec(PARSERS)) is None:
        return
    sys.modules[PARSERS] = _Later(spec)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for garbage once, after much was imported, and not again and again.

    Imports make none. Without this, Python is about to look through all modules as it
    comes to the first form, which then takes twice as long.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect(1)  # what was imported is old from here on


class _Later(ModuleType):
    """Stands for the module until something of it is used."""

    def __init__(self, spec: ModuleSpec) -> None:
        super().__init__(spec.name)
        self.__spec__ = spec
        self.__path__ = list(spec.submodule_search_locations or ())

    def is_valid_syntax(self, term: str, value: str) -> Any:
        """Check a value, with the real thing."""
        return self._real().is_valid_syntax(term, value)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._real(), name)

    def _real(self) -> ModuleType:
        if sys.modules.get(PARSERS) is self:
            del sys.modules[PARSERS]
        return import_module(PARSERS)
