"""A review that could not be made: its page says so, and nothing older stands there."""

from __future__ import annotations

from mentorkit import report
from mentorkit.review.job import Job, Outcome, Status
from mentorkit.review.places import place_of


def not_made(job: Job, status: Status, message: str, seconds: float = 0.0) -> Outcome:
    """Write the page of a review that has no notebook, and return its outcome."""
    place = place_of(job.folder)
    place.apart.remove(f"{job.handle}.ipynb")
    for name in set(job.stale) - {job.page}:
        place.remove(name)
    write_failed(job, message)
    return Outcome(
        job.handle,
        job.names,
        status,
        seconds,
        message,
        page=job.page,
        inputs=job.inputs,
    )


def write_failed(job: Job, message: str) -> None:
    """Write the page that tells its reader why there is no review."""
    language = job.parameters.get("language", "en")
    page = report.failed_page(title=job.names, message=message, language=language)
    place_of(job.folder).write(job.page, page)
