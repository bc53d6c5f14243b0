"""Columns of figures in tables, and the one way in which their figures are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nq57gen.checks.content.paper import Grid, GridCell, RowKind
from nq57gen.patterns import lazily
from nq57gen.vietnamese.columns import Conflict, Marks, common_marks, split_unit

#: Heads of columns whose digits count nothing: numbers of rows, codes, phones, versions, coordinates.
_NO_COUNTS = lazily(
    r"(?:s?tt|số tt|(?:số )?thứ tự|mã|mục(?! tiêu)|phiên bản|version|ký hiệu|số hiệu"
    r"|tọa độ|toạ độ|kinh độ|vĩ độ|(?:số )?(?:điện thoại|đt|sđt|fax|hotline|đường dây nóng))(?!\w)",
    re.IGNORECASE,
)
#: The code of an administrative procedure: "1.011963".
_CODE = lazily(r"\d\.\d{6}")
_BLANK = frozenset({"", "-", "–", "—", "x"})


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """The figures of a column, units left out, each with its cell; rows of totals are not among them.

    ``marks`` is how all of them are read, or which two contradict each other.
    """

    figures: tuple[str, ...]
    cells: tuple[GridCell, ...]
    marks: Marks | Conflict


def number_column(grid: Grid, column: int) -> NumberColumn | None:
    """The figures of ``column``; None unless all its cells are blank, or figures with one unit or none."""
    if _NO_COUNTS.match(grid.columns[column].strip(" .:()")):
        return None
    figures, cells, units = [], [], set()
    for row in grid.rows:
        cell = row.cells[column]
        if row.kind in (RowKind.HEADER, RowKind.TOTAL) or cell.text.strip() in _BLANK:
            continue
        parted = split_unit(cell.text)
        if parted is None or _CODE.fullmatch(parted[0]):
            return None
        figures.append(parted[0])
        cells.append(cell)
        units.add(parted[1].casefold())
    if not figures or len(units - {""}) > 1:
        return None
    return NumberColumn(tuple(figures), tuple(cells), common_marks(figures))


def marks_in(grid: Grid, column: int) -> Marks | None:
    """How the figures of ``column`` are to be read; None when two of them contradict each other."""
    found = number_column(grid, column)
    marks = found.marks if found else Marks.COMMA
    return None if isinstance(marks, Conflict) else marks
