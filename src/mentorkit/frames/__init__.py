"""Tidy, typed, redacted frames: the only reader of the store.

Each table's frame has its record's fields as columns, and beside each reference to a
person, a mentorship or a program the handle that people know it by.
"""

from mentorkit.frames.reading import Frames
from mentorkit.frames.snapshot import Journey, ProgramSnapshot, Snapshot, Statement


__all__ = ["Frames", "Journey", "ProgramSnapshot", "Snapshot", "Statement"]
