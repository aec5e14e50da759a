"""Consent where frames are read: nobody's words reach the program against their will."""

import dataclasses

import pandas as pd
import pytest

import mentorkit as mk
from mentorkit.frames import sharing
from mentorkit.models import RECORDS
from mentorkit.models.review_run import FINGERPRINT


pytestmark = pytest.mark.file


TODAY = "2026-09-01"


def secret(record, field):
    return f"secret-{record.table}-{field.name}"


def guarded(record, reads=("circle",)):
    return [
        field
        for field in record.fields()
        if field.kind == "text" and field.about.reads in reads
    ]


TEXTS = {secret(r, f) for r in RECORDS if not r.confided for f in guarded(r)}
CONFIDED = {secret(r, f) for r in RECORDS if r.confided for f in guarded(r)}
PRIVATE = {secret(r, f) for r in RECORDS for f in guarded(r, ("author",))}


FITTING = {FINGERPRINT: "0" * 64}
"""What fits a pattern that a plain word does not."""


def value(field, refs):
    """Return something that a field may hold; texts are told apart by whose they are."""
    if field.kind == "reference":
        return refs[field.about.ref]
    if field.vocabulary:
        words = field.vocabulary.words()
        return "interest" if "interest" in words else words[-1]
    if field.pattern in FITTING:
        return FITTING[field.pattern]
    return {
        "text": "pulse",
        "boolean": True,
        "instant": "2026-08-20T10:00+00:00",
        "date": "2026-08-20",
    }[field.kind]


def plant(ws, who):
    """Put a secret of somebody's into every guarded text of every table.

    Each row is as visible as can be, so that consent alone keeps it back.
    """
    person = ws.store.find_id("people", who)
    item = mk.Item(
        handle="pulse.q", instrument="pulse", text="?", source="us", licence="MIT"
    )
    refs = {
        "programs": "program",
        "people": person,
        "mentorships": "ada-grace",
        "items": ws.add(item).id,
    }
    for record in RECORDS:
        texts = {
            f.name: secret(record, f) for f in guarded(record, ("circle", "author"))
        }
        if not texts:
            continue
        rows = ws.store.rows(record.table)
        own = [row[record.key()] for row in rows if row.get(record.author) == person]
        row_id = own[0] if own else ws.add(row_of(record, texts, refs)).id
        refs[record.table] = row_id
        for again in ("", " again"):
            for name, text in texts.items():
                changed = {name: text + again}
                ws.revise(record.table, row_id, why=f"why {text}", **changed)


def row_of(record, texts, refs):
    """Return a row that holds texts, is somebody's, and is as visible as can be."""
    authors = {f.about.author for f in record.fields()} | {record.author}
    needed = {
        f.name: value(f, refs)
        for f in record.fields()
        if f.name not in texts
        and (
            f.required
            or f.about.fill == "today"
            or f.name in authors | {"mentorship_id"}
        )
    }
    if "visibility" in record.model_fields:
        needed["visibility"] = "program"
    return record(**needed, **texts)


def readable(ws, **asked):
    """Return every text of every frame as one."""
    return "\n".join(ws.frame(r.table, **asked).to_csv() for r in RECORDS)


def in_snapshot(ws, audience):
    snapshot = ws.snapshot("ada-grace", "2026Q3", audience=audience)
    parts = [getattr(snapshot, field.name) for field in dataclasses.fields(snapshot)]
    return "\n".join(
        part.to_csv() if isinstance(part, pd.DataFrame) else str(part) for part in parts
    )


def histories(ws):
    return "\n".join(
        ws.history(record.table, row[record.key()]).to_csv()
        for record in RECORDS
        for row in ws.store.rows(record.table)
    )


def secrets(text):
    return {each for each in TEXTS | PRIVATE | CONFIDED if each in text}


@pytest.fixture
def planted(workspace, request):
    """A workspace full of somebody's secrets, and a lead, Lea, outside their circle."""
    workspace.add(mk.Person(handle="lea", name="Lea"))
    workspace.add(mk.Enrollment(person_id="lea", role="lead", status="active"))
    workspace.who = getattr(request, "param", "ada")
    plant(workspace, workspace.who)
    return workspace


def answer(ws, who, **values):
    given = {"scope": "share_program", "granted": True, "given_on": "2026-08-01"}
    return ws.add(mk.Consent(person_id=who, **{**given, **values}))


def as_lead(ws):
    return mk.open(ws.folder, as_="lea")


