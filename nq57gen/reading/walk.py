"""Walks over what a file holds, and gathers what is found in each paragraph.

Tables and rows remember what is found in them: one that was seen before is passed in one step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from nq57gen.reading.blocks import Block, ParagraphView, RowView, TableView

_Found = TypeVar("_Found")


class Gathered(Generic[_Found]):
    """What ``find`` finds in the paragraphs of blocks, in reading order.

    ``find`` must look at nothing but the paragraph and give nothing that changes; ``boxes``: the paragraphs
    of text boxes count too, right behind the one they are anchored in.
    """

    def __init__(self, find: Callable[[ParagraphView], tuple[_Found, ...]], *, boxes: bool = True) -> None:
        self.find = find
        self._boxes = boxes
        self._name = f"gathered {find.__module__}.{find.__qualname__}"

    def __call__(self, blocks: Iterable[Block]) -> list[_Found]:
        """Return everything that is found in ``blocks``."""
        name = self._name
        found: list[_Found] = []
        for block in blocks:
            known = block.memo.get(name)
            if known is None:
                known = block.memo[name] = self._in(block)
            if known:
                found += known
        return found

    def _in(self, block: Block) -> tuple[_Found, ...]:
        if isinstance(block, TableView):
            return tuple(one for row in block.rows for one in self._in_row(row))
        own = self.find(block)
        if not (self._boxes and block.text_boxes):
            return own
        return (*own, *(one for box in block.text_boxes for one in self(box.blocks)))

    def _in_row(self, row: RowView) -> tuple[_Found, ...]:
        known: tuple[_Found, ...] | None = row.memo.get(self._name)
        if known is None:
            known = row.memo[self._name] = tuple(one for cell in row.cells for one in self(cell.blocks))
        return known


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[ParagraphView]:
    """Yield every paragraph of ``blocks``, the text boxes of each right behind it."""
    for block in blocks:
        if isinstance(block, ParagraphView):
            yield block
            for box in block.text_boxes:
                yield from paragraphs_of(box.blocks)
        else:
            yield from _in_table(block)


def _in_table(table: TableView) -> tuple[ParagraphView, ...]:
    if "paragraphs" not in table.memo:
        table.memo["paragraphs"] = tuple(
            found for row in table.rows for cell in row.cells for found in paragraphs_of(cell.blocks)
        )
    paragraphs: tuple[ParagraphView, ...] = table.memo["paragraphs"]
    return paragraphs


def tables_of(blocks: Iterable[Block]) -> Iterator[TableView]:
    """Yield every table of ``blocks``, an outer one before those in its cells."""
    for block in blocks:
        if isinstance(block, ParagraphView):
            for box in block.text_boxes:
                yield from tables_of(box.blocks)
        else:
            yield block
            yield from _inner_tables(block)


def _inner_tables(table: TableView) -> tuple[TableView, ...]:
    if "tables" not in table.memo:
        table.memo["tables"] = tuple(
            found for row in table.rows for cell in row.cells for found in tables_of(cell.blocks)
        )
    tables: tuple[TableView, ...] = table.memo["tables"]
    return tables
