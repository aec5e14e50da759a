"""``mentorkit erase``: a person's data, out of everything and for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from mentorkit.cli.options import (
    console,
    json_option,
    opened,
    print_json,
    workspace_options,
)


if TYPE_CHECKING:
    from mentorkit.workspace import Workspace
    from mentorkit.workspace.erasing import Erasure


@click.command()
@click.argument("person", required=False)
@click.option("--dry-run", is_flag=True, help="Say what would go; change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@click.option("--why", help="The reason, for the history.")
@click.option(
    "--keep-counts/--no-counts",
    "keep_counts",
    default=None,
    help="Keep days and numbers without name and text; as they consented if left out.",
)
@click.option("--backups", is_flag=True, help="Delete the backups that hold them, too.")
@click.option(
    "--expired", is_flag=True, help="Everybody whom the programs kept for long enough."
)
@click.option("--finish", is_flag=True, help="Clean up after an earlier erasure.")
@json_option
@workspace_options
@click.pass_context
def erase(
    context: click.Context,
    person: str | None,
    why: str | None,
    workspace: str | None,
    as_: str | None,
    *,
    dry_run: bool,
    yes: bool,
    keep_counts: bool | None,
    backups: bool,
    expired: bool,
    finish: bool,
    as_json: bool,
) -> None:
    r"""Take everything about PERSON out of the workspace, for good.

    Shows first what would go, and asks. Rows about them and their texts go, with the
    history; in what others keep their name is replaced; reports and exports that name
    them are removed. It cannot be undone. Ends with 1 where something is left to do.

    \b
    Examples:
      mentorkit erase ada --dry-run
      mentorkit erase ada --why "asked for it on 4 March"
      mentorkit erase --expired
      mentorkit erase --finish
    """
    if sum((person is not None, expired, finish)) != 1:
        raise click.UsageError("Name a PERSON, or use --expired or --finish.")
    ws = opened(workspace, as_)
    if finish:
        _finish(context, ws, as_json=as_json)
        return

    def run(*, dry: bool) -> list[Erasure]:
        if person is None:
            return ws.erase_expired(backups=backups, dry_run=dry)
        return [
            ws.erase_person(
                person, why=why, keep_counts=keep_counts, backups=backups, dry_run=dry
            )
        ]

    if not (dry_run or yes):
        _ask(run)
    done = run(dry=dry_run)
    if as_json:
        print_json([each.as_dict() for each in done])
    else:
        _tell(done)
    context.exit(1 if any(each.unfinished for each in done) else 0)


def _tell(done: list[Erasure]) -> None:
    out = console()
    if not done:
        out.print("Nobody's time is over.")
    for each in done:
        out.print("[green]✓[/]" if each.done else "[yellow]![/]", end=" ")
        out.print(str(each), markup=False, soft_wrap=True)


def _ask(run: Callable[..., list[Erasure]]) -> None:
    """Show what would happen, and ask whether it shall."""
    would = run(dry=True)
    if would:
        click.echo("\n".join(str(each) for each in would), err=True)
        click.confirm("This cannot be undone. Erase?", abort=True, err=True)


def _finish(context: click.Context, ws: Workspace, *, as_json: bool) -> None:
    left = ws.finish_erasing()
    if as_json:
        print_json({"unfinished": left})
    elif left:
        console().print(f"[yellow]![/] {left}", soft_wrap=True)
    else:
        console().print("[green]✓[/] Nothing erased is left in the database.")
    context.exit(1 if left else 0)
