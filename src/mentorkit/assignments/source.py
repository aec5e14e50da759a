"""The source of a template: one Markdown file that people write, read into prompts.

Says everything that is wrong with it at once, by line; makes no notebook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from mentorkit.assignments.prompt import Column, Kind, Option, Prompt, Template
from mentorkit.assignments.sound import NAME, VERSION, flaws_of
from mentorkit.assignments.starter import laid_out, starter_of
from mentorkit.errors import InvalidTemplate, Problem, did_you_mean


KEYS = ("name", "version", "language")
"""What the lines between the two ``---`` say; each is needed."""

ATTRIBUTES = ("kind", "rows", "points", "into")

HELP = "help"
"""In the braces of a section that asks nothing."""

HEADING = re.compile(r"##\s+(?P<title>.*?)\s*(?:\{(?P<braces>[^{}]*)\})?\s*")

CHOICE = re.compile(r"[-*]\s+(?P<value>[^\s=]+)\s+=\s+(?P<label>\S.*?)\s*")
"""``- value = label``: an option, or a column of a table."""

FENCE = re.compile(r"\s*(```|~~~)")


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it was written.

    Attributes
    ----------
    template : Template
        What is asked.
    introduction : str
        The Markdown under the title.
    parts : tuple of Prompt or str
        Prompts, and between them sections that only help, in their order.
    points : dict of str to float
        What nbgrader counts for a prompt, where it is not 0.
    """

    template: Template
    introduction: str
    parts: tuple[Prompt | str, ...]
    points: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class _Section:
    """What stands under one heading, and the line of the file it begins on."""

    line: int
    title: str
    braces: str | None
    body: list[str] = field(default_factory=list)


def read_source(text: str, file: str) -> Source:
    """Return a template from its source.

    Parameters
    ----------
    text : str
        The source.
    file : str
        What it is called in problems.

    Raises
    ------
    InvalidTemplate
        Something is wrong with it; its ``problems`` say all that is, line by line.

    Examples
    --------
    >>> source = read_source('''---
    ... name: week
    ... version: 1.0.0
    ... language: en
    ... ---
    ... # My week
    ...
    ... ## How was it? {#mood kind=scale}
    ...
    ... - 1 = Hard
    ... - 2 = Good
    ... ''', "week.md")
    >>> print(source.template.prompts[0].starter)
    - [ ] 1 Hard
    - [ ] 2 Good
    """
    return _Reader(text, file).read()


