"""Rules between the fields of one record, each stated once.

A rule answers in words for forms and imports, and as an SQL expression that both
databases understand, from which the table's CHECK is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


class Rule(Protocol):
    """What every rule can do."""

    def broken(self, values: Mapping[str, Any]) -> tuple[str, str] | None:
        """Return the field to name and the message, or nothing when it holds.

        The message is a template over the record's fields, so that it can be
        translated before it is filled in.
        """

    def sql(self) -> str:
        """Return the rule as an SQL expression that is true, or NULL, when it holds."""


@dataclass(frozen=True, slots=True)
class NotBefore:
    """A day that cannot come before another."""

    later: str
    earlier: str
    message: str

    def broken(self, values: Mapping[str, Any]) -> tuple[str, str] | None:
        """Name the later field when its day comes first."""
        late, early = values.get(self.later), values.get(self.earlier)
        if late is not None and early is not None and late < early:
            return self.later, self.message
        return None

    def sql(self) -> str:
        """Compare the two columns; ISO days compare as text and as dates alike."""
        return f"{self.later} >= {self.earlier}"


@dataclass(frozen=True, slots=True)
class Needs:
    """A field that must be filled in exactly when, or whenever, another has a value."""

    field: str
    when: str
    value: str
    message: str
    otherwise: str = ""

    def broken(self, values: Mapping[str, Any]) -> tuple[str, str] | None:
        """Name the field when it is missing, or stands where it must not."""
        due = str(values.get(self.when)) == self.value
        filled = values.get(self.field) is not None
        if due and not filled:
            return self.field, self.message
        if self.otherwise and filled and not due:
            return self.field, self.otherwise
        return None

    def sql(self) -> str:
        """Tie the column to the other's value, both ways where ``otherwise`` says so."""
        equal = f"({self.when} = '{self.value}')"
        if self.otherwise:
            return f"{equal} = ({self.field} IS NOT NULL)"
        return f"NOT {equal} OR {self.field} IS NOT NULL"


@dataclass(frozen=True, slots=True)
class OneOf:
    """At least one of several fields must be filled in."""

    fields: tuple[str, ...]
    message: str

    def broken(self, values: Mapping[str, Any]) -> tuple[str, str] | None:
        """Name the first field when all are empty."""
        if all(values.get(name) is None for name in self.fields):
            return self.fields[0], self.message
        return None

    def sql(self) -> str:
        """Ask for one column that is not empty."""
        return " OR ".join(f"{name} IS NOT NULL" for name in self.fields)


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """A field that may be filled in only where a yes-or-no field says yes."""

    field: str
    when: str
    message: str

    def broken(self, values: Mapping[str, Any]) -> tuple[str, str] | None:
        """Name the field when it is filled in and the other says no."""
        if values.get(self.field) is not None and not values.get(self.when):
            return self.field, self.message
        return None

    def sql(self) -> str:
        """Ask for the flag or an empty column."""
        return f"{self.when} OR {self.field} IS NULL"


@dataclass(frozen=True, slots=True)
class Only:
    """A field that has one word only, where another has certain ones."""

    field: str
    word: str
    when: str
    words: tuple[str, ...]
    message: str

    def broken(self, values: Mapping[str, Any]) -> tuple[str, str] | None:
        """Name the field when it has another word where it must not."""
        if values.get(self.when) in self.words and values.get(self.field) != self.word:
            return self.field, self.message
        return None

    def sql(self) -> str:
        """Ask for the one word, or for none of the others."""
        words = ", ".join(f"'{word}'" for word in self.words)
        return f"{self.when} NOT IN ({words}) OR {self.field} = '{self.word}'"


@dataclass(frozen=True, slots=True)
class Together:
    """Two fields that are both filled in, or both empty."""

    fields: tuple[str, str]
    message: str

    def broken(self, values: Mapping[str, Any]) -> tuple[str, str] | None:
        """Name the field that is missing."""
        missing = [name for name in self.fields if values.get(name) is None]
        return (missing[0], self.message) if len(missing) == 1 else None

    def sql(self) -> str:
        """Compare whether the two columns are empty."""
        first, second = self.fields
        return f"({first} IS NULL) = ({second} IS NULL)"


@dataclass(frozen=True, slots=True)
class Above:
    """A number that must be greater than another."""

    higher: str
    lower: str
    message: str

    def broken(self, values: Mapping[str, Any]) -> tuple[str, str] | None:
        """Name the higher field when it is not."""
        high, low = values.get(self.higher), values.get(self.lower)
        if high is not None and low is not None and high <= low:
            return self.higher, self.message
        return None

    def sql(self) -> str:
        """Compare the two columns."""
        return f"{self.higher} > {self.lower}"
