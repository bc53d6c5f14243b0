"""Ký hiệu "./." kết thúc nội dung văn bản và phụ lục."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.layout.parts import Parts, has_end_mark
from nq57gen.checks.layout.pieces import Piece, once_each, whole
from nq57gen.checks.layout.rule import Found, edit, rule
from nq57gen.patterns import lazily
from nq57gen.reading.types import Gathered, ParagraphView

_MARK = lazily(r"\./\.(?![./])")


@rule(
    "ND30-ND-05",
    "PL III, mọi mẫu 1.x, 2.x",
    "Hết nội dung văn bản, hết mỗi phụ lục có ký hiệu “./.” ngay sau chữ cuối, chỉ một lần",
    "gõ “./.” liền sau chữ cuối cùng của nội dung hoặc của phụ lục, xóa ở chỗ khác",
    types=("ke_hoach", "bao_cao", "cong_van", "quyet_dinh"),
    bad=[
        edit(
            "end", "thiếu ký hiệu", text="Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện các nội dung trên."
        ),
        edit(
            "end", "gõ thiếu dấu", text="Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện các nội dung trên./"
        ),
        edit("end", "còn chữ sau ký hiệu", insert="Trân trọng cảm ơn sự phối hợp của các cơ quan, đơn vị."),
        edit("end", "ghi hai lần", insert="Đề nghị các cơ quan, đơn vị phối hợp thực hiện./."),
        edit("appendix.end", "phụ lục thiếu ký hiệu", text=""),
    ],
)
def end_mark(parts: Parts) -> Iterable[Found]:
    """Exactly one end mark in the body, at its end, and one in each appendix."""
    body = _printed(parts.body)
    if body and any(whole(paragraph).text for paragraph in body):
        last = whole(body[-1])
        yield from _wrong_mark(body, last, "nội dung")
        marked = [index for index, paragraph in enumerate(body) if _marks(paragraph)]
        signed = parts.recipients_label is not None
        if signed and len(marked) == 1 and not (marked[0] == len(body) - 1 and has_end_mark(last)):
            yield Found(whole(body[marked[0]]).place, "sau “./.” còn chữ")
    for appendix in parts.appendices:
        printed = _printed(appendix.blocks)
        if printed:
            yield from _wrong_mark(printed, appendix.label, "phụ lục")


def _wrong_mark(printed: Sequence[ParagraphView], where: Piece, what: str) -> Iterator[Found]:
    marks = [paragraph for paragraph in printed for _ in range(_marks(paragraph))]
    if not marks:
        yield Found(where.place, f"hết {what} không có “./.”")
    elif len(marks) > 1:
        yield Found(whole(marks[0]).place, f"“./.” ghi {len(marks)} lần trong {what}")


@once_each
def _marks(paragraph: ParagraphView) -> int:
    """How often the mark stands in a paragraph."""
    text = whole(paragraph).text
    return len(_MARK.findall(text)) if "./." in text else 0


def _print(paragraph: ParagraphView) -> tuple[ParagraphView, ...]:
    return (paragraph,) if paragraph.text.strip() else ()


_printed = Gathered(_print, boxes=False)
