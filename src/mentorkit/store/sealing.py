"""Private text, sealed on its way into the database and opened on its way out.

A sealed text names the mentorship whose key opens it, so that it is opened wherever it
is met: in its row, in the history, after its row or its goal is gone. What no key here
opens reads as a sentence that says so, and stays in the database as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa

from mentorkit.errors import InvalidRecord, Problem, Sealed, StorageError
from mentorkit.i18n import N_, fill, languages, translate
from mentorkit.models import Record
from mentorkit.privacy.mentions import ERASED
from mentorkit.store.keys import DESTROYED, ELSEWHERE, Keys
from mentorkit.store.schema import SEAL, SEALED
from mentorkit.store.sealed import has_sealed, is_sealed, mentorship_of, owner


MISSING = N_("(sealed: the key of this mentorship is not here)")
BROKEN = N_("(sealed: this text does not open with the key of its mentorship)")

SPOKEN = languages()

TYPED = N_("A text cannot begin with '{seal}': sealed texts do. Put a word before it.")


@dataclass(frozen=True, slots=True)
class Closed:
    """Why a sealed text does not open.

    Attributes
    ----------
    kind : {"away", "dropped", "broken"}
        Its key is not here; it was destroyed; key and text do not fit.
    why : str
        That, in words.
    """

    kind: Literal["away", "dropped", "broken"]
    why: str


class Seals:
    """What seals and opens texts, with the keys of one folder.

    Parameters
    ----------
    folder : pathlib.Path, optional
        Where the keys are. Without one nothing is sealed, and sealed texts read as a
        sentence that says so.
    language : str
        The language of that sentence.
    """

    def __init__(self, folder: Path | None = None, language: str = "en") -> None:
        self.keys = None if folder is None else Keys(folder)
        self._missing = translate(MISSING, language)
        self._broken = translate(BROKEN, language)
        self._sentences = {translate(s, to) for s in (MISSING, BROKEN) for to in SPOKEN}

    def drop(self, mentorship: str) -> bool:
        """Destroy a mentorship's key; return whether it was here.

        What it sealed is gone for good, in every backup too, unless there is a copy
        of the key elsewhere.

        Parameters
        ----------
        mentorship : str
            Its id.
        """
        if self.keys is None:
            raise StorageError("Private text is not sealed here: there is no key.")
        return self.keys.drop(mentorship)

    def text(self, value: Any) -> Any:
        """Return a value with its seal taken off, or the sentence that says why not."""
        if not is_sealed(value):
            return value
        return self.read(value)[0]

    def closed(self, value: Any) -> Closed | None:
        """Return why a value does not open; nothing where it does."""
        return self.read(value)[1] if is_sealed(value) else None

    def row(self, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return one row with its texts opened."""
        return self.rows(table, [dict(row)])[0]

    def rows(self, table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Open the texts of rows, in their place."""
        names = SEALED.get(table, ())
        for row in rows if names else ():
            for name in names:
                value = row.get(name)
                if value is not None and value.startswith(SEAL):
                    row[name] = self.read(value)[0]
        return rows

    def columns(
        self, table: str, columns: Mapping[str, list[Any]]
    ) -> dict[str, list[Any]]:
        """Return rows that are kept by column, with their texts opened."""
        sealed = [
            name
            for name in SEALED.get(table, ())
            if SEAL in "".join(filter(None, columns[name]))
        ]
        opened = {
            name: [self.text(value) for value in columns[name]] for name in sealed
        }
        return {**columns, **opened}

    def lines(self, lines: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return lines of the log with their texts opened."""
        return [
            {
                **line,
                "before": self._logged(line, "before"),
                "after": self._logged(line, "after"),
            }
            for line in lines
        ]

    def without_sentences(
        self, table: str, changes: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return changes without what only says that a text does not open.

        A form or an export that was made without the key gives that sentence back; it
        never takes the text's place.
        """
        names = SEALED.get(table, ())
        return {
            name: value
            for name, value in changes.items()
            if name not in names or value not in self._sentences
        }

    def sealed(
        self,
        connection: sa.Connection,
        record: Record,
        values: Mapping[str, Any],
        kept: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Return values of a record as they are written: its private texts sealed.

        Parameters
        ----------
        connection : sqlalchemy.Connection
            An open write.
        record : Record
            The row; it says whose mentorship it is.
        values : mapping of str to any
            Some or all of its values.
        kept : mapping of str to any, optional
            Values that were read sealed: one that still says the same is written as
            it was, so that it needs no key.
        """
        done, kept = dict(values), kept or {}
        mentorship: str | None = None
        for name in SEALED.get(record.table, ()):
            text = done.get(name)
            if not text or text == ERASED:
                continue
            if is_sealed(kept.get(name)) and self.text(kept[name]) == text:
                done[name] = kept[name]
                continue
            _refuse_a_typed_seal(record, name, text)
            if self.keys is None:
                continue
            mentorship = mentorship or mentorship_of(connection, record)
            if mentorship:
                done[name] = self.seal(connection, mentorship, text)
        return done

    def seal(self, connection: sa.Connection, mentorship: str, text: str) -> str:
        """Return a text sealed with a mentorship's key, which is made when needed.

        Raises
        ------
        Sealed
            The mentorship has sealed texts and its key is not here: a second key
            would leave each of two people with what the other cannot read.
        """
        if self.keys is None:
            return text
        key = self.keys.get(mentorship)
        if key is None:
            self._may_make(connection, mentorship)
            key = self.keys.make(mentorship)
        return encrypted(key, mentorship, text)

    def require_open(self, row: Record, values: Mapping[str, Any]) -> None:
        """See that values of a row open, before others take their place.

        Raises
        ------
        Sealed
            One does not.
        """
        for name, value in values.items():
            if closed := self.closed(value):
                label = row.field(name).about.label
                raise Sealed(
                    f"'{label}' of the {row.noun} '{row.id}' is sealed and cannot be"
                    f" changed here: {closed.why}. Whoever has the key can change it; the"
                    " other fields can be changed by you. Nothing was changed."
                )

    def _may_make(self, connection: sa.Connection, mentorship: str) -> None:
        if self.keys is None:
            return
        if day := self.keys.dropped_on(mentorship):
            raise Sealed(fill(DESTROYED, mentorship=mentorship, day=str(day)))
        if has_sealed(connection, mentorship):
            told = fill(
                ELSEWHERE,
                mentorship=mentorship,
                folder=str(self.keys.folder),
                file=self.keys.path(mentorship).name,
            )
            raise Sealed(told)

    def read(self, value: str) -> tuple[str, Closed | None]:
        """Return what a sealed text reads as, and why it does not open."""
        mentorship = owner(value)
        token = value.removeprefix(f"{SEAL}{mentorship}:")
        whose = f"the key of the mentorship '{mentorship}'"
        if self.keys is None:
            why = f"{whose} is not here: this workspace names no folder of keys"
            return self._missing, Closed("away", why)
        try:
            key = self.keys.get(mentorship)
            text = None if key is None else _decrypted(key, token)
        except StorageError as error:
            return self._broken, Closed("broken", str(error).rstrip("."))
        except ValueError:
            return self._broken, Closed("broken", f"{whose} does not open it")
        if text is not None:
            return text, None
        if day := self.keys.dropped_on(mentorship):
            return self._missing, Closed("dropped", f"{whose} was destroyed on {day}")
        return self._missing, Closed("away", f"{whose} is not in {self.keys.folder}")

    def _logged(self, line: Mapping[str, Any], side: str) -> Any:
        value = line[side]
        if isinstance(value, dict):
            return {name: self.text(item) for name, item in value.items()}
        return self.text(value)


NO_KEYS = Seals()


def of(connection: sa.Connection) -> Seals:
    """Return what a connection's store seals with."""
    found: Seals = connection.get_execution_options().get("seals", NO_KEYS)
    return found


def use(engine: sa.Engine, seals: Seals) -> None:
    """Seal and open texts on every connection of an engine from now on."""
    engine.update_execution_options(seals=seals)


def encrypted(key: Any, mentorship: str, text: str) -> str:
    """Return a text as it is kept, sealed with a mentorship's key."""
    token: bytes = key.encrypt(text.encode())
    return f"{SEAL}{mentorship}:{token.decode()}"


def _decrypted(key: Any, token: str) -> str:
    from cryptography.fernet import InvalidToken  # noqa: PLC0415 - an optional extra

    try:
        text: bytes = key.decrypt(token)
    except InvalidToken:
        raise ValueError(token) from None
    return text.decode()


def _refuse_a_typed_seal(record: Record, name: str, text: str) -> None:
    if text.startswith(SEAL):
        message = fill(TYPED, seal=SEAL)
        raise InvalidRecord(record.noun, [Problem(message, name, text)])
