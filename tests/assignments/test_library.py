"""The library: compiled as it was written, the same in every language, in our words."""

from pathlib import Path

import nbformat
import pytest

from mentorkit import instruments, resources
from mentorkit.assignments import library
from mentorkit.assignments.compiling import as_text
from mentorkit.models import (
    Action,
    Evidence,
    Goal,
    Milestone,
    Profile,
    Progress,
    record_of,
)
from mentorkit.models.assessment import RaterGroup, Wave
from mentorkit.models.charter import CharterSection
from mentorkit.models.enrollment import Stage
from mentorkit.models.goal import GoalKind
from mentorkit.models.milestone import MilestoneStatus, Verification
from mentorkit.models.reflection import ReflectionKind
from mentorkit.models.session import Medium, SessionKind
from mentorkit.models.vocabulary import Visibility


TEMPLATES = resources.folder("templates")

NAMES = {
    "action-items",
    "after-action",
    "charter",
    "closure-letter",
    "goals",
    "intake",
    "milestone-review",
    "peer-review",
    "progress-notes",
    "reflection",
    "rubric",
    "self-assessment",
    "session-agenda",
}

RIGHT, END = '<div dir="rtl">\n\n', "\n\n</div>"

LANGUAGES = ("en", "es", "ar")

WORDS = {
    ("closure-letter", "visibility"): Visibility,
    ("goals", "kind"): GoalKind,
    ("intake", "format"): Medium,
    ("intake", "stage"): Stage,
    ("milestone-review", "status"): MilestoneStatus,
    ("milestone-review", "verified_by"): Verification,
    ("reflection", "kind"): ReflectionKind,
    ("reflection", "visibility"): Visibility,
    ("rubric", "rater_group"): RaterGroup,
    ("self-assessment", "wave"): Wave,
    ("session-agenda", "kind"): SessionKind,
}
"""Choices whose values are a record's."""

ROWS = {
    ("action-items", "actions"): Action,
    ("action-items", "done"): Action,
    ("after-action", "actions"): Action,
    ("goals", "measure"): Goal,
    ("goals", "milestones"): Milestone,
    ("goals", "others"): Goal,
    ("intake", "skill_have"): Profile,
    ("intake", "skill_want"): Profile,
    ("milestone-review", "milestones"): Milestone,
    ("progress-notes", "evidence"): Evidence,
    ("progress-notes", "progress"): Progress,
}
"""Tables whose columns are a record's fields."""


def sources():
    return sorted((TEMPLATES / "sources").rglob("*.md"))


def template(name, language="en"):
    return library.read_template(library.find(name, language)).template


def prompts(name, language="en"):
    return {each.id: each for each in template(name, language).prompts}


def test_every_template_is_there_in_every_language():
    found = {(name, language) for name, language, _ in library.listed()}

    assert found == {(name, language) for name in NAMES for language in LANGUAGES}
    assert len(sources()) == len(found)


@pytest.mark.parametrize(
    "source", sources(), ids=lambda path: f"{path.stem}-{path.parent.name}"
)
def test_the_notebooks_are_what_the_sources_say(source):
    compiled = library.read_template(source)
    target = library.place_of(compiled.template, TEMPLATES)

    assert target.read_text("utf-8") == as_text(compiled.notebook), (
        "The source has changed: run 'just templates'."
    )
    assert library.read_template(target) == compiled
    nbformat.validate(nbformat.from_dict(compiled.notebook))
    assert source.stem == compiled.template.name
    assert source.parent.name in {"sources", compiled.template.language}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_languages_ask_the_same_and_store_the_same(name):
    def asked(language):
        return [
            (
                each.id,
                each.kind,
                [option.value for option in each.options],
                [column.name for column in each.columns],
                each.into,
                each.starter.removeprefix(RIGHT).removesuffix(END).count("\n"),
            )
            for each in template(name, language).prompts
        ]

    assert asked("en") == asked("es") == asked("ar")
    assert len({template(name, language).version for language in LANGUAGES}) == 1


@pytest.mark.parametrize("name", sorted(NAMES))
def test_no_question_was_left_in_another_language(name):
    english = prompts(name)
    for language in ("es", "ar"):
        for key, prompt in prompts(name, language).items():
            assert prompt.question != english[key].question
            labels = {each.label for each in (*prompt.options, *prompt.columns)}
            others = {
                each.label for each in (*english[key].options, *english[key].columns)
            }
            assert not labels & others, (language, key)
            if language == "ar":
                assert any("؀" <= sign <= "ۿ" for sign in prompt.title)


def test_choices_are_stored_in_the_words_of_the_records():
    for (name, key), vocabulary in WORDS.items():
        values = {option.value for option in prompts(name)[key].options}
        assert values <= set(vocabulary.words()), (name, key)
    assert prompts("charter").keys() <= {*CharterSection.words(), "agreed_on"}


def test_columns_are_fields_of_the_records():
    for (name, key), record in ROWS.items():
        fields = {field.name for field in record.fields()}
        assert {column.name for column in prompts(name)[key].columns} <= fields


def test_single_answers_are_fields_of_the_records():
    goal = {field.name for field in Goal.fields()}
    assert goal - {"measure"} >= prompts("goals").keys() - {
        "measure",
        "milestones",
        "others",
    }
    milestone = {field.name for field in record_of("milestones").fields()}
    assert milestone >= {"title", "status", "done_on", "verified_by", "success_means"}
    assert milestone & prompts("milestone-review").keys() >= {"status", "done_on"}


@pytest.mark.parametrize(
    ("name", "instrument"),
    [("rubric", "mentoring-skills"), ("peer-review", "peer-review")],
)
def test_the_rubric_is_that_of_the_instrument(name, instrument):
    asked = prompts(name)

    for item in instruments.read(instrument):
        prompt = asked[item.handle.partition(".")[2]]
        steps = {float(option.value): option.label for option in prompt.options}
        assert steps == {n: f"{n:g} {words}" for n, words in item.steps.items()}
        assert item.text in prompt.question


def test_a_name_or_a_language_that_is_not_there_is_told():
    with pytest.raises(Exception, match="Did you mean 'reflection'"):
        library.find("reflexion")
    with pytest.raises(Exception, match="It is in: ar, en, es"):
        library.find("reflection", "fr")


def test_a_workspaces_own_template_hides_the_librarys(tmp_path):
    own = tmp_path / "es" / "reflection.ipynb"
    own.parent.mkdir()
    own.write_bytes(library.find("reflection", "es").read_bytes())

    assert library.find("reflection", "es", [tmp_path]) == own
    assert library.find("reflection", "en", [tmp_path]).parent == TEMPLATES
    assert library.find("~/mine.md") == Path("~/mine.md").expanduser()
