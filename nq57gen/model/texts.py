"""What a text of a spec says before any name in it is known: its pieces, its expressions, its faults.

All of it follows from the text alone and is remembered: the wards of a province share most of their texts.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from nq57gen.blanks import EXPRESSION, fault
from nq57gen.model.document import Cell, Run, Runs
from nq57gen.patterns import lazily

#: How many texts each function remembers.
_TEXTS = 500
_OPEN, _HALF_OPEN = lazily(r"(?<!\\)<<"), lazily(r"(?<![<\\])<[\w.| ]+>>")
#: ``>>`` behind a word: "a >> b" and "=>>" are not meant to close anything.
_CLOSE = lazily(r"(?<![\s\\>=-])>>")
_ESCAPED = lazily(r"\\<<.*?>>")
#: One pair of signs around what only an id or a name of the language looks like; a web address is none.
_SINGLE = lazily(
    r"(?<![<\\])<(?:ubnd|tinh|nhom|bien|(?=[a-z]+[0-9_])[a-z0-9_]+)"
    r"(?:\.(?!vn\b)[a-z0-9_]+)*(?: *\| *[a-z_]+)*>(?!>)"
)
_WORD = lazily(r"\w")
_ENDS = ".;:!?"
_FOREIGN_TAG = lazily(r"\{\{|\{%|\{#")


class Expression(NamedTuple):
    """What stands between ``<<`` and ``>>``: ``source`` without spaces around it, or the words of a blank.

    ``start``: where the ``<<`` stands in the text.
    """

    source: str
    start: int
    is_blank: bool


class Parsed(NamedTuple):
    """A text taken apart: ``pieces`` stand before, between and behind the ``expressions``.

    ``foreign``: place and words of the first tag of another language; ``faults``: code and place of each
    expression or blank that is not written as it should be.
    """

    pieces: tuple[str, ...]
    expressions: tuple[Expression, ...]
    foreign: tuple[int, str] | None
    faults: tuple[tuple[str, int], ...]


@functools.lru_cache(maxsize=_TEXTS)
def parsed(text: str) -> Parsed:
    """``text`` taken apart."""
    pieces, expressions = [], []
    last = 0
    for match in EXPRESSION.finditer(text):
        said = match[1]
        is_blank = said.startswith("?")
        pieces.append(text[last : match.start()])
        expressions.append(Expression(said[1:] if is_blank else said.strip(), match.start(), is_blank))
        last = match.end()
    pieces.append(text[last:])
    foreign = _FOREIGN_TAG.search(text)
    return Parsed(
        tuple(pieces),
        tuple(expressions),
        (foreign.start(), foreign.group()) if foreign else None,
        _faults(text),
    )


def _faults(text: str) -> tuple[tuple[str, int], ...]:
    mistyped = fault(text)
    if mistyped:
        return (mistyped,)
    outside = EXPRESSION.sub(_covered, text)
    strays = [_first(code, mark, outside) for code, mark in (("N009", _OPEN), ("N019", _HALF_OPEN))]
    strays.append(_first("N025", _SINGLE, outside))
    if not any(strays):
        strays.append(_first("N024", _CLOSE, _ESCAPED.sub(_covered, outside)))
    return tuple(stray for stray in strays if stray)


def _first(code: str, mark: re.Pattern[str], text: str) -> tuple[str, int] | None:
    found = mark.search(text)
    return (code, found.start()) if found else None


def _covered(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def is_inside_a_line(pieces: Sequence[str], number: int, value: str) -> bool:
    """Whether ``value`` of expression ``number``, between two of ``pieces``, is part of a sentence.

    So it is behind words on its line, and before others unless it ends as a sentence does.
    """
    *above, before = pieces[number].split("\n")
    behind, *below = pieces[number + 1].split("\n")
    follows = (number > 0 and not above) or _WORD.search(before)
    goes_on = (number + 2 < len(pieces) and not below) or _WORD.search(behind)
    return bool(follows or (goes_on and value[-1] not in _ENDS))


@functools.lru_cache(maxsize=_TEXTS)
def plain_runs(text: str) -> Runs | None:
    """The runs of ``text`` as one paragraph, where it holds no expression, mark or escape; else None."""
    if not is_plain(text):
        return None
    line = text.replace("\n", " ").replace("\t", " ").strip()
    return (Run(line),) if line else ()


@functools.lru_cache(maxsize=_TEXTS)
def plain_cell(text: str) -> Cell | None:
    """As :func:`plain_runs`, in a table cell: each line that is not empty is a paragraph."""
    if not is_plain(text):
        return None
    lines = (line.strip() for line in text.replace("\t", " ").split("\n"))
    return Cell(tuple((Run(line),) for line in lines if line))


def is_plain(text: str) -> bool:
    """Whether ``text`` is printed as it was typed: it holds no sign that may begin something else."""
    return not ("<" in text or "*" in text or "[" in text or "\\" in text or "{" in text or ">>" in text)
