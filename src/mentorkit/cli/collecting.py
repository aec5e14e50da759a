"""``mentorkit collect``: what came back of an assignment, as rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.options import (
    console,
    json_option,
    opened,
    print_json,
    workspace_options,
)


if TYPE_CHECKING:
    from rich.console import Console

    from mentorkit.workspace.collected import Collected


MARKS = {
    "note": "[green]✓[/]",
    "person": "[yellow]![/]",
    "refused": "[red]✗[/]",
}


@click.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--assignment",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The assignment.json that was made when it was assigned, or its folder;"
    " by default all in the workspace's assignments folder.",
)
@click.option(
    "--accept",
    multiple=True,
    metavar="LEARNER",
    help="You have looked at what this learner handed in, and take it as it is;"
    " may be repeated.",
)
@json_option
@workspace_options
@click.pass_context
def collect(
    context: click.Context,
    sources: tuple[Path, ...],
    assignment: Path | None,
    accept: tuple[str, ...],
    workspace: str | None,
    as_: str | None,
    *,
    as_json: bool,
) -> None:
    r"""Read the notebooks in SOURCES that came back, and keep every answer.

    SOURCES are folders, zip archives or notebooks, as Moodle, Canvas, GitHub Classroom,
    nbgrader's exchange or e-mail left them. Nothing in them is run, and they stay as
    they are. Collecting them again adds nothing. The exit code is 1 when somebody must
    look at a file.

    \b
    Examples:
      mentorkit collect inbox
      mentorkit collect moodle.zip canvas.zip --assignment week-1/assignment.json
      mentorkit collect inbox --accept ben
      mentorkit collect inbox --json
    """
    ws = opened(workspace, as_)
    done = ws.collect(*sources, assignment=assignment)
    if accept and ws.accept(*accept, why="mentorkit collect --accept"):
        done = ws.collect(*sources, assignment=assignment)
    if as_json:
        print_json(as_data(done, ws.language))
    else:
        _tell(console(), done, ws.language)
    context.exit(1 if done.needs_person else 0)


def as_data(done: Collected, language: str) -> dict[str, Any]:
    """Return what was collected as plain data."""
    files = [
        {
            "path": each.path,
            "assignment": each.assignment or None,
            "learner": each.learner or None,
            "state": each.weight.value,
            "counts": done.counts(each),
            "answered": each.answered,
            "asked": each.asked,
            "late": each.late,
            "received_at": each.received_at.isoformat(),
            "received_by": each.received_by,
            "sender": each.sender or None,
            "fingerprint": each.fingerprint or None,
            "remarks": [
                {
                    "remark": noted.remark.value,
                    "about": noted.detail or None,
                    "state": noted.weight.value,
                    "sentence": noted.told(language),
                }
                for noted in each.noted
            ],
        }
        for each in done.hand_ins
    ]
    return {
        "files": files,
        "new": done.added,
        "missing": done.missing,
        "others": done.others,
    }


def _tell(out: Console, done: Collected, language: str) -> None:
    """Print a line a file, and what it comes to."""
    from mentorkit.workspace.collected import sentences

    for each in done.hand_ins:
        weight = each.weight.value if done.waits(each) else "note"
        out.print(MARKS[weight], end=" ")
        whose = f"{each.learner} {each.answered}/{each.asked}" if each.learner else ""
        newer = "" if done.counts(each) else "Another one counts."
        told = " ".join(filter(None, (newer, sentences(each, language))))
        line = "  ".join(filter(None, (each.path, whose, told)))
        out.print(line, markup=False, soft_wrap=True)
    _summary(out, done)


def _summary(out: Console, done: Collected) -> None:
    counting = [
        each
        for each in done.hand_ins
        if each.learner and each.weight.value != "refused" and done.counts(each)
    ]
    told = [
        f"{_files(len(done.hand_ins))}, {done.added} new",
        f"{len(counting)} of them count",
        f"{sum(each.late for each in counting)} late",
        f"{len(done.for_person)} for a person to look at",
    ]
    out.print(f"[bold]{'; '.join(told)}.[/]", soft_wrap=True)
    for name, learners in done.missing.items():
        if learners:
            shown = ", ".join(learners[:20])
            more = f" and {len(learners) - 20} more" if len(learners) > 20 else ""
            line = f"Nothing yet for {name} from {len(learners)}: {shown}{more}."
            out.print(line, markup=False, soft_wrap=True)
    if done.others:
        line = f"Left alone, since no notebook: {_files(len(done.others))}, such as"
        out.print(f"{line} {done.others[0]}.", markup=False, soft_wrap=True)


def _files(count: int) -> str:
    return f"{count} file" if count == 1 else f"{count} files"
