"""Every form side by side, as docs/pictures shows them: made by hand, to be looked at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import mentorkit as mk
from every_form import every_form, prepare
from mentorkit.demo.building import build_workspace


pytestmark = pytest.mark.skipif(
    not os.environ.get("MENTORKIT_PICTURES"),
    reason="set MENTORKIT_PICTURES=1 to make the pictures of all forms again",
)

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"

SIDE_BY_SIDE = """
body { margin: 0; padding: 12px; } h1 { display: none; }
main { columns: %d; column-gap: 12px; }
main > div { break-inside: avoid; zoom: 0.5; width: %dpx; margin-bottom: 16px; }
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("pictures") / "demo"
    ws = build_workspace(place)
    prepare(ws)
    ws.store.close()
    return place


@pytest.mark.parametrize(
    ("name", "dark", "language", "columns", "width"),
    [
        ("light", False, "en", 5, 704),
        ("dark", True, "en", 5, 704),
        ("arabic", False, "ar", 5, 704),
        ("narrow", False, "en", 9, 320),
    ],
)
def test_all_forms_are_of_one_family(
    folder, show, name, dark, language, columns, width
):
    ws = mk.open(folder, language=language)
    forms = [ws.form(noun, **given) for noun, given in every_form()]
    page = show(*forms, dark=dark, width=columns * (width // 2 + 12) + 24)
    page.add_style_tag(content=SIDE_BY_SIDE % (columns, width))
    page.wait_for_timeout(1500)
    ws.store.close()
    picture = PICTURES / f"forms-{name}.jpg"
    page.screenshot(path=picture, full_page=True, type="jpeg", quality=55)
    assert picture.stat().st_size < 900_000
