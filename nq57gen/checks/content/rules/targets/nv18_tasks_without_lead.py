"""Tasks that nobody is responsible for."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Grid, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.examples import TASK_HEAD, TASK_ROWS
from nq57gen.checks.content.rules.targets.task_rows import numbered, row_name
from nq57gen.patterns import lazily
from nq57gen.vietnamese.syllables import fold

_DASHES = frozenset({"-", "–", "—", "…", "..."})
#: Heads of a table of tasks, and of columns that say by any name who does them; folded.
_TASK = lazily(r"nhiem vu|cong viec")
_WHO = lazily(r"co quan|don vi|thuc hien|chu tri|phu trach|chiu trach nhiem|phan cong|nguoi")
#: Single empty cells of so long and so full a column are told by CT-09.
_FEWEST_ROWS, _FILLED = 4, 0.7
_SHOWN = 6
_WITHOUT = "| 4 | Ứng dụng AI | {} | Công an xã | Báo cáo | Năm 2026 |\n"


@rule(
    "NV-18",
    "Mỗi nhiệm vụ trong bảng có cơ quan chủ trì",
    "ghi cơ quan chủ trì của từng nhiệm vụ",
    bad=[
        TASK_HEAD + TASK_ROWS + _WITHOUT.format("-"),
        TASK_HEAD + _WITHOUT.format(""),
        TASK_HEAD + TASK_ROWS + _WITHOUT.format("") + _WITHOUT.format("") + _WITHOUT.format(""),
        "| TT | Nhiệm vụ | Sản phẩm | Thời hạn |\n| 1 | Ứng dụng AI | Báo cáo | Năm 2026 |",
    ],
    good=[
        TASK_HEAD + TASK_ROWS,
        "| TT | Nhiệm vụ | Đơn vị thực hiện | Thời hạn |\n| 1 | Ứng dụng AI | Công an xã | Năm 2026 |",
        "| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch | Chủ trì |\n| 1 | Chỉ số hài lòng | % | 90 | - |",
        "| TT | Nhiệm vụ | Ghi chú |\n| 1 | Ứng dụng AI | Đã xong |",
    ],
)
def without_lead(paper: Paper) -> Iterable[Found]:
    """Tables of tasks without a column of offices, and their rows with “-” or nothing in it."""
    for grid in paper.grids:
        columns = roles(grid)
        if columns.values or columns.name is None or not _TASK.search(_head(grid, columns.name)):
            continue
        if columns.lead is None:
            if columns.deadline is not None and not any(map(_WHO.search, _others(grid, columns.name))):
                heads = ", ".join(f"“{head}”" for head in grid.columns)
                yield Found(grid.place, f"bảng có các cột {heads}, không có cột cơ quan chủ trì")
            continue
        nobody = _DASHES if _told_elsewhere(grid, columns.lead) else _DASHES | {""}
        cells = [
            (row.cells[columns.lead], number, row)
            for number, row in numbered(grid)
            if not row.cells[columns.name].covered
        ]
        found = [(cell, number, row) for cell, number, row in cells if cell.shown.strip() in nobody]
        if found:
            cell, _, row = found[0]
            listed = ", ".join(number for _, number, _ in found[:_SHOWN]) + ("…" if found[_SHOWN:] else "")
            shown = f"ghi “{cell.shown.strip()}”" if cell.shown.strip() else "để trống"
            yield Found(
                f"{cell.place}: “{row_name(row, columns)[:80]}”",
                f"{len(found)} nhiệm vụ {shown} (hàng {listed})",
            )


def _head(grid: Grid, column: int) -> str:
    return fold(grid.columns[column]).lower()


def _others(grid: Grid, column: int) -> list[str]:
    """The heads of the other columns."""
    return [_head(grid, at) for at in range(len(grid.columns)) if at != column]


def _told_elsewhere(grid: Grid, column: int) -> bool:
    """Whether CT-09 tells of the empty cells of a column."""
    texts = [row.cells[column].shown.strip() for row in grid.data]
    return len(texts) >= _FEWEST_ROWS and sum(map(bool, texts)) >= _FILLED * len(texts)
