"""Finding names in texts: however they were typed, and nobody else's."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.privacy.mentions import Mentions, folded, parts_of


ZOE = ["Zoë Ångström", "zoe@example.org", "zoe"]


@pytest.mark.parametrize(
    "text",
    [
        "Zoë Ångström",
        "ZOË ÅNGSTRÖM",
        "Zoe\u0308 A\u030angstro\u0308m",
        "Zoe Angstrom",
        "Zoë\n  Ångström",
        "Zoë\u00a0Ångström",
        "Ångström, Zoë",
        "zoe",
        "ZOE",
        "Zoe@Example.ORG",
    ],
)
def test_a_name_is_found_however_it_was_typed(text):
    told, count = Mentions(ZOE).replaced(f"Then {text}'s talk began")

    assert (told, count) == ("Then (erased)'s talk began", 1)


@pytest.mark.parametrize("text", ["zoetrope", "kazoe", "Zoey", "zoe2", "Angstrom"])
def test_a_longer_word_and_half_a_name_are_not_them(text):
    assert Mentions(ZOE).replaced(text) == (text, 0)


def test_underscores_hyphens_and_slashes_end_a_word():
    told, count = Mentions(ZOE).replaced("notes_zoe.md reports/zoe-grace.html")

    assert (told, count) == ("notes_(erased).md reports/(erased)-grace.html", 2)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("陈 美玲", "我和陈美玲说过。", "我和(erased)说过。"),
        ("陈美玲", "陈 美玲", "陈 美玲"),
        ("김철수", "김철수는 김철숙이 아니다", "(erased)는 김철숙이 아니다"),
        ("Марија Ђорђевић", "рече МАРИЈА ЂОРЂЕВИЋ.", "рече (erased)."),
        ("محمد علي", "قال محمد علي شيئا", "قال (erased) شيئا"),
        ("สมชาย ใจดี", "คุณสมชาย ใจดีมา", "คุณ(erased)มา"),
    ],
)
def test_names_are_found_in_scripts_with_and_without_spaces(name, text, told):
    assert Mentions([name]).replaced(text)[0] == told


def test_longer_names_of_others_are_left_alone():
    mentions = Mentions(["Ada Lovelace", "ada"], ["ada-berg", "Ada Berg", "grace"])

    told, count = mentions.replaced("ada-berg, Ada Berg and Ada; ada-grace")

    assert (told, count) == ("ada-berg, Ada Berg and (erased); (erased)-grace", 2)


def test_a_handle_that_is_a_number_is_not_looked_for():
    assert Mentions(["7"]).replaced("7 sessions") == ("7 sessions", 0)


def test_only_parts_that_mean_somebody_count_as_parts():
    assert parts_of("Li O'Brien von der Leyen") == (
        "O'Brien",
        "von",
        "der",
        "Leyen",
    )


WORDS = st.sampled_from(
    [
        "Zoë",
        "Zoe\u0308",
        "ÅNGSTRÖM",
        "zoe",
        "zoe@example.org",
        "ß",
        "İ",
        "ﬁ",
        "陈",
        "가",
    ]
)


@given(st.lists(WORDS | st.text(max_size=6), max_size=12), st.sampled_from(" ,-_\n"))
def test_nothing_is_left_to_find_and_the_rest_is_as_it_was(words, between):
    text = between.join(words)
    mentions = Mentions(ZOE)

    told, count = mentions.replaced(text)

    assert mentions.count(told) == 0
    assert count == mentions.count(text)
    if not count:
        assert told == text
    for form in ("NFC", "NFD"):
        other = unicodedata.normalize(form, text)
        assert mentions.count(other) == count
        assert folded(other) == folded(text)
