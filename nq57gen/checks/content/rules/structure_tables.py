"""Tables: row numbers, empty cells, groups that carry values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.labels import POINT, read_label
from nq57gen.checks.content.paper import Grid, GridRow, Paper, RowKind
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.structure import (
    at_row,
    groups_of,
    is_number_head,
    listed,
    name_column,
    number_column,
    roman_number,
    row_number,
)
from nq57gen.vietnamese.syllables import fold

#: A column is filled when this share of its data rows is; an empty cell of it is then missing.
_FILLED = 0.7
_FEWEST_ROWS = 4
_YEARLY = re.compile(r"\b20\d\d\b")
_NOTES = re.compile(r"ghi chu|danh gia|nhan xet")


@rule(
    "CT-08",
    "Số thứ tự trong bảng liên tục, không thiếu, không lặp",
    "đánh lại số thứ tự của bảng",
    bad=[
        "| STT | Nhiệm vụ | Chủ trì |\n| 1 | Số hóa | Phòng A |\n| 2 | Tập huấn | Phòng A |\n"
        "| | Nâng cấp hệ thống | Phòng B |\n| 3 | Tuyên truyền | Phòng C |",
        "| STT | Nhiệm vụ | Chủ trì |\n| 1 | Số hóa | Phòng A |\n| 2 | Tập huấn | Phòng A |\n"
        "| 4 | Tuyên truyền | Phòng C |",
        "| TT | Nhiệm vụ | Chủ trì |\n| 1 | Số hóa | Phòng A |\n| 1 | Tập huấn | Phòng A |\n"
        "| 2 | Tuyên truyền | Phòng C |",
        "| TT | Nhiệm vụ | Chủ trì |\n| I | Nhóm thể chế | |\n| 1 | Tập huấn | Phòng A |\n"
        "| III | Nhóm hạ tầng | |\n| 1 | Tuyên truyền | Phòng C |",
    ],
    good=[
        "| Nhiệm vụ | Chủ trì |\n| 1. Số hóa hồ sơ | Phòng A |\n| 2. Tập huấn | Phòng A |",
        "| TT | Nhiệm vụ | Chủ trì |\n| I | Nhóm thể chế | |\n| 1 | Số hóa | Phòng A |\n"
        "| 2 | Tập huấn | Phòng A |\n"
        "| II | Nhóm hạ tầng | |\n| 1 | Tuyên truyền | Phòng C |",
        "| TT | Nhiệm vụ | Chủ trì |\n| I | Nhóm thể chế | |\n| 1 | Số hóa | Phòng A |\n"
        "| 2 | Tập huấn | Phòng A |\n"
        "| II | Nhóm hạ tầng | |\n| 3 | Tuyên truyền | Phòng C |",
        "| TT | Chỉ tiêu | Chủ trì |\n| 1 | Thủ tục | Phòng A |\n| 1.1 | Trực tuyến | Phòng A |\n"
        "| 1.2 | Số hóa | Phòng A |\n| 2 | Hạ tầng | Phòng C |",
    ],
)
def row_numbers(paper: Paper) -> Iterable[Found]:
    """Row numbers follow each other, group by group or through the table."""
    for grid in paper.grids:
        rows = [row for row in grid.data if not row.cells[number_column(grid) or 0].covered]
        blank = [row for row in rows if not _number_of(grid, row)]
        if len(rows) - len(blank) < max(2, _FILLED * len(rows)):
            continue
        yield from _followed(grid)
        for row in blank:
            if any(cell.text for cell in row.cells):
                yield Found(at_row(grid, row), f"hàng này không có số thứ tự, {_neighbours(grid, row)}")


def _number_of(grid: Grid, row: GridRow) -> str:
    """The number of a row: what its column holds, or the label in front of its name."""
    column = number_column(grid)
    if column is not None:
        return row.cells[column].text.strip()
    label = read_label(row.cells[0].text)
    return label.label.rstrip(".) ") if label and label.number and label.rank != POINT else ""


def _neighbours(grid: Grid, row: GridRow) -> str:
    at = grid.rows.index(row)
    above = (one for one in reversed(grid.rows[:at]) if one.kind is RowKind.DATA)
    below = (one for one in grid.rows[at + 1 :] if one.kind is RowKind.DATA)
    sides = (("hàng trên", above), ("hàng dưới", below))
    numbers = [(said, next((_number_of(grid, one) for one in ones), "")) for said, ones in sides]
    return ", ".join(f"{said} là {number}" for said, number in numbers if number)


def _followed(grid: Grid) -> Iterator[Found]:
    """Numbers that skip or repeat; each group may begin again at 1."""
    last: tuple[int, ...] = ()
    group = 0
    for row in grid.rows:
        if row.kind in (RowKind.HEADER, RowKind.TOTAL) or row.cells[number_column(grid) or 0].covered:
            continue
        text = _number_of(grid, row)
        number = row_number(text)
        if number is not None:
            if not _goes_on(last, number):
                yield Found(at_row(grid, row), _wrong(last, number, text))
            last = number
        elif row.kind is RowKind.GROUP:
            roman = roman_number(text)
            if roman and roman not in (1, group + 1):
                yield Found(at_row(grid, row), f"sau nhóm {group} là nhóm “{text}”")
            group = roman or group
            last = (0, *last)  # a fresh start is allowed, going on is too


def _wrong(last: tuple[int, ...], number: tuple[int, ...], text: str) -> str:
    before = ".".join(str(step) for step in last if step)
    if number == last:
        return f"lặp lại số “{text}”"
    return f"sau số “{before}” là số “{text}”" if before else f"bắt đầu từ số “{text}”"


def _goes_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether ``number`` may come after ``last``, which begins with 0 at the start of a group."""
    fresh = last[:1] == (0,) or not last
    known = tuple(step for step in last if step)
    if fresh and (number[-1] == 1 or not known):
        return number[-1] == 1
    depth = len(number)
    if depth > len(known):
        return number[-1] == 1 and number[: len(known)] == known
    return number[:-1] == known[: depth - 1] and number[-1] == known[depth - 1] + 1


