"""What one review is made from, and how it went: plain data that crosses processes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import PurePath
from typing import Any, Literal, Self

from mentorkit.report.formats import FORMATS, PAGE
from mentorkit.report.run.names import page_of
from mentorkit.review.places import APART


Status = Literal["ok", "failed", "lost"]
"""Made; not made for a reason of the notebook's own; or its process was ended."""


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
        Where its page is to be, or the URL of that.
    parameters : dict
        What is injected into the notebook.
    inputs : str
        What stands for all that the review is made from.
    limits : dict
        ``seconds`` that a cell may take, ``memory`` in MB that its kernel may have.
    formats : tuple of str
        What is made of it: ``html``, and others of :data:`report.formats.FORMATS`.
    kept : bool
        Whether its executed notebook is there already, and is not run again.
    stale : tuple of str
        Files of an earlier review that are to be there no more, unless made again.
    """

    handle: str
    names: str
    template: str
    folder: str
    parameters: dict[str, Any]
    inputs: str = ""
    limits: dict[str, int] = field(default_factory=dict)
    formats: tuple[str, ...] = (PAGE,)
    kept: bool = False
    stale: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The name of its page in the run's folder."""
        return self.file(PAGE)

    def file(self, name: str) -> str:
        """Return the name of its file of a format, in the run's folder."""
        stem = page_of(self.handle).removesuffix(FORMATS[PAGE].ending)
        return f"{stem}{FORMATS[name].ending}"

    @property
    def notebook(self) -> str:
        """The path of its executed notebook, which is kept apart, from the page."""
        return f"../{APART}/{PurePath(self.folder).name}/{self.handle}.ipynb"

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
    status : {"ok", "failed", "lost"}
        Whether there is a review; ``lost`` where the process that ran it was ended,
        so that it may well be made by the next run.
    seconds : float
        How long it took.
    message : str
        What went wrong, in words.
    page, notebook : str
        Paths in the run's folder.
    files : dict
        Its file of each format that was made, seen from the index.
    unmade : dict
        For each format that could not be made, why.
    facts : dict
        The figures that the index shows.
    inputs : str
        What stands for all that the review was made from.
    forked : bool
        Whether it had a forked kernel; an ordinary one takes longer.
    made_at : str
        When it came; empty in a manifest, which is equal for equal reviews.
    """

    handle: str
    names: str
    status: Status
    seconds: float = 0.0
    message: str = ""
    page: str = ""
    notebook: str = ""
    files: dict[str, str] = field(default_factory=dict)
    unmade: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    inputs: str = ""
    forked: bool = True
    made_at: str = ""

    def to_json(self) -> str:
        """Return the outcome as one line."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> Self:
        """Read an outcome back."""
        return cls(**json.loads(line))
