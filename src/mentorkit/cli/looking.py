"""``mentorkit status`` and ``mentorkit history``: how things stand, and stood."""

from __future__ import annotations

import click

from mentorkit.cli.options import (
    console,
    json_option,
    opened,
    print_json,
    workspace_options,
)


@click.command()
@json_option
@workspace_options
def status(workspace: str | None, as_: str | None, *, as_json: bool) -> None:
    """Say where things stand today, and who needs a call.

    \b
    Example:
      mentorkit status --workspace my-mentoring
    """
    ws = opened(workspace, as_)
    standing = ws.status()
    if as_json:
        print_json(standing.to_dict("records"))
        return
    out = console()
    out.print(
        f"[bold]{', '.join(ws.programs()['name'])}[/], {ws.today:%d %B %Y},"
        f" as {ws.user}"
    )
    if standing.empty:
        out.print("No mentorships yet. Begin one in notebooks/start_here.ipynb.")
        return
    from rich.table import Table

    table = Table("mentorship", "status", box=None, pad_edge=False)
    for heading in ("goals reached", "milestones done", "late", "sessions"):
        table.add_column(heading, justify="right")
    table.add_column("last session")
    table.add_column("needs a call", overflow="fold")
    for row in standing.itertuples():
        table.add_row(
            row.mentorship,
            row.status,
            f"{row.goals_reached} of {row.goals}",
            f"{row.milestones_done} of {row.milestones}",
            str(row.milestones_late or ""),
            str(row.sessions_held),
            row.last_session,
            row.needs_call,
        )
    out.print(table)


@click.command()
@click.argument("table")
@click.argument("id")
@json_option
@workspace_options
def history(
    table: str,
    id: str,  # noqa: A002 - the word that everybody uses
    workspace: str | None,
    as_: str | None,
    *,
    as_json: bool,
) -> None:
    """Tell every change of one row: when, who, what and why.

    \b
    Example:
      mentorkit history goals g-7k3m9q2t
    """
    changes = opened(workspace, as_).history(table, id)
    if as_json:
        print_json(changes.to_dict("records"))
        return
    out = console()
    for row in changes.fillna("").itertuples():
        what = f"{row.field}: {row.before!r} → {row.after!r}" if row.field else row.op
        why = f" [dim]({row.why})[/]" if row.why else ""
        out.print(f"{row.at:%Y-%m-%d %H:%M} UTC  {row.by}  {what}{why}")
