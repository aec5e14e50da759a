"""Days and numbers as languages write them, and numbers as people type them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.i18n import (
    TwoNumbers,
    day_text,
    fill,
    moment_text,
    month_text,
    number_text,
    plural,
    read_number,
    typed_number,
)


TAGS = ["en", "en-IN", "es", "es-ES", "es-MX", "ar", "ar-EG", "ar-MA"]

DAY = dt.date(2026, 9, 8)


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(TAGS))
def test_a_number_in_a_control_reads_back_as_it_was(number, tag):
    assert float(read_number(typed_number(number, tag), tag)) == number


@given(st.integers(-(10**9), 10**9), st.integers(0, 3), st.sampled_from(TAGS))
def test_a_number_as_its_country_writes_it_is_read_right(whole, digits, tag):
    number = whole / 10**digits
    try:
        ways = [read_number(number_text(number, tag), tag)]
    except TwoNumbers as two:
        ways = [read_number(way, tag) for way in two.args]

    assert number in map(float, ways)
    assert len(ways) == 1 or tag in ("es", "ar")


@pytest.mark.parametrize(
    ("typed", "tag", "read"),
    [
        ("2,5", "es", "2.5"),
        ("2.5", "es", "2.5"),
        ("2,5", "en", "2.5"),
        ("1.234,5", "es", "1234.5"),
        ("1,234.5", "es", "1234.5"),
        ("12 500", "es", "12500"),
        ("12\u202f500,25", "es", "12500.25"),
        ("1.234.567", "es", "1234567"),
        ("0,125", "es", "0.125"),
        ("-1.234,5", "es", "-1234.5"),
        ("1.234", "es-ES", "1234"),
        ("1,234", "es-MX", "1234"),
        ("12,500", "en", "12500"),
        ("1.234", "en", "1.234"),
        ("12,34,567", "en", "1234567"),
        ("٢٫٥", "ar", "2.5"),
        ("١٢٬٥٠٠", "ar", "12500"),
        ("١٢٣٤", "en", "1234"),
        ("٢،٥", "ar", "2.5"),
        ("\u200e−5", "ar", "-5"),
        ("1٬234", "ar-EG", "1234"),
        ("1.234", "ar-MA", "1234"),
        ("5’000", "en", "5000"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(typed, tag, read):
    assert read_number(typed, tag) == read


@pytest.mark.parametrize("tag", ["es", "ar"])
@pytest.mark.parametrize("typed", ["1.234", "1,234", "-12.500", "١،٢٣٤"])
def test_what_countries_read_differently_is_not_guessed(typed, tag):
    with pytest.raises(TwoNumbers) as asked:
        read_number(typed, tag)

    whole, parted = (float(read_number(way, tag)) for way in asked.value.args)
    assert whole == parted * 1000, "each way that is proposed reads as what it says"


def test_a_whole_number_of_thousands_is_no_question():
    assert read_number("1.500", "es", whole=True) == "1500"


@pytest.mark.parametrize("typed", ["soon", "1.2.3", "12 50", "1,2.3", "1e3", "", "."])
def test_what_is_no_number_is_left_for_the_model_to_refuse(typed):
    assert read_number(typed, "es") == typed


def test_days_are_told_as_the_language_tells_them():
    assert day_text(DAY, "es") == "8 de septiembre de 2026"
    assert day_text(DAY, "ar") == "8 سبتمبر 2026"
    assert day_text(DAY, "ar-EG") == "٨ سبتمبر ٢٠٢٦"
    assert day_text(DAY, "ar-MA") == "8 شتنبر 2026"
    assert day_text(DAY, "es", year=False) == "8 de septiembre"
    assert month_text(DAY, "es") == "sept"
    assert moment_text(dt.datetime(2026, 9, 8, 15, 4, tzinfo=dt.UTC), "ar-EG") == (
        "٨ سبتمبر ٢٠٢٦، ١٥:٠٤"
    )


def test_english_without_a_country_tells_days_as_it_always_did():
    days = [day_text(dt.date(2026, n, 1), "en", short=True) for n in range(1, 13)]
    months = " ".join(day.split()[1] for day in days)
    morning = dt.datetime(2026, 9, 8, 9, 4, tzinfo=dt.UTC)

    assert months == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    assert days[8] == "1 Sep 2026"
    assert moment_text(morning) == "8 September 2026, 09:04"


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "لا أهداف"),
        (1, "هدف واحد"),
        (2, "هدفان"),
        (3, "3 أهداف"),
        (11, "11 هدفًا"),
        (100, "100 هدف"),
    ],
)
def test_arabic_has_a_form_for_each_kind_of_number(count, told):
    assert plural("{n} goal", "{n} goals", count, "ar") == told


def test_what_runs_the_other_way_stands_apart():
    zone = fill("The local time in {timezone}.", "ar", timezone="Asia/Amman")
    name = fill("{who}, {when}", "en", who="ليلى", when="8 September 2026")

    assert "\u2068Asia/Amman\u2069" in zone
    assert name == "\u2068ليلى\u2069, 8 September 2026"
