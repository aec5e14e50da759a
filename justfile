# What CI runs, and the parts of it.

python := ".venv/bin/python"

check: lint test

lint:
    {{python}} -m ruff format --check
    {{python}} -m ruff check
    {{python}} -m mypy
    .venv/bin/lint-imports

test *args:
    {{python}} -m pytest {{args}}

bench:
    {{python}} benchmarks/startup.py
