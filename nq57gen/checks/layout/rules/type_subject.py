"""Tên loại và trích yếu nội dung (ô số 5a, 5b); dòng thẩm quyền ban hành của Quyết định."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.layout.lines import has_line, line_faults
from nq57gen.checks.layout.looks import look
from nq57gen.checks.layout.parts import LETTER, UNKNOWN, Parts
from nq57gen.checks.layout.pieces import ends_in_blank, folded, paragraphs_of
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.wording import once
from nq57gen.reading.types import ParagraphView

#: A subject and a number are 6 pt apart, in twips; programs round.
_SIX_POINTS = 118


@rule(
    "ND30-TL-01",
    "PL I, Phần I, Mục II.5.b",
    "Tên loại văn bản in hoa, đứng, đậm, cỡ 13-14, canh giữa trang",
    "chọn dòng tên loại (KẾ HOẠCH, BÁO CÁO …), gõ chữ hoa, đặt cỡ 14, đậm, đứng, canh giữa",
    bad=[
        edit("type_name", "cỡ 16", size=16),
        edit("type_name", "không đậm", bold=False),
        edit("type_name", "nghiêng", italic=True),
        edit("type_name", "căn trái", align="left"),
        edit("type_name", "chữ thường", text="Kế hoạch"),
    ],
)
def look_of_type(parts: Parts) -> Iterable[Found]:
    """The look of the name of the type, and that it stands without a mark."""
    name = parts.type_name
    yield from look(name, size=(13, 14), bold=True, italic=False, underline=False, upper=True, align="center")
    if name is not None and not name.text[-1].isalnum():
        yield Found(name.place, f"kết thúc bằng dấu “{name.text[-1]}”")


@rule(
    "ND30-TY-01",
    "PL I, Phần I, Mục II.5.a, II.5.b",
    "Trích yếu ngay dưới tên loại, chữ thường, đứng, đậm, cỡ 13-14, canh giữa",
    "chọn trích yếu, gõ chữ thường, đặt cỡ 14, đậm, đứng, không gạch chân, canh giữa",
    bad=[
        edit("subject", "cỡ 12", size=12),
        edit("subject", "không đậm", bold=False),
        edit("subject", "nghiêng", italic=True),
        edit("subject", "gạch chân", underline=True),
        edit("subject", "đều hai lề", align="both"),
        edit("subject", "in hoa", caps=True),
    ],
)
def look_of_subject(parts: Parts) -> Iterable[Found]:
    """The look of the subject; an underline in place of the line is left to TY-02."""
    underline = False if has_line(parts, parts.subject) else None
    return once(
        look(
            parts.subject,
            size=(13, 14),
            bold=True,
            italic=False,
            underline=underline,
            upper=False,
            align="center",
        )
    )


@rule(
    "ND30-TY-02",
    "PL I, Phần I, Mục II.5.b",
    "Dưới trích yếu có đường kẻ nét liền, dài 1/3 đến 1/2 dòng chữ, cân đối",
    "vẽ đường thẳng (Insert > Shapes > Line) dưới trích yếu, canh giữa; không gạch chân, không gõ dãy gạch",
    bad=[
        edit("subject", "không có đường kẻ", xml="line_gone"),
        edit("subject", "gạch chân thay đường kẻ", xml="line_as_underline"),
        edit("subject", "đường kẻ ngắn", xml="line_short"),
        edit("subject", "đường kẻ dài cả dòng", xml="line_long"),
        edit("subject", "đường kẻ nét đứt", xml="line_dashed"),
    ],
)
def line_under_subject(parts: Parts) -> Iterable[Found]:
    """The line under the subject, a third to a half as long as its lines."""
    if not parts.subject:
        return ()
    return line_faults(parts, parts.subject, shortest=1 / 3, longest=1 / 2, tolerance=0.03)


@rule(
    "ND30-TY-03",
    "các mẫu 1.2-1.5",
    "Cuối trích yếu không có dấu câu",
    "xóa dấu ở cuối trích yếu",
    severity=WARNING,
    bad=[
        edit("subject", "có dấu chấm", text="Triển khai Nghị quyết số 57-NQ/TW trên địa bàn phường."),
        edit("subject", "có dấu chấm phẩy", text="Triển khai Nghị quyết số 57-NQ/TW trên địa bàn phường;"),
        edit("subject", "có dấu hai chấm", text="Triển khai Nghị quyết số 57-NQ/TW trên địa bàn phường:"),
    ],
)
def end_of_subject(parts: Parts) -> Iterable[Found]:
    """The last sign of the subject."""
    last = (parts.subject or parts.letter_subject)[-1:]
    if last and last[0].text.endswith((".", ";", ":", ",")) and not ends_in_blank(last[0].text):
        yield Found(last[0].place, f"kết thúc bằng dấu “{last[0].text[-1]}”")


@rule(
    "ND30-TY-04",
    "PL I, Phần I, Mục II.5.b",
    "Trích yếu công văn sau chữ “V/v”, chữ thường, đứng, không đậm, cỡ 12-13, canh giữa dưới số ký hiệu, "
    "cách 6 pt",
    "chọn trích yếu công văn, đặt cỡ 12, bỏ đậm, bỏ nghiêng, canh giữa, khoảng cách trước 6 pt",
    types=(LETTER,),
    bad=[
        edit("letter_subject", "đậm", bold=True),
        edit("letter_subject", "nghiêng", italic=True),
        edit("letter_subject", "cỡ 14", size=14),
        edit("letter_subject", "sát số ký hiệu", before_pt=0),
        edit("letter_subject", "in hoa", caps=True),
    ],
)
def subject_of_letter(parts: Parts) -> Iterable[Found]:
    """The look of "V/v …" and its distance from the number."""
    pieces = parts.letter_subject
    if not pieces:
        return
    yield from once(look(pieces, size=(12, 13), bold=False, italic=False, upper=False, align="center"))
    if not pieces[0].text.startswith("V/v "):
        yield Found(pieces[0].place, f"bắt đầu bằng “{pieces[0].text[:4].strip()}”, không phải “V/v ”")
    gap = _gap(parts, pieces[0].paragraph)
    if gap is not None and gap < _SIX_POINTS:
        yield Found(pieces[0].place, "cách dòng số ký hiệu chưa đủ 6 pt")


def _gap(parts: Parts, paragraph: ParagraphView) -> int | None:
    """The distance from the number right above, in twips; None when they do not stand so.

    Lines set with tabs share their distance with the date.
    """
    if parts.number is None or parts.number.tabbed or parts.number.paragraph is paragraph:
        return None
    above = None
    for other in paragraphs_of(parts.file.blocks):
        if other is paragraph:
            break
        above = other
    if above is not parts.number.paragraph or above.in_table != paragraph.in_table:
        return None
    return max(above.space_after, paragraph.space_before)


@rule(
    "ND30-TY-05",
    "PL I Mục II.5.b; mẫu 1.5",
    "Công văn không ghi tên loại “CÔNG VĂN” và không có đường kẻ dưới trích yếu",
    "xóa dòng “CÔNG VĂN”; xóa đường kẻ dưới “V/v …”",
    types=(LETTER, UNKNOWN),
    bad=[
        edit("addressees_label", "có tên loại", insert="CÔNG VĂN"),
        edit("letter_subject", "trích yếu gạch chân", at=-1, underline=True),
    ],
)
def letter_without_type(parts: Parts) -> Iterable[Found]:
    """A line that names the type, and a line under the subject."""
    for piece in (*parts.addressees, *parts.body_paragraphs[:4]):
        if " ".join(piece.text.split()).upper() in ("CÔNG VĂN", "CÔNG VĂN:"):
            yield Found(piece.place, "có dòng “CÔNG VĂN”")
    for piece in parts.letter_subject[-1:]:
        side = piece.paragraph.borders.bottom
        if (side is not None and side.visible) or any(run.underline for run in piece.letters):
            yield Found(piece.place, "dưới trích yếu có đường kẻ")


@rule(
    "ND30-TQ-01",
    "PL III, mẫu 1.2, 1.3",
    "Dưới trích yếu Quyết định có dòng thẩm quyền ban hành, sau căn cứ có dòng “QUYẾT ĐỊNH:”; cả hai in hoa, "
    "đứng, đậm, canh giữa",
    "ghi cơ quan hoặc chức vụ người ký (CHỦ TỊCH ỦY BAN NHÂN DÂN …) dưới trích yếu, “QUYẾT ĐỊNH:” "
    "trước Điều 1",
    types=("quyet_dinh",),
    bad=[
        edit("decided_by", "thẩm quyền không đậm", bold=False),
        edit("decided_by", "thẩm quyền chữ thường", text="Ủy ban nhân dân phường Hạc Thành"),
        edit("decided_by", "không có dòng thẩm quyền", text=""),
        edit("decides", "dòng QUYẾT ĐỊNH không đậm", bold=False),
        edit("decides", "dòng QUYẾT ĐỊNH căn trái", align="left"),
        edit("decides", "dòng QUYẾT ĐỊNH thiếu dấu hai chấm", text="QUYẾT ĐỊNH"),
        edit("decides", "không có dòng QUYẾT ĐỊNH", text=""),
    ],
)
def decision(parts: Parts) -> Iterable[Found]:
    """The line of who decides and the line "QUYẾT ĐỊNH:"."""
    if parts.type_name is None:
        return
    if not parts.decided_by:
        yield Found(parts.type_name.place, "không có dòng thẩm quyền ban hành")
    yield from look(parts.decided_by, bold=True, italic=False, upper=True, align="center")
    decides = [piece for piece in parts.body_paragraphs if folded(piece.text).rstrip(" :.") == "quyet dinh"]
    if not decides:
        yield Found("cả văn bản", "không có dòng “QUYẾT ĐỊNH:”")
    for piece in decides[:1]:
        yield from look(piece, bold=True, italic=False, upper=True, align="center")
        if not piece.text.endswith(":"):
            yield Found(piece.place, "thiếu dấu hai chấm")
