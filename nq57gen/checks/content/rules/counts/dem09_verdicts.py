"""How many targets are said to be reached against the verdicts of the table."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Grid, Paper, Passage
from nq57gen.checks.content.quantities import sentences
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.layout.pieces import folded
from nq57gen.patterns import lazily

_VERDICT = r"(?P<verdict>chưa đạt|không đạt|khó đạt|chưa đánh giá|đạt)"
_COUNTED = r"(?<![\d/.,])(?P<number>\d{1,3})(?:/\d{1,3})? (?:chỉ tiêu|mục tiêu)"
#: “Chưa đạt 02 chỉ tiêu”, “có 02/13 chỉ tiêu chưa đạt”.
_JUDGED = [
    lazily(rf"(?:^|[.;:,(] ?|\bcó ){_VERDICT}:? {_COUNTED}(?!\w)", re.IGNORECASE),
    lazily(rf"{_COUNTED} {_VERDICT}(?! và| \d)(?!\w)", re.IGNORECASE),
]
#: A bare “13 chưa đạt” counts the targets its sentence begins with.
_OF_TARGETS = lazily(r"(?<!\w)(?:chỉ tiêu|mục tiêu)(?!\w)", re.IGNORECASE)
_BARE = lazily(rf"(?<![\d/.,])(?P<number>\d{{1,3}}) {_VERDICT}(?= *(?:[,;.)]|và |$))", re.IGNORECASE)
#: Under such words all targets are meant.
_GENERAL = lazily(r"chỉ tiêu|mục tiêu|đánh giá chung|kết quả (?:chung|thực hiện)", re.IGNORECASE)
#: A whole sentence that says there is none.
_NONE = lazily(
    r"Không (?:có|còn) (?:chỉ tiêu|mục tiêu)(?: nào)? (?P<verdict>chưa đạt|không đạt|chưa đánh giá)[.;]?\s*"
)
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
        "- Trong 3 chỉ tiêu đề ra, có 2 đạt, 2 chưa đạt.\n" + _JUDGED_EXAMPLE,
        "Không có chỉ tiêu nào chưa đạt.\n" + _JUDGED_EXAMPLE,
        "- Có 01/3 chỉ tiêu chưa đạt.\n- Có 3/3 chỉ tiêu đạt.\n" + _JUDGED_EXAMPLE,
    ],
    good=[
        "- Đạt 2/3 chỉ tiêu.\n- Chưa đạt 01 chỉ tiêu.\n" + _JUDGED_EXAMPLE,
        "- Đạt 2/3 chỉ tiêu.\n- Chưa đạt 01 chỉ tiêu.\n- Về hạ tầng: đạt 1 chỉ tiêu.\n" + _JUDGED_EXAMPLE,
        "Trong 3 chỉ tiêu đạt 2 chỉ tiêu, 01 chỉ tiêu chưa đạt.\n" + _JUDGED_EXAMPLE,
        "- Đạt 2/3 chỉ tiêu.\n- Có 0 chỉ tiêu chưa đánh giá.\n" + _JUDGED_EXAMPLE,
        "Không có chỉ tiêu nào chưa đánh giá. Về 5G, không có chỉ tiêu nào chưa đạt.\n" + _JUDGED_EXAMPLE,
        "- Hạ tầng:\n+ Không có chỉ tiêu nào chưa đạt.\n" + _JUDGED_EXAMPLE,
        "- Năm trước đạt 10/12 chỉ tiêu, 02 chỉ tiêu chưa đạt.\n" + _JUDGED_EXAMPLE,
    ],
)
def judged(paper: Paper) -> Iterable[Found]:
    """What the text says of the only table with verdicts; one verdict that agrees shows that it is meant."""
    tables = [counted for grid in paper.grids if (counted := _verdicts(grid))]
    if len(tables) != 1:
        return
    grid, verdicts = tables[0]
    said = list(_said(paper))
    right = {one.verdict for one in said if one.number and one.number in verdicts[one.verdict]}
    for one in said:
        number, *others = verdicts[one.verdict]
        sure = one.alone or (right and one.verdict not in right)
        if one.number not in (number, *others) and sure:
            wrong = f"ghi {one.number}" if one.number else "ghi không có"
            told = f"{wrong}, {grid.place} có {number} hàng “{one.words.lower()}”"
            yield Found(one.passage.quoted(one.start, one.end), told)


@dataclass(frozen=True, slots=True)
class _Said:
    """How many targets are said to have a verdict; ``alone``: there is no doubt that all are meant."""

    passage: Passage
    start: int
    end: int
    number: int
    words: str
    alone: bool = False

    @property
    def verdict(self) -> str:
        """The verdict as the table is counted."""
        return _plain(self.words)


def _said(paper: Paper) -> Iterator[_Said]:
    for passage in paper.running():
        for match in (match for pattern in _JUDGED for match in pattern.finditer(passage.text)):
            yield _Said(passage, *match.span(), int(match["number"]), match["verdict"])
        for start, sentence in sentences(passage.text):
            first = _OF_TARGETS.search(sentence)
            for match in _BARE.finditer(sentence, first.end()) if first else ():
                at, end = (start + place for place in match.span())
                yield _Said(passage, at, end, int(match["number"]), match["verdict"])
            if none := _NONE.fullmatch(sentence.strip()):
                alone = _about_all(paper, passage)
                yield _Said(passage, start, start + len(sentence), 0, none["verdict"], alone)


def _about_all(paper: Paper, passage: Passage) -> bool:
    """Whether a passage stands at the top or under words about results and targets, not under one field."""
    above = next((one for one in reversed(paper.passages[: passage.at]) if 0 < one.rank < passage.rank), None)
    return above is None or _GENERAL.search(above.text) is not None


def _verdicts(grid: Grid) -> tuple[Grid, defaultdict[str, list[int]]] | None:
    """How often each verdict stands in a table that judges its rows, else None.

    A verdict merged over several targets is that of each of them, or of all as one: both counts are right.
    """
    column, name = roles(grid).verdict, roles(grid).name or 0
    if column is None:
        return None
    targets = Counter(_plain(row.cells[column].shown) for row in grid.data if not row.cells[name].covered)
    cells = Counter(_plain(row.cells[column].text) for row in grid.data if not row.cells[column].covered)
    if not targets["dat"] or len(+targets) < 2:
        return None
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0])
    counts.update((verdict, [number, cells[verdict]]) for verdict, number in targets.items())
    return grid, counts


def _plain(verdict: str) -> str:
    """A verdict without marks and capitals; "không đạt" is "chưa đạt"."""
    plain = folded(verdict).strip(" .")
    return "chua dat" if plain == "khong dat" else plain
