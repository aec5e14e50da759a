"""From a learner's answers to drafts of records, as the template says beside each prompt.

Pure: values are those that were typed. Who and what they name is found in ``filling_in``,
whether they are kept is decided in ``adopting``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mentorkit.assignments.into import APART, AS_LINES, EVERY, Into
from mentorkit.assignments.prompt import Kind, Prompt, Template
from mentorkit.assignments.sound import CHOSEN
from mentorkit.assignments.values import OTHER
from mentorkit.errors import Problem


MOST_ROWS = 50
"""Of a table that are looked for among what was adopted before."""

ONE = "Only one row of this table was asked for: fill in one."
SEVERAL = "Several are chosen, and one was asked for: keep one."
NONE = "None of the options is chosen: tick one of {labels}."


class Value(NamedTuple):
    """One value of an answer, as it was collected."""

    row: int
    part: str
    value: str


@dataclass(slots=True)
class Draft:
    """One record to be.

    Attributes
    ----------
    key : str
        What tells it from the others of its learner and table, in every hand-in.
    values : dict
        What its fields hold.
    asked : dict of str to str
        The prompt, and the column, that each answered field comes from.
    prompt : Prompt or None
        The one that it answers, if it answers one alone.
    row : int or None
        The row of a table that it comes from.
    target : str or None
        The id of a row that was there before, where it tells more about that.
    names : dict of str to str
        What people call what a field refers to.
    first : dict
        What its fields hold besides where it is new.
    there : bool
        Whether its row has to be there already.
    told : str
        What whoever looks should know of it.
    """

    table: str
    key: str
    values: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    prompt: Prompt | None = None
    row: int | None = None
    target: str | None = None
    names: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    first: dict[str, Any] = field(default_factory=dict)
    there: bool = False
    told: str = ""

    def answer(self, name: str, value: object, asked: str) -> None:
        """Put what was answered into a field."""
        self.values[name] = value
        self.asked[name] = asked

    def wrong(self, name: str, told: str, value: object = None) -> None:
        """Note what is wrong with a field, under the prompt that it was answered to."""
        place = self.asked.get(name) or (self.prompt.id if self.prompt else name)
        self.problems.append(Problem(told, place or None, value, row=self.row))

    def found(self, name: str, row_id: object, called: object) -> None:
        """Note which row a field names, and what that is called."""
        self.values[name] = str(row_id)
        self.names[name] = str(called)


def drafts_of(
    template: Template, answers: Mapping[str, Sequence[Value]]
) -> list[Draft]:
    """Return the records that a learner's answers would be.

    Parameters
    ----------
    template : Template
        What was asked.
    answers : mapping of str to sequence of Value
        What was answered to each prompt.
    """
    drafts = _Drafts()
    for prompt in template.prompts:
        if prompt.into:
            drafts.take(prompt, answers.get(prompt.id, ()))
    return drafts.whole()


def keys_of(template: Template) -> Iterator[tuple[str, str]]:
    """Give the table and the key of every draft that a template can come to."""
    for prompt in template.prompts:
        into = Into.of(prompt.into)
        if not prompt.into or into.field == EVERY or _is_lines(into):
            continue
        if prompt.columns:
            yield from ((into.table, f"{prompt.id}.{n}") for n in range(MOST_ROWS))
        elif _is_listed(prompt, into):
            for option in prompt.options:
                yield into.table, f"{prompt.id}.{option.value}"
        else:
            yield into.table, prompt.id if into.is_apart else ""


class _Drafts:
    """Gathers the drafts of one learner."""

    def __init__(self) -> None:
        self.found: list[Draft] = []
        self.one: dict[str, Draft] = {}
        self.usual: dict[str, dict[str, str]] = {}

    def take(self, prompt: Prompt, values: Sequence[Value]) -> None:
        """Take one prompt's answer."""
        into = Into.of(prompt.into)
        if prompt.columns:
            self._table(prompt, into, values)
        elif into.is_apart:
            self._apart(prompt, into, values)
        else:
            # What is fixed of a record holds whether this prompt was answered or not.
            self.usual.setdefault(into.table, {}).update(into.fixed)
            chosen, problems = _answered(prompt, values)
            if chosen or problems:
                draft = self._one(into.table)
                draft.problems += problems
            for value in chosen[:1]:
                draft.answer(into.field, value, prompt.id)

    def _one(self, table: str) -> Draft:
        """Return the record of a table that a whole hand-in tells of."""
        return self.one.setdefault(table, Draft(table, ""))

    def _table(self, prompt: Prompt, into: Into, values: Sequence[Value]) -> None:
        rows = rows_of(prompt, values)
        if _is_lines(into):
            if rows:
                self._one(into.table).answer(into.field, rows, prompt.id)
            return
        for count, (row, cells) in enumerate(rows.items()):
            if into.field == EVERY:
                draft = self._one(into.table)
                if count:
                    draft.problems.append(Problem(ONE, prompt.id, row=row + 1))
                    continue
            else:
                key = f"{prompt.id}.{row}"
                draft = Draft(into.table, key, prompt=prompt, row=row + 1)
                self.found.append(draft)
            draft.values |= into.fixed
            for name in filter(cells.get, (column.name for column in prompt.columns)):
                draft.answer(name, cells[name], f"{prompt.id}.{name}")

    def _apart(self, prompt: Prompt, into: Into, values: Sequence[Value]) -> None:
        chosen, problems = _answered(prompt, values)
        several = _is_listed(prompt, into)
        if chosen and prompt.options and into.field == "text":
            chosen = [_in_words(prompt, chosen)]
        for value in chosen if several else chosen[:1]:
            key = f"{prompt.id}.{value}" if several else prompt.id
            draft = Draft(into.table, key, dict(into.fixed), prompt=prompt)
            draft.answer(into.field, value, prompt.id)
            draft.problems = problems
            self.found.append(draft)
        if problems and not chosen:
            self.found.append(Draft(into.table, prompt.id, problems=problems))

    def whole(self) -> list[Draft]:
        """Return all of them, with what tells of several in each of those."""
        if any(draft.table == "responses" for draft in self.found):
            self._one("assessments")
        for table, draft in self.one.items():
            usual = self.usual.get(table, {})
            if table not in APART:
                draft.values = usual | draft.values
                self.found.insert(0, draft)
                continue
            for each in self.found:
                if each.table == table:
                    each.values = usual | each.values | draft.values
                    each.asked |= draft.asked
                    each.problems = [*draft.problems, *each.problems]
        return self.found


