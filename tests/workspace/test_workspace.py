"""The front door: finding a workspace, knowing who works in it, saving."""

import datetime as dt

import pytest

import mentorkit as mk
from mentorkit.workspace import Workspace


def test_a_workspace_is_found_upward_from_anywhere_in_it(workspace, monkeypatch):
    inner = workspace.folder / "notebooks" / "reviews"
    monkeypatch.chdir(inner)

    assert mk.open().folder == workspace.folder


def test_no_workspace_is_answered_with_how_to_get_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(mk.WorkspaceError, match="mentorkit demo"):
        mk.open()


def test_a_folder_that_is_no_workspace_says_so(tmp_path):
    with pytest.raises(mk.WorkspaceError, match=r"has no mentorkit\.toml"):
        mk.open(tmp_path)


@pytest.mark.file
def test_a_database_file_can_be_opened_by_itself(workspace):
    file = workspace.settings.database

    assert len(mk.open(file).mentorships(audience="pair")) == 1
    assert len(mk.open(f"sqlite:///{file}").mentorships(audience="pair")) == 1


def test_another_kind_of_database_is_refused_in_words():
    with pytest.raises(mk.WorkspaceError, match="not with mysql databases"):
        mk.open("mysql://localhost/mentoring")


def test_a_server_that_is_not_there_is_told_without_the_password():
    with pytest.raises(mk.StorageError, match="no server answers there") as error:
        mk.open("postgresql://grace:hushed@127.0.0.1:9/mentoring")

    assert "hushed" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('databse = "x.db"', "Did you mean 'database'"),
        ("today = 3", "today must be a date"),
        ("user = ", "cannot be read"),
    ],
    ids=["unknown setting", "wrong type", "torn file"],
)
def test_settings_that_make_no_sense_are_told(workspace, text, told):
    (workspace.folder / "mentorkit.toml").write_text(text)

    with pytest.raises(mk.WorkspaceError, match=told):
        mk.open(workspace.folder)


def test_a_new_workspace_has_its_folders_its_program_and_you(workspace):
    names = {path.name for path in workspace.folder.iterdir()}

    assert {"mentorkit.toml", "notebooks", "templates", "reports"} <= names
    assert (workspace.folder / "notebooks" / "start_here.ipynb").is_file()
    assert workspace.person.name == "Grace Hopper"
    assert list(workspace.programs()["timezone"]) == ["Europe/London"]


def test_a_workspace_is_never_laid_out_over_another(workspace):
    with pytest.raises(mk.WorkspaceError, match="workspace already"):
        Workspace.create(workspace.folder)


def test_an_unknown_time_zone_is_refused_before_anything_is_made(tmp_path):
    with pytest.raises(mk.WorkspaceError, match="no time zone 'Europe/Lundun'"):
        Workspace.create(tmp_path / "new", timezone="Europe/Lundun")

    assert not (tmp_path / "new").exists()


def test_the_signer_is_who_was_asked_for_then_the_environment_then_the_settings(
    workspace, monkeypatch
):
    assert mk.open(workspace.folder).user == "grace"
    monkeypatch.setenv("JUPYTERHUB_USER", "hub")
    assert mk.open(workspace.folder).user == "hub"
    monkeypatch.setenv("MENTORKIT_USER", "env")
    assert mk.open(workspace.folder).user == "env"
    assert mk.open(workspace.folder, as_="ada").user == "ada"


def test_working_as_somebody_unknown_is_refused(workspace):
    with pytest.raises(mk.NotFound, match="There are: ada, grace"):
        mk.open(workspace.folder, as_="nobody")


def test_what_needs_an_author_says_so_to_somebody_unknown(workspace, monkeypatch):
    monkeypatch.setenv("MENTORKIT_USER", "visitor")
    ws = mk.open(workspace.folder)

    with pytest.raises(mk.InvalidRecord, match="'visitor' is not among the people"):
        ws.add(mk.Reflection(mentorship_id="ada-grace", text="Hello"))


def test_today_can_be_set_and_dates_follow_it(workspace):
    ws = mk.open(workspace.folder, today="2026-03-01")

    goal = ws.add(mk.Goal(mentorship_id="ada-grace", title="Early"))

    assert goal.set_on == dt.date(2026, 3, 1)
    assert f"{ws.history('goals', goal.id)['at'].iloc[0]:%Y-%m-%d}" == "2026-03-01"


def test_beginning_a_mentorship_makes_what_a_first_goal_needs(workspace):
    handle = workspace.begin(mentee="Zoë Ångström", mentor="grace")

    assert handle == "zoe-grace"
    goal = workspace.add(mk.Goal(mentorship_id=handle, title="Speak up"))
    assert workspace.goals(mentorship=handle)["owner"].tolist() == ["zoe"]
    assert goal.owner_id == workspace.store.find_id("people", "zoe")


def test_nobody_mentors_themselves(workspace):
    with pytest.raises(mk.WorkspaceError, match="two people"):
        workspace.begin(mentee="grace")


def test_a_revision_names_the_row_by_its_handle(workspace):
    workspace.revise("mentorships", "ada-grace", cadence_days=7)

    assert list(workspace.mentorships()["cadence_days"]) == [7]


def test_an_unknown_audience_is_refused_with_those_there_are(workspace):
    with pytest.raises(mk.MentorkitError, match="pair, program"):
        workspace.goals(audience="all")


def test_an_error_in_a_notebook_is_its_message_alone(workspace):
    with pytest.raises(mk.NotFound) as refused:
        workspace.goals(mentorship="ada-grce")

    shown = refused.value._render_traceback_()

    assert shown == [f"NotFound: {refused.value}"]
    assert "Did you mean 'ada-grace'?" in shown[0]


def test_an_instrument_comes_into_a_program_in_one_line_and_once(workspace):
    items = workspace.add_instrument("mentoring-skills")
    again = workspace.add_instrument("mentoring-skills")

    frame = workspace.items()
    assert [item.handle for item in items] == list(frame["handle"])
    assert [item.id for item in again] == [item.id for item in items]
    assert set(frame["licence"]) == {"MIT"}
    assert all(set(item.steps) == {1, 2, 3, 4} for item in items)
    with pytest.raises(mk.NotFound, match="Did you mean 'session-pulse'"):
        workspace.add_instrument("session-puls")


@pytest.mark.file
def test_whoever_leads_no_more_reads_no_other_mentorships(workspace):
    workspace.add(mk.Person(handle="lea", name="Lea"))
    part = workspace.add(mk.Enrollment(person_id="lea", role="lead", status="active"))
    workspace.add(
        mk.Goal(mentorship_id="ada-grace", title="Read one", visibility="program")
    )
    assert list(mk.open(workspace.folder, as_="lea").goals()["title"]) == ["Read one"]

    workspace.revise("enrollments", part.id, status="withdrawn")

    assert mk.open(workspace.folder, as_="lea").goals().empty
