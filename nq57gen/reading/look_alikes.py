"""Characters that look alike on paper, folded into the one that comparisons expect.

Vietnamese letters are composed (NFC), spaces, hyphens, colons and the like are the plain ones, characters
that print nothing are dropped. The views of this room hold folded text; offsets into it are therefore not
offsets into the stored XML.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from nq57gen.patterns import lazily

_MARKS = "\u0300-\u036f"
#: A text without any of these is its own folded form.
_ODD = lazily(
    rf"[{_MARKS}\xa0\xad\xd0\xf0\u0189\u1680\u2000-\u2012\u2028-\u202f\u2044\u205f-\u206f\u2215\u2236"
    r"\u3000\ua789\ufe55\ufe63\ufeff\uff01-\uff5e]"
)
_LOOSE_MARK = lazily(f"[{_MARKS}]")
_LEADING_MARKS = lazily(f"[{_MARKS}]+")
_SOFT_HYPHEN = lazily(r"(.?)\xad(?=(.?))")


def is_folded(text: str) -> bool:
    """Whether :func:`fold` would leave ``text`` as it is."""
    return text.isascii() or _ODD.search(text) is None


def fold(text: str) -> str:
    """``text`` with every look-alike replaced."""
    if is_folded(text):
        return text
    if "\xad" in text:
        text = _SOFT_HYPHEN.sub(_soft_hyphen, text)
    return unicodedata.normalize("NFC", text).translate(_table())


def is_decomposed(text: str) -> bool:
    """Whether some letter of ``text`` and its mark are stored apart though one character holds both."""
    return _LOOSE_MARK.search(text) is not None and len(unicodedata.normalize("NFC", text)) < len(text)


def leading_marks(text: str) -> str:
    """The combining marks ``text`` begins with, which belong to the letter before it."""
    found = _LEADING_MARKS.match(text)
    return found.group() if found else ""


def _soft_hyphen(found: re.Match[str]) -> str:
    """Nothing inside a word in small letters, which may break there; elsewhere a hyphen is meant."""
    before, after = found.groups()
    return before if before.islower() and after.islower() else f"{before}-"


@functools.cache
def _table() -> dict[int, str | None]:
    """What replaces each character; None drops it."""
    spaces = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
    nothing = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
    hyphens = (0xAD, 0x2010, 0x2011, 0x2012, 0xFE63)
    table: dict[int, str | None] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table.update(dict.fromkeys(spaces, " "))
    table.update(dict.fromkeys(nothing, None))
    table.update(dict.fromkeys(hyphens, "-"))
    table.update({0xD0: "Đ", 0x189: "Đ", 0xF0: "đ", 0x2044: "/", 0x2215: "/"})
    table.update({0x2236: ":", 0xA789: ":", 0xFE55: ":", 0x2028: "\n", 0x2029: "\n"})
    return table
