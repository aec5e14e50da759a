"""Reviews for everybody: who lets them be made, and what is in them."""

from __future__ import annotations

import datetime as dt
import json

import pytest

import mentorkit as mk
from mentorkit.errors import MentorkitError, NotAllowed, ReviewError, StorageError
from mentorkit.models import RECORDS, Visibility
from mentorkit.privacy import Pseudonyms
from mentorkit.workspace import open_workspace
from mentorkit.workspace.pseudonym_key import VARIABLE


pytestmark = pytest.mark.file

PERIOD = "2026Q3"


@pytest.fixture
def told(workspace):
    """A mentorship with rows of each visibility, whose members allow publishing."""
    workspace.revise("mentorships", "ada-grace", status="active")
    own = {"mentorship_id": "ada-grace"}
    for word in Visibility.words():
        seen = {"visibility": word}
        workspace.add(
            mk.Goal(**own, **seen, title=f"Goal-{word}", set_on=dt.date(2026, 7, 2)),
            mk.Session(
                **own,
                **seen,
                starts_at="2026-08-02T15:00Z",
                status="held",
                minutes=30,
                summary=f"Summary-{word} by Grace",
                private_note=f"Note-{word}",
            ),
            mk.Reflection(
                **own,
                **seen,
                author_id="ada",
                written_on=dt.date(2026, 8, 3),
                text=f"Text-{word}: Grace Hopper, ada@example.org",
            ),
        )
    allow(workspace, "ada", "grace")
    return workspace


def allow(ws, *people, granted=True):
    for who in people:
        ws.add(mk.Consent(person_id=who, scope="publish", granted=granted))


def planned(ws, **asked):
    return ws.review(PERIOD, audience="public", dry_run=True, **asked).missing


def test_everybody_sees_what_is_public_and_that_sessions_were_held(told):
    goals = told.goals(audience="public")
    sessions = told.sessions(audience="public")
    reflections = told.reflections(audience="public")

    assert list(goals["title"]) == ["Goal-public"]
    assert len(sessions) == len(Visibility.words())
    (summary,) = sessions["summary"].dropna()
    assert summary.startswith("Summary-public by Mentor ")
    assert sessions["private_note"].isna().all()
    (text,) = reflections["text"]
    assert text.startswith("Text-public: Mentor ")
    assert text.endswith(", (…)")
    for table in ("people", "enrollments", "consents", "receipts", "review_runs"):
        assert told.frame(table, audience="public").empty


def test_nobody_is_called_by_a_name_a_handle_or_an_id(told):
    ids = {*told.people()["person_id"], *told.mentorships()["mentorship_id"]}
    words = ids | {"ada", "grace", "Ada Lovelace", "Grace Hopper", "ada-grace"}

    frames = [told.frame(record.table, audience="public") for record in RECORDS]

    assert len([frame for frame in frames if len(frame)]) > 4
    for frame in frames:
        assert not words & {str(value) for name in frame for value in frame[name]}


@pytest.mark.parametrize(
    ("who", "answer"), [("ada", "withdrawn"), ("grace", "refused"), ("grace", "never")]
)
def test_one_member_who_does_not_allow_it_is_enough_for_nothing(told, who, answer):
    for row in told.consents().to_dict("records"):
        if row["person"] == who and answer == "withdrawn":
            today = told.today
            told.revise("consents", row["consent_id"], withdrawn_on=today, why="No")
        elif row["person"] == who and answer == "never":
            told.erase("consents", row["consent_id"], why="Never")
    if answer == "refused":
        allow(told, who, granted=False)

    for record in RECORDS:
        left = told.frame(record.table, audience="public")
        assert left.empty or record.table == "programs"
    with pytest.raises(NotAllowed, match="Nothing of this mentorship may be published"):
        told.snapshot("ada-grace", PERIOD, audience="public")
    with pytest.raises(ReviewError, match="nothing may be published"):
        planned(told)
    with pytest.raises(ReviewError, match="Nothing of ada-grace may be published"):
        planned(told, only=["ada-grace"])


