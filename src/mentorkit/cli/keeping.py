"""``mentorkit undo``: taking changes back."""

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
@click.argument("change_set", required=False)
@click.option("--why", help="The reason, for the history.")
@json_option
@workspace_options
def undo(
    change_set: str | None,
    why: str | None,
    workspace: str | None,
    as_: str | None,
    *,
    as_json: bool,
) -> None:
    r"""Take back your last change, with all that was saved together with it.

    Run it again to take back the change before. Name a CHANGE_SET to take back that
    one; an undo is a change set too, so naming it brings back what it undid.

    \b
    Examples:
      mentorkit undo
      mentorkit undo --why "imported into the wrong program"
      mentorkit undo cs-7k3m9q2t
    """
    undone = opened(workspace, as_).undo(change_set, why=why)
    if as_json:
        print_json(undone.as_dict())
        return
    out = console()
    out.print(f"[green]✓[/] {escaped(str(undone))}", soft_wrap=True)
    out.print(f"  To take this undo back: mentorkit undo {undone.change_set}")


def escaped(text: str) -> str:
    """Return text in which square brackets are only brackets."""
    from rich.markup import escape

    return escape(text)
