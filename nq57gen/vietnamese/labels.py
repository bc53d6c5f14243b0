"""Numbers of headings: Phần I, I., 1., 1.1., a) (decree 30/2020, PL I, II.6).

We number, not Word: Word's own letters go d, e, f, while the decree counts a b c d đ e g h i k.
"""

from __future__ import annotations

import enum
import functools
import re
import unicodedata

from nq57gen.patterns import lazily

#: The letters of points, in order (decree 30/2020, PL I, II.6): no f, j, w, z, no ă â ê ô ơ ư.
LETTERS = "abcdđeghiklmnopqrstuvxy"

_ROMAN_DIGITS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_PART_WORD = lazily(r"phần\s+", re.IGNORECASE)
_NUMBERS = lazily(r"[0-9]+(?:\.[0-9]+)*")
#: What may stand behind the number in a label.
_CLOSING = " .):-/"


class NumberStyle(enum.StrEnum):
    """How the items of one level are numbered; the value is the word of the spec."""

    PART = "phan"
    ROMAN = "la_ma"
    ARABIC = "so"
    DECIMAL = "so_cap"
    LETTER = "chu"
    NONE = "khong"


@functools.lru_cache(maxsize=100)
def roman(n: int) -> str:
    """Write ``n`` (1..3999) in Roman numerals. Raises ``ValueError`` outside that range."""
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman numeral for {n}")
    written = ""
    for value, digits in _ROMAN_DIGITS:
        count, n = divmod(n, value)
        written += digits * count
    return written


def parse_roman(text: str) -> int | None:
    """Read an upper-case Roman numeral in its regular form; None for anything else ("IIII", "iv")."""
    if not text or not set(text) <= _ROMAN_VALUES.keys():
        return None
    values = [_ROMAN_VALUES[digit] for digit in text]
    following = [*values[1:], 0]
    number = sum(value if value >= after else -value for value, after in zip(values, following, strict=True))
    return number if 1 <= number <= 3999 and roman(number) == text else None


def letter(n: int) -> str:
    """Give the ``n``-th letter of points, from 1 ("a") to 23 ("y"). Raises ``ValueError`` beyond."""
    if not 1 <= n <= len(LETTERS):
        raise ValueError(f"no letter for item {n}: the last is {LETTERS[-1]} ({len(LETTERS)})")
    return LETTERS[n - 1]


def label(style: NumberStyle, n: int, parent_label: str = "") -> str:
    """Write the label of item ``n`` (from 1) of a level.

    ``so_cap`` puts the numbers of ``parent_label`` in front ("2." or "2-" gives "2.1."); under a parent
    without Arabic numbers ("I.", "a)", none) it starts afresh: "1.".
    Raises ``ValueError`` when the style has no ``n``-th label.
    """
    match style:
        case NumberStyle.PART:
            return f"Phần {roman(n)}"
        case NumberStyle.ROMAN:
            return f"{roman(n)}."
        case NumberStyle.ARABIC:
            return f"{n}."
        case NumberStyle.DECIMAL:
            above = _NUMBERS.fullmatch(parent_label.strip().rstrip(_CLOSING))
            return f"{above.group()}.{n}." if above else f"{n}."
        case NumberStyle.LETTER:
            return f"{letter(n)})"
        case NumberStyle.NONE:
            return ""


def next_after(style: NumberStyle, explicit_label: str) -> int | None:
    """Give the counter value meant by a label typed by hand, so that siblings can go on from it.

    "2.7." is 7, "V." is 5, "PHẦN II:" is 2, "đ)" is 5, "2-" is 2. The next sibling gets this value plus one.
    None when the label cannot be read in this style (and always for ``khong``).
    """
    text = unicodedata.normalize("NFC", explicit_label).strip().rstrip(_CLOSING)
    match style:
        case NumberStyle.PART | NumberStyle.ROMAN:
            return parse_roman(_PART_WORD.sub("", text, count=1))
        case NumberStyle.ARABIC | NumberStyle.DECIMAL:
            return int(text.rpartition(".")[2]) if _NUMBERS.fullmatch(text) else None
        case NumberStyle.LETTER:
            return LETTERS.index(text) + 1 if len(text) == 1 and text in LETTERS else None
        case NumberStyle.NONE:
            return None
