"""Dòng "(Kèm theo …)" của phụ lục và của văn bản ban hành kèm quyết định."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.checks.layout.drafts import places_to_fill
from nq57gen.checks.layout.looks import look
from nq57gen.checks.layout.parts import AppendixParts, Parts, folded
from nq57gen.checks.layout.pieces import Piece, filled
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.patterns import lazily
from nq57gen.reading.types import ParagraphView

_FORM = lazily(r"\((?:Ban hành )?[Kk]èm theo \S.* số.*/.*ngày.*tháng.*năm.* của \S.*\)")
_SHORT_DATE = lazily(r"ngày\s+(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
#: What the line must say, each with how it is told.
_NEEDED = {
    "số, ký hiệu": lazily(r"số.*/|số\s*:?\s*\d*\s*-\s*\w+/"),
    "ngày, tháng, năm": lazily(r"ngày.*tháng.*năm|ngày\s+\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"),
    "cơ quan ban hành": lazily(r"\bcủa \S"),
}
_SAID = lazily(
    r"số:?\s*(?P<number>\d+)\s*[/-]\s*(?P<symbol>\S*).*?"
    r"ngày\s+(?P<day>\d+)\s*(?:tháng|[/.-])\s*(?P<month>\d+)\s*(?:năm|[/.-])\s*(?P<year>\d+)"
)
_NUMBER = lazily(r"\D*(?P<number>\d+)\s*[/-]\s*(?P<symbol>\S+)")
_DATE = lazily(r"ngày\s+(?P<day>\d+)\s+tháng\s+(?P<month>\d+)\s+năm\s+(?P<year>\d+)")
#: For the bad examples: the issuer of the documents they change.
_BY = "của Ủy ban nhân dân phường Minh Hưng"


def attached_text(appendix: AppendixParts) -> str:
    """The words of the attachment line, also when it goes on in the next paragraphs."""
    if appendix.attachment is None:
        return ""
    text = appendix.attachment.text
    following = [block for block in appendix.blocks[:2] if isinstance(block, ParagraphView)]
    for paragraph in filled(following):
        if text.endswith(")"):
            break
        text += " " + " ".join(paragraph.shown_text.split())
    return text if text.endswith(")") else appendix.attachment.text


@rule(
    "ND30-PL-05",
    "PL I, Mục III.1.c; mẫu 2.1, 2.2",
    "Dưới tên phụ lục có dòng “(Kèm theo … số … ngày … tháng … năm … của …)” trong ngoặc đơn, chữ thường, "
    "nghiêng, "
    "không đậm, cỡ 13-14, màu đen, canh giữa",
    "thêm dòng như “(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân phường "
    "…)”, "
    "cỡ 14, nghiêng, canh giữa",
    bad=[
        edit("appendix.attachment", "thiếu dòng Kèm theo", text=""),
        edit("appendix.attachment", "cỡ 12", size=12),
        edit("appendix.attachment", "không nghiêng", italic=False),
        edit("appendix.attachment", "đậm", bold=True),
        edit("appendix.attachment", "màu xanh", color="0000FF"),
        edit("appendix.attachment", "căn trái", align="left"),
        edit("appendix.attachment", "không ghi văn bản nào", text="(Kèm theo Kế hoạch của phường)"),
        edit(
            "appendix.attachment",
            "không có ngoặc đơn",
            text=f"Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026 {_BY}",
        ),
    ],
)
def attachment(parts: Parts) -> Iterable[Found]:
    """The form and the look of the line, for every appendix."""
    for appendix in parts.appendices:
        piece = appendix.attachment
        if piece is None:
            yield Found(appendix.label.place, "không có dòng “(Kèm theo …)”")
            continue
        yield from look(piece, size=(13, 14), bold=False, italic=True, align="center")
        if any(run.color not in ("auto", "000000") for run in piece.letters):
            yield Found(piece.place, "chữ không phải màu đen")
        if not places_to_fill(piece.paragraph):
            yield from _wrong_form(piece, attached_text(appendix))


def _wrong_form(piece: Piece, text: str) -> Iterator[Found]:
    """What the words of the line lack; a short date is there, but should be written in full."""
    if _FORM.fullmatch(text):
        return
    lacking = [name for name, pattern in _NEEDED.items() if not pattern.search(text)]
    wrong = ["thiếu " + ", ".join(lacking)] if lacking else []
    if not (text.startswith("(") and text.endswith(")")):
        wrong.append("không trong ngoặc đơn")
    short = _SHORT_DATE.search(text)
    if wrong:
        yield Found(piece.place, "; ".join(wrong))
    elif short:
        day, month, year = (int(part) for part in short.groups())
        zero = "02" if month <= 2 else ""
        said = f"ngày {day:02d} tháng {month:{zero}d} năm {year}"
        yield Found(piece.place, f"ghi “{short.group()}”, viết “{said}”", minor=True)
    else:
        yield Found(piece.place, f"ghi “{text}”, khác mẫu “(Kèm theo … số … ngày … tháng … năm … của …)”")


@rule(
    "ND30-PL-06",
    "PL I, Mục III.1.c; mẫu 2.2 ghi chú",
    "Số và ngày ở dòng “Kèm theo” (bản điện tử được để trống) phải là số và ngày của chính văn bản",
    "sửa số, ngày ở dòng “Kèm theo” theo dòng số và dòng địa danh, thời gian của văn bản",
    bad=[
        edit(
            "appendix.attachment",
            "số của văn bản khác",
            text=f"(Kèm theo Kế hoạch số 50/KH-UBND ngày 05 tháng 3 năm 2026 {_BY})",
        ),
        edit(
            "appendix.attachment",
            "ngày của văn bản khác",
            text=f"(Kèm theo Kế hoạch số 05/KH-UBND ngày 15 tháng 3 năm 2026 {_BY})",
        ),
    ],
)
def same_document(parts: Parts) -> Iterable[Found]:
    """Number and date of the line against those of the letterhead, where both are filled in.

    A line with another symbol or another issuer is of another document, and left alone.
    """
    number = _NUMBER.match(parts.number.text) if parts.number else None
    date = _DATE.search(parts.date.text) if parts.date else None
    issuer = folded(parts.issuing_body[-1].text) if parts.issuing_body else ""
    if number is None or not issuer:
        return
    for appendix in parts.appendices:
        text = attached_text(appendix)
        said = _SAID.search(text)
        if not said or said["symbol"] != number["symbol"] or issuer not in folded(text):
            continue
        if int(said["number"]) != int(number["number"]):
            yield Found(_place(appendix), f"số {said['number']}, văn bản số {number['number']}")
        elif date and any(int(said[key]) != int(date[key]) for key in ("day", "month", "year")):
            yield Found(_place(appendix), "ngày khác ngày của văn bản")


def _place(appendix: AppendixParts) -> str:
    return (appendix.attachment or appendix.label).place


@rule(
    "ND30-PL-07",
    "PL III, mẫu 2.1, 2.2",
    "Dưới dòng “(Kèm theo …)” có một đường kẻ ngắn, nét liền, ở giữa trang",
    "vẽ một đường kẻ ngắn dưới dòng “(Kèm theo …)” bằng Insert > Shapes > Line",
    severity=WARNING,
    bad=[
        edit("appendix.attachment", "không có đường kẻ", xml="no_rule"),
    ],
)
def ruled(parts: Parts) -> Iterable[Found]:
    """A drawn line or a border with the attachment line or right after it."""
    for appendix in parts.appendices:
        piece = appendix.attachment
        if piece is None:
            continue
        near = [piece.paragraph]
        for block in appendix.blocks[:2]:
            if isinstance(block, ParagraphView):
                near.append(block)
        if not any(paragraph.lines or paragraph.borders.visible for paragraph in near):
            yield Found(piece.place, "không có đường kẻ")


@rule(
    "ND30-PL-10",
    "PL III, mẫu văn bản kèm theo mẫu 1.3",
    "Văn bản ban hành kèm quyết định có tên cơ quan, Quốc hiệu, tên loại, trích yếu và dòng “(Kèm theo "
    "Quyết định "
    "số …)” nghiêng, canh giữa; không có số, ngày, Nơi nhận, khối ký",
    "bỏ số, ký hiệu, địa danh, ngày, Nơi nhận và khối ký; đặt dòng “(Kèm theo Quyết định …)” nghiêng, canh "
    "giữa",
    bad=[
        edit(
            "subject",
            "kế hoạch kèm quyết định mà có số, ngày, khối ký",
            insert=f"(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2026 {_BY})",
        ),
    ],
)
def attached_document(parts: Parts) -> Iterable[Found]:
    """A document under a decision: the line under its subject, and what it must not have."""
    line = parts.attached_to
    if line is None:
        return
    yield from look(line, bold=False, italic=True, align="center")
    if not (line.text.startswith("(") and line.text.endswith(")")):
        yield Found(line.place, "dòng “Kèm theo” không trong ngoặc đơn")
    unwanted: list[tuple[str, Piece | None]] = [
        ("số, ký hiệu", parts.number),
        ("địa danh, ngày tháng", parts.date),
        ("Nơi nhận", parts.recipients_label),
    ]
    for name, piece in unwanted:
        if piece is not None:
            yield Found(piece.place, f"có {name}")
