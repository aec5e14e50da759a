"""How a program's review opens: which program, what happened, and four figures."""

from __future__ import annotations

from markupsafe import Markup, escape

from mentorkit.frames.snapshot import ProgramSnapshot
from mentorkit.i18n import N_, NN_, fill, number_text, plural, translate
from mentorkit.report.block import Block
from mentorkit.report.markup import el, filled, plain, said
from mentorkit.report.parts.numbers import Told, row_of_figures
from mentorkit.report.parts.opening import headed, opened
from mentorkit.report.program.standing import ProgramStanding, program_standing_of
from mentorkit.report.table import entries
from mentorkit.report.telling import COMMA, count, listed, span


def program_heading(snapshot: ProgramSnapshot) -> Block:
    """Return which program it is, for which days, and how many take part."""
    language, ran = snapshot.language, snapshot.ran
    members = snapshot.members
    members = members[members["mentorship_id"].isin(ran["mentorship_id"])]
    facts: list[Markup] = [
        el("span", span(snapshot.period.start, snapshot.period.end, language))
    ]
    numbers = [(*NN_("{n} mentorship", "{n} mentorships"), len(ran))]
    for one, many, role in (
        (*NN_("{n} mentee", "{n} mentees"), "mentee"),
        (*NN_("{n} mentor", "{n} mentors"), "mentor"),
    ):
        people = members.loc[members["role"] == role, "person_id"].nunique()
        numbers.append((one, many, people))
    facts += [escape(plural(one, many, n, language)) for one, many, n in numbers]
    name = said(snapshot.program["name"])
    html = el(
        "div",
        el("p", translate(N_("Program review"), language), class_="kicker"),
        el("h1", name),
        entries(facts, "meta"),
        class_="title",
    )
    title = f"{plain(str(name))}, {facts[0].striptags()}"
    return headed(snapshot, html, title)


def program_summary(snapshot: ProgramSnapshot) -> Block:
    """Return one sentence that says what happened, good for quiet times too."""
    standing, language = program_standing_of(snapshot), snapshot.language
    if standing.pairs.empty:
        sentence = escape(translate(N_("No mentorship ran in this period."), language))
    else:
        sentence = _sentence(standing, language)
    return opened(snapshot, "summary", el("p", sentence, class_="lede"))


def _sentence(standing: ProgramStanding, language: str) -> Markup:
    goals, reached = standing.total("goals"), standing.total("goals_reached")
    ran, calls = len(standing.pairs), len(standing.called["open"])
    told = [
        _strong(
            NN_("*{count} mentorship* ran", "*{count} mentorships* ran"), ran, language
        )
    ]
    if goals:
        words = NN_(
            "*{some} of {n} goal* is reached", "*{some} of {n} goals* are reached"
        )
        told.append(_set_off(plural(*words, goals, language, some=reached)))
    needs = NN_("*{count} call* is to be made", "*{count} calls* are to be made")
    if calls:
        told.append(_strong(needs, calls, language))
    else:
        told.append(escape(translate(N_("nobody needs a call"), language)))
    marks = listed([f"{{{at}}}" for at in range(len(told))], language)
    sentence = filled(translate(N_("{what}."), language), what=filled(marks, *told))
    return _capital(sentence)


def _strong(forms: tuple[str, str], n: int, language: str) -> Markup:
    return _set_off(plural(*forms, n, language, count=count(n, language)))


def _set_off(words: str) -> Markup:
    """Return words of which those between stars are set off."""
    before, within, after = words.split("*")
    return filled("{}{}{}", before, el("strong", within), after)


def _capital(sentence: Markup) -> Markup:
    """Return a sentence that begins with a capital, inside its first element."""
    at = sentence.index(">") + 1 if sentence.startswith("<") else 0
    first = str(sentence[:at]) + str(sentence[at]).upper() + str(sentence[at + 1 :])
    return Markup(first)  # noqa: S704 - made of escaped pieces


def program_figures(snapshot: ProgramSnapshot) -> Block:
    """Return goals, milestones, confidence and sessions in one row: outcomes first."""
    standing = program_standing_of(snapshot)
    told = (_goals(standing), _steps(standing), _moods(standing), _meetings(standing))
    return opened(snapshot, "figures", row_of_figures(told, snapshot.language))


def _goals(standing: ProgramStanding) -> Told:
    language, total = standing.snapshot.language, standing.total("goals")
    label = N_("Goals reached")
    if not total:
        return label, "0", "", translate(N_("no goals agreed on yet"), language)
    beside = fill(N_("of {total}"), language, total=number_text(total, language))
    note = ""
    if len(standing.scores) >= standing.least:
        median = number_text(standing.scores["score"].median(), language, digits=0)
        note = fill(N_("median T-score {n}; 50 is as expected"), language, n=median)
    return label, number_text(standing.total("goals_reached"), language), beside, note


def _steps(standing: ProgramStanding) -> Told:
    language, label = standing.snapshot.language, N_("Milestones done")
    total, done = standing.total("milestones"), standing.total("milestones_done")
    if not total:
        return label, "0", "", translate(N_("none planned yet"), language)
    beside = fill(N_("of {total}"), language, total=number_text(total, language))
    late = standing.total("milestones_late")
    pieces = [
        fill(N_("{n} in this period"), language, n=standing.total("done_in_period"))
    ]
    if late:
        pieces.append(fill(N_("{n} late"), language, n=late))
    return (
        label,
        number_text(done, language),
        beside,
        translate(COMMA, language).join(pieces),
    )


def _moods(standing: ProgramStanding) -> Told:
    language, label, moods = (
        standing.snapshot.language,
        N_("Confidence"),
        standing.moods,
    )
    if len(moods) < standing.least:
        few = N_("fewer than {n} people share two ratings")
        return label, "–", "", fill(few, language, n=standing.least)
    change = (moods["last"] - moods["first"]).median()
    value = number_text(change, language, digits=1)
    if change > 0:
        value = f"+{value}"
    rose = int((moods["last"] > moods["first"]).sum())
    beside = translate(N_("median change"), language)
    note = fill(
        N_("rose for {n} of {total} who share it"), language, n=rose, total=len(moods)
    )
    return label, value, beside, note


def _meetings(standing: ProgramStanding) -> Told:
    language, label = standing.snapshot.language, N_("Sessions held")
    held, expected = (
        standing.total("sessions_held"),
        standing.total("sessions_expected"),
    )
    beside = ""
    if expected >= held and expected:
        beside = fill(N_("of {expected} expected"), language, expected=expected)
    hours = number_text(standing.total("minutes") / 60, language, digits=0)
    note = fill(N_("{hours} hours together"), language, hours=hours) if held else ""
    return label, number_text(held, language), beside, note
