"""Pages as bytes: what is in them, and above all what is not."""

from __future__ import annotations

import base64
import copy
import hashlib
import re
import subprocess
import sys
from html.parser import HTMLParser

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from tests.report import stories
from tests.report.booklets import KINDS, cell, executed
from tests.report.conftest import OTHERS

from mentorkit import report
from mentorkit.errors import ReviewError
from mentorkit.report.block import MIME
from mentorkit.report.exporter import ReviewExporter


NAMES = ("rich", "empty", "begun", "paused", "crowded", "group", "hostile", "program")
NAMES += tuple(OTHERS)
VOID = {"meta", "link", "br", "hr", "img", "input"}
KEPT = r"[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f]"


class Checker(HTMLParser):
    """Follows the tags, and remembers what was never closed or is there twice."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.ids, self.wrong, self.links = [], [], [], [], []
        self.headings = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append(tag)
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.links += [attrs[k] for k in ("href", "src", "xlink:href") if k in attrs]
        self.wrong += [
            (tag, name) for name in attrs if name.startswith(("on", "style"))
        ]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(("end", tag))


def read(html):
    checker = Checker()
    checker.feed(html)
    checker.close()
    return checker


@pytest.mark.parametrize("name", NAMES)
def test_every_tag_is_closed_every_id_is_there_once_and_no_heading_is_skipped(
    pages, name
):
    found = read(pages[name])

    assert found.open == []
    assert found.wrong == []
    assert len(found.ids) == len(set(found.ids))
    assert found.headings[0] == 1
    assert found.headings.count(1) == 1
    assert set(found.headings[1:]) == {2}
    assert "</figcaption>" not in pages[name].replace("</figcaption></figure>", "")


@pytest.mark.parametrize("name", NAMES)
def test_a_page_holds_no_script_and_loads_nothing(pages, name):
    found = read(pages[name])

    assert not {"script", "img", "image", "iframe", "link", "object", "use", "base"} & {
        *found.tags
    }
    assert all(link.startswith(("#", "https:", "mailto:")) for link in found.links)
    assert "url(http" not in pages[name]
    assert "@import" not in pages[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_policy_allows_exactly_the_style_that_is_there(pages, name):
    style = re.search(r"<style>(.*?)</style>", pages[name], re.DOTALL)[1]
    policy = re.search(
        r'http-equiv="Content-Security-Policy" content="([^"]*)"', pages[name]
    )[1].replace("&#39;", "'")

    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert pages[name].index("Content-Security-Policy") < pages[name].index("<title>")


def test_what_people_typed_stays_text(pages):
    html = pages["hostile"]

    assert html.count("&lt;script&gt;alert(1)") > 8
    assert "javascript:" not in "".join(read(html).links)
    assert "https://evil.example/y.png" not in "".join(read(html).links)
    assert "{0} {name} {{ 7*7 }}" in html


@pytest.mark.parametrize("name", NAMES)
def test_no_control_character_and_no_turn_of_direction_reaches_a_page(pages, name):
    assert re.findall(KEPT, pages[name]) == []


def test_names_stand_in_their_own_direction(pages):
    assert "<h1><bdi>أمل الحسيني</bdi></h1>" in pages["crowded"]


def test_the_same_notebook_gives_the_same_bytes_in_another_process(
    rich_notebook, pages, tmp_path
):
    nbformat.write(rich_notebook, tmp_path / "review.ipynb")
    code = (
        "import sys, nbformat; from mentorkit import report;"
        "nb = nbformat.read(sys.argv[1], as_version=4);"
        "sys.stdout.buffer.write(report.page(nb).encode())"
    )

    made = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "review.ipynb"],
        capture_output=True,
        check=True,
        timeout=120,
    )

    assert made.stdout.decode() == pages["rich"]


def test_a_page_with_three_charts_in_two_widths_stays_small(pages):
    assert pages["rich"].count('role="img"') == 6
    assert len(pages["rich"].encode()) <= 100_000


def test_only_blocks_reach_the_page(rich_notebook, pages):
    notebook = copy.deepcopy(rich_notebook)
    data = {"text/html": "LEAK", "text/plain": "LEAK", "image/png": "TEVBSw=="}
    outputs = [
        new_output("stream", text="LEAK"),
        new_output("stream", name="stderr", text="LEAK"),
        new_output("execute_result", data=data),
    ]
    notebook.cells.insert(0, new_code_cell("secret = 'LEAK'", outputs=outputs))
    notebook.cells.append(new_markdown_cell("LEAK"))
    notebook.metadata.papermill = {"parameters": {"secret": "LEAK"}}

    assert report.page(notebook) == pages["rich"]


def test_a_notebook_with_an_error_is_refused_without_its_traceback(rich_notebook):
    notebook = copy.deepcopy(rich_notebook)
    error = new_output("error", ename="KeyError", evalue="secret", traceback=["secret"])
    notebook.cells.append(new_code_cell("", outputs=[error]))

    with pytest.raises(ReviewError, match="KeyError") as caught:
        report.page(notebook)

    assert "secret" not in str(caught.value)


def test_a_notebook_without_blocks_is_refused():
    with pytest.raises(ReviewError, match="none of a report's parts"):
        report.page(new_notebook(cells=[new_code_cell("1")]))


@pytest.mark.parametrize("audience", ["peers", "program", "public"])
def test_blocks_made_for_fewer_people_are_refused(rich_notebook, audience):
    with pytest.raises(ReviewError, match=f"'pair', so no page for '{audience}'"):
        report.page(rich_notebook, audience=audience)


def test_one_narrow_block_among_wide_ones_is_enough_to_refuse(rich):
    notebook = executed(stories.for_program(rich))
    notebook.cells.append(cell(report.reflections(rich)))

    with pytest.raises(ReviewError, match="'pair'"):
        report.page(notebook, audience="program")


def test_blocks_made_for_more_people_may_be_shown_to_fewer(rich):
    wide = executed(stories.for_program(rich))

    assert report.page(wide, audience="pair") == report.page(wide)


def test_an_audience_that_nobody_knows_is_refused(rich_notebook):
    with pytest.raises(ReviewError, match="no audience 'everyone'"):
        report.page(rich_notebook, audience="everyone")


def test_an_output_that_only_says_it_is_a_block_is_refused():
    output = new_output("display_data", {MIME: {"kind": "section"}})

    with pytest.raises(ReviewError, match="it is not one"):
        report.page(new_notebook(cells=[new_code_cell("", outputs=[output])]))


def test_a_block_that_was_tampered_with_is_cleaned(rich_notebook):
    notebook = copy.deepcopy(rich_notebook)
    content = notebook.cells[1].outputs[0].data[MIME]
    content["html"] += (
        "<script>x()</script><p onclick='x()' style='x'>"
        "<img src=x><svg><use href='https://evil.example'/></svg></p>"
    )
    content["id"] = '"><script>'

    found = read(report.page(notebook))

    assert {"script", "img", "use"} & {*found.tags} == set()
    assert found.wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_cleaning_takes_nothing_from_what_the_parts_made(rich, name):
    told = {"rich": rich, "program": stories.for_program(rich)}.get(name) or {
        "empty": stories.snapshot,
        "paused": stories.rich,
        **{other: made for other, (made, _) in OTHERS.items()},
    }.get(name, getattr(stories, name, None))()
    _, kind = OTHERS.get(name, (None, "quarterly"))

    for shown in executed(told, KINDS[kind]).cells:
        content = shown.outputs[0].data[MIME]
        html = str(report.Block.from_content(content).html)

        assert shape(html) == shape(content["html"])


def shape(html):
    checker = read(html)
    return checker.tags, checker.wrong, re.sub(r"<[^>]*>", "", html)


def test_a_part_that_is_shown_twice_gets_an_anchor_of_its_own(rich):
    notebook = executed(rich, ("heading", "goals", "goals"))

    found = read(report.page(notebook))

    assert {"goals", "goals-2"} <= set(found.ids)


def test_halves_that_follow_each_other_stand_side_by_side(rich):
    notebook = executed(rich, ("heading", "goals", "decisions", "wins", "actions"))

    html = report.page(notebook)

    assert html.count('class="row pair"') == 1
    assert html.count('class="row"') == 2


def test_a_page_without_a_heading_still_has_a_title(rich):
    html = report.page(executed(rich, ("goals",)))

    assert "<h1>Mentoring review</h1>" in html
    assert "<title>Mentoring review</title>" in html


def test_the_title_names_people_and_period(pages):
    title = "<title>Amina Okafor, 1 July to 30 September 2026</title>"

    assert title in pages["rich"]


def test_nbconvert_makes_the_same_page(rich_notebook, pages, tmp_path):
    nbformat.write(rich_notebook, tmp_path / "review.ipynb")

    html, resources = ReviewExporter().from_filename(str(tmp_path / "review.ipynb"))

    assert html == pages["rich"]
    assert resources["output_extension"] == ".html"


@pytest.mark.slow
def test_nbconvert_executes_the_notebook_first_when_it_is_told_to(demo, tmp_path):
    notebook = nbformat.read("notebooks/reviews/quarterly.ipynb", as_version=4)
    given = f"workspace, mentorship = {str(demo.folder)!r}, 'amara-ingrid'"
    cell = nbformat.v4.new_code_cell(f"{given}; period = '2026Q3'")
    notebook.cells.insert(2, cell)
    nbformat.write(notebook, tmp_path / "review.ipynb")

    exporter = ReviewExporter(config={"ExecutePreprocessor": {"enabled": True}})
    html, _ = exporter.from_filename(str(tmp_path / "review.ipynb"))

    assert "Ingrid" in html


def test_the_exporter_takes_its_audience_from_its_settings(rich_notebook):
    exporter = ReviewExporter(audience="program")

    with pytest.raises(ReviewError, match="'pair'"):
        exporter.from_notebook_node(rich_notebook)


def test_an_html_file_beside_the_notebook_cannot_stand_in_for_the_template(
    rich_notebook, pages, tmp_path, monkeypatch
):
    for name in ("layout.html.j2", "index.html.j2"):
        (tmp_path / name).write_text("LEAK")
    monkeypatch.chdir(tmp_path)

    html, _ = ReviewExporter().from_notebook_node(rich_notebook)

    assert html == pages["rich"]
