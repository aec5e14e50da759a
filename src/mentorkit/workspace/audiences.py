"""Whom reviews may be made for, by what they are about."""

from __future__ import annotations

from mentorkit.errors import ReviewError, did_you_mean


PRIVATE = "private"
"""The audience of what is nobody else's business, not even that it was made."""

PUBLIC = "public"
"""Everybody: nobody is named, and nothing is shown that is not public."""

AUDIENCES = {
    "mentorship": ("pair", "program", "public"),
    "milestone": ("pair", "program"),
    "program": ("program",),
    "person": ("private",),
}
"""Whom the reviews of each subject may be made for; the first when nobody says."""


def audience_for(subject: str, asked: str | None, template: str) -> str:
    """Return whom reviews are made for.

    Raises
    ------
    ReviewError
        Reviews of this subject are not made for them.
    """
    known = AUDIENCES[subject]
    if asked is None:
        return known[0]
    if asked in known:
        return asked
    every = {word for words in AUDIENCES.values() for word in words}
    hint = "" if asked in every else did_you_mean(asked, sorted(every))
    raise ReviewError(
        f"The review '{template}' is not made for the audience '{asked}'.{hint} It is"
        f" made for: {', '.join(known)}."
    )
