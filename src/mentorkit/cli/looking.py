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
    r"""Say where things stand today, and who needs a call.

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

    table = Table(
        "mentorship", "status", box=None, pad_edge=False, padding=(0, 2, 0, 0)
    )
    for heading in ("goals", "milestones", "late", "sessions"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("last session", no_wrap=True)
    for row in standing.to_dict("records"):
        table.add_row(
            row["mentorship"],
            row["status"],
            f"{row['goals_reached']}/{row['goals']}",
            f"{row['milestones_done']}/{row['milestones']}",
            str(row["milestones_late"] or ""),
            str(row["sessions_held"]),
            row["last_session"],
        )
    out.print(table)
    calls = standing[standing["needs_call"] != ""]
    if len(calls):
        out.print("\n[bold]Needs a call[/]")
    for mentorship, reason in zip(
        calls["mentorship"], calls["needs_call"], strict=True
    ):
        out.print(f"{mentorship}: {reason}", markup=False, soft_wrap=True)


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
    r"""Tell every change of one row: when, who, what and why.

    \b
    Example:
      mentorkit history goals g-7k3m9q2t
    """
    changes = opened(workspace, as_).history(table, id)
    if as_json:
        print_json(changes.to_dict("records"))
        return
    out = console()
    for row in changes.to_dict("records"):
        op = f"{row['op']} (undo)" if isinstance(row["undoes"], str) else row["op"]
        told = [f"{row['at']:%Y-%m-%d %H:%M} UTC", str(row["by"]), str(op)]
        if row["op"] == "revise":
            told.append(f"{row['field']}: {row['before']!r} became {row['after']!r}")
        if isinstance(row["why"], str):
            told.append(f"({row['why']})")
        out.print("  ".join(told), markup=False, soft_wrap=True)