def test_what_was_not_public_then_or_is_not_today_is_not_shown(told):
    (public,) = told.goals(audience="public")["goal_id"]
    frame = told.goals()
    (private,) = frame.loc[frame["title"] == "Goal-pair", "goal_id"]
    day = told.today
    later = open_workspace(told.folder, as_="grace", today=day + dt.timedelta(days=2))
    later.revise("goals", public, visibility="pair", why="Not any more")
    later.revise("goals", private, visibility="public", title="Now", why="Fine")

    assert later.goals(audience="public", as_of=day).empty
    assert list(later.goals(audience="public")["title"]) == ["Now"]


def test_a_run_for_everybody_names_nobody_in_any_byte(told):
    run = told.review(PERIOD, audience="public", workers=1)

    (outcome,) = run.outcomes
    assert outcome.status == "ok", outcome.message
    assert outcome.handle.startswith("ms-")
    assert outcome.names.startswith("Mentee ")
    page = (run.folder / outcome.page).read_text("utf-8")
    assert "Goal-public" in page
    assert "Everybody in it has agreed" in page
    files = {p for p in run.folder.parent.rglob("*") if p.is_file()}
    assert {p.parent.name for p in files} == {"public"}
    ids = {*told.people()["person_id"], *told.mentorships()["mentorship_id"]}
    for word in (*ids, "Lovelace", "Hopper", "ada-grace", "Goal-program", "Note-"):
        assert not [p for p in files if word in p.read_text("utf-8") + p.name]
    manifest = json.loads((run.folder / "manifest.json").read_text("utf-8"))
    assert not manifest["reviews"][0]["facts"]["needs_call"]
    (noted,) = told.review_runs().to_dict("records")
    assert (noted["mentorship"], noted["visibility"]) == ("ada-grace", "public")
    assert planned(told) == []

    allow(told, "grace", granted=False)
    with pytest.raises(ReviewError, match="nothing may be published"):
        told.review(PERIOD, audience="public")
    left = {p for p in run.folder.parent.rglob("*") if p.is_file()}
    assert not [p for p in left if outcome.handle in p.read_text("utf-8") + p.name]


def test_the_page_of_somebody_who_is_erased_goes_too(told):
    bare = Pseudonyms(bytes.fromhex("ab" * 32))
    (told.folder / "pseudonyms.key").write_text("ab" * 32)
    (pair,) = told.mentorships()["mentorship_id"]
    page = (
        told.folder
        / "reports"
        / "2026Q3"
        / "public"
        / f"{bare.of('mentorships', pair)}.html"
    )
    page.parent.mkdir(parents=True)
    page.write_text("Nobody is named here")

    told.erase_person("ada")

    assert not page.exists()


def test_an_error_is_not_told_to_everybody_in_its_own_words(told, tmp_path):
    path = told.folder / "notebooks" / "reviews" / "quarterly.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    notebook["cells"][3]["source"] = "raise ValueError(ws.store.place, 'Lovelace')"
    (tmp_path / "mine.ipynb").write_text(json.dumps(notebook))

    run = told.review(
        PERIOD, audience="public", template=str(tmp_path / "mine.ipynb"), workers=1
    )

    (failed,) = run.failed
    assert failed.message.startswith("ValueError (cell ")
    assert "Lovelace" not in run.index.read_text("utf-8")
    assert "Lovelace" not in (run.folder / failed.page).read_text("utf-8")


def test_the_key_is_kept_and_a_wrong_one_is_told(told, monkeypatch):
    first = planned(told)

    key = told.folder / "pseudonyms.key"
    assert key.stat().st_mode & 0o077 == 0
    assert planned(told) == first
    monkeypatch.setenv(VARIABLE, "ab" * 32)
    assert planned(told) != first
    monkeypatch.delenv(VARIABLE)
    key.write_text("lost")
    with pytest.raises(StorageError, match="holds no key for pseudonyms"):
        planned(told)


def test_other_reviews_and_exports_are_not_made_for_everybody(told, tmp_path):
    with pytest.raises(ReviewError, match="not made for the audience 'public'"):
        planned(told, template="program")
    everybody = open_workspace(told.folder, as_="grace", audience="public")
    with pytest.raises(MentorkitError, match="no export for 'public'"):
        everybody.export(tmp_path / "out")
