"""Figures in the cells of a table."""

from __future__ import annotations

from decimal import Decimal

from nq57gen.checks.content.paper import GridRow
from nq57gen.checks.content.quantities import Quantity, quantities
from nq57gen.vietnamese.columns import Marks, by_norm, marks_of, split_unit

_BLANK = frozenset({"", "-", "–", "—", "x"})


def figure_of(row: GridRow, column: int, marks: Marks = Marks.COMMA) -> Quantity | None:
    """The only figure of a cell that holds nothing else but its unit; ``marks``: of its column."""
    text = row.cells[column].text.strip()
    if marks is Marks.POINT and (parted := split_unit(text)) and marks in marks_of(parted[0]):
        text = by_norm(parted[0], marks) + text[len(parted[0]) :]
    found = quantities(text)
    if len(found) != 1 or found[0].sign or found[0].whole is not None or found[0].high != found[0].value:
        return None
    return found[0] if text.startswith(found[0].written) else None


def value_of(row: GridRow, column: int, marks: Marks = Marks.COMMA) -> Decimal | None:
    """What a cell counts: 0 when blank, None when it is no figure or a merged cell stands there."""
    if row.cells[column].covered:
        return None
    if row.cells[column].text.strip() in _BLANK:
        return Decimal(0)
    found = figure_of(row, column, marks)
    return found.value if found else None


def at_cell(row: GridRow, column: int) -> str:
    """The place of a cell with the words its row begins with."""
    return f"{row.cells[column].place}: “{row.text[:60]}”"
