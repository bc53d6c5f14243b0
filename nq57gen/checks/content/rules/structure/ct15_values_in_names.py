"""Values that the name of their target says too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.rows import name_column
from nq57gen.patterns import lazily

#: So many letters are shown on both sides of a value.
_AROUND = 30
_VALUE = lazily(r"(?:[≥≤><]=?\s*)?\d+(?:[.,]\d+)?\s*%")


@rule(
    "CT-15",
    "Giá trị chỉ tiêu ghi ở cột giá trị, không nhắc lại trong tên chỉ tiêu",
    "bỏ giá trị trong tên chỉ tiêu",
    bad=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Tỷ lệ phủ sóng 5G đạt 90% | % | 90% |\n"
        "| 2 | Số hóa | % | 80% |",
        "| TT | Chỉ tiêu | Kết quả |\n| 1 | Chi ngân sách so với GRDP ≥ 1% và tăng dần | ≥ 1% |\n"
        "| 2 | Số hóa | 80% |",
    ],
    good=["| TT | Chỉ tiêu | Kết quả |\n| 1 | Tỷ lệ người dân sống trong vùng 100% phủ sóng | 90% |"],
)
def value_in_name(paper: Paper) -> Iterable[Found]:
    """A value that the name of its target already says."""
    for grid in paper.grids:
        column = name_column(grid)
        for row in grid.data:
            name = row.cells[column].shown.replace("\n", " ")
            told = {_tight(found.group()): found for found in _VALUE.finditer(name)}
            for cell in row.cells[column + 1 :]:
                value = cell.text.strip().rstrip(".;")
                found = told.get(_tight(value)) if value else None
                if found is not None:
                    yield Found(
                        f"{row.cells[column].place}: “{_around(name, found)}”",
                        f"tên chỉ tiêu đã có “{found.group()}”, cột giá trị cũng ghi “{cell.text}”",
                    )
                    break


def _around(text: str, found: re.Match[str]) -> str:
    """What was found with a few words around it."""
    before, after = text[: found.start()], text[found.end() :]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return before + found.group() + after


def _tight(value: str) -> str:
    return re.sub(r"\s", "", value)
