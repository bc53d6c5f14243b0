"""Số, ký hiệu (ô số 3) and the abbreviations of document types in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from nq57gen.checks.layout.drafts import places_to_fill
from nq57gen.checks.layout.looks import look
from nq57gen.checks.layout.parts import LETTER, TYPE_NAMES, Parts
from nq57gen.checks.layout.rule import Found, edit, rule
from nq57gen.patterns import lazily

#: Abbreviation of each type of document (PL III, Mục I).
ABBREVIATIONS = {
    "ke_hoach": "KH",
    "bao_cao": "BC",
    "quyet_dinh": "QĐ",
    "to_trinh": "TTr",
    "thong_bao": "TB",
    "chuong_trinh": "CTr",
    "phuong_an": "PA",
    "de_an": "ĐA",
    "huong_dan": "HD",
    "chi_thi": "CT",
}
_NAMED = tuple(TYPE_NAMES.values())
#: What stands in a draft where the number will be.
_BLANK = lazily(r"[.…_ ]*")
_LABEL = lazily(r"^\S+?\s*:\s*|^\S+\s+")
_HEAD = lazily(r"Số ?:")
_SYMBOL = lazily(r"(?P<type>[^\W\d_]+)-[^\W_]+(?:[-&.][^\W_]+)*")
_YEAR = lazily(r"\d{4}/")
_LETTER_SYMBOL = lazily(r"[^\W_]+(?:&[^\W_]+)?-[^\W_]+(?:[-&,.][^\W_]+)*")


class _Number(NamedTuple):
    """The two sides of the first stroke, signs as typed, spaces in a row as one."""

    digits: str
    symbol: str


def _split(parts: Parts) -> _Number | None:
    if parts.number is None:
        return None
    text = unicodedata.normalize("NFC", parts.number.text)
    digits, _, symbol = _LABEL.sub("", text, count=1).partition("/")
    return _Number(digits, symbol)


@rule(
    "ND30-SO-01",
    "PL I, Phần I, Mục II.3.c",
    "Số, ký hiệu ghi “Số:” rồi số và ký hiệu, cỡ 13, đứng, không đậm, canh giữa dưới tên cơ quan",
    "chọn dòng số, ký hiệu, đặt cỡ 13, bỏ đậm và nghiêng, canh giữa; ghi “Số:” có dấu hai chấm",
    bad=[
        edit("number", "cỡ 14", size=14),
        edit("number", "đậm", bold=True),
        edit("number", "nghiêng", italic=True),
        edit("number", "căn trái", align="left"),
        edit("number", "thiếu dấu hai chấm", text="Số 05/KH-UBND"),
        edit("number", "chữ SỐ in hoa", text="SỐ: 05/KH-UBND"),
    ],
)
def number(parts: Parts) -> Iterable[Found]:
    """The look of the number and the word in front of it."""
    piece = parts.number
    if piece is None:
        return
    if not _HEAD.match(unicodedata.normalize("NFC", piece.text)):
        yield Found(piece.place, "không mở đầu bằng “Số:”")
    yield from look(piece, size=(13, 13), bold=False, italic=False, align="center")


@rule(
    "ND30-SO-02",
    "PL I, Phần I, Mục II.3.b, II.3.c",
    "Văn bản có tên loại ghi số, “/”, viết tắt tên loại, “-”, viết tắt cơ quan, không có dấu cách",
    "ghi như “Số: 05/KH-UBND”: không dấu cách quanh “/” và “-”, không chèn năm",
    types=_NAMED,
    bad=[
        edit("number", "thiếu viết tắt tên loại", text="Số: 05/UBND"),
        edit("number", "dấu cách quanh gạch nối", text="Số: 05/KH - UBND"),
        edit("number", "dấu cách trước gạch chéo", text="Số: 05 /KH-UBND"),
        edit("number", "gạch nối dài", text="Số: 05/KH–UBND"),
        edit("number", "chèn năm", text="Số: 05/2026/KH-UBND"),
        edit("number", "kiểu của Đảng", text="Số: 05-KH/UBND"),
    ],
)
def form_of_number(parts: Parts) -> Iterable[Found]:
    """The form of the number of a document with a type name."""
    found = _split(parts)
    if found is None or parts.number is None:
        return
    digits, symbol = found
    if parts.document_type == "quyet_dinh":
        symbol = _YEAR.sub("", symbol, count=1)  # a legal norm of the council carries the year
    if _YEAR.match(symbol):
        yield Found(parts.number.place, "chèn năm")
    elif digits.endswith(" ") and digits.strip().isdigit():
        yield Found(parts.number.place, "có dấu cách trước dấu gạch chéo")
    elif not _SYMBOL.fullmatch(symbol.rstrip(".")) or "-" in digits:
        yield Found(parts.number.place, f"ký hiệu “{symbol}”" if symbol else "thiếu ký hiệu")


@rule(
    "ND30-SO-03",
    "PL I, Phần I, Mục II.3.b và bảng Mục V dòng 3",
    "Công văn ghi số, “/”, viết tắt cơ quan, “-”, viết tắt đơn vị soạn thảo, không ghi “CV”",
    "ghi như “Số: 12/UBND-VHXH”",
    types=[LETTER],
    bad=[
        edit("number", "ghi CV", text="Số: 12/CV-UBND"),
        edit("number", "thiếu đơn vị soạn thảo", text="Số: 12/UBND"),
        edit("number", "dấu cách quanh gạch nối", text="Số: 12/UBND - VHXH"),
    ],
)
def form_of_letter_number(parts: Parts) -> Iterable[Found]:
    """The form of the number of a letter."""
    found = _split(parts)
    if found is None or parts.number is None:
        return
    if "CV" in re.split(r"\W", found.symbol):
        yield Found(parts.number.place, "ghi “CV”")
    elif not _LETTER_SYMBOL.fullmatch(found.symbol.rstrip(".")):
        yield Found(parts.number.place, f"ký hiệu “{found.symbol}”")


@rule(
    "ND30-SO-04",
    "PL I, Phần I, Mục II.3.a, II.3.c",
    "Số của văn bản là chữ số Ả Rập, số nhỏ hơn 10 có số 0 phía trước",
    "ghi “05” thay cho “5”",
    bad=[
        edit("number", "thiếu số 0", text="Số: 5/KH-UBND"),
        edit("number", "số La Mã", text="Số: V/KH-UBND"),
        edit("number", "số kèm chữ", text="Số: 05b/KH-UBND"),
    ],
)
def digits(parts: Parts) -> Iterable[Found]:
    """The number itself; a draft leaves it blank."""
    found = _split(parts)
    if found is None or parts.number is None:
        return
    shown = found.digits.strip().split("-")[0]
    if _BLANK.fullmatch(shown) or places_to_fill(parts.number.paragraph):
        return
    if not re.fullmatch("[0-9]+", shown) or len(shown) < len("05"):
        yield Found(parts.number.place, f"số “{shown}”")


@rule(
    "ND30-VT-01",
    "PL III, Mục I",
    "Ký hiệu dùng đúng chữ viết tắt tên loại theo bảng, đúng cả chữ hoa, chữ thường",
    "thay bằng chữ viết tắt đúng: KH (kế hoạch), BC (báo cáo), QĐ (quyết định), TTr (tờ trình) …",
    types=_NAMED,
    bad=[
        edit("number", "chữ viết tắt của loại khác", text="Số: 05/CT-UBND"),
        edit("number", "chữ thường", text="Số: 05/kh-UBND"),
        edit("number", "chữ viết tắt không có trong bảng", text="Số: 05/KHO-UBND"),
        edit("number", "đảo ký hiệu", text="Số: 05/UBND-KH"),
    ],
)
def abbreviation(parts: Parts) -> Iterable[Found]:
    """The abbreviation is that of the type the document names."""
    found = _split(parts)
    if found is None or parts.number is None:
        return
    symbol = _YEAR.sub("", found.symbol, count=1)
    match = _SYMBOL.fullmatch(symbol.rstrip("."))
    right = ABBREVIATIONS[parts.document_type]
    if match and match["type"] != right:
        yield Found(parts.number.place, f"ghi “{match['type']}”, đúng là “{right}”")
