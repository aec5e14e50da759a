"""Frames: tidy, typed, and without what their reader may not see."""

from itertools import product

import altair as alt
import pandas as pd
import pytest

import mentorkit as mk
from mentorkit.frames.tidy import frame_of, rows_of
from mentorkit.models import RECORDS
from mentorkit.workspace import Workspace


DTYPES = {
    "text": "str",
    "reference": "str",
    "integer": "Int64",
    "number": "float64",
    "boolean": "boolean",
    "date": "datetime64[us]",
    "instant": "datetime64[us, UTC]",
    "choice": "category",
}


def test_a_frame_has_its_records_columns_and_dtypes_whether_empty_or_not(
    workspace, demo
):
    for ws, record in product((workspace, demo), RECORDS):
        frame = ws.frame(record.table, audience="pair")

        assert {
            field.name: str(frame[field.name].dtype) for field in record.fields()
        } == {field.name: DTYPES[field.kind] for field in record.fields()}


def test_a_reference_has_its_handle_beside_it(workspace):
    workspace.add(mk.Goal(mentorship_id="ada-grace", title="Read one book"))

    goal = workspace.goals().iloc[0]

    assert (goal["mentorship"], goal["owner"]) == ("ada-grace", "ada")
    columns = list(workspace.goals().columns)
    assert columns.index("mentorship") == columns.index("mentorship_id") + 1


def test_a_frame_of_one_mentorship_holds_its_rows_only(demo):
    handle = demo.mentorships()["handle"].iloc[0]

    milestones = demo.milestones(mentorship=handle)

    assert set(milestones["mentorship"]) == {handle}
    assert set(milestones["goal_id"]) <= set(demo.goals(mentorship=handle)["goal_id"])


def test_an_unknown_mentorship_is_answered_with_the_closest(workspace):
    with pytest.raises(mk.NotFound, match=r"Did you mean 'ada-grace'\?"):
        workspace.goals(mentorship="ada-grce")


def test_a_frame_as_of_a_day_shows_the_rows_as_they_were_at_its_end(demo):
    now = demo.milestones(audience="pair").set_index("milestone_id")
    then = demo.milestones(audience="pair", as_of="2026-08-01").set_index(
        "milestone_id"
    )

    assert 0 < len(then) < len(now)
    assert then["done_on"].max() <= pd.Timestamp("2026-08-01")
    both = then.index.intersection(now.index)
    assert (then.loc[both, "status"] != now.loc[both, "status"]).any()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_altair_takes_every_frame_as_it_is(record, demo):
    frame = demo.frame(record.table, audience="pair")

    spec = alt.Chart(frame).mark_point().to_dict()

    (rows,) = spec["datasets"].values()
    assert len(rows) == len(frame)
    assert bool(rows) is not bool(record.confided or record.automatic)


def reflections(ws, **values):
    return ws.add(
        mk.Reflection(mentorship_id="ada-grace", text="I was afraid", **values)
    )


def test_private_text_is_read_by_its_author_alone(workspace):
    reflections(workspace, visibility="private")
    workspace.add(
        mk.Session(
            mentorship_id="ada-grace",
            starts_at="2026-08-01T10:00+00:00",
            summary="We met",
            private_note="She seems tired",
        )
    )
    ada = mk.open(workspace.folder, as_="ada")

    assert list(workspace.reflections()["text"]) == ["I was afraid"]
    assert list(workspace.sessions()["private_note"]) == ["She seems tired"]
    assert ada.reflections().empty
    assert ada.sessions()["private_note"].isna().all()
    assert list(ada.sessions()["summary"]) == ["We met"]
    for audience in ("pair", "program"):
        assert workspace.reflections(audience=audience).empty
        assert workspace.sessions(audience=audience)["private_note"].isna().all()


def test_the_program_reads_what_was_shared_with_it_and_no_more(workspace):
    workspace.add(
        mk.Goal(mentorship_id="ada-grace", title="Ours", visibility="pair"),
        mk.Goal(mentorship_id="ada-grace", title="Shared", visibility="program"),
    )

    seen = workspace.goals(audience="program")

    assert len(seen) == 2
    assert list(seen["title"].dropna()) == ["Shared"]


