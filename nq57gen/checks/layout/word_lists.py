"""The lists of words that rules over wording go by, from ``data/words.json``."""

from __future__ import annotations

import functools
import json
from pathlib import Path

_WORDS = Path(__file__).parent / "data" / "words.json"


@functools.cache
def words(key: str) -> tuple[str, ...]:
    """A list of the data file ``words.json``."""
    return tuple(_all_words()[key])


@functools.cache
def _all_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(_WORDS.read_text(encoding="utf-8"))
    return found
