"""What came back of an assignment becomes rows, the same however it is collected."""

import os
import random
import signal
import subprocess
import sys

import msgspec
import pytest

import mentorkit as mk
from handed_out import VALUES, as_bytes, cell_of, manifest, notebook
from mentorkit.workspace import collected


LEARNERS = ("ada", "ben", "cho")


@pytest.fixture
def ws(workspace):
    """Grace's workspace, with three learners who were given an assignment."""
    for handle in LEARNERS[1:]:
        workspace.add(mk.Person(handle=handle, name=handle.title()))
    folder = workspace.folder / "assignments" / "week-1"
    folder.mkdir(parents=True)
    kept = msgspec.json.encode(manifest(*LEARNERS))
    (folder / "assignment.json").write_bytes(kept)
    return workspace


def put(folder, name, data, at=1_790_000_000):
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else as_bytes(data))
    os.utime(file, (at, at))
    return file


def kept(frame):
    return {
        tuple(row)
        for row in frame[["prompt", "row_number", "part", "value"]].itertuples(
            index=False
        )
    }


def test_what_was_typed_is_what_the_frames_hold(ws, tmp_path):
    put(tmp_path / "in", "week-1--ben.ipynb", notebook("ben"))

    done = ws.collect(tmp_path / "in")

    assert kept(ws.submissions()) == VALUES
    assert kept(done.answers()) == VALUES
    (row,) = done.report().to_dict("records")
    assert (row["learner"], row["state"], row["answered"]) == ("ben", "note", 6)
    assert not done.needs_person
    assert done.missing == {"week-1": ["ada", "cho"]}
    (receipt,) = ws.receipts().to_dict("records")
    assert (receipt["person"], receipt["state"]) == ("ben", "taken")
    assert ws.check().ok


def tables(ws):
    """Return what collecting keeps, without who kept it and when."""
    return ws.submissions().to_csv(), ws.receipts().to_csv()


def said(ws, learner="ben"):
    """Return what counts as a learner's answer to the first question."""
    done = ws.collect(assignment=ws.folder / "assignments" / "week-1")
    answers = done.answers()
    mine = answers[(answers["person"] == learner) & (answers["prompt"] == "week")]
    return list(mine["value"])


def week(text, learner="ben"):
    return notebook(learner, {"week": text})


def inbox(folder):
    """Put what three learners handed in, some of it twice, odd or broken."""
    day = 1_790_000_000
    put(folder, "week-1--ada.ipynb", notebook("ada"), day)
    put(folder / "a", "week-1--ben.ipynb", week("First."), day)
    put(folder / "b", "week-1--ben.ipynb", week("Second."), day + 100)
    put(folder / "c", "week-1--ben.ipynb", week("First."), day + 200)
    odd = notebook("cho")
    cell_of(odd, "mood")["source"] = "- [x] Stuck\n- [x] Done"
    put(folder, "week-1--cho.ipynb", odd, day)
    put(folder, "broken.ipynb", b"{", day)
    return folder


def test_what_counts_is_what_came_last_even_if_it_is_what_came_first(ws, tmp_path):
    folder = inbox(tmp_path / "in")

    done = ws.collect(folder)

    assert said(ws) == ["First."]
    assert len(ws.receipts()) == 5
    texts = ws.submissions().query("prompt == 'week' and person == 'ben'")["value"]
    assert sorted(texts) == ["First.", "Second."]
    report = done.report().set_index("path")
    assert not report.loc["in/b/week-1--ben.ipynb", "counts"]
    assert report.loc["in/a/week-1--ben.ipynb", "counts"]
    assert [each.path for each in done.for_person] == [
        "in/broken.ipynb",
        "in/week-1--cho.ipynb",
    ]


