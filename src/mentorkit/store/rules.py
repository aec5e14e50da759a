"""Who sees and writes a row, as SQL that is made from the records.

The same rules as ``privacy`` applies to frames, for a server that knows who has logged
in. Strings only; nothing is run here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mentorkit.models import Enrollment, Person, Record, Visibility, holder_of
from mentorkit.models.enrollment import LEADING, NO_MORE, EnrollmentRole


SCHEMA = "mentorkit"
"""The schema of the tables."""

SEEN = "mentorkit_seen"
"""The schema of what a login that was granted access sees of them."""

ME = f"(SELECT {SCHEMA}.me())"


def listed(words: Iterable[str]) -> str:
    """Return words as a list in the SQL."""
    return ", ".join(f"'{word}'" for word in words)


STAYS = f"status NOT IN ({listed(NO_MORE)})"

LEADS = f"role = '{LEADING}' AND {STAYS}"

HELPERS = (LEADING, EnrollmentRole.MEDIATOR)
"""Whom everybody in a program must be able to turn to, and so to name."""

SETS = {
    "my_mentorships": f"SELECT mentorship_id FROM members WHERE person_id = {ME}",
    "my_programs": f"SELECT program_id FROM enrollments WHERE person_id = {ME} UNION"
    " SELECT program_id FROM mentorships WHERE mentorship_id IN (TABLE my_mentorships)",
    "led_programs": "SELECT program_id FROM enrollments"
    f" WHERE person_id = {ME} AND {LEADS}",
    "led_mentorships": "SELECT mentorship_id FROM mentorships"
    " WHERE program_id IN (TABLE led_programs)",
    "my_people": "SELECT person_id FROM members"
    f" WHERE mentorship_id IN (TABLE my_mentorships) UNION SELECT {ME}",
    "my_contacts": "SELECT person_id FROM enrollments"
    f" WHERE role IN ({listed(HELPERS)}) AND {STAYS}"
    " AND program_id IN (TABLE my_programs) UNION"
    f" SELECT by_id FROM concerns WHERE handler_id = {ME}",
    "led_people": "SELECT person_id FROM enrollments"
    " WHERE program_id IN (TABLE led_programs) UNION"
    " SELECT person_id FROM members WHERE mentorship_id IN (TABLE led_mentorships)"
    " UNION SELECT person_id FROM people WHERE EXISTS (TABLE led_programs) AND"
    " NOT EXISTS (SELECT FROM enrollments e WHERE e.person_id = people.person_id)",
}
"""What belongs to whoever has logged in; each builds on those before."""

Among = Callable[[str, str], str]
"""Writes that a value is in a set."""


def in_view(value: str, name: str) -> str:
    """Write it for a view, which looks at many rows."""
    return f"{value} IN (SELECT * FROM {SCHEMA}.{name})"


def in_function(value: str, name: str) -> str:
    """Write it for a policy, which may not look into the sets itself."""
    return f"{SCHEMA}.among_{name}({value})"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one record's rows.

    Attributes
    ----------
    record : type of Record
        Whose rows.
    row : str
        What a row is called in the SQL.
    among : callable
        Writes that a value is in a set.
    """

    record: type[Record]
    row: str
    among: Among = in_view

    @property
    def names(self) -> set[str]:
        """The names of the record's fields."""
        return {field.name for field in self.record.fields()}

    def of(self, name: str) -> str:
        """Return a column of the row."""
        return f"{self.row}.{name}"

    @property
    def inside(self) -> str:
        """Whether the row belongs to the circle of who reads."""
        return self._belongs("my")

    @property
    def led(self) -> str:
        """Whether it belongs to a program that who reads leads."""
        return self._belongs("led")

    @property
    def own(self) -> str:
        """Whether who reads is its author."""
        author = self.record.author
        return f"{self.of(author)} = {ME}" if author else "false"

    @property
    def seen(self) -> str:
        """Whether who reads sees that the row exists."""
        if self.record.confided:
            return f"({self._confided})"
        if self._left_out_with_holder:
            return self._holder_seen()
        if self.record is Person:
            contact = self.among(self.of("person_id"), "my_contacts")
            return f"({self.own} OR {self.inside} OR {self.led} OR {contact})"
        found = f"({self.own} OR {self.inside} OR {self.led})"
        return f"({found} AND {self.readable})" if self.record.whole_row else found

    @property
    def readable(self) -> str:
        """Whether who reads may read its texts."""
        if self.record.confided or self._left_out_with_holder:
            return self.seen
        if "visibility" not in self.names:
            return f"({self.own} OR {self.inside} OR {self.led})"
        words = Visibility.words()
        wide = words[words.index("program") :]
        told = self.of("visibility")
        return (
            f"({self.own} OR {told} <> 'private' AND {self.inside}"
            f" OR {told} IN {tuple(wide)} AND {self.led})"
        )

    def hidden(self) -> dict[str, str]:
        """Return for each guarded field when it may be read."""
        return {
            field.name: self.readable
            if field.about.reads == "circle"
            else f"{self.of(field.about.author)} = {ME}"
            for field in self.record.fields()
            if field.about.reads != "all"
        }

    @property
    def written(self) -> str:
        """Whether who has logged in may write the row."""
        if self._left_out_with_holder:
            table, key = self._holder
            return f"{SCHEMA}.may_write_at('{table}', {key})"
        ways = {
            "circle": self.inside,
            "author": f"{self.own} AND {self.inside}"
            if "mentorship_id" in self.names
            else self.own,
            "lead": self._led_to_write(),
            "confidant": self._confided,
        }
        return " OR ".join(f"({ways[writer]})" for writer in self.record.writers)

    def _led_to_write(self) -> str:
        names, record = self.names, self.record
        if "program_id" in names:
            return self.among(self.of("program_id"), "led_programs")
        if record.author == "person_id" and record is not Person:
            theirs = self.among(self.of("person_id"), "led_people")
            if "mentorship_id" not in names:
                return theirs
            circle = self.among(self.of("mentorship_id"), "led_mentorships")
            return f"{theirs} AND ({self.of('mentorship_id')} IS NULL OR {circle})"
        if "mentorship_id" in names and "person_id" in names:
            # Whoever leads may not let themselves into a circle.
            inside = self.among(self.of("mentorship_id"), "led_mentorships")
            return f"{inside} AND {self.of('person_id')} <> {ME}"
        return f"{SCHEMA}.leads()"

    @property
    def _confided(self) -> str:
        fields = self.record.confided
        return " OR ".join(f"{self.of(name)} = {ME}" for name in fields) or "false"

    @property
    def _holder(self) -> tuple[str, str]:
        """The table that the row hangs on a row of, and the column that names it."""
        holder = holder_of(self.record)
        return (holder.table if holder else ""), self.of(self.record.within)

    @property
    def _left_out_with_holder(self) -> bool:
        holder = holder_of(self.record)
        return holder is not None and holder.whole_row

    def _holder_seen(self) -> str:
        table, key = self._holder
        if self.among is in_view:
            return f"{key} IN (SELECT {self.record.within} FROM {SEEN}.{table})"
        return f"({SCHEMA}.hidden_fields('{table}', {key}) IS NOT NULL)"

    def _belongs(self, whose: str) -> str:
        """Whether the row belongs to the mentorships, people or programs of ``whose``."""
        if self.record.within:
            table, key = self._holder
            circle = f"{SCHEMA}.circle_of_{table}({key})"
            return self.among(circle, f"{whose}_mentorships")
        if "mentorship_id" not in self.names:
            return self._belongs_to_one(whose)
        circle = self.among(self.of("mentorship_id"), f"{whose}_mentorships")
        if not self.record.field("mentorship_id").nullable:
            return circle
        alone = f"{self.of('mentorship_id')} IS NULL AND {self._belongs_to_one(whose)}"
        return f"({circle} OR {alone})"

    def _belongs_to_one(self, whose: str) -> str:
        """Whether it belongs to their people; failing that, to their programs.

        What belongs to neither is everybody's who is somebody here.
        """
        people = "person_id" in self.names
        if not people and "program_id" not in self.names:
            return f"{ME} IS NOT NULL"
        by_program = not people or (whose == "led" and self.record is Enrollment)
        key, group = (
            ("program_id", "programs") if by_program else ("person_id", "people")
        )
        return self.among(self.of(key), f"{whose}_{group}")


