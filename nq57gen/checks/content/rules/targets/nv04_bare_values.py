"""The few values of a column without the “≥” of the others."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.indicators import read_value, roles
from nq57gen.checks.content.paper import GridCell, Paper, RowKind
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily

_PLAIN = lazily(r"\d+(?:[.,]\d+)?\s?%[.;]?")
#: So many cells of a column make a habit.
_MANY = 4


@rule(
    "NV-04",
    "Cột giá trị ghi một kiểu: chỉ tiêu dưới 100% đều có dấu “≥” như các hàng khác",
    "thêm “≥” (hoặc “đạt”) để biết đây là mức tối thiểu",
    bad=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Một | % | ≥ 60% |\n| 2 | Hai | % | ≥ "
        "70% |\n| 3 | Ba | % | ≥ 80% |\n"
        "| 4 | Bốn | % | ≥ 90% |\n| 5 | Năm | % | 95% |\n| 6 | Sáu | % | 100% |"
    ],
    good=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Một | % | ≥ 60% |\n| 2 | Hai | % | ≥ "
        "70% |\n| 3 | Ba | % | 80% |\n"
        "| 4 | Bốn | % | 90% |\n| 5 | Năm | % | 95% |"
    ],
)
def bare(paper: Paper) -> Iterable[Found]:
    """The few bare percentages below 100 of a column of bounded ones, all in one finding."""
    for grid in paper.grids:
        columns = roles(grid)
        without: list[GridCell] = []
        bounded = 0
        for column in columns.values:
            if column == columns.result and columns.plan is not None:
                continue
            cells = [row.cells[column] for row in grid.rows if row.kind is RowKind.DATA]
            read = [(cell, value) for cell in cells if (value := read_value(cell.text))]
            below = [
                (cell, one)
                for cell, one in read
                if one.low is not None and one.low < 100 and one.low == one.high
            ]
            plain = [cell for cell, _ in below if _PLAIN.fullmatch(cell.text.strip())]
            if plain and len(below) - len(plain) >= _MANY and len(plain) * 5 <= len(below):
                without += plain
                bounded += len(below) - len(plain)
        if without:
            said = ", ".join(f"“{cell.text.strip()}” ({cell.place})" for cell in without)
            yield Found(
                f"{without[0].place}: “{without[0].text.strip()}”",
                f"{said}; {bounded} hàng khác của cột có dấu",
            )
