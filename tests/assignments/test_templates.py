"""Templates of one's own: what a source becomes, and what is said of a faulty one."""

import json
import re
from pathlib import Path

import nbformat
import pytest

from mentorkit.assignments.compiled import read_compiled
from mentorkit.assignments.compiling import as_text, compiled
from mentorkit.assignments.prompt import Kind
from mentorkit.assignments.source import read_source
from mentorkit.assignments.versions import flaws_since
from mentorkit.errors import InvalidTemplate


ROOT = Path(__file__).parents[2]

HEAD = "---\nname: week\nversion: 1.0.0\nlanguage: en\n---\n# My week\n"

SOURCE = f"""{HEAD}
Look back.

## How was it? {{#mood kind=scale points=5}}

Think of all of it.

- 1 = hard
- 2 = good

## Who helped? {{#helped kind=multiple}}

- mentor = My mentor
- peer = Somebody else

## Afterwards {{help}}

Go for a walk.

## What comes next? {{#next kind=table rows=2}}

- title = What
- due_on = By when

## When do you meet? {{#met_on kind=date}}

## Anything else? {{#else kind=text}}

```
## not a heading {{#no kind=text}}
```
"""


def made(text=SOURCE):
    return compiled(read_source(text, "week.md"))


def text_of(compiled):
    return as_text(compiled.notebook)


def cell(compiled, cell_id):
    (found,) = [each for each in compiled.notebook["cells"] if each["id"] == cell_id]
    return found


def test_the_example_in_the_documents_is_sound():
    page = (ROOT / "docs" / "templates.md").read_text("utf-8")
    (example,) = re.findall(r"```markdown\n(.*?)```", page, re.DOTALL)

    prompts = read_source(example, "week.md").template.prompts

    assert [each.id for each in prompts] == ["well", "load", "helped", "actions"]


def flaws(text):
    with pytest.raises(InvalidTemplate) as caught:
        read_source(text, "week.md")
    return [str(problem) for problem in caught.value.problems]


def flaws_of(notebook):
    with pytest.raises(InvalidTemplate) as caught:
        read_compiled(json.dumps(notebook).encode(), "week.ipynb")
    return [str(problem) for problem in caught.value.problems]


def test_a_source_becomes_a_valid_notebook_as_jupyter_would_write_it():
    text = text_of(made())

    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert nbformat.writes(notebook) + "\n" == text
    assert text == text_of(made())


def test_each_prompt_is_a_locked_question_and_the_answer_after_it():
    cells = made().notebook["cells"]

    ids = [each["id"] for each in cells]
    assert ids[:4] == ["opening", "how-to", "mood-question", "mood"]
    assert ids.index("help-1") == ids.index("helped") + 1
    for each in cells:
        ours = each["metadata"].get("mentorkit", {})
        assert each["metadata"]["deletable"] is False
        assert each["metadata"].get("editable", True) is (ours.get("role") == "answer")
    assert made().notebook["metadata"]["mentorkit"] == {
        "schema": 1,
        "template": "week",
        "version": "1.0.0",
        "language": "en",
    }


def test_an_answer_goes_out_in_the_form_of_its_kind():
    starters = {each.id: each.starter for each in made().template.prompts}

    assert starters == {
        "mood": "- [ ] 1 hard\n- [ ] 2 good",
        "helped": "- [ ] My mentor\n- [ ] Somebody else",
        "next": (
            "| What | By when |\n"
            "| ---- | ------- |\n"
            "|      |         |\n"
            "|      |         |"
        ),
        "met_on": "YYYY-MM-DD",
        "else": "*Write here.*",
    }


def test_a_notebook_says_all_that_its_source_did():
    template = made()

    again = read_compiled(text_of(template).encode(), "week.ipynb")

    assert again == template
    assert [each.kind for each in again.template.prompts] == [
        Kind.SCALE,
        Kind.MULTIPLE,
        Kind.TABLE,
        Kind.DATE,
        Kind.TEXT,
    ]


