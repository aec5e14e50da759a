"""Four figures at the head of a page, each with what it is measured against."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from mentorkit.frames.snapshot import Snapshot
from mentorkit.i18n import N_, NN_, day_text, fill, number_text, plural, translate
from mentorkit.report.block import Block
from mentorkit.report.markup import el
from mentorkit.report.parts.opening import opened
from mentorkit.report.standing import Standing, standing_of
from mentorkit.report.telling import COMMA, rating_text, together


Told = tuple[str, str, str, str]
"""A figure's label, its number, what stands beside it, and what it means."""


def figures(snapshot: Snapshot) -> Block:
    """Return goal attainment, milestones, sessions and confidence in one row."""
    standing = standing_of(snapshot)
    told = (_goals(standing), _steps(standing), _meetings(standing), _mood(standing))
    return opened(snapshot, "figures", row_of_figures(told, snapshot.language))


def row_of_figures(told: Iterable[Told], language: str) -> Markup:
    """Return figures side by side: label, number, what stands beside it, its meaning."""
    cells = [
        el(
            "div",
            el("dt", translate(label, language)),
            el("dd", el("span", value, class_="value"), " ", beside, class_="big"),
            el("dd", note, class_="note"),
        )
        for label, value, beside, note in told
    ]
    return el("dl", *cells, class_="figures")


def _goals(standing: Standing) -> Told:
    language, total = standing.snapshot.language, len(standing.counted)
    label = N_("Goal attainment")
    if not total:
        return label, "0", "", translate(N_("no goals agreed on yet"), language)
    reached = {"reached": standing.reached, "total": total}
    if standing.score is None:
        beside = fill(N_("of {total}"), language, total=total)
        note = plural(*NN_("goal reached", "goals reached"), total, language)
        return label, str(standing.reached), beside, note
    before, now = (number_text(score, language, digits=0) for score in standing.score)
    beside = fill(N_("from {before}"), language, before=before)
    note = N_("50 is as expected; {reached} of {total} goals reached")
    return label, now, beside, fill(note, language, **reached)


def _steps(standing: Standing) -> Told:
    language, total = standing.snapshot.language, len(standing.steps)
    label = N_("Milestones done")
    if not total:
        return label, "0", "", translate(N_("none planned yet"), language)
    done, late = standing.step_count("done"), standing.step_count("late")
    missed = standing.step_count("missed")
    beside = fill(N_("of {total}"), language, total=total)
    ahead = total - done - late - missed
    pieces = [
        fill(message, language, n=n)
        for message, n in (
            (N_("{n} late"), late),
            (N_("{n} missed"), missed),
            (N_("{n} still open"), ahead),
        )
        if n
    ]
    note = translate(COMMA, language).join(pieces) or translate(
        N_("nothing left open"), language
    )
    return label, str(done), beside, note


def _meetings(standing: Standing) -> Told:
    language, met = standing.snapshot.language, standing.meetings
    held, expected = met["held"], met["expected"]
    beside = note = ""
    if expected and held <= expected:
        beside = fill(N_("of {expected} expected"), language, expected=expected)
    elif expected:
        note = plural(*NN_("{n} was expected", "{n} were expected"), expected, language)
    if met["minutes"]:
        time = together(met["minutes"], language)
        spent = fill(N_("{time} together"), language, time=time)
        note = "; ".join(part for part in (spent, note) if part)
    if not held and not note:
        note = translate(N_("none in this period"), language)
    return N_("Sessions held"), str(held), beside, note


def _mood(standing: Standing) -> Told:
    language, label = standing.snapshot.language, N_("Confidence")
    ratings, found = standing.ratings, standing.confidence()
    if found is None:
        why = (
            N_("not rated in this period")
            if standing.snapshot.audience == "pair"
            else N_("no rating is shared")
        )
        return label, "–", "", translate(why, language)
    first, last = (rating_text(rating, language) for rating in found)
    beside, people = translate(N_("of 5"), language), ratings["person"].nunique()
    began = day_text(ratings["day"].iloc[0].date(), language, year=False)
    if people > 1:
        note = N_("median of {people} mentees, from {first}")
    elif len(ratings) == 1:
        note = N_("rated once, on {began}")
    else:
        note = N_("from {first} on {began}")
    values = {"people": people, "first": first, "began": began}
    return label, last, beside, fill(note, language, **values)
