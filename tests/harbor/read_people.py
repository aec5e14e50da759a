"""People, the pairs they are in, and their enrollments."""

from __future__ import annotations

import re

from tests.harbor.readings import day, same


SIGNUP, PAIRS = "signup.csv", "pairs.csv"
PROGRAM = "harbor"

MODES = {"1:1": "one_to_one", "group": "group", "project": "project"}
LANGUAGES = {
    "Arabic": "ar",
    "Chinese": "zh",
    "English": "en",
    "Hindi": "hi",
    "Japanese": "ja",
    "Korean": "ko",
    "Norwegian": "no",
    "Polish": "pl",
    "Spanish": "es",
    "Swedish": "sv",
}


def read_people(out, signups):
    for number, row in signups:
        email = same(row["Email Address"])
        if not email:
            out.note(SIGNUP, number, "the row is blank; left out.")
            continue
        if email in out.people:
            earlier = out.people[email]["row"]
            out.note(
                SIGNUP,
                number,
                f"{email} signed up before, in row {earlier}; the newest answer wins.",
            )
        language = row["Languages"].split(",")[0].strip()
        out.people[email] = {
            "person_id": f"p-{email.split('@')[0]}",
            "handle": email.split("@")[0],
            "name": row["Full name"],
            "email": email,
            "timezone": row["Time zone"],
            "language": LANGUAGES[language],
            "row": number,
        }
        lost = [key for key in row if key.startswith(("Skills", "Anything"))]
        if filled := [f"“{key.partition(' (')[0]}”" for key in lost if row[key]]:
            out.note(SIGNUP, number, f"no table holds {', '.join(filled)}; left out.")
    out.tables["people"] = list(out.people.values())
    for email, person in out.people.items():
        if len(out.by_name(person["name"])) > 1:
            words = f"“{person['name']}” is not the only one; known by {email} alone."
            out.note(SIGNUP, person["row"], words)


def read_pairs(out, pairs):
    for number, row in pairs:
        mentor, mentee = same(row["Mentor"]), same(row["Mentee"])
        if unknown := [email for email in (mentor, mentee) if email not in out.people]:
            words = f"{unknown[0]} never signed up; the pair was left out."
            out.note(PAIRS, number, words)
            continue
        giver, taker = (out.people[email]["handle"] for email in (mentor, mentee))
        handle, start = f"{taker}-{giver}", day(row["Start"])
        out.add(
            "mentorships",
            mentorship_id=f"ms-{handle}",
            program_id=PROGRAM,
            handle=handle,
            mode=MODES[row["Format"]],
            starts_on=start,
            status="active",
            mentor=mentor,
            mentee=mentee,
        )
        for role, who in (("mentor", giver), ("mentee", taker)):
            out.add(
                "members",
                member_id=f"mb{out.number('members')}",
                mentorship_id=handle,
                person_id=who,
                role=role,
                joined_on=start,
            )
    first = min(m["starts_on"] for m in out.tables["mentorships"])
    out.add(
        "programs",
        program_id="pr-harbor",
        handle=PROGRAM,
        name="Harbor",
        timezone="UTC",
        starts_on=first,
    )
    words = "no file names the program: it is Harbor, from its first pair on, in UTC."
    out.note(PAIRS, None, words)


def read_enrollments(out, signups):
    newest = {person["row"] for person in out.people.values()}
    for number, row in signups:
        if number not in newest:
            continue
        email = same(row["Email Address"])
        hours = re.search(r"\d+(?:\.\d+)?", row["Hours per month"])[0]
        if hours != row["Hours per month"]:
            words = f"“{row['Hours per month']}” hours a month were read as {hours}."
            out.note(SIGNUP, number, words)
        for role in same(row["I am joining as"]).split(", "):
            pairs = [m for m in out.tables["mentorships"] if m[role] == email]
            out.add(
                "enrollments",
                enrollment_id=f"e{out.number('enrollments')}",
                program_id=PROGRAM,
                person_id=out.people[email]["handle"],
                role=role,
                capacity=max(1, len(pairs)),
                hours_per_month=hours,
                hopes=row["What do you hope to get out of this?"],
                status="active" if pairs else "waiting",
                applied_on=day(row["Timestamp"].split()[0]),
                active_on=min((m["starts_on"] for m in pairs), default=""),
            )
            if not pairs:
                words = f"{email} is in no pair as {role}, and is waiting."
                out.note(SIGNUP, number, words)
    words = "nobody was asked for a capacity: it is the number of pairs each has now."
    out.note(SIGNUP, None, words)
