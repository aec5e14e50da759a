"""Copies of templates that are answered as a learner would, and handed in."""

import itertools
import json
import os

from mentorkit.assignments import manifest


DAY = 1_786_300_000  # 9 August 2026
TIMES = itertools.count(DAY, 100)


def cell_for(prompt, said):
    """Return an answer's cell: options that are ticked, rows of a table, or words."""
    if prompt.columns:
        head, rule, *_ = prompt.starter[prompt.starter.index("|") :].splitlines()
        rows = [f"| {' | '.join(row)} |" for row in said]
        return "\n".join([head, rule, *rows])
    if prompt.options and not str(said).startswith("!"):
        ticked = [said] if isinstance(said, str | int) else said
        cell = prompt.starter
        for value in ticked:
            (label,) = (o.label for o in prompt.options if o.value == str(value))
            cell = cell.replace(f"- [ ] {label}", f"- [x] {label}")
        return cell
    return said.removeprefix("!")


def hand_in(ws, assignment, learner, answers, inbox):
    """Answer a learner's copy and put it where it is collected; collect it."""
    kept = manifest.read(manifest.place_of(ws.folder, assignment))
    prompts = {prompt.id: prompt for prompt in kept.template.prompts}
    assert answers.keys() <= prompts.keys()
    (copy,) = (each for each in kept.copies if each.learner == learner)
    folder = ws.folder / "assignments" / assignment / "copies"
    notebook = json.loads((folder / copy.file).read_text("utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] in answers:
            said = answers[cell["id"]]
            cell["source"] = cell_for(prompts[cell["id"]], said)
    at = next(TIMES)
    file = inbox / str(at) / copy.file
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(notebook), "utf-8")
    os.utime(file, (at, at))
    return ws.collect(inbox)
