"""Who may read what, and whom it is about: pure rules over frames.

Nothing here reads a database; ``frames`` applies these rules in one place.
"""

from mentorkit.privacy.audience import AUDIENCES, Reader, redact
from mentorkit.privacy.consent import Sharing, allows, texts_of, withhold
from mentorkit.privacy.pseudonyms import Pseudonyms
from mentorkit.privacy.publishing import publish
from mentorkit.privacy.subject import about


__all__ = [
    "AUDIENCES",
    "Pseudonyms",
    "Reader",
    "Sharing",
    "about",
    "allows",
    "publish",
    "redact",
    "texts_of",
    "withhold",
]
