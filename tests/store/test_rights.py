"""Who reads and writes what on a server, tried by logging in as each of them."""

import datetime as dt

import psycopg
import pytest

import mentorkit as mk
from mentorkit.errors import NotAllowed
from mentorkit.models import RECORDS
from mentorkit.store import Store


PEOPLE = ("ada", "grace", "bo", "eve", "lena", "mallory")


class Team:
    """A program on a server, and everybody's login to it."""

    def __init__(self, server, name):
        self.server, self.name = server, name
        self.owner = Store.create(server.url(name))
        self.words = {}
        self._fill()
        for person in PEOPLE:
            login = f"{person}_{name}"
            self.words[person] = self.owner.grant(person, login).password
        self._open = {}

    def url(self, person):
        return self.server.url(self.name, f"{person}_{self.name}", self.words[person])

    def store(self, person):
        if person not in self._open:
            self._open[person] = Store(self.url(person))
        return self._open[person]

    def sql(self, person, query, *values):
        """Ask the database as somebody who knows it and not mentorkit."""
        with psycopg.connect(self.url(person)) as raw:
            raw.execute("SET search_path = mentorkit_seen, mentorkit")
            return raw.execute(query, values).fetchall()

    def close(self):
        for store in (self.owner, *self._open.values()):
            store.close()
        self.server.drop(self.name)
        logins = ", ".join(f"{person}_{self.name}" for person in PEOPLE)
        self.server.sql(f"DROP ROLE {logins}")

    def _fill(self):
        add = self.owner.add
        add([mk.Program(handle="first", name="First program")], "keeper")
        add(
            [
                mk.Person(handle=name, name=name.title(), email=f"{name}@mail.example")
                for name in PEOPLE
            ],
            "keeper",
        )
        add(
            [
                mk.Enrollment(
                    person_id=name,
                    role={"lena": "lead", "ada": "mentee", "bo": "mentee"}.get(
                        name, "mentor"
                    ),
                    hopes=f"hopes-{name}",
                    status="active",
                )
                for name in PEOPLE
                if name != "mallory"
            ],
            "keeper",
        )
        add([asked()], "lena")
        for mentee, mentor in (("ada", "grace"), ("bo", "eve")):
            circle = f"{mentee}-{mentor}"
            add([mk.Mentorship(handle=circle, status="active")], "keeper")
            add(
                [
                    mk.Member(mentorship_id=circle, person_id=mentee, role="mentee"),
                    mk.Member(mentorship_id=circle, person_id=mentor, role="mentor"),
                ],
                "keeper",
            )
            for kind in ("private", "pair", "program"):
                self._plant(circle, mentee, mentor, kind)
                self._plant_measures(circle, mentee, mentor, kind)
        for by, handler, circle in (
            ("ada", "eve", "ada-grace"),
            ("bo", "lena", "bo-eve"),
        ):
            told = {"text": f"concern<{circle}>", "mentorship_id": circle}
            add([mk.Concern(handler_id=handler, **told)], by)

    def _plant(self, circle, mentee, mentor, kind):
        """Put a text of every sort into a mentorship, that says whose it is."""
        add, tag = self.owner.add, f"{circle}:{kind}"
        (goal,) = add(
            [
                mk.Goal(
                    mentorship_id=circle,
                    title=f"Goal of {tag}",
                    specific=f"specific<{tag}>",
                    visibility=kind,
                )
            ],
            mentee,
        )
        add(
            [
                mk.Milestone(
                    goal_id=goal.id,
                    title=f"Step of {tag}",
                    success_means=f"means<{tag}>",
                    visibility=kind,
                ),
                mk.Progress(
                    goal_id=goal.id, level=0, note=f"note<{tag}>", visibility=kind
                ),
            ],
            mentee,
        )
        for author in (mentee, mentor):
            add(
                [
                    mk.Reflection(
                        mentorship_id=circle,
                        text=f"reflection<{tag}:{author}>",
                        visibility=kind,
                    )
                ],
                author,
            )
        (session,) = add(
            [
                mk.Session(
                    mentorship_id=circle,
                    starts_at=dt.datetime(2026, 9, 1, 9, tzinfo=dt.UTC),
                    summary=f"summary<{tag}>",
                    private_note=f"hushed<{tag}:{mentor}>",
                    visibility=kind,
                )
            ],
            mentor,
        )
        self.owner.revise(
            "sessions", session.id, {"summary": f"again<{tag}>"}, by=mentor, why=tag
        )
        add(
            [
                mk.Action(
                    mentorship_id=circle,
                    title=f"Do {tag}",
                    owner_id=mentee,
                    learned=f"learned<{tag}>",
                    visibility=kind,
                ),
                mk.Decision(
                    mentorship_id=circle,
                    about="goal",
                    decision=f"decision<{tag}>",
                    rationale=f"rationale<{tag}>",
                    visibility=kind,
                ),
            ],
            mentor,
        )
        (gone,) = add(
            [
                mk.Reflection(
                    mentorship_id=circle, text=f"gone<{tag}:{mentee}>", visibility=kind
                )
            ],
            mentee,
        )
        self.owner.erase("reflections", gone.id, by=mentee)

    def _plant_measures(self, circle, mentee, mentor, kind):
        add, tag = self.owner.add, f"{circle}:{kind}"
        held_by = {"mentorship_id": [self.owner.find_id("mentorships", circle)]}
        (session, *_) = self.owner.rows("sessions", held_by)
        sheet = mk.Assessment(
            instrument="pulse",
            mentorship_id=circle,
            person_id=mentee,
            rater_group="mentor",
            wave="pulse",
            note=f"sheet<{tag}:{mentor}>",
            visibility=kind,
        )
        answer = mk.Response(
            assessment_id=sheet.id, item_id="pulse.time", text=f"answer<{tag}:{mentor}>"
        )
        add([sheet, answer], mentor)
        row = {"person_id": mentee, "mentorship_id": circle, "visibility": kind}
        add(
            [
                mk.Evidence(title="A piece", annotation=f"shows<{tag}>", **row),
                mk.Opportunity(title="A door", note=f"door<{tag}>", **row),
                mk.Profile(
                    person_id=mentee,
                    kind="skill_have",
                    topic=f"topic<{tag}>",
                    visibility=kind,
                ),
            ],
            mentee,
        )
        if kind == "pair":
            held = {"session_id": session["session_id"], "person_id": mentee}
            add([mk.Attendance(rating=4, **held)], mentee)


