"""How the values of a column are lined up on a server, and read as an Arrow array.

Each way says in SQL what makes one run of bytes of a column, and takes it apart again:
exactly, whatever a text holds, and an empty value apart from an empty text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Protocol

import numpy as np

from mentorkit.models import Field


NOTHING, UNKNOWN = 0xFF, 0xFE
"""The bytes for an empty value, and for a word that the model does not have."""

DAYS = 10_957
"""From 1970, where Arrow counts from, to 2000, where the server does."""


class UnknownWord(Exception):  # noqa: N818 - the rows are then read otherwise
    """A column holds a word that the model does not have."""


class Way(Protocol):
    """A way to line up a column that has any value."""

    def parts(self, name: str, *, full: bool) -> tuple[str, ...]:
        """Return the expressions that make bytes of a column; a full one lacks none."""

    def kind(self) -> Any:
        """Return the type of the array."""

    def read(self, *sent: bytes, full: bool) -> Any:
        """Return the array that bytes stand for."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Values of one width, where some lack each after a byte that says so.

    Attributes
    ----------
    send : str
        The server's function that makes bytes of a value.
    order : str
        How numpy reads those.
    name : str
        The kind of field.
    shift : int
        What is added, since the server counts days and moments from elsewhere.
    """

    send: str
    order: str
    name: str
    shift: int = 0

    def parts(self, name: str, *, full: bool) -> tuple[str, ...]:
        """Return the expression."""
        if full:
            return (f"string_agg({self.send}({name}), '')",)
        empty = "00" * (1 + np.dtype(self.order).itemsize)
        value = f"'\\x01'::bytea || {self.send}({name})"
        given = f"CASE WHEN {name} IS NULL THEN '\\x{empty}'::bytea ELSE {value} END"
        return (f"string_agg({given}, '')",)

    def kind(self) -> Any:
        """Return the type."""
        arrow = import_module("pyarrow")
        return {
            "integer": arrow.int64(),
            "number": arrow.float64(),
            "date": arrow.date32(),
            "instant": arrow.timestamp("us", "UTC"),
        }[self.name]

    def read(self, *sent: bytes, full: bool) -> Any:
        """Return the array."""
        there = [] if full else [("there", "u1")]
        values = np.frombuffer(sent[0], [*there, ("value", self.order)])
        found = values["value"].astype(self.order.replace(">", "="))
        if self.shift:
            found += self.shift
        empty = None if full else values["there"] == 0
        return import_module("pyarrow").array(found, mask=empty).view(self.kind())


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a vocabulary, a byte each; yes and no are such."""

    words: tuple[str, ...]

    def parts(self, name: str, *, full: bool) -> tuple[str, ...]:  # noqa: ARG002
        """Return the expression."""
        places = " ".join(
            f"WHEN {name} = '{word}' THEN '\\x{place:02x}'::bytea"
            for place, word in enumerate(self.words)
        )
        empty = f"WHEN {name} IS NULL THEN '\\x{NOTHING:02x}'::bytea"
        return (
            f"string_agg(CASE {empty} {places} ELSE '\\x{UNKNOWN:02x}'::bytea END, '')",
        )

    def kind(self) -> Any:
        """Return the type."""
        arrow = import_module("pyarrow")
        if self.words == FLAGS:
            return arrow.bool_()
        return arrow.dictionary(arrow.int8(), arrow.string())

    def read(self, *sent: bytes, full: bool) -> Any:  # noqa: ARG002
        """Return the array."""
        arrow, places = import_module("pyarrow"), np.frombuffer(sent[0], "u1")
        if (places == UNKNOWN).any():
            raise UnknownWord
        empty = places == NOTHING if (places == NOTHING).any() else None
        if self.words == FLAGS:
            return arrow.array(places == 1, mask=empty)
        indices = arrow.array(places.view("int8"), mask=empty)
        return arrow.DictionaryArray.from_arrays(indices, arrow.array(self.words))


class Texts:
    """Texts one after the other, and before them how many bytes each has."""

    def parts(self, name: str, *, full: bool) -> tuple[str, ...]:
        """Return the expressions."""
        length = f"octet_length({name})"
        given = length if full else f"coalesce({length}, -1)"
        return f"string_agg(int4send({given}), '')", _run_together(name)

    def kind(self) -> Any:
        """Return the type."""
        return import_module("pyarrow").large_string()

    def read(self, *sent: bytes, full: bool) -> Any:
        """Return the array."""
        sizes, texts = sent
        lengths, bits = np.frombuffer(sizes, ">i4"), None
        if not full:
            there = lengths >= 0
            bits = np.packbits(there, bitorder="little")
            lengths = np.where(there, lengths, 0)
        ends = np.zeros(len(lengths) + 1, dtype="int64")
        np.cumsum(lengths, out=ends[1:])
        return _texts(ends, texts, bits)


@dataclass(frozen=True, slots=True)
class Even(Texts):
    """Texts that all have the same number of bytes, as ids do, one after the other."""

    width: int

    def parts(self, name: str, *, full: bool) -> tuple[str, ...]:  # noqa: ARG002
        """Return the expression."""
        return (_run_together(name),)

    def read(self, *sent: bytes, full: bool) -> Any:  # noqa: ARG002
        """Return the array."""
        (texts,) = sent
        return _texts(np.arange(0, len(texts) + 1, self.width), texts)


def _run_together(name: str) -> str:
    return f"convert_to(string_agg({name}, ''), 'UTF8')"


def _texts(ends: np.ndarray, texts: bytes, there: np.ndarray | None = None) -> Any:
    arrow = import_module("pyarrow")
    bits = None if there is None else arrow.py_buffer(there)
    buffers = [bits, arrow.py_buffer(ends), arrow.py_buffer(texts)]
    return arrow.Array.from_buffers(arrow.large_string(), len(ends) - 1, buffers)


FLAGS = ("false", "true")

NUMBERS = {
    "integer": Numbers("int8send", ">i8", "integer"),
    "number": Numbers("float8send", ">f8", "number"),
    "date": Numbers("date_send", ">i4", "date", DAYS),
    "instant": Numbers("timestamptz_send", ">i8", "instant", DAYS * 86_400_000_000),
}


@cache
def way_of(field: Field) -> Way:
    """Return the way to line up a field's column."""
    if field.vocabulary:
        return Words(tuple(field.vocabulary.words()))
    return Words(FLAGS) if field.kind == "boolean" else NUMBERS.get(field.kind, Texts())
