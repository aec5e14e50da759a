"""Controlled vocabularies: each word once, with the label that people read."""

from __future__ import annotations

from enum import Enum
from typing import Self

from mentorkit.i18n import N_


class Vocabulary(str, Enum):  # noqa: UP042 - StrEnum has no room for the label
    """A closed list of words; a member is its word, ``label`` is what people read.

    Examples
    --------
    >>> Visibility.PAIR == "pair", Visibility.PAIR.label
    (True, 'Mentor and mentee')
    """

    label: str

    def __new__(cls, word: str, label: str = "") -> Self:
        """Make a member that is its word and knows its label."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.label = label
        return member

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def words(cls) -> list[str]:
        """Return the words in their order."""
        return [member.value for member in cls]


class Visibility(Vocabulary):
    """Who may read a text, from the narrowest circle to the widest."""

    PRIVATE = "private", N_("Only me")
    PAIR = "pair", N_("Mentor and mentee")
    PEERS = "peers", N_("The peer group")
    PROGRAM = "program", N_("The program team")
    PUBLIC = "public", N_("Everybody")