def rows_of(prompt: Prompt, values: Sequence[Value]) -> dict[int, dict[str, str]]:
    """Return the rows of a table that were filled in, by number and column."""
    names = [column.name for column in prompt.columns]
    rows: dict[int, dict[str, str]] = {}
    for row, part, value in values:
        if part in names:
            rows.setdefault(row, {})[part] = value
    return dict(sorted(rows.items()))


def _is_lines(into: Into) -> bool:
    """Return whether a whole table goes into one field, as lines."""
    return (into.table, into.field) in AS_LINES


def _is_listed(prompt: Prompt, into: Into) -> bool:
    """Return whether each chosen option is a record of its own."""
    return prompt.kind is Kind.MULTIPLE and into.table == "profiles"


def _in_words(prompt: Prompt, chosen: Sequence[str]) -> str:
    """Return chosen options as a text: their words, several as a list."""
    words = [prompt.in_words(value) for value in chosen]
    return words[0] if len(words) == 1 else "\n".join(f"- {each}" for each in words)


def _answered(
    prompt: Prompt, values: Sequence[Value]
) -> tuple[list[str], list[Problem]]:
    """Return what a prompt without columns was answered, and what is wrong with it."""
    own = [each.value for each in values if each.part != OTHER]
    if prompt.kind not in CHOSEN:
        return own, []
    if prompt.kind is not Kind.MULTIPLE and len(own) > 1:
        return own, [Problem(SEVERAL, prompt.id, ", ".join(own))]
    if values and not own:
        labels = ", ".join(f"“{option.label}”" for option in prompt.options)
        told = NONE.format(labels=labels)
        return [], [Problem(told, prompt.id, values[0].value)]
    return own, []
