"""Percent signs in values that have them in their unit."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.rows import also_at, at_row
from nq57gen.checks.content.rules.structure.words import letters
from nq57gen.patterns import lazily

_NUMBER_ONLY = lazily(r"[^\w%]*\d[\d.,]*\s*$")


@rule(
    "CT-16",
    "Đơn vị tính đã là % thì các ô giá trị cùng ghi hoặc cùng không ghi %",
    "bỏ “%” ở ô giá trị, hoặc ghi “%” ở mọi ô",
    bad=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Phủ sóng | % | 100 |\n| 2 | Số hóa | % | ≥ 80 |\n"
        "| 3 | Chữ ký số | % | 50% |\n| 4 | Thanh toán | % | 60 |\n| 5 | Tập huấn | % | 90 |",
    ],
    good=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Phủ sóng | % | 100% |\n| 2 | Số hóa | % | 80% |\n"
        "| 3 | Chữ ký số | % | 50% |",
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Phủ sóng | % | 100 |\n| 2 | Số hóa | % | 80 |\n"
        "| 3 | Lớp tập huấn | lớp | 2 |",
    ],
)
def unit_twice(paper: Paper) -> Iterable[Found]:
    """Percent signs in a few values of a table that has them in its column of units."""
    for grid in paper.grids:
        unit = next((at for at, head in enumerate(grid.columns) if letters(head).startswith("donvi")), None)
        if unit is None or unit + 1 >= len(grid.columns):
            continue
        rows = [row for row in grid.data if row.cells[unit].shown.strip() == "%"]
        values = [(row, row.cells[unit + 1].text) for row in rows]
        marked = [row for row, text in values if "%" in text]
        bare = [row for row, text in values if _NUMBER_ONLY.match(text)]
        if marked and len(bare) >= 3 and len(marked) <= len(bare):
            text = marked[0].cells[unit + 1].text
            yield Found(
                at_row(grid, marked[0]),
                f"đơn vị tính “%”, giá trị “{text[:40]}” cũng có “%”, {len(bare)} hàng khác không có"
                + also_at("; cũng vậy ở", marked[1:]),
            )
