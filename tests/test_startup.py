"""What starts sooner: processes without rare parsers, a notebook's first form."""

import subprocess
import sys
import time

import pytest
from jupyter_client.manager import start_new_kernel


def loaded_after(code):
    """Return whether a process has loaded the parsers' library, and what it prints."""
    told = f"{code}\nimport sys; print('lark' in sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", told], check=True, capture_output=True, text=True
    )
    return found.stdout.split()


def test_the_parsers_are_built_when_something_is_checked_and_then_are_the_real_ones():
    found = loaded_after("""
from mentorkit.startup import put_off_parsers
put_off_parsers()
import sys, altair, jsonschema
print("lark" in sys.modules)
checker = jsonschema.FormatChecker()
print(checker.conforms("https://example.org/ä", "iri"), checker.conforms("a b", "iri"))
import rfc3987_syntax
print(rfc3987_syntax.is_valid_syntax.__module__.startswith("rfc3987_syntax"))
""")

    assert found == ["False", "True", "False", "True", "True"]


def test_what_people_import_is_left_as_it_is():
    code = "import sys, mentorkit.report.figure; sys.modules['rfc3987_syntax'].parse"

    assert loaded_after(code) == ["True"]


@pytest.mark.parametrize("name", ["mentorkit.review.engine", "mentorkit.review.zygote"])
def test_the_engine_that_papermill_loads_brings_in_nothing_heavy(name):
    heavy = "{'pandas', 'papermill', 'nbformat', 'IPython'} & set(sys.modules)"

    assert loaded_after(f"import sys, {name}; print(not {heavy})") == ["True", "False"]


def test_forms_are_got_ready_where_somebody_works_and_not_where_a_program_does(
    workspace,
):
    manager, client = start_new_kernel(cwd=str(workspace.folder))
    try:

        def has_forms_after(code, **how):
            client.execute_interactive(code, timeout=60, **how)
            time.sleep(1)
            said = []
            asks = "import sys; print('mentorkit.forms' in sys.modules)"
            client.execute_interactive(asks, timeout=60, output_hook=said.append)
            return "True" in str(said)

        opens = "import mentorkit as mk; ws = mk.open()"
        assert not has_forms_after(opens, allow_stdin=False)
        assert has_forms_after(opens, allow_stdin=True)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
