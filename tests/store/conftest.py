"""A store that seals from its first day."""

import pytest

from mentorkit.store import Store
from sealed_program import populate


@pytest.fixture
def keys(tmp_path):
    return tmp_path / "elsewhere" / "keys"


@pytest.fixture
def sealed(database, keys, clock):
    """A store that seals, with two mentorships in it."""
    store = Store.create(database, now=clock, keys=keys)
    populate(store)
    yield store
    store.close()
