"""The horizontal lines under components (motto, issuing body, subject ...), however they are made.

A line is a border of a paragraph, a border of a cell, a drawn shape anchored nearby, or a row of typed
underscores. A row of dashes or dots is no solid line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from nq57gen.checks.layout.column import TWIPS_PER_MM, Column, Spot, column_of, line_widths
from nq57gen.checks.layout.looks import is_black
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import Piece, is_typed_line, paragraphs_of, split_at_tabs
from nq57gen.checks.layout.rule import Found
from nq57gen.reading.types import Border, CellView, ParagraphView

#: Kinds of border and of typed signs that look solid on paper.
_SOLID_BORDERS = frozenset({"single", "thick", "double"})
_SOLID_SIGNS = frozenset("_─━—―‗¯")
#: How far from the middle a line may stand, in millimetres.
_OFF_CENTRE = 5.0


class Line(Struct, frozen=True):
    """One line; lengths in millimetres. ``length`` None: the file does not say.

    ``shift``: how far its middle lies right of the middle of the column, None when not known.
    """

    length: float | None
    shift: float | None
    solid: bool
    color: str
    typed: bool = False


def lines_under(parts: Parts, pieces: Sequence[Piece]) -> list[Line]:
    """The lines that may belong to the component ``pieces``: below it, or anchored where it stands."""
    column = column_of(parts, pieces[-1])
    first, last = column.index(_first(column, pieces)), column.index(pieces[-1].paragraph)
    own = column.spots[last]
    lines: list[Line] = []
    for spot in column.spots[0 if own.cell else max(first - 1, 0) : last + 1]:
        lines += _drawn(spot.paragraph)
    lines += _bordered(own, own.paragraph.borders.bottom)
    lines += _below(column, last)
    return lines or _anchored_elsewhere(parts, pieces[-1])


def has_line(parts: Parts, pieces: Sequence[Piece]) -> bool:
    """Whether there is a line under ``pieces``."""
    return bool(pieces) and any(_counts(line) for line in lines_under(parts, pieces))


def line_faults(
    parts: Parts, pieces: Sequence[Piece], *, shortest: float, longest: float, tolerance: float
) -> Iterator[Found]:
    """What is wrong with the line under ``pieces``, which must be solid, black, and in the middle.

    Its length is between ``shortest`` and ``longest`` times that of a printed line of ``pieces``; of
    several lines of text any may be the measure. ``tolerance`` is in the same measure.
    """
    if not pieces:
        return
    place = pieces[-1].place
    lines = lines_under(parts, pieces)
    if not any(_counts(line) for line in lines):
        if any(run.underline for piece in pieces for run in piece.letters):
            yield Found(place, "gạch chân chữ, không có đường kẻ")
        else:
            yield Found(place, "dãy dấu gạch, không phải nét liền" if lines else "không có đường kẻ")
        return
    widths = line_widths(column_of(parts, pieces[-1]), pieces)
    low, high = (shortest - tolerance) * min(widths), (longest + tolerance) * max(widths)
    faults = [_faults(line, low, high) for line in lines if _counts(line)]
    if all(faults):
        least = min(faults, key=len)
        too_long = any(fault.startswith("dài") for fault in least)
        measure = f" (dòng chữ dài {_mm(max(widths))})" if too_long else ""
        yield Found(place, "đường kẻ " + ", ".join(least) + measure)


def _counts(line: Line) -> bool:
    """Whether it is a line at all: a row of dashes is none."""
    return line.solid or not line.typed


def _first(column: Column, pieces: Sequence[Piece]) -> ParagraphView:
    """The first paragraph of the component that stands in the column of its last."""
    spots = [spot.paragraph for spot in column.spots]
    return next(
        piece.paragraph for piece in pieces if any(piece.paragraph is paragraph for paragraph in spots)
    )


def _below(column: Column, last: int) -> Iterator[Line]:
    """The lines between the component and the next text, and those anchored in that text."""
    cell = column.spots[last].cell
    for spot in column.spots[last + 1 :]:
        if spot.cell is not cell:
            yield from _between_cells(cell, spot)
            cell = spot.cell
        paragraph = spot.paragraph
        pieces = split_at_tabs(paragraph)
        yield from _bordered(spot, paragraph.borders.top)
        yield from _drawn(paragraph)
        if not all(is_typed_line(piece.text) for piece in pieces):
            return
        yield from (_typed(piece) for piece in pieces)
        yield from _bordered(spot, paragraph.borders.bottom)
    yield from _between_cells(cell, None)


def _between_cells(upper: CellView | None, below: Spot | None) -> Iterator[Line]:
    """The border between two cells over one another; a cell framed on its sides is a box, not a line."""
    lower = below.cell if below else None
    for cell, side in ((upper, "bottom"), (lower, "top")):
        if cell is None or cell.borders.left or cell.borders.right:
            continue
        border: Border | None = getattr(cell.borders, side)
        if border and border.visible:
            width = cell.width / TWIPS_PER_MM if cell.width > 0 else None
            yield Line(width, 0.0, border.style in _SOLID_BORDERS, border.color)


def _bordered(spot: Spot, border: Border | None) -> Iterator[Line]:
    """The line that a border of a paragraph draws, from one indent to the other."""
    if border is None or not border.visible:
        return
    paragraph = spot.paragraph
    left, right = paragraph.indent_left + min(paragraph.indent_first, 0), paragraph.indent_right
    length = shift = None
    if spot.width is not None:
        length = (spot.width - left - right) / TWIPS_PER_MM
        shift = (left - right) / 2 / TWIPS_PER_MM
    yield Line(length, shift, border.style in _SOLID_BORDERS, border.color)


def _drawn(paragraph: ParagraphView) -> Iterator[Line]:
    for line in paragraph.lines:
        length = line.width / TWIPS_PER_MM if line.width else None
        yield Line(length, None, line.solid, line.color)


def _typed(piece: Piece) -> Line:
    """A typed line; its length is not judged, it must be drawn anyway."""
    return Line(None, None, set(piece.text) <= _SOLID_SIGNS, piece.letters[0].color, typed=True)


def _anchored_elsewhere(parts: Parts, piece: Piece) -> list[Line]:
    """Drawn lines anchored anywhere in the letterhead, when there are enough for both its lines.

    Word anchors a line where the pointer was, be it in the other column.
    """
    paragraphs = _letterhead(parts)
    if not any(paragraph is piece.paragraph for paragraph in paragraphs):
        return []
    drawn = [line for paragraph in paragraphs for line in _drawn(paragraph)]
    return drawn if len(drawn) > 1 else []


def _letterhead(parts: Parts) -> list[ParagraphView]:
    """The paragraphs of the letterhead, set as a table or with tabs."""
    if parts.letterhead is not None:
        return list(paragraphs_of([parts.letterhead]))
    named = [piece.paragraph for piece in (parts.motto, parts.number, parts.date) if piece is not None]
    paragraphs = list(paragraphs_of(parts.file.blocks))
    ends = [i for i, paragraph in enumerate(paragraphs) if any(paragraph is one for one in named)]
    return paragraphs[: max(ends, default=-1) + 1]


def _faults(line: Line, low: float, high: float) -> list[str]:
    """What is wrong with one line that may be meant."""
    faults = []
    if not line.solid:
        faults.append("không phải nét liền")
    if not is_black(line.color):
        faults.append(f"màu {line.color}")
    if line.length is not None and not low <= line.length <= high:
        faults.append(f"dài {_mm(line.length)}")
    if line.shift is not None and abs(line.shift) > _OFF_CENTRE:
        faults.append("lệch " + ("phải" if line.shift > 0 else "trái"))
    return faults


def _mm(value: float) -> str:
    return f"{value:.1f} mm".replace(".", ",")