@rule(
    "CT-09",
    "Cột mà các hàng khác đều ghi thì không để ô trống",
    "điền ô còn trống, hoặc ghi “-” nếu không có",
    bad=[
        "| TT | Nhiệm vụ | Cơ quan chủ trì |\n| 1 | Số hóa | Phòng A |\n| 2 | Tập huấn | Phòng A |\n"
        "| 3 | Nâng cấp | |\n| 4 | Tuyên truyền | Phòng C |",
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả | Chủ trì |\n| 1 | Phủ sóng 5G | % | 100 | Phòng A |\n"
        "| 2 | Chữ ký số | % | 50 | Phòng A |\n| 3 | Tham gia hội thi | | | Phòng A |\n"
        "| 4 | Hồ sơ trực tuyến | % | 80 | Phòng B |\n| 5 | Số hóa | % | 80 | Phòng B |",
    ],
    good=[
        "| TT | Nhiệm vụ | Ghi chú |\n| 1 | Số hóa | a |\n| 2 | Tập huấn | b |\n| 3 | Nâng cấp | |\n"
        "| 4 | Truyền thông | c |",
        "| TT | Nhiệm vụ | Năm 2025 | Năm 2030 |\n| 1 | Số hóa | 80% | - |\n| 2 | Tập huấn | - | 100% |\n"
        "| 3 | Nâng cấp | 1 | 2 |\n| 4 | Truyền thông | 1 | 2 |",
    ],
)
def empty_cells(paper: Paper) -> Iterable[Found]:
    """Cells left empty in columns that are otherwise filled."""
    for grid in paper.grids:
        rows = grid.data
        needed = [column for column in range(len(grid.columns)) if _is_needed(grid, column)]
        single: dict[int, list[GridRow]] = {}
        for row in rows:
            empty = [column for column in needed if not row.cells[column].text.strip()]
            if _without_value(grid, row):
                empty = [column for column in empty if not _YEARLY.search(fold(grid.columns[column]).lower())]
            if len(empty) == 1:
                single.setdefault(empty[0], []).append(row)
            elif 1 < len(empty) < len(needed):
                heads = listed([f"“{grid.columns[column]}”" for column in empty], 6)
                yield Found(at_row(grid, row), f"ô trống ở các cột {heads}")
        for column, found in single.items():
            others = listed([row.place for row in found[1:]], 6)
            filled = sum(bool(row.cells[column].text.strip()) for row in rows)
            yield Found(
                at_row(grid, found[0]),
                f"ô trống ở cột “{grid.columns[column]}”, cột này {filled}/{len(rows)} hàng có ghi"
                + (f"; cũng trống ở {others}" if others else ""),
            )


def _without_value(grid: Grid, row: GridRow) -> bool:
    """Whether the filled cells of all years hold "-": a target without a value has its own rule, NV-08."""
    heads = enumerate(grid.columns)
    texts = [row.cells[at].text.strip() for at, head in heads if _YEARLY.search(fold(head).lower())]
    return any(texts) and set(texts) <= {"", "-", "–"}


def _is_needed(grid: Grid, column: int) -> bool:
    """Whether a column is filled but for a few cells, and not one of remarks."""
    head = fold(grid.columns[column]).lower()
    rows = grid.data
    if is_number_head(grid.columns[column]) or _NOTES.search(head) or not head or len(rows) < _FEWEST_ROWS:
        return False
    return column != name_column(grid) and _share(grid, column) >= _FILLED


def _share(grid: Grid, column: int) -> float:
    return sum(bool(row.cells[column].text.strip()) for row in grid.data) / len(grid.data)


@rule(
    "CT-10",
    "Hàng tên nhóm chỉ ghi tên nhóm, như các nhóm khác của bảng",
    "chuyển giá trị ấy về hàng chỉ tiêu, nhiệm vụ của nó",
    bad=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| I | Hạ tầng | | |\n| 1 | Phủ sóng 5G | % | 100% |\n"
        "| II | Nguồn lực | % | ≥ 50% |\n| 1 | Chi ngân sách | % | 3% |\n| III | Dữ liệu | | |\n"
        "| 1 | Số hóa | % | 80% |",
    ],
    good=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| I | Hạ tầng | | |\n| 1 | Phủ sóng 5G | % | 100% |\n"
        "| II | Nguồn lực | | |\n| 1 | Chi ngân sách | % | 3% |",
    ],
)
def groups_with_values(paper: Paper) -> Iterable[Found]:
    """A group row filled like a data row while the others hold only their name."""
    for grid in paper.grids:
        rows = [group.row for group in groups_of(grid) if group.row]
        column = name_column(grid)
        extra = {
            at: [cell.text for cell in row.cells[column + 1 :] if cell.text.strip() and not cell.covered]
            for at, row in enumerate(rows)
        }
        filled = [at for at, texts in extra.items() if texts]
        if filled and len(filled) * 2 < len(rows):
            for at in filled:
                texts = listed([f"“{text}”" for text in extra[at]], 5)
                yield Found(
                    at_row(grid, rows[at]),
                    f"hàng nhóm này còn ghi {texts}, {len(rows) - len(filled)} hàng nhóm khác thì không",
                )
