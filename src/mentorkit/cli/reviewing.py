"""``mentorkit review``: a period's review for every mentorship."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    type=click.Choice(["pair", "program"]),
    default="pair",
    show_default=True,
    help="Whom the reports are made for.",
)
@click.option(
    "--template", default="quarterly", show_default=True, help="The review notebook."
)
@click.option("--out", metavar="DIR", help="The run's folder; by default in reports/.")
@click.option(
    "--as-of", metavar="DATE", help="Count what was recorded by the end of this day."
)
@click.option("--language", help="Of the reports; by default the workspace's.")
@click.option("--workers", type=click.IntRange(1), help="Processes; default: cores.")
@json_option
@workspace_options
@click.pass_context
def review(
    context: click.Context,
    period: str,
    only: tuple[str, ...],
    audience: str,
    template: str,
    out: str | None,
    as_of: str | None,
    language: str | None,
    workers: int | None,
    workspace: str | None,
    as_: str | None,
    *,
    as_json: bool,
) -> None:
    r"""Run the review of PERIOD for every mentorship, into reports/PERIOD.

    PERIOD is a quarter (2026Q3), a month (2026-09) or two days
    (2026-07-01/2026-09-30). Ctrl-C finishes what runs and keeps what is done.

    \b
    Examples:
      mentorkit review 2026Q3
      mentorkit review 2026Q3 --only ada-grace
      mentorkit review 2026-09 --audience program
    """
    ws = opened(workspace, as_)
    if language:
        ws.language = language
    run = ws.review(
        period,
        only=only,
        audience=audience,
        template=template,
        out=out,
        as_of=as_of,
        workers=workers,
    )
    if as_json:
        print_json({"folder": run.folder, "reviews": run.frame().to_dict("records")})
    else:
        _tell(run)
    context.exit(130 if run.stopped else 1 if run.failed else 0)


def _tell(run: Run) -> None:
    out = console()
    good = len(run.outcomes) - len(run.failed)
    out.print(
        f"[green]✓[/] {good} of {run.planned} reviews in {run.seconds:.0f} s:"
        f" {run.index}",
        soft_wrap=True,
    )
    for outcome in run.failed:
        out.print(f"[red]✗[/] {outcome.handle}: {outcome.message}", soft_wrap=True)
    if run.stopped:
        missing = run.planned - len(run.outcomes)
        out.print(f"Stopped: {missing} are missing. Run it again to make them all.")
