"""The views' way to the tables, in the database's own language; see ``rights``."""

from __future__ import annotations

from mentorkit.models import RECORDS, Record, holder_of
from mentorkit.store.rules import SCHEMA, SEEN


DEFINER = f"SECURITY DEFINER SET search_path = {SCHEMA}, pg_temp"
"""How a function runs that looks at more than who calls it may see."""

FUNCTIONS = f"""
CREATE TABLE IF NOT EXISTS {SCHEMA}.logins (
    login text PRIMARY KEY, person_id text NOT NULL
);

CREATE FUNCTION {SCHEMA}.me() RETURNS text LANGUAGE sql STABLE {DEFINER} AS
$$ SELECT person_id FROM logins WHERE login = session_user $$;

CREATE FUNCTION {SCHEMA}.my_names() RETURNS text[] LANGUAGE sql STABLE {DEFINER} AS
$$ SELECT array_remove(ARRAY[person_id, handle], NULL)
   FROM people WHERE person_id = me() $$;

CREATE FUNCTION {SCHEMA}.erased(of_table text, id text) RETURNS jsonb
LANGUAGE sql STABLE {DEFINER} AS
$$ SELECT before::jsonb FROM changes
   WHERE table_name = of_table AND row_id = id AND op = 'erase'
   ORDER BY seq DESC LIMIT 1 $$;

REVOKE EXECUTE ON FUNCTION {SCHEMA}.erased(text, text) FROM PUBLIC;
"""


def _circle_of(holder: type[Record]) -> str:
    """Write which mentorship a row belongs to that others hang on, or belonged to."""
    table = holder.table
    return f"""
CREATE FUNCTION {SCHEMA}.circle_of_{table}(id text) RETURNS text
LANGUAGE sql STABLE {DEFINER} AS
$$ SELECT coalesce(
    (SELECT mentorship_id FROM {table} WHERE {holder.key()} = id),
    erased('{table}', id)->>'mentorship_id') $$
"""


CIRCLES = tuple(
    _circle_of(holder)
    for holder in dict.fromkeys(holder_of(record) for record in RECORDS)
    if holder is not None and not holder.whole_row
)

WRITE_THROUGH = f"""
CREATE FUNCTION {SEEN}.add_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('INSERT INTO {SCHEMA}.%1$I SELECT (jsonb_populate_record('
        'NULL::{SCHEMA}.%1$I, to_jsonb($1))).*', TG_TABLE_NAME) USING NEW;
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
