"""What is known while files are read: of all files with the same styles, and of the one that is read."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterator
from typing import Any, Literal

from lxml import etree
from msgspec import Struct, field

from nq57gen.reading.blocks import ParagraphView, RowView, TableView
from nq57gen.reading.formatting import Formatting
from nq57gen.reading.memory import Memory
from nq57gen.reading.moulds import Moulds
from nq57gen.reading.numbering import Numbering
from nq57gen.reading.paragraphs import Core
from nq57gen.reading.plain import Piece
from nq57gen.reading.row_moulds import RowMoulds
from nq57gen.reading.table_styles import TableLayer
from nq57gen.reading.tables import TableReader, TableSpot
from nq57gen.reading.theme import Theme

#: Paragraphs, rows and tables of files with the same styles that are remembered: at once, and in all.
_PARAGRAPHS_KEPT, _ROWS_KEPT, _TABLES_KEPT = (160, 320), (80, 320), (6, 24)
_HEADERS_KEPT = 32


class Known(Struct, frozen=True):
    """What the parts for styles, theme, lists and settings give: the same for all files with the same ones.

    XML or its digest are the keys. ``paragraphs``: with the layer of the table around; ``rows``: with all
    around the row; ``tables_read`` of the body: then by their spots.
    """

    formatting: Formatting
    theme: Theme
    numbering: Numbering
    tables: TableReader
    even_differs: bool  # pages with even numbers have headers of their own
    moulds: Moulds = field(default_factory=Moulds)
    row_moulds: RowMoulds = field(default_factory=RowMoulds)
    paragraphs: Memory[tuple[bytes, TableLayer | None], Core] = field(
        default_factory=lambda: _memory(_PARAGRAPHS_KEPT)
    )
    rows: Memory[Hashable, RowView] = field(default_factory=lambda: _memory(_ROWS_KEPT))
    tables_read: Memory[bytes, Memory[TableSpot, TableView]] = field(
        default_factory=lambda: _memory(_TABLES_KEPT)
    )
    headers: Memory[Hashable, tuple[ParagraphView, ...]] = field(
        default_factory=lambda: Memory(_HEADERS_KEPT)
    )

    def has(self, piece: Piece) -> bool:
        """Whether a piece of a plain body was read before."""
        return piece.data in self.tables_read if piece.is_table else (piece.data, None) in self.paragraphs


def _memory(kept: tuple[int, int]) -> Memory[Any, Any]:
    return Memory(kept[1], kept[0])


class Shared(Struct):
    """What all parts of one file share while it is read.

    ``remember``: rows of this file may come from and go to what is known; not in a part whose elements must
    have their places. ``others``: how often something was read that counts or is counted (lists, notes,
    boxes, fields): it depends on more than its own XML.
    """

    known: Known
    remember: bool = True
    others: int = 0
    box_numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    #: (kind, id, section) of each mark of a note, in order
    notes: list[tuple[Literal["footnote", "endnote"], str, int]] = field(default_factory=list)
    #: (elements, place) of each paragraph
    places: dict[etree._Element, str] = field(default_factory=dict)
