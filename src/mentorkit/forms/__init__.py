"""Forms in notebooks: widgets that show records and hand over what people do to them.

A form emits a record's values, a board a row's new status, an answer form what was
answered; none of them knows tables or frames.
"""

from mentorkit.forms.answer_form import AnswerForm, Choice, Held, Question
from mentorkit.forms.board import Board
from mentorkit.forms.cards import Card, Deck, Look
from mentorkit.forms.contract import Save, Saved, Submission, TakenBack, Undo
from mentorkit.forms.form import RecordForm


__all__ = [
    "AnswerForm",
    "Board",
    "Card",
    "Choice",
    "Deck",
    "Held",
    "Look",
    "Question",
    "RecordForm",
    "Save",
    "Saved",
    "Submission",
    "TakenBack",
    "Undo",
]
