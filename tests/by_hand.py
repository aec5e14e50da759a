"""Changing a database behind mentorkit's back, on either kind."""

from __future__ import annotations

import contextlib
import sqlite3

import psycopg


def edit(place, *statements):
    """Run statements as somebody would who knows the database and not mentorkit."""
    if isinstance(place, str):
        with psycopg.connect(place, options="-c search_path=mentorkit") as raw:
            for statement in statements:
                raw.execute(statement)
        return
    with contextlib.closing(sqlite3.connect(place)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def without_checks(place, table):
    """Return what makes a database take values that its checks refuse."""
    if not isinstance(place, str):
        return ["pragma ignore_check_constraints = on"]
    query = (
        "select conname from pg_constraint where contype = 'c'"
        " and conrelid = %s::regclass"
    )
    with psycopg.connect(place, options="-c search_path=mentorkit") as raw:
        names = raw.execute(query, [table]).fetchall()
    return [f'alter table {table} drop constraint "{name}"' for (name,) in names]
