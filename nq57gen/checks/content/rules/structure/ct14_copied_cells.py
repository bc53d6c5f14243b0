"""Neighbouring cells with the same words."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import GridRow, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.rows import also_at
from nq57gen.checks.content.rules.structure.words import letters, unlabelled
from nq57gen.checks.layout.pieces import folded
from nq57gen.patterns import lazily

#: Cells of fewer letters are alike by chance.
_LEAST_IN_CELL = 8
_YEARLY = lazily(r"nam \d{4}|giai doan|quy [ivx\d]|thang \d|\b20\d\d\b")
_OFFICES = lazily(r"chu tri|phoi hop")


@rule(
    "CT-14",
    "Mỗi ô của một hàng ghi điều riêng của cột ấy, không chép ô bên cạnh",
    "ghi lại ô này theo đúng tiêu đề cột",
    bad=[
        "| TT | Nhiệm vụ | Sản phẩm | KPI |\n"
        "| 1 | Xây dựng kế hoạch | Kế hoạch được triển khai | Kế hoạch được triển khai |\n"
        "| 2 | Tập huấn | Lớp tập huấn | 100% cán bộ |\n| 3 | Số hóa | Kho dữ liệu | 90% |",
    ],
    good=[
        "| TT | Chỉ tiêu | Chủ trì | Phối hợp |\n| 1 | Số hóa | Các phòng, ban | Các phòng, ban |\n"
        "| 2 | Tập huấn | Phòng A | Các phòng, ban |\n| 3 | Truyền thông | Phòng B | Phòng A |",
        "| TT | Chỉ tiêu | Năm 2025 | Năm 2030 |\n"
        "| 1 | Cơ chế | Theo phân bổ của tỉnh | Theo phân bổ của tỉnh |\n"
        "| 2 | Số hóa | 80% | 100% |",
    ],
)
def neighbours(paper: Paper) -> Iterable[Found]:
    """Two cells side by side with the same words."""
    for grid in paper.grids:
        for column in range(len(grid.columns) - 1):
            first, second = grid.columns[column : column + 2]
            if all(_YEARLY.search(folded(head)) for head in (first, second)):
                continue
            if all(_OFFICES.search(folded(head)) for head in (first, second)):
                continue  # who leads and helps at once has its own rule, NV-09
            same = [row for row in grid.data if _same_cells(row, column)]
            if same and len(same) * 2 < len(grid.data):
                cell = same[0].cells[column + 1]
                also = also_at(", cũng vậy ở", same[1:])
                yield Found(
                    f"{cell.place}: “{same[0].cells[column].text[:60]}”",
                    f"cột “{second}” chép lại cột “{first}”{also}",
                )


def _same_cells(row: GridRow, column: int) -> bool:
    one, other = row.cells[column : column + 2]
    text = letters(unlabelled(one.text))
    return len(text) >= _LEAST_IN_CELL and text == letters(other.text)
