"""Things said twice: items, rows, neighbouring cells, values and units inside other cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.content.labels import read_label
from nq57gen.checks.content.paper import Grid, GridRow, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.structure import (
    at_row,
    groups_of,
    letters,
    listed,
    name_column,
    name_of,
    number_column,
    outline,
    shown,
    under,
    words,
)
from nq57gen.vietnamese.syllables import fold

#: Texts of fewer letters are alike by chance.
_LEAST = 12
_LEAST_IN_CELL = 8
#: So many letters are shown on both sides of a value.
_AROUND = 30
#: Words that two wordings of one item may differ by.
_FILLERS = frozenset({"va", "cac", "cua", "ve", "duoc", "da", "cho", "tren", "tai", "nhung", "trong"})
_YEARLY = re.compile(r"nam \d{4}|giai doan|quy [ivx\d]|thang \d|\b20\d\d\b")
_OFFICES = re.compile(r"chu tri|phoi hop")
_VALUE = re.compile(r"(?:[≥≤><]=?\s*)?\d+(?:[.,]\d+)?\s*%")
_NUMBER_ONLY = re.compile(r"[^\w%]*\d[\d.,]*\s*$")


@rule(
    "CT-13",
    "Một nội dung, một chỉ tiêu chỉ nêu một lần trong một mục, một nhóm",
    "bỏ một chỗ, hoặc sửa cho hai chỗ khác nhau",
    bad=[
        "1. Giải pháp\n- Tăng cường tuyên truyền về chuyển đổi số;\n- Bồi dưỡng kỹ năng số;\n"
        "- Tăng cường tuyên truyền về chuyển đổi số.\n2. Khác",
        "1. Giải pháp\n- Tăng cường công tác tuyên truyền, phổ biến về chuyển đổi số cho người dân;\n"
        "- Tăng cường công tác phổ biến, tuyên truyền về chuyển đổi số cho người dân.\n2. Khác",
        "| TT | Chỉ tiêu | Kết quả |\n| 1 | Tỷ lệ hồ sơ trực tuyến | 80% |\n| 2 | Tỷ lệ phủ sóng | 100% |\n"
        "| 3 | Tỷ lệ hồ sơ trực tuyến | 90% |",
    ],
    good=[
        "1. Giải pháp\n- Tỷ lệ cán bộ được bồi dưỡng kỹ năng số đạt 100%;\n"
        "- Tỷ lệ người dân được bồi dưỡng kỹ năng số đạt 100%.\n2. Khác",
        "1. Phòng A\n- Thực hiện các nhiệm vụ được phân công tại Phụ lục I.\n"
        "2. Phòng B\n- Thực hiện các nhiệm vụ được phân công tại Phụ lục I.",
        "| TT | Chỉ tiêu | Kết quả |\n| I | Đến năm 2030 | |\n| 1 | Tỷ lệ hồ sơ trực tuyến | 80% |\n"
        "| II | Đến năm 2045 | |\n| 1 | Tỷ lệ hồ sơ trực tuyến | 90% |",
    ],
)
def twice(paper: Paper) -> Iterable[Found]:
    """Equal or nearly equal bullets of one section, headings of one level, rows of one group."""
    for _, held in under(paper):
        yield from _same_passages(held)
    for siblings in outline(paper):
        yield from _same_passages(siblings.passages)
    for grid in paper.grids:
        for group in groups_of(grid):
            yield from _same_rows(grid, group.rows)


def _same_passages(passages: Sequence[Passage]) -> Iterator[Found]:
    seen: dict[tuple[str, ...], Passage] = {}
    for passage in passages:
        key = _content(passage.text)
        if sum(map(len, key)) < _LEAST:
            continue
        if key in seen:
            first = seen[key]
            same = "giống" if letters(first.text) == letters(passage.text) else "gần giống"
            yield Found(shown(passage), f"{same} {first.place}")
        seen.setdefault(key, passage)


def _same_rows(grid: Grid, rows: Sequence[GridRow]) -> Iterator[Found]:
    seen: dict[tuple[str, ...], GridRow] = {}
    for row in rows:
        column = name_column(grid)
        key = _content(name_of(grid, row))
        if row.cells[column].covered or sum(map(len, key)) < _LEAST:
            continue
        if key in seen:
            first = seen[key]
            differ = [
                f"“{grid.columns[at]}”"
                for at, (one, other) in enumerate(zip(first.cells, row.cells, strict=True))
                if at not in (column, number_column(grid)) and letters(one.text) != letters(other.text)
            ]
            also = f", nhưng khác ở cột {listed(differ)}" if differ else ", các ô đều như nhau"
            yield Found(at_row(grid, row), f"trùng tên với {first.place}{also}")
        seen.setdefault(key, row)


def _content(text: str) -> tuple[str, ...]:
    """The words of a text in any order, those that carry nothing left out."""
    label = read_label(text)
    found = words(label.rest if label and label.number else text)
    return tuple(sorted(word for word in found if word not in _FILLERS))


@rule(
    "CT-14",
    "Mỗi ô của một hàng ghi điều riêng của cột ấy, không chép ô bên cạnh",
    "ghi lại ô này theo đúng tiêu đề cột",
    bad=[
        "| TT | Nhiệm vụ | Sản phẩm | KPI |\n"
        "| 1 | Xây dựng kế hoạch | Kế hoạch được triển khai | Kế hoạch được triển khai |\n"
        "| 2 | Tập huấn | Lớp tập huấn | 100% cán bộ |\n| 3 | Số hóa | Kho dữ liệu | 90% |",
    ],
    good=[
        "| TT | Chỉ tiêu | Chủ trì | Phối hợp |\n| 1 | Số hóa | Các phòng, ban | Các phòng, ban |\n"
        "| 2 | Tập huấn | Phòng A | Các phòng, ban |\n| 3 | Truyền thông | Phòng B | Phòng A |",
        "| TT | Chỉ tiêu | Năm 2025 | Năm 2030 |\n"
        "| 1 | Cơ chế | Theo phân bổ của tỉnh | Theo phân bổ của tỉnh |\n"
        "| 2 | Số hóa | 80% | 100% |",
    ],
)
def neighbours(paper: Paper) -> Iterable[Found]:
    """Two cells side by side with the same words."""
    for grid in paper.grids:
        for column in range(len(grid.columns) - 1):
            first, second = grid.columns[column : column + 2]
            if all(_YEARLY.search(fold(head).lower()) for head in (first, second)):
                continue
            if all(_OFFICES.search(fold(head).lower()) for head in (first, second)):
                continue  # who leads and helps at once has its own rule, NV-09
            same = [row for row in grid.data if _same_cells(row, column)]
            if same and len(same) * 2 < len(grid.data):
                others = listed([row.place for row in same[1:]], 6)
                text = same[0].cells[column].text
                yield Found(
                    f"{same[0].cells[column + 1].place}: “{text[:60]}”",
                    f"cột “{second}” chép lại cột “{first}”" + (f", cũng vậy ở {others}" if others else ""),
                )


def _same_cells(row: GridRow, column: int) -> bool:
    one, other = row.cells[column : column + 2]
    if one.covered or other.covered:
        return False
    label = read_label(one.text)
    text = letters(label.rest if label and label.number else one.text)
    return len(text) >= _LEAST_IN_CELL and text == letters(other.text)


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
            name = row.cells[column].text.replace("\n", " ")
            told = {_tight(found.group()): found for found in _VALUE.finditer(name)}
            for cell in row.cells[column + 1 :]:
                value = cell.text.strip().rstrip(".;")
                found = None if cell.covered else told.get(_tight(value))
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


@rule(
    "CT-16",
    "Đơn vị tính đã là % thì các ô giá trị cùng ghi hoặc cùng không ghi %",
    "bỏ “%” ở ô giá trị, hoặc ghi “%” ở mọi ô",
    bad=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Phủ sóng | % | 100 |\n| 2 | Số hóa | % | ≥ 80 |\n"
        "| 3 | Chữ ký số | % | 50% |\n| 4 | Thanh toán | % | 60 |\n| 5 | Tập huấn | % | 90 |",
    ],
    good=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Phủ sóng | % | 100% |\n| 2 | Số hóa | % | 80% |\n"
        "| 3 | Chữ ký số | % | 50% |",
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Phủ sóng | % | 100 |\n| 2 | Số hóa | % | 80 |\n"
        "| 3 | Lớp tập huấn | lớp | 2 |",
    ],
)
def unit_twice(paper: Paper) -> Iterable[Found]:
    """Percent signs in a few values of a table that has them in its column of units."""
    for grid in paper.grids:
        unit = next((at for at, head in enumerate(grid.columns) if letters(head).startswith("donvi")), None)
        if unit is None or unit + 1 >= len(grid.columns):
            continue
        rows = [row for row in grid.data if row.cells[unit].text.strip() == "%"]
        values = [(row, row.cells[unit + 1].text) for row in rows]
        marked = [row for row, text in values if "%" in text]
        bare = [row for row, text in values if _NUMBER_ONLY.match(text)]
        if marked and len(bare) >= 3 and len(marked) <= len(bare):
            others = listed([row.place for row in marked[1:]], 6)
            text = marked[0].cells[unit + 1].text
            yield Found(
                at_row(grid, marked[0]),
                f"đơn vị tính “%”, giá trị “{text[:40]}” cũng có “%”, {len(bare)} hàng khác không có"
                + (f"; cũng vậy ở {others}" if others else ""),
            )
