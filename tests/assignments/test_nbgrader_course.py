"""A course with the unmodified nbgrader, from the source to the feedback."""

import copy
import json
from itertools import product
from types import SimpleNamespace

import pytest

import mentorkit as mk
from mentorkit.assignments import library
from mentorkit.assignments.compiling import as_text
from mentorkit.assignments.nbgrader import Grading, for_course
from mentorkit.assignments.prompt import Kind
from nbgrader_course import Course


pytest.importorskip("nbgrader")
pytestmark = pytest.mark.slow

WEEKS = {"week1": Grading.ANSWERS, "week2": Grading.TASKS}
LEARNERS = ("ana", "ben", "chi", "dev")
TEMPLATE = library.read_template(library.find("reflection"))
PROMPTS = {prompt.id: prompt for prompt in TEMPLATE.template.prompts}
NEW_ID = "4d0b8a3e-7f42-4c43-9f0c-2f8f6f1c9a55"


def typed(prompt, learner):
    """Return what a learner makes of an answer's cell, and the value that it means."""
    if prompt.kind is Kind.TEXT:
        words = f"{learner}: {prompt.id}.\n\n*At length*, سلام & <b>more</b>."
        return words, words
    ticked = prompt.options[len(learner + prompt.id) % len(prompt.options)]
    box = f"- [ ] {ticked.label}"
    return prompt.starter.replace(box, f"- [x] {ticked.label}"), ticked.value


def meant(learner):
    """Return the values that a learner's copy means."""
    parts = {p.id: "text" if p.kind is Kind.TEXT else str(p.kind) for p in asked()}
    return {(each.id, 0, parts[each.id], typed(each, learner)[1]) for each in asked()}


def asked():
    return PROMPTS.values()


def fill_in(file, learner, change):
    """Answer a copy and save it as JupyterLab does: lines, and the keys as they were."""
    notebook = json.loads(file.read_text("utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] in PROMPTS:
            text, _ = typed(PROMPTS[cell["id"]], learner)
            cell["source"] = text.splitlines(keepends=True)
    change({cell["id"]: cell for cell in notebook["cells"]}, notebook["cells"])
    file.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")


def with_accidents(cells, listed):
    """An answer pasted above itself and gone on with, one cut and pasted, one as code."""
    original = cells["happened"]
    pasted = copy.deepcopy(original) | {"id": NEW_ID, "source": ["Pasted and changed."]}
    del pasted["metadata"]["deletable"]
    listed.insert(listed.index(original), pasted)
    cells["learned"]["id"] = NEW_ID.replace("4d0b", "5e1c")
    del cells["learned"]["metadata"]["deletable"]
    code = {"cell_type": "code", "execution_count": None, "outputs": []}
    cells["noticed"].update(code)


def with_losses(cells, listed):
    """An answer's cell deleted and typed anew, and a question changed."""
    plain = {"cell_type": "markdown", "id": NEW_ID, "metadata": {}}
    plain["source"] = cells["next"]["source"]
    listed[listed.index(cells["next"])] = plain
    cells["noticed-question"]["source"] = ["## What did you see?"]


def in_peace(_cells, _listed):
    """Nothing but answers."""


CHANGES = {"ana": in_peace, "ben": with_accidents, "chi": with_losses}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The whole of it, and what there was to see on the way."""
    course = Course(tmp_path_factory.mktemp("nbgrader"))
    for week, grading in WEEKS.items():
        folder = course.folder / "source" / week
        folder.mkdir(parents=True)
        text = as_text(for_course(TEMPLATE, grading))
        (folder / "reflection.ipynb").write_text(text, "utf-8")
        course.done("generate_assignment", week, "--create")
        course.done("release_assignment", week)
        for learner in LEARNERS:
            course.done("fetch_assignment", week, learner=learner)
            if learner in CHANGES:
                file = course.home(learner) / week / "reflection.ipynb"
                fill_in(file, learner, CHANGES[learner])
            course.done("submit", week, f"--student={learner}", learner=learner)
        course.done("collect", week)
    yield course
    course.end()


@pytest.fixture(scope="module")
def graded(course):
    """What nbgrader's autograde made of it."""
    tasks = course.run("autograde", "week2", "--no-execute")
    answers = course.run("autograde", "week1", "--no-execute")
    done = {path.parent.name for path in course.folder.glob("autograded/*/week1")}
    grades = {week: course.grades(week) for week in WEEKS}
    return SimpleNamespace(tasks=tasks, answers=answers, done=done, grades=grades)


def autograded(course, learner, week):
    file = course.folder / "autograded" / learner / week / "reflection.ipynb"
    return json.loads(file.read_text("utf-8"))["cells"]


def test_every_answer_goes_through_where_questions_are_graded(course, graded):
    assert graded.tasks == 0
    for learner in CHANGES:
        cells = autograded(course, learner, "week2")
        texts = ["".join(cell["source"]) for cell in cells]
        assert {typed(each, learner)[0] for each in asked()} <= set(texts)
    questions = {f"{prompt}-question": [None, True] for prompt in PROMPTS}
    assert [*graded.grades["week2"].values()] == [questions] * len(LEARNERS)


def test_a_pasted_answer_stops_the_batch_where_answers_are_graded(graded):
    assert graded.answers == 1
    assert graded.done == {"ana"}
    by_hand = {prompt: [None, True] for prompt in PROMPTS}
    assert graded.grades["week1"]["ana"] == by_hand


@pytest.fixture
def ws(workspace):
    """A workspace that knows the course's learners and what they were given."""
    for learner in LEARNERS:
        workspace.add(mk.Person(handle=learner, name=learner.title()))
    for week in WEEKS:
        workspace.assign("reflection", to=list(LEARNERS), name=week)
    return workspace


def values(frame):
    return set(frame[["prompt", "row_number", "part", "value"]].itertuples(index=False))


def test_its_folders_give_the_same_rows_as_a_plain_folder(course, ws, tmp_path):
    plain = tmp_path / "plain"
    plain.mkdir()
    for learner, week in product(LEARNERS, WEEKS):
        there = course.home(learner) / week / "reflection.ipynb"
        (plain / f"{week}--{learner}.ipynb").write_bytes(there.read_bytes())
    told = {}
    places = [plain, course.exchange / "mentoring" / "inbound"]
    for place in (*places, course.folder / "submitted"):
        done = ws.collect(place)
        assert done.added == len(done.hand_ins) == 8
        told[place.name] = ws.submissions().to_csv(index=False), done.answers()
        found = done.report().groupby("learner", observed=True)["assignment"].agg(set)
        assert found.to_dict() == {learner: set(WEEKS) for learner in LEARNERS}

    assert len({rows for rows, _ in told.values()}) == 1
    for _, answers in told.values():
        for learner, week in product(LEARNERS, WEEKS):
            given = answers["person"].eq(learner) & answers["assignment"].eq(week)
            first = answers[given & answers["copy_number"].eq(0)]
            expected = meant(learner) if learner in CHANGES else set()
            assert values(first) == expected
            assert given.sum() - len(first) == (learner == "ben")
    received = ws.receipts()["received_by"].astype(str).value_counts().to_dict()
    assert received == {"exchange": 16, "file": 8}
