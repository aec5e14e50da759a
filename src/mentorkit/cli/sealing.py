"""``mentorkit seal`` and ``unseal``: private text that a copied file does not give away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentorkit.cli.options import (
    console,
    escaped,
    json_option,
    opened,
    print_json,
    workspace_options,
)


if TYPE_CHECKING:
    from mentorkit.store.resealing import Resealed
    from mentorkit.workspace import Workspace


@click.command()
@click.option(
    "--keys",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the keys go; by default your own data folder.",
)
@click.option("--drop", metavar="MENTORSHIP", help="Destroy this mentorship's key.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@json_option
@workspace_options
@click.pass_context
def seal(
    context: click.Context,
    keys: Path | None,
    drop: str | None,
    workspace: str | None,
    as_: str | None,
    *,
    yes: bool,
    as_json: bool,
) -> None:
    r"""Keep private text sealed, with a key a mentorship outside the database.

    Seals what there is, history included, and all that comes. Titles, days and numbers
    stay in the clear. A lost key is lost text: keep a copy of the keys, apart from the
    backups. Run it again to seal what was written in the clear meanwhile.

    \b
    Examples:
      mentorkit seal
      mentorkit seal --keys /media/stick/keys
      mentorkit seal --drop ada-grace
    """
    ws = opened(workspace, as_)
    if drop is not None:
        _drop(ws, drop, yes=yes, as_json=as_json)
        return
    _tell(context, ws.seal(keys), *AFTERWARDS, as_json=as_json)


@click.command()
@json_option
@workspace_options
@click.pass_context
def unseal(
    context: click.Context, workspace: str | None, as_: str | None, *, as_json: bool
) -> None:
    r"""Keep private text in the clear again.

    The keys stay where they are: backups that were made meanwhile need them. Ends with
    1 where texts stayed sealed because their key is not here.

    \b
    Example:
      mentorkit unseal
    """
    _tell(context, opened(workspace, as_).unseal(), as_json=as_json)


AFTERWARDS = (
    "Backups from before hold these texts in the clear: delete them.",
    "Restart notebooks that are open: they know no keys yet.",
)


def _tell(context: click.Context, done: Resealed, *hints: str, as_json: bool) -> None:
    whole = done.clean and not done.closed
    if as_json:
        print_json(done.as_dict())
    else:
        mark = "[green]✓[/]" if whole else "[yellow]![/]"
        told = "\n  ".join([str(done), *hints])
        console().print(f"{mark} {escaped(told)}", soft_wrap=True)
    context.exit(0 if whole else 1)


def _drop(ws: Workspace, mentorship: str, *, yes: bool, as_json: bool) -> None:
    if not yes:
        click.echo(
            f"The private texts of {mentorship} will be gone for good: in the database,"
            " in its history and in every backup. Nobody can bring them back, unless"
            " there is a copy of the key.",
            err=True,
        )
        click.confirm(f"Destroy the key of {mentorship}?", abort=True, err=True)
    here = ws.drop_key(mentorship)
    if as_json:
        print_json({"mentorship": mentorship, "destroyed": here})
        return
    told = (
        f"The key of {mentorship} is destroyed. Copies of it elsewhere are not."
        if here
        else f"There was no key of {mentorship} here; none will be made from now on."
    )
    console().print(f"[green]✓[/] {escaped(told)}", soft_wrap=True)
