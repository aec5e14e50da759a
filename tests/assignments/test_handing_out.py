"""Handing a template out: whose copies are made, when they are due, what is left alone."""

import ast
import datetime as dt
import json

import pytest

from mentorkit.assignments import manifest
from mentorkit.assignments.prompt import fingerprint
from mentorkit.errors import AssignmentError, MentorkitError
from mentorkit.models import Enrollment, Person
from mentorkit.review.places import Folder, write_whole
from mentorkit.workspace import handing_out
from mentorkit.workspace.handing_out import due_of


DUE = "2026-10-16T23:59"


@pytest.fixture
def roster(tmp_path):
    """Return a function that writes a roster's file and gives its path."""

    def write(text, name="roster.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_text(text, encoding)
        return path

    return write


def states(assigned):
    return {each.learner: str(each.state) for each in assigned.outcomes}


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def parameters(folder, name):
    notebook = json.loads((folder / name).read_text("utf-8"))
    (cell,) = [each for each in notebook["cells"] if each["cell_type"] == "code"]
    assert cell["metadata"]["tags"] == ["parameters"]
    assert "nbgrader" not in cell["metadata"]
    body = ast.parse("".join(cell["source"])).body
    return {each.targets[0].id: ast.literal_eval(each.value) for each in body}


def test_each_learner_gets_a_copy_that_says_whose_it_is(workspace, roster, tmp_path):
    people = roster("Name;E-Mail\nAda Lovelace;\nZoë Ångström;zoe@example.org\n")

    done = workspace.assign("reflection", to=people, due=DUE, out=tmp_path / "out")

    assert sorted(files(tmp_path / "out")) == [
        "reflection-2026-10-16--ada.ipynb",
        "reflection-2026-10-16--zoe-angstrom.ipynb",
    ]
    assert parameters(done.folder, "reflection-2026-10-16--ada.ipynb") == {
        "learner": "ada",
        "mentorship": "ada-grace",
        "assignment": "reflection-2026-10-16",
        "due": "2026-10-16T23:59:00+01:00",
    }
    text = (done.folder / "reflection-2026-10-16--zoe-angstrom.ipynb").read_text(
        "utf-8"
    )
    assert "**Due:** 16 October 2026, 23:59 (Europe/London)" in text
    assert "zoe@example.org" not in text
    assert "Zoë" not in text


def test_the_manifest_knows_what_went_out(workspace, tmp_path):
    done = workspace.assign("reflection", to="ada", due=DUE, out=tmp_path / "out")

    kept = manifest.read(done.manifest)
    (copy,) = kept.copies
    notebook = json.loads((done.folder / copy.file).read_text("utf-8"))
    sources = {each["id"]: "".join(each["source"]) for each in notebook["cells"]}
    assert done.manifest.parent != done.folder
    assert kept.due_at == "2026-10-16T22:59:00Z"
    assert (
        notebook["metadata"]["mentorkit"]
        | {
            "assignment": kept.assignment,
            "learner": "ada",
            "ticket": copy.ticket,
        }
        == notebook["metadata"]["mentorkit"]
    )
    for prompt in kept.template.prompts:
        assert fingerprint(sources[prompt.question_id]) == fingerprint(prompt.question)
        assert sources[prompt.id] == prompt.starter


def test_the_same_call_again_gives_the_same_bytes(workspace, tmp_path):
    first = workspace.assign("reflection", to="ada", due=DUE, out=tmp_path / "a")
    kept = first.manifest.read_bytes()

    again = workspace.assign("reflection", to="ada", due=DUE, out=tmp_path / "a")
    elsewhere = workspace.assign("reflection", to="ada", due=DUE, out=tmp_path / "b")

    assert states(again) == {"ada": "same"}
    assert states(elsewhere) == {"ada": "new"}
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert first.manifest.read_bytes() == kept


def test_copies_with_forms_are_the_same_bytes_each_time_and_the_same_assignment(
    workspace, tmp_path
):
    asked = {"to": "ada", "due": DUE, "name": "week-1"}
    plain = workspace.assign("reflection", **asked, out=tmp_path / "a")
    kept = manifest.read(plain.manifest).template

    with_forms = workspace.assign("reflection", **asked, out=tmp_path / "a", forms=True)
    workspace.assign("reflection", **asked, out=tmp_path / "b", forms=True)

    assert states(with_forms) == {"ada": "renewed"}
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert manifest.read(with_forms.manifest).template == kept
    (text,) = files(tmp_path / "a").values()
    cells = json.loads(text)["cells"]
    first = ["opening", "due", "parameters", "forms", "how-to", "kind-question", "kind"]
    assert [cell["id"] for cell in cells[:7]] == first


def test_what_a_learner_has_begun_is_left_alone(workspace, roster):
    people = roster("handle\nada\nlin\n")
    done = workspace.assign("reflection", to=people, due=DUE, name="week-1")
    begun = done.folder / "week-1--ada.ipynb"
    begun.write_text(
        begun.read_text("utf-8").replace("Write here.", "We met."), "utf-8"
    )
    before = files(done.folder), done.manifest.read_bytes()

    again = workspace.assign("reflection", to=people, due=DUE, name="week-1")
    assert states(again) == {"ada": "begun", "lin": "same"}
    assert (files(done.folder), done.manifest.read_bytes()) == before

    moved = workspace.assign("reflection", to=people, due="2026-10-30", name="week-1")
    assert states(moved) == {"ada": "begun", "lin": "renewed"}
    assert files(done.folder)["week-1--ada.ipynb"] == before[0]["week-1--ada.ipynb"]
    assert parameters(done.folder, "week-1--lin.ipynb")["due"].startswith("2026-10-30")


def test_new_learners_are_added_and_those_who_left_keep_theirs(workspace, roster):
    first = workspace.assign("reflection", to=roster("handle\nada\nlin\n"), name="w")
    tickets = {
        each.learner: each.ticket for each in manifest.read(first.manifest).copies
    }

    done = workspace.assign("reflection", to=roster("handle\nlin\nmax\n"), name="w")

    kept = manifest.read(done.manifest).copies
    assert states(done) == {"ada": "kept", "lin": "same", "max": "new"}
    assert [each.learner for each in kept] == ["ada", "lin", "max"]
    assert tickets.items() <= {each.learner: each.ticket for each in kept}.items()
    assert len({each.ticket for each in kept}) == 3


def test_another_template_is_not_handed_out_under_the_same_name(workspace, tmp_path):
    done = workspace.assign("reflection", to="ada", name="week-1")
    before = done.manifest.read_bytes()
    mine = tmp_path / "mine.md"
    mine.write_text(
        "---\nname: mine\nversion: 1.0.0\nlanguage: en\n---\n# Mine\n"
        "## How? {#how kind=text}\n"
    )

    with pytest.raises(AssignmentError, match=r"as reflection .* this is mine 1\.0\.0"):
        workspace.assign(str(mine), to="ada", name="week-1")

    assert done.manifest.read_bytes() == before
    assert states(workspace.assign(str(mine), to="ada", name="week-2")) == {
        "ada": "new"
    }


def test_a_cohort_is_its_active_mentees(workspace):
    people = [Person(handle=name, name=name.title()) for name in ("lin", "max", "noa")]
    workspace.add(*people)
    for person, role, status in zip(
        people,
        ("mentee", "mentor", "mentee"),
        ("active", "active", "withdrawn"),
        strict=True,
    ):
        workspace.add(
            Enrollment(person_id=person.id, role=role, cohort="autumn", status=status)
        )

    cohort = workspace.assign("reflection", to="autumn", name="a")
    mentors = workspace.assign("reflection", to="autumn", name="b", role="mentor")
    program = workspace.assign("reflection", to="program", name="c")

    assert list(states(cohort)) == ["lin"]
    assert list(states(mentors)) == ["max"]
    assert list(states(program)) == ["ada", "lin"]
    with pytest.raises(AssignmentError, match="Did you mean 'autumn'"):
        workspace.assign("reflection", to="autum")
    with pytest.raises(AssignmentError, match="Nobody takes part as 'mentees'"):
        workspace.assign("reflection", to="autumn", role="mentees")


REFUSED = (
    ("handle\nada\nada\n", "roster.csv, row 3: Row 2 names 'ada' already."),
    ("handle\n../../etc/passwd\n", "row 2: “../../etc/passwd” is no handle"),
    ("handle\nAda\n", "such as ada."),
    ("handle\n" + "a" * 61 + "\n", "is no handle"),
    ("name\nAda Lovelace\nÁda  LOVELACE\n", "row 3: This is 'ada', whom row 2"),
    ("name\nJo Li\nJo-Li\n", "give the two people a column “handle”"),
    ("name\n陈\n", "row 2: No handle can be made of this"),
    ("name;email\n;\nAda Lovelace;\nx y;\n;,\n", "row 5"),
    ("handle,e-mail\nlin,ada@example.org\n", "is ada's, not lin's"),
    ("first,last\nAda,Lovelace\n", "no column “handle”, “name” or “e-mail”."),
    ("", "It has: none."),
    ("handle\n", "Nobody is in"),
)


def test_a_roster_that_names_nobody_is_told_by_row(workspace, roster):
    workspace.revise("people", "ada", email="ada@example.org")

    for text, told in REFUSED:
        with pytest.raises(AssignmentError) as caught:
            workspace.assign("reflection", to=roster(text))
        assert told in str(caught.value)

    assert not (workspace.folder / "assignments").exists()


def test_people_are_found_by_what_a_roster_says_of_them(workspace, roster):
    workspace.revise("people", "ada", email="ada@example.org")
    found = {
        "E-Mail\tOther\nADA@example.org\t1\n": ["ada"],
        "Student,handle\nSomebody,ada\n": ["ada"],
        "﻿Name\nGrace Hopper\n": ["grace"],
        "email\nnew.person@example.org\n": ["new.person"],
    }

    for number, (text, handles) in enumerate(found.items()):
        done = workspace.assign("reflection", to=roster(text), name=f"try-{number}")
        assert list(states(done)) == handles
    done = workspace.assign(
        "reflection", to=roster("name\nJörg Weiß\n", encoding="cp1252"), name="old"
    )
    assert list(states(done)) == ["jorg-weiss"]


@pytest.mark.parametrize(
    ("due", "utc"),
    [
        ("2026-10-24T23:59", "2026-10-24T21:59"),
        ("2026-10-25T23:59", "2026-10-25T22:59"),
        ("2026-10-25T02:30", "2026-10-25T01:30"),  # shown twice: the second
        ("2026-10-16", "2026-10-16T21:59"),
        ("2026-10-16T23:59-04:00", "2026-10-17T03:59"),
        (dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC), "2026-01-05T12:00"),
    ],
)
def test_it_is_due_by_the_programs_clocks(due, utc):
    found = due_of(due, "Europe/Madrid")

    assert f"{found.astimezone(dt.UTC):%Y-%m-%dT%H:%M}" == utc


