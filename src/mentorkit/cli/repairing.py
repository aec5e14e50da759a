"""``mentorkit repair``: copies of notebooks in which nothing stops nbgrader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from mentorkit.cli.options import console, json_option, print_json


if TYPE_CHECKING:
    from mentorkit.assignments.mends import Done


class Repaired(NamedTuple):
    """One file: where it is, where its copy is if one was needed, and what was said.

    ``state`` is ``sound``, ``mended`` or ``refused``.
    """

    path: str
    state: str
    copy: Path | None
    done: tuple[Done, ...]
    why: str


MARKS = {
    "sound": "[green]✓[/]",
    "mended": "[yellow]+[/]",
    "refused": "[red]✗[/]",
}


@click.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--for-nbgrader",
    is_flag=True,
    help="Mend what stops nbgrader's autograde.",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder that mended copies go to; the notebooks stay as they are.",
)
@json_option
@click.pass_context
def repair(
    context: click.Context,
    sources: tuple[Path, ...],
    out: Path,
    *,
    for_nbgrader: bool,
    as_json: bool,
) -> None:
    r"""Write mended copies of the notebooks in SOURCES that would stop a batch.

    An answer that a learner pasted a second time stops nbgrader's autograde for
    everybody. In a mended copy every cell is still there, and nbgrader's mark stays with
    one of them. Notebooks in which nothing is wrong are not copied. The exit code is 1
    when one cannot be mended.

    \b
    Example:
      mentorkit repair --for-nbgrader submitted --out mended
      cp -rf mended/. submitted/
    """
    if not for_nbgrader:
        raise click.UsageError("Say for what they are to be mended: --for-nbgrader.")
    told = []
    for each in _repaired(sources, out):
        told.append(each)
        if not as_json:
            words = each.why or " ".join(done.told() for done in each.done)
            line = "  ".join(filter(None, (each.path, words)))
            console().print(MARKS[each.state], end=" ")
            console().print(line, markup=False, soft_wrap=True)
    if as_json:
        print_json({"files": [_as_data(each) for each in told]})
    else:
        _summary(told, out)
    context.exit(1 if any(each.state == "refused" for each in told) else 0)


def _repaired(sources: tuple[Path, ...], out: Path) -> Iterator[Repaired]:
    """Give what became of each notebook, one after the other."""
    from mentorkit.assignments.arriving import notebooks_in, shown
    from mentorkit.assignments.mending import mended
    from mentorkit.assignments.opening import read_plain
    from mentorkit.assignments.remarks import Refused

    for path, place in notebooks_in(sources):
        shown_as = shown(str(path))
        try:
            data, _ = read_plain(str(path))
            found = mended(data)
        except Refused as refused:
            yield Repaired(shown_as, "refused", None, (), refused.noted.told())
            continue
        target = out / place
        if not found.done:
            yield Repaired(shown_as, "sound", None, (), "")
        elif why := _not_written(target, found.text):
            yield Repaired(shown_as, "refused", None, found.done, why)
        else:
            yield Repaired(shown_as, "mended", target, found.done, "")


def _not_written(target: Path, text: str) -> str:
    """Write a copy, never over another file; return why it could not be written."""
    from mentorkit.assignments.arriving import shown
    from mentorkit.review.places import write_whole

    name = shown(str(target))
    try:
        there = target.read_bytes() if target.exists() else None
        if there is None:
            write_whole(target, text)
        elif there != text.encode():
            return (
                f"{name} is there already and differs; it was left as it was. Name"
                " another folder with --out."
            )
    except OSError as error:
        return f"{name} cannot be written: {error.strerror}."
    return ""


def _as_data(each: Repaired) -> dict[str, Any]:
    return {
        "path": each.path,
        "state": each.state,
        "copy": str(each.copy) if each.copy else None,
        "mended": [
            {
                "mend": str(done.mend.value),
                "about": done.detail,
                "sentence": done.told(),
            }
            for done in each.done
        ],
        "why": each.why or None,
    }


def _summary(told: list[Repaired], out: Path) -> None:
    states = Counter(each.state for each in told)
    noun = "notebook" if len(told) == 1 else "notebooks"
    words = [f"{len(told)} {noun}", f"{states['sound']} with nothing to mend"]
    words.append(f"{states['mended']} mended in {out}")
    if refused := states["refused"]:
        words.append(f"{refused} that could not be mended")
    line = f"{'; '.join(words)}."
    console().print(line, markup=False, soft_wrap=True)
