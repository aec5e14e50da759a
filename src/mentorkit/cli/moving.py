"""``mentorkit import`` and ``mentorkit export``: files in, tidy CSV files out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentorkit.cli import summary
from mentorkit.cli.options import (
    console,
    json_option,
    opened,
    print_json,
    workspace_options,
)


if TYPE_CHECKING:
    from mentorkit.workspace import Workspace


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--map",
    "map_file",
    type=click.Path(path_type=Path),
    help="A TOML file that says what the rows of the files become.",
)
@click.option(
    "--propose",
    is_flag=True,
    help="Write a map to edit, guessed from the headings; import nothing.",
)
@click.option("--dry-run", is_flag=True, help="Check and count; import nothing.")
@click.option(
    "--leave-out-problems",
    is_flag=True,
    help="With a map: leave out the rows with problems, and import the others.",
)
@json_option
@workspace_options
def import_(
    path: Path,
    workspace: str | None,
    as_: str | None,
    map_file: Path | None,
    *,
    propose: bool,
    dry_run: bool,
    leave_out_problems: bool,
    as_json: bool,
) -> None:
    r"""Import a folder of tidy CSV files named as the tables, all or nothing.

    With a map, PATH is a file or a folder as it arrives: CSV of any kind, or a
    workbook of Excel. Every cell is checked first; what is wrong is told by file, row
    and column. Importing the same files again changes nothing.

    \b
    Examples:
      mentorkit import spring-data --dry-run
      mentorkit import spring-data
      mentorkit import signup.csv --propose --map signup.toml
      mentorkit import signup.csv --map signup.toml --dry-run
    """
    from mentorkit.errors import ImportRefused

    if leave_out_problems and map_file is None:
        raise click.UsageError("--leave-out-problems goes with --map.")
    if propose:
        _propose(path, map_file or Path("import-map.toml"), workspace, as_)
        return
    ws = opened(workspace, as_)
    try:
        if map_file is None:
            _tidy(ws, path, dry_run=dry_run, as_json=as_json)
            return
        done = ws.import_files(
            path, map_file, dry_run=dry_run, leave_out_problems=leave_out_problems
        )
    except ImportRefused as error:
        if not as_json:
            raise
        print_json({"problems": [problem.as_dict() for problem in error.problems]})
        click.get_current_context().exit(error.exit_code)
    if as_json:
        print_json(summary.as_data(done))
    else:
        summary.tell(done, path, dry_run=dry_run, leaving_out=leave_out_problems)
    if done.problems:
        click.get_current_context().exit(1 if leave_out_problems else 2)


def _tidy(ws: Workspace, folder: Path, *, dry_run: bool, as_json: bool) -> None:
    counts = ws.import_folder(folder, dry_run=dry_run)
    if as_json:
        print_json(counts.reset_index().to_dict("records"))
        return
    out = console()
    verb = "Would import" if dry_run else "Imported"
    out.print(f"[green]✓[/] {verb} {folder}:", soft_wrap=True)
    for table, row in counts.iterrows():
        told = ", ".join(f"{count} {what}" for what, count in row.items() if count)
        out.print(f"  {table}: {told}")


def _propose(path: Path, target: Path, workspace: str | None, as_: str | None) -> None:
    """Write a map to edit, never over one that is there."""
    from mentorkit.errors import WorkspaceError

    proposed = opened(workspace, as_).propose_map(path)
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(proposed)
    except FileExistsError:
        raise WorkspaceError(
            f"{target} is there already, and was left as it was. Name another file:"
            " --propose --map NAME.toml."
        ) from None
    except OSError as error:
        raise WorkspaceError(f"{target} cannot be written: {error.strerror}.") from None
    console().print(
        f"[green]✓[/] {target}: check each line marked “?”, then try\n"
        f"  mentorkit import '{path}' --map '{target}' --dry-run",
        soft_wrap=True,
        markup=True,
    )


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "kind",
    type=click.Choice(["csv", "parquet", "xlsx"]),
    default="csv",
    show_default=True,
    help="What to write. Only csv can be imported again.",
)
@click.option(
    "--audience",
    type=click.Choice(["person", "pair", "program"]),
    help="Only what these may read; “person” is whoever --as names.",
)
@click.option(
    "--person", metavar="HANDLE", help="Only what is about this person, with a letter."
)
@json_option
@workspace_options
def export(
    folder: Path,
    kind: str,
    audience: str | None,
    person: str | None,
    workspace: str | None,
    as_: str | None,
    *,
    as_json: bool,
) -> None:
    r"""Write every table into a new FOLDER.

    The files hold everything, private texts too, unless --audience or --person says
    otherwise: keep them as you keep the database.

    \b
    Examples:
      mentorkit export copy-of-it-all
      mentorkit export for-the-team --audience program --format xlsx
      mentorkit export for-ada --person ada
    """
    ws = opened(workspace, as_)
    counts = ws.export(folder, format=kind, audience=audience, person=person)
    if as_json:
        print_json(counts.to_dict())
        return
    out = console()
    told = ", ".join(f"{count} {table}" for table, count in counts.items() if count)
    out.print(f"[green]✓[/] {folder}: {told}", soft_wrap=True)
    if not (audience or person):
        out.print("  Everything is in it, private texts too.")
