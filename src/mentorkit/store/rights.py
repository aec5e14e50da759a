"""Who may read and write what, laid down in a server's database, and logins.

The owner of the tables is not held by any of it. A login that was granted access works
on views, one a table, in a schema of their own: they show the rows and texts that its
person may read, and write through triggers under the tables' row-level policies.
"""

from __future__ import annotations

import sqlalchemy as sa

from mentorkit.models import RECORDS, Person, Record
from mentorkit.store.rules import (
    SCHEMA,
    SEEN,
    SETS,
    columns,
    hidden_of,
    taken_of,
    view_of,
    written_of,
)
from mentorkit.store.schema import SEAL, SEALED
from mentorkit.store.through import (
    CHANGES_SEEN,
    CIRCLES,
    DEFINER,
    FUNCTIONS,
    WRITE_THROUGH,
)


LOGINS = sa.table("logins", sa.column("login"), sa.column("person_id"))
"""Which login is whom; a table of the server's alone."""


def run(connection: sa.Connection, *statements: str) -> None:
    """Run statements as they are written: a percent sign in them is only that."""
    plainly = connection.execution_options(no_parameters=True)
    for statement in statements:
        plainly.exec_driver_sql(statement)


def quoted(connection: sa.Connection, login: str) -> str:
    """Return a login's name as a statement holds it."""
    return connection.dialect.identifier_preparer.quote_identifier(login)


def lay_down(connection: sa.Connection) -> None:
    """Make views, functions and policies, in place of those that were there.

    Run by the owner, after the tables were made or changed; every login that had
    access has it again.
    """
    take_up(connection)
    run(connection, *_statements())
    for login in connection.execute(sa.select(LOGINS.c.login)).scalars().all():
        let_in(connection, login)


def let_in(connection: sa.Connection, login: str) -> None:
    """Let a login use what is seen, and write through it."""
    name = quoted(connection, login)
    run(
        connection,
        f"""
        GRANT USAGE ON SCHEMA {SCHEMA}, {SEEN} TO {name};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {SEEN} TO {name};
        GRANT SELECT ON {SCHEMA}.schema_info TO {name};
        GRANT INSERT ON {SCHEMA}.changes TO {name};
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA {SCHEMA} TO {name};
        """,
    )
    for record in RECORDS:
        # Names that people sign with, and are found by, are the owner's to change.
        fixed = {record.key(), *(["handle"] if record is Person else [])}
        written = ", ".join(name for name in columns(record) if name not in fixed)
        run(
            connection,
            f"GRANT SELECT ({record.key()}, version), INSERT, UPDATE ({written}),"
            f" DELETE ON {SCHEMA}.{record.table} TO {name}",
        )


def shut_out(connection: sa.Connection, login: str) -> None:
    """Take back everything that :func:`let_in` gave."""
    name = quoted(connection, login)
    both = f"{SCHEMA}, {SEEN}"
    run(
        connection,
        f"""
        REVOKE ALL ON ALL TABLES IN SCHEMA {both} FROM {name};
        REVOKE ALL ON ALL SEQUENCES IN SCHEMA {SCHEMA} FROM {name};
        REVOKE ALL ON SCHEMA {both} FROM {name};
        """,
    )


def take_up(connection: sa.Connection) -> None:
    """Take away the views, policies and functions that are there."""
    policies = connection.exec_driver_sql(
        f"SELECT tablename, policyname FROM pg_policies WHERE schemaname = '{SCHEMA}'"
    ).all()
    functions = connection.exec_driver_sql(
        "SELECT oid::regprocedure::text FROM pg_proc"
        f" WHERE pronamespace = '{SCHEMA}'::regnamespace"
    ).all()
    statements = [
        f"DROP SCHEMA IF EXISTS {SEEN} CASCADE",
        *(f"DROP POLICY {name} ON {SCHEMA}.{table}" for table, name in policies),
        *(f"DROP FUNCTION {name} CASCADE" for (name,) in functions),
        *(f"DROP VIEW IF EXISTS {SCHEMA}.{name} CASCADE" for name in SETS),
    ]
    run(connection, *statements)


def _statements() -> list[str]:
    sets = [
        statement
        for name, query in SETS.items()
        for statement in (
            f"CREATE VIEW {SCHEMA}.{name} AS {query}",
            (
                f"CREATE FUNCTION {SCHEMA}.among_{name}(id text) RETURNS boolean"
                f" LANGUAGE sql STABLE {DEFINER} AS $$ SELECT id IN (TABLE {name}) $$"
            ),
        )
    ]
    leads = (
        f"CREATE FUNCTION {SCHEMA}.leads() RETURNS boolean LANGUAGE sql STABLE"
        f" {DEFINER} AS $$ SELECT EXISTS (TABLE led_programs) $$"
    )
    of_rows = [statement for record in RECORDS for statement in _row_functions(record)]
    tables = [statement for record in RECORDS for statement in _guard(record)]
    return [
        f"CREATE SCHEMA {SEEN}",
        FUNCTIONS,
        *CIRCLES,
        *sets,
        leads,
        _dispatch("hidden_fields", "text[]", "hidden"),
        _dispatch("may_write_at", "boolean", "may_write"),
        *of_rows,
        _dispatch("may_log", "boolean", "may_write", erased=True),
        WRITE_THROUGH,
        *tables,
        _has_sealed(),
        CHANGES_SEEN,
        *_guard_changes(),
    ]


