"""A course with the unmodified nbgrader, from the source to the feedback."""

import copy
import json
import shutil
from itertools import product
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import mentorkit as mk
from mentorkit.assignments import library
from mentorkit.assignments.compiling import as_text
from mentorkit.assignments.nbgrader import Grading, for_course
from mentorkit.assignments.prompt import Kind
from mentorkit.cli import main
from nbgrader_course import Course
from stopping import stopping


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
    shutil.copytree(course.folder / "submitted", course.root / "kept" / "submitted")
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


def autograded(course, learner, week="week1"):
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


def odd(course):
    """Put copies that stop nbgrader, one each, where it has collected; return whose."""
    released = course.folder / "release" / "week1" / "reflection.ipynb"
    notebook = json.loads(released.read_bytes())
    for name, data in stopping(notebook, "happened"):
        file = (
            course.folder / "submitted" / f"odd {name}" / "week1" / "reflection.ipynb"
        )
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
        yield f"odd {name}"


@pytest.fixture(scope="module")
def mended(course, graded):
    """What became of the batch when all that stopped it was mended."""
    names = list(odd(course))
    failed = {
        name
        for name in names
        if course.run("autograde", "week1", "--no-execute", f"--student={name}")
    }
    submitted, out = course.folder / "submitted", course.root / "mended"
    given = ["repair", "--for-nbgrader", str(submitted), "--out", str(out)]
    repaired = CliRunner().invoke(main, given)
    shutil.copytree(out, submitted, dirs_exist_ok=True, copy_function=shutil.copyfile)
    code = course.run("autograde", "week1", "--no-execute")
    done = {path.parent.name for path in course.folder.glob("autograded/*/week1")}
    return SimpleNamespace(
        odd=names,
        failed=failed,
        repaired=repaired,
        code=code,
        new=done - graded.done,
        grades=course.grades("week1"),
    )


def test_mended_copies_let_the_batch_go_through(course, mended):
    assert mended.failed == set(mended.odd)
    assert mended.repaired.exit_code == 0, mended.repaired.output
    count = f"7 with nothing to mend; {len(mended.odd) + 1} mended"
    assert count in mended.repaired.stdout.replace("\n", " ")
    assert mended.code == 0, course.told()[-3000:]
    assert mended.new == {"ben", "chi", "dev", *mended.odd}


def test_nbgrader_has_every_answer_where_a_person_grades_it(course, mended):
    texts = {
        learner: ["".join(cell["source"]) for cell in autograded(course, learner)]
        for learner in CHANGES
    }
    for learner, found in texts.items():
        assert {typed(each, learner)[0] for each in asked()} <= set(found)
    assert "Pasted and changed." in texts["ben"]
    by_hand = {prompt: [None, True] for prompt in PROMPTS}
    assert mended.grades["ana"] == mended.grades["ben"] == by_hand
    assert mended.grades["dev"] == {prompt: [0, False] for prompt in PROMPTS}


@pytest.mark.usefixtures("mended")
def test_feedback_holds_the_comment_on_the_answer(course):
    course.remark("week1", "ben", "happened", "Well seen, Ben.")
    course.done("generate_feedback", "week1", "--student=ben")
    course.done("release_feedback", "week1", "--student=ben")
    course.done("fetch_feedback", "week1", learner="ben")

    (page,) = course.home("ben").glob("week1/feedback/*/reflection.html")
    told = page.read_text("utf-8")
    assert "Well seen, Ben." in told
    assert "ben: happened." in told


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
    for place in (*places, course.root / "kept" / "submitted"):
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
