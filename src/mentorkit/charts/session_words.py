"""What a strip of sessions says in words: its sentence, its caption and its table.

The drawing itself is in ``session_strip``.
"""

from __future__ import annotations

from statistics import median

from mentorkit.charts.meetings import Meeting
from mentorkit.charts.telling import Told, day_cell, number_cell
from mentorkit.i18n import N_, NN_, day_text, fill, plural, translate
from mentorkit.models import SessionStatus


def session_words(
    meetings: list[Meeting], language: str, *, monthly: bool = False
) -> Told:
    """Tell what became of the sessions, which may be drawn a month at a time."""
    labels = (N_("Day"), N_("Time"), N_("Minutes"), N_("Status"))
    return Told(
        title=translate(N_("Sessions"), language),
        caption=_caption(meetings, language, monthly=monthly),
        description=_description(meetings, language),
        columns=tuple(translate(label, language) for label in labels),
        rows=tuple(
            (
                day_cell(meeting.day, language),
                f"{meeting.at:%H:%M}",
                number_cell(meeting.minutes, language),
                translate(SessionStatus(meeting.status).label, language),
            )
            for meeting in meetings
        ),
    )


def _caption(meetings: list[Meeting], language: str, *, monthly: bool) -> str:
    """Explain the marks that are there, and no others."""
    bars = {meeting.status for meeting in meetings if meeting.barred}
    signs = {meeting.sign for meeting in meetings if not meeting.barred}
    marks = {
        N_("Bar: minutes of a session held."): "held" in bars,
        N_("Dot: held, minutes not noted."): "held" in signs,
        N_("Cross: missed."): "missed" in signs,
        N_("Ring: moved."): "moved" in signs,
        N_("Dashed: planned."): "planned" in bars,
        N_("Hollow square: planned, length open."): "planned" in signs,
    }
    told = [mark for mark, drawn in marks.items() if drawn]
    told += [N_("Each stands for all sessions of a month.")] if monthly else []
    return " ".join(translate(mark, language) for mark in told)


def _description(meetings: list[Meeting], language: str) -> str:
    if not meetings:
        return translate(N_("No sessions yet."), language)
    names = [meeting.sign for meeting in meetings]
    words = {
        "held": NN_("{n} held", "{n} held"),
        "missed": NN_("{n} missed", "{n} missed"),
        "moved": NN_("{n} moved", "{n} moved"),
        "planned": NN_("{n} planned", "{n} planned"),
    }
    counts = [
        plural(*word, names.count(name), language)
        for name, word in words.items()
        if name in names
    ]
    first, last = meetings[0].day, meetings[-1].day
    span = N_("{count} from {start} to {end}: {counts}.")
    if first == last:
        span = N_("{count} on {start}: {counts}.")
    says = translate(span, language).format(
        count=plural(*NN_("{n} session", "{n} sessions"), len(meetings), language),
        start=day_text(first, language),
        end=day_text(last, language),
        counts=", ".join(counts),
    )
    held = [one.minutes for one in meetings if one.status == "held" and one.minutes]
    if not held:
        return says
    length = fill(
        N_("Median length {n} minutes."),
        language,
        n=number_cell(median(held), language),
    )
    return f"{says} {length}"