class _Reader:
    """Reads one source and gathers what is wrong with it."""

    def __init__(self, text: str, file: str) -> None:
        self.lines = text.removeprefix("\ufeff").splitlines()
        self.file = file
        self.problems: list[Problem] = []
        self.points: dict[str, float] = {}
        self.language = ""

    def read(self) -> Source:
        head, start = self._head()
        self.language = head.get("language", "")
        title, introduction, sections = self._sections(start)
        parts = tuple(self._part(section) for section in sections)
        prompts = tuple(part for part in parts if isinstance(part, Prompt))
        if not any(section.braces != HELP for section in sections):
            self._wrong(len(self.lines), "Nothing is asked. Add a “## ” section.")
        self._repeated(sections, parts)
        if self.problems:
            raise InvalidTemplate(self.problems)
        template = Template(
            head["name"], head["version"], head["language"], title, prompts
        )
        return Source(template, introduction, parts, self.points)

    def _wrong(self, line: int, message: str, value: object = None) -> None:
        self.problems.append(
            Problem(message, field=f"line {line}", value=value, file=self.file)
        )

    def _head(self) -> tuple[dict[str, str], int]:
        """Return what the lines between the two ``---`` say, and where they end."""
        marks = [n for n, line in enumerate(self.lines) if line.strip() == "---"][:2]
        if len(marks) < 2 or marks[0] != 0:
            keys = ", ".join(KEYS)
            self._wrong(1, f"Begin with a line “---”, lines for {keys}, and “---”.")
            return {}, 0
        found: dict[str, str] = {}
        for number, line in enumerate(self.lines[1 : marks[1]], start=2):
            key, _, value = (part.strip() for part in line.partition(":"))
            if key in found:
                self._wrong(number, f"There is a second “{key}”. Keep one.")
            elif key in KEYS:
                found[key] = value
            elif line.strip():
                hint = did_you_mean(key, KEYS)
                self._wrong(number, f"“{key}” is not known here.{hint}")
        self._check_head(found, marks[1] + 1)
        return found, marks[1] + 1

    def _check_head(self, found: dict[str, str], end: int) -> None:
        wanted = {
            "name": (NAME, "Use small letters, digits and hyphens: weekly-reflection."),
            "version": (VERSION, "Use three numbers: 1.0.0."),
            "language": (
                re.compile(r"[a-z]{2,3}"),
                "Use a language's tag: en, es, ar.",
            ),
        }
        for key, (pattern, advice) in wanted.items():
            value = found.get(key, "")
            if not pattern.fullmatch(value):
                self._wrong(end, f"Say the template's {key}: {advice}", value)

    def _sections(self, start: int) -> tuple[str, str, list[_Section]]:
        """Return the title, what stands under it, and the sections that follow."""
        title, opening = "", _Section(start + 1, "", HELP)
        sections: list[_Section] = []
        fenced = False
        for number, line in enumerate(self.lines[start:], start=start + 1):
            fenced ^= bool(FENCE.match(line))
            heading = None if fenced else HEADING.fullmatch(line)
            if heading:
                sections.append(_Section(number, heading["title"], heading["braces"]))
            elif not title and not sections and line.startswith("# "):
                title = line[2:].strip()
            else:
                (sections[-1] if sections else opening).body.append(line)
        if not title:
            self._wrong(start + 1, "Give the template a title: a line “# Title”.")
        return title, "\n".join(opening.body).strip(), sections

    def _part(self, section: _Section) -> Prompt | str:
        """Return a section as the prompt that it asks, or as its own help."""
        if section.braces is not None and section.braces.strip() == HELP:
            section.braces = HELP
            return "\n".join([f"## {section.title}", *section.body]).strip()
        return self._prompt(section) or ""

    def _prompt(self, section: _Section) -> Prompt | None:
        given = dict(self._attributes(section))
        name, kind = given.get("id", ""), given.get("kind", "")
        if not (name and kind):
            self._wrong(
                section.line,
                "Say after the heading what it is called and how it is answered, as in"
                f" {{#happened kind=text}}, or {{{HELP}}} where it asks nothing.",
                section.title,
            )
            return None
        if kind not in list(Kind):
            known = ", ".join(Kind)
            hint = did_you_mean(kind, Kind)
            self._wrong(
                section.line,
                f"No answer is of this kind.{hint} There are: {known}.",
                kind,
            )
            return None
        rows = self._whole(section, given, "rows", 3, 50)
        if points := self._whole(section, given, "points", 0, 10_000):
            self.points[name] = float(points)
        prompt = _made(section, name, Kind(kind), self.language, rows)
        prompt = replace(prompt, into=given.get("into", ""))
        for flaw in flaws_of(prompt):
            self._wrong(section.line, flaw, name)
        return prompt

    def _attributes(self, section: _Section) -> Iterator[tuple[str, str]]:
        for word in (section.braces or "").split():
            key, equals, value = word.partition("=")
            if word.startswith("#") and len(word) > 1:
                yield "id", word[1:]
            elif equals and value and key in ATTRIBUTES:
                yield key, value
            else:
                hint = did_you_mean(key, [*ATTRIBUTES, HELP])
                self._wrong(section.line, f"“{word}” is not known in braces.{hint}")

    def _whole(
        self, section: _Section, given: dict[str, str], key: str, usual: int, most: int
    ) -> int:
        """Return a whole number from the braces."""
        word = given.get(key, str(usual))
        if word.isascii() and word.isdigit() and int(word) <= most:
            return int(word)
        self._wrong(section.line, f"Give {key} as a whole number up to {most}.", word)
        return usual

    def _repeated(
        self, sections: list[_Section], parts: tuple[Prompt | str, ...]
    ) -> None:
        first: dict[str, int] = {}
        for section, part in zip(sections, parts, strict=True):
            if not isinstance(part, Prompt):
                continue
            if part.id in first:
                line = first[part.id]
                self._wrong(
                    section.line,
                    f"Another prompt has this id, on line {line}. Give each its own.",
                    part.id,
                )
            first.setdefault(part.id, section.line)


def _made(section: _Section, name: str, kind: Kind, language: str, rows: int) -> Prompt:
    """Return the prompt that a section asks."""
    choices = [found for line in section.body if (found := CHOICE.fullmatch(line))]
    said = [line for line in section.body if not CHOICE.fullmatch(line)]
    question = "\n".join([f"## {section.title}", *said]).strip()
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    if kind is Kind.TABLE:
        columns = tuple(Column(each["value"], each["label"]) for each in choices)
    else:
        options = tuple(_option(kind, each["value"], each["label"]) for each in choices)
    return Prompt(
        id=name,
        kind=kind,
        title=section.title,
        question=laid_out(question, language),
        starter=starter_of(kind, options, columns, rows, language),
        options=options,
        columns=columns,
    )


def _option(kind: Kind, value: str, label: str) -> Option:
    """Return an option; the steps of a scale show their number as well."""
    return Option(value, f"{value} {label}" if kind is Kind.SCALE else label)
