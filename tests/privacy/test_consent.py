"""Consent as a rule: whose answer counts on a day, and whose words a text is."""

import datetime as dt
from itertools import product

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorkit.frames.tidy import frame_of
from mentorkit.models import RECORDS, Consent
from mentorkit.privacy import Sharing, allows
from mentorkit.store.rows import Rows


DAY = dt.date(2026, 9, 1)
DAYS = [DAY + dt.timedelta(days=n) for n in range(-2, 3)]

AUTHORS = {
    "people": "person_id",
    "enrollments": "person_id",
    "profiles": "person_id",
    "concerns": "by_id",
    "evidence": "person_id",
    "opportunities": "person_id",
    "assessments": "rater_id",
    "responses": "",
    "charters": "",
    "consents": "person_id",
    "goals": "owner_id",
    "milestones": "",
    "progress": "by_id",
    "sessions": "",
    "actions": "owner_id",
    "reflections": "author_id",
    "decisions": "by_id",
    "review_runs": "",
    "submissions": "person_id",
    "receipts": "person_id",
}
"""Whose words a table's texts are; where nobody's alone, they are the mentorship's."""


def plain(number, granted, given, withdrawn=None, expires=None, **values):
    row = {
        "consent_id": f"co-{number}",
        "person_id": "ada",
        "mentorship_id": None,
        "scope": "share_program",
        "granted": granted,
        "given_on": given,
        "withdrawn_on": withdrawn,
        "expires_on": expires,
        "note": None,
        **values,
    }
    return {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in row.items()}


def said(*rows):
    return allows(frame_of(Consent, Rows.of(Consent, rows)), "share_program", DAY)


def test_every_table_with_texts_says_whose_words_they_are():
    assert {
        record.table: record.author
        for record in RECORDS
        if any(field.about.reads == "circle" for field in record.fields())
    } == AUTHORS


def test_every_single_answer_counts_as_its_days_say():
    kinds = product((True, False), DAYS, [None, *DAYS], [None, *DAYS])
    for granted, since, withdrawn, expires in kinds:
        answer = said(plain(1, granted, since, withdrawn, expires))

        if since > DAY:
            assert answer == {}
        else:
            over = withdrawn in DAYS[:3] or expires in DAYS[:2]
            assert answer == {("ada", ""): granted and not over}


ANSWERS = st.lists(
    st.builds(
        dict,
        granted=st.booleans(),
        given=st.sampled_from(DAYS),
        withdrawn=st.none() | st.sampled_from(DAYS),
        expires=st.none() | st.sampled_from(DAYS),
        person_id=st.sampled_from(["ada", "bo"]),
        mentorship_id=st.sampled_from([None, "ms-1"]),
        scope=st.sampled_from(["share_program", "publish"]),
    ),
    max_size=8,
)


@given(ANSWERS)
@example([])
def test_the_newest_answer_of_a_person_for_a_place_counts_whatever_the_order(answers):
    rows = [plain(number, **answer) for number, answer in enumerate(answers)]

    expected = {}
    for answer in answers:
        if answer["scope"] != "share_program":
            continue
        key = (answer["person_id"], answer["mentorship_id"] or "")
        same = [
            other
            for other in answers
            if other["scope"] == "share_program"
            and (other["person_id"], other["mentorship_id"] or "") == key
            and other["given"] <= DAY
        ]
        if same:
            last = max(other["given"] for other in same)
            expected[key] = all(
                other["granted"]
                and (other["withdrawn"] is None or other["withdrawn"] > DAY)
                and (other["expires"] is None or other["expires"] >= DAY)
                for other in same
                if other["given"] == last
            )

    assert said(*rows) == said(*reversed(rows)) == expected


ANSWER = (None, True, False)


@pytest.mark.parametrize("asks", [True, False])
@pytest.mark.parametrize("table", sorted(AUTHORS))
def test_words_are_shared_exactly_as_those_who_speak_in_them_allow(table, asks):
    record = next(record for record in RECORDS if record.table == table)
    members = pd.DataFrame(
        [
            ("ms-1", "ada", "mentee"),
            ("ms-1", "bo", "mentee"),
            ("ms-1", "eve", "mentor"),
        ],
        columns=["mentorship_id", "person_id", "role"],
    )
    frame = pd.DataFrame({record.author or "x": ["ada"]}, dtype="str")

    for here, general, others, mentors in product(ANSWER, ANSWER, ANSWER, ANSWER):
        answers = {
            ("ada", "ms-1"): here,
            ("ada", ""): general,
            ("bo", ""): others,
            ("eve", ""): mentors,
        }
        sharing = Sharing(
            said={key: yes for key, yes in answers.items() if yes is not None},
            members=members,
            programs={"ms-1": "pr-1"},
            asking=frozenset(["pr-1"] if asks else []),
            unasked=frozenset([] if asks else ["ada"]),
        )

        shared = sharing.shared(frame, record, pd.Series(["ms-1"], dtype="str"))

        ada = general if here is None else here
        voices = [ada] if record.author else [ada, others]
        expected = all(voices) if asks else False not in voices
        if not record.author and mentors is False:
            expected = False
        assert shared.tolist() == [expected], answers


def test_a_row_of_no_mentorship_is_spoken_for_by_the_general_answer_alone():
    sharing = Sharing(
        said={("ada", "ms-1"): False},
        members=pd.DataFrame(columns=["mentorship_id", "person_id", "role"]),
        programs={},
        asking=frozenset(),
        unasked=frozenset(),
    )
    enrollments = next(r for r in RECORDS if r.table == "enrollments")
    frame = pd.DataFrame({"program_id": ["pr-1"], "person_id": ["ada"]}, dtype="str")

    shared = sharing.shared(frame, enrollments, pd.Series([None], dtype="str"))

    assert shared.tolist() == [True]