def asked():
    """Return the one question of an instrument."""
    return mk.Item(
        handle="pulse.time",
        instrument="pulse",
        text="Was the time well used?",
        scale_min=1,
        scale_max=5,
        source="The program",
        licence="MIT",
    )


@pytest.fixture(scope="module")
def team(server):
    made = Team(server, server.new_database())
    yield made
    made.close()


def everything(store):
    """Return all that a login reads of every table and of the whole history, as text."""
    rows = [str(store.rows(record.table)) for record in RECORDS]
    past = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    rows += [str(store.rows(record.table, as_of=past)) for record in RECORDS]
    with store._database.reading() as connection:
        rows += map(str, connection.exec_driver_sql("SELECT * FROM changes").all())
    return "\n".join(rows)


def test_the_owner_reads_everything(team):
    text = everything(team.owner)

    assert "hushed<bo-eve:private:eve>" in text
    assert "gone<ada-grace:private:ada>" in text


def test_a_mentor_reads_their_own_mentorships_and_no_other(team):
    text = everything(team.store("grace"))

    assert "bo" not in {row["handle"] for row in team.store("grace").rows("people")}
    assert "bo-eve" not in text
    for kind in ("pair", "program"):
        for word in ("specific", "means", "note", "again", "learned", "rationale"):
            assert f"{word}<ada-grace:{kind}>" in text, (word, kind)
        assert f"reflection<ada-grace:{kind}:ada>" in text
        assert f"gone<ada-grace:{kind}:ada>" in text


def test_private_texts_are_read_by_their_author_alone(team):
    texts = {person: everything(team.store(person)) for person in PEOPLE}

    for author, other in (("ada", "grace"), ("grace", "ada")):
        mine = f"reflection<ada-grace:private:{author}>"
        assert mine in texts[author]
        assert [person for person in PEOPLE if mine in texts[person]] == [author]
        assert other in texts[author]
    assert [p for p in PEOPLE if "gone<ada-grace:private:ada>" in texts[p]] == ["ada"]
    for kind in ("private", "pair", "program"):
        hushed = f"hushed<ada-grace:{kind}:grace>"
        assert [p for p in PEOPLE if hushed in texts[p]] == ["grace"], kind


