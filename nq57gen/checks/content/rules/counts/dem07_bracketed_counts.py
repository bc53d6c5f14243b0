"""Numbers in brackets after a group's name or a head against the rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.content.paper import Grid, GridRow, Paper, RowKind
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.counts.rows import ordinal, sizes
from nq57gen.patterns import lazily
from nq57gen.vietnamese.labels import parse_roman

_BRACKETED = lazily(
    r"\((\d{1,3})(?: (chỉ tiêu|nhiệm vụ|nội dung|mục tiêu|văn bản|dự án|công việc|việc))?\)\s*$"
)


@rule(
    "DEM-07",
    "Số ghi trong ngoặc ở tên nhóm hoặc đầu bảng bằng số hàng của bảng",
    "đếm lại các hàng của nhóm, sửa con số trong ngoặc",
    severity=ERROR,
    bad=[
        "| STT | Chỉ tiêu (4 chỉ tiêu) | Kết quả |\n| I | Hạ tầng (02) | |\n| 1 | 5G | 60% |\n| "
        "2 | Băng rộng | 70% |\n"
        "| II | Nguồn lực (01) | |\n| 1 | Kỹ năng số | 80% |",
        "| STT | Chỉ tiêu | Kết quả |\n| I | Hạ tầng (03) | |\n| 1 | 5G | 60% |\n| 2 | Băng rộng | 70% |",
    ],
    good=[
        "| STT | Chỉ tiêu (03 chỉ tiêu) | Kết quả |\n| I | Hạ tầng (02) | |\n| 1 | 5G | 60% "
        "|\n| 2 | Băng rộng | 70% |\n"
        "| II | Nguồn lực (01) | |\n| 1 | Kỹ năng số | 80% |",
        "| STT | Chỉ tiêu | Kết quả (1) |\n| I | Đến năm (2030) | |\n| 1 | 5G | 60% |",
    ],
)
def bracketed(paper: Paper) -> Iterable[Found]:
    """“(05)” after the name of a group, “(32 chỉ tiêu)” in a head."""
    for grid in paper.grids:
        for head in grid.columns:
            match = _BRACKETED.search(head)
            if match and match[2]:
                place = f"{grid.place}, đầu bảng: “{head[-50:]}”"
                yield from _compared(place, match, grid.rows, "cả bảng")
        for row, below in _blocks(grid):
            match = next((found for cell in row.cells if (found := _BRACKETED.search(cell.text))), None)
            if match:
                yield from _compared(f"{row.place}: “{row.text[:60]}”", match, below, "nhóm")


def _compared(place: str, said: re.Match[str], rows: Sequence[GridRow], what: str) -> Iterator[Found]:
    allowed = sizes(rows)
    if int(said[1]) not in allowed:
        yield Found(place, f"ghi “{said[0].strip()}”, {what} có {max(allowed)} hàng")


def _blocks(grid: Grid) -> Iterator[tuple[GridRow, list[GridRow]]]:
    """The group rows with the rows below them, up to the next group of the same level."""
    rows = list(grid.rows)
    for at, row in enumerate(rows):
        if row.kind is not RowKind.GROUP:
            continue
        level = _level(row)
        below: list[GridRow] = []
        for other in rows[at + 1 :]:
            if other.kind is RowKind.TOTAL or (other.kind is RowKind.GROUP and _level(other) <= level):
                break
            below.append(other)
        yield row, below


def _level(row: GridRow) -> int:
    first = row.cells[0].text.strip()
    match = re.match(r"([IVXL]+|[A-Z])(?:[.)]|\s|$)", first)
    if match and parse_roman(match[1]):
        return 1
    return 0 if match else 1 + len(ordinal(row)) if ordinal(row) else 1
