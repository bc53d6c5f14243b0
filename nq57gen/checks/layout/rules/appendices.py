"""Phụ lục: nhãn, tên, số thứ tự, câu chỉ dẫn trong nội dung, vị trí."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from nq57gen.checks.layout.looks import look
from nq57gen.checks.layout.parts import AppendixParts, Parts, folded
from nq57gen.checks.layout.pieces import once_each, paragraphs_of, whole
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.wording import Line, folded_line, is_ordinary, line_of, once, small_letters
from nq57gen.patterns import lazily
from nq57gen.reading.types import Gathered, ParagraphView
from nq57gen.vietnamese.labels import roman

_LABEL = lazily(r"Phụ lục(?: (?P<number>\w+))?")
_NUMBER = lazily(r"phu luc(?: so)? (?P<number>[ivxlc]+|\d+|[a-z])\b")
_ANY_MENTION = lazily(r"phu luc\b")
#: How "phụ lục" can be written in an ordinary line.
_MENTION = lazily("ph[uùúủũụưừứửữự] l[uùúủũụưừứửữự]c")
_ONE = r"(?:[ivxlc]+|\d+)\b"
_NUMBERED = lazily(rf"phu luc(?:\s+so)?\s+(?P<list>{_ONE}(?:\s*(?:,|;|va\b)\s*{_ONE})*)")
_RANGE = lazily(rf"phu luc(?:\s+so)?\s+{_ONE}\s*(?:den|-|–)\s*(?:phu luc\s+)?{_ONE}")
_UNNUMBERED = lazily(rf"phu luc\b(?!\s+(?:so\s+)?{_ONE})")
_NOT_TITLE = lazily(r"\(|don vi tinh|dvt|bieu so|mau so")
_FORM = lazily(r"\b(?:mau|bieu mau|de cuong)\b")
_MAIN_PARTS = (
    ("Quốc hiệu", lazily(r"cong hoa xa hoi chu nghia viet nam")),
    ("Nơi nhận", lazily(r"noi nhan\s*:")),
)


def number_of(appendix: AppendixParts) -> str:
    """The number on the label as typed, in capitals; "" without one."""
    found = _NUMBER.match(folded(appendix.label.text))
    return found["number"].upper() if found else ""


@rule(
    "ND30-PL-01",
    "PL I, Mục III.1.a",
    "Mỗi phụ lục phải được nhắc tới trong nội dung văn bản",
    "thêm câu chỉ dẫn vào nội dung, ví dụ “Chi tiết tại Phụ lục I kèm theo”",
    bad=[
        edit("appendix.label", "phụ lục không được nhắc tới", text="Phụ lục IX"),
    ],
)
def mentioned(parts: Parts) -> Iterable[Found]:
    """Every appendix is named in the text; "các phụ lục kèm theo" names them all."""
    if parts.national_name is None:
        return  # appendices in a file of their own
    if not parts.appendices:
        return
    own = {id(paragraph) for appendix in parts.appendices for paragraph in paragraphs_in(appendix)}
    mentions = _MENTIONS(itertools.chain(parts.file.blocks, *(note.blocks for note in parts.file.notes)))
    text = "\n.\n".join(folded_line(line) for line in mentions if id(line.paragraph) not in own)
    if _UNNUMBERED.search(text) or _RANGE.search(text):
        return
    named = {word for found in _NUMBERED.finditer(text) for word in re.findall(r"\w+", found["list"])}
    for appendix in parts.appendices:
        number = number_of(appendix).lower()
        same = {number, roman(int(number)).lower()} if number.isdecimal() and int(number) else {number}
        if not (same & named if number else _ANY_MENTION.search(text)):
            yield Found(appendix.label.place, "nội dung không nhắc tới phụ lục này")


def _mentioning(paragraph: ParagraphView) -> tuple[Line, ...]:
    """The line of a paragraph that says "phụ lục" in any spelling."""
    line = line_of(paragraph)
    if is_ordinary(line) and not _MENTION.search(small_letters(line)):
        return ()  # to fold a line takes long
    return (line,) if "phu luc" in folded_line(line) else ()


_MENTIONS = Gathered(_mentioning)


def paragraphs_in(appendix: AppendixParts) -> list[ParagraphView]:
    """All paragraphs of the appendix, label, title and attachment line included."""
    head = [appendix.label, *appendix.title, *filter(None, [appendix.attachment])]
    return [*(piece.paragraph for piece in head), *paragraphs_of(appendix.blocks)]


@rule(
    "ND30-PL-02",
    "PL I, Mục III.1.a",
    "Từ hai phụ lục trở lên thì đánh số La Mã theo thứ tự; chỉ có một phụ lục thì ghi “Phụ lục”, không "
    "đánh số",
    "sửa nhãn thành “Phụ lục I”, “Phụ lục II” …; một phụ lục thì chỉ ghi “Phụ lục”",
    bad=[
        edit("appendix.label", "chữ số Ả Rập", text="Phụ lục 1"),
        edit("appendix.label", "chữ số Ả Rập có số 0", text="Phụ lục 01"),
        edit("appendix.label", "không có số", text="Phụ lục"),
        edit("appendix.label", "sai thứ tự", text="Phụ lục II"),
    ],
)
def numbering(parts: Parts) -> Iterable[Found]:
    """Roman numbers from I; appendices in a file of their own may begin anywhere."""
    if len(parts.appendices) == 1:
        label = parts.appendices[0].label
        if parts.national_name is not None and number_of(parts.appendices[0]):
            yield Found(label.place, "chỉ có một phụ lục mà đánh số")
        return
    for index, appendix in enumerate(parts.appendices, 1):
        number = number_of(appendix)
        if not number:
            yield Found(appendix.label.place, "không đánh số")
        elif not re.fullmatch(r"[IVXLC]+", number):
            yield Found(appendix.label.place, f"đánh số “{number}”")
        elif parts.national_name is not None and number != roman(index):
            yield Found(appendix.label.place, f"số “{number}” ở phụ lục thứ {index}")


@rule(
    "ND30-PL-03",
    "PL I, Mục III.1.b; bảng Mục V dòng 9",
    "Dòng “Phụ lục …” riêng một dòng, chữ thường, đứng, đậm, cỡ 14, canh giữa",
    "gõ nhãn là “Phụ lục I”, cỡ 14, đậm, canh giữa; tên phụ lục xuống dòng dưới",
    bad=[
        edit("appendix.label", "in hoa", text="PHỤ LỤC I"),
        edit("appendix.label", "in hoa bằng định dạng", caps=True),
        edit("appendix.label", "cỡ 13", size=13),
        edit("appendix.label", "nghiêng", italic=True),
        edit("appendix.label", "không đậm", bold=False),
        edit("appendix.label", "căn trái", align="left"),
        edit("appendix.label", "ghép tên phụ lục", text="Phụ lục I. CHỈ TIÊU NĂM 2026"),
    ],
)
def label(parts: Parts) -> Iterable[Found]:
    """The form and the look of the label."""
    for appendix in parts.appendices:
        piece = appendix.label
        yield from look(piece, size=(14, 14), bold=True, italic=False, align="center")
        if not _LABEL.fullmatch(piece.text):
            yield Found(piece.place, f"ghi “{piece.text}”")


@rule(
    "ND30-PL-04",
    "PL I, Mục III.1.b; bảng Mục V dòng 9",
    "Tên phụ lục ở dòng dưới nhãn, in hoa, đứng, đậm, cỡ 13-14, canh giữa",
    "chọn tên phụ lục, gõ chữ in hoa, cỡ 14, đậm, đứng, canh giữa",
    bad=[
        edit("appendix.title", "chữ thường", text="Chỉ tiêu năm 2026"),
        edit("appendix.title", "không đậm", bold=False),
        edit("appendix.title", "nghiêng", italic=True),
        edit("appendix.title", "cỡ 12", size=12),
    ],
)
def title(parts: Parts) -> Iterable[Found]:
    """The look of the title, where there is one."""
    for appendix in parts.appendices:
        lines = [piece for piece in appendix.title if not _NOT_TITLE.match(folded(piece.text))]
        yield from once(look(lines, size=(13, 14), bold=True, italic=False, upper=True, align="center"))


@rule(
    "ND30-PL-08",
    "PL III, mẫu 2.1",
    "Mỗi phụ lục bắt đầu ở trang mới, là một phần (section) riêng, không có Quốc hiệu, khối ký, Nơi nhận",
    "chèn Layout > Breaks > Next Page trước phụ lục; bỏ Quốc hiệu và Nơi nhận trong phụ lục",
    severity=WARNING,
    bad=[
        edit("appendix.attachment", "có Nơi nhận trong phụ lục", insert="Nơi nhận:"),
        edit(
            "appendix.attachment", "có Quốc hiệu trong phụ lục", insert="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        ),
        edit("appendix_section", "phụ lục nối tiếp trang trước", xml="continuous_section"),
    ],
)
def own_page(parts: Parts) -> Iterable[Found]:
    """A section of its own on a new page, without what only the main document has; forms are left alone."""
    blocks = parts.file.blocks
    for appendix in parts.appendices:
        at = next(i for i, block in enumerate(blocks) if block is appendix.label.paragraph)
        starts = parts.file.sections[appendix.section - 1].starts
        if at and blocks[at - 1].section == appendix.section:
            yield Found(appendix.label.place, "cùng phần (section) với trang trước")
        elif at and starts == "continuous" and not appendix.label.paragraph.page_break_before:
            yield Found(appendix.label.place, "không sang trang mới")
        if any(_FORM.search(folded(piece.text)) for piece in (appendix.label, *appendix.title)):
            continue
        places: dict[str, str] = {}
        for paragraph in paragraphs_in(appendix):
            for name in _main_parts(paragraph):
                places.setdefault(name, whole(paragraph).place)
        yield from (Found(places[name], f"phụ lục có {name}") for name, _ in _MAIN_PARTS if name in places)


@once_each
def _main_parts(paragraph: ParagraphView) -> tuple[str, ...]:
    """What a paragraph begins with that only the main document has."""
    text = folded_line(line_of(paragraph)).strip()
    return tuple(name for name, pattern in _MAIN_PARTS if pattern.match(text))
