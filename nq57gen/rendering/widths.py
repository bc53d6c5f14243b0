"""Widths of table columns: the shares asked for, to the last dxa, and no word broken for want of room."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nq57gen.model.document import plain
from nq57gen.patterns import lazily
from nq57gen.rendering.names import DXA_PER_MM
from nq57gen.rendering.rows import REMEMBERED
from nq57gen.vietnamese.metrics import text_width_mm, widest_mm

if TYPE_CHECKING:
    from nq57gen.model.document import Column
    from nq57gen.rendering.facts import Style
    from nq57gen.rendering.rows import SharedRow

#: A word longer than this part of the table (an address of a page, say) may be broken.
_WIDEST_WORD = 0.25
#: Word and LibreOffice round letter widths differently.
_SLACK = 1.03
#: How many texts of cells are remembered, for documents that say the same.
_REMEMBERED = 2048
#: Where a line may break inside a word.
_BREAKS = lazily(r"\s+|(?<=\w-)(?=[^\W\d])")


def column_widths(shares: Sequence[float], total: int) -> tuple[int, ...]:
    """Divide ``total`` dxa by ``shares`` into whole numbers that add up to it (largest remainder)."""
    whole = sum(shares)
    exact = [share / whole * total for share in shares]
    widths = [int(width) for width in exact]
    by_remainder = sorted(range(len(exact)), key=lambda column: (widths[column] - exact[column], column))
    for column in by_remainder[: total - sum(widths)]:
        widths[column] += 1
    return tuple(widths)


def fitted_widths(
    columns: Sequence[Column], rows: Sequence[SharedRow], total: int, body: Style, header: Style, padding: int
) -> tuple[int, ...]:
    """Column widths in dxa by the shares of ``columns``, each at least as wide as its longest word.

    What narrow columns need is taken from the others in proportion to what they can spare.
    """
    widths = column_widths([column.share for column in columns], total)
    limit = total * _WIDEST_WORD
    longest = [_longest_words(row, header if row.is_header else body, limit) for row in rows]
    words = map(max, zip([0.0] * len(columns), *longest, strict=True))
    needed = [round(width * _SLACK) + 2 * padding for width in words]
    if sum(needed) > total:
        return widths
    missing = sum(max(0, need - width) for need, width in zip(needed, widths, strict=True))
    spare = sum(max(0, width - need) for need, width in zip(needed, widths, strict=True))
    if not missing:
        return widths
    fitted = [
        need if need > width else width - (width - need) * missing / spare
        for need, width in zip(needed, widths, strict=True)
    ]
    return column_widths(fitted, total)


@functools.lru_cache(maxsize=REMEMBERED)
def _longest_words(row: SharedRow, style: Style, limit: float) -> tuple[float, ...]:
    """Return the width of the longest word in each column; 0 where a cell is merged across."""
    longest: list[float] = []
    for cell in row.cells:
        widest = 0.0
        if cell.column_span == 1:
            bold = cell.bold or style.bold
            for runs in cell.paragraphs:
                width = _longest_word(plain(runs), style.size_pt, bold, style.italic, limit)
                widest = max(widest, width)
        longest += [widest] * cell.column_span
    return tuple(longest)


@functools.lru_cache(maxsize=_REMEMBERED)
def _longest_word(text: str, size_pt: float, bold: bool, italic: bool, limit: float) -> float:
    """Return the width in dxa of the longest word of ``text`` that is within ``limit``, 0 without one."""
    words = _BREAKS.split(text)
    widest = widest_mm(words, size_pt, bold, italic) * DXA_PER_MM
    if widest <= limit:
        return widest
    widths = (text_width_mm(word, size_pt, bold, italic) * DXA_PER_MM for word in words)
    return max((width for width in widths if width <= limit), default=0.0)
