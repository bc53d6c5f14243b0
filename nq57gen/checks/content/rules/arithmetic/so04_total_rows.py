"""Rows of totals and of groups against the rows they stand for."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from decimal import Decimal

from nq57gen.checks.content.paper import Grid, GridRow, Paper, RowKind
from nq57gen.checks.content.quantities import shown
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.cells import at_cell, value_of
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
        for column in range(len(grid.columns)):
            if not _is_ordinal(grid, column):
                yield from _totals_of(grid, column)


def _totals_of(grid: Grid, column: int) -> Iterator[Found]:
    rows = [row for row in grid.rows if row.kind is not RowKind.HEADER]
    known = [(row, value) for row in rows if (value := value_of(row, column)) is not None]
    if len(known) < len(rows):
        return
    for at, (row, value) in enumerate(known):
        if not value or row.kind is RowKind.DATA:
            continue
        sums = [one for one in _sums(known, at) if one[1]]
        if sums and all(added != value for added, _ in sums):
            added, count = sums[0]
            said = f"{count} hàng cộng lại là {shown(added)}, hàng này ghi {row.cells[column].text}"
            yield Found(at_cell(row, column), f"cột “{grid.columns[column]}”: {said}")


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
