"""An answer as a form leaves it in the outputs of its cell: written, and read again.

What is written here is read here, value by value; whatever else stands in a file that
came back is read by ``values``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from mentorkit.assignments.notebook import ANSWER_TYPE
from mentorkit.assignments.prompt import Kind, Prompt
from mentorkit.assignments.quoting import quoted
from mentorkit.assignments.sound import CHOSEN
from mentorkit.assignments.starter import in_its_direction
from mentorkit.assignments.values import TEXT, Values, read_widget
from mentorkit.report.markup import inert


SCHEMA = 1
"""The form of what is left in an output."""

FORM = re.compile(r'\s*answer\("[A-Za-z0-9_-]+"\)\s*')

Value = str | list[str] | list[dict[str, str]]
"""A text, an option or a day; several options; the rows of a table."""


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question as a notebook with forms holds it.

    Attributes
    ----------
    options, columns : dict of str to str
        What is stored, and what people read.
    """

    title: str
    kind: Kind
    options: dict[str, str] = {}
    columns: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Given:
    """An answer, and how often one was given to its question until then."""

    value: Any
    turn: int = 0


def form_source(prompt: str) -> str:
    """Return the source of a cell that opens the form of a prompt.

    Examples
    --------
    >>> form_source("week")
    'answer("week")'
    """
    return f'answer("{prompt}")'


def opens_form(source: str) -> bool:
    """Return whether a cell's source opens a form, and is nobody's answer."""
    return FORM.fullmatch(source) is not None


def bundle(prompt: str, asked: Asked, given: Given, language: str) -> dict[str, Any]:
    r"""Return what the output of an answer's cell holds: for programs, and for people.

    Examples
    --------
    >>> asked = Asked("How was it?", Kind.TEXT)
    >>> print(bundle("week", asked, Given("<b>Good</b>"), "en")["text/markdown"])
    ~~~text
    <b>Good</b>
    ~~~
    """
    if not given.value:
        return {"text/plain": ""}
    told = {"prompt": prompt, "schema": SCHEMA, "turn": given.turn}
    text = inert("\n".join(_lines(asked, given.value)))
    return {
        ANSWER_TYPE: told | {"value": given.value},
        "text/markdown": in_its_direction(quoted(text), language),
        "text/plain": text,
    }


def given_in(outputs: Any, prompt: str) -> Iterator[Given]:
    """Give the answers to a prompt in a cell's outputs."""
    for output in outputs if isinstance(outputs, list) else ():
        data = output.get("data") if isinstance(output, dict) else None
        told = data.get(ANSWER_TYPE) if isinstance(data, dict) else None
        if isinstance(told, dict) and told.get("prompt") == prompt:
            turn = told.get("turn")
            yield Given(told.get("value"), turn if isinstance(turn, int) else 0)


def read_given(prompt: Prompt, value: Any) -> Values:
    """Return what a form left as an answer, and what any other widget did.

    Examples
    --------
    >>> read_given(Prompt("week", Kind.TEXT, "", ""), " As typed. ").rows
    [(0, 'text', 'As typed.')]
    """
    found = Values()
    if prompt.kind is Kind.TEXT and isinstance(value, str):
        found.add(0, TEXT, value)
        return found
    named = [value] if isinstance(value, str) else value
    if prompt.kind not in CHOSEN or not _all_known(prompt, named):
        return read_widget(prompt, value)
    for row, each in enumerate(dict.fromkeys(named)):
        found.add(row, prompt.kind.value, each)
    found.misfit = len(found.rows) > 1 and prompt.kind is not Kind.MULTIPLE
    return found


def _all_known(prompt: Prompt, named: Any) -> bool:
    """Return whether options are named by the values that are stored of them."""
    known = [option.value for option in prompt.options]
    return isinstance(named, list) and all(each in known for each in named)


def _lines(asked: Asked, value: Any) -> Iterator[str]:
    """Give an answer's lines as people read them."""
    if isinstance(value, str):
        yield asked.options.get(value, value)
    elif not isinstance(value, list):
        yield json.dumps(value, ensure_ascii=False)
    else:
        for number, each in enumerate(value):
            if isinstance(each, Mapping):
                yield from [""] * bool(number)
                yield from _row(asked, each)
            else:
                yield asked.options.get(str(each), str(each))


def _row(asked: Asked, row: Mapping[str, Any]) -> Iterator[str]:
    for name, cell in row.items():
        if cell:
            yield f"{asked.columns.get(name, name)}: {cell}"
