"""One office that leads and helps in the same row."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.offices import office_key, offices_in
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.examples import TASK_HEAD, TASK_ROWS
from nq57gen.checks.content.rules.targets.task_rows import numbered, row_name
from nq57gen.vietnamese.syllables import fold


@rule(
    "NV-09",
    "Cơ quan chủ trì không đồng thời là cơ quan phối hợp của cùng một nhiệm vụ",
    "bỏ cơ quan này ở cột phối hợp, hoặc ghi rõ một cơ quan chủ trì",
    bad=[
        TASK_HEAD
        + TASK_ROWS
        + "| 4 | Ứng dụng AI | Các phòng ban, đơn vị | Các phòng ban, đơn vị | Báo cáo | Năm 2026 |",
        TASK_HEAD
        + TASK_ROWS
        + "| 4 | Ứng dụng AI | Phòng VH-XH | Công an xã; Phòng Văn hóa - Xã hội | Báo cáo | Năm 2026 |",
    ],
    good=[TASK_HEAD + TASK_ROWS + "| 4 | Ứng dụng AI | Công an xã | Công an tỉnh | Báo cáo | Năm 2026 |"],
)
def leads_and_helps(paper: Paper) -> Iterable[Found]:
    """Rows where the same office stands in both columns."""
    for grid in paper.grids:
        columns = roles(grid)
        if columns.lead is None or columns.helper is None:
            continue
        for number, row in numbered(grid):
            lead, helper = row.cells[columns.lead], row.cells[columns.helper]
            if lead.covered and helper.covered:
                continue
            text = lead.shown.strip()
            same = bool(text) and _plain(text) == _plain(helper.shown)
            both = [
                office
                for office in offices_in(text)
                if office_key(office)
                and any(
                    office_key(office) == office_key(other) and _level(office) == _level(other)
                    for other in offices_in(helper.shown)
                )
            ]
            if same or both:
                who = text if same else both[0]
                yield Found(
                    f"{helper.place}: “{row_name(row, columns)[:80]}”",
                    f"hàng {number}: “{who}” vừa chủ trì vừa phối hợp",
                )


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text).lower()).strip()


def _level(office: str) -> str:
    """The level an office is of, "" for the unit's own: "thanh pho" of "Công an thành phố"."""
    found = re.search(r"(?<!\w)(tinh|thanh pho|bo|trung uong|so)(?!\w)", fold(office).lower())
    return found[1] if found else ""
