"""``mentorkit assign``: a personal copy of a template for each learner."""

from __future__ import annotations

from pathlib import Path
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
    from mentorkit.workspace.handing_out import Assigned


@click.command()
@click.argument("template")
@click.option(
    "--to",
    required=True,
    metavar="WHOM",
    help="A program's handle, a cohort or a person, or a file such as roster.csv with a"
    " column handle, name or e-mail.",
)
@click.option(
    "--due",
    metavar="MOMENT",
    help="When it is due, by the program's clocks, such as 2026-10-16T23:59.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Where the copies go.")
@click.option("--name", help="What it is called; the template and its day by default.")
@click.option("--language", metavar="TAG", help="The template's language, such as es.")
@click.option(
    "--role",
    default="mentee",
    show_default=True,
    help="As what people take part, where a program or a cohort is named.",
)
@click.option(
    "--add-people",
    is_flag=True,
    help="Add those of a file who are not in the workspace.",
)
@click.option(
    "--forms",
    is_flag=True,
    help="Let answers be given in forms, which stay in the notebook's file; for learners"
    " who have mentorkit.",
)
@json_option
@workspace_options
def assign(
    template: str,
    to: str,
    due: str | None,
    out: Path | None,
    name: str | None,
    language: str | None,
    role: str,
    workspace: str | None,
    as_: str | None,
    *,
    add_people: bool,
    forms: bool,
    as_json: bool,
) -> None:
    r"""Make a personal copy of TEMPLATE for each learner.

    The same command again adds copies for new learners and leaves alone what somebody
    has begun. What is kept of it (assignments/NAME/assignment.json in the workspace) is
    yours: it is not handed out.

    \b
    Examples:
      mentorkit assign reflection --to roster.csv --due 2026-10-16T23:59 --out to-send
      mentorkit assign intake --to autumn-2026 --language es
      mentorkit assign goals --to autumn-2026 --forms
      mentorkit assign mine.md --to ada --name trial
    """
    ws = opened(workspace, as_)
    done = ws.assign(
        template,
        to=to,
        due=due,
        name=name,
        language=language,
        out=out,
        role=role,
        add_people=add_people,
        forms=forms,
    )
    if as_json:
        print_json(_as_data(done))
    else:
        _tell(done)


def _as_data(done: Assigned) -> dict[str, Any]:
    return {
        "assignment": done.assignment,
        "template": done.template.name,
        "version": done.template.version,
        "language": done.template.language,
        "due": done.due.isoformat() if done.due else None,
        "folder": str(done.folder),
        "manifest": str(done.manifest),
        "strangers": list(done.strangers),
        "copies": done.frame().to_dict("records"),
    }


TOLD = {
    "new": "written",
    "same": "there already, as they went out",
    "renewed": "written anew; nobody had begun them",
    "begun": "begun, and left as they are",
    "kept": "of learners who are not on the roster any more, and left as they are",
}


def _tell(done: Assigned) -> None:
    from mentorkit.i18n import moment_text

    out = console()
    states = [str(each.state) for each in done.outcomes]
    due = f", due {moment_text(done.due)} ({done.due.tzinfo})" if done.due else ""
    out.print(f"[green]✓[/] {done.assignment}{due}:")
    for state, words in TOLD.items():
        if count := states.count(state):
            out.print(f"  {count} {words}")
    for each in done.outcomes:
        if each.state in {"begun", "kept"}:
            out.print(f"    {escaped(each.file)}", soft_wrap=True)
    if done.strangers:
        names = ", ".join(done.strangers)
        out.print(
            f"  Not in this workspace yet, so what they hand in could not be kept:"
            f" {names}. Add them: the same with --add-people.",
            soft_wrap=True,
        )
    out.print(f"  To hand out:  {escaped(str(done.folder))}", soft_wrap=True)
    out.print(f"  To keep:      {escaped(str(done.manifest))}", soft_wrap=True)
