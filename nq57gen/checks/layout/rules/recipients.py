"""Nơi nhận cuối văn bản (ô số 9b)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.layout.looks import centimetres, look
from nq57gen.checks.layout.parts import LETTER, Parts
from nq57gen.checks.layout.pieces import Piece
from nq57gen.checks.layout.rule import Found, edit, rule
from nq57gen.checks.layout.wording import once
from nq57gen.patterns import lazily

LABEL = "Nơi nhận:"
_DASH = lazily(r"[-–] \S")
_KEPT = lazily(r"\W*lưu\b", re.IGNORECASE)
_ARCHIVE = lazily(r"[-–] Lưu: VT(?:\.|[ ,(/-].*\.)")
#: What the line is made of, each with what is told where it is not so.
_PARTS_OF_ARCHIVE = (
    (lazily(r"^[-–] \S"), "đầu dòng không phải gạch ngang và một khoảng trắng"),
    (lazily(r"Lưu"), "chữ “Lưu” không viết hoa chữ đầu"),
    (lazily(r"lưu\s*:", re.IGNORECASE), "sau “Lưu” thiếu dấu hai chấm"),
    (lazily(r"lưu: \S|lưu(?!\s*:)", re.IGNORECASE), "dấu hai chấm sau “Lưu” không cách đúng một bên"),
    (lazily(r"\bVT\b"), "không ghi VT"),
    (lazily(r"\.$"), "thiếu dấu chấm cuối dòng"),
)
_AS_ABOVE = lazily(r"[-–] ?Như trên\b")
_AS_ARTICLE = lazily(r"[-–] ?Như [Đđ]iều \d+")
#: The mark of the drafter and the number of copies: "PL.(300)".
DRAFTER = lazily(r"[^\W\d_]{1,8}\.? ?\(\d+b?\)\.?")
_EDGE = 113  # 2 mm in twips: less than that is not seen as an indent


def _items(parts: Parts) -> list[Piece]:
    """The recipients without the mark of the drafter."""
    return [piece for piece in parts.recipients if not DRAFTER.fullmatch(piece.text)]


def _indented(pieces: Iterable[Piece]) -> Iterator[Found]:
    for piece in pieces:
        paragraph = piece.paragraph
        start = paragraph.indent_left + paragraph.indent_first
        if not piece.tabbed and paragraph.align in ("center", "right"):
            yield Found(piece.place, "không căn trái")
        elif start > _EDGE:
            yield Found(piece.place, f"lùi vào {centimetres(start)}")


@rule(
    "ND30-NN-01",
    "PL I, Mục II.9.d; bảng Mục V dòng 8b",
    "Chữ “Nơi nhận:” ở dòng riêng, sát lề trái, chữ thường, đậm, nghiêng, cỡ 12, không gạch chân, có dấu "
    "hai chấm",
    "chọn chữ “Nơi nhận:”, đặt cỡ 12, đậm, nghiêng, bỏ gạch chân, căn trái",
    bad=[
        edit("recipients_label", "cỡ 13", size=13),
        edit("recipients_label", "không nghiêng", italic=False),
        edit("recipients_label", "không đậm", bold=False),
        edit("recipients_label", "gạch chân", underline=True),
        edit("recipients_label", "thiếu dấu hai chấm", text="Nơi nhận"),
        edit("recipients_label", "in hoa", text="NƠI NHẬN:"),
        edit("recipients_label", "canh giữa", align="center"),
    ],
)
def label(parts: Parts) -> Iterable[Found]:
    """The words and the look of the label."""
    piece = parts.recipients_label
    if piece is None:
        return
    if piece.text != LABEL:
        yield Found(piece.place, f"ghi “{piece.text}”")
    yield from look(piece, size=(12, 12), bold=True, italic=True, underline=False)
    yield from _indented([piece])


@rule(
    "ND30-NN-02",
    "PL I, Mục II.9.d; bảng Mục V dòng 8b",
    "Mỗi nơi nhận một dòng sát lề trái, đầu dòng gạch ngang, cuối dòng dấu chấm phẩy, chữ thường, đứng, "
    "không đậm, "
    "cỡ 11",
    "chọn danh sách nơi nhận, đặt cỡ 11, bỏ đậm, bỏ nghiêng, căn trái; viết mỗi dòng “- …;”",
    bad=[
        edit("recipients", "cỡ 12", size=12),
        edit("recipients", "đậm", bold=True),
        edit("recipients", "nghiêng", italic=True),
        edit("recipients", "thiếu dấu chấm phẩy", at=1, text="- Thường trực Đảng ủy phường"),
        edit("recipients", "cuối dòng dấu chấm", at=1, text="- Thường trực Đảng ủy phường."),
        edit("recipients", "không có gạch đầu dòng", at=1, text="Thường trực Đảng ủy phường;"),
        edit("recipients", "lùi vào 1 cm", at=1, left_cm=1.0),
    ],
)
def list_of_recipients(parts: Parts) -> Iterable[Found]:
    """The look and the punctuation of the list; its last line has a rule of its own."""
    items = _items(parts)
    yield from once(look(items, size=(11, 11), bold=False, italic=False))
    yield from once(_indented(items))
    yield from once(
        Found(item.place, "đầu dòng không phải gạch ngang và một khoảng trắng")
        for item in items
        if not _DASH.match(item.text)
    )
    yield from once(
        Found(item.place, "cuối dòng không phải dấu chấm phẩy")
        for item in items
        if not _KEPT.match(item.text) and not item.text.endswith(";")
    )


@rule(
    "ND30-NN-03",
    "PL I, Mục II.9.d; mẫu 1.4 ghi chú 9",
    "Dòng cuối của Nơi nhận là “- Lưu: VT, …” với chữ viết tắt đơn vị soạn thảo, kết thúc bằng dấu chấm",
    "viết dòng cuối như “- Lưu: VT, VHXH.”",
    bad=[
        edit("recipients", "thiếu dấu hai chấm", at=-1, text="- Lưu VT, VHXH."),
        edit("recipients", "thiếu dấu chấm", at=-1, text="- Lưu: VT, VHXH"),
        edit("recipients", "không ghi VT", at=-1, text="- Lưu: VHXH."),
        edit("recipients", "dính chữ", at=-1, text="- Lưu:VT, VHXH."),
        edit("recipients", "không có dòng Lưu", at=-1, text=""),
        edit("recipients", "dòng Lưu không ở cuối", at=-1, insert="- Trang thông tin điện tử phường;"),
    ],
)
def archive(parts: Parts) -> Iterable[Found]:
    """The last line."""
    items = _items(parts)
    if parts.recipients_label is None or not items:
        return
    kept = [item for item in items if _KEPT.match(item.text)]
    if not kept:
        yield Found(items[-1].place, "không có dòng Lưu")
        return
    if not _ARCHIVE.fullmatch(kept[-1].text):
        yield Found(kept[-1].place, ", ".join(_wrong_archive(kept[-1].text)))
    if kept[-1] is not items[-1]:
        yield Found(kept[-1].place, "dòng Lưu không ở cuối")


def _wrong_archive(text: str) -> Iterator[str]:
    """What is wrong with a line that is not as it should be."""
    wrong = [said for pattern, said in _PARTS_OF_ARCHIVE if not pattern.search(text)]
    yield from wrong or [f"ghi “{text}”, khác mẫu “- Lưu: VT, ….”"]


@rule(
    "ND30-NN-04",
    "PL I, Mục II.9.b; mẫu 1.5",
    "Văn bản có “Kính gửi” thì dòng đầu của Nơi nhận là “- Như trên;”",
    "thêm “- Như trên;” ở đầu danh sách, không ghi lại nơi đã có ở Kính gửi",
    types=(LETTER, "to_trinh", "bao_cao"),
    bad=[
        edit("recipients", "dòng đầu không phải Như trên", text="- Ủy ban nhân dân tỉnh Đồng Nai;"),
        edit("recipients", "ghi Như kính gửi", text="- Như kính gửi;"),
    ],
)
def as_above(parts: Parts) -> Iterable[Found]:
    """The first recipient of a document with addressees."""
    if parts.addressees_label is None or not parts.recipients:
        return
    first = parts.recipients[0]
    if not _AS_ABOVE.match(first.text):
        yield Found(first.place, f"dòng đầu là “{first.text}”")


@rule(
    "ND30-NN-05",
    "PL III, mẫu 1.1-1.3",
    "Nơi nhận của quyết định bắt đầu bằng “- Như Điều …;” với số của điều giao thi hành",
    "viết dòng đầu như “- Như Điều 3;”",
    types=("quyet_dinh",),
    bad=[
        edit("recipients", "ghi Như trên", text="- Như trên;"),
        edit("recipients", "không ghi số điều", text="- Như Điều;"),
    ],
)
def as_article(parts: Parts) -> Iterable[Found]:
    """The first recipient of a decision."""
    if parts.recipients and not _AS_ARTICLE.match(parts.recipients[0].text):
        yield Found(parts.recipients[0].place, f"dòng đầu là “{parts.recipients[0].text}”")
