"""Characters that no document may hold: found in the text as typed, each with its place.

Word shows nothing, a box, or refuses the file: control characters, private use (the bullets of the
Symbol font), noncharacters, lone surrogates, U+FFFD, and what is invisible (zero width, bidi marks,
soft hyphens). Comments may hold anything but control characters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from nq57gen.diagnostics import Diagnostic, Position
from nq57gen.patterns import lazily
from nq57gen.spec.source import SourceFile

#: Start and end of a scalar as (line, column), both from 0, the end exclusive.
Span = tuple[tuple[int, int], tuple[int, int]]

# Everything outside these blocks is looked up in the Unicode data: ASCII and Latin letters,
# combining marks, Vietnamese letters, dashes and quotes, arrows and signs as in "≥".
_SUSPECT = lazily(
    "[^\\t\\n -~\u00a0-\u00ac\u00ae-\u0377\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2190-\u22ff]"
)

#: Nobody reads more findings about one file; what follows is not looked at.
MAX_PROBLEMS = 1000

_CODES = {"Cc": "Y040", "Cf": "Y042", "Zl": "Y042", "Zp": "Y042", "Co": "Y043", "Cs": "Y045"}
_REPLACEMENTS = "\ufffc\ufffd"
_JOINER = "\u200d"
_EMOJI_VARIATIONS = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def code_of(text: str, at: int) -> str | None:
    """The code of the problem with character ``at`` of ``text``; ``None`` if it is fine."""
    char = text[at]
    if char in _REPLACEMENTS:
        return "Y041"
    if 0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE:
        return "Y044"
    if char == _JOINER and _joins_emoji(text, at):
        return None
    return _CODES.get(unicodedata.category(char))


def _joins_emoji(text: str, at: int) -> bool:
    """Whether the zero width joiner at ``at`` stands between two symbols, as in a family emoji."""
    before = text[max(0, at - 3) : at].rstrip(_EMOJI_VARIATIONS)[-1:]
    after = text[at + 1 : at + 2]
    return all(char and unicodedata.category(char) == "So" for char in (before, after))


def name_of(char: str) -> str:
    """``U+200B``."""
    return f"U+{ord(char):04X}"


def masked(text: str) -> str:
    """``text`` with what the YAML reader rejects or takes for a line end replaced, one for one."""
    return _UNREADABLE.sub("\ufffd", text)


_UNREADABLE = lazily("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def is_suspect(text: str) -> bool:
    """Whether ``text`` has a character that may be bad; what the YAML reader rejects is among them."""
    return _SUSPECT.search(text) is not None


def bad_characters(source: SourceFile, scalars: Sequence[Span]) -> list[Diagnostic]:
    """One diagnostic for each run of bad characters in ``source``; ``scalars`` tells text from comments."""
    if not is_suspect(source.text):
        return []
    starts = [start for start, _ in scalars]

    def in_scalar(place: tuple[int, int]) -> bool:
        nearest = bisect_right(starts, place) - 1
        return nearest >= 0 and place < scalars[nearest][1]

    def comment_start(line: int, text: str) -> int:
        marks = (m.start() for m in re.finditer(r"(?<![^ \t])#", text))
        return next((mark for mark in marks if not in_scalar((line, mark))), len(text))

    found = []
    for number, line in enumerate(source.lines):
        if not _SUSPECT.search(line):
            continue
        comment = comment_start(number, line)
        for column, code in _runs(line):
            if column < comment or (code == "Y040" and line[column] < "\x80"):
                position = Position(number + 1, column + 1)
                found.append(source.diagnostic(code, position, character=name_of(line[column])))
                if len(found) == MAX_PROBLEMS:
                    return found
    return found


def _runs(line: str) -> Iterator[tuple[int, str]]:
    """Column and code of the first of each run of bad characters with one code."""
    previous: tuple[int, str] | None = None
    for match in _SUSPECT.finditer(line):
        code = code_of(line, match.start())
        if code is None:
            continue
        if previous != (match.start() - 1, code):
            yield match.start(), code
        previous = (match.start(), code)
