"""Answers that forms leave in a notebook: what was given is what is collected."""

import ast
import datetime as dt
import json
import os

import hypothesis.strategies as some
import pytest
from hypothesis import given
from mistune import create_markdown

import mentorkit as mk
from attacks import ATTACKS
from handed_out import (
    TEMPLATE,
    as_bytes,
    cell_of,
    manifest,
    notebook,
    values_of,
    words_of,
)
from mentorkit.assignments import answer_forms
from mentorkit.assignments.answer_forms import Keeping
from mentorkit.assignments.compiled import Compiled
from mentorkit.assignments.compiling import as_text, compiled
from mentorkit.assignments.controls import from_control, to_control
from mentorkit.assignments.given import (
    Asked,
    Given,
    bundle,
    form_source,
    read_given,
)
from mentorkit.assignments.library import find, read_template
from mentorkit.assignments.source import read_source
from mentorkit.assignments.submission import Arrival, Assignments
from mentorkit.assignments.with_forms import with_forms
from mentorkit.errors import AssignmentError


IN_TIME = dt.datetime(2026, 10, 10, tzinfo=dt.UTC)

ASKED = {
    prompt.id: Asked(
        prompt.title,
        prompt.kind,
        {option.value: option.label for option in prompt.options},
        {column.name: column.label for column in prompt.columns},
    )
    for prompt in TEMPLATE.prompts
}
TEXTS = some.text(max_size=60).map(lambda text: text.replace("\0", ""))
CELLS = some.dictionaries(some.sampled_from(["goal", "due_on"]), TEXTS)
DAYS = some.dates(dt.date(1000, 1, 1)).map(dt.date.isoformat)
TYPED = {
    "week": TEXTS,
    "mood": some.sampled_from(["", *ASKED["mood"].options]),
    "helps": some.sets(some.sampled_from([*ASKED["helps"].options])),
    "sure": some.sampled_from(["", *ASKED["sure"].options]),
    "goals": some.lists(CELLS, max_size=4),
    "until": some.just("") | DAYS,
}


def left(outputs):
    """Return Ada's copy with forms, with what they left in the outputs of their cells."""
    data = notebook(answers={})
    for prompt in ASKED:
        cell = cell_of(data, prompt)
        del cell["metadata"]["nbgrader"]
        cell |= {"cell_type": "code", "source": form_source(prompt)}
        cell |= {"execution_count": 1, "outputs": []}
        if prompt in outputs:
            told = {"output_type": "display_data", "metadata": {}}
            cell["outputs"].append(told | {"data": outputs[prompt]})
    return data


def collected(data):
    arrival = Arrival("week-1--ada.ipynb", as_bytes(data), IN_TIME, "file")
    return Assignments([manifest("ada")]).read(arrival)


def shown(prompt, value, turn=1):
    return bundle(prompt, ASKED[prompt], Given(value, turn), "en")


def held_by_control(typed):
    """Return what a control holds where this was typed."""
    if isinstance(typed, str):
        return typed
    return json.dumps(sorted(typed) if isinstance(typed, set) else typed)


def meant(prompt, typed):
    """Return the values of somebody who types this into a form."""
    if prompt == "goals":
        cells = [{name: cell.strip() for name, cell in row.items()} for row in typed]
        rows = [row for row in cells if any(row.values())]
        return {
            (prompt, number, name, cell)
            for number, row in enumerate(rows)
            for name, cell in row.items()
            if cell
        }
    if prompt == "helps":
        ticked = [value for value in ASKED[prompt].options if value in typed]
        return {(prompt, n, "multiple", value) for n, value in enumerate(ticked)}
    kind = str(ASKED[prompt].kind)
    return {(prompt, 0, kind, typed.strip())} if typed.strip() else set()


@given(some.fixed_dictionaries(TYPED))
def test_what_is_given_in_forms_is_exactly_what_is_collected(typed):
    outputs = {}
    for prompt, said in typed.items():
        value = from_control(ASKED[prompt], held_by_control(said), "en")
        outputs[prompt] = shown(prompt, value)
        again = from_control(ASKED[prompt], to_control(ASKED[prompt], value), "en")
        assert again == value

    found = collected(left(outputs))

    assert values_of(found) == set().union(*map(meant, typed, typed.values()))
    assert {each.via for each in found.answers} <= {"widget"}
    assert {each.copy for each in found.answers} <= {0}
    assert not found.noted


