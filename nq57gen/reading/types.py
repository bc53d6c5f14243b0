"""What a Word file looks like as Word shows it; every type of this room can be imported from here.

Sections, notes and the whole file are here, what a page holds is in :mod:`nq57gen.reading.blocks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias, TypeVar

from msgspec import Struct, field

from nq57gen.diagnostics import Diagnostic
from nq57gen.reading.blocks import (
    Align,
    Block,
    Border,
    Borders,
    CellView,
    DrawnLine,
    FontNames,
    LineRule,
    LineSpacing,
    Margins,
    ParagraphView,
    RowView,
    RunView,
    Story,
    TablePlace,
    TableView,
    TabStop,
    TextBoxView,
)
from nq57gen.reading.memo import Memo
from nq57gen.reading.walk import Gathered, paragraphs_of, tables_of

__all__ = [
    "Align",
    "Block",
    "Border",
    "Borders",
    "CellView",
    "DrawnLine",
    "FontNames",
    "Gathered",
    "LineRule",
    "LineSpacing",
    "Margins",
    "NoteView",
    "PageKind",
    "ParagraphView",
    "RowView",
    "RunView",
    "Section",
    "Story",
    "TabStop",
    "TablePlace",
    "TableView",
    "TextBoxView",
    "WordFile",
    "paragraphs_of",
    "tables_of",
]

#: Which pages of a section a header or footer is for.
PageKind: TypeAlias = Literal["default", "first", "even"]
_Found = TypeVar("_Found")


class Section(Struct, frozen=True):
    """A section with the headers and footers it really has.

    ``headers`` and ``footers`` always have "default"; "first" only when the first page differs
    (``title_page``) and "even" only when the file asks for even pages; an empty tuple is an empty header.
    A header taken over from the section before is that section's, place included.
    """

    number: int
    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int  # from the edge of the paper to the header
    footer: int
    gutter: int
    starts: str  # "nextPage", "continuous", "evenPage", "oddPage", "nextColumn"
    columns: int
    title_page: bool
    number_start: int | None
    number_format: str
    headers: Mapping[PageKind, tuple[ParagraphView, ...]]
    footers: Mapping[PageKind, tuple[ParagraphView, ...]]

    @property
    def landscape(self) -> bool:
        """Whether the page is wider than high."""
        return self.width > self.height

    @property
    def text_width(self) -> int:
        """Width between the margins."""
        return self.width - self.left - self.right - self.gutter

    def page_numbers(self, where: Literal["header", "footer"], kind: PageKind) -> list[ParagraphView]:
        """Return the paragraphs with the number of the page; [] when such pages show none."""
        parts = self.headers if where == "header" else self.footers
        return [paragraph for paragraph in parts.get(kind, ()) if "PAGE" in paragraph.fields]


class NoteView(Struct, frozen=True):
    """A footnote or endnote, numbered from 1 in the order of the marks."""

    kind: Literal["footnote", "endnote"]
    number: int
    blocks: tuple[Block, ...]


class WordFile(Struct, frozen=True):
    """A Word file; ``blocks`` is the body in order, ``notices`` what a reader of the result must know."""

    shown_as: str
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    notes: tuple[NoteView, ...]
    notices: tuple[Diagnostic, ...]
    memo: Memo = field(default_factory=Memo)

    def paragraphs(self) -> Iterator[ParagraphView]:
        """Yield the paragraphs of the body in reading order, those of tables and text boxes included."""
        if "body" not in self.memo:
            self.memo["body"] = tuple(paragraphs_of(self.blocks))
        return iter(self.memo["body"])

    def tables(self) -> Iterator[TableView]:
        """Yield the tables of the body in reading order, those in cells and text boxes included."""
        return tables_of(self.blocks)

    def all_paragraphs(self) -> Iterator[ParagraphView]:
        """Yield the body, the notes, then headers and footers, each paragraph once."""
        if "all" not in self.memo:
            self.memo["all"] = tuple(self._all())
        return iter(self.memo["all"])

    def gather(self, gathered: Gathered[_Found]) -> list[_Found]:
        """Return what is found in :meth:`all_paragraphs`."""
        found = gathered(self.blocks)
        for note in self.notes:
            found += gathered(note.blocks)
        for paragraph in self._headers_and_footers():
            found += gathered.find(paragraph)
        return found

    def _all(self) -> Iterator[ParagraphView]:
        yield from self.paragraphs()
        for note in self.notes:
            yield from paragraphs_of(note.blocks)
        yield from self._headers_and_footers()

    def _headers_and_footers(self) -> Iterator[ParagraphView]:
        seen: set[int] = set()
        for section in self.sections:
            for part in (*section.headers.values(), *section.footers.values()):
                for paragraph in part:
                    if id(paragraph) not in seen:
                        seen.add(id(paragraph))
                        yield paragraph
