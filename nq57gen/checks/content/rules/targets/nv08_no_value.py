"""Targets without a value at any stage."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Covered, Paper
from nq57gen.checks.content.rule import Found, rule

_NONE = frozenset({"", "-", "–", "—", "…", "..."})
_HEAD = "| TT | Chỉ tiêu | Năm 2025 | Năm 2030 | Cơ quan chủ trì |\n"
_ROWS = "| 1 | Tỷ lệ một | 60% | 80% | Phòng A |\n| 2 | Tỷ lệ hai | - | 80% | Phòng A |\n"


@rule(
    "NV-08",
    "Mỗi chỉ tiêu có giá trị phải đạt ở ít nhất một mốc thời gian",
    "ghi giá trị phải đạt, hoặc bỏ hàng này khỏi bảng chỉ tiêu",
    bad=[
        _HEAD + _ROWS + "| 3 | Sử dụng phần mềm quản trị thống nhất | - | - | Phòng A |",
        _HEAD + _ROWS + "| 3 | Sử dụng phần mềm quản trị thống nhất | | - | Phòng A |",
    ],
    good=[_HEAD + _ROWS, _HEAD + _ROWS + "| 3 | Đẩy mạnh thương mại điện tử | - | Thường xuyên | Phòng A |"],
)
def without_value(paper: Paper) -> Iterable[Found]:
    """Rows of dashes at all stages, where most rows have a value; wholly empty ones are told by CT-09."""
    for grid in paper.grids:
        columns = roles(grid)
        if len(columns.stages) < 2 or columns.name is None:
            continue
        values = [
            (row, [row.cells[at].shown.strip() for at in columns.values])
            for row in grid.data
            if not all(row.cells[at].covered is Covered.ABOVE for at in columns.values)
        ]
        empty = [(row, texts) for row, texts in values if all(text in _NONE for text in texts)]
        if len(empty) * 3 > len(values):
            continue
        for row, texts in empty:
            if any(texts):
                name = row.cells[columns.name].shown.replace("\n", " ").strip()
                place = row.cells[columns.values[0]].place
                shown = " | ".join(text or "(trống)" for text in texts)
                yield Found(f"{place}: “{name[:120]}”", f"{len(texts)} mốc thời gian ghi {shown}")
