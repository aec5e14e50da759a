"""The catalogues: complete, true to the code, and compiled as they stand."""

import gettext
import io
import string
import tomllib
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from mentorkit.i18n import languages
from mentorkit.i18n.languages import LOCALE


ROOT = Path(__file__).parents[2]

IN_ENGLISH = (
    "models/dictionary.py",
    "store/mapping/",
    "store/transfer.py",
    "workspace/bundle.py",
    "workspace/exporting.py",
)
"""Where words are for those who import, export and run commands, in English still."""

pytestmark = pytest.mark.parametrize("language", ["ar", "es"])


def catalogue(language):
    path = LOCALE / language / "LC_MESSAGES" / "mentorkit.po"
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


def marked():
    """Return every message that the code marks, as ``just words`` finds them."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    methods = [(m["pattern"], m["method"]) for m in mappings["babel"]["mappings"]]
    found = extract_from_dir(
        ROOT / "src", methods, keywords=DEFAULT_KEYWORDS | {"NN_": (1, 2)}
    )
    return {message for _, _, message, *_ in found}


def gaps(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def elsewhere(message):
    return all(
        any(part in file for part in IN_ENGLISH) for file, _ in message.locations
    )


def test_every_message_of_the_code_is_in_the_catalogue_and_no_other(language):
    known = {message.id for message in catalogue(language) if message.id}
    singulars = {one if isinstance(one, str) else one[0] for one in known}

    for message in marked():
        one = message if isinstance(message, str) else message[0]
        assert one in singulars, f"{one}: run 'just words' and translate it"
        assert isinstance(message, str) or message in known, message
    assert singulars == {m if isinstance(m, str) else m[0] for m in marked()}


def test_every_message_that_people_meet_is_translated(language):
    for message in catalogue(language):
        forms = message.string if message.pluralizable else [message.string]
        assert not message.fuzzy, message.id
        assert elsewhere(message) or all(forms), message.id


def test_what_is_filled_in_is_the_same_in_every_language(language):
    for message in catalogue(language):
        one, many = message.id if message.pluralizable else (message.id, message.id)
        *some, rest = message.string if message.pluralizable else [message.string]
        if rest and one:
            assert gaps(rest) == gaps(many), message.id
            assert all(gaps(form) <= gaps(many) for form in some), message.id


def test_what_is_set_off_between_stars_is_so_in_every_language(language):
    for message in catalogue(language):
        one, many = message.id if message.pluralizable else (message.id, message.id)
        forms = message.string if message.pluralizable else [message.string]
        if one and all(forms) and not elsewhere(message):
            assert one.count("*") == many.count("*")
            assert {form.count("*") for form in forms} == {one.count("*")}, message.id


def test_what_is_shipped_is_the_catalogue_compiled(language):
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(language))

    shipped = LOCALE / language / "LC_MESSAGES" / "mentorkit.mo"

    assert shipped.read_bytes() == compiled.getvalue(), "run 'just words'"
    assert gettext.GNUTranslations(io.BytesIO(shipped.read_bytes())).info()
    assert language in languages()
