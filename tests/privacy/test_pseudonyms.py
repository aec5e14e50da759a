"""Pseudonyms: the same for the same key, and nobody's name left in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.privacy import Pseudonyms
from mentorkit.privacy.mentions import folded


ADA = {"person_id": "p-1", "handle": "ada", "name": "Ada King-Noël"}
MARK = {"person_id": "p-2", "handle": "mark.h", "name": "Mark Hope"}
KNOWN = Pseudonyms(b"k" * 32, people=[ADA, MARK], shown={"p-1": "Mentee 1"})


def test_a_pseudonym_is_the_same_for_the_same_key_alone():
    one, same, other = (Pseudonyms(key * 32) for key in (b"a", b"a", b"b"))

    assert one.of("people", "p-1") == same.of("people", "p-1")
    assert one.of("people", "p-1") != other.of("people", "p-1")
    assert one.of("people", "x") != one.of("mentorships", "x").replace("ms-", "p-")
    assert len({one.of("people", f"p-{n}") for n in range(10_000)}) == 10_000


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("I met Ada.", "I met Mentee 1."),
        ("ADA KING-NOËL’s idea", "Mentee 1’s idea"),
        ("King-Noel, Ada wrote", "Mentee 1 wrote"),
        ("Adagio", "Adagio"),
        ("ask ada@example.org or a.b@x.example.com!", "ask (…) or (…)"),
        ("mark the day, hope for more", "mark the day, hope for more"),
        ("Mark Hope said so", f"{KNOWN.name('p-2')} said so"),
    ],
)
def test_who_is_near_goes_by_any_part_of_the_name_and_others_by_the_whole(typed, told):
    assert KNOWN.text(typed) == told


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_name_is_left_in_no_text_whatever_is_around_it(before, after):
    told = KNOWN.text(f"{before} Ada King-Noël {after}")

    assert "king-noel" not in folded(told)
