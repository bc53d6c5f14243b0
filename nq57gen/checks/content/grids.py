"""A table of a Word file as a grid: heads, groups, data and totals."""

from __future__ import annotations

import unicodedata

from nq57gen.checks.content.paper import Grid, GridCell, GridRow, RowKind
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
    lines = [_cells(row, width) for row in table.rows]
    _spread_down(table, lines)
    heads = _heads(table, lines)
    rows = tuple(
        GridRow(_kind(table.rows[at], lines[at], heads, at), tuple(cells), table.rows[at].place)
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
        text = _text(cell)
        for step in range(cell.column_span):
            cells[cell.column + step] = GridCell(text, cell.place, covered=step > 0)
    return cells


def _spread_down(table: TableView, lines: list[list[GridCell]]) -> None:
    """Give the cells that a vertical merge covers the text of the cell it begins with."""
    for at, row in enumerate(table.rows):
        for cell in row.cells:
            if cell.vertical_merge == "continue" and at:
                for column in range(cell.column, cell.column + cell.column_span):
                    above = lines[at - 1][column]
                    lines[at][column] = GridCell(above.text, cell.place, covered=True)


def _heads(table: TableView, lines: list[list[GridCell]]) -> int:
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


def _is_column_numbers(cells: list[GridCell]) -> bool:
    texts = [cell.text for cell in cells if cell.text]
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


def _head(heads: list[list[GridCell]], column: int) -> str:
    texts = [row[column].text for row in heads if not _is_column_numbers(row)]
    return " ".join(dict.fromkeys(text.replace("\n", " ") for text in texts if text))


def _kind(row: RowView, cells: list[GridCell], heads: int, at: int) -> RowKind:
    if at < heads:
        return RowKind.HEADER
    texts = [cell.text for cell in cells if cell.text and not cell.covered]
    if texts and _TOTAL.match(folded(texts[0])):
        return RowKind.TOTAL
    first = cells[0].text
    if _ROMAN.match(first) or (first and len(texts) == 1 and len(cells) > 2 and not _COUNTED.match(first)):
        return RowKind.GROUP
    bold = _all_bold_texts(row)
    return RowKind.GROUP if bold and len(texts) <= 2 < len(cells) else RowKind.DATA


def _all_bold_texts(row: RowView) -> bool:
    runs = [
        run
        for cell in row.cells
        for paragraph in paragraphs_of(cell.blocks)
        for run in paragraph.runs
        if run.text.strip()
    ]
    return bool(runs) and all(run.bold for run in runs)