def _has_sealed() -> str:
    """Write whether any text begins so, the texts included that a login may not see."""
    texts = " UNION ALL ".join(
        f"SELECT {name} FROM {table}"
        for table, names in SEALED.items()
        for name in names
    )
    return (
        f"CREATE FUNCTION {SCHEMA}.has_sealed(opening text) RETURNS boolean"
        f" LANGUAGE sql STABLE {DEFINER} AS $$"
        # For what seals begin with alone: else texts could be guessed at.
        f" SELECT starts_with($1, '{SEAL}') AND (EXISTS"
        f" (SELECT FROM ({texts}) AS texts (kept) WHERE starts_with(kept, $1))"
        " OR EXISTS (SELECT FROM changes"
        " WHERE strpos(before, $1) > 0 OR strpos(after, $1) > 0)) $$"
    )


def _row_functions(record: type[Record]) -> list[str]:
    row = f"{SCHEMA}.{record.table}"
    head = f"LANGUAGE sql STABLE {DEFINER} AS"
    return [
        (
            f"CREATE FUNCTION {SCHEMA}.hidden({row}) RETURNS text[] {head}"
            f" $$ SELECT {hidden_of(record)} $$"
        ),
        (
            f"CREATE FUNCTION {SCHEMA}.may_write({row}) RETURNS boolean {head}"
            f" $$ SELECT {written_of(record)} $$"
        ),
        (
            f"CREATE FUNCTION {SCHEMA}.may_take({row}) RETURNS boolean {head}"
            f" $$ SELECT {taken_of(record)} $$"
        ),
    ]


def _dispatch(name: str, kind: str, function: str, *, erased: bool = False) -> str:
    """Return a function that asks another of the row that a line of the log is about.

    Where the row is erased, of what it was: as the log has it or, for a line that is
    being written (``erased``), as that line says.
    """
    argument, kept = (", line text", "line::jsonb") if erased else ("", "")
    was = kept or f"{SCHEMA}.erased(of_table, id)"
    branches = "".join(
        f"""
    IF of_table = '{record.table}' THEN
        SELECT {function}(t) INTO answer FROM {record.table} t
        WHERE t.{record.key()} = id;
        IF NOT FOUND THEN
            answer := {function}(jsonb_populate_record(NULL::{record.table}, {was}));
        END IF;
        RETURN answer;
    END IF;"""
        for record in RECORDS
    )
    return f"""
CREATE FUNCTION {SCHEMA}.{name}(of_table text, id text{argument}) RETURNS {kind}
LANGUAGE plpgsql STABLE {DEFINER} AS $$
DECLARE answer {kind};
BEGIN{branches}
    RETURN NULL;
END $$
"""


def _guard(record: type[Record]) -> list[str]:
    """Return what guards a table, and what is seen of it."""
    table, key = record.table, record.key()
    full, seen = f"{SCHEMA}.{table}", f"{SEEN}.{table}"
    writes = {"insert": "add_row()", "update": f"change_row('{key}')"}
    writes["delete"] = f"take_row('{key}')"
    may = f"{SCHEMA}.may_write({table})"
    return [
        f"ALTER TABLE {full} ENABLE ROW LEVEL SECURITY",
        (
            f"CREATE POLICY seen ON {full} FOR SELECT"
            f" USING ({SCHEMA}.hidden({table}) IS NOT NULL)"
        ),
        f"CREATE POLICY added ON {full} FOR INSERT WITH CHECK ({may})",
        f"CREATE POLICY changed ON {full} FOR UPDATE USING ({may}) WITH CHECK ({may})",
        f"CREATE POLICY taken ON {full} FOR DELETE USING ({SCHEMA}.may_take({table}))",
        f"CREATE VIEW {seen} WITH (security_barrier) AS {view_of(record)}",
        *(
            f"CREATE TRIGGER {verb} INSTEAD OF {verb} ON {seen}"
            f" FOR EACH ROW EXECUTE FUNCTION {SEEN}.{function}"
            for verb, function in writes.items()
        ),
        *_author_guards(record),
    ]


def _author_guards(record: type[Record]) -> list[str]:
    """Return what keeps a field that only its author reads from others' hands."""
    guarded = [field for field in record.fields() if field.about.reads == "author"]
    if not guarded:
        return []
    name = f"{record.table}_by_author"
    tests = " OR ".join(
        f"(o.{field.name} IS DISTINCT FROM NEW.{field.name} AND ("
        f"NEW.{field.about.author} IS DISTINCT FROM {SCHEMA}.me()"
        f" OR o.{field.name} IS NOT NULL"
        f" AND o.{field.about.author} IS DISTINCT FROM {SCHEMA}.me()))"
        for field in guarded
    )
    return [
        f"""
CREATE FUNCTION {SCHEMA}.{name}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE o {SCHEMA}.{record.table};
BEGIN
    IF TG_OP = 'UPDATE' THEN o := OLD; END IF;
    IF {SCHEMA}.me() IS NOT NULL AND ({tests}) THEN
        RAISE EXCEPTION 'mentorkit: a private note is its author''s'
            USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$
""",
        (
            f"CREATE TRIGGER by_author BEFORE INSERT OR UPDATE ON {SCHEMA}.{record.table}"
            f" FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.{name}()"
        ),
    ]


def _guard_changes() -> list[str]:
    table = f"{SCHEMA}.changes"
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        (
            f"CREATE POLICY added ON {table} FOR INSERT WITH CHECK"
            f" (by = ANY ({SCHEMA}.my_names())"
            f" AND {SCHEMA}.may_log(table_name, row_id, before))"
        ),
        (
            f"CREATE TRIGGER insert INSTEAD OF INSERT ON {SEEN}.changes"
            f" FOR EACH ROW EXECUTE FUNCTION {SEEN}.add_change()"
        ),
    ]
