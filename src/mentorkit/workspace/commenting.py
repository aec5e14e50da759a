"""What is said to answers, kept as sheets: an instrument for each assignment.

Its items are what may be said to each prompt: a comment in words and a level of a scale.
So feedback needs no table of its own, has a history, and opens as a form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from mentorkit.assignments.prompt import Kind, Manifest, Prompt
from mentorkit.i18n import N_, fill, translate
from mentorkit.models import (
    Assessment,
    InstrumentKind,
    Item,
    RaterGroup,
    Response,
    Visibility,
    Wave,
)
from mentorkit.report.feedback import COMMENT, LEVEL
from mentorkit.workspace.bringing import bring
from mentorkit.workspace.whose import Known


if TYPE_CHECKING:
    from mentorkit.store import Transaction
    from mentorkit.workspace.reading import Reading


PREFIX = "feedback."

LONGEST = 80
"""Signs of an instrument's name."""

LEVELS = (N_("Not yet"), N_("In part"), N_("Well"), N_("More than was asked"))
"""The steps where the prompt has none of its own, from 1 on."""

FOR = N_("For {name}: {title}")
OWN = "Your own words"


@dataclass(frozen=True, slots=True)
class Said:
    """What is said to one prompt of one learner, or with no prompt on the whole."""

    learner: str
    prompt: str
    comment: str | None = None
    level: float | None = None

    def answers(self) -> dict[str, dict[str, Any]]:
        """Return what is said to the prompt, by part, as a response holds it."""
        found: dict[str, dict[str, Any]] = {}
        if self.comment is not None:
            found["comment"] = {"text": self.comment}
        if self.level is not None:
            found["level"] = {"value": self.level}
        return found


def instrument_for(assignment: str) -> str:
    """Return the name of the instrument that an assignment's feedback is kept under.

    Examples
    --------
    >>> instrument_for("week-1")
    'feedback.week-1'
    """
    name = f"{PREFIX}{assignment}"
    if len(name) <= LONGEST:
        return name
    return f"{name[: LONGEST - 9]}-{sha256(name.encode()).hexdigest()[:8]}"


def items_of(manifest: Manifest) -> dict[tuple[str, str], Item]:
    """Return the items of an assignment, by prompt and ``comment`` or ``level``.

    Parameters
    ----------
    manifest : Manifest
        What is kept of the assignment.
    """
    name, template = instrument_for(manifest.assignment), manifest.template
    shared: dict[str, Any] = {
        "instrument": name,
        "kind": InstrumentKind.RUBRIC,
        "source": f"{manifest.assignment}: {template.name} {template.version}",
        "licence": OWN,
    }
    language, found = template.language, {}
    small = Counter(prompt.id.lower() for prompt in template.prompts)
    for number, prompt in enumerate(template.prompts):
        key = prompt.id.lower()
        key = f"{key}-{number + 1}" if small[key] > 1 else key
        parts = {"comment": (COMMENT, {}), "level": (LEVEL, _scale(prompt, language))}
        for place, (part, (text, scale)) in enumerate(parts.items(), 1):
            found[prompt.id, part] = Item(
                item_id=f"it-{name}.{key}.{part}",
                handle=f"{name}.{key}.{part}",
                position=2 * number + place,
                text=translate(text, language),
                subscale=prompt.title[:80].strip(),
                **shared,
                **scale,
            )
    return found


def _scale(prompt: Prompt, language: str) -> dict[str, Any]:
    """Return the steps of a level: the prompt's own, where it has a scale."""
    if prompt.kind is Kind.SCALE:
        steps = {
            int(each.value): each.label.removeprefix(each.value).strip() or each.value
            for each in prompt.options
        }
    else:
        steps = {n: translate(word, language) for n, word in enumerate(LEVELS, 1)}
    lines = [f"{step}: {' '.join(words.split())}" for step, words in steps.items()]
    return {
        "scale_min": min(steps),
        "scale_max": max(steps),
        "anchors": "\n".join(lines),
    }


