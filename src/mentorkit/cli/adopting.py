"""``mentorkit adopt``: answers that came back become records, after a look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    from mentorkit.workspace.adoption import Adoption


@click.command()
@click.argument("assignment")
@click.argument("learners", nargs=-1)
@click.option(
    "--mentorship",
    multiple=True,
    metavar="HANDLE",
    help="Which mentorship answers belong to, for learners who are in several;"
    " may be repeated.",
)
@click.option(
    "--about",
    multiple=True,
    metavar="LEARNER=WHAT",
    help="Whom or what a learner's answers are about, where they do not say it: whose"
    " work (a handle), a milestone's title or id, a session's day or id; may be"
    " repeated.",
)
@click.option("--yes", is_flag=True, help="Do not ask: you have looked already.")
@json_option
@workspace_options
@click.pass_context
def adopt(
    context: click.Context,
    assignment: str,
    learners: tuple[str, ...],
    mentorship: tuple[str, ...],
    about: tuple[str, ...],
    workspace: str | None,
    as_: str | None,
    *,
    yes: bool,
    as_json: bool,
) -> None:
    r"""Make the answers to ASSIGNMENT records: goals, reflections, actions and others.

    Shows first what would be added, and asks. Of each learner all is added or nothing;
    again, it adds nothing. `mentorkit undo` takes it back. Name LEARNERS to adopt
    theirs alone. With --json and without --yes it only shows. The exit code is 1 when
    somebody must look at something.

    \b
    Examples:
      mentorkit adopt week-1
      mentorkit adopt week-1 ada ben --yes
      mentorkit adopt goals --mentorship ada-grace
      mentorkit adopt peer-review --about ada=ben --about ben=ada
    """
    said = dict(map(_said, about))
    ws = opened(workspace, as_)
    done = ws.proposed(assignment, *learners, mentorship=mentorship, about=said)
    if not as_json:
        _tell(done)
    if done.ready and not (yes or as_json):
        click.confirm("Make these answers records?", abort=True)
        yes = True
    if done.ready and yes:
        done = ws.adopt(done)
        if not as_json:
            _tell_done(done)
    if as_json:
        print_json(as_data(done))
    context.exit(1 if done.needs_person else 0)


def _said(written: str) -> tuple[str, str]:
    """Return whose answers are about what, as it was written."""
    learner, sign, what = written.partition("=")
    if not (learner and sign and what):
        raise click.BadParameter(
            f"“{written}” does not say whose answers are about what: write"
            " LEARNER=WHAT, such as ada=ben.",
            param_hint="--about",
        )
    return learner, what


def as_data(done: Adoption) -> dict[str, Any]:
    """Return what becomes of answers as plain data."""
    return {
        "assignment": done.assignment,
        "change_set": done.change_set,
        "records": [each.as_dict() for each in done.outcomes],
        "problems": {
            learner: [problem.as_dict() for problem in problems]
            for learner, problems in done.problems.items()
        },
        "waiting": done.waiting,
    }


MARKS = {
    "new": "[green]+[/]",
    "changed": "[green]~[/]",
    "same": "[dim]=[/]",
    "left": "[yellow]![/]",
    "held": "[red]✗[/]",
}


def _tell(done: Adoption) -> None:
    """Print a line for each record, under its learner, and what is wrong."""
    out = console()
    for learner in done.files:
        home = done.homes.get(learner)
        out.print(f"[bold]{escaped(learner)}[/]{f' ({home})' if home else ''}")
        if why := done.waiting.get(learner):
            out.print("  [yellow]![/] ", end="")
            out.print(why, markup=False, soft_wrap=True)
        for each in done.of(learner):
            out.print(f"  {MARKS[each.state]} ", end="")
            out.print(each.line(), markup=False, soft_wrap=True)
        for problem in done.problems.get(learner, ()):
            out.print("  [red]✗[/] ", end="")
            out.print(str(problem), markup=False, soft_wrap=True)
    out.print(f"[bold]{done.told()}[/]", soft_wrap=True)


def _tell_done(done: Adoption) -> None:
    out = console()
    out.print(f"[green]✓[/] {done.told()}", soft_wrap=True)
    if done.change_set:
        out.print(f"  To take it back:  mentorkit undo {done.change_set}")
