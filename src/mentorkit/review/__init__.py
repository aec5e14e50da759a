"""Review runs: one notebook, many mentorships, each to an executed notebook and a page.

Plans and runs; it reads no rows: what to review is handed to it.
"""

from mentorkit.review.job import Job, Outcome
from mentorkit.review.run import Run, Watcher, run
from mentorkit.review.template import find_template


__all__ = ["Job", "Outcome", "Run", "Watcher", "find_template", "run"]
