"""``mentorkit undo``, ``check``, ``backup`` and ``restore``: keeping it whole."""

from __future__ import annotations

from pathlib import Path

import click

from mentorkit.cli.options import (
    console,
    escaped,
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


@click.command()
@json_option
@workspace_options
@click.pass_context
def check(
    context: click.Context, workspace: str | None, as_: str | None, *, as_json: bool
) -> None:
    r"""Look everything over: the file, every row, the history, the clock, reports.

    Repairs nothing; ends with 1 where something is wrong.

    \b
    Example:
      mentorkit check
    """
    found = opened(workspace, as_).check()
    if as_json:
        print_json(found.as_dict())
    else:
        mark = "[green]✓[/]" if found.ok else "[red]✗[/]"
        console().print(f"{mark} {escaped(str(found))}", soft_wrap=True)
    context.exit(0 if found.ok else 1)


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@json_option
@workspace_options
def backup(
    file: Path | None, workspace: str | None, as_: str | None, *, as_json: bool
) -> None:
    r"""Copy the database into a new FILE while others go on saving.

    Without a FILE, into the workspace's backups folder, named by the time. A copy made
    by other means may lack what was saved last. The file holds everything, private
    texts too, sealed where the workspace seals them: keep it as you keep the database.

    \b
    Examples:
      mentorkit backup
      mentorkit backup /media/stick/mentoring.db
    """
    made = opened(workspace, as_).backup(file)
    size = made.stat().st_size
    if as_json:
        print_json({"file": made, "bytes": size})
        return
    told = f"{made} ({size / 1e6:.1f} MB), read through and sound."
    console().print(f"[green]✓[/] {escaped(told)}", soft_wrap=True)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask first.")
@json_option
@click.option("-w", "--workspace", metavar="PATH", help="The workspace's folder.")
def restore(file: Path, workspace: str | None, *, yes: bool, as_json: bool) -> None:
    r"""Put the backup FILE in the place of what is there now.

    What is there now is backed up first. Open notebooks go on, with the restored state.

    \b
    Examples:
      mentorkit restore backups/mentorkit-2026-09-30T170000Z.db
      mentorkit restore /media/stick/mentoring.db --yes
    """
    from mentorkit.workspace.keeping import before_restore
    from mentorkit.workspace.keeping import restore as put_back

    settings, contents = before_restore(file, workspace)
    if not yes:
        click.echo(f"{file} holds {contents}.", err=True)
        click.confirm(f"Put it in the place of {settings.shown}?", abort=True, err=True)
    done = put_back(file, settings)
    if as_json:
        print_json(done.as_dict())
        return
    console().print(f"[green]✓[/] {escaped(str(done))}", soft_wrap=True)
