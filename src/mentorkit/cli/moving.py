"""``mentorkit import`` and ``mentorkit export``: tidy files in and out."""

from __future__ import annotations

from pathlib import Path

import click

from mentorkit.cli.options import (
    console,
    json_option,
    opened,
    print_json,
    workspace_options,
)


@click.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check and count; import nothing.")
@json_option
@workspace_options
def import_(
    folder: Path,
    workspace: str | None,
    as_: str | None,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    r"""Import a FOLDER of tidy CSV files named as the tables, all or nothing.

    Every cell is checked first; what is wrong is told by file, row and column.
    Importing the same files again changes nothing.

    \b
    Examples:
      mentorkit import spring-data --dry-run
      mentorkit import spring-data
    """
    from mentorkit.errors import ImportRefused

    try:
        counts = opened(workspace, as_).import_folder(folder, dry_run=dry_run)
    except ImportRefused as error:
        if not as_json:
            raise
        print_json({"problems": [problem.as_dict() for problem in error.problems]})
        click.get_current_context().exit(error.exit_code)
    if as_json:
        print_json(counts.reset_index().to_dict("records"))
        return
    out = console()
    verb = "Would import" if dry_run else "Imported"
    out.print(f"[green]✓[/] {verb} {folder}:")
    for table, row in counts.iterrows():
        told = ", ".join(f"{count} {what}" for what, count in row.items() if count)
        out.print(f"  {table}: {told}")


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
