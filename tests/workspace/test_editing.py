"""Forms on a workspace: what they open with, what they save, whom they believe."""

import pytest

import mentorkit as mk
from mentorkit.models import RECORDS, record_of
from mentorkit.workspace.belonging import of_program


def opened(form):
    return form.answer({"kind": "open", "seq": 1})


def save(form, values, *, opening=None, why=""):
    opening = opening or opened(form)
    message = {
        "kind": "save",
        "seq": 2,
        "id": opening["id"],
        "base": opening["version"],
        "values": {**opening["values"], **values},
        "incomplete": [],
        "why": why,
    }
    return form.answer(message)


def test_a_goal_typed_in_the_form_is_a_row_of_the_frame(workspace):
    answer = save(
        workspace.form("goal", mentorship="ada-grace"),
        {"title": "Read one book", "target": "12,5".replace(",", ".")},
    )

    assert answer["kind"] == "saved", answer
    goal = workspace.goals().iloc[0]
    assert (goal["title"], goal["target"]) == ("Read one book", 12.5)
    assert (goal["mentorship"], goal["owner"]) == ("ada-grace", "ada")
    assert f"{goal['set_on']:%Y-%m-%d}" == "2026-09-01"


@pytest.mark.parametrize(
    ("noun", "values"),
    [
        ("milestone", {"title": "Half of it", "due_on": "2026-10-01"}),
        ("progress", {"value": "3"}),
        ("action", {"title": "Send the outline"}),
        ("reflection", {"text": "It went well", "confidence": "3.5"}),
        ("session", {"starts_at": "2026-09-01T10:00", "private_note": "tired?"}),
        ("charter", {"boundary": "No calls after seven"}),
        ("consent", {"scope": "publish", "granted": True}),
    ],
)
def test_every_form_saves_a_row(workspace, noun, values):
    goal = workspace.add(mk.Goal(mentorship_id="ada-grace", title="Read one book"))
    refs = {"milestone": "goal_id", "progress": "goal_id"}
    values = dict(values)
    if noun in refs:
        values["goal_id"] = goal.id
    owner = {"action": "owner_id", "consent": "person_id"}
    if noun in owner:
        values[owner[noun]] = goal.owner_id

    answer = save(workspace.form(noun, mentorship="ada-grace"), values)

    assert answer["kind"] == "saved", answer
    table = noun if noun == "progress" else f"{noun}s"
    assert len(workspace.frame(table)) == 1


@pytest.mark.file
@pytest.mark.parametrize(
    ("noun", "values"),
    [
        ("profile", {"kind": "demographic", "topic": "x", "visibility": "private"}),
        ("concern", {"text": "Too little time", "handler_id": "grace"}),
        ("competency", {"handle": "asking", "name": "Asking early"}),
        ("evidence", {"title": "A talk", "person_id": "ada", "goal_id": "goal"}),
        ("opportunity", {"title": "A coffee", "person_id": "ada"}),
        ("attendance", {"session_id": "session", "person_id": "ada", "rating": "4"}),
        ("resource", {"handle": "talk", "title": "A talk", "kind": "video"}),
        (
            "item",
            {
                "handle": "pulse.q",
                "instrument": "pulse",
                "text": "Well?",
                "scale_min": "1",
                "scale_max": "5",
                "anchors": "1: No\n5: Yes",
                "source": "us",
                "licence": "MIT",
            },
        ),
    ],
)
def test_every_other_record_has_a_form_that_saves_and_offers_what_there_is(
    workspace, noun, values
):
    goal = workspace.add(mk.Goal(mentorship_id="ada-grace", title="Read one book"))
    session = workspace.add(
        mk.Session(mentorship_id="ada-grace", starts_at="2026-09-01T09:00+00:00")
    )
    ids = {"goal": goal.id, "session": session.id, "ada": goal.owner_id}
    ids["grace"] = workspace.person.id
    form = workspace.form(noun, mentorship="ada-grace")

    answer = save(form, {name: ids.get(text, text) for name, text in values.items()})

    assert answer["kind"] == "saved", answer
    assert len(workspace.frame(record_of(noun).table)) == 1


