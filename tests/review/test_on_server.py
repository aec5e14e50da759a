"""Reviews of a program on a server, made by a member with a login of their own."""

import datetime as dt

import pytest

import mentorkit as mk


pytestmark = pytest.mark.slow

TODAY = dt.date(2026, 8, 3)


@pytest.fixture
def team(server, tmp_path):
    """The owner's workspace, with two mentorships in it."""
    name = server.new_database()
    ws = mk.Workspace.create(
        tmp_path / "team", name="Lena", today=TODAY, database=server.url(name)
    )
    for mentee, mentor in (("Ada Lovelace", "Grace Hopper"), ("Bo Berg", "Eve Moss")):
        handle = ws.begin(mentee=mentee, mentor=mentor)
        ws.add(
            mk.Goal(
                mentorship_id=handle,
                title=f"Goal of {mentee}",
            )
        )
    yield ws, name
    ws.store.close()
    server.drop(name)


def test_a_member_reviews_their_own_mentorship_and_leaves_no_password(
    team, server, tmp_path, silence
):
    owner, name = team
    login = f"grace-{name}"
    word = owner.grant("grace", login=login).password
    mine = mk.Workspace.create(
        tmp_path / "mine", today=TODAY, database=server.url(name, login, word)
    )

    run = mine.review("2026Q3", workers=1, watcher=silence)

    mine.store.close()
    owner.revoke("grace")
    server.sql(f'DROP ROLE "{login}"')
    assert [(each.handle, each.status) for each in run.outcomes] == [
        ("ada-grace", "ok")
    ], run.outcomes
    made = [path for path in (tmp_path / "mine").rglob("*") if path.is_file()]
    texts = {path: path.read_bytes() for path in made}
    pages = [text for path, text in texts.items() if path.name == "ada-grace.html"]
    assert any(b"Goal of Ada Lovelace" in page for page in pages)
    assert not [path for path, text in texts.items() if word.encode() in text]
    assert not [path for path, text in texts.items() if b"Bo Berg" in text]
