"""For all tests: what is kept on disk between runs lies in a folder of the test run's own."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from nq57gen import caching


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Commands keep their results there, also those in other processes; the functions below keep none."""
    before = os.environ.get(caching.VARIABLE)
    os.environ[caching.VARIABLE] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ[caching.VARIABLE]
    else:
        os.environ[caching.VARIABLE] = before


@pytest.fixture(autouse=True)
def cache_as_before() -> Iterator[None]:
    """A command that a test runs in its own process does not tell later tests where to keep results."""
    store = caching.current()
    yield
    caching.use_folder(store.folder if store else None)