def test_a_text_is_collected_whole_although_it_reads_like_what_stood_there_before():
    told = "*Write here.*\nYOUR ANSWER HERE\n- [x] Stuck"

    found = collected(left({"week": shown("week", told)}))

    assert values_of(found) == {("week", 0, "text", told)}


def test_an_option_is_what_is_stored_and_not_another_whose_label_is_like_it():
    source = """---
name: odd
version: 1.0.0
language: en
---
# Odd

## Which? {#which kind=choice}

- a = b
- b = a
"""
    prompt = compiled(read_source(source, "odd.md")).template.prompts[0]

    assert read_given(prompt, "a").rows == [(0, "choice", "a")]


def test_forms_that_nobody_answered_answer_nothing():
    found = collected(left({}))

    assert (found.answers, found.answered, found.noted) == ([], 0, [])


def test_a_form_that_was_pasted_moved_or_lost_its_marks_is_no_answer_itself():
    data = left({"week": shown("week", "By the form.")})
    form = cell_of(data, "week")
    lost = form | {"id": "lost", "metadata": {}}
    pasted = form | {"id": "7f0c6a2e"}
    markdown = lost | {"id": "other", "cell_type": "markdown"}
    data["cells"] = [pasted, *data["cells"], lost, markdown]

    found = collected(data)

    assert values_of(found) == {("week", 0, "text", "By the form.")}
    assert {each.copy for each in found.answers} == {0}


def test_what_is_written_below_a_form_that_does_not_open_is_the_answer():
    data = left({})
    at = data["cells"].index(cell_of(data, "week")) + 1
    written = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": "Mine."}
    data["cells"].insert(at, written)

    found = collected(data)

    assert values_of(found) == {("week", 0, "text", "Mine.")}
    assert words_of(found) == {"matched-by-position:week"}


def test_answers_of_a_form_and_its_pasted_copy_are_both_for_a_person_to_see():
    data = left({"week": shown("week", "First.")})
    pasted = json.loads(json.dumps(cell_of(data, "week"))) | {"id": "7f0c6a2e"}
    pasted["outputs"][0]["data"] = shown("week", "Second.", turn=2)
    data["cells"].append(pasted)

    found = collected(data)

    assert values_of(found) == {("week", 0, "text", "First.")}
    assert values_of(found, copy=1) == {("week", 0, "text", "Second.")}
    assert words_of(found) == {"answer-duplicated:week"}


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_a_template_with_forms_asks_the_same_in_code_that_cannot_be_anything_else(
    language,
):
    plain = read_template(find("self-assessment", language))

    made = with_forms(plain)

    assert made.template == plain.template
    assert as_text(made.notebook) == as_text(with_forms(plain).notebook)
    assert "nbgrader" not in as_text(made.notebook)
    cells = {cell["id"]: cell for cell in made.notebook["cells"]}
    for prompt in plain.template.prompts:
        assert "".join(cells[prompt.id]["source"]) == f'answer("{prompt.id}")'
        ours = cells[prompt.id]["metadata"]["mentorkit"]
        assert (ours["prompt"], ours["role"]) == (prompt.id, "answer")
        question = cells[prompt.question_id]
        assert "".join(question["source"]) == prompt.question
    code = [cell for cell in made.notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["id"] for cell in code][1:] == [p.id for p in plain.template.prompts]
    assert all(cell["metadata"]["editable"] is False for cell in code)
    assert mk.answer_forms(asked_in(made), language)


def asked_in(made: Compiled):
    """Return what the first code cell says is asked, after a look at all that it does."""
    (cell,) = (each for each in made.notebook["cells"] if each["id"] == "forms")
    first, asked, last = ast.parse("".join(cell["source"])).body
    assert ast.unparse(first) == "import mentorkit as mk"
    language = made.template.language
    call = f"answer = mk.answer_forms(asked, language={language!r})"
    assert ast.unparse(last) == call
    return ast.literal_eval(asked.value)


