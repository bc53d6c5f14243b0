"""Các thành phần thể thức chính (Điều 8 khoản 2)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator

from nq57gen.checks.layout.letterhead import DATE, MOTTO, NATIONAL_NAME
from nq57gen.checks.layout.opening import is_type_piece
from nq57gen.checks.layout.parts import LETTER, UNKNOWN, Parts, folded
from nq57gen.checks.layout.pieces import Piece, split_at_tabs
from nq57gen.checks.layout.rule import Found, edit, rule
from nq57gen.checks.layout.signing import POWERS, RECIPIENTS
from nq57gen.checks.layout.wording import all_lines
from nq57gen.patterns import lazily

_WHOLE = "cả văn bản"
_DRAFT = lazily(r"(?:^|\t)\W*du thao\b")
#: The date of a draft that says what is to be filled in: "[nơi], ngày [ngày]".
_DATE_TO_FILL = lazily(r", ngay \[")
_PARTY = lazily(r"dang cong san viet nam$")
#: Abbreviations in the number that say which type the document is (ND 30, PL III, I).
_TYPES = {"KH": "KẾ HOẠCH", "BC": "BÁO CÁO", "QĐ": "QUYẾT ĐỊNH", "TTR": "TỜ TRÌNH", "TB": "THÔNG BÁO"}
_SYMBOL = lazily(r"\d*\s*/\s*(?P<type>\w+)-")


@rule(
    "ND30-PV-02",
    "Điều 8 khoản 2",
    "Văn bản có đủ: Quốc hiệu, Tiêu ngữ, tên cơ quan, số và ký hiệu, địa danh và thời gian, tên loại và "
    "trích yếu, "
    "nội dung, chức vụ và họ tên người ký, nơi nhận",
    "thêm thành phần còn thiếu; nếu đã có, xem lại chữ và vị trí của thành phần đó theo sơ đồ của Phụ lục I",
    bad=[
        edit("national_name", "thiếu Quốc hiệu", text=""),
        edit("motto", "thiếu Tiêu ngữ", text=""),
        edit("number", "thiếu số, ký hiệu", text=""),
        edit("date", "thiếu địa danh, thời gian", text=""),
        edit("type_name", "thiếu tên loại", text=""),
        edit("subject", "thiếu trích yếu", text=""),
        edit("full_name", "thiếu họ tên người ký", text=""),
        edit("recipients_label", "thiếu Nơi nhận", text=""),
    ],
)
def complete(parts: Parts) -> Iterable[Found]:
    """Each component that is missing; files of appendices alone and documents of the Party are left out."""
    if _is_other_paper(parts):
        return
    for name, there in (*_head(parts), *_end(parts)):
        if there:
            continue
        said = _said_elsewhere(parts, name)
        if said is None:
            yield Found(_WHOLE, f"không tìm thấy {name}")
        else:
            yield Found(said.place, f"{name} không ở chỗ thường gặp", "chỉ nhận ra theo chữ")


def _said_elsewhere(parts: Parts, name: str) -> Piece | None:
    """A line before the appendices, text boxes and headers included, that reads as the component."""
    words = next((words for start, words in _WORDS.items() if name.startswith(start)), None)
    if words is None:
        return None
    label = parts.appendices[0].label.paragraph if parts.appendices else None
    main = itertools.takewhile(lambda one: one is not label, parts.file.paragraphs())
    headers = (part for section in parts.file.sections for part in section.headers.values())
    for paragraph in itertools.chain(main, *headers):
        for piece in split_at_tabs(paragraph):
            if words(piece):
                return piece
    return None


def _reads(pattern: re.Pattern[str], *, longest: int = 120) -> Callable[[Piece], bool]:
    return lambda piece: len(piece.text) <= longest and bool(pattern.match(folded(piece.text)))


#: What a component reads as, by the beginning of its name; who signs and the subject can be any words.
_WORDS: dict[str, Callable[[Piece], bool]] = {
    "Quốc hiệu": _reads(NATIONAL_NAME),
    "Tiêu ngữ": _reads(MOTTO),
    "số, ký hiệu": _reads(lazily(r"so\s*:?\s*[\d.…_]*\s*[/-]\s*[^\W\d_]+\s*[/-]|so\s*:"), longest=60),
    "địa danh": _reads(DATE, longest=80),
    "tên loại": is_type_piece,
    "Nơi nhận": _reads(RECIPIENTS, longest=20),
    "chức vụ": _reads(POWERS, longest=80),
}


def _is_other_paper(parts: Parts) -> bool:
    if parts.national_name is not None:
        return False
    only_appendices = bool(parts.appendices) and parts.type_name is None
    return only_appendices or any(_PARTY.search(folded(line.text.strip())) for line in all_lines(parts)[:12])


def _head(parts: Parts) -> Iterator[tuple[str, bool]]:
    """The letterhead, the type and the text."""
    yield "Quốc hiệu", parts.national_name is not None
    yield "Tiêu ngữ", parts.motto is not None
    yield "tên cơ quan ban hành", bool(parts.issuing_body)
    if parts.attached_to is None:
        yield "số, ký hiệu", parts.number is not None
        yield "địa danh và thời gian ban hành", parts.date is not None or _has(parts, _DATE_TO_FILL)
    if parts.document_type == UNKNOWN:
        name = _type_by_symbol(parts)
        yield f"tên loại văn bản ({name})", not name
    elif parts.document_type != LETTER:
        yield "trích yếu nội dung", bool(parts.subject)
    yield "nội dung", bool(parts.body)


def _type_by_symbol(parts: Parts) -> str:
    """The type that the number tells: "KẾ HOẠCH" for "05/KH-UBND"; "" when it tells none."""
    found = _SYMBOL.search(parts.number.text) if parts.number else None
    return _TYPES.get(found["type"].upper(), "") if found else ""


def _end(parts: Parts) -> Iterator[tuple[str, bool]]:
    """The signature and the recipients; a document attached to a decision has neither."""
    if parts.attached_to is not None:
        return
    yield "Nơi nhận", parts.recipients_label is not None
    if parts.recipients_label is not None:
        yield "chức vụ người ký", bool(parts.authority)
        yield "họ tên người ký", parts.full_name is not None or _is_draft(parts)


def _is_draft(parts: Parts) -> bool:
    """Whether the head says DỰ THẢO: who signs may not be known yet."""
    return _has(parts, _DRAFT)


def _has(parts: Parts, words: re.Pattern[str]) -> bool:
    """Whether a line of the head has ``words`` (folded)."""
    return any(words.search(folded(line.text)) for line in all_lines(parts)[:15])