def columns(record: type[Record]) -> list[str]:
    """Return the columns of a record's table, in order."""
    return [*(field.name for field in record.fields()), "version"]


def view_of(record: type[Record]) -> str:
    """Return the query of what is seen of a table."""
    rules = Rules(record, "t")
    hidden = rules.hidden()
    shown = ", ".join(
        f"CASE WHEN {hidden[name]} THEN t.{name} END AS {name}"
        if name in hidden
        else f"t.{name}"
        for name in columns(record)
    )
    return f"SELECT {shown} FROM {SCHEMA}.{record.table} t WHERE {rules.seen}"


def hidden_of(record: type[Record]) -> str:
    """Return an expression for the names of a row's fields that may not be read.

    NULL where the row itself is not seen; the row is the argument ``$1``.
    """
    rules = Rules(record, "($1)", in_function)
    named = " || ".join(
        f"CASE WHEN {when} THEN '{{}}'::text[] ELSE ARRAY['{name}'] END"
        for name, when in rules.hidden().items()
    )
    lost = named or "'{}'::text[]"
    return f"CASE WHEN {rules.seen} THEN {lost} END"


def taken_of(record: type[Record]) -> str:
    """Return an expression for whether a row, ``$1``, may be taken out.

    Not where it holds texts that are hidden from who does so: the history would keep
    the row without them.
    """
    rules = Rules(record, "($1)", in_function)
    kept = "".join(
        f" AND ({when} OR {rules.of(name)} IS NULL)"
        for name, when in rules.hidden().items()
    )
    return f"coalesce(({rules.written}){kept}, false)"


def written_of(record: type[Record]) -> str:
    """Return an expression for whether a row, the argument ``$1``, may be written."""
    return f"coalesce({Rules(record, '($1)', in_function).written}, false)"
