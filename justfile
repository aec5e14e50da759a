# What CI runs, and the parts of it.

python := ".venv/bin/python"
babel := ".venv/bin/pybabel"

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

# Sixteen processes that write for a minute, three hundred kills, on both databases;
# 22,000 damaged notebooks; every page in every language under axe.
long:
    MENTORKIT_LONG=1 {{python}} -m pytest tests/store/test_together.py tests/assignments/test_mutations.py tests/report/test_browser.py tests/lab/test_every_form.py tests/lab/test_nothing_leaks.py tests/lab/test_words_return.py tests/review/test_resuming.py tests/review/test_cluster.py

# Writes docs/data-dictionary.md again, after a change to the models.
dictionary:
    {{python}} -m mentorkit.models.dictionary > docs/data-dictionary.md

# Makes the notebooks of templates/ again, after a change to a source in it.
templates:
    {{python}} -m mentorkit templates build templates/sources/*.md templates/sources/*/*.md --out templates

# Brings the catalogues up to the words in the code; what has no translation yet is empty
# in src/mentorkit/locale/*/LC_MESSAGES/mentorkit.po.
words:
    mkdir -p build
    {{babel}} -q extract -F pyproject.toml -k NN_:1,2 --add-location=file --project=mentorkit -o build/mentorkit.pot src
    {{babel}} -q update -D mentorkit -i build/mentorkit.pot -d src/mentorkit/locale --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -w 88
    {{babel}} compile -D mentorkit -d src/mentorkit/locale --statistics

# Takes the pictures of all forms in docs/forms.md again.
pictures:
    MENTORKIT_PICTURES=1 {{python}} -m pytest tests/forms/test_pictures.py
