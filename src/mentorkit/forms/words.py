"""The form's own words; a record's labels and help come from its model.

The front end writes none itself: it gets these in the user's language.
"""

from __future__ import annotations

from mentorkit.i18n import N_, NN_, direction, plural, translate


CLOSED = N_("{form}: run this cell to open it.")
FORM = N_("{noun} form")
NEW = N_("New {noun}")
EDIT = N_("Edit {noun}")

WAITING = {
    "opening": N_("Opening the form …"),
    "opening_late": N_("The kernel is busy. The form opens as soon as it is free."),
    "opening_dead": N_(
        "The kernel is not answering. Start it, then run this cell to open the form."
    ),
}
"""Said before the form's own description has come."""

WORDS = {
    "required": N_("required"),
    "optional": N_("optional"),
    "save": N_("Save"),
    "keys": N_("or press {keys}"),
    "saving": N_("Saving …"),
    "saving_late": N_(
        "Not saved yet: the kernel is busy. It is saved as soon as the kernel is free;"
        " your text stays here."
    ),
    "saving_dead": N_(
        "Not saved: the kernel is not answering. Your text stays here. Start the kernel,"
        " run this cell again, then save."
    ),
    "still": N_("Still waiting for the kernel."),
    "unchanged": N_("Nothing has changed, so there is nothing to save."),
    "signed": N_("Saving as"),
    "saved": N_("Saved"),
    "edit": N_("Edit it"),
    "again": N_("Add another"),
    "restored": N_("Your unsaved text is back."),
    "restored_private": N_(
        "Your unsaved text is back, except private text, which is never kept aside."
    ),
    "discard": N_("Discard draft"),
    "discarded": N_("The draft is discarded."),
    "before": N_("Was"),
    "theirs": N_("Theirs"),
    "mine": N_("Yours"),
    "take": N_("Load theirs"),
    "over": N_("Save mine over it"),
    "taken": N_("The newer values are in the form now. Save when you are ready."),
    "reason": N_("Reason for the change"),
    "reason_help": N_("Kept in the history beside the change."),
    "error": N_("Error:"),
    "failed": N_("Not saved"),
}
"""Said by the open form."""

EMPTY_REQUIRED = N_("Choose one")
EMPTY_CHOICE = N_("Not given")
EMPTY_REFERENCE = N_("None")
NOT_RATED = N_("Not rated")
NO_CHOICE = N_("There is nothing to choose from yet.")
EXAMPLE = N_("For example: {example}")
LOCAL = N_("The local time in {timezone}.")

ASK = N_("Enter “{label}”.")
ASK_WHY = N_("Say why this changes.")
INCOMPLETE = {
    "date": N_("Finish this date: day, month and year, or clear it."),
    "instant": N_("Finish this date and time: day, month, year, hour and minutes."),
}
KEPT = N_("Your {noun} is kept.")
REVISED = N_("Your changes to the {noun} are kept.")
ALREADY = N_(
    "This {noun} was saved before; nothing was added twice. Discard the draft to"
    " begin another one."
)
BROKEN = N_(
    "Not saved: something went wrong ({kind}). Your text stays here; try again, and"
    " tell whoever looks after your workspace if it happens again."
)
SAVED_SINCE = N_(
    "Your {noun} was saved a moment ago. What you changed since is not saved yet: save"
    " again to keep it."
)
CONFLICT = N_("Not saved yet: somebody saved a newer version after you opened this.")
SOMEBODY = N_("Somebody")
WHO_AND_WHEN = N_("{who}, {when}")
NOTHING = N_("nothing")

LEVELS = (
    N_("Much less"),
    N_("Less"),
    N_("As expected"),
    N_("More"),
    N_("Much more"),
)
DEGREES = (N_("A little"), N_("Somewhat"), N_("Quite"), N_("Very"))
SCALES = {(-2, 2): LEVELS, (0, 3): DEGREES}
"""What the steps of a short scale are called, by its ends."""


def in_language(words: dict[str, str], language: str) -> dict[str, str]:
    """Return a set of words in a language."""
    return {key: translate(word, language) for key, word in words.items()}


def while_waiting(language: str) -> dict[str, str]:
    """Return what the front end needs before the form's own description has come."""
    about = {"language": language, "direction": direction(language)}
    return {**about, **in_language(WAITING, language)}


def problem_count(count: int, language: str) -> str:
    """Return the error summary's heading."""
    forms = NN_(
        "Not saved yet: one thing to put right",
        "Not saved yet: {n} things to put right",
    )
    return plural(*forms, count, language)
