"""Forms in notebooks: one widget that shows any record and hands over what was typed.

A form emits a record's values and knows neither tables nor frames.
"""

from mentorkit.forms.contract import Save, Saved, Submission, TakenBack, Undo
from mentorkit.forms.form import RecordForm


__all__ = ["RecordForm", "Save", "Saved", "Submission", "TakenBack", "Undo"]
