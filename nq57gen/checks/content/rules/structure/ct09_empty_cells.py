"""Cells left empty in columns that are otherwise filled."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Grid, GridRow, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.rows import also_at, at_row, is_number_head, name_column
from nq57gen.checks.content.rules.structure.words import listed
from nq57gen.checks.layout.pieces import folded
from nq57gen.patterns import lazily

#: A column is filled when this share of its data rows is; an empty cell of it is then missing.
_FILLED = 0.7
#: Fewer rows say nothing of a column.
_FEWEST_ROWS = 4
_YEARLY = lazily(r"\b20\d\d\b")
_NOTES = lazily(r"ghi chu|danh gia|nhan xet")


@rule(
    "CT-09",
    "Cột mà các hàng khác đều ghi thì không để ô trống",
    "điền ô còn trống, hoặc ghi “-” nếu không có",
    bad=[
        "| TT | Nhiệm vụ | Cơ quan chủ trì |\n| 1 | Số hóa | Phòng A |\n| 2 | Tập huấn | Phòng A |\n"
        "| 3 | Nâng cấp | |\n| 4 | Tuyên truyền | Phòng C |",
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả | Chủ trì |\n| 1 | Phủ sóng 5G | % | 100 | Phòng A |\n"
        "| 2 | Chữ ký số | % | 50 | Phòng A |\n| 3 | Tham gia hội thi | | | Phòng A |\n"
        "| 4 | Hồ sơ trực tuyến | % | 80 | Phòng B |\n| 5 | Số hóa | % | 80 | Phòng B |",
    ],
    good=[
        "| TT | Nhiệm vụ | Ghi chú |\n| 1 | Số hóa | a |\n| 2 | Tập huấn | b |\n| 3 | Nâng cấp | |\n"
        "| 4 | Truyền thông | c |",
        "| TT | Nhiệm vụ | Năm 2025 | Năm 2030 |\n| 1 | Số hóa | 80% | - |\n| 2 | Tập huấn | - | 100% |\n"
        "| 3 | Nâng cấp | 1 | 2 |\n| 4 | Truyền thông | 1 | 2 |",
    ],
)
def empty_cells(paper: Paper) -> Iterable[Found]:
    """Cells left empty in columns that are otherwise filled."""
    for grid in paper.grids:
        rows = grid.data
        needed = [column for column in range(len(grid.columns)) if _is_needed(grid, column)]
        single: dict[int, list[GridRow]] = {}
        for row in rows:
            empty = [column for column in needed if not row.cells[column].shown.strip()]
            if _without_value(grid, row):
                empty = [column for column in empty if not _YEARLY.search(folded(grid.columns[column]))]
            if len(empty) == 1:
                single.setdefault(empty[0], []).append(row)
            elif 1 < len(empty) < len(needed):
                heads = listed([f"“{grid.columns[column]}”" for column in empty], 6)
                yield Found(at_row(grid, row), f"ô trống ở các cột {heads}")
        for column, found in single.items():
            filled = _filled(grid, column)
            yield Found(
                at_row(grid, found[0]),
                f"ô trống ở cột “{grid.columns[column]}”, cột này {filled}/{len(rows)} hàng có ghi"
                + also_at("; cũng trống ở", found[1:]),
            )


def _without_value(grid: Grid, row: GridRow) -> bool:
    """Whether the filled cells of all years hold "-": a target without a value has its own rule, NV-08."""
    heads = enumerate(grid.columns)
    texts = [row.cells[at].shown.strip() for at, head in heads if _YEARLY.search(folded(head))]
    return any(texts) and set(texts) <= {"", "-", "–"}


def _is_needed(grid: Grid, column: int) -> bool:
    """Whether a column is filled but for a few cells, and not one of remarks."""
    head = folded(grid.columns[column])
    rows = grid.data
    if is_number_head(grid.columns[column]) or _NOTES.search(head) or not head or len(rows) < _FEWEST_ROWS:
        return False
    return column != name_column(grid) and _filled(grid, column) >= _FILLED * len(rows)


def _filled(grid: Grid, column: int) -> int:
    return sum(bool(row.cells[column].shown.strip()) for row in grid.data)
