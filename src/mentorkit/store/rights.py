"""Who may read and write what, laid down in a server's database, and logins.

The owner of the tables is not held by any of it. A login that was granted access works
on views, one a table, in a schema of their own: they show the rows and texts that its
person may read, and write through triggers under the tables' row-level policies.
"""

from __future__ import annotations

import sqlalchemy as sa

from mentorkit.models import RECORDS, Record
from mentorkit.store.rules import (
    SCHEMA,
    SEEN,
    SETS,
    hidden_of,
    view_of,
    written_of,
)


DEFINER = f"SECURITY DEFINER SET search_path = {SCHEMA}, pg_temp"

LOGINS = sa.table("logins", sa.column("login"), sa.column("person_id"))
"""Which login is whom; a table of the server's alone."""

FUNCTIONS = f"""
CREATE TABLE IF NOT EXISTS {SCHEMA}.logins (
    login text PRIMARY KEY, person_id text NOT NULL
);

CREATE FUNCTION {SCHEMA}.me() RETURNS text LANGUAGE sql STABLE {DEFINER} AS
$$ SELECT person_id FROM logins WHERE login = session_user $$;

CREATE FUNCTION {SCHEMA}.my_names() RETURNS text[] LANGUAGE sql STABLE {DEFINER} AS
$$ SELECT array_remove(ARRAY[person_id, handle, email], NULL)
   FROM people WHERE person_id = me() $$;

CREATE FUNCTION {SCHEMA}.erased(of_table text, id text) RETURNS jsonb
LANGUAGE sql STABLE {DEFINER} AS
$$ SELECT before::jsonb FROM changes
   WHERE table_name = of_table AND row_id = id AND op = 'erase'
   ORDER BY seq DESC LIMIT 1 $$;

CREATE FUNCTION {SCHEMA}.circle_of_goal(id text) RETURNS text
LANGUAGE sql STABLE {DEFINER} AS
$$ SELECT coalesce(
    (SELECT mentorship_id FROM goals WHERE goal_id = id),
    erased('goals', id)->>'mentorship_id') $$;
"""

WRITE_THROUGH = f"""
CREATE FUNCTION {SEEN}.add_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('INSERT INTO {SCHEMA}.%I SELECT ($1).*', TG_TABLE_NAME) USING NEW;
    RETURN NEW;
END $$;

CREATE FUNCTION {SEEN}.change_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE sets text; changed bigint;
BEGIN
    SELECT string_agg(format('%1$I = ($1).%1$I', n.key), ', ') INTO sets
    FROM jsonb_each(to_jsonb(NEW)) n JOIN jsonb_each(to_jsonb(OLD)) o USING (key)
    WHERE n.value IS DISTINCT FROM o.value;
    IF sets IS NULL THEN RETURN NEW; END IF;
    EXECUTE format('UPDATE {SCHEMA}.%I SET %s WHERE %3$I = ($2).%3$I',
        TG_TABLE_NAME, sets, TG_ARGV[0]) USING NEW, OLD;
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF changed = 0 THEN RETURN NULL; END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION {SEEN}.take_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed bigint;
BEGIN
    EXECUTE format('DELETE FROM {SCHEMA}.%I WHERE %2$I = ($1).%2$I',
        TG_TABLE_NAME, TG_ARGV[0]) USING OLD;
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF changed = 0 THEN RETURN NULL; END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION {SEEN}.add_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO {SCHEMA}.changes (change_set, undoes, at, by, why, table_name, row_id,
        op, field, before, after, version)
    VALUES (NEW.change_set, NEW.undoes, NEW.at, NEW."by", NEW.why, NEW.table_name,
        NEW.row_id, NEW.op, NEW.field, NEW.before, NEW.after, NEW.version);
    RETURN NEW;
END $$;
"""

CHANGES_SEEN = f"""
CREATE VIEW {SEEN}.changes WITH (security_barrier) AS
SELECT c.seq, c.change_set, c.undoes, c.at, c.by,
    CASE WHEN c.field = ANY (h.hidden) THEN NULL ELSE c.why END AS why,
    c.table_name, c.row_id, c.op, c.field,
    CASE WHEN c.field = ANY (h.hidden) THEN NULL
         WHEN c.op = 'erase' AND h.hidden <> '{{}}' THEN (c.before::jsonb
            || (SELECT jsonb_object_agg(name, NULL) FROM unnest(h.hidden) name))::text
         ELSE c.before END AS before,
    CASE WHEN c.field = ANY (h.hidden) THEN NULL ELSE c.after END AS after, c.version
FROM {SCHEMA}.changes c CROSS JOIN LATERAL (
    SELECT {SCHEMA}.hidden_fields(c.table_name, c.row_id) AS hidden OFFSET 0) h
WHERE h.hidden IS NOT NULL;
"""


def lay_down(connection: sa.Connection) -> None:
    """Make views, functions and policies, in place of those that were there.

    Run by the owner, after the tables were made or changed; every login that had
    access has it again.
    """
    take_up(connection)
    plainly = connection.execution_options(no_parameters=True)
    for statement in _statements():
        plainly.exec_driver_sql(statement)
    for login in connection.execute(sa.select(LOGINS.c.login)).scalars().all():
        let_in(connection, login)


def let_in(connection: sa.Connection, login: str) -> None:
    """Let a login use what is seen, and write through it."""
    quoted = connection.dialect.identifier_preparer.quote_identifier(login)
    plainly = connection.execution_options(no_parameters=True)
    plainly.exec_driver_sql(
        f"""
        GRANT USAGE ON SCHEMA {SCHEMA}, {SEEN} TO {quoted};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {SEEN} TO {quoted};
        GRANT SELECT ON {SCHEMA}.schema_info TO {quoted};
        GRANT INSERT ON {SCHEMA}.changes TO {quoted};
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA {SCHEMA} TO {quoted};
        """
    )
    for record in RECORDS:
        plainly.exec_driver_sql(
            f"GRANT SELECT ({record.key()}, version), INSERT, UPDATE, DELETE"
            f" ON {SCHEMA}.{record.table} TO {quoted}"
        )


def shut_out(connection: sa.Connection, login: str) -> None:
    """Take back everything that :func:`let_in` gave."""
    quoted = connection.dialect.identifier_preparer.quote_identifier(login)
    both = f"{SCHEMA}, {SEEN}"
    connection.execution_options(no_parameters=True).exec_driver_sql(
        f"""
        REVOKE ALL ON ALL TABLES IN SCHEMA {both} FROM {quoted};
        REVOKE ALL ON ALL SEQUENCES IN SCHEMA {SCHEMA} FROM {quoted};
        REVOKE ALL ON SCHEMA {both} FROM {quoted};
        """
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
    plainly = connection.execution_options(no_parameters=True)
    for statement in statements:
        plainly.exec_driver_sql(statement)


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
        *sets,
        leads,
        *of_rows,
        _dispatch("hidden_fields", "text[]", "hidden"),
        _dispatch("may_log", "boolean", "may_write", erased=True),
        WRITE_THROUGH,
        *tables,
        CHANGES_SEEN,
        *_guard_changes(),
    ]


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
        f"CREATE POLICY taken ON {full} FOR DELETE USING ({may})",
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