BOTH = pytest.mark.parametrize("planted", ["ada", "grace"], indirect=True)
IN_COMMON = {
    secret(r, f)
    for r in RECORDS
    if not r.author and r.within != "assessment_id"
    for f in guarded(r)
}
IN_SNAPSHOTS = {
    planted
    for planted in TEXTS
    if planted.split("-")[1]
    in (
        *("goals", "milestones", "progress"),
        *("sessions", "actions", "reflections", "decisions"),
    )
}

REFUSALS = {
    "refused": {"granted": False},
    "withdrawn": {"withdrawn_on": TODAY},
    "expired": {"expires_on": "2026-08-31"},
}


@BOTH
def test_without_an_answer_the_visibility_is_the_agreement(planted):
    assert secrets(readable(planted, audience="program")) == TEXTS
    assert secrets(readable(as_lead(planted))) == TEXTS
    assert secrets(in_snapshot(planted, "program")) == IN_SNAPSHOTS
    assert secrets(histories(as_lead(planted))) >= TEXTS


@pytest.mark.parametrize(
    ("planted", "how"),
    [*(("ada", how) for how in REFUSALS), ("grace", "refused")],
    indirect=["planted"],
)
def test_whoever_does_not_allow_it_is_read_by_the_program_nowhere(
    planted, how, tmp_path
):
    answer(planted, planted.who, **REFUSALS[how])

    assert secrets(readable(planted, audience="program")) == set()
    assert secrets(readable(planted, audience="program", as_of="2026-08-31")) == set()
    assert secrets(readable(planted, audience="program", as_of=TODAY)) == set()
    assert secrets(readable(as_lead(planted))) == set()
    assert secrets(in_snapshot(planted, "program")) == set()
    assert secrets(histories(as_lead(planted))) == set()
    planted.export(tmp_path / "out", audience="program")
    files = "".join(f.read_text("utf-8") for f in (tmp_path / "out").glob("*.csv"))
    assert "program_id" in files
    assert secrets(files) == set()


@BOTH
def test_whoever_does_not_allow_it_still_reads_their_own_and_so_does_their_pair(
    planted,
):
    answer(planted, planted.who, granted=False)
    other = {"ada": "grace", "grace": "ada"}[planted.who]

    own = secrets(readable(mk.open(planted.folder, as_=planted.who)))
    assert own == TEXTS | PRIVATE | CONFIDED
    assert secrets(readable(mk.open(planted.folder, as_=other))) == TEXTS
    assert secrets(readable(planted, audience="pair")) == TEXTS
    assert secrets(in_snapshot(planted, "pair")) == IN_SNAPSHOTS


@BOTH
def test_a_program_that_asks_reads_nothing_until_it_is_allowed_to(planted):
    planted.revise("programs", "program", asks_consent=True)
    assert secrets(readable(planted, audience="program")) == set()
    assert secrets(in_snapshot(planted, "program")) == set()
    assert secrets(readable(planted, audience="pair")) == TEXTS

    answer(planted, planted.who)

    own = TEXTS - IN_COMMON if planted.who == "grace" else TEXTS
    assert secrets(readable(planted, audience="program")) == own

    answer(planted, "ada")

    assert secrets(readable(planted, audience="program")) == TEXTS
    assert secrets(in_snapshot(planted, "program")) == IN_SNAPSHOTS


def test_a_withdrawal_covers_the_review_of_a_quarter_that_is_made_again(planted):
    consent = answer(planted, "ada")
    later = mk.open(planted.folder, today="2026-12-01")
    assert secrets(in_snapshot(later, "program")) == IN_SNAPSHOTS
    cut = later.snapshot("ada-grace", "2026Q3").cut

    later.revise(
        "consents", consent.id, withdrawn_on="2026-12-01", why="I changed jobs"
    )

    assert later.snapshot("ada-grace", "2026Q3").cut == cut
    assert secrets(in_snapshot(later, "program")) == set()


def test_an_answer_for_one_mentorship_counts_there_before_the_general_one(planted):
    answer(planted, "ada", granted=False)
    answer(planted, "ada", mentorship_id="ada-grace", given_on="2026-07-01")

    seen = secrets(readable(planted, audience="program"))

    of_no_mentorship = (
        *("people", "enrollments", "profiles"),
        *("submissions", "receipts"),
    )
    assert seen == {s for s in TEXTS if s.split("-")[1] not in of_no_mentorship}


