# What CI runs, and the parts of it.

python := ".venv/bin/python"

check: lint test

lint:
    {{python}} -m ruff format --check
    {{python}} -m ruff check
    {{python}} -m mypy
    .venv/bin/lint-imports

test *args:
    {{python}} -m pytest -n auto --dist loadfile {{args}}

bench:
    {{python}} benchmarks/startup.py
    {{python}} benchmarks/store.py
    {{python}} benchmarks/forms.py

# Sixteen processes that write for a minute, three hundred kills, on both databases.
long:
    MENTORKIT_LONG=1 {{python}} -m pytest tests/store/test_together.py

# Writes docs/data-dictionary.md again, after a change to the models.
dictionary:
    {{python}} -m mentorkit.models.dictionary > docs/data-dictionary.md
