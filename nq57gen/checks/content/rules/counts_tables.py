"""Numbers announced in a table's heads and titles against its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.content.listings import counts_in
from nq57gen.checks.content.paper import Grid, GridRow, Kind, Paper, RowKind
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.vietnamese.labels import parse_roman

_BRACKETED = re.compile(
    r"\((\d{1,3})(?: (chỉ tiêu|nhiệm vụ|nội dung|mục tiêu|văn bản|dự án|công việc|việc))?\)\s*$"
)
_ORDINAL = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.)]?(?=\s|$)")
_APPENDIX = re.compile(r"phụ lục (?:số )?([IVX]+|\d{1,2})(?!\w)", re.IGNORECASE)
#: What the rows of an appendix are.
_ROWS_ARE = ("chi tieu", "nhiem vu", "muc tieu", "noi dung", "du an")


def ordinal(row: GridRow) -> tuple[int, ...]:
    """The number at the beginning of a row, () when there is none."""
    match = _ORDINAL.match(row.cells[0].text.strip())
    return tuple(int(step) for step in match[1].split(".")) if match else ()


def _leaves(rows: Sequence[GridRow]) -> set[int]:
    """How many rows there may be said to be: all data rows, those without parts, those of the first level."""
    data = [row for row in rows if row.kind is RowKind.DATA]
    numbers = [ordinal(row) for row in rows if ordinal(row)]
    inner = {number[:-1] for number in numbers if len(number) > 1}
    leaves = [row for row in data if not ordinal(row) or ordinal(row) not in inner]
    first = [number for number in numbers if len(number) == 1]
    return {len(data), len(leaves)} | ({len(first)} if first else set())


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
                yield from _compared(
                    f"{grid.place}, đầu bảng: “{head[-50:]}”", match[0], grid.rows, "cả bảng"
                )
        for row, below in _blocks(grid):
            match = next((found for cell in row.cells if (found := _BRACKETED.search(cell.text))), None)
            if match:
                yield from _compared(f"{row.place}: “{row.text[:60]}”", match[0], below, "nhóm")


def _compared(place: str, said: str, rows: Sequence[GridRow], what: str) -> Iterator[Found]:
    number = int(re.findall(r"\d+", said)[0])
    sizes = _leaves(rows)
    if number not in sizes:
        yield Found(place, f"ghi “{said.strip()}”, {what} có {max(sizes)} hàng")


@rule(
    "DEM-08",
    "Số chỉ tiêu, nhiệm vụ nêu trong bài bằng số hàng ở phụ lục được dẫn",
    "đếm lại các hàng của phụ lục, sửa con số trong bài",
    bad=[
        "Phấn đấu hoàn thành 3 chỉ tiêu tại Phụ lục I.\nPhụ lục I\nCHỈ TIÊU CHỦ YẾU\n| TT | Chỉ "
        "tiêu | Kết quả |\n"
        "| 1 | 5G | 60% |\n| 2 | Băng rộng | 70% |",
    ],
    good=[
        "Phấn đấu hoàn thành 02 chỉ tiêu tại Phụ lục I.\nPhụ lục I\nCHỈ TIÊU CHỦ YẾU\n| TT | "
        "Chỉ tiêu | Kết quả |\n"
        "| 1 | 5G | 60% |\n| 2 | Băng rộng | 70% |",
    ],
)
def in_appendix(paper: Paper) -> Iterable[Found]:
    """“32 chỉ tiêu tại Phụ lục I”; the title of an appendix that says how many it holds."""
    numbers = {
        _number(passage.text): passage.part for passage in paper.passages if passage.kind is Kind.APPENDIX
    }
    for passage in paper.passages:
        if not (passage.running or passage.kind is Kind.TITLE):
            continue
        for one in counts_in(passage.text):
            named = _APPENDIX.search(passage.text[one.end : one.end + 80])
            part = (
                passage.part
                if passage.kind is Kind.TITLE
                else numbers.get(_number(named[0]))
                if named
                else None
            )
            if one.whole is not None or one.thing not in _ROWS_ARE or part is None:
                continue
            grids = [grid for grid in paper.grids if grid.part == part]
            sizes = set().union(*(_leaves(grid.rows) for grid in grids))
            if grids and len(grids) == 1 and one.number not in sizes:
                said = passage.text[one.start : one.end + 10].strip()
                yield Found(
                    passage.quoted(one.start, one.end), f"ghi “{said}”, {grids[0].place} có {max(sizes)} hàng"
                )


def _number(text: str) -> int | None:
    match = _APPENDIX.search(text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else parse_roman(match[1].upper())
