"""Cells of one table that end differently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from nq57gen.checks.content.paper import Grid, GridCell, Paper, RowKind
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.ends import end_of
from nq57gen.checks.content.wording import others

#: A cell of a table is an exception when so few others are like it.
_ODD = 0.2
_MANY_CELLS = 8
#: More than so many words: a cell that is a sentence, not a name or a number.
_LONG_CELL = 4


@rule(
    "NN-24",
    "Các ô của một bảng kết thúc như nhau",
    "bỏ dấu ở cuối ô (hoặc thêm dấu cho mọi ô là câu)",
    bad=[
        "| Chỉ tiêu | Kết quả |\n| Tỷ lệ a | 100% |\n| Tỷ lệ b | 100%. |\n| Tỷ lệ c | 90% |\n| T d | 80% |",
    ],
    good=[
        "| Chỉ tiêu | Kết quả |\n| Tỷ lệ a | 100% |\n| Tỷ lệ b | 90% |\n| Tỷ lệ c | 90% |\n| Tỷ lệ d | 80% |"
    ],
)
def cells(paper: Paper) -> Iterable[Found]:
    """Cells that end in a stop where those of their table do not, or that end now so, now so."""
    for grid in paper.grids:
        found = _odd_cells(grid)
        if found:
            signs = ", ".join(
                f"{count} ô “{end}”" for end, count in Counter(end_of(cell.text) for cell in found).items()
            )
            said = (
                f"ô “…{' '.join(found[0].text.split()[-4:])}”; trong bảng có {signs}, các ô khác không có dấu"
            )
            yield Found(
                f"{found[0].place}: “{found[0].text[-40:]}”",
                said + others([cell.place for cell in found[1:]]),
            )


def _odd_cells(grid: Grid) -> list[GridCell]:
    """The cells that end in "." or ";" when most do not; in long cells it takes a difference alone."""
    filled = [
        cell
        for row in grid.rows
        if row.kind is not RowKind.HEADER
        for cell in row.cells
        if len(cell.text) > 1 and not re.fullmatch(r"[\d.]+|[IVX]+\.?", cell.text)
    ]
    ended = [cell for cell in filled if end_of(cell.text) in (".", ";") and "\n" not in cell.text]
    if len(filled) >= _MANY_CELLS and len(ended) <= _ODD * len(filled):
        return ended
    long = [cell for cell in filled if len(cell.text.split()) > _LONG_CELL]
    ended = [cell for cell in long if cell in ended]
    return ended if len(long) >= _MANY_CELLS and len(ended) * 2 <= len(long) else []