def seen_by(team):
    """Return a function that says who reads a text, having looked once at everything."""
    seen = {each: everything(team.store(each)) for each in PEOPLE}
    return lambda text: [each for each in PEOPLE if text in seen[each]]


def test_a_concern_is_seen_by_two_people_and_by_no_lead_who_is_not_one(team):
    readers = seen_by(team)
    assert readers("concern<ada-grace>") == ["ada", "eve"]
    assert readers("concern<bo-eve>") == ["bo", "lena"]
    for person in ("grace", "lena"):
        rows = team.store(person).rows("concerns", {"kind": ["fit"]})
        assert "ada-grace" not in str(rows)


def test_answers_are_read_by_those_who_may_read_their_sheet(team):
    readers = seen_by(team)
    for word in ("sheet", "answer"):
        mine = f"{word}<ada-grace:{{}}:grace>"
        assert readers(mine.format("private")) == ["grace"]
        assert readers(mine.format("pair")) == ["ada", "grace"]
        assert readers(mine.format("program")) == ["ada", "grace", "lena"]


def test_portfolios_and_profiles_are_read_as_far_as_their_owners_say(team):
    readers = seen_by(team)
    for word in ("shows", "door", "topic"):
        mine = f"{word}<ada-grace:{{}}>"
        assert readers(mine.format("private")) == ["ada"]
        assert readers(mine.format("pair")) == ["ada", "grace"]
        assert readers(mine.format("program")) == ["ada", "grace", "lena"]


def test_a_sheet_is_saved_and_undone_whole_by_who_filled_it_in_alone(team):
    ada, grace = team.store("ada"), team.store("grace")
    sheet = mk.Assessment(instrument="pulse", mentorship_id="ada-grace", wave="pulse")
    answer = {"assessment_id": sheet.id, "item_id": "pulse.time"}
    ada.add([sheet, mk.Response(value=4, **answer)], "ada")

    with pytest.raises(NotAllowed):
        grace.revise("assessments", sheet.id, {"wave": "mid"}, by="grace")
    (row,) = ada.rows("responses", {"assessment_id": [sheet.id]})
    with pytest.raises(NotAllowed):
        grace.revise("responses", row["response_id"], {"value": 1}, by="grace")
    assert len(grace.rows("responses", {"assessment_id": [sheet.id]})) == 1

    ada.undo(by="ada")
    for store in (ada, grace, team.owner):
        assert not store.rows("responses", {"assessment_id": [sheet.id]})
        assert not store.rows("assessments", {"assessment_id": [sheet.id]})
    assert team.owner.check().ok


def test_questions_and_abilities_are_written_by_leads_and_read_by_everybody(team):
    for person in PEOPLE:
        assert [row["handle"] for row in team.store(person).rows("items")] == [
            "pulse.time"
        ]
    ability = mk.Competency(handle=f"listening-{team.name}", name="Listening")
    with pytest.raises(NotAllowed):
        team.store("grace").add([ability], "grace")
    team.store("lena").add([ability], "lena")
    team.store("lena").undo(by="lena")


def test_a_concern_can_be_brought_to_a_lead_and_is_settled_by_them(team):
    ada, lena = team.store("ada"), team.store("lena")
    (raised,) = ada.add([mk.Concern(handler_id="lena", text="Too little time")], "ada")

    changes = {"status": "resolved", "resolved_on": raised.raised_on}
    lena.revise("concerns", raised.id, changes, by="lena")

    assert [row["status"] for row in ada.rows("concerns") if row["text"] == raised.text]
    with pytest.raises((NotAllowed, mk.NotFound)):
        team.store("grace").revise(
            "concerns", raised.id, {"status": "open", "resolved_on": None}, by="grace"
        )
    ada.erase("concerns", raised.id, by="ada")
    assert team.owner.check().ok


def test_the_lead_reads_every_mentorship_and_no_text_of_the_pairs(team):
    text = everything(team.store("lena"))

    assert len(team.store("lena").rows("goals")) == len(team.owner.rows("goals"))
    for circle in ("ada-grace", "bo-eve"):
        assert f"Goal of {circle}:program" in text
        assert f"Goal of {circle}:private" not in text
        assert f"specific<{circle}:program>" in text
        assert f"again<{circle}:program>" in text
        for kind in ("private", "pair"):
            assert f"<{circle}:{kind}" not in text
    assert "hushed<" not in text