def test_any_order_twice_or_in_parts_gives_the_same_tables(ws, tmp_path, monkeypatch):
    folder = inbox(tmp_path / "in")
    whole = ws.collect(folder)
    expected, report = tables(ws), whole.report()
    monkeypatch.setattr(collected, "AT_ONCE", 2)

    again = ws.collect(folder)

    assert (again.added, tables(ws)) == (0, expected)
    assert again.report().equals(report)
    for seed in range(3):
        take_back(ws)
        files = sorted(folder.rglob("*.ipynb"))
        random.Random(seed).shuffle(files)
        for file in files[:3]:
            copied = folder.parent / "part" / folder.name / file.relative_to(folder)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(file.read_bytes())
            os.utime(copied, (file.stat().st_mtime, file.stat().st_mtime))
            ws.collect(folder.parent / "part" / folder.name)
        ws.collect(folder)
        assert tables(ws) == expected
        assert ws.check().ok


def take_back(ws):
    """Take back everything that was collected."""
    for receipt in ws.receipts()["receipt_id"]:
        if len(ws.receipts().query("receipt_id == @receipt")):
            ws.undo(ws.history("receipts", receipt)["change_set"].iloc[-1])


class Interrupted(Exception):  # noqa: N818
    """What stops a test's collecting in the middle."""


class Stopping:
    """Stops at a file."""

    def __init__(self, at):
        self.at = at

    def read(self, _hand_in, number, _count):
        if number == self.at:
            raise Interrupted

    def end(self):
        pass


@pytest.mark.file
@pytest.mark.parametrize("at", [1, 4])
def test_what_was_interrupted_is_gone_on_with(ws, tmp_path, monkeypatch, at):
    folder = inbox(tmp_path / "in")
    monkeypatch.setattr(collected, "AT_ONCE", 2)
    with pytest.raises(Interrupted):
        ws.collect(folder, watcher=Stopping(at))
    halfway = len(ws.receipts())

    done = ws.collect(folder)

    assert halfway + done.added == 5
    assert len(ws.receipts()) == 5
    assert said(ws) == ["First."]


KILLED = """
import os, signal, sys
import mentorkit as mk
from mentorkit.workspace import collected

class Killed:
    def read(self, _hand_in, number, _count):
        if number == 4:
            os.kill(os.getpid(), signal.SIGKILL)

    def end(self):
        pass

collected.AT_ONCE = 2
mk.open(sys.argv[1]).collect(sys.argv[2], watcher=Killed())
"""


def as_they_lie(folder):
    """Return every file of a folder: its bytes, its times, its rights."""
    return {
        path.relative_to(folder): (
            path.read_bytes(),
            path.stat().st_mtime_ns,
            path.stat().st_mode,
        )
        for path in folder.rglob("*.ipynb")
    }


@pytest.mark.file
def test_what_was_killed_in_the_middle_is_gone_on_with(ws, tmp_path):
    folder = inbox(tmp_path / "in")
    before = as_they_lie(folder)
    command = [sys.executable, "-c", KILLED, str(ws.folder), str(folder)]
    child = subprocess.run(command, check=False, capture_output=True)
    assert child.returncode == -signal.SIGKILL, child.stderr
    assert 0 < len(ws.receipts()) < 5

    ws.collect(folder)

    interrupted = tables(ws)
    take_back(ws)
    assert ws.receipts().empty
    ws.collect(folder)
    assert tables(ws) == interrupted
    assert len(ws.receipts()) == 5
    assert ws.check().ok
    assert as_they_lie(folder) == before


@pytest.mark.file
def test_who_is_nobody_here_is_told_and_nothing_of_theirs_is_kept(ws, tmp_path):
    kept = msgspec.json.encode(manifest("zoe"))
    (ws.folder / "assignments" / "week-1" / "assignment.json").write_bytes(kept)
    put(tmp_path / "in", "week-1--zoe.ipynb", notebook("zoe"))

    done = ws.collect(tmp_path / "in")

    assert "There is nobody zoe" in done.report().loc[0, "remarks"]
    assert done.needs_person
    assert ws.receipts().empty
    assert ws.submissions().empty