@pytest.mark.file
def test_a_form_calls_sessions_by_their_local_time(workspace):
    workspace.add(
        mk.Session(mentorship_id="ada-grace", starts_at="2026-09-01T09:00+00:00")
    )

    shown = str(opened(workspace.form("attendance", mentorship="ada-grace")))

    assert "2026-09-01 10:00" in shown


def test_a_sessions_time_is_read_in_the_programs_time_zone(workspace):
    form = workspace.form("session", mentorship="ada-grace")
    save(form, {"starts_at": "2026-09-01T10:00"})

    session = workspace.sessions().iloc[0]

    assert str(session["starts_at"]) == "2026-09-01 09:00:00+00:00"
    assert session["timezone"] == "Europe/London"


def test_the_only_mentorship_need_not_be_named(workspace):
    assert save(workspace.form("goal"), {"title": "One"})["kind"] == "saved"


def test_with_several_mentorships_the_form_asks_which(workspace):
    workspace.begin(mentee="Lin")

    with pytest.raises(mk.WorkspaceError, match="mentorship='HANDLE'"):
        workspace.form("goal")


OF_PROGRAM = [r.noun for r in RECORDS if of_program(r) and not r.automatic]


@pytest.mark.parametrize("noun", [r.noun for r in RECORDS if r.automatic])
def test_what_mentorkit_writes_by_itself_has_no_form(workspace, noun):
    with pytest.raises(mk.WorkspaceError, match="writes them by itself"):
        workspace.form(noun)


@pytest.mark.file
def test_a_lead_decides_for_the_program_where_no_mentorship_is_named(workspace):
    workspace.begin(mentee="Lin")
    form = workspace.form("decision")

    assert opened(form)["spec"]["title"] == "New decision of the program"
    values = {"decision": "Two cohorts", "rationale": "One is too many"}
    assert save(form, values)["kind"] == "saved"

    row = workspace.decisions().iloc[0]
    assert (row["decision"], row["visibility"]) == ("Two cohorts", "program")
    assert row[["mentorship_id"]].isna().all()


@pytest.mark.file
@pytest.mark.parametrize("noun", OF_PROGRAM)
def test_who_leads_no_program_is_asked_for_the_mentorship(workspace, noun):
    workspace.add_instrument("session-pulse")
    workspace.begin(mentee="Lin", mentor="ada")
    ada = mk.open(workspace.folder, as_="ada")

    with pytest.raises(mk.WorkspaceError, match="mentorship='HANDLE'") as refused:
        ada.form(noun)
    assert "which its leads alone add" in str(refused.value)
    assert opened(workspace.form(noun))["values"]["visibility"] == "program"


@pytest.mark.file
def test_where_there_is_no_mentorship_yet_the_form_says_how_one_begins(workspace):
    eve = workspace.add(mk.Person(name="Eve", handle="eve"))

    with pytest.raises(mk.WorkspaceError, match="begins one"):
        mk.open(workspace.folder, as_=eve.handle).form("goal")


def test_a_wrong_value_beforehand_is_told_at_once(workspace):
    with pytest.raises(mk.InvalidRecord, match="Did you mean 'title'"):
        workspace.form("goal", titel="One")


def test_moving_a_due_date_in_the_form_asks_for_the_reason(workspace):
    goal = workspace.add(
        mk.Goal(mentorship_id="ada-grace", title="One", due_on="2026-10-01")
    )
    form = workspace.form("goal", id=goal.id)

    refused = save(form, {"due_on": "2026-11-01"})
    kept = save(form, {"due_on": "2026-11-01"}, why="Ada was ill")

    assert refused["kind"] == "invalid"
    assert kept["kind"] == "saved"
    assert workspace.history("goals", goal.id)["why"].iloc[-1] == "Ada was ill"