@pytest.mark.parametrize("due", ["tomorrow", "2026-13-01", "2026-03-29T02:30", ""])
def test_a_moment_that_no_clock_shows_is_refused(due):
    with pytest.raises(AssignmentError, match=r"2026-10-16T23:59|skip|02:30"):
        due_of(due, "Europe/Madrid")


def test_a_damaged_or_newer_manifest_is_refused_and_left(workspace):
    done = workspace.assign("reflection", to="ada", name="week-1")
    for damage, told in (
        ("{", "damaged"),
        ('{"schema": 2}', "newer mentorkit"),
    ):
        done.manifest.write_text(damage)
        with pytest.raises(AssignmentError, match=told):
            workspace.assign("reflection", to="ada", name="week-1")
        assert done.manifest.read_text() == damage


def test_an_assignments_name_is_one_that_files_can_have(workspace):
    for name in (" ", "Week 1", "a--b", "../x", "a" * 81):
        with pytest.raises(AssignmentError, match="cannot be called"):
            workspace.assign("reflection", to="ada", name=name)


def test_a_file_in_the_way_is_told(workspace, tmp_path):
    (tmp_path / "out").write_text("not a folder")

    with pytest.raises(AssignmentError, match="cannot be used"):
        workspace.assign("reflection", to="ada", out=tmp_path / "out")


