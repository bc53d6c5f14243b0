"""Rows of a table of targets: no value to reach, a unit that does not fit what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.vietnamese.syllables import fold

_NONE = frozenset({"", "-", "–", "—", "…", "..."})
#: A name that begins so is an activity and no ratio, folded.
_ACTIVITY = re.compile(
    r"(?:to chuc|trien khai|xay dung|hoan thanh|quan ly|tham gia|thuc hien|day manh|ho tro|tang cuong"
    r"|ung dung|phat trien|duy tri|tiep tuc|boi duong)(?!\w)(?!.*(?:ty|ti) le)"
)
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
_UNITS = "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Tỷ lệ phủ sóng 5G | % | 60 |\n"
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
        values = [(row, [row.cells[at].text.strip() for at in columns.values]) for row in grid.data]
        empty = [(row, texts) for row, texts in values if all(text in _NONE for text in texts)]
        if len(empty) * 3 > len(values):
            continue
        for row, texts in empty:
            if any(texts):
                name = row.cells[columns.name].text.replace("\n", " ").strip()
                place = row.cells[columns.values[0]].place
                shown = " | ".join(text or "(trống)" for text in texts)
                yield Found(f"{place}: “{name[:120]}”", f"{len(texts)} mốc thời gian ghi {shown}")


@rule(
    "NV-14",
    "Chỉ tiêu tính bằng % nêu tỷ lệ của cái gì",
    "viết lại thành “Tỷ lệ … trên …”, hoặc chọn đơn vị tính khác",
    bad=[_UNITS + "| 2 | Tổ chức tập huấn cho Tổ công nghệ số | % | 100 |"],
    good=[
        _UNITS
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
            if row.cells[columns.unit].text.strip() == "%"
            and _ACTIVITY.match(fold(row.cells[columns.name].text).lower().strip())
        ]
        if rows:
            names = [row.cells[columns.name].text.replace("\n", " ").strip() for row in rows]
            listed = "; ".join(f"“{name[:80]}” ({row.place})" for name, row in zip(names, rows, strict=True))
            yield Found(f"{rows[0].cells[columns.name].place}: “{names[0][:80]}”", listed)


@rule(
    "NV-15",
    "Đơn vị tính là đối tượng nêu trong tên chỉ tiêu",
    "sửa đơn vị tính theo đối tượng của chỉ tiêu",
    bad=[_UNITS + "| 2 | Hỗ trợ hộ kinh doanh, hợp tác xã ứng dụng công nghệ số | DN | ≥ 2 |"],
    good=[_UNITS + "| 2 | Hỗ trợ doanh nghiệp ứng dụng công nghệ số | DN | ≥ 2 |"],
)
def counted(paper: Paper) -> Iterable[Found]:
    """Units that are a kind of people or bodies that the name does not mention."""
    for grid in paper.grids:
        columns = roles(grid)
        for row in grid.data if columns.unit is not None and columns.name is not None else ():
            unit, name = row.cells[columns.unit or 0], row.cells[columns.name or 0]
            thing = _COUNTED.get(fold(unit.text).lower().strip(" ."))
            if thing and not re.search(rf"(?<!\w){thing}(?!\w)", fold(name.text).lower()):
                yield Found(
                    f"{name.place}: “{name.text.strip()[:100]}”", f"đơn vị tính “{unit.text.strip()}”"
                )
