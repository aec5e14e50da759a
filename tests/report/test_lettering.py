"""Labels that are put in after a drawing was drawn: nothing but the time differs."""

import re

from tests.report import stories

from mentorkit import report
from mentorkit.report import svg
from mentorkit.report.lettering import LETTERS, unlettered


def drawings(snapshot):
    parts = (report.milestones, report.confidence, report.sessions)
    for part in parts:
        for figure in part(snapshot).figures:
            yield from figure.specs


def bare(picture):
    """Return a drawing without the names that are made of its words."""
    return re.sub(r"c[0-9a-f]{8}", "", picture)


def test_a_chart_is_drawn_as_if_its_labels_had_been_there_from_the_start(monkeypatch):
    specs = [*drawings(stories.rich()), *drawings(stories.hostile())]
    pictures = [bare(svg.picture(spec, "T", "D")) for spec in specs]
    spared = [unlettered(spec)[1] for spec in specs]

    monkeypatch.setattr(svg, "unlettered", lambda spec: (spec, {}))
    assert pictures == [bare(svg.picture(spec, "T", "D")) for spec in specs]
    assert sum(bool(labels) for labels in spared) > len(specs) / 2


def sheet(rows, **text):
    encoding = {"text": {"field": "words"}, "y": {"field": "y"}}
    return {
        "autosize": {"type": "none"},
        "datasets": {"rows": rows},
        "layer": [{"data": {"name": "rows"}, "mark": "text", "encoding": encoding}],
    } | text


def test_labels_that_a_drawing_hangs_on_are_left_in_it():
    rows = [{"y": 1, "words": "Meet"}]
    read_twice = sheet(rows)
    read_twice["layer"][0]["encoding"]["color"] = {"field": "words"}
    many = [{"y": n, "words": str(n)} for n in range(len(LETTERS) + 1)]

    assert unlettered(sheet(rows))[1] == {"a": "Meet"}
    for kept in (read_twice, sheet(rows, autosize={"type": "pad"}), sheet(many)):
        assert unlettered(kept) == (kept, {})


def test_two_drawings_that_differ_in_words_alone_share_no_id():
    spec = next(drawings(stories.rich()))
    other = {**spec, "datasets": {}}
    for name, rows in spec["datasets"].items():
        other["datasets"][name] = [
            row | ({"words": f"{row['words']}!"} if row.get("words") else {})
            for row in rows
        ]

    ids = [
        set(re.findall(r'id="(\S+)"', svg.picture(each, "T", "D")))
        for each in (spec, other)
    ]
    assert all(ids)
    assert not ids[0] & ids[1]
