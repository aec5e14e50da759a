"""The form's own words; a record's labels and help come from its model.

The front end writes none itself: it gets these in the user's language.
"""

from __future__ import annotations

from mentorkit.errors import MentorkitError
from mentorkit.i18n import N_, NN_, direction, fill, plural, translate


SMART = N_("Is it SMART?")
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
    "save_more": N_("Save and add another"),
    "discard": N_("Discard"),
    "keys": N_("{keys} saves"),
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
    "edit": N_("Edit"),
    "again": N_("Add another"),
    "undo": N_("Undo"),
    "undoing": N_("Taking it back …"),
    "undoing_late": N_("Not taken back yet: the kernel is busy."),
    "undoing_dead": N_(
        "Not taken back: the kernel is not answering. What was saved stays saved."
    ),
    "redo": N_("Save it after all"),
    "redoing": N_("Saving it again …"),
    "first_this": N_("Save or discard what is in the form first."),
    "ask": N_("Discard what you typed?"),
    "ask_help": N_("It is not saved yet."),
    "ask_no": N_("Go on writing"),
    "ask_yes": N_("Discard it"),
    "discarded": N_("Discarded."),
    "nothing_typed": N_("Nothing was typed, so there is nothing to discard."),
    "bring_back": N_("Bring it back"),
    "brought_back": N_("Your text is back."),
    "restored": N_("Your unsaved text is back."),
    "restored_tab": N_(
        "Your unsaved text is back, except private text, which this page cannot keep."
    ),
    "found": N_("Unsaved text of {time} from another form like this:"),
    "set_aside": N_("Your version of {time}, which was not kept:"),
    "fetch": N_("Bring it here"),
    "elsewhere": N_("Another form has taken that text up, or saved it."),
    "drop": N_("Discard it"),
    "dropped": N_("The unsaved text is discarded."),
    "only_tab": N_(
        "Unsaved text is kept only while this browser tab is open, private text only"
        " while this page is: the page or its kernel has no means to seal it."
    ),
    "only_open": N_(
        "Unsaved text is kept only while this page is open: save before you leave it."
    ),
    "no_room": N_(
        "The browser has no room to keep your unsaved text aside. It stays here while"
        " this page is open: save before you leave it."
    ),
    "before": N_("Was"),
    "theirs": N_("Theirs"),
    "mine": N_("Yours"),
    "keep_theirs": N_("Keep theirs"),
    "keep_mine": N_("Keep mine"),
    "all_theirs": N_("Keep all of theirs"),
    "all_mine": N_("Keep all of mine"),
    "settle": N_("Save with these choices"),
    "settle_both": N_("Save mine as well"),
    "settle_help": N_(
        "Choose for each field, or change the text in the form below. Nothing is lost:"
        " what was saved stays in the history, and yours is set aside here."
    ),
    "settle_none": N_("You changed other fields, so both can be kept."),
    "also": N_("Changed meanwhile, and in the form now:"),
    "taken": N_("Theirs is in the form now. Save when you are ready."),
    "kept_mine": N_("Yours is in the form. Save when you are ready."),
    "all_settled": N_("The saved version is in the form now; nothing is left to save."),
    "not_kept": N_("Yours, which you did not keep"),
    "copy": N_("Copy"),
    "copied": N_("Copied."),
    "reason": N_("Reason for the change"),
    "reason_help": N_("Kept in the history beside the change."),
    "line_add": N_("Add a line"),
    "line_drop": N_("Take out line"),
    "error": N_("Error:"),
    "failed": N_("Not saved"),
    "not_undone": N_("Not taken back"),
}
"""Said by the open form."""

TOTALS = {
    "alone": N_("{sum} minutes in all"),
    "within": N_("{sum} of the session's {whole} minutes"),
    "over": N_("{sum} minutes: {over} more than the session's {whole}"),
}
"""What the minutes of an agenda come to."""

EMPTY_REQUIRED = N_("Choose one")
EMPTY_CHOICE = N_("Not given")
EMPTY_REFERENCE = N_("None")
NOT_RATED = N_("Not rated")
NO_CHOICE = N_(
    "There is no {noun} to choose yet. Save one first, then run this cell again."
)
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
TAKEN_BACK = N_("Taken back")
SAVED_AGAIN = N_("Saved again")
OUT_AGAIN = N_("The {noun} is not saved any more. What you typed is still here.")
AS_BEFORE = N_("The {noun} is as it was before. The history keeps both.")
STANDS = N_("The {noun} stands as you saved it.")
NOT_UNDONE = N_("This form did not save that, so it cannot take it back.")
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


def why_not(error: Exception, language: str, broken: str = BROKEN) -> str:
    """Return what an error says, or of one that is none of ours a sentence and its kind.

    Parameters
    ----------
    error : Exception
        What came in the way.
    language : str
        A language's code.
    broken : str
        The sentence, with a place for the ``kind``.
    """
    if isinstance(error, MentorkitError):
        return str(error)
    return fill(broken, language, kind=type(error).__name__)
