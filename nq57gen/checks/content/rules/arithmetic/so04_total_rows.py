"""Rows of totals and of groups against the rows they stand for."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from nq57gen.checks.content.paper import Grid, GridRow, Paper, RowKind
from nq57gen.checks.content.quantities import shown
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.cells import at_cell, figure_of, value_of
from nq57gen.checks.content.rules.arithmetic.number_columns import marks_in
from nq57gen.checks.layout.pieces import folded


def _is_ordinal(grid: Grid, column: int) -> bool:
    head = folded(grid.columns[column])
    return (
        column == 0
        or head in ("tt", "stt")
        or any(word in head for word in ("nam", "thoi", "ty le", "ti le", "%"))
    )


@rule(
    "SO-04",
    "Hàng tổng của bảng bằng các hàng cộng lại",
    "tính lại hàng tổng hoặc kiểm tra từng hàng của cột này",
    severity=ERROR,
    bad=[
        "| TT | Lĩnh vực | Số hồ sơ |\n| 1 | Đất đai | 120 |\n| 2 | Hộ tịch | 1.280 |\n| Tổng | | 1.500 |",
        "| TT | Nội dung | Kinh phí |\n| I | Hạ tầng | 500 |\n| 1 | Máy tính | 300 |\n| 2 | Mạng | 100 |",
    ],
    good=[
        "| TT | Lĩnh vực | Số hồ sơ |\n| 1 | Đất đai | 120 |\n| 2 | Hộ tịch | 1.280 |\n| Tổng | | 1.400 |",
        "| TT | Nội dung | Kinh phí |\n| I | Hạ tầng | 400 |\n| 1 | Máy tính | 300 |\n| 2 | Mạng | 100 |\n"
        "| Tổng cộng | | 400 |",
    ],
)
def totals(paper: Paper) -> Iterable[Found]:
    """Total rows and group rows against the rows they stand for."""
    for grid in paper.grids:
        for columns in _blocks(grid):
            if not any(_is_ordinal(grid, column) for column in columns):
                yield from _totals_of(grid, columns)


def _blocks(grid: Grid) -> Iterator[list[int]]:
    """Each column; those that a figure is merged across are added up together, so that it counts once."""
    joined = {
        column + step
        for row in grid.rows
        for column, cell in enumerate(row.cells)
        if cell.columns > 1 and row.kind is not RowKind.HEADER and figure_of(row, column)
        for step in range(1, cell.columns)
    }
    block: list[int] = []
    for column in range(len(grid.columns)):
        if block and column not in joined:
            yield block
            block = []
        block.append(column)
    yield block


def _totals_of(grid: Grid, columns: Sequence[int]) -> Iterator[Found]:
    marks = {column: read for column in columns if (read := marks_in(grid, column))}
    if len(marks) < len(columns):
        return  # told by SO-23
    known = []
    for row in grid.rows:
        own = [column for column in columns if not row.cells[column].covered]
        if row.kind is RowKind.HEADER or not own:
            continue
        values = [value for column in own if (value := value_of(row, column, marks[column])) is not None]
        if len(values) < len(own):
            return
        known.append((row, sum(values, Decimal(0))))
    for at, (row, value) in enumerate(known):
        if not value or row.kind is RowKind.DATA:
            continue
        sums = [one for one in _sums(known, at) if one[1]]
        if sums and all(added != value for added, _ in sums):
            added, count = sums[0]
            texts = [row.cells[column].text for column in columns if row.cells[column].text]
            said = f"{count} hàng cộng lại là {shown(added)}, hàng này ghi {' + '.join(texts)}"
            heads = ", ".join(f"“{grid.columns[column]}”" for column in columns)
            yield Found(at_cell(row, columns[0]), f"cột {heads}: {said}")


def _sums(known: list[tuple[GridRow, Decimal]], at: int) -> Iterator[tuple[Decimal, int]]:
    """What row ``at`` may be the sum of, and of how many rows: the likeliest first."""
    row = known[at][0]
    if row.kind is RowKind.GROUP:
        data = itertools.takewhile(lambda one: one[0].kind is RowKind.DATA, known[at + 1 :])
        below = [value for _, value in data]
        yield sum(below, Decimal(0)), sum(map(bool, below))
        return
    for kinds in ({RowKind.DATA}, {RowKind.GROUP}):
        others = [value for other, value in known if other.kind in kinds]
        yield sum(others, Decimal(0)), len(others)
    start = max((n + 1 for n in range(at) if known[n][0].kind is RowKind.TOTAL), default=0)
    since = [value for other, value in known[start:at] if other.kind is RowKind.DATA]
    yield sum(since, Decimal(0)), len(since)
    earlier = [value for other, value in known[:at] if other.kind is RowKind.TOTAL]
    yield sum(earlier, Decimal(0)), len(earlier)
