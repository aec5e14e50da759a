"""Texts that are planted in every field of every table, and looked for in raw bytes."""

import datetime as dt
import itertools
import re
import subprocess
import sys
import textwrap
import unicodedata

import psycopg

import mentorkit as mk
from mentorkit.models import RECORDS, record_of
from mentorkit.privacy.remains import is_free


PEOPLE = {
    "combining": ("zoe", "Zoe\u0308 A\u030angstro\u0308m", "zoe.ang@example.org"),
    "cyrillic": ("marija", "Марија Ђорђевић", "marija@пример.rs"),
    "chinese": ("meiling", "陈美玲", "mei.ling@example.cn"),
}
"""Handle, name and address of whoever is erased."""


class Secrets:
    """Texts that are found again: those that must go, and those that must stay."""

    def __init__(self):
        self.numbers = itertools.count(1)
        self.gone, self.kept = [], []

    def go(self):
        return self._new(self.gone, "hushed")

    def stay(self):
        return self._new(self.kept, "spoken")

    def _new(self, words, stem):
        words.append(f"{stem}{next(self.numbers):04}x")
        return words[-1]


def texts(table, make):
    """Return every free text of a table, each made anew."""
    fields = record_of(table).fields()
    return {f.name: make() for f in fields if is_free(f)}


def plant(store, person, secrets):
    """Plant texts in every field: of one person, and of others who name them."""
    handle, name, email = store.person = person

    def about():
        told = unicodedata.normalize("NFC", name).upper()
        return f"{told} {secrets.stay()}"

    store.add(
        [
            mk.Program(
                handle="first", **{**texts("programs", about), "timezone": "UTC"}
            ),
            mk.Person(handle=handle, name=name, email=email, org_unit=secrets.go()),
            mk.Person(handle="grace", name="Grace Hopper", email="g@example.org"),
            mk.Person(handle="eve", name="Eve Online"),
        ],
        "grace",
        f"{name} joins",
    )
    store.add(
        [
            mk.Mentorship(
                handle=f"{handle}-grace", status="active", facet=secrets.go()
            ),
            mk.Mentorship(
                handle="circle", mode="group", status="active", facet=about()
            ),
        ],
        "grace",
    )
    add_rows(store, secrets, about)


def add_rows(store, secrets, about):
    handle, _, _ = store.person
    pair = f"{handle}-grace"
    store.add(
        [
            *(
                mk.Member(mentorship_id=where, person_id=who, role=role)
                for where, who, role in (
                    (pair, handle, "mentee"),
                    (pair, "grace", "mentor"),
                    ("circle", handle, "mentee"),
                    ("circle", "eve", "mentee"),
                    ("circle", "grace", "mentor"),
                )
            ),
            mk.Enrollment(
                person_id=handle, role="mentee", **texts("enrollments", secrets.go)
            ),
            mk.Enrollment(
                person_id="eve", role="mentee", cohort="spring", hopes=about()
            ),
        ],
        "grace",
    )
    own, others = store.add(
        [
            mk.Goal(mentorship_id=pair, owner_id=handle, **texts("goals", secrets.go)),
            mk.Goal(mentorship_id="circle", owner_id="eve", title=about()),
        ],
        handle,
        secrets.go(),
    )
    store.ids = {"own": own.id, "others": others.id}
    for goal, make in ((own.id, secrets.go), (others.id, about)):
        store.add(
            [
                mk.Milestone(goal_id=goal, **texts("milestones", make)),
                mk.Progress(goal_id=goal, value=1, note=make()),
            ],
            "grace",
        )
    (reported,) = store.add(
        [mk.Progress(goal_id=others.id, note=secrets.go(), level=1)], handle
    )
    told, session = store.add(
        [
            mk.Session(
                mentorship_id=where,
                starts_at=dt.datetime(2026, 8, 1, 15, tzinfo=dt.UTC),
                **{**texts("sessions", make), "private_note": secrets.go()},
            )
            for where, make in ((pair, secrets.go), ("circle", about))
        ],
        handle,
    )
    store.ids |= {"reported": reported.id, "session": session.id, "told": told.id}
    store.add(
        [
            mk.Action(
                mentorship_id=pair, owner_id=handle, **texts("actions", secrets.go)
            ),
            mk.Action(
                mentorship_id=pair,
                owner_id="grace",
                goal_id=own.id,
                **texts("actions", about),
            ),
            mk.Charter(
                mentorship_id=pair, section="role", **texts("charters", secrets.go)
            ),
            mk.Charter(
                mentorship_id="circle", section="role", **texts("charters", about)
            ),
            mk.Consent(
                person_id=handle,
                scope="contact",
                granted=True,
                **texts("consents", secrets.go),
            ),
            mk.Consent(
                person_id="eve",
                scope="contact",
                granted=False,
                **texts("consents", about),
            ),
            mk.Reflection(mentorship_id=pair, **texts("reflections", secrets.go)),
            mk.Reflection(
                mentorship_id="circle",
                author_id="eve",
                **texts("reflections", about),
            ),
            mk.Decision(
                mentorship_id=pair,
                **{**texts("decisions", secrets.go), "ref_id": own.id},
            ),
            mk.Decision(
                mentorship_id="circle",
                **{**texts("decisions", about), "ref_id": own.id},
            ),
        ],
        handle,
    )
    add_measures(store, secrets, about)
    change_all(store, secrets, about)


