"""The page plan: what stands left and right, what stands in one row, and that nothing is framed."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.layout.column import cell_of, same_row
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import Piece, is_typed_line, paragraphs_of, split_at_tabs
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.reading.types import ParagraphView, TableView


@rule(
    "ND30-BOCUC-01",
    "PL I, Phần I, Mục IV (vị trí và sơ đồ)",
    "Đầu trang một chia hai cột ngang hàng: trái tên cơ quan, số; phải Quốc hiệu, ngày tháng; không kẻ khung",
    "dùng bảng hai cột không viền: hàng 1 tên cơ quan và Quốc hiệu, hàng 2 số và địa danh, ngày tháng",
    bad=[
        edit("letterhead", "bảng đầu trang có khung", xml="framed"),
        edit("letterhead", "đổi chỗ hai cột", xml="columns_swapped"),
        edit("date", "địa danh, ngày tháng xuống hàng dưới", xml="row_lower"),
        edit("signature_table", "bảng chữ ký có khung", xml="framed"),
    ],
)
def plan(parts: Parts) -> Iterable[Found]:
    """Sides and rows of the letterhead, frames around letterhead and signature block.

    That the signature stands level with the recipients is a rule of its own, KY-01.
    """
    for table in (parts.letterhead, parts.signature_table):
        if table is not None and _is_framed(table):
            yield Found(table.place, "bảng có khung")
    name, motto, body = parts.national_name, parts.motto, (*parts.parent_body, *parts.issuing_body)
    if name is not None and body:
        if _left_of(parts, name, body[0]):
            yield Found(name.place, "Quốc hiệu ở bên trái tên cơ quan")
        elif same_row(parts, name, body[0]) is False:
            yield Found(name.place, "không cùng hàng với tên cơ quan")
    if name is not None and motto is not None and _left_of(parts, motto, name):
        yield Found(motto.place, "Tiêu ngữ không ở dưới Quốc hiệu")
    number, date = parts.number, parts.date
    if number is not None and date is not None:
        if _left_of(parts, date, number):
            yield Found(date.place, "địa danh, ngày tháng ở bên trái số, ký hiệu")
        if same_row(parts, number, date) is False:
            yield Found(date.place, "không cùng hàng với số, ký hiệu")


@rule(
    "ND30-KE-01",
    "PL I, Phần I, Mục II.1.b, II.2.b, II.5.b (nét liền)",
    "Đường kẻ phải kẻ thật (viền đoạn hoặc hình vẽ đường thẳng), không gõ bằng dấu gạch",
    "xóa dãy dấu gạch, vẽ đường thẳng bằng Chèn (Insert) > Hình (Shapes) > Đường (Line)",
    severity=WARNING,
    bad=[
        edit("motto", "gõ dấu gạch dưới", insert="_______________________"),
        edit("motto", "gõ dấu gạch ngang", insert="-----------------------"),
        edit("issuing_body", "gõ dấu gạch dưới", insert="_________", at=-1),
        edit("subject", "gõ dấu kẻ khung", insert="──────────────", at=-1),
        edit("subject", "gõ o0o", insert="-----o0o-----", at=-1),
    ],
)
def typed_lines(parts: Parts) -> Iterable[Found]:
    """Rows of signs in the place of lines, up to the text itself and at the head of appendices."""
    for paragraph in _heads(parts):
        for piece in split_at_tabs(paragraph):
            if is_typed_line(piece.text):
                yield Found(piece.place, "dãy dấu gạch gõ bằng bàn phím")


def _heads(parts: Parts) -> Iterable[ParagraphView]:
    """The paragraphs of the letterhead, of type and subject, and of the heads of appendices."""
    content = [*parts.bases, *parts.body_paragraphs]
    begin = content[0].paragraph if content else None
    for paragraph in paragraphs_of(parts.file.blocks):
        if paragraph is begin:
            break
        yield paragraph
    for appendix in parts.appendices:
        for block in appendix.blocks[:3]:
            if isinstance(block, ParagraphView):
                yield block


def _is_framed(table: TableView) -> bool:
    """Whether the table has upright lines; a lone line across may be meant as the line under a name."""
    return any(
        side is not None and side.visible
        for row in table.rows
        for cell in row.cells
        for side in (cell.borders.left, cell.borders.right)
    )


def _left_of(parts: Parts, one: Piece, other: Piece) -> bool:
    """Whether ``one`` is known to stand left of ``other``, or over or under it where both have a column."""
    if one.paragraph is other.paragraph and one.tabbed:
        return one.paragraph.shown_text.find(one.text) < other.paragraph.shown_text.find(other.text)
    first, second = cell_of(parts, one.paragraph), cell_of(parts, other.paragraph)
    if first is None or second is None or first[0] is not second[0]:
        return False
    return first[1].column < second[1].column
