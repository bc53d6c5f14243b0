"""Units that count what the target does not name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.examples import UNIT_TABLE
from nq57gen.vietnamese.syllables import fold

#: Units that name who is counted, with the words of which one must stand in the name, folded.
_COUNTED = {
    "dn": "doanh nghiep",
    "doanh nghiep": "doanh nghiep",
    "ho": "ho",
    "htx": "hop tac xa",
    "hop tac xa": "hop tac xa",
    "truong": "truong",
    "thon": "thon",
    "khu pho": "khu pho",
    "to": "to",
}


@rule(
    "NV-15",
    "Đơn vị tính là đối tượng nêu trong tên chỉ tiêu",
    "sửa đơn vị tính theo đối tượng của chỉ tiêu",
    bad=[UNIT_TABLE + "| 2 | Hỗ trợ hộ kinh doanh, hợp tác xã ứng dụng công nghệ số | DN | ≥ 2 |"],
    good=[UNIT_TABLE + "| 2 | Hỗ trợ doanh nghiệp ứng dụng công nghệ số | DN | ≥ 2 |"],
)
def counted(paper: Paper) -> Iterable[Found]:
    """Units that are a kind of people or bodies that the name does not mention."""
    for grid in paper.grids:
        columns = roles(grid)
        for row in grid.data if columns.unit is not None and columns.name is not None else ():
            unit, name = row.cells[columns.unit or 0], row.cells[columns.name or 0]
            thing = _COUNTED.get(fold(unit.shown).lower().strip(" ."))
            if thing and not re.search(rf"(?<!\w){thing}(?!\w)", fold(name.shown).lower()):
                yield Found(
                    f"{name.place}: “{name.shown.strip()[:100]}”", f"đơn vị tính “{unit.shown.strip()}”"
                )
