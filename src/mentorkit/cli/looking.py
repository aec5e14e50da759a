"""``mentorkit status``, ``history`` and ``dictionary``: what is there, and was."""

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
    if due := len(ws.expired()):
        noun = "person was" if due == 1 else "people were"
        out.print(
            f"\nPersonal data of {due} {noun} kept for as long as the program says:"
            " mentorkit erase --expired --dry-run",
            soft_wrap=True,
        )


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
    ws = opened(workspace, as_)
    changes = ws.history(table, id)
    if as_json:
        print_json(changes.to_dict("records"))
        return
    out = console()
    changes["at"] = changes["at"].dt.tz_convert(ws.timezone)
    for row in changes.to_dict("records"):
        op = f"{row['op']} (undo)" if isinstance(row["undoes"], str) else row["op"]
        told = [f"{row['at']:%Y-%m-%d %H:%M %Z}", str(row["by"]), str(op)]
        if row["op"] == "revise":
            told.append(f"{row['field']}: {row['before']!r} became {row['after']!r}")
        if isinstance(row["why"], str):
            told.append(f"({row['why']})")
        out.print("  ".join(told), markup=False, soft_wrap=True)


@click.command()
@click.argument("table", required=False)
@json_option
def dictionary(table: str | None, *, as_json: bool) -> None:
    r"""Explain the columns of a TABLE, or say which tables there are.

    \b
    Examples:
      mentorkit dictionary
      mentorkit dictionary goals
    """
    from mentorkit.models import RECORDS, record_of
    from mentorkit.models.dictionary import entries, purpose, rules

    records = [record_of(table)] if table else list(RECORDS)
    if as_json:
        print_json(
            [
                {
                    "table": record.table,
                    "purpose": purpose(record),
                    "columns": entries(record),
                    "rules": rules(record),
                }
                for record in records
            ]
        )
        return
    if table is None:
        _list([(record.table, purpose(record)) for record in records])
        return
    (record,) = records
    console().print(f"[bold]{record.table}[/]: {purpose(record)}\n", soft_wrap=True)
    _list([(entry["column"], _in_a_line(entry)) for entry in entries(record)])
    for rule in rules(record):
        console().print(f"- {rule}", markup=False, soft_wrap=True)


def _in_a_line(entry: dict[str, str]) -> str:
    """Say of a column what there is to say, and nothing of what there is not."""
    told = [
        f"{entry['label']}: {entry['type']}",
        {"yes": "required", "no": ""}.get(entry["required"], entry["required"]),
        entry["limits"],
        f"read by {entry['readers']}",
    ]
    said = "; ".join(part for part in told if part)
    return f"{said}. {entry['about']}".strip()


def _list(pairs: list[tuple[str, str]]) -> None:
    """Print names with what is said of each beside them."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    for name, said in pairs:
        grid.add_row(Text(name, style="bold"), Text(said))
    console().print(grid)
