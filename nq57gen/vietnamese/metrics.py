"""How wide a text is in Times New Roman, and where it breaks into lines.

The national name must fit on one line, and the rules under the issuing body, the motto and the subject are
as long as a part of the longest line above them (decree 30/2020, PL I, II.1, II.2, II.5).
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import json

from nq57gen.patterns import lazily

_MM_PER_POINT = 25.4 / 72
#: How many texts and how many words are remembered, for documents that say the same.
_TEXTS, _WORDS = 512, 4096
#: A line may end behind a hyphen inside a word ("57-NQ/TW"), as in Word.
_AFTER_HYPHEN = lazily(r"(?<=\w-)(?=[^\W\d_])")
#: Spaces at which a line may break; a no-break space is none of them.
_BREAKING_SPACES = lazily(r"[ \t]+")


class _Letters(dict[str, float]):
    """Widths of letters in units of the font; ``average`` stands for letters that were not measured."""

    def __init__(self, widths: Mapping[str, float], average: float, em: int) -> None:
        super().__init__(widths)
        self.average = average
        self.em = em

    def __missing__(self, letter: str) -> float:
        invisible = unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Cc"}
        return 0 if invisible else self.average


@functools.cache
def _letters(bold: bool, italic: bool) -> _Letters:
    """Load the widths of one style, at first use (``tools/font_metrics.py`` makes the file)."""
    file = Path(__file__).with_name("times_widths.json")
    data = json.decode(file.read_bytes())
    style = "_".join(name for name, on in (("bold", bold), ("italic", italic)) if on) or "regular"
    table = data["styles"][style]
    widths = {letter: int(units) for units, group in table["widths"].items() for letter in group}
    return _Letters(widths, table["average"], data["units_per_em"])


@functools.lru_cache(maxsize=_WORDS)
def _units(text: str, bold: bool, italic: bool) -> float:
    """Width of ``text`` in units of the font."""
    return sum(map(_letters(bold, italic).__getitem__, unicodedata.normalize("NFC", text)))


def text_width_mm(text: str, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """Width of ``text`` on one line, in millimetres, at ``size_pt`` points of Times New Roman.

    Letters that were not measured count with the average width, invisible ones with none.
    """
    return _units(text, bold, italic) / _letters(bold, italic).em * size_pt * _MM_PER_POINT


def widest_mm(texts: Iterable[str], size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """The largest :func:`text_width_mm` of ``texts``; 0 without any."""
    widest = max([_units(text, bold, italic) for text in texts], default=0.0)
    return widest / _letters(bold, italic).em * size_pt * _MM_PER_POINT


def wrap_lines(
    text: str, size_pt: float, width_mm: float, bold: bool = False, italic: bool = False
) -> list[str]:
    """Break ``text`` into lines of at most ``width_mm``, filling each line before the next.

    Breaks at spaces, behind hyphens inside words, and at line breaks of the text itself. A
    word wider than the line stands alone on one. Spaces at the ends of lines are dropped.
    """
    return list(_wrapped(text, size_pt, width_mm, bold, italic))


@functools.lru_cache(maxsize=_TEXTS)
def _wrapped(text: str, size_pt: float, width_mm: float, bold: bool, italic: bool) -> tuple[str, ...]:
    """Return the lines of :func:`wrap_lines`; documents of one province share most of their texts."""
    room = width_mm / (size_pt * _MM_PER_POINT) * _letters(bold, italic).em
    space = _units(" ", bold, italic)
    lines: list[str] = []
    for given_line in text.splitlines():
        line, taken = "", 0.0
        for word in _BREAKING_SPACES.split(given_line.strip(" \t")):
            gap, between = (" ", space) if line else ("", 0.0)
            for piece in _AFTER_HYPHEN.split(word):
                width = _units(piece, bold, italic)
                if line and taken + between + width > room:
                    lines.append(line)
                    line, taken = piece, width
                else:
                    line, taken = line + gap + piece, taken + between + width
                gap, between = "", 0.0
        lines.append(line)
    return tuple(lines)


def longest_line_mm(
    text: str, size_pt: float, width_mm: float, bold: bool = False, italic: bool = False
) -> float:
    """Width in millimetres of the longest line of ``text`` broken by :func:`wrap_lines`; 0 without text."""
    lines = wrap_lines(text, size_pt, width_mm, bold, italic)
    return max((text_width_mm(line, size_pt, bold, italic) for line in lines), default=0.0)
