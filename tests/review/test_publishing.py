"""What a run tells of the run before it, however often it was stopped in between."""

from __future__ import annotations

import json
import shutil

import pytest

from mentorkit.review.job import Outcome
from mentorkit.review.manifest import publish, withdraw
from mentorkit.review.places import Folder


ABOUT = {
    "period": "2026Q3",
    "cut": "2026-09-20T10:00:00+00:00",
    "audience": "pair",
    "template": "quarterly",
    "subject": "mentorship",
    "program": "Data track",
    "language": "en",
    "mentorkit": "1",
}
LATER = ABOUT | {"cut": "2026-09-27T10:00:00+00:00"}
CALL = [{"reason": "3 milestones are late.", "rule": "Call when 2 or more are late."}]
FACTS = {
    "mentors": ["Daniel Reyes"],
    "state": "active",
    "goals": 4,
    "goals_reached": 2,
    "milestones": 8,
    "milestones_done": 5,
    "milestones_late": 0,
    "sessions_held": 11,
    "sessions_expected": None,
    "needs_call": [],
}


def made(handle, inputs="1", **more):
    """Return a review as it was made; ``call`` and ``failed`` are kinds of it."""
    if more.get("failed"):
        return Outcome(handle, handle, "failed", message="It broke.", inputs=inputs)
    facts = FACTS | {"needs_call": CALL if more.get("call") else []}
    page = f"{handle}.html"
    return Outcome(handle, handle, "ok", page=page, inputs=inputs, facts=facts)


BEFORE = [made("ada"), made("bo"), made("cy", failed=True), made("di")]
AFTER = [made("ada", "2"), made("bo", "2", call=True), made("cy", "2"), made("eve")]


@pytest.fixture
def place(tmp_path):
    place = Folder(tmp_path / "run")
    publish(place, BEFORE, ABOUT)
    return place


def manifest(place):
    return json.loads(place.read("manifest.json"))


def files(place):
    return {name: place.read(name) for name in place.names()}


def test_the_first_run_compares_nothing(place):
    assert "changes" not in manifest(place)
    assert "last run" not in place.read("index.html")


def test_a_run_tells_what_changed_since_the_last_one(place):
    publish(place, AFTER, LATER)

    assert manifest(place)["changes"] == {
        "since": ABOUT["cut"],
        "was": {"bo": "active", "cy": "failed"},
        "new": ["eve"],
        "anew": ["ada", "bo", "cy"],
        "gone": [["di", "di"]],
    }


def test_a_run_in_which_nothing_changed_leaves_every_file_as_it_was(place):
    publish(place, AFTER, LATER)
    written = {path: path.stat() for path in place.path.iterdir()}

    publish(place, AFTER, LATER)

    assert {path: path.stat() for path in place.path.iterdir()} == written


def test_a_later_moment_that_changed_nothing_keeps_what_the_index_tells(place):
    publish(place, AFTER, LATER)
    index = place.read("index.html")

    publish(place, AFTER, LATER | {"cut": "2026-09-27T18:00:00+00:00"})

    assert place.read("index.html") == index


@pytest.mark.parametrize("stops", [[1], [0, 2, 1], [3]])
def test_a_run_that_was_stopped_ends_as_one_that_was_not(place, tmp_path, stops):
    calm = Folder(tmp_path / "calm")
    shutil.copytree(place.path, calm.path)
    publish(calm, AFTER, LATER)

    for done in stops:
        publish(place, AFTER[:done], LATER, missing=len(AFTER) - done)
        assert "was stopped" in place.read("index.html") or done == 0
        assert "last run" not in place.read("index.html")
    publish(place, AFTER, LATER)

    assert files(place) == files(calm)


def test_a_first_run_that_was_stopped_ends_as_one_that_was_not(place, tmp_path):
    other = Folder(tmp_path / "other")
    publish(other, BEFORE[:2], ABOUT, missing=2)
    publish(other, BEFORE, ABOUT)

    assert files(other) == files(place)


def test_a_run_killed_while_it_writes_its_pages_tells_the_same(place, tmp_path):
    calm = Folder(tmp_path / "calm")
    shutil.copytree(place.path, calm.path)
    publish(calm, AFTER, LATER)

    class Killed(Folder):
        def write(self, name, text):
            if name == "manifest.json":
                raise KeyboardInterrupt
            super().write(name, text)

    with pytest.raises(KeyboardInterrupt):
        publish(Killed(place.path), AFTER, LATER)
    publish(place, AFTER, LATER)

    assert files(place) == files(calm)


def test_whoever_was_not_asked_for_is_neither_gone_nor_new_afterwards(place):
    publish(place, [made("ada", "2")], LATER, partly=True)
    assert manifest(place)["changes"]["gone"] == []

    publish(place, [made("ada", "2"), *BEFORE[1:3]], LATER)
    changes = manifest(place)["changes"]

    assert changes["new"] == []
    assert changes["gone"] == [["di", "di"]]
    assert "before" not in manifest(place)


def test_another_kind_of_review_in_the_same_folder_is_not_compared(place):
    publish(place, AFTER, LATER | {"audience": "program"})

    assert "changes" not in manifest(place)


def test_everybody_is_told_nothing_of_what_was_withdrawn(tmp_path):
    place, public = Folder(tmp_path / "public"), {"audience": "public"}
    publish(place, BEFORE, ABOUT | public)

    publish(place, AFTER[:2], LATER | public, missing=1)
    publish(place, AFTER, LATER | public)

    assert not {"changes", "before"} & manifest(place).keys()
    assert "di.html" not in "".join(files(place).values())
    assert "last run" not in place.read("index.html")


def test_pages_of_a_longer_run_go_and_reviews_stay(place):
    place.write("ada.html", "a review")
    publish(place, [made(f"p-{n:03}") for n in range(300)], ABOUT)
    assert {"by_name_2.html", "search.html", "changes_1.html"} <= place.names()

    publish(place, AFTER, LATER, missing=1)

    assert place.names() == {
        *("index.html", "summary.html", "manifest.json"),
        "ada.html",
    }


def test_after_an_erasure_nothing_is_told_of_the_past(place):
    publish(place, [made(f"p-{n:03}") for n in range(300)], ABOUT)

    withdraw(place, {"p-000"}, lambda text: text.replace("ada", "somebody"))

    found = "".join(files(place).values())
    assert "p-000" not in found
    assert "ada" not in found
    assert "changes" not in manifest(place)
