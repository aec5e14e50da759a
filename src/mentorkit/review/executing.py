"""One review: runs its notebook, and writes it, its page and its other formats."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import papermill
from papermill.engines import papermill_engines
from papermill.exceptions import PapermillExecutionError

from mentorkit import report
from mentorkit.models import Visibility
from mentorkit.report.formats import PAGE, made
from mentorkit.review import engine
from mentorkit.review.failing import not_made, write_failed
from mentorkit.review.forking import MEMORY, shared
from mentorkit.review.job import Job, Outcome, Status
from mentorkit.review.places import is_url, place_of


CELL_SECONDS = 600
"""How long one cell may take before its review is given up."""

STAMPS = ("start_time", "end_time", "duration")
"""What papermill writes that differs from run to run."""

papermill_engines.register(engine.NAME, engine.ForkEngine)


def review(job: Job) -> Outcome:
    """Run one notebook and write the executed notebook, its page and other formats."""
    began = time.perf_counter()
    if job.kept:
        # A notebook that is not as it was written is run again.
        with suppress(Exception):
            return _made(job, _kept(job), "ok", "", began)
    try:
        return _reviewed(job, began)
    except Exception as error:  # noqa: BLE001 - one failure must not stop the rest
        message = _said(job, type(error).__name__, str(error))
        return not_made(job, "failed", message.splitlines()[0], _since(began))


def _reviewed(job: Job, began: float) -> Outcome:
    before = shared.kernels
    executed, status, message = _execute(job)
    outcome = _made(job, executed, status, message, began)
    return replace(outcome, forked=shared.kernels > before)


def _kept(job: Job) -> Any:
    """Return the executed notebook that an earlier run left."""
    text = place_of(job.folder).apart.read(f"{job.handle}.ipynb") or ""
    return nbformat.reads(text, as_version=4)


def _made(
    job: Job, executed: Any, status: Status, message: str, began: float
) -> Outcome:
    """Write an executed notebook and all that is made of it."""
    place, files, unmade = place_of(job.folder), dict[str, bytes](), dict[str, str]()
    facts: dict[str, Any] = {}
    if message:
        write_failed(job, message)
    else:
        report.finish(executed)
        facts = report.facts_of(executed)
        for name in job.formats:
            try:
                files[name] = made(name, executed, job.parameters.get("audience"))
            except Exception as error:
                if name == PAGE:
                    raise
                told = _said(job, type(error).__name__, str(error))
                unmade[name] = told.splitlines()[0]
    place.apart.write(f"{job.handle}.ipynb", nbformat.writes(executed) + "\n")
    for name, content in files.items():
        place.write(job.file(name), content)
    written = {job.page, *map(job.file, files)}
    for name in set(job.stale) - written:
        place.remove(name)
    return Outcome(
        job.handle,
        job.names,
        status,
        _since(began),
        message,
        job.page,
        job.notebook,
        {name: job.file(name) for name in files},
        unmade,
        facts,
        job.inputs,
    )


def _execute(job: Job) -> tuple[Any, Status, str]:
    """Return the executed notebook, and what went wrong in it, if anything did."""
    status: Status = "ok"
    message = ""
    os.environ[MEMORY] = str(job.limits.get("memory", 0))
    with tempfile.TemporaryDirectory(prefix="mentorkit-review-") as scratch:
        output = Path(scratch) / "executed.ipynb"
        folder = Path(
            scratch if is_url(job.folder) else place_of(job.folder).apart.where
        )
        folder.mkdir(parents=True, exist_ok=True)
        try:
            executed = papermill.execute_notebook(
                job.template,
                output,
                parameters=job.parameters,
                engine_name=engine.NAME,
                cwd=str(folder),
                progress_bar=False,
                log_output=False,
                request_save_on_cell_execute=False,
                autosave_cell_every=0,
                store_widget_state=False,
                execution_timeout=job.limits.get("seconds", CELL_SECONDS),
            )
        except PapermillExecutionError as error:
            executed = nbformat.read(output, as_version=4)
            status = "lost" if error.ename == engine.DIED else "failed"
            message = _said(job, error.ename, error.evalue)
            message += f" (cell {error.exec_count})"
    _settle(executed, Path(job.template).name)
    return executed, status, message


def _settle(executed: Any, template: str) -> None:
    """Take out what differs from run to run without meaning anything, and paths."""
    executed.metadata.pop("widgets", None)
    run = executed.metadata.get("papermill", {})
    run.update(input_path=template, output_path=None)
    _unstamp(executed)
    for number, cell in enumerate(executed.cells):
        _unstamp(cell)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell["id"] = "injected-parameters"
        elif "papermill-error-cell-tag" in cell.metadata.get("tags", []):
            cell["id"] = f"papermill-error-{number}"


def _unstamp(part: Any) -> None:
    """Take out when and how long; the run's record has the seconds of the whole."""
    part.metadata.pop("execution", None)
    for stamp in STAMPS:
        part.metadata.get("papermill", {}).pop(stamp, None)


def _said(job: Job, kind: str, message: str) -> str:
    """Return what went wrong; where anybody may read it, not in the error's own words."""
    is_public = job.parameters.get("audience") == Visibility.PUBLIC
    return kind if is_public else f"{kind}: {message}"


def _since(began: float) -> float:
    return round(time.perf_counter() - began, 2)
