"""A document as its reader sees it: passages in order, tables as grids, and who issued it when.

The rules of this folder know nothing else. A Word file is read into a :class:`Paper` by
:mod:`nq57gen.checks.content.from_word`, an example of a rule by :mod:`nq57gen.checks.content.from_text`.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from nq57gen.vietnamese.syllables import fold


class Kind(enum.Enum):
    """What a passage is."""

    TYPE = "type"  # KẾ HOẠCH
    SUBJECT = "subject"
    BASIS = "basis"
    HEADING = "heading"  # with a label ("I.", "1.1.", "a)") or without
    ITEM = "item"  # a numbered or lettered paragraph that is no title
    BULLET = "bullet"
    PROSE = "prose"
    CELL = "cell"  # one paragraph of a table cell
    APPENDIX = "appendix"  # "Phụ lục I"
    TITLE = "title"  # title lines of an appendix, and the line "(Kèm theo ...)"
    NOTE = "note"  # footnote
    NUMBER = "number"  # "Số: 05/KH-UBND"
    DATE = "date"  # "Minh Hưng, ngày 05 tháng 3 năm 2026"
    ADDRESSEE = "addressee"
    RECIPIENT = "recipient"
    SIGNATURE = "signature"


#: What the text proper is made of, tables left out.
RUNNING = frozenset({Kind.HEADING, Kind.ITEM, Kind.BULLET, Kind.PROSE, Kind.BASIS, Kind.SUBJECT, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph that prints text.

    ``text`` is what follows the label, NFC, every kind of space as " " (doubled ones stay); ``label`` as
    printed ("1.1.", "a)", "-", "+"), ``glued``: no space after it; ``number`` what the label counts
    ((1, 1); empty for bullets). ``rank`` orders the levels: a passage belongs to the nearest one above with
    a smaller rank (1 for "Phần I" ... 9 for prose; 0 outside the outline). ``part`` is 0 in the main text,
    1, 2 ... in the appendices. ``place`` is where it stands, as a person would say; ``at`` its index.
    """

    text: str
    kind: Kind
    place: str
    label: str = ""
    number: tuple[int, ...] = ()
    rank: int = 0
    part: int = 0
    at: int = 0
    glued: bool = False

    @property
    def full(self) -> str:
        """Label and text."""
        return f"{self.label}{'' if self.glued or not self.label else ' '}{self.text}"

    @property
    def running(self) -> bool:
        """Whether it is text and no table, letterhead or signature."""
        return self.kind in RUNNING

    def quoted(self, start: int = 0, end: int | None = None) -> str:
        """The place with the words ``text[start:end]`` and a few around them."""
        stop = len(self.text) if end is None else end
        first = max(0, start - 15)
        last = max(stop, first + 40)
        shown = self.text[first:last].strip()
        before, after = "…" if first else "", "…" if last < len(self.text) else ""
        return f"{self.place}: “{before}{shown}{after}”"


class RowKind(enum.Enum):
    """What a row of a table is."""

    HEADER = "header"
    GROUP = "group"  # a title over the rows below it
    DATA = "data"
    TOTAL = "total"


class Covered(enum.Enum):
    """From where a merged cell covers the place of another."""

    LEFT = "left"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class GridCell:
    """One place of a table: a column in a row.

    ``text`` joins the paragraphs of the cell that begins here by line breaks; it is "" where a merged cell
    covers the place (``covered``), so that what counts or adds up cells meets each cell once. ``shown`` is
    what a reader sees here, the text of the covering cell included: it says what the row is about.
    ``columns`` and ``rows`` are how many of them the cell takes.
    """

    text: str
    place: str
    covered: Covered | None = None
    shown: str = ""
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: a cell for each column."""

    kind: RowKind
    cells: tuple[GridCell, ...]
    place: str

    @property
    def text(self) -> str:
        """What the row prints, each cell once."""
        return " ".join(cell.text for cell in self.cells if cell.text)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ``columns`` are the heads above each column, joined from the top; ``part`` as in Passage.

    ``title``: the title of the appendix or the paragraph above; ``after``: index of the passage before it.
    """

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    title: str
    place: str
    part: int
    after: int

    @property
    def data(self) -> tuple[GridRow, ...]:
        """The rows that are neither head, group nor total."""
        return tuple(row for row in self.rows if row.kind is RowKind.DATA)

    def column(self, *words: str) -> int | None:
        """The first column whose head holds one of ``words`` (folded, small letters), or None."""
        for index, head in enumerate(self.columns):
            folded = fold(head).lower()
            if any(word in folded for word in words):
                return index
        return None


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document. ``unit_kind`` "phường", ``unit`` "Minh Hưng", ``province`` "" when not said.

    ``date`` is the day of issue, None in a draft; ``year`` the year the document is about, 0 when not said.
    """

    document_type: str  # "ke_hoach", "bao_cao" ...
    unit_kind: str
    unit: str
    province: str
    date: datetime.date | None
    year: int
    passages: tuple[Passage, ...]
    grids: tuple[Grid, ...]
    #: What rules share, see :func:`once_a_document`.
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def running(self) -> Iterator[Passage]:
        """The text proper, tables and letterhead left out."""
        return (passage for passage in self.passages if passage.running)

    def text_and_cells(self) -> Iterator[Passage]:
        """The text proper and what the tables hold."""
        return (passage for passage in self.passages if passage.running or passage.kind is Kind.CELL)

    def below(self, passage: Passage) -> tuple[Passage, ...]:
        """All passages that belong to ``passage``, at any depth."""
        found = []
        for other in self.passages[passage.at + 1 :]:
            if other.part != passage.part or not other.rank or other.rank <= passage.rank:
                break
            found.append(other)
        return tuple(found)

    def children(self, passage: Passage) -> tuple[Passage, ...]:
        """The passages directly under ``passage``: those of the smallest rank before a deeper one."""
        below = self.below(passage)
        found: list[Passage] = []
        for other in below:
            if not found or other.rank <= found[-1].rank:
                found.append(other)
        return tuple(found)
