"""``mentorkit templates`` and ``new``: the library, one's own templates, blank copies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mentorkit.cli.options import (
    console,
    escaped,
    json_option,
    print_json,
)


own_folder = click.option(
    "-w",
    "--workspace",
    metavar="PATH",
    help="The workspace whose own templates count; the nearest one upward from here.",
)


@click.group(invoke_without_command=True)
@json_option
@own_folder
@click.pass_context
def templates(context: click.Context, workspace: str | None, *, as_json: bool) -> None:
    r"""List the templates, check one of your own, or make its notebook.

    \b
    Examples:
      mentorkit templates
      mentorkit templates check mine.md
      mentorkit templates build mine.md --out templates
    """
    if context.invoked_subcommand is not None:
        return
    rows = list(_listed(_own(workspace)))
    if as_json:
        print_json(rows)
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("template", "version", "languages", "questions", "title"):
        table.add_column(heading, justify="right" if heading == "questions" else "left")
    for row in rows:
        told = ", ".join(row["languages"])
        count = str(row["questions"])
        table.add_row(row["name"], row["version"], told, count, escaped(row["title"]))
    out = console()
    out.print(table)
    out.print("\nA blank copy:  mentorkit new TEMPLATE")


def _listed(folders: list[Path]) -> Iterator[dict[str, Any]]:
    """Give a row for each template, as its first language tells it."""
    from mentorkit.assignments import library
    from mentorkit.errors import InvalidTemplate

    found: dict[str, dict[str, Path]] = {}
    for name, language, file in library.listed(folders):
        found.setdefault(name, {})[language] = file
    for name, files in found.items():
        file = files.get("en") or next(iter(files.values()))
        row: dict[str, Any] = {"name": name, "languages": sorted(files)}
        try:
            template = library.read_template(file).template
        except InvalidTemplate:
            title = f"cannot be used: mentorkit templates check {file}"
            yield row | {"version": "", "questions": 0, "title": title}
            continue
        count = len(template.prompts)
        title = template.title
        yield row | {"version": template.version, "questions": count, "title": title}


def _own(workspace: str | None) -> list[Path]:
    """Return the folder of the workspace's own templates, where there is one."""
    from mentorkit.errors import WorkspaceError
    from mentorkit.workspace.settings import find

    try:
        return [find(workspace).folder / "templates"]
    except WorkspaceError:
        if workspace is not None:
            raise
        return []


@templates.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    help="The template as it went out: is the version right after what has changed?",
)
@json_option
@click.pass_context
def check_templates(
    context: click.Context,
    files: tuple[Path, ...],
    since: Path | None,
    *,
    as_json: bool,
) -> None:
    r"""Say what is wrong with templates of your own: sources or notebooks.

    \b
    Examples:
      mentorkit templates check mine.md
      mentorkit templates check mine.md --since templates/mine.ipynb
    """
    from mentorkit.assignments import library
    from mentorkit.assignments.versions import flaws_since
    from mentorkit.errors import InvalidTemplate, Problem

    before = library.read_template(since).template if since else None
    problems: list[Problem] = []
    for file in files:
        try:
            template = library.read_template(file).template
        except InvalidTemplate as error:
            problems += error.problems
            continue
        if flaws := list(flaws_since(before, template)) if before else []:
            problems += [Problem(flaw, file=file.name) for flaw in flaws]
            continue
        if not as_json:
            count = len(template.prompts)
            told = f"{template.name} {template.version} ({template.language})"
            noun = "question" if count == 1 else "questions"
            line = f"[green]✓[/] {escaped(str(file))}: {told}, {count} {noun}"
            console().print(line, soft_wrap=True)
    if as_json:
        print_json({"problems": [problem.as_dict() for problem in problems]})
    else:
        for problem in problems:
            click.echo(str(problem))
    context.exit(1 if problems else 0)


@templates.command("build")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The folder of templates that the notebooks go to; this one by default.",
)
def build_templates(files: tuple[Path, ...], out: Path) -> None:
    r"""Make the notebooks of sources: NAME.ipynb, in a folder es for Spanish.

    \b
    Example:
      mentorkit templates build mine.md --out templates
    """
    from mentorkit.assignments import library
    from mentorkit.assignments.compiling import as_text
    from mentorkit.review.places import write_whole

    for compiled in [library.read_template(file) for file in files]:
        target = library.place_of(compiled.template, out)
        text = as_text(compiled.notebook)
        if _is_made_of(target, compiled.template.name):
            write_whole(target, text)
        else:
            _write_new(target, text)
        console().print(f"[green]✓[/] {escaped(str(target))}", soft_wrap=True)


@click.command()
@click.argument("template")
@click.option("--language", metavar="TAG", default="en", help="Such as es; en if not.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The file to write, or its folder; this folder by default.",
)
@click.option(
    "--for-nbgrader",
    type=click.Choice(["answers", "tasks"]),
    help="Make it for the source folder of an nbgrader course: its answers are graded,"
    " or its questions as tasks.",
)
@click.option(
    "--forms",
    is_flag=True,
    help="Let answers be given in forms, where mentorkit is installed.",
)
@own_folder
def new(
    template: str,
    language: str,
    out: Path,
    for_nbgrader: str | None,
    workspace: str | None,
    *,
    forms: bool,
) -> None:
    r"""Make a blank copy of TEMPLATE, never over a file that is there.

    \b
    Examples:
      mentorkit new reflection
      mentorkit new goals --language es --out my-goals.ipynb
      mentorkit new rubric --for-nbgrader answers --out source/week1/
      mentorkit new action-items --forms
    """
    from dataclasses import replace

    from mentorkit.assignments import library
    from mentorkit.assignments.compiling import as_text
    from mentorkit.assignments.nbgrader import Grading, for_course
    from mentorkit.assignments.with_forms import with_forms

    if forms and for_nbgrader:
        raise click.UsageError(
            "--forms and --for-nbgrader do not go together: nbgrader would run the"
            " forms' cells, and clear what was answered in them. Leave one out."
        )
    file = library.find(template, language, _own(workspace))
    compiled = library.read_template(file)
    if for_nbgrader:
        notebook = for_course(compiled, Grading(for_nbgrader))
        compiled = replace(compiled, notebook=notebook)
    if forms:
        compiled = with_forms(compiled)
    target = out if out.suffix == library.NOTEBOOK else out / f"{file.stem}.ipynb"
    _write_new(target, as_text(compiled.notebook))
    console().print(f"[green]✓[/] {escaped(str(target))}", soft_wrap=True)


def _write_new(target: Path, text: str) -> None:
    """Write a file, never over one that is there."""
    from mentorkit.errors import AssignmentError

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise AssignmentError(
            f"{target} is there already, and was left as it was. Name another place"
            " with --out."
        ) from None
    except OSError as error:
        raise AssignmentError(
            f"{target} cannot be written: {error.strerror}."
        ) from None


def _is_made_of(target: Path, name: str) -> bool:
    """Return whether a file is the notebook of a template of a name."""
    from mentorkit.assignments.library import read_template
    from mentorkit.errors import MentorkitError

    try:
        return read_template(target).template.name == name
    except MentorkitError:
        return False