def test_a_login_of_somebody_who_is_in_nothing_reads_itself_alone(team):
    text = everything(team.store("mallory"))

    assert {row["handle"] for row in team.store("mallory").rows("people")} == {
        "mallory"
    }
    assert "<" not in text
    assert "ada" not in text


def test_a_login_without_access_reads_nothing_and_is_told_whom_to_ask(team, server):
    server.sql(f"CREATE ROLE stranger_{team.name} LOGIN PASSWORD 'x'")
    try:
        with pytest.raises(NotAllowed, match="mentorkit grant"):
            Store(server.url(team.name, f"stranger_{team.name}", "x"))
    finally:
        server.sql(f"DROP ROLE stranger_{team.name}")


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_the_tables_themselves_give_a_login_no_more_than_keys(team, person, record):
    guarded = next(
        (field.name for field in record.fields() if field.about.reads != "all"), "*"
    )

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        team.sql(person, f"SELECT {guarded} FROM mentorkit.{record.table}")

    keys = team.sql(person, f"SELECT {record.key()} FROM mentorkit.{record.table}")
    seen = {row[record.key()] for row in team.store(person).rows(record.table)}
    assert {key for (key,) in keys} == seen


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM mentorkit.changes",
        "SELECT * FROM mentorkit.logins",
        "SELECT * FROM mentorkit.led_people",
        "UPDATE mentorkit.logins SET person_id = ''",
        "UPDATE mentorkit.changes SET by = 'ada'",
        "DELETE FROM mentorkit.changes",
        "DROP TABLE mentorkit.goals",
        "ALTER TABLE mentorkit.goals DISABLE ROW LEVEL SECURITY",
        "SELECT mentorkit.erased('reflections', 'r-1')",
        "UPDATE mentorkit.people SET handle = 'eve'",
        "UPDATE mentorkit_seen.people SET handle = 'lena' WHERE handle = 'grace'",
        "UPDATE mentorkit.goals SET goal_id = 'g-1'",
        "SET ROLE keeper",
        "SET SESSION AUTHORIZATION keeper",
        "CREATE TABLE mentorkit.mine (a int)",
        "CREATE FUNCTION mentorkit_seen.me() RETURNS text LANGUAGE sql AS 'SELECT 1'",
    ],
)
def test_a_login_may_not_go_round_the_rules(team, query):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        team.sql("grace", query)


SAFE = {
    *("me", "my_names", "leads", "hidden", "may_write", "may_take", "may_log"),
    *("hidden_fields", "may_write_at", "has_sealed", "sessions_by_author"),
    *("circle_of_goals", "circle_of_sessions"),
}
"""Functions that tell a login of its own rights, or of a goal that it can name."""


def test_a_login_calls_no_function_that_tells_more_than_its_rights(team):
    query = (
        "SELECT proname FROM pg_proc WHERE pronamespace = 'mentorkit'::regnamespace"
        " AND has_function_privilege(oid, 'EXECUTE')"
    )

    found = {name for (name,) in team.sql("grace", query)}

    assert {name for name in found if not name.startswith("among_")} <= SAFE


@pytest.mark.parametrize("guess", ["hushed<bo", "reflection<bo-eve:private", "h"])
def test_nobodys_words_can_be_guessed_at(team, guess):
    assert "hushed<bo-eve:private:eve>" in everything(team.owner)

    asked = team.sql("grace", "SELECT mentorkit.has_sealed(%s)", guess)

    assert asked == [(False,)]


def test_an_address_is_no_name_to_sign_with(team):
    ada = team.store("ada")
    person = ada.signed_in()
    ada.revise("people", person, {"email": "eve"}, by="ada")

    with pytest.raises(NotAllowed):
        ada.add([mk.Goal(mentorship_id="ada-grace", title="By Eve?")], "eve")

    ada.undo(by="ada")


