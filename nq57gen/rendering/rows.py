"""Rows of tables, one object for all that say the same, in whatever documents they stand.

Documents of one kind share most rows of their tables. What is found out about a row is remembered by this
object, which is quicker to look up than the cells.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nq57gen.model.document import Cell

#: How many rows are remembered, and how many results about them.
REMEMBERED = 512


class SharedRow:
    """What a row prints: its cells, and whether it is a header row. Equal only to itself."""

    __slots__ = ("cells", "is_header")

    def __init__(self, cells: tuple[Cell, ...], is_header: bool) -> None:
        self.cells = cells
        self.is_header = is_header


#: The one object of rows with these ``cells`` and ``is_header``, as long as it is remembered.
shared_row = functools.lru_cache(REMEMBERED)(SharedRow)
