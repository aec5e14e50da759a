"""What tests of assignments share: one that was given to Ada and Ben."""

import pytest

from handed_out import manifest
from mentorkit.assignments.submission import Assignments


@pytest.fixture
def assignments():
    people = {"ada": ["Ada Lovelace"], "ben": ["Ben Okri"]}
    return Assignments([manifest("ada", "ben")], people)
