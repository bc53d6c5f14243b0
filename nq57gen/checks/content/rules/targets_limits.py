"""Times that are not in the calendar, and shares of a whole above the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.indicators import read_value, roles
from nq57gen.checks.content.paper import Grid, GridRow, Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.wording import once, written
from nq57gen.vietnamese.labels import parse_roman
from nq57gen.vietnamese.syllables import fold

_YEAR = r"(?=\s?[/-]\s?20\d\d(?!\d)|,? năm 20\d\d| và (?:quý|tháng)|\s*$)"
_QUARTER = re.compile(rf"(?<!\w)(?:[Qq]uý|QUÝ) (?P<number>[IVX]+|\d{{1,2}}){_YEAR}")
_MONTH = re.compile(rf"(?<!\w)(?:[Tt]háng|THÁNG) (?P<number>\d{{1,2}}){_YEAR}")
#: What is a part of a whole, folded; and what is measured against another time, a plan or another whole.
_SHARE = re.compile(r"(?:ty le|ti le)(?!\w)")
_NO_SHARE = re.compile(
    r"(?<!\w)(?:tang|giam|so voi|tren so|vuot|toc do|thu ngan sach|so thu|du toan|hoan thanh|ke hoach"
    r"|dien thoai|thue bao|loi nhuan|lam phat|gia tri|chi so|muc tieu|doanh thu)(?!\w)"
)
_WHOLE = 100


@rule(
    "NV-16",
    "Quý chỉ từ I đến IV, tháng chỉ từ 1 đến 12",
    "ghi lại quý, tháng cho đúng",
    severity=ERROR,
    bad=[
        "| TT | Nhiệm vụ | Thời hạn |\n| 1 | Xây dựng kế hoạch | Quý V/2026 |",
        "Báo cáo kết quả trong tháng 13/2026.",
        "Hoàn thành trong quý 0 năm 2026.",
    ],
    good=[
        "Quý IV/2026; quý 4 năm 2026; tháng 12/2026; tháng 01 năm 2026; trong tháng 15 hồ sơ; Quý vị.",
        "Trong 24 tháng; ngày 13 tháng 12/2026; 9 tháng 13 lớp.",
    ],
)
def no_such_time(paper: Paper) -> Iterable[Found]:
    """Quarters and months with a year, or at the end of a text, that the calendar does not have."""
    yield from once(
        (match.group(), passage, match.start(), match.end(), f"“{match.group()}”")
        for passage in written(paper)
        for pattern, last in ((_QUARTER, 4), (_MONTH, 12))
        for match in pattern.finditer(passage.text)
        if not 1 <= _number(match["number"]) <= last
    )


def _number(text: str) -> int:
    return int(text) if text.isdigit() else parse_roman(text) or 0


@rule(
    "NV-17",
    "Tỷ lệ của một phần trong một tổng không vượt quá 100%",
    "đọc lại giá trị; nếu là mức tăng hay so với kế hoạch thì ghi rõ trong tên chỉ tiêu",
    bad=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch |\n| 1 | Tỷ lệ hồ sơ trực tuyến | % | ≥ 600% |\n"
        "| 2 | Số lớp tập huấn | lớp | 150 |",
        "| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch |\n| 1 | Tỷ lệ hồ sơ trực tuyến | % | 980 |\n"
        "| 2 | Tỷ lệ phủ sóng | % | 100 |",
        "| TT | Chỉ tiêu | Năm 2025 | Năm 2030 |\n| 1 | Tỷ lệ người dân có chữ ký số | ≥ 50% | ≥ 700% |\n"
        "| 2 | Số hóa | 80% | 100% |",
    ],
    good=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch |\n| 1 | Tỷ lệ hồ sơ trực tuyến | % | 100% |\n"
        "| 2 | Tỷ lệ tăng thu ngân sách so với năm trước | % | 120 |\n| 3 | Số lớp | lớp | 150 |\n"
        "| 4 | Doanh thu kinh tế số | % | 130 |",
    ],
)
def above_the_whole(paper: Paper) -> Iterable[Found]:
    """Values above 100% of what is called a share, each row once."""
    for grid in paper.grids:
        columns = roles(grid)
        if columns.name is None:
            continue
        for row in grid.data:
            name = row.cells[columns.name].text.replace("\n", " ").strip()
            folded = fold(name).lower()
            if not _SHARE.match(folded) or _NO_SHARE.search(folded):
                continue
            over = _over(grid, row, columns.values, columns.unit)
            if over:
                yield Found(f"{row.place}: “{name[:80]}”", f"“{over}” lớn hơn 100%")


def _over(grid: Grid, row: GridRow, values: Iterable[int], unit: int | None) -> str:
    """The first value of a row above 100%, as written; "" when there is none."""
    percent = unit is not None and row.cells[unit].text.strip() == "%"
    for at in values:
        value = None if row.cells[at].covered else read_value(row.cells[at].text)
        is_share = value is not None and (value.unit == "%" or (percent and not value.unit))
        if value and is_share and value.low is not None and value.low > _WHOLE:
            return value.text
    return ""