def test_learners_are_told_how_to_give_the_answers_that_are_asked_for():
    words = "".join(cell(made(), "how-to")["source"])
    only_text = made(f"{HEAD}\n## Say {{#say kind=text}}\n")

    assert "`[x]`" in words
    assert "between the bars" in words
    assert "`[x]`" not in "".join(cell(only_text, "how-to")["source"])


def test_arabic_cells_run_from_right_to_left():
    arabic = made(SOURCE.replace("language: en", "language: ar"))

    sources = {each["id"]: "".join(each["source"]) for each in arabic.notebook["cells"]}
    assert sources.pop("met_on") == "YYYY-MM-DD"
    for source in sources.values():
        assert source.startswith('<div dir="rtl">\n\n')
        assert source.endswith("\n\n</div>")
    question = sources["mood-question"]
    assert '\n\n<p style="text-align: right">Think of all of it.</p>\n' in question


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("kind=scale", "kind=scael"), "line 10: No answer is of this kind. Did you m"),
        (("#helped", "#mood"), "line 17: Another prompt has this id, on line 10."),
        (("- 2 = good", "- 1 = good"), "line 10: The option “1” is there 2 times."),
        (("- 2 = good\n", ""), "line 10: Give two options at least"),
        (("- 1 = hard", "- one = hard"), "“one” is none."),
        (("- 1 = hard", "- 3 = hard"), "from the lowest to the highest"),
        (("Somebody else", "My mentor"), "The wording “My mentor” is there 2 times."),
        (("- due_on = By", "- Due = By"), "Name the column “Due” in small letters"),
        (("By when", "By | when"), "holds a bar"),
        (("#else", "#due"), "The id is that of another cell."),
        (("#else", "#ends-question"), "The id is that of another cell."),
        (("#else", "#e" + 55 * "l"), "An id is up to 55 letters"),
        (("{#else kind=text}", ""), "Say after the heading what it is called"),
        (("rows=2", "rows=many"), "Give rows as a whole number up to 50."),
        (("rows=2", "row=2"), "“row=2” is not known in braces. Did you mean 'rows'"),
        (("```\n##", "- yes = Yes\n```\n##"), "A text has nothing to choose."),
        (("# My week", "My week"), "line 6: Give the template a title"),
        (("1.0.0", "1"), "Use three numbers: 1.0.0. (was '1')"),
        (("name: week", "nam: week"), "“nam” is not known here. Did you mean 'name'?"),
        (("name: week", "name: week\nname: week"), "There is a second “name”."),
        (("---\n# My", "# My"), "line 1: Begin with a line “---”"),
    ],
)
def test_a_faulty_source_is_told_by_line(change, told):
    assert any(told in flaw for flaw in flaws(SOURCE.replace(*change, 1)))


def test_everything_that_is_wrong_is_told_at_once():
    text = SOURCE.replace("kind=scale", "kind=x").replace("rows=2", "rows=x")

    assert len(flaws(text)) == 2
    assert "Nothing is asked" in flaws(HEAD)[0]


def _without_answer(notebook):
    del notebook["cells"][3]


def _set(place, **values):
    def change(notebook):
        notebook["cells"][place] |= values

    return change


def _ours(place, **values):
    def change(notebook):
        notebook["cells"][place]["metadata"]["mentorkit"] |= values

    return change


def _unlocked(notebook):
    notebook["cells"][2]["metadata"]["editable"] = True


def _graded(notebook):
    notebook["cells"][3]["metadata"]["nbgrader"]["grade_id"] = "other"


def _named(**values):
    return lambda notebook: notebook["metadata"]["mentorkit"].update(values)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_without_answer, "cell 3 (mood-question): The next cell has to be the answer"),
        (_set(3, id="mode"), "cell 4 (mode): Its id has to be “mood”."),
        (_set(3, cell_type="code"), "cell 4 (mood): It has to be a Markdown cell."),
        (_set(3, source="- [ ] 1 hard"), "“2 good” can be answered and is not in"),
        (_set(4, id="mood"), "Cell 4 has the same id."),
        (_set(1, id="parameters"), "Copies have a cell of this id."),
        (_set(1, id=""), "The cell has no id."),
        (_set(2, source="How was it?"), "The question is missing."),
        (_ours(3, kind="number"), "No answer is of the kind “number”."),
        (_ours(3, options=[]), "Give two options at least"),
        (_ours(4, prompt="mood"), "Another question has this prompt's id."),
        (_ours(2, role="query"), "A cell is a “question”, an “answer” or neither."),
        (_ours(2, role=""), "No question stands before this answer."),
        (_unlocked, "Lock the question"),
        (_graded, "Its grade_id has to be “mood”."),
        (_named(schema=2), "A newer mentorkit made it."),
        (_named(learner="ada"), "This is somebody's copy."),
        (_named(template="My week"), "Give the template a name"),
    ],
)
def test_a_faulty_notebook_is_told_by_cell(change, told):
    notebook = made().notebook
    change(notebook)

    assert any(told in flaw for flaw in flaws_of(notebook))


