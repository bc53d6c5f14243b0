"""From a character of a value back to the place in the file where it was typed."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from nq57gen.diagnostics import KeyPath, Position
from nq57gen.patterns import lazily

_ESCAPED = lazily(r"\\x..|\\u.{4}|\\U.{8}|\\.|.", re.DOTALL)
_DOUBLED = lazily(r"''|.", re.DOTALL)


class Place(NamedTuple):
    """Where one value stands: lines and columns from 0, ``end`` exclusive.

    ``style`` is ``""`` (plain), a quote, ``|`` or ``>``, or ``"[]"`` for a list or mapping;
    ``raw`` is the scalar's text before it was normalised, ``None`` when that changed nothing.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    style: str
    key: tuple[int, int] | None = None
    raw: str | None = None


#: The place of one value, and the spots of the values inside it by key or index (none in a scalar).
Spot: TypeAlias = "tuple[Place, Spots]"
Spots: TypeAlias = dict[str | int, Spot]


class Places(Mapping[KeyPath, Place]):
    """The place of every value of a file that was read in parts, by its path.

    ``root`` is the place of the whole; ``parts`` has the spot of each key at the top, and the line of the
    file (from 0) from which the lines of the spot count.
    """

    def __init__(self, root: Place, parts: Mapping[str | int, tuple[int, Spot]]) -> None:
        self._root = root
        self._parts = parts

    def __getitem__(self, path: KeyPath) -> Place:
        if not path:
            return self._root
        line, spot = self._parts[path[0]]
        for step in path[1:]:
            spot = spot[1][step]
        return _moved(spot[0], line)

    def __iter__(self) -> Iterator[KeyPath]:
        yield ()
        for key, (_, spot) in self._parts.items():
            yield from _paths(spot, (key,))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _paths(spot: Spot, path: KeyPath) -> Iterator[KeyPath]:
    yield path
    for step, inner in spot[1].items():
        yield from _paths(inner, (*path, step))


def _moved(place: Place, lines: int) -> Place:
    """``place``, so many lines further down."""
    (first, begin), (last, end), style, key, raw = place
    moved_key = None if key is None else (key[0] + lines, key[1])
    return Place((first + lines, begin), (last + lines, end), style, moved_key, raw)


def position_of(place: tuple[int, int]) -> Position:
    """The same place counted from 1."""
    return Position(place[0] + 1, place[1] + 1)


def raw_offset(raw: str, offset: int) -> int:
    """Index in ``raw`` of the letter that is character ``offset`` of ``raw`` normalised to NFC."""

    def normalised_length(count: int) -> int:
        return len(unicodedata.normalize("NFC", raw[: count + 1]))

    return bisect_right(range(len(raw)), offset, key=normalised_length)


def find_offset(lines: Sequence[str], place: Place, text: str, offset: int) -> Position:
    """Where character ``offset`` of the scalar ``text`` at ``place`` stands in ``lines``.

    Exact for literal blocks and for scalars on one line; for folded ones the nearest line.
    """
    if place.raw is not None:
        text, offset = place.raw, raw_offset(place.raw, offset)
    offset = min(max(offset, 0), len(text))
    if place.style == "|":
        return _in_literal(lines, place, text, offset)
    if place.start[0] == place.end[0]:
        line, column = place.start
        return Position(line + 1, column + 1 + _in_one_line(lines[line][column:], place.style, offset))
    return _in_folded(lines, place, text, offset)


def _in_literal(lines: Sequence[str], place: Place, text: str, offset: int) -> Position:
    """Each line of the value is a line of the file behind the same indentation."""
    first = place.start[0] + 1
    values = text.split("\n")
    filled = next((n for n, value in enumerate(values) if value), None)
    if filled is None:
        return position_of(place.start)
    indentation = len(lines[first + filled]) - len(values[filled])
    number = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    if number and number == len(values) - 1 and not values[number]:  # behind the last line end
        number, column = number - 1, len(values[number - 1])
    return Position(first + number + 1, indentation + column + 1)


def _in_one_line(source: str, style: str, offset: int) -> int:
    """Columns between the start of the scalar in ``source`` and its character ``offset``."""
    if style not in ("'", '"'):
        return offset
    written = (_ESCAPED if style == '"' else _DOUBLED).finditer(source, 1)
    for count, match in enumerate(written):
        if count == offset:
            return match.start()
    return len(source)


def _in_folded(lines: Sequence[str], place: Place, text: str, offset: int) -> Position:
    """Follow the source lines through the text; a line with escapes may not be found and is passed over."""
    found = place.start
    done = 0
    quote = len(place.style) if place.style in ("'", '"') else 0
    for number in range(place.start[0], place.end[0] + 1):
        line = lines[number] if number < len(lines) else ""
        begin = place.start[1] + quote if number == place.start[0] else 0
        end = place.end[1] - quote if number == place.end[0] else len(line)
        piece = line[begin:end].strip()
        if not piece or (place.style == ">" and number == place.start[0]):
            continue
        at = text.find(piece, done)
        if at < 0:
            continue
        if at > offset:
            break
        done = at + len(piece)
        found = (number, line.index(piece, begin) + min(offset - at, len(piece)))
    return position_of(found)
