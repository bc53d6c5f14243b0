"""The lists of words that rules over wording go by, from ``data/words.json``."""

from __future__ import annotations

import functools
from pathlib import Path

from msgspec import json

_WORDS = Path(__file__).parent / "data" / "words.json"


@functools.cache
def words(key: str) -> tuple[str, ...]:
    """A list of the data file ``words.json``."""
    return tuple(_all_words()[key])


@functools.cache
def _all_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.decode(_WORDS.read_bytes())
    return found
