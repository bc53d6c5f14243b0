"""Tables by their rows: numbers, names, groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nq57gen.checks.content.paper import Grid, GridRow, RowKind
from nq57gen.checks.content.rules.structure.words import listed, shortened, unlabelled
from nq57gen.checks.layout.pieces import folded
from nq57gen.patterns import lazily

_NUMBER_HEAD = lazily(r"(?:s?tt|so tt|so thu tu)\W*$")
_COLUMN_NUMBER = lazily(r"^\s*\(?\d{1,2}\)\s*")
_COUNT = lazily(r"\s*\(\d+[^)]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Group:
    """The data rows under one group row; ``row`` None for those before the first."""

    row: GridRow | None
    rows: tuple[GridRow, ...]


def number_column(grid: Grid) -> int | None:
    """The column of row numbers."""
    return next((at for at, head in enumerate(grid.columns) if is_number_head(head)), None)


def is_number_head(head: str) -> bool:
    """Whether a column is headed "STT", "TT" or in words."""
    return _NUMBER_HEAD.match(folded(head)) is not None


def plain_head(head: str) -> str:
    """A head without marks, in small letters, the number of its column left out: "(1) Mã" is "ma"."""
    return _COLUMN_NUMBER.sub("", folded(head))


def name_column(grid: Grid) -> int:
    """The column that says what a row is about: the one beside the numbers, or the first."""
    numbers = number_column(grid)
    return 0 if numbers is None or numbers + 1 >= len(grid.columns) else numbers + 1


def name_of(grid: Grid, row: GridRow) -> str:
    """What a row is about, without a label; a group row's without its count."""
    text = row.cells[name_column(grid)].shown.replace("\n", " ")
    if row.kind is RowKind.GROUP:
        filled = [cell.text for cell in row.cells if cell.text]
        text = text or max(filled, key=len, default="").replace("\n", " ")
        text = _COUNT.sub("", text)
    return unlabelled(text)


def at_row(grid: Grid, row: GridRow) -> str:
    """The place of a row, with the beginning of its name."""
    name = name_of(grid, row)
    return f"{row.place}: “{shortened(name)}”" if name else row.place


def also_at(said: str, rows: Sequence[GridRow]) -> str:
    """What a finding says of the other rows where the same is found: "; cũng vậy ở bảng 1, hàng 3"."""
    return f"{said} {listed([row.place for row in rows], 6)}" if rows else ""


def groups_of(grid: Grid) -> list[Group]:
    """The data rows by group."""
    found: list[tuple[GridRow | None, list[GridRow]]] = [(None, [])]
    for row in grid.rows:
        if row.kind is RowKind.GROUP:
            found.append((row, []))
        elif row.kind is RowKind.DATA:
            found[-1][1].append(row)
    return [Group(row, tuple(rows)) for row, rows in found if row or rows]
