"""Access to a team's database from the command line, on a real server."""

import json

import pytest
from click.testing import CliRunner

import mentorkit as mk
from mentorkit.cli import main


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def call(*words):
        result = CliRunner().invoke(main, [str(word) for word in words])
        assert "Traceback" not in result.output, result.output
        return result.exit_code, result.output

    return call


@pytest.fixture
def team(server, run):
    """The folder of a workspace whose database is on a server."""
    name = server.new_database()
    code, said = run(
        *("init", "team", "--name", "Lena Lead", "--timezone", "UTC"),
        *("--database", server.url(name)),
    )
    assert code == 0, said
    yield name
    server.drop(name)


def test_a_workspace_on_a_server_keeps_no_password_in_its_settings(
    team, server, run, tmp_path
):
    text = (tmp_path / "team" / "mentorkit.toml").read_text()

    assert server.password not in text
    assert f'database = "postgresql://keeper@127.0.0.1:{server.port}/{team}"' in text
    assert not list((tmp_path / "team").glob("*.db"))
    assert run("status", "-w", "team")[0] == 0


def test_a_person_is_let_in_works_and_is_shut_out(team, server, run, tmp_path):
    ws = mk.open(tmp_path / "team")
    ws.begin(mentee="Ada Lovelace", mentor="Grace Hopper")
    ws.store.close()
    login = f"grace-{team}"

    code, said = run("grant", "grace", "--login", login, "-w", "team", "--json")
    granted = json.loads(said)
    assert (code, granted["mentorships"]) == (0, ["ada-grace"])

    mine = mk.open(server.url(team, login, granted["password"]))
    mine.add(mk.Goal(mentorship_id="ada-grace", title="Read one book"))
    assert mine.history("goals", mine.goals()["goal_id"][0])["by"][0] == "grace"
    mine.store.close()

    url = server.url(team, login, granted["password"])
    code, said = run("init", "mine", "--database", url)
    assert (code, "You are grace" in said) == (0, True)
    toml = (tmp_path / "mine" / "mentorkit.toml").read_text()
    assert f"postgresql://{login}@127.0.0.1" in toml
    assert granted["password"] not in toml

    assert login in run("grant", "-w", "team")[1]
    code, said = run("revoke", "grace", "-w", "team")
    assert (code, "no access any more" in said) == (0, True)
    assert "Nobody but the owner" in run("grant", "-w", "team")[1]
    server.sql(f'DROP ROLE "{login}"')


def test_the_password_of_a_new_login_is_shown_once(team, server, run):
    code, said = run("grant", "lena", "--login", f"lena-{team}", "-w", "team")
    assert (code, "First password" in said) == (0, True)
    assert f"postgresql://lena-{team}@127.0.0.1" in said

    code, said = run("grant", "lena", "--login", f"lena-{team}", "-w", "team")
    assert (code, "First password" in said) == (0, False)
    run("revoke", "lena", "-w", "team")
    server.sql(f'DROP ROLE "lena-{team}"')


def test_a_file_has_no_logins_to_grant(run):
    run("init", "mine", "--name", "Grace Hopper")

    code, said = run("grant", "grace", "-w", "mine")

    assert (code, "whoever may read it has all of it" in said) == (2, True)


def test_a_file_moves_to_a_server_by_its_backup_and_one_line(
    server, run, tmp_path, demo
):
    goals = demo.goals(audience="pair")
    history = demo.history("goals", goals["goal_id"][0])
    demo.backup(tmp_path / "all.db")
    name = server.new_database()
    toml = demo.folder / "mentorkit.toml"
    toml.write_text(
        toml.read_text().replace(
            '"mentorkit.db"', f'"postgresql://keeper@127.0.0.1:{server.port}/{name}"'
        )
    )
    demo.store.close()

    code, said = run("status", "-w", demo.folder)
    assert (code, "mentorkit restore FILE" in said) == (2, True)
    code, said = run("restore", "all.db", "-w", demo.folder, "--yes")
    assert code == 0, said

    moved = mk.open(demo.folder)
    assert moved.goals(audience="pair").equals(goals)
    assert moved.history("goals", goals["goal_id"][0]).equals(history)
    assert moved.check().ok
    back = moved.backup(tmp_path / "back.db")
    moved.store.close()
    server.drop(name)
    assert mk.open(back).goals(audience="pair").equals(goals)
