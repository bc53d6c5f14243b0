"""Nơi nhận phần đầu: "Kính gửi" (ô số 9a)."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.layout.column import TWIPS_PER_MM, Column, column_of, line_widths
from nq57gen.checks.layout.looks import look
from nq57gen.checks.layout.parts import LETTER, Parts
from nq57gen.checks.layout.pieces import Piece
from nq57gen.checks.layout.rule import Found, edit, rule
from nq57gen.checks.layout.wording import once
from nq57gen.patterns import lazily

_WITH = (LETTER, "to_trinh")
_WITHOUT = ("ke_hoach", "quyet_dinh")
_LABEL = lazily(r"Kính gửi:(?P<rest>.*)")


@rule(
    "ND30-KG-01",
    "PL I, Mục II.9.b, II.9.c, II.9.d",
    "“Kính gửi” có trong công văn, tờ trình, báo cáo gửi cấp trên; kế hoạch, quyết định thì không có",
    "công văn, tờ trình: thêm dòng “Kính gửi:” dưới trích yếu; kế hoạch, quyết định: bỏ dòng này, ghi ở "
    "Nơi nhận",
    types=(*_WITH, *_WITHOUT),
    bad=[
        edit("subject", "kế hoạch có Kính gửi", insert="Kính gửi: Ủy ban nhân dân tỉnh Đồng Nai"),
        edit("subject", "kế hoạch gửi hai nơi", insert="Kính gửi: Các cơ quan, đơn vị thuộc phường"),
    ],
)
def addressees(parts: Parts) -> Iterable[Found]:
    """Whether this type of document has addressees, and this document too."""
    label = parts.addressees_label
    if label is not None and parts.document_type in _WITHOUT:
        yield Found(label.place, "có dòng “Kính gửi”")
    if label is None and parts.document_type in _WITH:
        yield Found("cả văn bản", "không có dòng “Kính gửi:”")


@rule(
    "ND30-KG-02",
    "PL I, Mục II.9.d; bảng Mục V dòng 8a",
    "“Kính gửi:” và tên nơi nhận chữ thường, đứng, không đậm, cỡ 13-14, sau chữ “gửi” có dấu hai chấm",
    "chọn các dòng Kính gửi, đặt cỡ 14, bỏ đậm, bỏ nghiêng; gõ đúng “Kính gửi:”",
    types=(*_WITH, "bao_cao"),
    bad=[
        edit("addressees_label", "đậm", bold=True),
        edit("addressees_label", "nghiêng", italic=True),
        edit("addressees_label", "cỡ 12", size=12),
        edit("addressees_label", "in hoa", text="KÍNH GỬI:"),
        edit("addressees", "tên nơi nhận đậm", bold=True),
    ],
)
def look_of_addressees(parts: Parts) -> Iterable[Found]:
    """The look of the label and of the names."""
    label = parts.addressees_label
    if label is None:
        return
    yield from once(look((label, *parts.addressees), size=(13, 14), bold=False, italic=False))
    if not _LABEL.match(label.text):
        yield Found(label.place, f"ghi “{label.text[:9].strip()}”")


@rule(
    "ND30-KG-03",
    "PL I, Mục II.9.d; mẫu 1.5",
    "Kính gửi một nơi thì ghi cùng dòng; từ hai nơi thì mỗi nơi một dòng, đầu dòng gạch ngang, cuối dòng "
    "dấu chấm "
    "phẩy, dòng cuối dấu chấm",
    "viết mỗi nơi một dòng “- …;”, dòng cuối “- ….”; một nơi thì viết ngay sau “Kính gửi:”",
    types=(*_WITH, "bao_cao"),
    bad=[
        edit("addressees", "cuối dòng thiếu dấu chấm phẩy", text="- Ủy ban nhân dân tỉnh Đồng Nai"),
        edit("addressees", "dòng cuối không có dấu chấm", at=-1, text="- Sở Khoa học và Công nghệ;"),
        edit("addressees", "gạch đầu dòng dính chữ", text="-Ủy ban nhân dân tỉnh Đồng Nai;"),
        edit("addressees", "một nơi mà xuống dòng", at=-1, text=""),
    ],
)
def form_of_addressees(parts: Parts) -> Iterable[Found]:
    """One line or a list, and the punctuation of the list."""
    label, items = parts.addressees_label, parts.addressees
    if label is None:
        return
    written = _LABEL.match(label.text)
    if not items:
        if written and ";" in written["rest"].rstrip(" ;."):
            yield Found(label.place, "nhiều nơi trên một dòng")
        return
    if len(items) == 1:
        if items[0].text.startswith("-"):
            yield Found(items[0].place, "chỉ một nơi mà xuống dòng")
        return
    for item in items:
        if not item.text.startswith("- "):
            yield Found(item.place, "đầu dòng không phải gạch ngang và một khoảng trắng")
        wanted = "." if item is items[-1] else ";"
        if not item.text.endswith(wanted):
            yield Found(item.place, f"cuối dòng không phải “{wanted}”")
        if _falls_back(parts, item):
            yield Found(item.place, "dài hơn một dòng mà dòng sau về sát lề, không thẳng dòng đầu")


def _falls_back(parts: Parts, item: Piece) -> bool:
    """Whether a line is set in by a tab or blanks, and so long that it goes on at the margin."""
    paragraph = item.paragraph
    width = column_of(parts, item).width
    if width is None or paragraph.indent_left > 0 or not paragraph.shown_text[:1].isspace():
        return False
    return max(line_widths(Column((), None), [item]), default=0.0) > width / TWIPS_PER_MM