def test_a_stranger_to_a_mentorship_does_not_see_that_it_is_there(workspace):
    workspace.add(mk.Person(handle="lin", name="Lin"))
    workspace.add(mk.Goal(mentorship_id="ada-grace", title="Ours"))

    lin = mk.open(workspace.folder, as_="lin")

    assert lin.mentorships().empty
    assert lin.goals().empty
    assert lin.members().empty


def test_history_hides_what_its_reader_may_not_see(workspace):
    kept = reflections(workspace, visibility="private")
    workspace.revise("reflections", kept.id, text="I was very afraid", why="truer")
    ada = mk.open(workspace.folder, as_="ada")

    mine, hers = (
        workspace.history("reflections", kept.id),
        ada.history("reflections", kept.id),
    )

    assert "I was very afraid" in list(mine["after"])
    assert "afraid" not in hers.to_csv()
    assert "truer" not in hers.to_csv()


def test_the_snapshot_of_a_quarter_is_the_same_after_the_quarter(demo):
    handle = demo.mentorships()["handle"].iloc[0]
    before = demo.snapshot(handle, "2026Q3")

    goal = demo.goals(mentorship=handle).iloc[0]
    later = mk.open(demo.folder, today="2026-12-01")
    later.revise("goals", goal["goal_id"], title="Something else entirely")
    after = later.snapshot(handle, "2026Q3")

    assert after.cut == before.cut
    pd.testing.assert_frame_equal(after.goals, before.goals)


def test_what_is_written_up_within_the_grace_days_belongs_to_the_quarter(workspace):
    late = mk.open(workspace.folder, today="2026-10-03")
    session = late.add(
        mk.Session(
            mentorship_id="ada-grace",
            starts_at="2026-09-30T15:00+01:00",
            status="held",
            minutes=45,
        )
    )
    much_later = mk.open(workspace.folder, today="2026-10-20")
    much_later.add(
        mk.Session(mentorship_id="ada-grace", starts_at="2026-09-29T15:00+01:00")
    )

    snapshot = much_later.snapshot("ada-grace", "2026Q3")

    assert list(snapshot.sessions["session_id"]) == [session.id]
    assert str(snapshot.day) == "2026-09-30"


def test_a_workspace_that_was_laid_out_after_the_quarter_reviews_what_it_imported(
    demo, tmp_path
):
    demo.export(tmp_path / "out")
    late = Workspace.create(tmp_path / "late", name="Keeper")
    late.import_folder(tmp_path / "out")

    snapshot = late.snapshot("amara-ingrid", "2026Q3")

    assert snapshot.names("mentee") == demo.snapshot("amara-ingrid", "2026Q3").names(
        "mentee"
    )
    assert len(snapshot.goals) == len(demo.goals(mentorship="amara-ingrid"))


@pytest.mark.parametrize("storage", ["python", "pyarrow"])
@pytest.mark.parametrize("audience", ["pair", "program", None])
def test_frames_are_the_same_however_pandas_keeps_its_texts(
    workspace, storage, audience
):
    if storage == "pyarrow":
        pytest.importorskip("pyarrow")
    workspace.add(mk.Goal(mentorship_id="ada-grace", title="Read one book"))

    with pd.option_context("mode.string_storage", storage):
        read = {r.table: workspace.frame(r.table, audience=audience) for r in RECORDS}

    assert {name: len(frame) for name, frame in read.items() if len(frame)} == {
        "programs": 1,
        "people": 2,
        "enrollments": 3,
        "mentorships": 1,
        "members": 2,
        "goals": 1,
    }
    assert read["goals"]["title"].notna().item() == (audience != "program")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_a_frame_holds_what_the_rows_hold_however_pandas_keeps_its_texts(record, demo):
    pytest.importorskip("pyarrow")
    rows = demo.store.rows(record.table)
    kept = {}

    for storage in ("python", "pyarrow"):
        with pd.option_context("mode.string_storage", storage):
            frame = frame_of(record, rows)
        assert str(frame[record.key()].dtype) == "str"
        assert frame[record.key()].dtype.storage == storage
        words = [f.name for f in record.fields() if f.vocabulary]
        kinds = {frame[name].cat.categories.dtype.storage for name in words}
        assert kinds <= {storage}
        kept[storage] = rows_of(record, frame)

    def by_key(given):
        return sorted(given, key=lambda row: row[record.key()])

    assert by_key(kept["python"]) == by_key(kept["pyarrow"]) == by_key(rows)
