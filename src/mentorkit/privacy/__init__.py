"""Who may read what: pure rules over frames.

Nothing here reads a database; ``frames`` applies these rules in one place.
"""

from mentorkit.privacy.audience import AUDIENCES, Reader, redact


__all__ = ["AUDIENCES", "Reader", "redact"]
