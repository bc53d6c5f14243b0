"""The document model: what will be printed, block by block, with no Word in it.

Everything here is frozen and typed; text is NFC, without line breaks or tabs, exactly as it will
be printed (upper case and labels already applied). Each block remembers the place in the spec it
came from (``place``), so that later findings can point at a line; only then is the line looked for.
"""

from __future__ import annotations

import enum
from typing import NamedTuple

from msgspec import Struct

from nq57gen.diagnostics import Position


class Place:
    """Where a block came from: ``where`` is the formatted key path in the spec; equal by what they say."""

    __slots__ = ("_known",)

    def __init__(self, where: str = "", position: Position | None = None) -> None:
        self._known = (where, position)

    @property
    def where(self) -> str:
        """The key path as findings show it, "" if there is none."""
        return self._told()[0]

    @property
    def position(self) -> Position | None:
        """Line and column in the file of the spec."""
        return self._told()[1]

    def _told(self) -> tuple[str, Position | None]:
        return self._known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(self._told())

    def __repr__(self) -> str:
        return f"Place(where={self.where!r}, position={self.position!r})"


class Run(NamedTuple):
    """A piece of text in one look. ``note`` is a footnote number (from 1); then ``text`` is empty."""

    text: str
    bold: bool = False
    italic: bool = False
    note: int | None = None


#: The runs of one paragraph.
Runs = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The text of ``runs`` without looks and footnote marks."""
    return "".join(run.text for run in runs)


class ParagraphKind(enum.Enum):
    """What a paragraph is; the value is the word a Word template tests (``khoi.kieu``)."""

    BODY = "doan"
    BULLET = "gach_dau_dong"
    LABELLED = "co_nhan"  # "a) ...", "1.1. ...": typed label, or numbered item without a title
    BASIS = "can_cu"


class HeadingKind(enum.Enum):
    """Look of a heading, by its numbering style; the value is the template's word."""

    PART_LABEL = "nhan_phan"  # "Phần I" on a line of its own, centred (ND 30, PL I, II.6.đ)
    PART = "phan"  # the title under it, upper case, centred
    ROMAN = "la_ma"  # "I. TIÊU ĐỀ"
    ARABIC = "so"  # "1. Tiêu đề"
    DECIMAL = "so_cap"  # "1.1. Tiêu đề"
    LETTER = "chu"  # "a) Tiêu đề"
    PLAIN = "khong_so"  # a title without a number


class Align(enum.Enum):
    """Horizontal alignment of a table cell; the value is the spec's word."""

    LEFT = "trai"
    CENTER = "giua"
    RIGHT = "phai"
    JUSTIFY = "deu"


class RowKind(enum.Enum):
    """What a table row is; header rows repeat on every page."""

    HEADER = "tieu_de"
    GROUP = "nhom"
    DATA = "du_lieu"
    TOTAL = "tong"


class Paragraph(Struct, frozen=True):
    """One printed paragraph."""

    runs: Runs
    kind: ParagraphKind = ParagraphKind.BODY
    place: Place = Place()


class Heading(Struct, frozen=True):
    """One heading: ``label`` ("I.", "1.1.", "a)", or "") and title, printed ``label + " " + title``."""

    kind: HeadingKind
    label: str
    runs: Runs
    place: Place = Place()


class Column(Struct, frozen=True):
    """A table column; ``share`` is its part of the text width (the shares of a table sum to 1)."""

    share: float
    align: Align = Align.LEFT


class Cell(Struct, frozen=True):
    """A table cell of one or more paragraphs.

    ``column_span`` counts grid columns. ``row_span`` counts rows for the first cell of a vertical
    merge (1: not merged); the cells it covers are present in the following rows as ``covered``
    cells with the same ``column_span`` and no paragraphs. ``align`` None takes the column's.
    """

    paragraphs: tuple[Runs, ...] = ()
    column_span: int = 1
    row_span: int = 1
    covered: bool = False
    align: Align | None = None
    bold: bool = False
    italic: bool = False


class Row(Struct, frozen=True):
    """A table row; the column spans of its cells sum to the number of columns."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.DATA
    place: Place = Place()


class Table(Struct, frozen=True):
    """A ruled table; its leading ``HEADER`` rows repeat on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    place: Place = Place()


Block = Paragraph | Heading | Table


class Letterhead(Struct, frozen=True):
    """Top of page one (ND 30, ô số 1-5a): texts exactly as printed.

    ``parent_body`` is the cơ quan chủ quản ("" for a commune's own People's Committee);
    ``issuing_body`` one line each; ``number_line`` "Số: 05/KH-UBND"; ``date_line``
    "Minh Hưng, ngày 05 tháng 3 năm 2026"; ``draft_mark`` "DỰ THẢO" or "".
    """

    issuing_body: tuple[str, ...]
    number_line: str
    date_line: str
    parent_body: str = ""
    draft_mark: str = ""


class SignatureBlock(Struct, frozen=True):
    """End of the document (ND 30, ô số 7 and 9b): lines exactly as printed.

    ``authority`` e.g. ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), ``position`` "PHÓ CHỦ TỊCH",
    ``full_name`` may be "" in a draft; ``recipients`` with dash and end mark ("- Lưu: VT, VHXH.").
    """

    authority: tuple[str, ...]
    position: str
    full_name: str
    recipients: tuple[str, ...]


class Appendix(Struct, frozen=True):
    """One Phụ lục, a section of its own (ND 30, PL I, III.1).

    ``label`` "Phụ lục I"; ``title`` in upper case or ""; ``attachment_line`` "(Kèm theo ...)".
    ``end_mark`` is "./." on a line of its own when the last block is a table, else "" (the mark
    then stands at the end of the last paragraph).
    """

    label: str
    title: Runs
    attachment_line: str
    landscape: bool
    blocks: tuple[Block, ...]
    end_mark: str = "./."
    place: Place = Place()


class Footnote(Struct, frozen=True):
    """A footnote; its number is its place in ``Document.footnotes`` counted from 1."""

    paragraphs: tuple[Runs, ...]
    place: Place = Place()


class Document(Struct, frozen=True):
    """A whole document, ready to be laid out.

    ``addressees``: the "Kính gửi" lines as printed after the words "Kính gửi:" (one: same line;
    several: "- ...;" each). ``subject`` is the trích yếu; ``body`` ends with the ``./.`` mark.
    """

    document_type: str
    type_name: str
    subject: Runs
    letterhead: Letterhead
    addressees: tuple[str, ...]
    body: tuple[Block, ...]
    signature: SignatureBlock
    appendices: tuple[Appendix, ...]
    footnotes: tuple[Footnote, ...]
