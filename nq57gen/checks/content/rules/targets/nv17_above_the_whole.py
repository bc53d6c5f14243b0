"""Shares of a whole above the whole."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.indicators import read_value, roles
from nq57gen.checks.content.paper import GridCell, GridRow, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily
from nq57gen.vietnamese.syllables import fold

#: What is a part of a whole, folded; and what is measured against another time, a plan or another whole.
_SHARE = lazily(r"(?:ty le|ti le)(?!\w)")
_NO_SHARE = lazily(
    r"(?<!\w)(?:tang|giam|so voi|tren so|vuot|toc do|thu ngan sach|so thu|du toan|hoan thanh|ke hoach"
    r"|dien thoai|thue bao|loi nhuan|lam phat|gia tri|chi so|muc tieu|doanh thu)(?!\w)"
)
_WHOLE = 100


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
            name = row.cells[columns.name].shown.replace("\n", " ").strip()
            folded = fold(name).lower()
            if not _SHARE.match(folded) or _NO_SHARE.search(folded):
                continue
            over = _over(row, columns.values, columns.unit)
            if over:
                text = over.text.strip()
                yield Found(f"{over.place}: “{text[:60]}”", f"“{name[:80]}” ghi “{text}”, lớn hơn 100%")


def _over(row: GridRow, values: Iterable[int], unit: int | None) -> GridCell | None:
    """The first cell of a row with a value above 100%."""
    percent = unit is not None and row.cells[unit].shown.strip() == "%"
    for at in values:
        value = read_value(row.cells[at].text)
        is_share = value is not None and (value.unit == "%" or (percent and not value.unit))
        if value and is_share and value.low is not None and value.low > _WHOLE:
            return row.cells[at]
    return None
