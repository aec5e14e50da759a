"""The whole round: templates go out, are filled in, and come back as they were filled in."""

import json
import os

import pytest

from mentorkit.assignments import manifest
from mentorkit.assignments.library import listed
from mentorkit.assignments.prompt import Kind


TYPED = "Told **by hand**: <b>é</b>, سلام | 成\n\nand more."


def filled(prompt):
    """Return an answer's cell as somebody leaves it, and the values that it means."""
    if prompt.kind is Kind.TEXT:
        return TYPED, {(0, "text", TYPED)}
    if prompt.kind is Kind.DATE:
        return "2026-10-05", {(0, "date", "2026-10-05")}
    if prompt.kind is Kind.TABLE:
        lines = prompt.starter.splitlines()
        head = next(n for n, line in enumerate(lines) if line.startswith("|"))
        cells = [f"{column.name} {n}" for n, column in enumerate(prompt.columns)]
        row = f"| {' | '.join(cells)} |"
        found = {
            (0, column.name, cell)
            for column, cell in zip(prompt.columns, cells, strict=True)
        }
        return "\n".join([*lines[: head + 2], row, *lines[head + 3 :]]), found
    ticked = prompt.options[-1]
    if prompt.kind is Kind.MULTIPLE:
        both = (prompt.options[0], prompt.options[-1])
        cell = prompt.starter
        for option in both:
            cell = cell.replace(f"- [ ] {option.label}", f"- [x] {option.label}")
        values = {(n, "multiple", option.value) for n, option in enumerate(both)}
        return cell, values
    cell = prompt.starter.replace(f"- [ ] {ticked.label}", f"- [x] {ticked.label}")
    return cell, {(0, str(prompt.kind), ticked.value)}


def fill_in(path, prompts):
    """Fill a copy in as an editor would; return the values that it means."""
    notebook, meant = json.loads(path.read_text("utf-8")), set()
    answers = {prompt.id: filled(prompt) for prompt in prompts}
    for cell in notebook["cells"]:
        if cell["id"] in answers:
            source, values = answers[cell["id"]]
            assert cell["source"] != source
            cell["source"] = source
            meant |= {(cell["id"], *value) for value in values}
    path.write_text(json.dumps(notebook, indent=1), "utf-8")
    os.utime(path, (1_790_000_000, 1_790_000_000))
    return meant


@pytest.mark.file
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_template_comes_back_as_it_was_filled_in(workspace, language):
    meant = {}
    templates = sorted({name for name, _, _ in listed()})
    assert len(templates) == 13
    for template in templates:
        done = workspace.assign(template, to=["ada"], name=template, language=language)
        prompts = manifest.read(done.manifest).template.prompts
        meant[template] = fill_in(next(done.folder.iterdir()), prompts)

    collected = workspace.collect(workspace.folder / "assignments")

    assert not collected.needs_person, collected.report()
    answers = collected.answers()
    for template, values in meant.items():
        rows = answers[answers["assignment"] == template]
        columns = rows[["prompt", "row_number", "part", "value"]]
        assert set(columns.itertuples(index=False, name=None)) == values
