"""Tên cơ quan chủ quản and tên cơ quan ban hành (ô số 2)."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.layout.column import gaps
from nq57gen.checks.layout.lines import has_line, line_faults
from nq57gen.checks.layout.looks import look
from nq57gen.checks.layout.parts import Parts, folded
from nq57gen.checks.layout.pieces import Piece
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.patterns import lazily

_COUNCIL = r"(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan)"
_UNIT = r"(?:phuong|xa|dac khu|thi tran|huyen|quan|thi xa|tinh|thanh pho|tp\.?)"
#: "UBND PHƯỜNG MINH HƯNG", and the names of bodies that stand under one.
_COUNCIL_OF_UNIT = lazily(rf"{_COUNCIL}\s+{_UNIT}\s+\S")
_SUBORDINATE = lazily(r"(?:phong|van phong|ban|trung tam|tram|truong|to|hoi dong|chi cuc|so)\s")
_COUNCIL_ALONE = lazily(rf"{_COUNCIL}")
_UNIT_NAME = lazily(rf"{_UNIT}\s+\S")
#: The council of a commune, be its first line missing.
_COMMUNE = lazily(rf"(?:{_COUNCIL}\s+)?(?:phuong|xa|dac khu)\s+(?!hoi\b)")
_ABBREVIATION = lazily(r"\b(?:UBND|HĐND|BCĐ)\b|\bT?P\.")


@rule(
    "ND30-CQ-01",
    "PL I, Phần I, Mục II.2.b",
    "Tên cơ quan ban hành in hoa, đứng, đậm, cỡ 12-13, canh giữa cột trái",
    "chọn các dòng tên cơ quan ban hành, đặt in hoa, cỡ 13, đậm, đứng, canh giữa",
    bad=[
        edit("issuing_body", "cỡ 14", size=14),
        edit("issuing_body", "nghiêng", italic=True),
        edit("issuing_body", "dòng hai không đậm", bold=False, at=1),
        edit("issuing_body", "căn trái", align="left"),
        edit("issuing_body", "chữ thường", text="Ủy ban nhân dân"),
    ],
)
def issuing_body(parts: Parts) -> Iterable[Found]:
    """The look of each line of the name; an underline in place of the line is left to CQ-02."""
    names = _own_names(parts)
    underline = False if names and has_line(parts, names) else None
    yield from look(
        names, size=(12, 13), bold=True, italic=False, underline=underline, upper=True, align="center"
    )


@rule(
    "ND30-CQ-02",
    "PL I, Phần I, Mục II.2.b",
    "Dưới tên cơ quan ban hành có đường kẻ nét liền, dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối",
    "bỏ gạch chân, kẻ một đường thẳng nét liền màu đen ở giữa, dài khoảng 2/5 dòng chữ",
    bad=[
        edit("issuing_body", "không có đường kẻ", xml="line_gone", at=-1),
        edit("issuing_body", "gạch chân chữ", xml="line_as_underline", at=-1),
        edit("issuing_body", "đường kẻ quá ngắn", xml="line_short", at=-1),
        edit("issuing_body", "đường kẻ quá dài", xml="line_long", at=-1),
        edit("issuing_body", "đường kẻ nét đứt", xml="line_dashed", at=-1),
        edit("issuing_body", "đường kẻ lệch trái", xml="line_left", at=-1),
    ],
)
def issuing_body_line(parts: Parts) -> Iterable[Found]:
    """The line under the last line of the name."""
    names = _own_names(parts)
    return line_faults(parts, names, shortest=1 / 3, longest=1 / 2, tolerance=0.03)


@rule(
    "ND30-CQ-03",
    "PL I, Phần I, Mục II.2.a, II.2.b",
    "Tên cơ quan chủ quản in hoa, đứng, không đậm, cỡ 12-13, canh giữa, kèm tên địa phương",
    "chọn dòng tên cơ quan chủ quản, đặt in hoa, cỡ 13, bỏ đậm; ghi đủ như “UBND PHƯỜNG …”",
    bad=[
        edit("parent_body", "đậm như tên cơ quan ban hành", bold=True),
        edit("parent_body", "cỡ 14", size=14),
        edit("parent_body", "nghiêng", italic=True),
        edit("parent_body", "chữ thường", text="UBND phường Minh Hưng"),
        edit("parent_body", "thiếu tên địa phương", text="ỦY BAN NHÂN DÂN"),
    ],
)
def parent_body(parts: Parts) -> Iterable[Found]:
    """The look of the lines above the issuing body."""
    bold = _bold_parent(parts)
    if bold:
        yield Found(bold[0].place, "đậm")
    council_alone = _council_of_own_unit(parts)
    for piece in parts.parent_body:
        if piece not in council_alone:
            yield from look(piece, size=(12, 13), bold=False, italic=False, upper=True, align="center")
    name = " ".join(folded(piece.text) for piece in parts.parent_body)
    if _COUNCIL_ALONE.fullmatch(name) and not council_alone:
        yield Found(parts.parent_body[0].place, "thiếu tên địa phương")


@rule(
    "ND30-CQ-04",
    "không có câu chữ riêng; thông lệ từ Thông tư 01/2011/TT-BNV",
    "Văn bản của chính UBND cấp xã không ghi cơ quan chủ quản, các dòng tên của UBND đều đậm",
    "bôi đậm cả hai dòng “ỦY BAN NHÂN DÂN” và “PHƯỜNG (XÃ) …”; bỏ dòng tên UBND cấp trên nếu có",
    severity=WARNING,
    bad=[
        edit("issuing_body", "dòng đầu không đậm", bold=False),
        edit("issuing_body", "ghi cả UBND tỉnh", text="UBND TỈNH ĐỒNG NAI", bold=False),
    ],
)
def council_without_parent(parts: Parts) -> Iterable[Found]:
    """The council of a commune is not under another council, and its name is bold as a whole."""
    own = _council_of_own_unit(parts)
    if own:
        yield Found(own[0].place, "tên UBND không đậm cả hai dòng")
        return
    name = " ".join(folded(piece.text) for piece in parts.issuing_body)
    if parts.parent_body and _COMMUNE.match(name):
        yield Found(parts.parent_body[0].place, "ghi cơ quan chủ quản của UBND cấp xã")


@rule(
    "ND30-CQ-05",
    "PL I, Phần I, Mục II.2.a, II.2.b",
    "Tên cơ quan ban hành ghi đầy đủ, không viết tắt; các dòng tên cách nhau dòng đơn",
    "viết đủ “ỦY BAN NHÂN DÂN …”; đặt giãn dòng Đơn (Single), khoảng cách trước và sau đoạn 0 pt",
    bad=[
        edit("issuing_body", "viết tắt UBND", text="UBND"),
        edit("issuing_body", "viết tắt TP.", text="TP. ĐỒNG NAI", at=1),
        edit("issuing_body", "giãn dòng 1,5", line=1.5, at=1),
        edit("issuing_body", "cách dòng 6 pt", before_pt=6, at=1),
        edit("issuing_body", "dòng trống ở giữa", insert=""),
    ],
)
def full_name(parts: Parts) -> Iterable[Found]:
    """No abbreviation in the name, nothing between its lines."""
    for piece in _own_names(parts):
        found = _ABBREVIATION.search(piece.text.upper())
        if found:
            yield Found(piece.place, f"viết tắt {found.group()}")
    yield from gaps(parts, [*parts.parent_body, *parts.issuing_body])


def _bold_parent(parts: Parts) -> tuple[Piece, ...]:
    """The lines of a higher body at the head of the name that are bold like it."""
    lines = parts.issuing_body
    if len(lines) > 1 and not parts.parent_body and _COUNCIL_OF_UNIT.match(folded(lines[0].text)):
        below = folded(lines[1].text)
        if _SUBORDINATE.match(below) or _COUNCIL_ALONE.match(below):
            return lines[:1]
    return ()


def _own_names(parts: Parts) -> tuple[Piece, ...]:
    """The lines of the issuing body without those of a higher body that are bold by mistake."""
    return parts.issuing_body[len(_bold_parent(parts)) :]


def _council_of_own_unit(parts: Parts) -> tuple[Piece, ...]:
    """A line "ỦY BAN NHÂN DÂN" taken for a higher body because only "PHƯỜNG …" below it is bold."""
    upper, lower = parts.parent_body, parts.issuing_body
    alone = upper and lower and _COUNCIL_ALONE.fullmatch(folded(upper[-1].text))
    return upper[-1:] if alone and _UNIT_NAME.match(folded(lower[0].text)) else ()