@pytest.mark.parametrize(
    ("change", "least"),
    [
        (("Think of all of it.", "Think of it."), "1.0.1"),
        (("- 2 = good", "- 2 = fine"), "1.0.1"),
        (("# My week", "# Our week"), "1.0.1"),
        (("- 2 = good", "- 2 = good\n- 3 = great"), "1.1.0"),
        (("- due_on = By when", "- due_on = By when\n- kind = Kind"), "1.1.0"),
        (("## When do", "## More? {#more kind=text}\n\n## When do"), "1.1.0"),
        (("- due_on = By when\n", ""), "2.0.0"),
        (("#met_on", "#held_on"), "2.0.0"),
        (("#met_on kind=date", "#met_on kind=text"), "2.0.0"),
    ],
)
def test_a_change_needs_the_version_that_it_weighs(change, least):
    before = made().template
    later = SOURCE.replace(*change, 1)
    assert later != SOURCE

    (told,) = flaws_since(before, made(later).template)

    assert told.startswith(f"Call it {least} at least")
    right = later.replace("1.0.0", least)
    assert not list(flaws_since(before, made(right).template))
    assert not list(flaws_since(before, before))


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff", b'{"cells": 5}', b"[" * 9999]
)
def test_what_is_no_notebook_is_said_to_be_none(data):
    with pytest.raises(InvalidTemplate, match="no notebook of a template"):
        read_compiled(data, "week.ipynb")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("into=goals.titel", "no field “titel” in goals. Did you mean 'title'?"),
        ("into=gaols.title", "No answer goes into “gaols”. Did you mean 'goals'?"),
        ("into=people.name", "No answer goes into “people”."),
        ("into=goals", "Say which field of goals it goes into"),
        ("into=goals.owner_id", "no field “owner_id” in goals."),
        (
            "into=reflections.text,author_id=grace",
            "no field “author_id” in reflections",
        ),
        ("into=reflections.text,kind=jornal", "Did you mean 'journal'?"),
        ("into=sessions.*", "A session is there already"),
        ("into=sessions.agenda", "a table with the columns minutes and item."),
        ("into=assessments.rater_id", "Whether you may be named is yes or no."),
        ("into=", "“into=” is not known in braces."),
    ],
)
def test_where_an_answer_goes_is_held_to_the_records(written, told):
    with pytest.raises(InvalidTemplate) as caught:
        read_source(f"{HEAD}\n## What? {{#aim kind=text {written}}}\n", "week.md")

    assert told in str(caught.value)
    assert "line 8" in str(caught.value)


def test_options_and_columns_are_words_and_fields_of_their_record():
    choice = "## What? {#kind kind=choice into=goals.kind}\n\n- skill = A\n- fun = B\n"
    steps = "## How? {#steps kind=table into=milestones}\n\n- titel = A\n- due_on = B\n"

    with pytest.raises(InvalidTemplate) as caught:
        read_source(f"{HEAD}\n{choice}\n{steps}", "week.md")

    assert [problem.message.partition(".")[0] for problem in caught.value.problems] == [
        "“fun” is no word of goals",
        "There is no field “titel” in milestones",
    ]
    there = read_source(f"{HEAD}\n{choice.replace('fun', 'career')}", "week.md")
    again = read_compiled(text_of(compiled(there)).encode(), "week.ipynb")
    assert again.template == there.template
    assert again.template.prompts[0].into == "goals.kind"
