"""``mentorkit feedback``: answers go back with what was said to them."""

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
    from mentorkit.workspace.feedback import Returned


@click.command()
@click.argument("assignment")
@click.argument("learners", nargs=-1)
@click.option(
    "--from",
    "comments",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What you say, to be kept first: a CSV file or a workbook with the columns"
    " learner, prompt (empty for the whole), comment and level.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where the learners' folders go; assignments/ASSIGNMENT/feedback by default.",
)
@json_option
@workspace_options
def feedback(
    assignment: str,
    learners: tuple[str, ...],
    comments: Path | None,
    out: Path | None,
    workspace: str | None,
    as_: str | None,
    *,
    as_json: bool,
) -> None:
    r"""Give the answers to ASSIGNMENT back with what was said to them.

    A folder for each learner, with a page and a fresh notebook: their answers quoted as
    text, and the comments. What they handed in is not touched, and the same command
    again writes the same bytes. Comments may be written in a notebook as well:
    ws.comment("ASSIGNMENT", "LEARNER").

    \b
    Examples:
      mentorkit feedback week-1 --from comments.csv --out to-return
      mentorkit feedback week-1 ada ben
    """
    ws = opened(workspace, as_)
    done = ws.feedback(assignment, *learners, comments=comments, out=out)
    if as_json:
        given = done.frame().to_dict("records")
        told = {"assignment": done.assignment, "change_set": done.change_set}
        print_json({**told, "learners": given, "waiting": done.waiting})
    else:
        _tell(done)


def _tell(done: Returned) -> None:
    out = console()
    count = len(done.given)
    noun = "learner" if count == 1 else "learners"
    out.print(f"[green]✓[/] {escaped(done.assignment)}: feedback for {count} {noun}.")
    for each in done.given:
        if each.state == "begun":
            line = f"  Begun, and left as it is: {each.notebook}"
            out.print(line, markup=False, soft_wrap=True)
    if done.waiting:
        names = ", ".join(done.waiting)
        line = f"  Nothing was said yet to {len(done.waiting)} who answered: {names}."
        out.print(line, markup=False, soft_wrap=True)
    if done.change_set:
        line = f"  The comments are kept. To take them back:  mentorkit undo {done.change_set}"
        out.print(line, markup=False, soft_wrap=True)
    if count:
        out.print(f"  To give back:  {done.folder}", markup=False, soft_wrap=True)