def test_two_who_edit_one_goal_hear_of_each_other_by_name(workspace):
    goal = workspace.add(mk.Goal(mentorship_id="ada-grace", title="One"))
    mine = workspace.form("goal", id=goal.id)
    opening = opened(mine)
    ada = mk.open(workspace.folder, as_="ada")
    save(ada.form("goal", id=goal.id), {"title": "Hers"})

    answer = save(mine, {"title": "His"}, opening=opening)

    assert answer["kind"] == "conflict", answer
    assert answer["changes"][0]["who"].startswith("Ada Lovelace")
    assert list(workspace.goals()["title"]) == ["Hers"]


def test_a_form_never_holds_what_its_reader_may_not_see(workspace):
    workspace.add(
        mk.Session(
            mentorship_id="ada-grace",
            starts_at="2026-09-01T10:00+01:00",
            private_note="She seems tired",
        )
    )
    row = workspace.sessions()["session_id"].iloc[0]
    form = mk.open(workspace.folder, as_="ada").form("session", id=row)

    assert "She seems tired" not in str(opened(form))
    assert save(form, {"minutes": "45"})["kind"] == "saved"
    assert list(workspace.sessions()["private_note"]) == ["She seems tired"]


def test_another_mentorships_row_cannot_be_opened(workspace):
    goal = workspace.add(mk.Goal(mentorship_id="ada-grace", title="Ours"))
    workspace.add(mk.Person(handle="lin", name="Lin"))

    with pytest.raises(mk.NotFound, match="that you may read"):
        mk.open(workspace.folder, as_="lin").form("goal", id=goal.id)


def test_a_consent_is_for_all_mentorships_unless_one_is_chosen(workspace):
    everywhere = workspace.form("consent")
    ada = workspace.store.find_id("people", "ada")
    no = {"person_id": ada, "scope": "publish"}

    assert save(everywhere, no)["kind"] == "saved"
    assert (
        save(workspace.form("consent", mentorship="ada-grace"), no)["kind"] == "saved"
    )

    consents = workspace.consents()
    assert consents["mentorship"].isna().tolist().count(True) == 1
    assert set(consents["mentorship"].dropna()) == {"ada-grace"}
    assert not consents["granted"].any()
    assert set(consents["person"]) == {"ada"}


def test_a_tick_that_may_be_left_out_is_not_asked_for(workspace):
    fields = [
        field
        for group in opened(workspace.form("consent"))["spec"]["groups"]
        for field in group["fields"]
    ]

    required = {field["name"] for field in fields if field["required"]}
    assert required == {"person_id", "scope"}


def test_a_clause_changed_in_its_form_asks_for_the_reason(workspace):
    clause = workspace.add(
        mk.Charter(mentorship_id="ada-grace", section="cadence", text="Every week")
    )
    form = workspace.form("charter", id=clause.id)

    refused = save(form, {"text": "Every two weeks"})
    saved = save(form, {"text": "Every two weeks"}, why="A week was too short")

    assert refused["kind"] == "invalid"
    assert saved["kind"] == "saved", saved
    (line,) = (
        workspace.history("charters", clause.id)
        .query("op == 'revise'")
        .to_dict("records")
    )
    assert (line["before"], line["why"]) == ("Every week", "A week was too short")


def test_what_a_form_does_not_show_can_be_said_as_it_opens(workspace):
    workspace.add_instrument("session-pulse")
    sheet = workspace.add(
        mk.Assessment(
            mentorship_id="ada-grace", instrument="session-pulse", wave="pulse"
        )
    )

    with pytest.raises(mk.WorkspaceError, match="assessment_id='…', item_id='…'"):
        workspace.form("response", mentorship="ada-grace")
    form = workspace.form(
        "response",
        mentorship="ada-grace",
        assessment_id=sheet.id,
        item_id="session-pulse.said-it",
    )

    assert save(form, {"value": "4"})["kind"] == "saved"
    assert workspace.responses()["value"].tolist() == [4.0]


@pytest.mark.file
def test_a_row_that_is_there_already_is_told_by_what_people_see(workspace):
    sheet = workspace.form("competency")
    values = {"handle": "asking", "name": "Asking early"}
    assert save(sheet, values)["kind"] == "saved"

    answer = save(workspace.form("competency"), values)

    assert answer["problems"] == [
        {
            "field": "handle",
            "message": "There is another competency already with the same “Handle”.",
        }
    ]
