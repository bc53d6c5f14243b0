"""What stands above and below a component: cells of a table over one another, or the text."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from msgspec import Struct

from nq57gen.checks.layout.looks import points
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import Piece, once_each
from nq57gen.checks.layout.rule import Found
from nq57gen.checks.once import once_a_document
from nq57gen.reading.types import CellView, ParagraphView, TableView, tables_of
from nq57gen.vietnamese.metrics import text_width_mm, wrap_lines

TWIPS_PER_MM = 56.69
_MM_PER_POINT = 25.4 / 72
#: Letters laid over one another are measured as if they kept so much of their width.
_LEAST_STRETCH = 0.1
#: More space than this between two lines is no single spacing: twips, lines, times the size of the letters.
_SPACE_OFF, _SINGLE, _SINGLE_HEIGHT = 60, 1.1, 1.4


class Spot(Struct, frozen=True):
    """A paragraph of a column, the cell it stands in, and the width for text there (None: not fixed)."""

    paragraph: ParagraphView
    cell: CellView | None
    width: int | None


class Column(Struct, frozen=True):
    """``spots`` from top to bottom; ``width`` in twips is that of the piece asked for, None if not fixed."""

    spots: tuple[Spot, ...]
    width: int | None

    def index(self, paragraph: ParagraphView) -> int:
        """The place of ``paragraph`` among the spots."""
        return next(i for i, spot in enumerate(self.spots) if spot.paragraph is paragraph)


def column_of(parts: Parts, piece: Piece) -> Column:
    """The column of ``piece``; a table between paragraphs of the text ends the column.

    A table of one column is part of that of the text.
    """
    found = cell_of(parts, piece.paragraph)
    if found is None:
        return _text_column(parts, piece)
    table, own = found
    cells = [cell for row in table.rows for cell in row.cells if _over_one_another(cell, own)]
    width = _cell_width(table, own)
    spots = [
        Spot(block, cell, width)
        for cell in cells
        for block in cell.blocks
        if isinstance(block, ParagraphView)
    ]
    if all(len(row.cells) == 1 for row in table.rows):
        spots += _text_below(parts, table)
    return Column(tuple(spots), width)


def _text_below(parts: Parts, table: TableView) -> list[Spot]:
    """The paragraphs right below a table of the text itself."""
    blocks = parts.file.blocks
    at = next((i for i, block in enumerate(blocks) if block is table), len(blocks))
    below = itertools.takewhile(lambda block: isinstance(block, ParagraphView), blocks[at + 1 :])
    return [
        Spot(block, None, _text_width(parts, block)) for block in below if isinstance(block, ParagraphView)
    ]


def _text_width(parts: Parts, paragraph: ParagraphView) -> int | None:
    """The width for text in a section of one column."""
    section = next(s for s in parts.file.sections if s.number == paragraph.section)
    return section.text_width if section.columns <= 1 else None


def cell_of(parts: Parts, paragraph: ParagraphView) -> tuple[TableView, CellView] | None:
    """The innermost table and cell that hold ``paragraph``, None in the text itself."""
    for table in _tables(parts):
        cell = _cells(table).get(id(paragraph))
        if cell is not None:
            return table, cell
    return None


@once_a_document
def _tables(parts: Parts) -> tuple[TableView, ...]:
    return tuple(tables_of(parts.file.blocks))


@once_each
def _cells(table: TableView) -> dict[int, CellView]:
    """The cell of each block that stands in a cell of ``table`` itself, by its identity."""
    return {id(block): cell for row in table.rows for cell in row.cells for block in cell.blocks}


def _text_column(parts: Parts, piece: Piece) -> Column:
    blocks = parts.file.blocks
    at = next((i for i, block in enumerate(blocks) if block is piece.paragraph), None)
    if at is None:  # in a text box
        return Column((Spot(piece.paragraph, None, None),), None)
    first, last = at, at
    while first > 0 and isinstance(blocks[first - 1], ParagraphView):
        first -= 1
    while last + 1 < len(blocks) and isinstance(blocks[last + 1], ParagraphView):
        last += 1
    fixed = not piece.tabbed and not piece.paragraph.frame_align
    width = _text_width(parts, piece.paragraph) if fixed else None
    found = blocks[first : last + 1]
    return Column(
        tuple(Spot(block, None, width) for block in found if isinstance(block, ParagraphView)), width
    )


def _over_one_another(one: CellView, other: CellView) -> bool:
    return one.column < other.column + other.column_span and other.column < one.column + one.column_span


def _cell_width(table: TableView, cell: CellView) -> int | None:
    """The width for text; None where cell and grid differ in a table that may stretch."""
    grid = sum(table.grid[cell.column : cell.column + cell.column_span])
    if cell.width <= 0 or (table.layout != "fixed" and abs(cell.width - grid) > cell.width / 20):
        return None
    return cell.width - cell.margins.left - cell.margins.right


def line_widths(column: Column, pieces: Sequence[Piece]) -> list[float]:
    """How long each printed line of ``pieces`` is, in millimetres."""
    widths: list[float] = []
    for piece in pieces:
        if not piece.letters:
            continue
        run = piece.letters[0]
        room = 10_000.0
        if column.width is not None and not piece.tabbed:
            own = piece.paragraph
            room = (column.width - own.indent_left - own.indent_right) / TWIPS_PER_MM
        wider = stretch(piece)
        lines = wrap_lines(piece.text, run.size_pt, room / wider, run.bold, run.italic)
        widths += [text_width_mm(line, run.size_pt, run.bold, run.italic) * wider for line in lines]
    return widths


def stretch(piece: Piece) -> float:
    """How many times as wide as usual its letters are set: spread, condensed, scaled."""
    if all(run.spacing_pt == 0 and run.scale == 1 for run in piece.letters):
        return 1.0
    widths = [
        (text_width_mm(run.shown_text, run.size_pt, run.bold, run.italic), run)
        for run in piece.runs
        if run.shown_text and not run.hidden
    ]
    usual = sum(width for width, _ in widths)
    set_so = sum(width * run.scale + len(run.text) * run.spacing_pt * _MM_PER_POINT for width, run in widths)
    return max(set_so / usual, _LEAST_STRETCH) if usual else 1.0


def same_row(parts: Parts, one: Piece, other: Piece) -> bool | None:
    """Whether two components stand beside one another; None where that cannot be told."""
    if one.paragraph is other.paragraph:
        return True
    first, second = cell_of(parts, one.paragraph), cell_of(parts, other.paragraph)
    if first is not None and second is not None:
        if first[0] is not second[0] or first[1].vertical_merge or second[1].vertical_merge:
            return None
        return _row(first) == _row(second)
    if first is not None or second is not None:
        outer = first or second
        return None if outer is None or outer[0].floating else False
    flowing = all(
        not piece.paragraph.frame_align and _columns(parts, piece) == 1 and not _in_box(parts, piece)
        for piece in (one, other)
    )
    return False if flowing else None


def _row(found: tuple[TableView, CellView]) -> int:
    table, cell = found
    return next(index for index, row in enumerate(table.rows) if any(own is cell for own in row.cells))


def _columns(parts: Parts, piece: Piece) -> int:
    return next(s.columns for s in parts.file.sections if s.number == piece.paragraph.section)


def _in_box(parts: Parts, piece: Piece) -> bool:
    return not any(block is piece.paragraph for block in parts.file.blocks)


def gaps(parts: Parts, pieces: Sequence[Piece]) -> Iterator[Found]:
    """Where lines that belong together are further apart than single spacing sets them."""
    for upper, lower in itertools.pairwise(pieces):
        column = column_of(parts, lower)
        if not any(spot.paragraph is upper.paragraph for spot in column.spots):
            continue
        between = column.spots[column.index(upper.paragraph) + 1 : column.index(lower.paragraph)]
        wrong = ["có dòng trống ở giữa"] if any(_is_blank(spot.paragraph) for spot in between) else []
        space = upper.paragraph.space_after + lower.paragraph.space_before
        if upper.paragraph is not lower.paragraph and space > _SPACE_OFF:
            wrong.append(f"cách nhau thêm {points(space / 20)}")
        wrong += _wide(lower)
        if wrong:
            yield Found(lower.place, ", ".join(wrong))


def _is_blank(paragraph: ParagraphView) -> bool:
    return not (paragraph.shown_text.strip() or paragraph.borders.visible or paragraph.lines)


def _wide(piece: Piece) -> list[str]:
    """How its line spacing is wider than single."""
    line = piece.paragraph.line
    size = max((run.size_pt for run in piece.letters), default=0.0)
    if line.multiple is not None:
        return [f"giãn dòng {line.multiple:.2g}".replace(".", ",")] if line.multiple > _SINGLE else []
    return (
        [f"giãn dòng {points(line.value / 20)}"] if size and line.value / 20 > size * _SINGLE_HEIGHT else []
    )
