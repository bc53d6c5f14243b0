"""Paragraphs and tables as Word shows them: styles, themes, lists and tracked changes resolved.

All text is folded by :mod:`nq57gen.reading.look_alikes`.

Lengths are whole twips (1/20 pt; 1 mm = 56.69) unless a name says otherwise, sizes of letters points.
Places are Vietnamese, as a person would say them: "đoạn 12", "bảng 1, hàng 3, ô 2", "đầu trang (phần 2)".
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct, field

from nq57gen.reading.memo import Memo

#: Where a paragraph belongs; one in a table or text box belongs where that stands.
Story: TypeAlias = Literal["body", "header", "footer", "note"]
LineRule: TypeAlias = Literal["auto", "exact", "atLeast"]
Align: TypeAlias = Literal["left", "center", "right", "both", "distribute"]


class Border(Struct, frozen=True):
    """One drawn side; ``style`` as in the file ("single", "double" ...), ``size`` in eighths of a point."""

    style: str
    size: int
    color: str  # "auto" or RRGGBB

    @property
    def visible(self) -> bool:
        """Whether the side shows on white paper."""
        return self.color != "FFFFFF"


class Borders(Struct, frozen=True):
    """The four sides of a paragraph or cell; None where nothing is drawn."""

    top: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    right: Border | None = None

    @property
    def visible(self) -> bool:
        """Whether any side shows on white paper."""
        return any(side and side.visible for side in (self.top, self.bottom, self.left, self.right))


class FontNames(Struct, frozen=True):
    """The four fonts of a run, theme fonts by their real names; Word picks one for each letter.

    Vietnamese letters outside ASCII take ``high_ansi``, never ``east_asian`` or ``complex``.
    """

    ascii: str
    high_ansi: str
    complex: str
    east_asian: str


class RunView(Struct, frozen=True):
    """Letters in a row with one formatting. Deleted text is in no run, hidden text is (``hidden``).

    A field without a stored result gives a run without text, so that its formatting can be seen.
    """

    text: str  # tabs as \t, breaks of line, page and column as \n; capitals by formatting NOT applied
    font: FontNames
    fonts_shown: tuple[str, ...]  # the fonts the letters of ``text`` really take, spaces apart
    size_pt: float
    bold: bool
    italic: bool
    underline: bool  # any kind but none
    strike: bool  # single or double
    color: str  # "auto" or RRGGBB in capitals
    highlight: bool
    shaded: bool  # a ground other than white behind the letters
    caps: bool
    small_caps: bool
    hidden: bool
    superscript: bool
    subscript: bool
    complex_script: bool  # set in the font and size for complex scripts, as the file asks
    note: bool  # the mark of a footnote or endnote; has no text
    field: str  # "PAGE", "REF" ... for a result of that field, "" elsewhere
    spacing_pt: float = 0.0  # added behind each letter; negative: condensed
    scale: float = 1.0  # how many times as wide as usual the letters are

    @property
    def shown_text(self) -> str:
        """The text with capitals by formatting applied."""
        return self.text.upper() if self.caps else self.text


class LineSpacing(Struct, frozen=True):
    """``value`` is in 240ths of a single line for the rule "auto", else in twips."""

    value: int
    rule: LineRule

    @property
    def multiple(self) -> float | None:
        """1.0 for single, 1.5 ...; None for an exact or least height."""
        return self.value / 240 if self.rule == "auto" else None


class TabStop(Struct, frozen=True):
    """A tab stop; ``kind`` as in the file: "left", "center", "right", "decimal", "bar"."""

    position: int
    kind: str


class DrawnLine(Struct, frozen=True):
    """A horizontal line drawn as a shape (DrawingML or VML) and anchored in a paragraph."""

    width: int | None  # None: not said in the file, or as wide as the column
    weight_pt: float | None
    color: str  # "auto" or RRGGBB
    solid: bool
    align: str  # "left", "center", "right" against ``relative_to``; "" when placed by ``left``
    left: int | None  # distance of its left end from ``relative_to``
    relative_to: str  # "column", "margin", "page", "character"; "text" for one that stands in the line


class TablePlace(Struct, frozen=True):
    """The cell a paragraph stands in; all numbers from 1, ``outer`` set when the table is in a cell."""

    table: int
    row: int
    cell: int
    outer: TablePlace | None = None


class ParagraphView(Struct, frozen=True):
    """One paragraph with its effective formatting, tracked changes accepted."""

    place: str
    story: Story
    section: int  # number of the section, from 1
    text: str  # hidden text and codes of fields out; capitals by formatting NOT applied
    runs: tuple[RunView, ...]
    style_id: str
    style_name: str  # as the file names it: "Normal", "heading 1"
    align: Align
    frame_align: str  # where a frame around the paragraph stands: "center" ...; "" without one
    indent_left: int
    indent_right: int
    indent_first: int  # negative: hanging
    space_before: int
    space_after: int
    line: LineSpacing
    keep_next: bool
    keep_lines: bool
    page_break_before: bool
    has_page_break: bool  # a page break inside
    borders: Borders
    shaded: bool
    tabs: tuple[TabStop, ...]
    outline_level: int | None  # 0 for the highest; None for body text
    list_label: str  # what Word prints in front: "1.2.", "a)", "-"; "" without one
    list_format: str  # "decimal", "lowerLetter", "bullet" ...; "" without a label
    list_level: int
    in_table: TablePlace | None
    lines: tuple[DrawnLine, ...]
    fields: frozenset[str]  # "PAGE", "NUMPAGES" ...
    text_boxes: tuple[TextBoxView, ...]  # anchored here
    decomposed: bool = False  # letters and their marks are stored apart; ``text`` has them composed
    #: What was found out about this paragraph alone and holds wherever it is seen again.
    memo: Memo = field(default_factory=Memo)

    @property
    def has_drawing_line(self) -> bool:
        """Whether a horizontal line is anchored here."""
        return bool(self.lines)

    @property
    def shown_text(self) -> str:
        """``text`` with capitals by formatting applied."""
        shown: str | None = self.memo.get("shown_text")
        if shown is None:
            shown = self.memo["shown_text"] = "".join(run.shown_text for run in self.runs if not run.hidden)
        return shown

    @property
    def labelled_text(self) -> str:
        """What a reader sees: the label of the list, if any, and the shown text."""
        return f"{self.list_label} {self.shown_text}" if self.list_label else self.shown_text


class TextBoxView(Struct, frozen=True):
    """A text box or a shape with text; counted through the whole file."""

    place: str  # "khung chữ 1"
    blocks: tuple[Block, ...]


class Margins(Struct, frozen=True):
    """Space between the sides of a cell and its content."""

    top: int
    bottom: int
    left: int
    right: int


class CellView(Struct, frozen=True):
    """One cell as the file stores it; a cell merged with the one above is there, ``vertical_merge`` set."""

    place: str
    column: int  # the first column of the grid it covers, from 0
    column_span: int
    vertical_merge: Literal["", "restart", "continue"]
    width: int
    borders: Borders
    margins: Margins
    shading: str  # RRGGBB of a visible ground, "" for none
    vertical_align: str  # "top", "center", "bottom"
    blocks: tuple[Block, ...]


class RowView(Struct, frozen=True):
    """One row; ``height`` is None when the text decides."""

    place: str
    cells: tuple[CellView, ...]
    header_repeat: bool
    cant_split: bool
    height: int | None
    height_rule: Literal["auto", "exact", "atLeast"]
    #: What was found out about this row alone and holds wherever it is seen again.
    memo: Memo = field(default_factory=Memo)

    @property
    def borders_visible(self) -> bool:
        """Whether any side of any cell shows."""
        if "borders" not in self.memo:
            self.memo["borders"] = any(cell.borders.visible for cell in self.cells)
        visible: bool = self.memo["borders"]
        return visible


class TableView(Struct, frozen=True):
    """One table with what its style, tblLook and direct formatting give."""

    place: str
    story: Story
    section: int
    rows: tuple[RowView, ...]
    grid: tuple[int, ...]
    width: int
    indent: int
    align: Literal["left", "center", "right"]
    layout: Literal["fixed", "autofit"]
    floating: bool
    style_id: str
    style_name: str
    #: What was found out about this table alone and holds wherever it is seen again.
    memo: Memo = field(default_factory=Memo)

    @property
    def borders_visible(self) -> bool:
        """Whether any side of any cell shows."""
        return any(row.borders_visible for row in self.rows)


Block: TypeAlias = ParagraphView | TableView
