"""Every form there is, from the models' list, and valid answers for each.

What a control may hold is guessed from its description; the form, opened on a copy of the
program and asked without a browser, refuses what does not fit, until it keeps a row.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import mentorkit as mk
from mentorkit.models import RECORDS
from mentorkit.workspace.sheets import SHEETS


MENTORSHIP = "amara-ingrid"

SHEET = "as-unanswered"

GIVEN = {
    "response": {"assessment_id": SHEET, "item_id": "mentoring-skills.asking"},
    "assessment": {"instrument": "mentoring-skills"},
}
"""What has to be said to open some of the forms."""

PLANTED = "quoin"

WORDS = f"x {PLANTED}<b>打"
"""Begins with a notebook's shortcut, looks like HTML, and is found again anywhere."""

TEXTS = (WORDS, "dd-x", "x@b.org", "https://b.org", "Europe/Paris", "es", "")


@dataclass
class Sample:
    """A form, what it is to be filled in with, and what its table keeps of that.

    ``slips`` are names of controls, in their order, and what each is to hold at first,
    which is refused.
    """

    noun: str
    given: dict[str, Any]
    answers: dict[str, Any]
    rows: dict[str, list[dict[str, Any]]]
    slips: dict[str, str]

    @property
    def cell(self):
        return f"ws.form({self.noun!r}, **{self.given!r})"


def prepare(ws):
    """Add to a copy of the demo program what some of the forms are about."""
    for name in ("mentoring-skills", "session-pulse"):
        ws.add_instrument(name)
    ws.add(
        mk.Assessment(
            assessment_id=SHEET,
            mentorship_id=MENTORSHIP,
            instrument="mentoring-skills",
            wave="pulse",
        )
    )


def _has_form(record):
    return not record.automatic and record.noun not in SHEETS


def every_form():
    """Give what ``ws.form`` takes to open the form of every record, and every sheet."""
    nouns = [record.noun for record in RECORDS if _has_form(record)]
    for noun in (*nouns, *SHEETS):
        yield noun, {"mentorship": MENTORSHIP, **GIVEN.get(noun, {})}
    yield "assessment", {"mentorship": MENTORSHIP, "instrument": "session-pulse"}


def samples_of(ws, *, whole):
    """Return a sample of every form; each kind of control is got wrong in one of them.

    The ``whole`` form is filled in, or what it cannot do without and a control of each
    kind.
    """
    found, wrong = [], set()
    for noun, given in every_form():
        form = ws.form(noun, **given)
        opened = form.answer({"kind": "open", "seq": "1"})
        before = ws.store.everything()
        answers = answers_of(form, opened, whole=whole)
        rows = added(before, ws.store.everything())
        ws.undo()
        slips = {}
        for control in controls_of(opened):
            held = refused(control, opened["values"])
            if control["control"] not in wrong and held is not None:
                wrong.add(control["control"])
                slips[control["name"]] = held
        found.append(Sample(noun, given, answers, rows, slips))
    return found


def controls_of(opened):
    return [field for group in opened["spec"]["groups"] for field in group["fields"]]


def answers_of(form, opened, *, whole):
    """Fill a form in and save it; return what its controls held then.

    They are given something that they did not hold before where there is a choice.
    """
    chosen = {control["control"]: control for control in reversed(controls_of(opened))}
    guesses = {
        control["name"]: guessed(control, opened["values"][control["name"]])
        for control in controls_of(opened)
        if whole or control["required"] or control in chosen.values()
    }
    named = {control["name"]: control for control in controls_of(opened)}
    tried = {}
    for _ in range(200):
        values = {name: several[0] for name, several in guesses.items()}
        told = form.answer(
            {
                "kind": "save",
                "seq": "2",
                "id": opened["id"],
                "base": opened["version"],
                "values": opened["values"] | values,
                "why": WORDS,
            }
        )
        if told["kind"] == "saved":
            return values
        assert told["kind"] == "invalid", told["message"]
        for problem in told["problems"]:
            name = problem["field"]
            if name not in guesses:
                guesses[name] = guessed(named[name], opened["values"][name])
            guess_again(guesses, name, tried)
    raise AssertionError(f"found no valid answers: {told}")


def guess_again(guesses, name, tried):
    """Go on to the next guess of a field, and of the others once all were refused."""
    tried[name] = tried.get(name, 0) + 1
    others = guesses if tried[name] % len(guesses[name]) == 0 else [name]
    for each in others:
        guesses[each].append(guesses[each].pop(0))


def guessed(control, held):
    """Return what a control may hold, the likeliest first."""
    kind = control["control"]
    if kind in ("select", "radios"):
        words = [option["value"] for option in control["options"]]
        return sorted(words, key=lambda word: (word == "", word == held))
    if kind == "lines":
        return [json.dumps([line(control, 1), line(control, 2)])]
    return {
        "text": [*TEXTS],
        "textarea": [f"{WORDS}\nb", ""],
        "number": ["3", "4", "2", "1", "5", "2.5", "60", ""],
        "checkbox": [not held, held],
        "date": ["2026-10-07", "2026-11-05", ""],
        "datetime-local": ["2026-10-07T10:30", "2026-11-05T10:30"],
    }[kind]


def line(control, number):
    """Return one line of a text that is made of lines."""
    return {column["name"]: cell(column, number) for column in control["columns"]}


def cell(column, number):
    if column["control"] == "select":
        return column["options"][number]["value"]
    known = {"number": f"{5 * number}", "date": "2026-11-05"}
    return known.get(column["control"], f"{WORDS} {number}")


def refused(control, values):
    """Return what a control may hold that is refused, or None where nothing is.

    Half of a day is two of its three numbers.
    """
    kind, held = control["control"], values[control["name"]]
    if kind == "number":
        return "lots"
    if kind == "lines" and control["total"]:
        return json.dumps([{**line(control, 1), control["total"]["column"]: "soon"}])
    if kind == "date" and not held:
        return "0102"
    return "" if control["required"] and not held else None


def added(before, after):
    """Return the rows that are new, by table, but for their own ids."""
    found = {}
    for table, rows in after.items():
        key = mk.models.record_of(table).key()
        there = {*before[table].columns[key]}
        if new := [row for row in rows if row[key] not in there]:
            found[table] = (key, new)
    own = {row[key] for key, new in found.values() for row in new}
    return {
        table: [{n: v for n, v in row.items() if v not in own} for row in new]
        for table, (_, new) in found.items()
    }
