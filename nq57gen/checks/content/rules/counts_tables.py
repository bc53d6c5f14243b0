"""Numbers announced in a table's heads and titles against its rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.listings import Count, counts_in
from nq57gen.checks.content.paper import Grid, GridRow, Kind, Paper, Passage, RowKind
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.vietnamese.labels import parse_roman
from nq57gen.vietnamese.syllables import fold

_BRACKETED = re.compile(
    r"\((\d{1,3})(?: (chỉ tiêu|nhiệm vụ|nội dung|mục tiêu|văn bản|dự án|công việc|việc))?\)\s*$"
)
_ORDINAL = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.)]?(?=\s|$)")
_APPENDIX = re.compile(r"phụ lục (?:số )?([IVX]+|\d{1,2})(?!\w)", re.IGNORECASE)
#: “(chi tiết tại Phụ lục I kèm theo)”, further on in the paragraph.
_DETAILS = re.compile(r"(?:chi tiết|danh mục|cụ thể)[^.;()]{0,30} (?=phụ lục)", re.IGNORECASE)
_VERDICT = r"(?P<verdict>chưa đạt|không đạt|khó đạt|chưa đánh giá|đạt)"
_COUNTED = r"(?<![\d/.,])(?P<number>\d{1,3})(?:/\d{1,3})? (?:chỉ tiêu|mục tiêu)"
#: “Chưa đạt 02 chỉ tiêu”, “có 02/13 chỉ tiêu chưa đạt”.
_JUDGED = [
    re.compile(rf"(?:^|[.;:,(] ?|\bcó ){_VERDICT}:? {_COUNTED}(?!\w)", re.IGNORECASE),
    re.compile(rf"{_COUNTED} {_VERDICT}(?! và| \d)(?!\w)", re.IGNORECASE),
]
_JUDGED_EXAMPLE = (
    "| TT | Chỉ tiêu | Kế hoạch | Kết quả | Đánh giá |\n| 1 | 5G | 60% | 70% | Đạt |\n"
    "| 2 | Băng rộng | 60% | 90% | Đạt |\n| 3 | Chữ ký số | 50% | 20% | Chưa đạt |"
)
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


#: What makes a count one of some rows only: "31 chỉ tiêu chưa đánh giá".
_SOME = re.compile(
    r"\d+ (?:chỉ tiêu|nhiệm vụ|mục tiêu|nội dung) (?:đã |được )?"
    r"(?:đạt|vượt|chưa|không|hoàn thành|đánh giá|đang|khó)(?!\w)"
)


@rule(
    "DEM-08",
    "Số chỉ tiêu, nhiệm vụ nêu trong bài bằng số hàng ở phụ lục được dẫn",
    "đếm lại các hàng của phụ lục, sửa con số trong bài",
    bad=[
        "UBND phường xác định 4 mục tiêu cụ thể. Các mục tiêu thuộc 2 nhóm: (1) hạ tầng; (2) dữ liệu "
        "(chi tiết tại Phụ lục I kèm theo).\nPhụ lục I\nMỤC TIÊU\n| TT | Mục tiêu | Kết quả |\n| 1 "
        "| 5G | 60% |\n| 2 | Băng rộng | 70% |",
        "Phấn đấu hoàn thành 3 chỉ tiêu tại Phụ lục I.\nPhụ lục I\nCHỈ TIÊU CHỦ YẾU\n| TT | Chỉ "
        "tiêu | Kết quả |\n"
        "| 1 | 5G | 60% |\n| 2 | Băng rộng | 70% |",
    ],
    good=[
        "Xác định 4 mục tiêu và 9 nhiệm vụ để lãnh đạo, chỉ đạo thống nhất, quyết liệt trong toàn "
        "phường, hằng quý kiểm điểm. (chi tiết tại Phụ lục I).\nPhụ lục I\nMỤC TIÊU\n"
        "| TT | Mục tiêu | Kết quả |\n| 1 | 5G | 60% |\n| 2 | Băng rộng | 70% |",
        "Có 1 chỉ tiêu đạt, 1 chỉ tiêu chưa đánh giá (chi tiết tại Phụ lục I).\nPhụ lục I\nCHỈ TIÊU CHỦ YẾU\n"
        "| TT | Chỉ tiêu | Kết quả |\n| 1 | 5G | 60% |\n| 2 | Băng rộng | 70% |",
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
        counts = [one for one in counts_in(passage.text) if one.thing in _ROWS_ARE]
        for one in counts:
            named = _appendix_of(passage, one, counts)
            part = (
                passage.part
                if passage.kind is Kind.TITLE
                else numbers.get(_number(named[0]))
                if named
                else None
            )
            if one.whole is not None or part is None or _SOME.match(passage.text, one.start):
                continue
            grids = [grid for grid in paper.grids if grid.part == part]
            sizes = set().union(*(_leaves(grid.rows) for grid in grids))
            if grids and len(grids) == 1 and one.number not in sizes:
                said = passage.text[one.start : one.end + 10].strip()
                yield Found(
                    passage.quoted(one.start, one.end), f"ghi “{said}”, {grids[0].place} có {max(sizes)} hàng"
                )


def _appendix_of(passage: Passage, one: Count, counts: Sequence[Count]) -> re.Match[str] | None:
    """The appendix named right after a count, or as the place of its details when nothing else is counted."""
    named = _APPENDIX.search(passage.text[one.end : one.end + 80])
    if named or len(counts) > 1:
        return named
    details = _DETAILS.search(passage.text, one.end)
    return _APPENDIX.match(passage.text, details.end()) if details else None


def _number(text: str) -> int | None:
    match = _APPENDIX.search(text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else parse_roman(match[1].upper())


@rule(
    "DEM-09",
    "Số chỉ tiêu đạt, chưa đạt nêu trong bài bằng số hàng được đánh giá như vậy ở bảng",
    "đếm lại cột đánh giá của bảng, sửa con số trong bài",
    bad=[
        "- Đạt 2/3 chỉ tiêu.\n- Chưa đạt 02 chỉ tiêu.\n" + _JUDGED_EXAMPLE,
        "- Có 01/3 chỉ tiêu chưa đạt.\n- Có 3/3 chỉ tiêu đạt.\n" + _JUDGED_EXAMPLE,
    ],
    good=[
        "- Đạt 2/3 chỉ tiêu.\n- Chưa đạt 01 chỉ tiêu.\n" + _JUDGED_EXAMPLE,
        "- Đạt 2/3 chỉ tiêu.\n- Chưa đạt 01 chỉ tiêu.\n- Về hạ tầng: đạt 1 chỉ tiêu.\n" + _JUDGED_EXAMPLE,
        "Trong 3 chỉ tiêu đạt 2 chỉ tiêu, 01 chỉ tiêu chưa đạt.\n" + _JUDGED_EXAMPLE,
        "- Năm trước đạt 10/12 chỉ tiêu, 02 chỉ tiêu chưa đạt.\n" + _JUDGED_EXAMPLE,
    ],
)
def judged(paper: Paper) -> Iterable[Found]:
    """What the text says of the only table with verdicts; one verdict that agrees shows that it is meant."""
    tables = [counted for grid in paper.grids if (counted := _verdicts(grid))]
    if len(tables) != 1:
        return
    said = [
        (passage, match, tables[0][1][_plain(match["verdict"])])
        for passage in paper.running()
        for pattern in _JUDGED
        for match in pattern.finditer(passage.text)
    ]
    right = {_plain(match["verdict"]) for _, match, number in said if int(match["number"]) == number > 0}
    for passage, match, number in said if right else ():
        if _plain(match["verdict"]) not in right:
            yield Found(
                passage.quoted(*match.span()),
                f"ghi {match['number']}, {tables[0][0].place} có {number} hàng “{match['verdict'].lower()}”",
            )


def _verdicts(grid: Grid) -> tuple[Grid, Counter[str]] | None:
    """How often each verdict stands in a table that judges its rows, else None."""
    column = roles(grid).verdict
    if column is None:
        return None
    found = Counter(_plain(row.cells[column].text) for row in grid.data)
    return (grid, found) if found["dat"] and len(+found) > 1 else None


def _plain(verdict: str) -> str:
    """A verdict without marks and capitals; "không đạt" is "chưa đạt"."""
    folded = fold(verdict).lower().strip(" .")
    return "chua dat" if folded == "khong dat" else folded
