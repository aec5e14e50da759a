"""What one review is made from, and how it went: plain data that crosses processes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Self


Status = Literal["ok", "failed"]


@dataclass(frozen=True, slots=True)
class Job:
    """One notebook to run.

    Attributes
    ----------
    handle : str
        The mentorship's.
    names : str
        The names of those whom it is about, for people who read the index.
    template : str
        Path of the notebook.
    folder : str
        The run's folder.
    parameters : dict
        What is injected into the notebook.
    """

    handle: str
    names: str
    template: str
    folder: str
    parameters: dict[str, Any]

    def to_json(self) -> str:
        """Return the job as one line."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> Self:
        """Read a job back."""
        return cls(**json.loads(line))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one review went.

    Attributes
    ----------
    handle, names : str
        Of the mentorship.
    status : {"ok", "failed"}
        Whether there is a review.
    seconds : float
        How long it took.
    message : str
        What went wrong, in words.
    page, notebook : str
        Paths in the run's folder.
    facts : dict
        The figures that the index shows.
    """

    handle: str
    names: str
    status: Status
    seconds: float = 0.0
    message: str = ""
    page: str = ""
    notebook: str = ""
    facts: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return the outcome as one line."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> Self:
        """Read an outcome back."""
        return cls(**json.loads(line))
