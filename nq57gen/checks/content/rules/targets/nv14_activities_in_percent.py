"""Activities measured in percent of nothing."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.examples import UNIT_TABLE
from nq57gen.patterns import lazily
from nq57gen.vietnamese.syllables import fold

#: A name that begins so is an activity and no ratio, folded.
_ACTIVITY = lazily(
    r"(?:to chuc|trien khai|xay dung|hoan thanh|quan ly|tham gia|thuc hien|day manh|ho tro|tang cuong"
    r"|ung dung|phat trien|duy tri|tiep tuc|boi duong)(?!\w)(?!.*(?:ty|ti) le)"
)


@rule(
    "NV-14",
    "Chỉ tiêu tính bằng % nêu tỷ lệ của cái gì",
    "viết lại thành “Tỷ lệ … trên …”, hoặc chọn đơn vị tính khác",
    bad=[UNIT_TABLE + "| 2 | Tổ chức tập huấn cho Tổ công nghệ số | % | 100 |"],
    good=[
        UNIT_TABLE
        + "| 2 | Tổ chức tập huấn cho Tổ công nghệ số | Lớp | 02 |\n| 3 | Dân số có tài khoản | % | 95 |"
    ],
)
def activities(paper: Paper) -> Iterable[Found]:
    """Activities with the unit “%”, those of one table in one finding."""
    for grid in paper.grids:
        columns = roles(grid)
        if columns.unit is None or columns.name is None:
            continue
        rows = [
            row
            for row in grid.data
            if row.cells[columns.unit].shown.strip() == "%"
            and _ACTIVITY.match(fold(row.cells[columns.name].text).lower().strip())
        ]
        if rows:
            names = [row.cells[columns.name].text.replace("\n", " ").strip() for row in rows]
            listed = "; ".join(f"“{name[:80]}” ({row.place})" for name, row in zip(names, rows, strict=True))
            yield Found(f"{rows[0].cells[columns.name].place}: “{names[0][:80]}”", listed)
