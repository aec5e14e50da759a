"""Names that platforms give to what they hand over, made by the rules of their sources.

Moodle's are those of mod/assign/classes/downloader.php, Canvas' those of
lib/content_zipper.rb.
"""

import re
from unicodedata import category

import pytest

from mentorkit.assignments.channels import Sender, sender_of
from mentorkit.assignments.submission import called


def moodle(fullname, number, file, *, folders=True, kind="file"):
    """Name a file as Moodle does: no ``_`` in a name, nor what no file may be called."""
    name = re.sub(r"[&<>\"`|':\\/]", "", fullname.replace("_", " "))
    prefix = "_".join(filter(None, (name, number, "assignsubmission", kind)))
    return f"{prefix}/{file}" if folders else f"{prefix}_{file.rpartition('/')[2]}"


@pytest.mark.parametrize(
    "fullname",
    [
        "Ada Lovelace",
        "Lovelace, Ada",
        "Zoë_van_der Berg",
        "Miles O'Brien",
        "李 雷",
        "أدا",
    ],
)
@pytest.mark.parametrize("folders", [True, False])
@pytest.mark.parametrize(
    "file", ["week-1--ada.ipynb", "sub/a_1_assignsubmission_b.ipynb"]
)
def test_moodles_names_tell_who_sent_a_file(fullname, folders, file):
    path = moodle(fullname, "412", file, folders=folders)

    sender = sender_of(["moodle.zip", *path.split("/")], ["week-1"])

    assert sender.channel == "moodle"
    assert called(sender.name) == called(fullname)


def test_moodle_tells_a_team_or_nobody_where_it_keeps_names_back():
    def sender(*words, **options):
        return sender_of(moodle(*words, "x.ipynb", **options).split("/"), [])

    assert sender("Participant", "31") == Sender("Participant", "moodle")
    assert sender("Blue team", "7") == Sender("Blue team", "moodle")
    assert sender("Default group", "") == Sender("Default group", "moodle")
    assert sender("Ada", "4", kind="onlinetext") == Sender("Ada", "moodle")


def canvas(sortable_name, file, *, late=False, anonymous=""):
    """Name a file as Canvas does: words alone, small, with the two numbers."""
    name = "" if anonymous else re.sub(r"_(\d+)_", r"\1", sortable_name).lower()
    number = f"anon_{anonymous}" if anonymous else "31"
    told = "_".join(filter(None, (name, "LATE" if late else "", number)))
    # What Ruby calls a word has marks in it, such as vowels of Hindi.
    kept = [sign for sign in told if sign == "_" or category(sign)[0] in "LMN"]
    return f"{''.join(kept)}_{file}"


@pytest.mark.parametrize(
    "name", ["Lovelace, Ada", "van der Berg, Zoë", "O'Brien, Miles", "a_b, C", "हिन्दी"]
)
@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize(
    "file", ["877_week-1--ada-2.ipynb", "877_a_1_2_LATE_b.ipynb", "text.html"]
)
def test_canvas_names_tell_who_sent_a_file_and_whether_late(name, late, file):
    sender = sender_of(["canvas.zip", canvas(name, file, late=late)], ["week-1"])

    assert (sender.channel, sender.late) == ("canvas", late)
    assert called(sender.name) == called(name)


@pytest.mark.parametrize("late", [True, False])
def test_canvas_tells_nobodys_name_where_grading_is_anonymous(late):
    path = canvas("Lovelace, Ada", "877_x.ipynb", late=late, anonymous="a1B2c")

    assert sender_of([path], []) == Sender("anon_a1B2c", "canvas", late=late)


def test_github_classrooms_folders_tell_the_login():
    parts = ["inbox", "week-1-submissions", "week-1-ada-l", "week-1.ipynb"]

    assert sender_of(parts, ["week-1"]) == Sender("ada-l", "github")
    assert sender_of(parts[:2] + parts[3:], ["week-1"]) is None


@pytest.mark.parametrize(
    "name",
    ["week-1--ada.ipynb", "Ada_1.ipynb", "a_1_b.ipynb", "assignsubmission.ipynb"],
)
def test_other_names_tell_nobody(name):
    assert sender_of(["in", name], ["week-2"]) is None


INBOUND = "ada+week-1+2026-10-16 21:00:00.5 UTC+Zm9v"


@pytest.mark.parametrize(
    "outer",
    [
        "Ada_4_assignsubmission_file",
        "ada_31_877_all.zip",
        INBOUND,
        "submitted/ada/week-1",
        "week-1-ada",
    ],
)
@pytest.mark.parametrize(
    "inner",
    [
        "Ben_5_assignsubmission_file/x.ipynb",
        "ben_32_878_x.ipynb",
        f"{INBOUND.replace('ada', 'ben')}/x.ipynb",
        "ben/week-1/x.ipynb",
        "week-1-ben/x.ipynb",
    ],
)
def test_nobody_names_another_by_what_they_put_into_their_own_folder(outer, inner):
    sender = sender_of(["in", *outer.split("/"), *inner.split("/")], ["week-1"])

    assert sender is None or called(sender.name) == "ada"
