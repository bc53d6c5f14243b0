"""Columns worked out from others: sums and percentages."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from nq57gen.checks.content.paper import Covered, Grid, GridRow, Paper, RowKind
from nq57gen.checks.content.quantities import is_share, share, shown
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.cells import at_cell, figure_of, value_of
from nq57gen.checks.content.rules.arithmetic.number_columns import marks_in
from nq57gen.checks.layout.pieces import folded
from nq57gen.vietnamese.columns import Marks

#: So many rows must agree before another is told to be wrong.
_ENOUGH = 3


@rule(
    "SO-05",
    "Trong bảng, cột tổng bằng các cột cộng lại và cột tỷ lệ bằng thương của hai cột, như ở các hàng khác",
    "tính lại số của hàng này",
    severity=ERROR,
    bad=[
        "| TT | Khu phố | Tổng số | Trực tuyến | Trực tiếp |\n| 1 | Một | 30 | 10 | 20 |\n| 2 | "
        "Hai | 45 | 15 | 30 |\n"
        "| 3 | Ba | 50 | 30 | 20 |\n| 4 | Tư | 61 | 30 | 30 |",
        "| TT | Khu phố | Số hộ | Có mạng | Tỷ lệ (%) |\n| 1 | Một | 200 | 100 | 50 |\n| 2 | "
        "Hai | 300 | 100 | 33,33 |\n"
        "| 3 | Ba | 50 | 40 | 80 |\n| 4 | Tư | 80 | 60 | 65 |",
    ],
    good=[
        "| TT | Khu phố | Tổng số | Trực tuyến | Trực tiếp |\n| 1 | Một | 30 | 10 | 20 |\n| 2 | "
        "Hai | 45 | 15 | 30 |\n"
        "| 3 | Ba | 50 | 30 | 20 |\n| 4 | Tư | 60 | 30 | 30 |",
        "| TT | Chỉ tiêu | Năm 2025 | Năm 2030 | Năm 2035 |\n| 1 | Tỷ lệ một | 60 | 80 | 90 "
        "|\n| 2 | Tỷ lệ hai | 40 | 60 | 70 |\n"
        "| 3 | Tỷ lệ ba | 10 | 20 | 30 |",
    ],
)
def computed_columns(paper: Paper) -> Iterable[Found]:
    """Columns that are the sum or the ratio of others in all rows but a few."""
    for grid in paper.grids:
        lines = [row for row in grid.rows if row.kind is not RowKind.HEADER]
        marks = {column: read for column in range(1, len(grid.columns)) if (read := marks_in(grid, column))}
        filled = [
            column
            for column, read in marks.items()
            if sum(figure_of(row, column, read) is not None for row in lines) >= _ENOUGH
        ]
        for column in filled:
            head = folded(grid.columns[column])
            if "tong" in head:
                after = [other for other in filled if other > column]
                ways = (
                    _summed(grid, lines, column, after[:count], marks) for count in range(2, len(after) + 1)
                )
                yield from _odd_ones(ways, column)
            if "%" in head or "ty le" in head or "ti le" in head:
                others = [other for other in filled if other != column]
                ways = (_divided(lines, column, *pair, marks) for pair in itertools.permutations(others, 2))
                yield from _odd_ones(ways, column)


def _odd_ones(ways: Iterable[list[tuple[GridRow, str]]], column: int) -> Iterator[Found]:
    """The rows that do not agree with the first way of working out a column that most rows agree with.

    A way is each row it can be tried on, with what is wrong there ("" when nothing is).
    """
    for way in ways:
        wrong = [(row, said) for row, said in way if said]
        right = len(way) - len(wrong)
        if right >= _ENOUGH and len(wrong) <= right / 2:
            yield from (Found(at_cell(row, column), said) for row, said in wrong)
            return


def _summed(
    grid: Grid, lines: list[GridRow], column: int, parts: list[int], marks: Mapping[int, Marks]
) -> list[tuple[GridRow, str]]:
    """The column as the sum of ``parts``."""
    found = []
    heads = " + ".join(f"“{grid.columns[part]}”" for part in parts)
    for row in lines:
        whole = figure_of(row, column, marks[column])
        covered = [part for part in parts if row.cells[part].covered is Covered.LEFT and part - 1 in parts]
        counted = [part for part in parts if part not in covered]
        values = [value for part in counted if (value := value_of(row, part, marks[part])) is not None]
        if whole and len(values) == len(counted) and _level(row, [column, *counted]):
            added = sum(values, Decimal(0))
            text = row.cells[column].text
            said = f"{heads} = {shown(added)}, trong khi cột “{grid.columns[column]}” ghi {text}"
            found.append((row, "" if added == whole.value else said))
    return found


def _divided(
    lines: list[GridRow], column: int, upper: int, lower: int, marks: Mapping[int, Marks]
) -> list[tuple[GridRow, str]]:
    """The column as what ``upper`` is of ``lower``, in per cent."""
    found = []
    for row in lines:
        percent, part, whole = (figure_of(row, at, marks[at]) for at in (column, upper, lower))
        if percent and part and whole and whole.value and _level(row, [column, upper, lower]):
            right = f"{shown(part.value)}/{shown(whole.value)} = {share(part.value, whole.value)}"
            said = f"{right}, trong khi ghi {row.cells[column].text}"
            found.append((row, "" if is_share(part.value, whole.value, percent) else said))
    return found


def _level(row: GridRow, columns: Sequence[int]) -> bool:
    """Whether cells stand beside each other: a figure merged over several rows is not of the first alone."""
    return len({row.cells[column].rows for column in columns}) == 1 and all(
        row.cells[column].columns == 1 or column == columns[-1] for column in columns
    )