def test_erasing_a_person_takes_their_answers_along(ws, tmp_path):
    put(tmp_path / "in", "week-1--ben.ipynb", week("Ben alone knows this."))
    put(tmp_path / "in", "week-1--cho.ipynb", week("Cho’s own.", "cho"))
    ws.collect(tmp_path / "in")

    ws.store.erase_person("ben", by="grace", counts=False)

    assert list(ws.submissions()["value"]) == ["Cho’s own."]
    assert list(ws.receipts()["person"]) == ["cho"]
    assert ws.check().ok
    done = ws.collect(tmp_path / "in")
    assert [each.path for each in done.for_person] == ["in/week-1--ben.ipynb"]


def test_counts_of_an_erased_person_may_stay_without_their_words(ws, tmp_path):
    put(tmp_path / "in", "ben's.ipynb", week("Ben alone knows this."))
    ws.collect(tmp_path / "in")

    ws.store.erase_person("ben", by="grace", counts=True)

    (row,) = ws.submissions().to_dict("records")
    assert (row["prompt"], row["value"]) == ("week", "(erased)")
    (receipt,) = ws.receipts().to_dict("records")
    assert (receipt["answered"], receipt["path"]) == (1, "(erased)")
    assert receipt["remarks"] == "(erased)"
    assert ws.check().ok
    ws.collect(tmp_path / "in")
    assert len(ws.submissions()) == 1


@pytest.mark.file
def test_another_learner_reads_nothing_of_it(ws, tmp_path):
    put(tmp_path / "in", "week-1--ben.ipynb", week("Ben’s own."))
    ws.collect(tmp_path / "in")

    def seen(who):
        there = mk.open(ws.folder, as_=who)
        values = list(there.submissions()["value"])
        paths = list(there.receipts()["path"].dropna())
        there.store.close()
        return values, paths

    assert seen("cho") == ([], [])
    assert seen("ben") == (["Ben’s own."], ["in/week-1--ben.ipynb"])
    assert seen("grace") == seen("ben")


@pytest.mark.file
def test_an_assignment_that_is_damaged_or_missing_is_told(ws, tmp_path):
    kept = ws.folder / "assignments" / "week-1" / "assignment.json"
    for data, words in (
        (b"{", "damaged"),
        (kept.read_bytes().replace(b'"schema":1', b'"schema":9'), "newer mentorkit"),
        (kept.read_bytes().replace(b"21:59:00Z", b"21:59:00"), "no time zone"),
        (kept.read_bytes().replace(b'"schema":1,', b""), "damaged"),
    ):
        kept.write_bytes(data)
        with pytest.raises(mk.MentorkitError, match=words):
            ws.collect(tmp_path)
        kept.write_bytes(msgspec.json.encode(manifest(*LEARNERS)))
    kept.unlink()
    with pytest.raises(mk.MentorkitError, match="--assignment FILE"):
        ws.collect(tmp_path)


def test_what_somebody_has_looked_at_needs_nobody_any_more(ws, tmp_path):
    folder = inbox(tmp_path / "in")
    (folder / "broken.ipynb").unlink()
    assert [each.learner for each in ws.collect(folder).for_person] == ["cho"]

    assert ws.accept("cho", why="Both are true") == 1

    again = ws.collect(folder)
    assert not again.needs_person
    (receipt,) = ws.receipts().query("person == 'cho'").to_dict("records")
    assert receipt["state"] == "accepted"
    assert ws.accept("cho") == 0
    with pytest.raises(mk.NotFound):
        ws.accept("ada", "zoe")


@pytest.mark.file
def test_nobody_takes_anothers_place_by_writing_their_name_into_a_file(ws, tmp_path):
    forged = week("Forged.")
    forged["metadata"]["mentorkit"]["ticket"] = "0" * 32
    put(tmp_path / "in", "week-1--ben.ipynb", week("Mine."))
    put(tmp_path / "in", "later.ipynb", forged, 1_790_009_000)

    done = ws.collect(tmp_path / "in")

    assert said(ws) == ["Mine."]
    assert done.needs_person
    assert len(ws.receipts()) == 2
    ws.accept("ben", why="He lost his copy and wrote a new one")
    assert said(ws) == ["Forged."]