def test_a_member_adds_changes_and_takes_back_in_their_own_mentorship(team):
    store = team.store("ada")

    (goal,) = store.add([mk.Goal(mentorship_id="ada-grace", title="Mine")], "ada")
    store.revise("goals", goal.id, {"title": "Still mine"}, by="ada")
    store.undo(by="ada")

    assert team.owner.get("goals", goal.id)[0].title == "Mine"
    store.undo(by="ada")
    assert not team.owner.rows("goals", {"goal_id": [goal.id]})
    assert len(store.history("goals", goal.id)) == 4
    assert team.owner.check().ok


@pytest.mark.parametrize("person", ["bo", "lena", "mallory"])
def test_nobody_writes_in_anothers_mentorship(team, person):
    store = team.store(person)
    (circle,) = team.owner.rows("mentorships", {"handle": ["ada-grace"]})
    (goal, *_) = team.owner.rows("goals", {"mentorship_id": [circle["mentorship_id"]]})
    (someone,) = team.owner.rows("people", {"handle": ["ada"]})
    new = mk.Goal(
        mentorship_id=circle["mentorship_id"],
        owner_id=someone["person_id"],
        title="Theirs",
    )
    before = team.owner.everything()

    with pytest.raises(mk.MentorkitError):
        store.add([new], person)
    with pytest.raises(mk.MentorkitError):
        store.revise("goals", goal["goal_id"], {"title": "Theirs"}, by=person)
    with pytest.raises(mk.MentorkitError):
        store.erase("goals", goal["goal_id"], by=person)

    assert team.owner.everything() == before


def test_nobody_lets_themselves_into_a_mentorship(team):
    for person in ("lena", "bo", "mallory"):
        (circle,) = team.owner.rows("mentorships", {"handle": ["ada-grace"]})
        me = team.store(person).signed_in()
        new = mk.Member(
            mentorship_id=circle["mentorship_id"], person_id=me, role="observer"
        )
        with pytest.raises(mk.MentorkitError):
            team.store(person).add([new], person)
        lead = mk.Enrollment(
            program_id=circle["program_id"], person_id=me, role="lead", status="active"
        )
        if person != "lena":
            with pytest.raises(mk.MentorkitError):
                team.store(person).add([lead], person)


def test_nobody_signs_as_another(team):
    with pytest.raises(NotAllowed, match="may not write this"):
        team.store("ada").add(
            [mk.Goal(mentorship_id="ada-grace", title="By Grace?")], "grace"
        )


def test_nobody_reflects_in_anothers_name(team):
    with pytest.raises(NotAllowed):
        team.store("ada").add(
            [
                mk.Reflection(
                    mentorship_id="ada-grace", author_id="grace", text="I was wrong"
                )
            ],
            "ada",
        )


def test_a_private_note_stays_in_its_authors_hands(team):
    store = team.store("ada")
    session = store.rows("sessions")[0]["session_id"]

    store.revise("sessions", session, {"objective": "To plan"}, by="ada", why="x")
    with pytest.raises(NotAllowed):
        store.revise("sessions", session, {"private_note": "Overwritten"}, by="ada")

    kept, _ = team.owner.get("sessions", session)
    assert kept.objective == "To plan"
    assert kept.private_note.startswith("hushed<ada-grace")


def test_nobody_erases_what_is_hidden_from_them(team):
    ada, grace = team.store("ada"), team.store("grace")
    new = mk.Session(
        mentorship_id="ada-grace",
        starts_at=dt.datetime(2026, 9, 2, 9, tzinfo=dt.UTC),
        private_note="To be kept",
    )
    (kept,) = grace.add([new], "grace")

    with pytest.raises(NotAllowed, match="not yours to change"):
        ada.erase("sessions", kept.id, by="ada")
    grace.revise("sessions", kept.id, {"private_note": None}, by="grace", why="done")
    ada.erase("sessions", kept.id, by="ada")

    assert not team.owner.rows("sessions", {"session_id": [kept.id]})


def test_the_history_takes_no_line_about_what_is_anothers(team):
    (goal, *_) = [
        row
        for row in team.owner.rows("goals")
        if row["title"].startswith("Goal of ada")
    ]
    line = (
        "INSERT INTO changes (change_set, at, by, table_name, row_id, op, version)"
        " VALUES ('cs-x', now(), 'bo', 'goals', %s, 'add', 1)"
    )

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        team.sql("bo", line, goal["goal_id"])


