"""Vietnamese words without their marks, to find what a misspelt word was meant to be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_D_WITH_STROKE = str.maketrans("đĐ", "dD")
_SEPARATORS = str.maketrans(" -", "__")


def fold(text: str) -> str:
    """Take away tone and vowel marks: "căn cứ" and its decomposed form give "can cu", "Đ" gives "D"."""
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare).translate(_D_WITH_STROKE)


def _key(text: str) -> str:
    return fold(text.strip()).casefold().translate(_SEPARATORS)


def suggest(word: str, candidates: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Find the candidate that ``word`` was most likely meant to be, or None.

    Marks, case and the difference between space, hyphen and underscore do not count, so "Căn cứ" is
    exactly "can_cu". The nearest candidate of at least ``cutoff`` likeness (0..1) is taken; of
    candidates that are the same without marks, the first given. Initials serve too: "dvt" is "don_vi_tinh".
    """
    by_key: dict[str, str] = {}
    for candidate in candidates:
        by_key.setdefault(_key(candidate), candidate)
    import difflib  # only where something is misspelt

    near = difflib.get_close_matches(_key(word), by_key, n=1, cutoff=cutoff)
    if near:
        return by_key[near[0]]
    initials = {
        "".join(part[:1] for part in key.split("_")): name for key, name in by_key.items() if "_" in key
    }
    return initials.get(_key(word))
