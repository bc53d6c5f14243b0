"""The label in front of a paragraph: what it counts and how deep it stands."""

from __future__ import annotations

from dataclasses import dataclass

from nq57gen.patterns import lazily
from nq57gen.vietnamese.labels import LETTERS, parse_roman

#: Ranks of :class:`nq57gen.checks.content.paper.Passage`.
PART, ROMAN, CLAUSE, DECIMAL, POINT, DASH, PLUS, OTHER_SIGN, PROSE = range(1, 10)

_PART = lazily(r"((?:Phần|PHẦN)\s+([IVXL]+|thứ \w+)\s*[.:]?)(\s*)(.*)$")
_ROMAN = lazily(r"(([IVXL]{1,6})\s?[.)/:–-])(\s*)(\D.*)$")
_DECIMAL = lazily(r"(\d{1,2}(?:\.\d{1,2}){1,3}\.?)(\s+)(.*)$")
_CLAUSE = lazily(r"((\d{1,2})\s?[.)/:–-])(?![\d/])(\s*)(\D.*)$")
_POINT = lazily(r"(([a-zđ])[.)])(\s*)(.*)$")
_BULLET = lazily(r"([-–—+*•])(\s*)(?!\d)(.*)$")
_BULLET_RANKS = {"-": DASH, "–": DASH, "—": DASH, "+": PLUS}


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, the text after it, and whether no space stands between."""

    label: str
    number: tuple[int, ...]
    rank: int
    rest: str
    glued: bool


def read_label(text: str) -> Label | None:
    """The label ``text`` begins with, or None."""
    if match := _PART.match(text):
        number = parse_roman(match[2])
        return Label(match[1], (number,) if number else (), PART, match[4], False)
    if (match := _ROMAN.match(text)) and (number := parse_roman(match[2])):
        return Label(match[1], (number,), ROMAN, match[4], not match[3])
    if match := _DECIMAL.match(text):
        steps = tuple(int(step) for step in match[1].rstrip(".").split("."))
        return Label(match[1], steps, DECIMAL, match[3], False)
    if match := _CLAUSE.match(text):
        return Label(match[1], (int(match[2]),), CLAUSE, match[4], not match[3])
    if (match := _POINT.match(text)) and match[2] in LETTERS:
        return Label(match[1], (LETTERS.index(match[2]) + 1,), POINT, match[4], not match[3])
    if match := _BULLET.match(text):
        return Label(match[1], (), _BULLET_RANKS.get(match[1], OTHER_SIGN), match[3], not match[2])
    return None