def test_two_calls_never_write_one_assignment_at_a_time(workspace):
    done = workspace.assign("reflection", to="ada", name="week-1")

    with (
        Folder(done.manifest.parent).held(),
        pytest.raises(MentorkitError, match="run"),
    ):
        workspace.assign("reflection", to="ada", name="week-1")


def test_a_call_that_was_stopped_is_made_good_by_the_same_call(workspace, monkeypatch):
    def stopped(path, text):
        if path.name == manifest.FILE:
            raise KeyboardInterrupt
        write_whole(path, text)

    with monkeypatch.context() as patch:
        patch.setattr(handing_out, "write_whole", stopped)
        with pytest.raises(KeyboardInterrupt):
            workspace.assign("reflection", to="ada", due=DUE, name="week-1")

    done = workspace.assign("reflection", to="ada", due=DUE, name="week-1")
    assert states(done) == {"ada": "same"}
    assert [each.learner for each in manifest.read(done.manifest).copies] == ["ada"]


def test_people_of_a_roster_are_added_only_where_that_is_asked(workspace, roster):
    people = roster("name,email\nAda Lovelace,\nZoë Ångström,zoe@example.org\n")

    told = workspace.assign("reflection", to=people, name="w")
    assert told.strangers == ("zoe-angstrom",)
    assert "zoe-angstrom" not in set(workspace.people()["handle"])

    added = workspace.assign("reflection", to=people, name="w", add_people=True)
    again = workspace.assign("reflection", to=people, name="w", add_people=True)
    zoe = workspace.store.get("people", "zoe-angstrom")[0]
    assert (added.strangers, states(added)) == (again.strangers, states(again))
    assert (zoe.name, zoe.email) == ("Zoë Ångström", "zoe@example.org")
    assert zoe.timezone == "Europe/London"


def test_a_copy_is_in_the_language_of_the_workspace_unless_another_is_named(workspace):
    workspace.language = "es-MX"

    spanish = workspace.assign("reflection", to=["grace", "ada"])
    arabic = workspace.assign("reflection", to=["ada"], language="ar")

    assert (spanish.assignment, arabic.assignment) == ("reflection-es", "reflection-ar")
    assert states(spanish) == {"ada": "new", "grace": "new"}
    with pytest.raises(AssignmentError, match="Nobody has the handle 'adda'"):
        workspace.assign("reflection", to=["adda"])
