"""Columns whose figures cannot all be read in one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Grid, Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.number_columns import number_column
from nq57gen.vietnamese.columns import Conflict, described, to_type


@rule(
    "SO-23",
    "Các số trong một cột của bảng viết theo một cách",
    "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân, ở mọi ô của cột",
    severity=ERROR,
    bad=[
        "| TT | Tuyến đường | Chiều dài (m) |\n| 1 | Đường Một | 1.250 |\n| 2 | Đường Hai | 1.5 |",
        "| TT | Hạng mục | Kinh phí |\n| 1 | Máy tính | 1,5 |\n| 2 | Mạng | 2.5 |\n| Tổng | | 4,0 |",
        "| Đơn vị | Kinh phí |\n| Thôn Một | 1.5 triệu đồng |\n| Thôn Hai | 1.234.567 triệu đồng |",
    ],
    good=[
        "| TT | Tuyến đường | Chiều dài (km) |\n| 1 | Đường Một | 1,250 |\n| 2 | Đường Hai | 1,5 |\n"
        "| 3 | Đường Ba | 1.250,5 |",
        "| TT | Hạng mục | Kinh phí |\n| 1 | Máy tính | 1.5 |\n| 2 | Mạng | 12.25 |",
        "| TT | Hạng mục | Kinh phí |\n| 1 | Máy tính | 1,234.5 |\n| 2 | Mạng | 1,250 |\n| 3 | Nhà | 12.5 |",
        "| TT | Chỉ tiêu | Kế hoạch | Phiên bản |\n| 1.5 | Số hộ | 1.250 hộ | 1.250 |\n"
        "| 1.250 | Tỷ lệ | ≥ 60.5% | 1.5 |",
    ],
)
def two_readings(paper: Paper) -> Iterable[Found]:
    """Columns with a figure that has a decimal point and another whose dot groups thousands, and the like."""
    for grid in paper.grids:
        for column in range(len(grid.columns)):
            yield from _in_column(grid, column)


def _in_column(grid: Grid, column: int) -> Iterator[Found]:
    found = number_column(grid, column)
    if found is None or not isinstance(found.marks, Conflict):
        return
    (first, first_marks), (second, second_marks) = found.marks.in_order()
    one, other = found.cells[first], found.cells[second]
    head = f"cột “{grid.columns[column]}”: " if grid.columns[column] else ""
    yield Found(
        f"{other.place}: “{other.text}”",
        f"{head}“{one.text}” ({one.place}) có {described(found.figures[first], first_marks)}, "
        f"“{other.text}” có {described(found.figures[second], second_marks)}",
        to_type(found.figures[found.marks.point], found.figures[found.marks.comma]),
    )
