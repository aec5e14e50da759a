"""The session log: sessions, ratings, next steps and decisions from each of its rows."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from tests.harbor.readings import clock, day, minutes, same


FILE = "session log.csv"

KINDS = {
    "": "",
    "micro": "micro",
    "check-in": "check_in",
    "deep dive": "deep_dive",
    "review": "formal_review",
}


def last_day(log):
    return max(found for _, row in log if (found := day(row["Date"])))


def read_log(out, log):
    for number, row in log:
        held_on = day(row["Date"])
        if held_on is None:
            words = (
                f"{row['Date']} is not a day as month/day/year; the row was left out."
            )
            out.note(FILE, number, words)
            continue
        pair = out.mentorship_of(same(row["Mentee"]))
        session = read_session(out, number, row, pair, held_on)
        if rating := row["Confidence (1-5)"]:
            out.add(
                "reflections",
                reflection_id=f"r{out.number('reflections')}",
                mentorship_id=pair["handle"],
                author_id=out.people[pair["mentee"]]["handle"],
                kind="post_session",
                confidence=rating,
                written_on=held_on,
                session_id=session["session_id"],
                visibility="pair",
            )
            if session["status"] != "held":
                words = "nobody met, yet confidence was rated; the rating is kept."
                out.note(FILE, number, words)
        read_steps(out, number, row, pair, session)
        read_decision(out, number, pair, session)


def read_session(out, number, row, pair, held_on):
    summary, marked, secret = row["What we did"].partition("CONFIDENTIAL:")
    mentee, mentor = (out.people[pair[role]] for role in ("mentee", "mentor"))
    status = session_status(out, number, summary)
    length = minutes(row["Length"])
    if (said := re.search(r"\((\d+) min\)", summary)) and int(said[1]) != length:
        words = f"the text says {said[1]} minutes, the column {length}; column kept."
        out.note(FILE, number, words)
    if marked:
        words = "what follows CONFIDENTIAL is now the mentor's private note."
        out.note(FILE, number, words)
    for name in strangers(out, pair, summary):
        out.note(FILE, number, f"the text names {name}, who is not of this pair.")
    if summary.startswith("="):
        out.note(FILE, number, "the text begins with “=”; it is kept as text.")
    zone = ZoneInfo(mentee["timezone"])
    starts_at = dt.datetime.combine(held_on, clock(row["Start (local)"]), zone)
    return out.add(
        "sessions",
        session_id=f"s{out.number('sessions')}",
        mentorship_id=pair["handle"],
        starts_at=starts_at.isoformat(),
        timezone=mentee["timezone"],
        minutes=length,
        kind=KINDS[row["Kind"]],
        status=status,
        summary=summary.strip(),
        private_note=secret.strip(),
        private_note_by=mentor["handle"] if marked else "",
        held_on=held_on,
    )


def strangers(out, pair, text):
    """Give the first names in a text of people who are not of the pair."""
    others = (
        person["name"].split()[0]
        for email, person in out.people.items()
        if email not in (pair["mentor"], pair["mentee"])
    )
    return [name for name in others if name in text.split()]


def session_status(out, number, summary):
    if summary.startswith("No show"):
        out.note(FILE, number, "nobody came: the session's status is no_show.")
        return "no_show"
    if "moved by" in summary:
        words = "not held on that day: its status is moved; the text is kept as it is."
        out.note(FILE, number, words)
        return "moved"
    return "held"


def read_steps(out, number, row, pair, session):
    """Split next steps at semicolons; “both” becomes one action for each."""
    text = row["Next steps (owner: what, by when)"]
    for step in filter(None, (part.strip() for part in text.split(";"))):
        owner, _, rest = step.partition(":")
        what, _, due = rest.strip().rpartition(", ")
        due_on = day(due) if what else None
        owners = step_owners(out, pair, owner)
        if not owners:
            words = f"“{owner}” is neither of the two; the step was left out."
            out.note(FILE, number, words)
        if len(owners) > 1:
            out.note(FILE, number, f"“{step}” is now one action for each of the two.")
        for person in owners:
            out.add(
                "actions",
                action_id=f"a{out.number('actions')}",
                mentorship_id=pair["handle"],
                title=what if due_on else rest.strip(),
                owner_id=person["handle"],
                set_on=session["held_on"],
                due_on=due_on or "",
                session_id=session["session_id"],
            )


def step_owners(out, pair, word):
    """Mentors keep the log, so “me” is the mentor; a name is the mentee's first."""
    mentee, mentor = out.people[pair["mentee"]], out.people[pair["mentor"]]
    first_name = same(mentee["name"]).split()[0]
    named = {
        "me": [mentor],
        "mentee": [mentee],
        "both": [mentor, mentee],
        first_name: [mentee],
    }
    return named.get(same(word), [])


def read_decision(out, number, pair, session):
    """Take what follows “decision:”; the words before it are the only reason given."""
    reason, marked, decision = session["summary"].partition("; decision:")
    if not marked:
        return
    out.note(FILE, number, "the decision's reason is what was written before it.")
    out.add(
        "decisions",
        decision_id=f"d{out.number('decisions')}",
        program_id=pair["program_id"],
        mentorship_id=pair["handle"],
        decided_on=session["held_on"],
        about="plan",
        decision=decision.strip(),
        rationale=reason.strip(),
        by_id=out.people[pair["mentor"]]["handle"],
        ref_id=session["session_id"],
    )
