"""Rows of tables that differ from one that was read in nothing but their words.

Most rows of a table are written alike. What such a row is follows from the bytes around its texts and from
what the table gives it; only the texts, and the places where they stand, are new. A view of many fields is
made from the list of them, which takes a third of the time its names would take.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, TypeAlias

from msgspec import Struct, field

from nq57gen.patterns import lazily
from nq57gen.reading.blocks import CellView, ParagraphView, RowView, RunView, TablePlace
from nq57gen.reading.formatting import fonts_shown
from nq57gen.reading.look_alikes import is_folded
from nq57gen.reading.memo import Memo
from nq57gen.reading.memory import Memory
from nq57gen.reading.moulds import apart, is_encoded, letters
from nq57gen.reading.places import Container, cell_place, row_place
from nq57gen.reading.tables import RowSpot

#: Rows that are remembered; one with more bytes around its texts is not.
_KEPT, _LONGEST = 64, 50_000
#: Runs at one spot of such rows that are remembered: the same few words stand in many rows of a long table.
_RUNS_KEPT = 16


def _properties(*names: bytes) -> bytes:
    """The pattern of an element with nothing but properties, with one of these names; no text inside."""
    return b"(?:%s)" % b"|".join(
        rb"<%s/>|<%s(?: [^<>\0]*)?>[^<\0]*(?:<(?!/%s>)[^<\0]*)*</%s>" % (name, name, name, name)
        for name in names
    )


_RUN = rb"<w:r(?: [^<>]*)?>%s?\0</w:r>" % _properties(b"w:rPr")
_PARAGRAPH = rb"<w:p(?: [^<>]*)?(?:/>|>%s?(?:%s)*</w:p>)" % (_properties(b"w:pPr"), _RUN)
_CELL = rb"<w:tc(?: [^<>]*)?>%s?(?:%s)+</w:tc>" % (_properties(b"w:tcPr"), _PARAGRAPH)
#: A row of paragraphs of runs with one text each and nothing else, by the bytes around the texts.
_ALIKE = lazily(rb"<w:tr(?: [^<>]*)?>%s*(?:%s)+</w:tr>" % (_properties(b"w:tblPrEx", b"w:trPr"), _CELL))

#: The bytes around the texts, and what the table around gives.
_Key: TypeAlias = tuple[bytes, Hashable]


def _slots(kind: type[Struct], *names: str) -> tuple[int, ...]:
    """Where in the fields of a view these stand."""
    return tuple(map(kind.__struct_fields__.index, names))


_OF_RUN = _LETTERS, _FONTS_SHOWN = _slots(RunView, "text", "fonts_shown")
_OF_ROW = _ROW_PLACE, _CELLS, _ROW_MEMO = _slots(RowView, "place", "cells", "memo")
_OF_CELL = _CELL_PLACE, _BLOCKS = _slots(CellView, "place", "blocks")
_OF_PARAGRAPH = _PLACE, _STORY, _SECTION, _TEXT, _RUNS, _IN_TABLE, _MEMO = _slots(
    ParagraphView, "place", "story", "section", "text", "runs", "in_table", "memo"
)


class _Run(Struct, frozen=True):
    """A run by its fields, how it looks, and what was made of it, by the words."""

    fields: list[Any]
    look: RunView
    made: Memory[str, RunView] = field(default_factory=lambda: Memory(_RUNS_KEPT))


class _Paragraph(Struct, frozen=True):
    """A paragraph by its fields, and its runs."""

    fields: list[Any]
    runs: tuple[_Run, ...]


class _Cell(Struct, frozen=True):
    """A cell by its fields, and its paragraphs."""

    fields: list[Any]
    paragraphs: tuple[_Paragraph, ...]


class _Mould(Struct, frozen=True):
    """A row by its fields, and its cells; what differs between rows of one mould is None among the fields."""

    fields: list[Any]
    cells: tuple[_Cell, ...]


class _Sample(Struct):
    """A row that was read; made into a mould when another one like it comes, for many stay alone."""

    row: RowView | None
    mould: _Mould | None = None


class RowMoulds:
    """The moulds of rows in files with the same styles, theme, lists and settings."""

    def __init__(self) -> None:
        self._known: Memory[_Key, _Sample] = Memory(_KEPT)

    def cast(self, data: bytes, spot: RowSpot, forgetful: Memo | None) -> RowView | None:
        """Return the row with the XML ``data``, outside any field; None if none like it was read.

        ``forgetful`` is the memo of all its paragraphs, None for one of their own.
        """
        around, marks, texts = apart(data)
        sample = self._known.get((around, spot.around))
        if sample is None or is_encoded(data):
            return None
        if sample.row is not None:
            sample.mould, sample.row = _mould(around, sample.row), None
        words = list(map(letters, marks, texts))
        if sample.mould is None or not all(words) or not is_folded("".join(words)):
            return None
        return _cast(sample.mould, iter(words), spot, forgetful)

    def learn(self, data: bytes, spot: RowSpot, row: RowView) -> None:
        """Remember what ``row``, read from the XML ``data`` outside any field, is like.

        Nothing in it may count or be counted: no list, note or box.
        """
        around, _, texts = apart(data)
        key = (around, spot.around)
        if len(around) > _LONGEST or key in self._known or _runs(row) != len(texts):
            return
        if is_folded(b"".join(texts).decode()):
            self._known.put(key, _Sample(row))


def _runs(row: RowView) -> int:
    """How many runs there are in a row; tables in it not looked into."""
    return sum(
        len(block.runs) for cell in row.cells for block in cell.blocks if isinstance(block, ParagraphView)
    )


def _mould(around: bytes, row: RowView) -> _Mould | None:
    """Return the mould of a row with as many runs as texts; None for one that is not plain.

    A plain row has at most one run for each text, so here it has just that one, in the order of the texts.
    """
    if not _ALIKE.fullmatch(around):
        return None
    cells = []
    for cell in row.cells:
        paragraphs = [block for block in cell.blocks if isinstance(block, ParagraphView)]
        cells.append(_Cell(_fields(cell, _OF_CELL), tuple(map(_paragraph, paragraphs))))
    return _Mould(_fields(row, _OF_ROW), tuple(cells))


def _paragraph(paragraph: ParagraphView) -> _Paragraph:
    runs = tuple(_Run(_fields(run, _OF_RUN), run) for run in paragraph.runs)
    return _Paragraph(_fields(paragraph, _OF_PARAGRAPH), runs)


def _fields(view: RowView | CellView | ParagraphView | RunView, without: tuple[int, ...]) -> list[Any]:
    names = enumerate(view.__struct_fields__)
    return [None if number in without else getattr(view, name) for number, name in names]


def _cast(mould: _Mould, words: Iterator[str], spot: RowSpot, forgetful: Memo | None) -> RowView:
    table, number = spot.table, spot.number
    cells = []
    for position, cell in enumerate(mould.cells, 1):
        place = cell_place(table.place, number, position)
        where = TablePlace(table.number, number, position, table.outer)
        said = [_said(paragraph, words) for paragraph in cell.paragraphs]
        places: Iterable[str] = (place,)  # that of a paragraph without neighbours
        if len(said) > 1:
            places = Container(place, is_cell=True).paragraphs([bool(text.strip()) for text, _ in said])
        blocks = []
        for paragraph, (text, runs), its_place in zip(cell.paragraphs, said, places, strict=True):
            fields = paragraph.fields.copy()
            fields[_PLACE], fields[_STORY], fields[_SECTION] = its_place, table.story, table.section
            fields[_TEXT], fields[_RUNS], fields[_IN_TABLE] = text, runs, where
            fields[_MEMO] = Memo() if forgetful is None else forgetful
            blocks.append(ParagraphView(*fields))
        fields = cell.fields.copy()
        fields[_CELL_PLACE], fields[_BLOCKS] = place, tuple(blocks)
        cells.append(CellView(*fields))
    fields = mould.fields.copy()
    fields[_ROW_PLACE], fields[_CELLS], fields[_ROW_MEMO] = (
        row_place(table.place, number),
        tuple(cells),
        Memo(),
    )
    return RowView(*fields)


def _said(paragraph: _Paragraph, words: Iterator[str]) -> tuple[str, tuple[RunView, ...]]:
    """Return the text of a paragraph and its runs; each takes the next of the words."""
    text, runs = "", []
    for run, word in zip(paragraph.runs, words, strict=False):
        view = run.made.get(word)
        if view is None:
            fields = run.fields.copy()
            fields[_LETTERS], fields[_FONTS_SHOWN] = word, fonts_shown(word, run.look)
            view = run.made.put(word, RunView(*fields))
        runs.append(view)
        text += "" if run.look.hidden else view.text
    return text, tuple(runs)