def test_words_of_a_template_are_never_code():
    hostile = "'''\"\"\"\\'); import os #"
    source = f"""---
name: odd
version: 1.0.0
language: en
---
# Odd

## {hostile} {{#which kind=choice}}

- a = {hostile}
- b = {hostile} again
"""

    made = with_forms(compiled(read_source(source, "odd.md")))

    asked = asked_in(made)["which"]
    assert asked["title"] == hostile
    assert asked["options"] == {"a": hostile, "b": f"{hostile} again"}


@pytest.mark.parametrize("attack", [*ATTACKS, "~~~~\n<b>out</b>", "$$\\href{x}$$"])
def test_an_answer_stands_in_the_file_as_text_and_never_as_markup(attack):
    page = create_markdown(escape=False)(shown("week", attack)["text/markdown"])

    inner = page.removeprefix('<pre><code class="language-text">')
    assert inner != page
    assert inner.removesuffix("</code></pre>\n").count("<") == 0


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """Return a function that writes the notebook of this kernel, as Jupyter names it."""
    monkeypatch.setattr(answer_forms, "_GIVEN", {})
    path = tmp_path / "week-1--ada.ipynb"
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    times = iter(range(1_800_000_000, 1_900_000_000))

    def write(data, name=path.name):
        (tmp_path / name).write_bytes(as_bytes(data))
        os.utime(tmp_path / name, (at := next(times), at))
        return tmp_path / name

    return write


def opened(prompt="week", cell=""):
    return Keeping(prompt, ASKED[prompt], "en", cell or prompt)


def give(keeping, raw):
    held = keeping.held()
    return keeping.keep(raw, held.turn + 1, incomplete=False)


def restart(monkeypatch):
    monkeypatch.setattr(answer_forms, "_GIVEN", {})


@pytest.mark.parametrize(
    ("prompt", "value", "raw"),
    [
        ("week", "As\n\ntyped <b>", "As\n\ntyped <b>"),
        ("mood", "stuck", "stuck"),
        ("helps", ["practice", "reading"], '["reading", "practice"]'),
        ("sure", "4", "4"),
        ("goals", [{"due_on": "May"}], '[{"due_on": "May"}]'),
        ("until", "2026-10-05", "2026-10-05"),
    ],
)
def test_a_form_comes_back_with_what_the_file_holds(beside, prompt, value, raw):
    beside(left({prompt: shown(prompt, value, turn=3)}))

    held = opened(prompt).held()

    assert (held.raw, held.turn, held.saved, held.note) == (raw, 3, True, "")


def test_what_is_not_saved_yet_outlives_running_the_cell_again_and_is_told(beside):
    beside(left({"week": shown("week", "Saved.", turn=1)}))
    told = []
    keeping = opened()
    keeping.show = told.append

    assert give(keeping, "  Changed. ").saved is False
    assert told == [shown("week", "Changed.", turn=2)]
    assert (opened().held().raw, opened().held().saved) == ("Changed.", False)

    beside(left({"week": told[0]}))
    assert keeping.held().saved is True


def test_a_file_that_was_answered_elsewhere_meanwhile_counts_where_it_is_newer(
    beside, monkeypatch
):
    beside(left({}))
    give(opened(), "Here.")
    beside(left({"week": shown("week", "Elsewhere.", turn=2)}))

    assert opened().held().raw == "Elsewhere."

    restart(monkeypatch)
    assert opened().held().raw == "Elsewhere."


def test_an_answer_that_was_taken_out_stays_out(beside):
    beside(left({"week": shown("week", "Saved.")}))
    keeping = opened()

    assert give(keeping, " ").saved is False
    assert keeping.shown() == {"text/plain": ""}
    assert opened().held().raw == ""

    beside(left({"week": keeping.shown()}))
    assert opened().held().saved is True


