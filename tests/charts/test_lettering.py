"""Words that are cut to the room there is, without measuring them in any font."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.charts.lettering import fitted, width


@given(st.text(), st.floats(0, 400), st.booleans())
def test_words_never_take_more_than_their_room_but_for_an_ellipsis(words, room, bold):
    cut = fitted(words, room, 13, bold=bold)

    least = width("…", 13, bold=bold)
    assert width(cut, 13, bold=bold) <= max(room, least) + 0.001
    assert cut == words or words.startswith(cut.removesuffix("…"))


@pytest.mark.parametrize("words", ["Ọkọnkwọ", "سلمى القحطاني", "成田空港への道", "Zoë"])
def test_words_of_any_script_that_fit_stay_whole(words):
    for form in ("NFC", "NFD"):
        told = unicodedata.normalize(form, words)
        assert fitted(told, 120, 13) == told


def test_a_letter_keeps_its_marks():
    told = unicodedata.normalize("NFD", "Ọkọnkwọ Ọkọnkwọ")

    for room in range(20, 120):
        kept = fitted(told, room, 13).removesuffix("…").rstrip()
        assert not unicodedata.combining((told[len(kept) :] or " ")[0])


@pytest.mark.parametrize(
    ("words", "widest"),
    [("تم الإنجاز", 3.82), ("معرّض للخطر", 5.75), ("أحمد المنصوري", 6.43)],
)
def test_arabic_words_need_about_what_the_widest_of_three_fonts_gives_them(
    words, widest
):
    """As Chromium measured them in Noto Sans Arabic, Noto Naskh Arabic, DejaVu Sans."""
    assert widest <= width(words, 1) <= 1.2 * widest
