"""What happened, in one honest sentence made from the numbers alone."""

from __future__ import annotations

from markupsafe import Markup, escape

from mentorkit.frames.snapshot import Snapshot
from mentorkit.i18n import N_, NN_, fill, plural, translate
from mentorkit.report.block import Block
from mentorkit.report.markup import el, filled
from mentorkit.report.parts.opening import opened, titles
from mentorkit.report.standing import Standing, standing_of
from mentorkit.report.telling import count, listed


REST = {
    "proposed": N_("This mentorship is *proposed* and has not begun."),
    "accepted": N_("This mentorship is agreed on and has *not begun*."),
    "declined": N_("This mentorship was *declined*."),
    "paused": N_("This mentorship is *paused*; nothing is expected of anyone now."),
    "closed": N_("This mentorship is *closed*."),
}
"""What is said of mentorships at rest; what stands between stars is set off."""


def summary(snapshot: Snapshot) -> Block:
    """Return one sentence that says what happened, good for quiet times too."""
    standing = standing_of(snapshot)
    if standing.status in REST:
        sentence = _at_rest(standing)
    elif _quiet(standing):
        sentence = _nothing(standing)
    else:
        sentence = _happened(standing)
    return opened(snapshot, "summary", el("p", sentence, class_="lede"))


def _at_rest(standing: Standing) -> Markup:
    language = standing.snapshot.language
    before, word, after = translate(REST[standing.status], language).split("*")
    first = filled("{}{}{}", before, _strong(word), after)
    clauses = _clauses(standing)
    if not clauses:
        return first
    more = _sentence(standing, clauses)
    return filled("{} {}", first, more)


def _quiet(standing: Standing) -> bool:
    snapshot = standing.snapshot
    since = snapshot.progress["recorded_on"] >= str(snapshot.period.start)
    return not (
        standing.meetings["held"]
        or since.any()
        or len(standing.done_in_period)
        or len(snapshot.reflections)
        or len(snapshot.decisions)
    )


def _nothing(standing: Standing) -> Markup:
    language, goals = standing.snapshot.language, len(standing.counted)
    begun = standing.snapshot.mentorship.get("starts_on")
    new = begun is not None and standing.start > standing.snapshot.period.start
    if not goals:
        message = (
            N_("{who} has just begun. What is written down from now on shows here.")
            if new
            else N_("{who} has {nothing} on record for this period.")
        )
    else:
        message = (
            N_("{who} has just begun, with {goals} agreed on.")
            if new
            else N_("{who} has {goals} agreed on, and {nothing} new in this period.")
        )
    return filled(
        translate(message, language),
        who=_who(standing),
        goals=_strong(_some(standing, *NN_("{count} goal", "{count} goals"), goals)),
        nothing=_strong(translate(N_("nothing"), language)),
    )


def _happened(standing: Standing) -> Markup:
    return _sentence(standing, _clauses(standing) or _notes(standing))


def _sentence(standing: Standing, clauses: list[Markup]) -> Markup:
    language = standing.snapshot.language
    marks = listed([f"{{{at}}}" for at in range(len(clauses))], language)
    what = filled(marks, *clauses)
    message = translate(N_("{who} {what}."), language)
    return filled(message, who=_who(standing), what=what)


def _clauses(standing: Standing) -> list[Markup]:
    """Return what there is to say: goals, milestones, what is late, or meetings."""
    found = [_of_goals(standing)]
    done = len(standing.done_in_period)
    found.append(
        _clause(
            standing,
            N_("finished {what} in this period"),
            NN_("{count} milestone", "{count} milestones"),
            done,
        )
    )
    late = 0 if standing.status in REST else standing.step_count("late")
    found.append(
        _clause(
            standing,
            N_("has {what} to settle next"),
            NN_("{count} late milestone", "{count} late milestones"),
            late,
        )
    )
    if not done or not late:
        held = standing.meetings["held"]
        times = NN_("once", "{count} times")
        found.insert(2, _clause(standing, N_("met {what}"), times, held))
    return [clause for clause in found if clause]


def _of_goals(standing: Standing) -> Markup:
    goals, reached, total = standing.counted, standing.reached, len(standing.counted)
    on_track = int((goals["state"] == "on_track").sum())
    if not total:
        return Markup()
    if reached == total:
        return _clause(standing, N_("has reached {what}"), _all(total), total)
    forms = NN_("{count} goal", "{count} goals")
    if goals["state"].isin(["not_started", "not_measured", "paused"]).all():
        return _clause(standing, N_("has agreed on {what}"), forms, total)
    if not reached and not on_track:
        return _clause(standing, N_("has {what} still to reach"), forms, total)
    if on_track == total:
        return _clause(standing, N_("is on track with {what}"), _all(total), total)
    message = N_("has reached {what}") if reached else N_("is on track with {what}")
    some = fill(
        N_("{some} of {count} goals"),
        standing.snapshot.language,
        some=count(reached or on_track, standing.snapshot.language),
        count=count(total, standing.snapshot.language),
    )
    said = translate(message, standing.snapshot.language)
    return filled(said, what=_strong(some))


def _all(total: int) -> tuple[str, str]:
    """Return how all of one, of two, and of more goals are told."""
    many = N_("both goals") if total == 2 else N_("all {count} goals")
    return N_("the one goal"), many


def _notes(standing: Standing) -> list[Markup]:
    snapshot = standing.snapshot
    written = _clause(
        standing,
        N_("wrote {what}"),
        NN_("{count} reflection", "{count} reflections"),
        len(snapshot.reflections),
    )
    decided = _clause(
        standing,
        N_("made {what}"),
        NN_("{count} decision", "{count} decisions"),
        len(snapshot.decisions),
    )
    observed = escape(translate(N_("noted first progress"), snapshot.language))
    return [clause for clause in (written, decided) if clause] or [observed]


def _clause(standing: Standing, message: str, forms: tuple[str, str], n: int) -> Markup:
    if not n:
        return Markup()
    said = translate(message, standing.snapshot.language)
    return filled(said, what=_strong(_some(standing, *forms, n)))


def _some(standing: Standing, one: str, many: str, n: int) -> str:
    language = standing.snapshot.language
    return plural(one, many, n, language, count=count(n, language))


def _who(standing: Standing) -> Markup:
    snapshot = standing.snapshot
    mentees = len(snapshot.names("mentee"))
    if mentees == 1:
        return titles(snapshot)
    group = {0: N_("This mentorship"), 2: N_("The pair")}.get(mentees, N_("The group"))
    return escape(translate(group, snapshot.language))


def _strong(text: str) -> Markup:
    return el("strong", text)
