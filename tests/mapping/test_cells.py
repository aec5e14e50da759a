"""Single cells: what each reader takes, and what it refuses in words."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.store.mapping import cells
from mentorkit.store.mapping.cells import Unreadable


ORDERS = ["day.month.year", "month/day/year", "day-month-year"]


@pytest.mark.parametrize("order", ORDERS)
@given(day=st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), padded=st.booleans())
def test_a_day_written_in_an_order_is_read_in_that_order(order, day, padded):
    width = 2 if padded else 1
    parts = {"day": day.day, "month": day.month}
    text = order.replace("year", f"{day.year:04}")
    for name, value in parts.items():
        text = text.replace(name, f"{value:0{width}}")

    assert cells.read_day(text, [order]) == day


@given(day=st.dates())
def test_a_day_as_year_month_day_is_read_whatever_the_order(day):
    assert cells.read_day(day.isoformat(), ["day.month.year"]) == day


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("31/02/2026", ["day/month/year"]),
        ("12.31.2026", ["day.month.year"]),
        ("end of September", ["month/day/year"]),
        ("9/30/2026", []),
    ],
    ids=["no such day", "wrong order", "words", "no order told"],
)
def test_a_day_that_cannot_be_read_is_answered_with_an_example(text, orders):
    with pytest.raises(Unreadable, match="such as"):
        cells.read_day(text, orders)


def test_an_example_of_a_day_is_written_in_the_order_that_is_asked_for():
    with pytest.raises(Unreadable, match=r"day\.month\.year, such as 30\.9\.2026"):
        cells.read_day("soon", ["day.month.year"])


@given(value=st.integers(-(10**9), 10**9), digits=st.integers(0, 99))
def test_a_number_is_the_same_with_a_comma_and_with_a_point(value, digits):
    point, comma = f"{value}.{digits:02}", f"{value},{digits:02}"

    assert cells.read_number(point, ".") == cells.read_number(comma, ",")
    assert cells.read_number(point, ".") == float(point)


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("about 3", ".", 3),
        ("ca. 2,5 Std.", ",", 2.5),
        ("1.250", ",", 1250),
        ("1,250.5", ".", 1250.5),
        ("12’500", ".", 12500),
        ("80 %", ".", 80),
        ("−4", ".", -4),
    ],
)
def test_a_number_among_words_is_read(text, decimal, value):
    assert cells.read_number(text, decimal) == value


@pytest.mark.parametrize(
    ("text", "decimal"),
    [("2-3", "."), ("2,5", "."), ("2.5", ","), ("many", "."), ("1,2,3", ".")],
)
def test_a_number_that_could_be_two_things_is_never_guessed(text, decimal):
    with pytest.raises(Unreadable, match="Enter a number"):
        cells.read_number(text, decimal)


@given(clock=st.times().map(lambda t: t.replace(microsecond=0, second=0)))
def test_a_clock_time_is_read_back_however_it_is_written(clock):
    hour, half = clock.hour % 12 or 12, "pm" if clock.hour >= 12 else "am"
    written = [
        f"{clock:%H:%M}",
        f"{clock.hour}.{clock:%M}",
        f"{hour}:{clock:%M} {half}",
        f"{clock:%H:%M} Uhr",
    ]

    assert {cells.read_clock(text) for text in written} == {clock}


@pytest.mark.parametrize("text", ["25:00", "9.75", "13pm", "0am", "noon", "4:3"])
def test_what_no_clock_shows_is_refused(text):
    with pytest.raises(Unreadable, match="time of day"):
        cells.read_clock(text)


@given(minutes=st.integers(1, 24 * 60))
def test_a_length_is_read_in_minutes_and_in_hours(minutes):
    hours, rest = divmod(minutes, 60)
    written = [
        f"{minutes}",
        f"{minutes} min",
        f"{hours}:{rest:02}",
        f"{hours}h{rest:02}",
    ]

    assert {cells.read_minutes(text) for text in written} == {minutes}


@pytest.mark.parametrize("text", ["long", "1 day", "1.5", "-5", "1:75"])
def test_a_length_that_is_none_is_refused(text):
    with pytest.raises(Unreadable, match="Enter a length"):
        cells.read_minutes(text)


def test_a_time_that_the_clocks_skipped_is_told():
    with pytest.raises(Unreadable, match="02:30 on that day in Europe/Berlin"):
        cells.read_moment(dt.date(2026, 3, 29), dt.time(2, 30), "Europe/Berlin")


@pytest.mark.parametrize("zone", ["Berlin", "../etc/passwd", "", "Europe/"])
def test_a_time_zone_that_is_none_is_told(zone):
    with pytest.raises(Unreadable, match="no time zone"):
        cells.read_moment(dt.date(2026, 3, 1), dt.time(9), zone)


OPTIONS = [
    "SQL",
    "Python",
    "Project planning, small teams",
    "Planning",
    "Art, music, film",
]


@given(
    chosen=st.lists(st.sampled_from(OPTIONS), unique=True),
    joint=st.sampled_from([", ", ",", " , "]),
)
def test_options_that_hold_commas_come_apart_again(chosen, joint):
    assert cells.split_options(joint.join(chosen), ",", OPTIONS) == chosen


def test_an_answer_that_is_no_option_is_told_with_the_options():
    with pytest.raises(Unreadable, match="“Cobol” is none of the options: SQL"):
        cells.split_options("SQL, Cobol", ",", OPTIONS)


@given(text=st.text(max_size=60))
def test_folding_twice_is_folding_once_and_reading_never_fails_but_in_words(text):
    assert cells.folded(cells.folded(text)) == cells.folded(text)
    for reader in (
        cells.read_clock,
        cells.read_minutes,
        cells.read_number,
        cells.read_handle,
        lambda said: cells.read_day(said, ORDERS),
    ):
        with contextlib.suppress(Unreadable):
            reader(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zoë Ångström", " ZOE  ANGSTROM"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Weiß", "WEISS"),
        ("e\u0301a", "Éa"),
    ],
)
def test_names_are_the_same_in_any_case_with_or_without_accents(left, right):
    assert cells.folded(left) == cells.folded(right)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (10.0, "10"),
        (2.5, "2.5"),
        (True, "true"),
        (dt.datetime(2026, 9, 30), "2026-09-30"),  # noqa: DTZ001 - as a workbook gives it
        (dt.datetime(2026, 9, 30, 16, 5), "2026-09-30 16:05:00"),  # noqa: DTZ001
        (dt.time(9, 30), "09:30"),
        (dt.timedelta(hours=1.5), "90 min"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
    ],
    ids=str,
)
def test_a_cell_of_a_workbook_becomes_what_a_person_would_type(cell, text):
    assert cells.text_of(cell) == text
