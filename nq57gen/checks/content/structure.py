"""What the rules on structure share: who belongs to whom, tables by groups, texts by their letters."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nq57gen.checks.content.labels import POINT, read_label
from nq57gen.checks.content.paper import Grid, GridRow, Kind, Paper, Passage, RowKind
from nq57gen.checks.once import once_a_document
from nq57gen.vietnamese.labels import parse_roman
from nq57gen.vietnamese.syllables import fold

_NOT_LETTERS = re.compile(r"[\W_]+")
_NUMBER_HEAD = re.compile(r"(?:s?tt|so tt|so thu tu)\W*$")
_COUNT = re.compile(r"\s*\(\d+[^)]*\)\s*$")
_WORDS = re.compile(r"[^\W_]+")
#: Texts whose words are remembered.
_TEXTS_KEPT = 4096
#: How much of a text a finding shows.
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Siblings:
    """Passages of one level under one parent, in order; ``parent`` None at the top."""

    parent: Passage | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The data rows under one group row; ``row`` None for those before the first."""

    row: GridRow | None
    rows: tuple[GridRow, ...]


@once_a_document
def outline(paper: Paper) -> list[Siblings]:
    """All numbered passages (I., 1., 1.1., a)) by parent and level."""
    found: dict[tuple[int, int, int], list[Passage]] = {}
    parents: dict[tuple[int, int, int], Passage | None] = {}
    open_: list[Passage] = []
    part = 0
    for passage in paper.passages:
        if passage.part != part:
            open_, part = [], passage.part
        if not passage.rank or passage.rank > POINT or not passage.number:
            continue
        while open_ and open_[-1].rank >= passage.rank:
            open_.pop()
        above = open_[-1] if open_ else None
        key = (part, above.at if above else -1, passage.rank)
        found.setdefault(key, []).append(passage)
        parents[key] = above
        open_.append(passage)
    return [Siblings(parents[key], tuple(passages)) for key, passages in found.items()]


def under(paper: Paper) -> Iterator[tuple[Passage | None, list[Passage]]]:
    """The text under each numbered passage or heading, up to the next one."""
    above: Passage | None = None
    held: list[Passage] = []
    for passage in paper.running():
        heads = passage.kind in (Kind.HEADING, Kind.ITEM)
        if heads or (held and held[-1].part != passage.part):
            yield above, held
            above, held = (passage if heads else None), []
        if not heads and passage.kind in (Kind.BULLET, Kind.PROSE):
            held.append(passage)
    yield above, held


def number_column(grid: Grid) -> int | None:
    """The column of row numbers."""
    return next((at for at, head in enumerate(grid.columns) if is_number_head(head)), None)


def is_number_head(head: str) -> bool:
    """Whether a column is headed "STT", "TT" or in words."""
    return _NUMBER_HEAD.match(fold(head).lower()) is not None


def name_column(grid: Grid) -> int:
    """The column that says what a row is about: the one beside the numbers, or the first."""
    numbers = number_column(grid)
    return 0 if numbers is None or numbers + 1 >= len(grid.columns) else numbers + 1


def name_of(grid: Grid, row: GridRow) -> str:
    """What a row is about, without a label; a group row's without its count."""
    text = row.cells[name_column(grid)].text.replace("\n", " ")
    if row.kind is RowKind.GROUP:
        filled = [cell.text for cell in row.cells if cell.text and not cell.covered]
        text = text or max(filled, key=len, default="").replace("\n", " ")
        text = _COUNT.sub("", text)
    label = read_label(text)
    return label.rest if label and label.number else text


def at_row(grid: Grid, row: GridRow) -> str:
    """The place of a row, with the beginning of its name."""
    name = name_of(grid, row)
    return f"{row.place}: “{name[:_SHOWN]}{'…' if len(name) > _SHOWN else ''}”" if name else row.place


def groups_of(grid: Grid) -> list[Group]:
    """The data rows by group."""
    found: list[tuple[GridRow | None, list[GridRow]]] = [(None, [])]
    for row in grid.rows:
        if row.kind is RowKind.GROUP:
            found.append((row, []))
        elif row.kind is RowKind.DATA:
            found[-1][1].append(row)
    return [Group(row, tuple(rows)) for row, rows in found if row or rows]


def row_number(text: str) -> tuple[int, ...] | None:
    """What the number of a row counts, "1.2" as (1, 2); None for Roman ones and anything else."""
    digits = text.strip().rstrip(".)")
    return tuple(int(step) for step in digits.split(".")) if re.fullmatch(r"\d+(?:\.\d+)*", digits) else None


def roman_number(text: str) -> int | None:
    """What a Roman number of a group counts, with or without a full stop."""
    return parse_roman(text.strip().rstrip(".)")) if text.strip() else None


def shown(passage: Passage) -> str:
    """The place of a passage with the words it begins with."""
    return passage.quoted(0, _SHOWN)


def letters(text: str) -> str:
    """Only the letters and digits of a text, small, without marks on them."""
    return _NOT_LETTERS.sub("", fold(text).lower())


@functools.lru_cache(maxsize=_TEXTS_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, small, without marks on them."""
    return tuple(_WORDS.findall(fold(text).lower()))


def likeness(first: str, second: str) -> float:
    """Which share of the words of two texts is in both."""
    one, other = set(words(first)), set(words(second))
    return len(one & other) / len(one | other) if one and other else 0.0


def listed(names: Sequence[str], most: int = 4) -> str:
    """“bảng 1, hàng 3; bảng 1, hàng 5 và 2 chỗ khác”."""
    shown = "; ".join(names[:most])
    return shown + (f" và {len(names) - most} chỗ khác" if len(names) > most else "")
