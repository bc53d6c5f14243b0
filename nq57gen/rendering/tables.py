"""Tables of the model as WordprocessingML.

Fixed layout, as wide as the text to the last dxa, single black rules of half a point; header rows repeat,
rows are not cut unless they are very tall, group rows stay with what follows (ND 30 says nothing of tables:
rules BANG-01 to BANG-03 of common practice). Children of ``w:tcPr`` stand in the order of the schema.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from nq57gen.model.document import Align, Cell, Column, Row, RowKind, Runs, Table, plain
from nq57gen.patterns import lazily
from nq57gen.rendering.markup import runs_xml
from nq57gen.rendering.names import DXA_PER_MM
from nq57gen.rendering.rows import REMEMBERED, SharedRow, shared_row
from nq57gen.rendering.widths import fitted_widths
from nq57gen.vietnamese.metrics import wrap_lines

if TYPE_CHECKING:
    from nq57gen.rendering.facts import Section, Style, TemplateFacts

_BORDERS = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_JC = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
#: Padding at the left and right of a cell: 1.5 mm, 1 mm where columns are many.
_PADDING, _NARROW_PADDING = 85, 57
_LINE_HEIGHT = 1.15  # of Times New Roman, in sizes of the letter
_DXA_PER_POINT = 20
#: A row taller than this part of a page may be cut, or it would leave most of a page blank.
_TALLEST_WHOLE_ROW = 0.5
#: Letters no Word file can hold, or that docxtpl would make other things of.
_UNUSUAL = lazily("[\x00-\x1f\ufffe\uffff\ud800-\udfff]")
#: How many shapes of tables are remembered.
_LOOKS = 128


class _Look(Struct, frozen=True, eq=False):
    """What all rows of tables of one shape share. Equal only to itself."""

    facts: TemplateFacts
    body: Style
    header: Style
    padding: int
    widths: tuple[int, ...]
    aligns: tuple[Align, ...]
    tallest: float


def table_xml(table: Table, section: Section, facts: TemplateFacts, *, keep_last: bool = False) -> str:
    """Return the ``w:tbl`` element of ``table``, filling the text width of ``section``.

    ``keep_last``: the last row stays on the page of what follows the table.
    """
    return "".join(as_text(piece) for piece in table_pieces(table, section, facts, keep_last=keep_last))


def table_pieces(
    table: Table, section: Section, facts: TemplateFacts, *, keep_last: bool = False
) -> Iterator[bytes | str]:
    """Yield :func:`table_xml` row by row, most of it encoded and remembered.

    A row with a letter that is not for every Word file, or that docxtpl would rewrite, comes as text.
    """
    rows = [shared_row(row.cells, row.kind is RowKind.HEADER) for row in table.rows]
    look = _look(table.columns, rows, section, facts)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in look.widths)
    margins = "".join(f'<w:{side} w:w="{look.padding}" w:type="dxa"/>' for side in ("left", "right"))
    properties = (
        f'<w:tblW w:w="{sum(look.widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
    )
    yield f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>".encode()
    headers = _leading_headers(table.rows)
    last = len(rows) - 1
    for index, (row, shared) in enumerate(zip(table.rows, rows, strict=True)):
        repeats = index < headers
        keep = keep_last if index == last else repeats or row.kind is RowKind.GROUP
        yield _row(shared, look, repeats, keep)
    yield b"</w:tbl>"


def as_text(piece: bytes | str) -> str:
    """Return a piece of :func:`table_pieces` as text."""
    return piece if isinstance(piece, str) else piece.decode()


def _look(
    columns: Sequence[Column], rows: Sequence[SharedRow], section: Section, facts: TemplateFacts
) -> _Look:
    count = len(columns)
    size = "" if count <= 5 else " 12" if count <= 8 else " 11"
    body, header = facts.style(f"Ô bảng{size}"), facts.style(f"Ô tiêu đề{size}")
    padding = _PADDING if count <= 5 else _NARROW_PADDING
    widths = fitted_widths(columns, rows, section.text_width, body, header, padding)
    aligns = tuple(column.align for column in columns)
    return _shared_look(
        facts, body, header, padding, widths, aligns, section.text_height * _TALLEST_WHOLE_ROW
    )


#: The one object of a look, as long as it is remembered.
_shared_look = functools.lru_cache(_LOOKS)(_Look)


def _leading_headers(rows: Sequence[Row]) -> int:
    """Return how many rows at the top are header rows; a table of nothing else repeats none."""
    count = next((index for index, row in enumerate(rows) if row.kind is not RowKind.HEADER), len(rows))
    return count if count < len(rows) else 0


@functools.lru_cache(REMEMBERED)
def _row(row: SharedRow, look: _Look, repeats: bool, keep: bool) -> bytes | str:
    whole = repeats or _is_low(row, look) or _height(row, look) <= look.tallest
    marks = "<w:cantSplit/>" * whole + "<w:tblHeader/>" * repeats
    properties = f"<w:trPr>{marks}</w:trPr>" if marks else ""
    cells, column = [], 0
    for cell in row.cells:
        cells.append(_cell(cell, row.is_header, column, look, keep=keep))
        column += cell.column_span
    text = f"<w:tr>{properties}{''.join(cells)}</w:tr>"
    return text if _UNUSUAL.search(text) else text.encode()


def _cell(cell: Cell, is_header: bool, column: int, look: _Look, *, keep: bool) -> str:
    width = sum(look.widths[column : column + cell.column_span])
    span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
    merge = '<w:vMerge w:val="restart"/>' if cell.row_span > 1 else "<w:vMerge/>" if cell.covered else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/>'
    align = cell.align or (Align.CENTER if is_header else look.aligns[column])
    style = look.header if is_header else look.body
    looks = f'<w:pStyle w:val="{style.id}"/>{"<w:keepNext/>" * keep}<w:jc w:val="{_JC[align]}"/>'
    paragraphs = [
        f"<w:p><w:pPr>{looks}</w:pPr>{runs_xml(runs, look.facts, bold=cell.bold, italic=cell.italic)}</w:p>"
        for runs in cell.paragraphs or ((),)
    ]
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def _is_low(row: SharedRow, look: _Look) -> bool:
    """Whether :func:`_height` of ``row`` cannot be more than the tallest, by the letters alone.

    No letter is wider than one and a half times its size, and any two lines of a text, one after the other,
    are wider than the cell: else the second would have begun on the first.
    """
    letter = look.body.size_pt * _DXA_PER_POINT
    most, column = 0.0, 0
    for cell in row.cells:
        width = max(sum(look.widths[column : column + cell.column_span]) - 2 * look.padding, 1)
        texts = [plain(runs) for runs in cell.paragraphs]
        lines = sum(3 * len(text) * letter / width + len(text.splitlines()) + 1 for text in texts)
        most = max(most, lines / cell.row_span)
        column += cell.column_span
    return most * letter * _LINE_HEIGHT <= look.tallest


def _height(row: SharedRow, look: _Look) -> float:
    """Return the height of ``row`` in dxa, by its tallest cell; merged cells share theirs out."""
    tallest, column = 0.0, 0
    for cell in row.cells:
        width = sum(look.widths[column : column + cell.column_span]) - 2 * look.padding
        lines = sum(_lines(runs, width, look.body.size_pt) for runs in cell.paragraphs)
        tallest = max(tallest, lines / cell.row_span)
        column += cell.column_span
    return tallest * look.body.size_pt * _LINE_HEIGHT * _DXA_PER_POINT


def _lines(runs: Runs, width: int, size_pt: float) -> int:
    text = plain(runs)
    # No letter is wider than its size: what fits by that needs no measuring.
    if len(text) * size_pt * _DXA_PER_POINT <= width:
        return 1
    return len(wrap_lines(text, size_pt, max(width, 1) / DXA_PER_MM))
