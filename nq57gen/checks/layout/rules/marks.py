"""Dấu khẩn, chỉ dẫn lưu hành, ký hiệu người soạn thảo, địa chỉ cơ quan (ô số 10b, 11, 12, 13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.checks.layout.looks import look
from nq57gen.checks.layout.parts import LETTER, Parts, folded
from nq57gen.checks.layout.pieces import Piece, filled, split_at_tabs, whole
from nq57gen.checks.layout.rule import Found, edit, rule
from nq57gen.checks.layout.rules.recipients import DRAFTER
from nq57gen.checks.layout.wording import once
from nq57gen.patterns import lazily

_URGENT = lazily(r"(?:hoa toc(?: hen gio)?|thuong khan|khan)")
_CIRCULATION = lazily(r"(?:xem xong tra lai|luu hanh noi bo)")
_ADDRESS = lazily(r"(?:dia chi|so \d+\w*[, ]+(?:duong|pho|khu pho|to)\b)")
_CONTACT = lazily(r"(?:dien thoai|dt|email|thu dien tu|website|trang thong tin|fax)\b")


def _head(parts: Parts) -> Iterator[Piece]:
    """What stands before the type of document or, where there is none, before the text."""
    last = parts.type_name or next(iter((*parts.bases, *parts.body_paragraphs)), None)
    for paragraph in parts.file.paragraphs():
        if last is not None and paragraph is last.paragraph:
            return
        yield from split_at_tabs(paragraph)


@rule(
    "ND30-MK-02",
    "PL I, Mục III.2.b; bảng Mục V dòng 10",
    "Dấu HỎA TỐC, THƯỢNG KHẨN, KHẨN in hoa, đậm, cỡ 13-14, màu đỏ",
    "chọn dấu khẩn, đặt cỡ 13, đậm, in hoa, màu đỏ; dấu có khung đơn, ở dưới số, ký hiệu",
    bad=[
        edit("number", "chữ thường, không đậm, màu đen", insert="Khẩn"),
        edit("number", "không đậm, màu đen", insert="HỎA TỐC"),
    ],
)
def urgent(parts: Parts) -> Iterable[Found]:
    """The look of the mark of urgency, where one is typed."""
    for piece in _head(parts):
        if _URGENT.fullmatch(folded(piece.text)):
            yield from look(piece, size=(13, 14), bold=True, upper=True)
            if not all(_red(run.color) for run in piece.letters):
                yield Found(piece.place, "không phải màu đỏ")


def _red(color: str) -> bool:
    if color == "auto":
        return False
    red, green, blue = (int(color[i : i + 2], 16) for i in (0, 2, 4))
    return red >= 0xB0 and max(green, blue) <= 0x60


@rule(
    "ND30-MK-03",
    "PL I, Mục III.2.c",
    "Chỉ dẫn phạm vi lưu hành (XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ) in hoa, đứng, đậm, cỡ 13-14",
    "chọn dòng chỉ dẫn, đặt cỡ 13, đậm, đứng, in hoa, trong khung đơn",
    bad=[
        edit("number", "không đậm", insert="LƯU HÀNH NỘI BỘ"),
        edit("number", "chữ thường", insert="Xem xong trả lại"),
    ],
)
def circulation(parts: Parts) -> Iterable[Found]:
    """The look of the restriction, where one is typed."""
    for piece in _head(parts):
        if _CIRCULATION.fullmatch(folded(piece.text)):
            yield from look(piece, size=(13, 14), bold=True, italic=False, upper=True)


@rule(
    "ND30-MK-04",
    "PL I, Mục III.3; bảng Mục V dòng 11",
    "Ký hiệu người soạn thảo và số bản phát hành ở cuối Nơi nhận: ký hiệu in hoa, số bản chữ số Ả Rập, cỡ "
    "11, đứng",
    "viết như “PL.(300)”, cỡ 11, bỏ đậm, bỏ nghiêng",
    bad=[
        edit("recipients", "chữ thường", at=-1, insert="pl.(300)"),
        edit("recipients", "đặt trước danh sách", insert="PL.(300)"),
    ],
)
def drafter(parts: Parts) -> Iterable[Found]:
    """The mark of the drafter, where there is one."""
    for piece in parts.recipients:
        if DRAFTER.fullmatch(piece.text):
            yield from look(piece, size=(11, 11), bold=False, italic=False, upper=True)
            if piece is not parts.recipients[-1]:
                yield Found(piece.place, "không ở cuối Nơi nhận")


@rule(
    "ND30-MK-05",
    "PL I, Mục III.4; bảng Mục V dòng 12; mẫu 1.5",
    "Địa chỉ, thư điện tử, điện thoại của cơ quan ở cuối trang đầu công văn: chữ thường, đứng, không đậm, "
    "cỡ 11-12, "
    "dưới một đường kẻ nét liền",
    "đặt các dòng địa chỉ ở chân trang của trang đầu, cỡ 11, dưới đường kẻ hết chiều ngang vùng chữ",
    types=(LETTER,),
    bad=[
        edit("section", "địa chỉ cỡ 13, đậm, không có đường kẻ", xml="address_in_footer"),
    ],
)
def address(parts: Parts) -> Iterable[Found]:
    """The look of the address at the foot of the first page of a letter, where there is one."""
    section = parts.file.sections[0]
    foot = section.footers.get("first", section.footers["default"])
    printed = [whole(paragraph) for paragraph in filled(foot)]
    said = [folded(piece.text) for piece in printed]
    if not any(_ADDRESS.match(text) for text in said) or not any(_CONTACT.search(text) for text in said):
        return
    yield from once(look(printed, size=(11, 12), bold=False, italic=False))
    lines = [bool(paragraph.lines or paragraph.borders.visible) for paragraph in foot]
    if not any(lines):
        yield Found(printed[0].place, "không có đường kẻ phía trên")
