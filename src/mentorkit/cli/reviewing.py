"""``mentorkit review``: a period's review for every mentorship."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.options import (
    complete_handles,
    console,
    json_option,
    opened,
    print_json,
    workspace_options,
)


if TYPE_CHECKING:
    from mentorkit.review.run import Run


@click.command()
@click.argument("period")
@click.option(
    "--only",
    multiple=True,
    metavar="HANDLE",
    shell_complete=complete_handles,
    help="This mentorship only; may be repeated.",
)
@click.option(
    "--audience",
    type=click.Choice(["pair", "program", "public"]),
    help="Whom the reports are made for; by default the pair, or who a program is for."
    " Public: everybody, and nobody is named.",
)
@click.option(
    "--template",
    default="quarterly",
    show_default=True,
    help="The review notebook: quarterly, program, closure, pilot, milestone, impact.",
)
@click.option(
    "--format",
    "formats",
    default="html",
    show_default=True,
    metavar="NAMES",
    callback=lambda _context, _option, names: names.replace(",", " ").split(),
    help="What each is made as, by commas: html (always), pdf, md, txt, csv, mail.",
)
@click.option("--out", metavar="DIR", help="The run's folder; by default in reports/.")
@click.option(
    "--as-of", metavar="DATE", help="Count what was recorded by the end of this day."
)
@click.option("--language", help="Of the reports; by default the workspace's.")
@click.option(
    "-p",
    "--parameter",
    "parameters",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help="A parameter of the template's own; may be repeated.",
)
@click.option("--force", is_flag=True, help="Make those again that are unchanged.")
@click.option(
    "--retry-failed", is_flag=True, help="Make those again that failed before."
)
@click.option("--dry-run", is_flag=True, help="Say which would be made, and make none.")
@click.option("--workers", type=click.IntRange(1), help="Processes; default: cores.")
@click.option("--dask", metavar="ADDRESS", help="Run on the workers of this scheduler.")
@click.option(
    "--seconds", type=click.IntRange(1), help="How long a cell may take; default: 600."
)
@click.option(
    "--memory", type=click.IntRange(1), metavar="MB", help="What a notebook may use."
)
@json_option
@workspace_options
@click.pass_context
def review(
    context: click.Context,
    /,
    period: str,
    workspace: str | None,
    as_: str | None,
    language: str | None,
    parameters: tuple[tuple[str, str], ...],
    *,
    as_json: bool,
    dry_run: bool,
    **asked: Any,
) -> None:
    r"""Run the review of PERIOD for every mentorship, into reports/PERIOD.

    Other templates review a whole program, endings, pilots or milestones of PERIOD, or
    make your own statement as a mentor.

    PERIOD is a quarter (2026Q3), a month (2026-09) or two days
    (2026-07-01/2026-09-30). What has not changed since the last run is left as it is;
    a run that was stopped is gone on with. Ctrl-C finishes what runs and keeps what is
    done. --json writes a line for each event.

    \b
    Examples:
      mentorkit review 2026Q3
      mentorkit review 2026Q3 --only ada-grace
      mentorkit review 2026-09 --audience program
      mentorkit review 2026Q3 --audience public --dry-run
      mentorkit review 2026Q3 --template program
      mentorkit review 2026Q3 --format html,pdf
      mentorkit review 2026Q3 --template my.ipynb -p threshold 3
      mentorkit review 2026Q3 --dask tcp://10.0.0.5:8786 --out s3://bucket/2026Q3
    """
    from mentorkit.review.watching import Lines

    ws = opened(workspace, as_)
    if language:
        ws.language = language
    run = ws.review(
        period,
        parameters={name: _value(text) for name, text in parameters},
        dry_run=dry_run,
        watcher=Lines(click.echo) if as_json else None,
        **asked,
    )
    if dry_run:
        _foretell(run, as_json=as_json)
        return
    if not as_json:
        _tell(run)
    wrong = run.failed or run.incomplete
    context.exit(130 if run.stopped else 1 if wrong else 0)


def _foretell(run: Run, *, as_json: bool) -> None:
    """Say what a run would make."""
    if as_json:
        kept = [outcome.handle for outcome in run.unchanged]
        print_json({"folder": run.folder, "make": run.missing, "unchanged": kept})
        return
    out = console()
    out.print(f"{len(run.missing)} would be made, {len(run.unchanged)} are unchanged.")
    for handle in run.missing:
        out.print(f"  {handle}")


def _value(text: str) -> Any:
    """Return a number, true, false or null as such, and anything else as text."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value


def _wrong(run: Run) -> Iterator[str]:
    """Give what went wrong: whole reviews, and single formats of others."""
    for outcome in run.failed:
        yield f"{outcome.handle}: {outcome.message}"
    for outcome in run.incomplete:
        for name, reason in outcome.unmade.items():
            yield f"{outcome.handle}, as {name}: {reason}"


def _tell(run: Run) -> None:
    out = console()
    good = sum(outcome.status == "ok" for outcome in run.outcomes)
    kept = len(run.unchanged)
    if not run.planned:
        told = f"All {kept} reviews are as they should be"
    else:
        told = f"{good} of {run.planned} reviews in {run.seconds:.0f} s"
        told += f", {kept} unchanged" if kept else ""
    out.print(f"[green]✓[/] {told}: {run.index}", soft_wrap=True)
    for wrong in _wrong(run):
        out.print(f"[red]✗[/] {wrong}", soft_wrap=True)
    if not all(outcome.forked for outcome in run.outcomes):
        out.print(
            "Kernels could not be forked here, so ordinary ones were started, which"
            " takes several times as long: docs/reviews.md says where and why."
        )
    if any(each.unmade or each.status == "failed" for each in run.unchanged):
        out.print("Some of them failed before; --retry-failed makes them again.")
    if run.remark:
        out.print(run.remark, soft_wrap=True, markup=False)
    if run.stopped:
        missing = len(run.missing)
        out.print(f"Stopped: {missing} are missing. Run it again to make them.")