def add_measures(store, secrets, about):
    """Plant in the library, in profiles and portfolios, in sheets and in confidence."""
    handle, _, _ = store.person
    pair, told = f"{handle}-grace", store.ids["told"]
    item = mk.Item(
        handle="pulse.q",
        instrument="pulse",
        scale_min=1,
        scale_max=5,
        **{**texts("items", about), "anchors": "1: No"},
    )
    ability = mk.Competency(handle="asking", **texts("competencies", about))
    door = mk.Evidence(
        person_id=handle, mentorship_id=pair, **texts("evidence", secrets.go)
    )
    store.add(
        [
            item,
            ability,
            mk.Resource(
                handle="talk",
                kind="tool",
                **{**texts("resources", about), "language": "en"},
            ),
            *(
                mk.Profile(person_id=who, kind="interest", **texts("profiles", make))
                for who, make in ((handle, secrets.go), ("eve", about))
            ),
            door,
            mk.Evidence(person_id="eve", **texts("evidence", about)),
            mk.Opportunity(
                person_id=handle,
                sponsor_id="grace",
                mentorship_id=pair,
                evidence_id=door.id,
                **texts("opportunities", secrets.go),
            ),
            mk.Opportunity(
                person_id="eve",
                sponsor_id=handle,
                mentorship_id="circle",
                **texts("opportunities", about),
            ),
            mk.Attendance(session_id=told, person_id=handle, rating=2),
            mk.Attendance(session_id=told, person_id="grace", rating=3),
            mk.Concern(handler_id="grace", **texts("concerns", secrets.go)),
            mk.Concern(by_id="eve", handler_id=handle, **texts("concerns", about)),
        ],
        handle,
    )
    for who, by, where, make in (
        (handle, handle, pair, secrets.go),
        (handle, "grace", pair, secrets.go),
        ("eve", handle, "circle", secrets.go),
        ("eve", "grace", "circle", about),
    ):
        sheet = mk.Assessment(
            instrument="pulse",
            person_id=who,
            rater_id=by,
            mentorship_id=where,
            wave="mid",
            note=make(),
        )
        answer = {"assessment_id": sheet.id, "item_id": "pulse.q", "value": 4}
        store.add([sheet, mk.Response(text=make(), **answer)], by)
        store.ids[f"{who} by {by}"] = sheet.id
    hand_in(store, handle, secrets.go)
    hand_in(store, "eve", about)


def hand_in(store, who, make):
    """Plant in what came back of an assignment."""
    file = {
        "person_id": who,
        "assignment": "week-1",
        "template": "reflection",
        "template_version": "1.0.0",
        "fingerprint": "0" * 64,
    }
    answer = {"kind": "text", "part": "text", **texts("submissions", make)}
    when = {"received_at": "2026-09-01T10:00+00:00", "received_by": "file"}
    receipt = mk.Receipt(**file, **when, **texts("receipts", make))
    store.add([mk.Submission(**file, **answer), receipt], "grace")


def change_all(store, secrets, about):
    """Give every text a past: revised, erased, with reasons."""
    handle, _, email = store.person
    everything = store.everything()
    for record in RECORDS:
        for row in everything[record.table]:
            fields = [f.name for f in record.fields() if is_free(f) and row[f.name]]
            if record.table == "people" or not fields:
                continue
            theirs = "hushed" in str(row[fields[0]])
            changes = {n: secrets.go() if theirs else about() for n in fields}
            changes.pop("ref_id", None)
            changes.pop("anchors", None)
            changes.pop("language", None)
            if not theirs and row.get("private_note"):
                changes["private_note"] = secrets.go()
            if row.get("note") and "hushed" in str(row["note"]):
                changes["note"] = secrets.go()
            why = f"{email} {secrets.stay()}" if not theirs else None
            store.revise(
                record.table, row[record.key()], changes, by="grace", why=why or "x"
            )
    dropped, kept = store.add(
        [
            mk.Goal(mentorship_id="circle", owner_id=handle, title=secrets.go()),
            mk.Goal(mentorship_id="circle", owner_id="eve", title=about()),
        ],
        handle,
    )
    store.erase("goals", dropped.id, by=handle, why=secrets.go())
    store.erase("goals", kept.id, by="eve", why=f"said {handle}")
    grace = store.find_id("people", "grace")
    store.revise("people", grace, {"org_unit": "Navy"}, by=email, why=secrets.go())


READ = textwrap.dedent(
    """
    import re, sys
    from pathlib import Path
    patterns = [bytes.fromhex(word) for word in sys.stdin.read().split()]
    found = set()
    for folder in sys.argv[1:]:
        for file in sorted(Path(folder).rglob("*")):
            content = file.read_bytes() if file.is_file() else b""
            for pattern in patterns:
                if re.search(pattern, content):
                    found.add(pattern.decode("utf-8", "replace"))
    print(*sorted(found), sep="\\n")
    """
)


def found_in_bytes(store, patterns):
    """Search the raw bytes of a database, from another process."""
    folder = store.place.parent if not isinstance(store.place, str) else None
    if folder is None:
        with psycopg.connect(store.place, autocommit=True) as connection:
            connection.execute("CHECKPOINT")
            (path,) = connection.execute(
                "SELECT current_setting('data_directory') || '/base/' || oid"
                " FROM pg_database WHERE datname = current_database()"
            ).fetchone()
        folder = path
    words = "\n".join(pattern.encode().hex() for pattern in patterns)
    done = subprocess.run(
        [sys.executable, "-c", READ, folder],
        input=words,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split("\n")[:-1] if done.stdout.strip() else []


def patterns_of(store, secrets):
    handle, name, email = store.person
    names = {
        unicodedata.normalize(form, word)
        for form in ("NFC", "NFD")
        for word in (name, name.upper(), name.split()[0], email, email.upper())
    }
    bounded = {f"(?<![A-Za-z0-9]){handle}(?![A-Za-z0-9])"}
    return [*map(re.escape, [*names, *secrets.gone]), *bounded]
