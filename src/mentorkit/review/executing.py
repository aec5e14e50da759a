"""One review: runs its notebook, and writes the executed notebook and its page."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

import nbformat
import papermill
from papermill.engines import papermill_engines
from papermill.exceptions import PapermillExecutionError

from mentorkit import report
from mentorkit.review import engine
from mentorkit.review.files import write_whole
from mentorkit.review.job import Job, Outcome, Status


CELL_SECONDS = 600
"""How long one cell may take before its review is given up."""

papermill_engines.register(engine.NAME, engine.ForkEngine)


def review(job: Job) -> Outcome:
    """Run one notebook and write the executed notebook and its page."""
    began = time.perf_counter()
    folder = Path(job.folder)
    notebook, page = f"notebooks/{job.handle}.ipynb", f"{job.handle}.html"
    try:
        executed, message = _execute(job, folder / "notebooks")
        facts: dict[str, Any] = {}
        if message:
            html = report.failed_page(
                title=job.names,
                message=message,
                language=job.parameters.get("language", "en"),
            )
        else:
            report.finish(executed)
            facts = report.facts_of(executed)
            html = report.page(executed, audience=job.parameters.get("audience"))
        write_whole(folder / notebook, nbformat.writes(executed) + "\n")
        write_whole(folder / page, html)
    except Exception as error:  # noqa: BLE001 - one failure must not stop the rest
        return Outcome(job.handle, job.names, "failed", _since(began), _told(error))
    status: Status = "failed" if message else "ok"
    return Outcome(
        job.handle, job.names, status, _since(began), message, page, notebook, facts
    )


def _execute(job: Job, folder: Path) -> tuple[Any, str]:
    """Return the executed notebook, and what went wrong in it, if anything did."""
    folder.mkdir(parents=True, exist_ok=True)
    message = ""
    with tempfile.TemporaryDirectory(prefix="mentorkit-review-") as scratch:
        output = Path(scratch) / "executed.ipynb"
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
                store_widget_state=False,
                execution_timeout=CELL_SECONDS,
            )
        except PapermillExecutionError as error:
            executed = nbformat.read(output, as_version=4)
            message = f"{error.ename}: {error.evalue} (cell {error.exec_count})"
    _settle(executed, Path(job.template).name)
    return executed, message


def _settle(executed: Any, template: str) -> None:
    """Take out what differs from run to run without meaning anything, and paths."""
    executed.metadata.pop("widgets", None)
    run = executed.metadata.get("papermill", {})
    run.update(input_path=template, output_path=None)
    for number, cell in enumerate(executed.cells):
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell["id"] = "injected-parameters"
        elif "papermill-error-cell-tag" in cell.metadata.get("tags", []):
            cell["id"] = f"papermill-error-{number}"


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0]


def _since(began: float) -> float:
    return round(time.perf_counter() - began, 2)