def test_the_lead_matches_people_and_opens_mentorships(team):
    lead = team.store("lena")
    (person,) = lead.add([mk.Person(handle="zoe", name="Zoë")], "lena")
    lead.add([mk.Enrollment(person_id="zoe", role="mentee", status="active")], "lena")
    (circle,) = lead.add([mk.Mentorship(handle="zoe-eve", status="active")], "lena")
    lead.add(
        [
            mk.Member(mentorship_id=circle.id, person_id="zoe", role="mentee"),
            mk.Member(mentorship_id=circle.id, person_id="eve", role="mentor"),
        ],
        "lena",
    )

    assert person.id in {row["person_id"] for row in team.store("eve").rows("people")}
    assert len(team.store("eve").rows("mentorships")) == 2


def came_back(person):
    """Return the rows of what somebody handed in."""
    file = {
        "person_id": person,
        "assignment": "week-1",
        "template": "reflection",
        "template_version": "1.0.0",
        "fingerprint": "0" * 64,
    }
    said = {"kind": "text", "part": "text", "value": f"words of {person}"}
    when = {"received_at": "2026-09-01T10:00+00:00", "received_by": "file"}
    return [mk.Submission(**file, **said), mk.Receipt(**file, **when, path="in/x")]


def test_what_came_back_is_collected_by_mentor_or_lead_and_read_by_no_other(team):
    for by, learner in (("grace", "ada"), ("lena", "bo"), ("eve", "ada")):
        person_id = team.owner.find_id("people", learner)
        rows = came_back(person_id)
        if by == "eve":
            with pytest.raises(NotAllowed):
                add_new(team.store(by), rows, by)
        else:
            assert len(add_new(team.store(by), rows, by)) == 2
            assert add_new(team.store(by), rows, by) == []

    def read(who):
        found = team.store(who).rows("submissions").columns["value"]
        seen = {text.partition(" of ")[2] for text in found}
        assert len(team.store(who).rows("receipts")) == len(seen)
        return {team.owner.get("people", each)[0].handle for each in seen}

    assert [read(who) for who in ("ada", "grace", "bo", "eve", "lena", "mallory")] == [
        {"ada"},
        {"ada"},
        {"bo"},
        {"bo"},
        {"ada", "bo"},
        set(),
    ]


def add_new(store, rows, by):
    with store.transaction(by) as transaction:
        return transaction.add_new(rows)


def test_access_that_is_revoked_is_gone(team):
    team.owner.revoke("mallory")
    try:
        with pytest.raises(NotAllowed, match="mentorkit grant"):
            Store(team.url("mallory"))
    finally:
        team.owner.grant("mallory", f"mallory_{team.name}")


def test_only_the_owner_grants_backs_up_and_restores(team, tmp_path):
    store = team.store("lena")

    with pytest.raises(NotAllowed, match="Only the owner"):
        store.grant("lena")
    with pytest.raises(NotAllowed, match="Only the owner"):
        store.granted()
    with pytest.raises(NotAllowed, match="Only the owner"):
        mk.open(team.url("lena")).backup(tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_check_that_sees_a_part_only_is_not_made(team):
    with pytest.raises(NotAllowed, match="Only the owner"):
        team.store("grace").check()


def test_a_row_whose_texts_are_hidden_is_not_changed_blindly(team):
    store = team.store("grace")
    (hidden,) = [row for row in store.rows("goals") if row["title"] is None]

    with pytest.raises(NotAllowed, match="not yours to change"):
        store.revise("goals", hidden["goal_id"], {"importance": 3}, by="grace")


def test_a_password_is_told_once_and_kept_nowhere(team):
    granted = {each.person: each for each in team.owner.granted()}

    assert granted["grace"].mentorships == ("ada-grace",)
    assert granted["lena"].leads == ("first",)
    assert {each.password for each in granted.values()} == {None}
    assert team.words["grace"] not in everything(team.owner)


def test_on_a_server_one_is_who_one_logs_in_as(team, monkeypatch):
    monkeypatch.setenv("MENTORKIT_USER", "grace")

    ws = mk.open(team.url("ada"))

    assert ws.user == "ada"
    with pytest.raises(NotAllowed, match="who you log in as"):
        mk.open(team.url("ada"), as_="grace")
    assert list(ws.mentorships()["handle"]) == ["ada-grace"]
