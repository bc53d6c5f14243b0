"""For the tests of this folder: nothing is remembered from one test to the next."""

from __future__ import annotations

import pytest

from nq57gen.spec import ordinary


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    ordinary.remembered_part.cache_clear()
