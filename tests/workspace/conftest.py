"""What tests of answers share: templates that went out and came back."""

import pytest

from answering import hand_in


@pytest.fixture
def handed(workspace, tmp_path):
    """Return a function: a template goes to Ada and Ben, and answers come back."""
    workspace.begin(mentee="Ben Okri")

    def hand(template, answers, learner="ada", language="en"):
        name = f"{template}-1"
        if not (workspace.folder / "assignments" / name).exists():
            to = ["ada", "ben"]
            workspace.assign(template, to=to, name=name, language=language)
        hand_in(workspace, name, learner, answers, tmp_path / "in")
        return name

    return hand
