"""What an import by a map did, or would do, in words and as data."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorkit.cli.options import console


if TYPE_CHECKING:
    from rich.console import Console

    from mentorkit.errors import Problem
    from mentorkit.store.transfer import Imported


def as_data(done: Imported) -> dict[str, Any]:
    """Return an import's outcome as plain data."""
    return {
        "counts": done.counts,
        "changes": [
            change
            | {
                "fields": {
                    name: {"before": before, "after": after}
                    for name, (before, after) in change["fields"].items()
                }
            }
            for change in done.changes
        ],
        "problems": [problem.as_dict() for problem in done.problems],
        "left_out": [problem.as_dict() for problem in done.left_out],
        "remarks": [remark.as_dict() for remark in done.remarks],
    }


def tell(done: Imported, path: Path, *, dry_run: bool, leaving_out: bool) -> None:
    """Print counts, changes, remarks and problems, in this order."""
    out = console()
    refused = bool(done.problems) and not leaving_out
    verb = "Would import" if dry_run else "Imported"
    mark = "[yellow]![/]" if done.problems else "[green]✓[/]"
    _print(out, f"{mark} {verb} ", f"{path}:")
    for table, counts in done.counts.items():
        told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
        _print(out, "", f"  {table}: {told}")
    if done.changes:
        _print(out, "\n[bold]Changed[/]")
        for change in done.changes:
            columns = ", ".join(change["fields"])
            _print(out, "", f"  {change['table']} {change['id']}: {columns}")
    _list(out, "Good to know", done.remarks)
    heading = "Left out" if leaving_out else "Problems"
    _list(out, heading, [*done.problems, *done.left_out])
    if refused:
        _print(
            out,
            "\nAs it is, nothing would be imported. Correct these rows, or leave them"
            " out with --leave-out-problems.",
        )


def _list(out: Console, heading: str, found: Iterable[Problem]) -> None:
    """Print problems or remarks, those of one file and one sentence together."""
    ordered = sorted(found, key=lambda p: (p.file or "", p.message, p.row or 0))
    if not ordered:
        return
    _print(out, f"\n[bold]{heading}[/]")
    for _, same in groupby(ordered, key=lambda p: (p.file, p.message, p.field)):
        several = list(same)
        if len(several) < 4:
            for problem in several:
                _print(out, "", f"  {problem}")
            continue
        rows = ", ".join(str(problem.row) for problem in several)
        first = several[0]
        column = f", {first.field}" if first.field else ""
        _print(out, "", f"  {first.file}, rows {rows}{column}: {first.message}")


def _print(out: Console, marked: str, plain: str = "") -> None:
    """Print words of ours, and then words of the files, in which no mark-up counts."""
    out.print(marked, end="" if plain else "\n", soft_wrap=True)
    if plain:
        out.print(plain, markup=False, soft_wrap=True)