def sheets_of(ws: Reading, assignment: str) -> dict[str, list[Mapping[str, Any]]]:
    """Return the sheets of an assignment's feedback that you may read, by learner."""
    sheets = ws.frame("assessments")
    sheets = sheets[sheets["instrument"] == instrument_for(assignment)]
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in sheets.to_dict("records"):
        own = found.setdefault(str(row["person"]), [])
        own.append({str(name): value for name, value in row.items()})
    return found


def home_of(ws: Reading, known: Known, manifest: Manifest, learner: str) -> str | None:
    """Return the id of the mentorship in which you say something to somebody, if any.

    That which the assignment is for, else the only one that runs.
    """
    you = ws.person
    (person,) = known.where("people", handle=learner)
    both = known.circles_of(str(person["person_id"]))
    both &= known.circles_of(you.id) if you else set()
    found = known.meant(both, manifest.home_of(learner))
    return str(found[0]["mentorship_id"]) if len(found) == 1 else None


def title_of(ws: Reading, manifest: Manifest, learner: str) -> str:
    """Return the heading of the form in which you say something to a learner."""
    person, _ = ws.store.get("people", learner)
    name = getattr(person, "name", learner)
    return fill(FOR, ws.language, name=name, title=manifest.template.title)


def head_of(ws: Reading, home: str | None) -> dict[str, Any]:
    """Return what a new sheet says of whoever comments, and who reads it."""
    group = RaterGroup.OTHER
    if home is not None:
        group = RaterGroup.MENTOR
    elif ws.leads:
        group = RaterGroup.LEAD
    reads = Visibility.PROGRAM if home is None else Visibility.PAIR
    return {"rater_group": group, "wave": Wave.PULSE, "visibility": reads}


def keep(ws: Reading, manifest: Manifest, told: Sequence[Said]) -> str | None:
    """Keep what was said, all of it or nothing; return the change set if it was new.

    What is there already stays; what is said otherwise is revised.
    """
    items = items_of(manifest)
    sheets = {
        learner: own_sheet(ws, rows)
        for learner, rows in sheets_of(ws, manifest.assignment).items()
    }
    why = f"feedback {manifest.assignment}"
    known = Known.of(ws.store)
    learners = dict.fromkeys(each.learner for each in told)
    homes = {each: home_of(ws, known, manifest, each) for each in learners}
    changed = False
    with ws.store.transaction(ws.user, why) as change:
        bring(change, [*items.values()])
        for learner in learners:
            own = [each for each in told if each.learner == learner]
            sheet = sheets.get(learner)
            if sheet is None:
                sheet = _new_sheet(ws, change, manifest, learner, homes[learner])
                changed = True
            changed |= _keep(change, sheet, own, items)
        name = change.change_set
    return name if changed else None


def own_sheet(ws: Reading, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the id of your own sheet among those of a learner."""
    you = ws.person.handle if ws.person else ws.user
    mine = [str(row["assessment_id"]) for row in rows if row["rater"] == you]
    return mine[0] if mine else None


def _new_sheet(
    ws: Reading,
    change: Transaction,
    manifest: Manifest,
    learner: str,
    home: str | None,
) -> str:
    sheet = Assessment(
        instrument=instrument_for(manifest.assignment),
        mentorship_id=home,
        person_id=learner,
        **head_of(ws, home),
    )
    return change.add([sheet])[0].id


def _keep(
    change: Transaction,
    sheet: str,
    told: Sequence[Said],
    items: Mapping[tuple[str, str], Item],
) -> bool:
    """Keep what is said on one sheet; return whether any of it was new."""
    changed = False
    for each in told:
        if not each.prompt:
            changed |= _revise(change, "assessments", sheet, {"note": each.comment})
            continue
        for part, said in each.answers().items():
            item = items[each.prompt, part]
            answer = Response(assessment_id=sheet, item_id=item.id, **said)
            there = change.same_row(answer)
            if there is None:
                change.add([answer])
                changed = True
            else:
                changed |= _revise(change, "responses", there, said)
    return changed


def _revise(
    change: Transaction, table: str, row_id: str, said: Mapping[str, Any]
) -> bool:
    """Revise a row; return whether it held something else."""
    _, before = change.get(table, row_id)
    _, after = change.revise(table, row_id, said)
    return before != after
