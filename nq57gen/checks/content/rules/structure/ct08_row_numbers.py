"""Row numbers that skip, repeat or are missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.labels import POINT, read_label
from nq57gen.checks.content.paper import Grid, GridRow, Paper, RowKind
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.rows import at_row, number_column
from nq57gen.vietnamese.labels import parse_roman

#: A table has row numbers when this share of its data rows has one.
_NUMBERED = 0.7


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
        if len(rows) - len(blank) < max(2, _NUMBERED * len(rows)):
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
        number = _row_number(text)
        if number is not None:
            if not _goes_on(last, number):
                yield Found(at_row(grid, row), _wrong(last, number, text))
            last = number
        elif row.kind is RowKind.GROUP:
            roman = _roman_number(text)
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


def _row_number(text: str) -> tuple[int, ...] | None:
    """What the number of a row counts, "1.2" as (1, 2); None for Roman ones and anything else."""
    digits = text.strip().rstrip(".)")
    return tuple(int(step) for step in digits.split(".")) if re.fullmatch(r"\d+(?:\.\d+)*", digits) else None


def _roman_number(text: str) -> int | None:
    """What a Roman number of a group counts, with or without a full stop."""
    return parse_roman(text.strip().rstrip(".)")) if text.strip() else None
