"""Row numbers headed in several ways."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Grid, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.rows import number_column


@rule(
    "CT-11",
    "Cột số thứ tự của các bảng trong một văn bản ghi cùng một tiêu đề",
    "chọn một cách ghi, “STT” hoặc “TT”, cho mọi bảng",
    bad=[
        "| TT | Chỉ tiêu |\n| 1 | Phủ sóng |\nBảng sau nêu nhiệm vụ.\n| Stt | Nhiệm vụ |\n| 1 | Số hóa |",
    ],
    good=["| TT | Chỉ tiêu |\n| 1 | Phủ sóng |\nBảng sau nêu nhiệm vụ.\n| TT | Nhiệm vụ |\n| 1 | Số hóa |"],
)
def heads_that_differ(paper: Paper) -> Iterable[Found]:
    """Row numbers are headed alike in all tables."""
    seen: dict[str, list[Grid]] = {}
    for grid in paper.grids:
        column = number_column(grid)
        if column is not None:
            seen.setdefault(grid.columns[column].strip(), []).append(grid)
    (usual, there), *rare = sorted(seen.items(), key=lambda uses: -len(uses[1])) or [("", [])]
    for head, grids in rare:
        said = f"“{head}” ở {grids[0].place}, “{usual}” ở {there[0].place}"
        yield Found(f"{grids[0].place}: “{head}”", said)
