"""Bảng, biểu trong văn bản và phụ lục: dòng tiêu đề lặp lại, cỡ chữ, khung."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.checks.layout.looks import share
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import Piece, filled, folded, once_each, paragraphs_of, whole
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.wording import once
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily
from nq57gen.reading.types import Border, CellView, RowView, TableView

#: A table of more rows, or more letters, does not fit on one page for certain.
_ROWS_OF_A_PAGE, _LETTERS_OF_A_PAGE = 25, 4000
#: A row of more letters in one cell may be longer than a page and has to break.
_LONG_CELL = 1500
_SMALLEST, _LARGEST = 11, 14
_WIDEST_LINES = 1.25
_NUMBER_COLUMN = lazily(r"(?:stt|tt|so tt|so thu tu)\.?$")
_EMOJI = lazily("[\U0001f300-\U0001faff\u2705\u274c\u2728\u2b50]")
_BY_NOTHING = "nghị định không quy định"


@rule(
    "ND30-BANG-01",
    _BY_NOTHING,
    "Bảng qua nhiều trang lặp lại dòng tiêu đề, không cắt một hàng qua hai trang",
    "dòng đầu: Layout > Repeat Header Rows; cả bảng: Table Properties > Row, bỏ “Allow row to break”",
    severity=WARNING,
    bad=[
        edit("tables", "bảng dài không lặp dòng tiêu đề", xml="long_table_without_head"),
        edit("tables", "bảng dài cắt hàng qua trang", xml="long_table_with_split_rows"),
    ],
)
def long_tables(parts: Parts) -> Iterable[Found]:
    """Header row and rows of tables that surely go over a page."""
    for table in _data_tables(parts):
        if not _is_long(table):
            continue
        if not table.rows[0].header_repeat:
            yield Found(table.place, "dòng tiêu đề không lặp lại ở trang sau")
        split = [row for row in table.rows if not row.cant_split and not _has_long_cell(row)]
        if split:
            yield Found(split[0].place, f"{len(split)} hàng có thể bị cắt qua hai trang")


def _is_long(table: TableView) -> bool:
    letters = sum(len(paragraph.shown_text) for paragraph in paragraphs_of([table]))
    return len(table.rows) > _ROWS_OF_A_PAGE or letters > _LETTERS_OF_A_PAGE


def _has_long_cell(row: RowView) -> bool:
    return any(sum(len(p.shown_text) for p in paragraphs_of(cell.blocks)) > _LONG_CELL for cell in row.cells)


@rule(
    "ND30-BANG-02",
    _BY_NOTHING,
    "Chữ trong bảng cỡ 11 đến 14, giãn dòng đơn",
    "chọn bảng, đặt cỡ 13 (bảng nhiều cột 11 hoặc 12), Line spacing: Single",
    severity=WARNING,
    bad=[
        edit("tables", "cỡ 9", size=9),
        edit("tables", "cỡ 16", size=16),
        edit("tables.head", "tiêu đề cỡ 10", size=10),
        edit("tables", "giãn dòng 1,5", line=1.5),
    ],
)
def sizes_in_tables(parts: Parts) -> Iterable[Found]:
    """Sizes and line spacing of what tables hold."""
    yield from once(
        found for table in _data_tables(parts) for row in table.rows for found in _wrong_sizes(row)
    )


@once_each
def _wrong_sizes(row: RowView) -> tuple[Found, ...]:
    return tuple(Found(piece.place, wrong) for piece in _in_cells(row.cells) for wrong in _wrong_cell(piece))


def _wrong_cell(piece: Piece) -> Iterator[str]:
    sizes = sorted({run.size_pt for run in piece.letters if not _SMALLEST <= run.size_pt <= _LARGEST})
    if sizes:
        yield "cỡ " + ", ".join(f"{size:g}".replace(".", ",") for size in sizes)
    lines = piece.paragraph.line.multiple
    if lines is not None and lines > _WIDEST_LINES:
        yield f"giãn {lines:.2g} dòng".replace(".", ",")


@rule(
    "ND30-BANG-03",
    _BY_NOTHING,
    "Bảng kẻ khung nét đơn màu đen; dòng tiêu đề đậm, giữa ô; cột số thứ tự giữa ô; không nền màu, "
    "không biểu tượng",
    "Borders: All Borders, nét đơn, màu đen; bỏ màu nền; dòng tiêu đề đậm, canh giữa; cột STT canh giữa",
    severity=WARNING,
    bad=[
        edit("tables.head", "tiêu đề không đậm", bold=False),
        edit("tables.head", "tiêu đề căn trái", align="left"),
        edit("tables", "số thứ tự căn phải", align="right"),
        edit("tables", "biểu tượng trong ô", text="✅"),
        edit("tables", "ô nền vàng", xml="shaded_cell"),
        edit("tables", "khung màu xanh", xml="blue_frame"),
        edit("tables", "không kẻ khung", xml="no_frame"),
    ],
)
def frames_of_tables(parts: Parts) -> Iterable[Found]:
    """Frame, heading, numbers and grounds; each slip once a table."""
    for table in _data_tables(parts):
        yield from once(_wrong_table(table))


def _wrong_table(table: TableView) -> Iterator[Found]:
    if not table.borders_visible:
        yield Found(table.place, "không kẻ khung")
    elif not all(map(_is_plainly_framed, table.rows)):
        yield Found(table.place, "khung không phải nét đơn màu đen")
    for piece in _in_cells(table.rows[0].cells):
        if share(piece, lambda run: run.bold) < 0.5:
            yield Found(piece.place, "dòng tiêu đề không đậm")
        if piece.paragraph.align != "center":
            yield Found(piece.place, "dòng tiêu đề không canh giữa")
    yield from _wrong_cells(table)


def _wrong_cells(table: TableView) -> Iterator[Found]:
    if _numbers_rows(table):
        numbers = [row.cells[0] for row in table.rows[1:] if row.cells[0].column_span == 1]
        for piece in _in_cells(numbers):
            if piece.paragraph.align != "center":
                yield Found(piece.place, "cột số thứ tự không canh giữa")
    for row in table.rows:
        yield from _grounds_and_icons(row)


@once_each
def _grounds_and_icons(row: RowView) -> tuple[Found, ...]:
    grounds = [Found(cell.place, "ô có nền màu") for cell in row.cells if cell.shading]
    icons = [piece.place for piece in _in_cells(row.cells) if _EMOJI.search(piece.text)]
    return (*grounds, *(Found(place, "có biểu tượng") for place in icons))


def _in_cells(cells: Iterable[CellView]) -> list[Piece]:
    return [whole(paragraph) for cell in cells for paragraph in filled(paragraphs_of(cell.blocks))]


def _sides(cell: CellView) -> tuple[Border | None, ...]:
    return cell.borders.top, cell.borders.bottom, cell.borders.left, cell.borders.right


@once_each
def _is_plainly_framed(row: RowView) -> bool:
    return all(_is_plain(side) for cell in row.cells for side in _sides(cell) if side)


def _is_plain(side: Border) -> bool:
    return not side.visible or (side.style in ("single", "thick") and side.color in ("auto", "000000"))


@once_a_document
def _data_tables(parts: Parts) -> list[TableView]:
    """The tables that hold data; one without a frame and without a column of numbers only sets out text."""
    return [
        table
        for table in parts.tables
        if len(table.rows) > 1
        and max(len(row.cells) for row in table.rows) > 1
        and (table.borders_visible or _numbers_rows(table))
    ]


def _numbers_rows(table: TableView) -> bool:
    """Whether the first column is headed STT or TT."""
    first = _in_cells(table.rows[0].cells[:1])
    return bool(first) and _NUMBER_COLUMN.match(folded(first[0].text)) is not None
