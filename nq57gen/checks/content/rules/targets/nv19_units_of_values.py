"""Values in per cent of what is not counted in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.examples import UNIT_TABLE
from nq57gen.patterns import lazily
from nq57gen.vietnamese.syllables import fold

_PERCENT = lazily(r"[^\w]*\d+(?:[.,]\d+)? ?%[\s.;]*")
_NO_UNIT = lazily(r"[\W_]*|.*%.*|.*(?:ty le|ti le|phan tram|diem|muc).*", re.DOTALL)


@rule(
    "NV-19",
    "Giá trị của chỉ tiêu ghi theo đúng đơn vị tính",
    "bỏ dấu % ở giá trị, hoặc sửa đơn vị tính",
    bad=[UNIT_TABLE + "| 2 | Tham gia các hội thi về khoa học | Hội thi | ≥ 2% |"],
    good=[
        UNIT_TABLE + "| 2 | Tham gia các hội thi về khoa học | Hội thi | ≥ 2 |",
        UNIT_TABLE + "| 2 | Tỷ lệ chi cho khoa học, công nghệ | % GRDP | ≥ 1% |",
        UNIT_TABLE + "| 2 | Tỷ lệ phủ sóng 5G | - | ≥ 60% |",
    ],
)
def units(paper: Paper) -> Iterable[Found]:
    """Bare percentages in a row whose unit is a thing."""
    for grid in paper.grids:
        columns = roles(grid)
        at = columns.unit
        for row in grid.data if at is not None else ():
            unit = row.cells[at or 0].shown.strip()
            if _NO_UNIT.fullmatch(fold(unit).lower()):
                continue
            wrong = {row.cells[column] for column in (*columns.values, columns.result) if column is not None}
            for cell in sorted(wrong, key=lambda one: one.place):
                if _PERCENT.fullmatch(cell.text):
                    said = f"đơn vị tính “{unit}”, giá trị ghi “{cell.text.strip()}”"
                    yield Found(f"{cell.place}: “{cell.text.strip()}”", said)
