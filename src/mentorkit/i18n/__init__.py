"""The user's words in the user's language: catalogues, days, numbers, direction.

Models and forms mark their words with ``N_`` and ``NN_``; what shows them translates
them, in the language that it is told or else in the one that is being spoken.
"""

from mentorkit.i18n.figures import (
    day_text,
    moment_text,
    month_text,
    number_text,
    percent_text,
)
from mentorkit.i18n.languages import (
    ENGLISH,
    catalogue,
    current_language,
    direction,
    known_language,
    languages,
    speaking,
)
from mentorkit.i18n.typed import TwoNumbers, read_number, typed_number
from mentorkit.i18n.wording import N_, NN_, fill, isolated, plural, translate


__all__ = [
    "ENGLISH",
    "NN_",
    "N_",
    "TwoNumbers",
    "catalogue",
    "current_language",
    "day_text",
    "direction",
    "fill",
    "isolated",
    "known_language",
    "languages",
    "moment_text",
    "month_text",
    "number_text",
    "percent_text",
    "plural",
    "read_number",
    "speaking",
    "translate",
    "typed_number",
]