def test_a_pasted_form_begins_with_its_originals_answer_and_then_has_its_own(
    beside, monkeypatch
):
    data = left({"week": shown("week", "Original.")})
    beside(data)
    held = opened(cell="7f0c6a2e").held()
    assert (held.raw, held.saved) == ("Original.", False)
    assert opened("until", cell="7f0c6a2e").held().saved is True

    pasted = json.loads(json.dumps(cell_of(data, "week"))) | {"id": "7f0c6a2e"}
    pasted["outputs"][0]["data"] = shown("week", "Pasted.")
    data["cells"].insert(0, pasted)
    beside(data)
    restart(monkeypatch)
    assert opened(cell="7f0c6a2e").held().raw == "Pasted."
    assert opened().held().raw == "Original."

    give(opened(cell="7f0c6a2e"), "Pasted again.")
    assert opened(cell="7f0c6a2e").held().raw == "Pasted again."
    assert opened().held().raw == "Original."
    give(opened(), "Original again.")
    assert opened(cell="new").held().raw in {"Original again.", "Pasted again."}


def test_a_notebook_that_was_renamed_is_found_unless_two_may_be_it(beside, monkeypatch):
    path = beside(left({"week": shown("week", "Mine.")}), "renamed.ipynb")
    beside(left({}) | {"cells": []}, "empty.ipynb")
    variables = {"assignment": "week-1", "learner": "ada"}
    monkeypatch.setattr(answer_forms, "this_variable", variables.get)
    other = left({"week": shown("week", "Of another week.")})
    other["metadata"]["mentorkit"]["assignment"] = "week-2"
    beside(other, "other.ipynb")
    assert opened().held().raw == "Mine."

    path.with_name("copy.ipynb").write_bytes(path.read_bytes())
    keeping = opened()
    held = keeping.held()
    assert (held.raw, held.saved) == ("", None)
    assert "do not save: load the page anew" in held.note
    assert keeping.shown() == {"text/plain": held.note}


@pytest.mark.parametrize("data", [b"", b"{", b'{"cells": 5}', b"\xff\xfe", b"[1]"])
def test_a_file_that_cannot_be_read_is_told_and_never_raised(beside, data):
    path = beside(left({}))
    path.write_bytes(data)

    held = opened().held()

    assert held.raw == ""
    assert held.note or held.saved is not None


@pytest.mark.parametrize(
    ("prompt", "value"),
    [
        *(("week", {"a": 1}), ("week", 5), ("week", ["a"]), ("until", "soon")),
        *(("mood", "gone"), ("mood", 5), ("mood", [["stuck"]]), ("sure", {"4": 4})),
        *(("helps", [{"a": 1}]), ("helps", "reading"), ("helps", ["gone"])),
        *(("goals", "text"), ("goals", [5]), ("goals", [{"other": "x"}])),
    ],
)
def test_an_answer_that_a_form_cannot_show_stays_as_it_is_and_is_told(
    beside, prompt, value
):
    beside(left({prompt: shown(prompt, value, turn=2)}))

    keeping = opened(prompt)

    assert "cannot show" in keeping.held().note
    assert keeping.shown() == shown(prompt, value, turn=2)


@pytest.mark.parametrize(
    ("prompt", "raw", "told"),
    [
        ("week", "x" * 100_001, "100,001 characters long, and 100,000 are the most"),
        ("goals", json.dumps([{"goal": "x"}] * 2001), "2,001 values, and 2,000"),
        ("until", "0002-10-05", "the year in four digits"),
        ("until", "2026-02-30", "Finish this date"),
    ],
)
def test_what_would_not_be_collected_is_told_and_not_kept(beside, prompt, raw, told):
    beside(left({}))
    keeping = opened(prompt)

    with pytest.raises(AssignmentError, match=told):
        give(keeping, raw)
    assert keeping.held().raw == ""


@pytest.mark.parametrize(("prompt", "raw"), [("mood", "gone"), ("helps", '["gone"]')])
def test_what_a_form_does_not_offer_is_not_kept(beside, prompt, raw):
    beside(left({}))

    with pytest.raises(ValueError, match="gone"):
        give(opened(prompt), raw)


def test_a_question_that_is_not_there_is_told_in_words():
    answer = mk.answer_forms({"week": {"title": "Week", "kind": "text"}})

    with pytest.raises(AssignmentError, match=r"nothing called 'wek'.*'week'"):
        answer("wek")
    with pytest.raises(AssignmentError, match="ask for a new copy"):
        mk.answer_forms({"week": {"title": "Week", "kind": "tekst"}})
