"""Quarters and months that the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.wording import once, written
from nq57gen.patterns import lazily
from nq57gen.vietnamese.labels import parse_roman

_MONTHS = 12
_YEAR = r"(?=\s?[/-]\s?20\d\d(?!\d)|,? năm 20\d\d| và (?:quý|tháng)|\s*$)"
_QUARTER = lazily(rf"(?<!\w)(?:[Qq]uý|QUÝ) (?P<number>[IVX]+|\d{{1,2}}){_YEAR}")
_MONTH_ALONE = lazily(r"(?:[Tt]rước |[Đđ]ến |[Tt]ừ )?(?P<number>\d{1,2})\s?/\s?20\d\d")
_MONTH = lazily(rf"(?<!\w)(?:[Tt]háng|THÁNG) (?P<number>\d{{1,2}}){_YEAR}")


@rule(
    "NV-16",
    "Quý chỉ từ I đến IV, tháng chỉ từ 1 đến 12",
    "ghi lại quý, tháng cho đúng",
    severity=ERROR,
    bad=[
        "| TT | Nhiệm vụ | Thời hạn |\n| 1 | Xây dựng kế hoạch | Quý V/2026 |",
        "Báo cáo kết quả trong tháng 13/2026.",
        "Hoàn thành trong quý 0 năm 2026.",
        "| TT | Nhiệm vụ | Thời hạn |\n| 1 | Xây dựng kế hoạch | 13/2026 |",
    ],
    good=[
        "Quý IV/2026; quý 4 năm 2026; tháng 12/2026; tháng 01 năm 2026; trong tháng 15 hồ sơ; Quý vị.",
        "Trong 24 tháng; ngày 13 tháng 12/2026; 9 tháng 13 lớp.",
        "| TT | Nhiệm vụ | Số văn bản | Thời hạn |\n| 1 | Xây dựng kế hoạch | 13/2026 | 12/2026 |",
    ],
)
def no_such_time(paper: Paper) -> Iterable[Found]:
    """Quarters and months with a year, or at the end of a text, that the calendar does not have."""
    yield from once(
        (match.group(), passage, match.start(), match.end(), f"“{match.group()}”")
        for passage in written(paper)
        for pattern, last in ((_QUARTER, 4), (_MONTH, _MONTHS))
        for match in pattern.finditer(passage.text)
        if not 1 <= _number(match["number"]) <= last
    )
    for grid in paper.grids:
        column = roles(grid).deadline
        for row in grid.data if column is not None else ():
            cell = row.cells[column or 0]
            alone = _MONTH_ALONE.fullmatch(cell.text.strip(" ."))
            if alone and not 1 <= int(alone["number"]) <= _MONTHS:
                yield Found(f"{cell.place}: “{cell.text.strip()}”", f"tháng {alone['number']}")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else parse_roman(text) or 0