def test_what_somebody_left_behind_in_a_mentorship_is_kept_back_at_a_cut_too(planted):
    answer(planted, "ada", granted=False)
    (member,) = planted.members().query("person == 'ada'")["member_id"]
    later = mk.open(planted.folder, today="2026-12-01")
    later.erase("members", member)

    assert secrets(readable(later, audience="program", as_of=TODAY)) == set()


def test_an_answer_is_read_by_the_person_their_circle_and_the_lead(planted):
    planted.begin(mentee="Bo Berg", mentor="Eve", handle="bo-eve")
    answer(planted, "ada", granted=False, note="because of my manager")

    def read(who):
        frame = mk.open(planted.folder, as_=who).consents()
        return set(frame["granted"]), set(frame["note"].dropna())

    both = ({True, False}, {"because of my manager", "secret-consents-note again"})
    assert read("ada") == both
    assert read("grace") == both
    assert read("lea") == ({True, False}, set())
    assert read("bo") == (set(), set())


def test_nobody_elses_words_are_kept_back(planted):
    planted.begin(mentee="Bo Berg", mentor="Eve", handle="bo-eve")
    answer(planted, "ada", granted=False)
    planted.add(
        mk.Goal(mentorship_id="bo-eve", title="Of Bo", visibility="program"),
        mk.Decision(
            mentorship_id="ada-grace",
            by_id="grace",
            decision="Of Grace",
            rationale="So",
            visibility="program",
        ),
    )

    assert list(planted.goals(audience="program")["title"].dropna()) == ["Of Bo"]
    assert list(planted.decisions(audience="program")["decision"].dropna()) == [
        "Of Grace"
    ]


def test_the_reasons_of_a_row_go_with_its_texts(planted):
    goal = planted.goals()["goal_id"].item()
    planted.revise("goals", goal, due_on="2026-12-01", why="My mother is ill")
    lea = as_lead(planted)
    assert "My mother is ill" in list(lea.history("goals", goal)["why"])

    answer(planted, "ada", granted=False)

    told = lea.history("goals", goal)
    assert told["why"].isna().all()
    assert "2026-12-01" in list(told["after"])
    assert "My mother is ill" in list(planted.history("goals", goal)["why"])


def test_a_stranger_is_told_no_reason_at_all(workspace):
    goal = workspace.add(mk.Goal(mentorship_id="ada-grace", title="Ours"), why="Secret")
    workspace.add(mk.Person(handle="lin", name="Lin"))

    history = mk.open(workspace.folder, as_="lin").history("goals", goal.id)

    assert history["why"].isna().all()


@pytest.mark.parametrize("asks", [True, False])
def test_many_rows_are_kept_back_as_few_are(planted, asks, monkeypatch):
    planted.begin(mentee="Bo Berg", mentor="Eve", handle="bo-eve")
    planted.add(mk.Goal(mentorship_id="bo-eve", title="Of Bo", visibility="program"))
    planted.revise("programs", "program", asks_consent=asks)
    answer(planted, "ada", granted=asks)
    few = readable(planted, audience="program")

    monkeypatch.setattr(sharing, "MANY", 0)

    assert readable(planted, audience="program") == few
    assert ("secret" in few, "Of Bo" in few) == (asks, not asks)


def test_a_program_that_asks_nobody_reads_on_beside_one_that_asks(workspace):
    workspace.add(
        mk.Program(handle="asking", name="Asking", asks_consent=True),
        mk.Person(handle="here", name="Here", email="here@example.org"),
        mk.Person(handle="there", name="There", email="there@example.org"),
        mk.Person(handle="nowhere", name="Nowhere", email="nowhere@example.org"),
    )
    workspace.add(
        mk.Enrollment(program_id="program", person_id="here", role="mentee"),
        mk.Enrollment(program_id="asking", person_id="there", role="mentee"),
    )

    emails = workspace.people(audience="program")["email"].dropna()

    assert list(emails) == ["here@example.org"]


def test_a_lead_reads_their_own_words_though_nobody_else_may(planted):
    lea = as_lead(planted)
    lea.revise("people", "lea", email="lea@example.org")
    lea.add(mk.Decision(decision="Of Lea", rationale="So", visibility="program"))
    answer(planted, "lea", granted=False)

    assert "lea@example.org" in set(lea.people()["email"])
    assert "Of Lea" in set(lea.decisions()["decision"])
    assert "lea@example.org" not in set(planted.people(audience="program")["email"])
    assert "Of Lea" not in set(planted.decisions(audience="program")["decision"])
