"""Spellings that mean the same name: marks placed the old way, i for y, apostrophes, spaces, case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from nq57gen.patterns import lazily

_MARKS = lazily("[\u0300-\u036f]")
_TONE = "[\u0300\u0301\u0303\u0309\u0323]"
#: Vowels that stand together, each with its marks, in decomposed text: "oà", "uỷ".
_VOWELS = lazily("(?:[aeiouy][\u0300-\u036f]*)+")
#: A y that can be written i: the only vowel ("Mỹ", "Mĩ") or behind qu ("Quy", "Qui").
_Y_FOR_I = lazily("(?:(?<![aeiouy])|(?<=qu))y(?![aeiouy])")
_NOT_LETTERS_OR_MARKS = lazily("[^\\w\u0300-\u036f]+")
_NOT_LETTERS_OR_LINES = lazily(r"[^\w\n]+")


def exact_key(name: str) -> str:
    """What is left of ``name`` when only its letters and marks count, not where the marks are placed.

    "Hoà Bình", "HÒA  BÌNH" and the decomposed "Hòa Bình" are one key; so are "Ea H’Leo" and "Ea H'Leo",
    "Quy" and "Qui". "Đắk" and "Đăk" are two.
    """
    decomposed = unicodedata.normalize("NFD", name).casefold()
    return _NOT_LETTERS_OR_MARKS.sub("", _VOWELS.sub(_tone_last, decomposed))


def _tone_last(match: re.Match[str]) -> str:
    letters = re.sub(_TONE, "", match[0])
    tones = "".join(re.findall(_TONE, match[0]))
    before = match.string[max(match.start() - 1, 0) : match.start()]
    if letters == "y" or (letters == "uy" and before == "q"):
        letters = letters[:-1] + "i"
    return letters + tones


def bare_keys(names: Sequence[str]) -> list[str]:
    """The keys of ``names`` without any marks: "Hòa Bình" and "hoa binh" are "hoabinh".

    All names go through each step together: thousands take a few milliseconds. No name may hold a line break.
    """
    text = _MARKS.sub("", unicodedata.normalize("NFD", "\n".join(names).casefold())).replace("đ", "d")
    return _NOT_LETTERS_OR_LINES.sub("", _Y_FOR_I.sub("i", text)).split("\n")


def bare_key(name: str) -> str:
    """As :func:`bare_keys`, of one name (line breaks count as spaces)."""
    return bare_keys([" ".join(name.split())])[0]


def has_marks(name: str) -> bool:
    """Whether ``name`` was typed with Vietnamese marks, as far as one can see."""
    decomposed = unicodedata.normalize("NFD", name).casefold()
    return "đ" in decomposed or _MARKS.search(decomposed) is not None
