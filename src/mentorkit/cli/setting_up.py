"""``mentorkit init`` and ``mentorkit demo``: a workspace to begin with."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mentorkit.cli.options import console


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="Your name; the login name by default.")
@click.option(
    "--timezone",
    metavar="ZONE",
    help="The program's time zone, such as Europe/London; this computer's by default.",
)
@click.option(
    "--database",
    metavar="URL",
    help="A PostgreSQL database of a team; a file in FOLDER by default. A program that"
    " is kept there already is joined.",
)
def init(
    folder: Path, name: str | None, timezone: str | None, database: str | None
) -> None:
    r"""Lay out an empty workspace in FOLDER.

    \b
    Examples:
      mentorkit init my-mentoring
      mentorkit init library-program --name "Grace Adeyemi" --timezone Europe/London
      mentorkit init team --database postgresql://keeper@db.example.org/mentoring
      mentorkit init mine --database postgresql://grace@db.example.org/mentoring
    """
    from mentorkit.workspace import Workspace
    from mentorkit.workspace.surroundings import local_timezone

    ws = Workspace.create(
        folder, name=name, timezone=timezone or local_timezone(), database=database
    )
    out = console()
    out.print(f"[green]✓[/] {ws.folder} is a mentorkit workspace.")
    out.print(f"  You are [bold]{ws.user}[/]; times are told in {ws.timezone}.")
    out.print("  Next, open the first notebook:")
    out.print(f"  {_jupyter()} lab {folder / 'notebooks' / 'start_here.ipynb'}")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default="mentorkit-demo")
@click.option("--seed", default=7, show_default=True, help="Another seed, other days.")
@click.option("--reviews/--no-reviews", default=True, help="Whether to run reviews.")
@click.option("--workers", type=click.IntRange(1), help="Processes; default: cores.")
@click.pass_context
def demo(
    context: click.Context,
    folder: Path,
    seed: int,
    *,
    reviews: bool,
    workers: int | None,
) -> None:
    r"""Build a believable program in FOLDER and run its quarterly reviews.

    \b
    Examples:
      mentorkit demo
      mentorkit demo /tmp/try --no-reviews
    """
    from mentorkit.demo.building import PERIOD, build_workspace

    out = console()
    ws = build_workspace(folder, seed=seed)
    counts = {name: len(ws.frame(name, audience="pair")) for name in SHOWN}
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    out.print(f"[green]✓[/] A demo program in {folder}: {told}.")
    if not reviews:
        return
    run = ws.review(PERIOD, workers=workers)
    out.print(
        f"[green]✓[/] {len(run.outcomes) - len(run.failed)} reviews of {PERIOD}"
        f" in {run.seconds:.0f} s."
    )
    out.print("\nWhere to look next:")
    out.print(f"  the reports          {_short(run.index)}", soft_wrap=True)
    first = folder / "notebooks" / "start_here.ipynb"
    out.print(f"  the first notebook   {_jupyter()} lab {first}", soft_wrap=True)
    out.print(f"  how things stand     {_beside('mentorkit')} status -w {folder}")
    context.exit(130 if run.stopped else 1 if run.failed else 0)


SHOWN = ("mentorships", "goals", "milestones", "sessions", "reflections", "decisions")


def _jupyter() -> str:
    return _beside("jupyter")


def _beside(name: str) -> str:
    """Return a command of this environment as it would be typed here."""
    path = Path(sys.executable).parent / name
    return _short(path) if path.exists() else name


def _short(place: Path | str) -> str:
    path, here = Path(place), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
