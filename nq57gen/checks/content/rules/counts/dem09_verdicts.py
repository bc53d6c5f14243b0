"""How many targets are said to be reached against the verdicts of the table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Grid, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.layout.pieces import folded

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
        "- Đạt 2/3 chỉ tiêu.\n- Có 0 chỉ tiêu chưa đánh giá.\n" + _JUDGED_EXAMPLE,
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
        if int(match["number"]) != number and _plain(match["verdict"]) not in right:
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
    plain = folded(verdict).strip(" .")
    return "chua dat" if plain == "khong dat" else plain
