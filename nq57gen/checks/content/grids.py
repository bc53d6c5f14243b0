"""A table of a Word file as a grid: heads, groups, data and totals."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from nq57gen.checks.content.merges import merged
from nq57gen.checks.content.paper import Covered, Grid, GridCell, GridRow, RowKind
from nq57gen.checks.layout.pieces import folded
from nq57gen.patterns import lazily
from nq57gen.reading.types import CellView, ParagraphView, RowView, TableView, paragraphs_of

_SPACES = lazily(r"[^\S\n]")
_ROMAN = lazily(r"[IVXL]{1,6}\.?$")
_COUNTED = lazily(r"\d{1,3}(?:\.\d{1,3})*\.?$")
_COLUMN_NUMBER = lazily(r"\(?\d{1,2}\)?$")
_TOTAL = lazily(r"(?:tong|cong)\b")
#: A table without repeated head rows has at most so many at its top.
_MOST_HEADS = 3


def read_grid(table: TableView, part: int, title: str, after: int) -> Grid:
    """The grid of ``table``; see :class:`Grid` for the other values."""
    width = max(len(table.grid), max((_end(row) for row in table.rows), default=0))
    lines = merged([_cells(row, width) for row in table.rows])
    heads = _heads(table, lines)
    rows = tuple(
        GridRow(_kind(table.rows[at], lines[at], heads, at), cells, table.rows[at].place)
        for at, cells in enumerate(lines)
    )
    columns = tuple(_head(lines[:heads], column) for column in range(width))
    return Grid(columns, rows, title, table.place, part, after)


def _end(row: RowView) -> int:
    return max((cell.column + cell.column_span for cell in row.cells), default=0)


def _text(cell: CellView) -> str:
    lines = [
        _SPACES.sub(" ", unicodedata.normalize("NFC", paragraph.labelled_text)).strip()
        for paragraph in paragraphs_of(cell.blocks)
    ]
    return "\n".join(line for line in lines if line)


def _cells(row: RowView, width: int) -> list[GridCell]:
    cells = [GridCell("", row.place) for _ in range(width)]
    for cell in row.cells:
        above = Covered.ABOVE if cell.vertical_merge == "continue" else None
        cells[cell.column] = GridCell(_text(cell), cell.place, above)
        for column in range(cell.column + 1, cell.column + cell.column_span):
            cells[column] = GridCell("", cell.place, above or Covered.LEFT)
    return cells


def _heads(table: TableView, lines: list[tuple[GridCell, ...]]) -> int:
    """How many rows at the top are heads: those that repeat, else bold ones and the row of column numbers."""
    repeated = 0
    while repeated < len(lines) and table.rows[repeated].header_repeat:
        repeated += 1
    count = repeated
    while count < min(len(lines) - 1, _MOST_HEADS) and (
        _is_column_numbers(lines[count]) or (not repeated and _all_bold(table.rows[count]) and count < 2)
    ):
        count += 1
    return count or (1 if len(lines) > 1 else 0)


def _is_column_numbers(cells: Sequence[GridCell]) -> bool:
    texts = [cell.shown for cell in cells if cell.shown]
    return len(texts) == len(cells) > 1 and all(_COLUMN_NUMBER.match(text) for text in texts)


def _all_bold(row: RowView) -> bool:
    runs = [
        run
        for cell in row.cells
        for block in cell.blocks
        if isinstance(block, ParagraphView)
        for run in block.runs
        if run.text.strip()
    ]
    filled = sum(bool(_text(cell)) for cell in row.cells)
    return bool(runs) and all(run.bold for run in runs) and filled > len(row.cells) / 2


def _head(heads: list[tuple[GridCell, ...]], column: int) -> str:
    texts = [row[column].shown for row in heads if not _is_column_numbers(row)]
    return " ".join(dict.fromkeys(text.replace("\n", " ") for text in texts if text))


def _kind(row: RowView, cells: Sequence[GridCell], heads: int, at: int) -> RowKind:
    if at < heads:
        return RowKind.HEADER
    texts = [cell.text for cell in cells if cell.text]
    if texts and _TOTAL.match(folded(texts[0])):
        return RowKind.TOTAL
    first = cells[0].text
    filled = sum(bool(cell.shown) and cell.covered is not Covered.LEFT for cell in cells)
    if _ROMAN.match(first) or (first and filled == 1 and len(cells) > 2 and not _COUNTED.match(first)):
        return RowKind.GROUP
    bold = _all_bold_texts(row)
    return RowKind.GROUP if bold and filled <= 2 < len(cells) else RowKind.DATA


def _all_bold_texts(row: RowView) -> bool:
    runs = [
        run
        for cell in row.cells
        for paragraph in paragraphs_of(cell.blocks)
        for run in paragraph.runs
        if run.text.strip()
    ]
    return bool(runs) and all(run.bold for run in runs)
