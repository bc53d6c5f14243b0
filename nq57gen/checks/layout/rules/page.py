"""The paper: size, direction, margins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nq57gen.checks.layout.looks import millimetres
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import filled
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.reading.types import ParagraphView, Section

#: A4 in twips, and how far a file may be off (programs round).
_SHORT, _LONG, _PAPER_OFF = 11906, 16838, 20
#: Ranges of the margins in twips; ``_MARGIN_OFF`` is 0.2 mm.
_MARGINS = {"top": (1134, 1417), "bottom": (1134, 1417), "left": (1701, 1984), "right": (850, 1134)}
_MARGIN_OFF = 12
#: A page that lies across may keep its margins as seen or as bound: all lie in this range.
_ANY_MARGIN = (850, 1984)
_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
#: A title and a caption around a picture are no running text.
_RUNNING_PARAGRAPHS = 3


def section_place(section: Section) -> str:
    """A section as a person would say it."""
    return f"trang giấy (phần {section.number})"


@rule(
    "ND30-TRANG-01",
    "PL I, Phần I, Mục I.1",
    "Khổ giấy A4 (210 x 297 mm)",
    "vào Bố trí (Layout) > Kích cỡ (Size), chọn A4, áp dụng cho toàn văn bản",
    bad=[
        edit("section", "khổ Letter", width=215.9, height=279.4),
        edit("section", "khổ A5", width=148, height=210),
        edit("section", "khổ B5", width=176, height=250),
        edit("appendix_section", "phụ lục khổ A3", width=420, height=297),
    ],
)
def paper(parts: Parts) -> Iterable[Found]:
    """Every section is A4, upright or across."""
    for section in parts.file.sections:
        short, long = sorted((section.width, section.height))
        if abs(short - _SHORT) > _PAPER_OFF or abs(long - _LONG) > _PAPER_OFF:
            size = f"{millimetres(section.width)} x {millimetres(section.height)}"
            yield Found(section_place(section), f"khổ {size}")


@rule(
    "ND30-TRANG-02",
    "PL I, Phần I, Mục I.2",
    "Văn bản để giấy dọc; chỉ phần có bảng, biểu mới được quay ngang",
    "vào Bố trí (Layout) > Hướng (Orientation), chọn Dọc cho phần không có bảng",
    bad=[
        edit("section", "cả phần lời văn quay ngang", width=297, height=210),
        edit("section", "quay ngang, lề theo khổ ngang", width=297, height=210, top=30, left=25),
    ],
)
def direction(parts: Parts) -> Iterable[Found]:
    """A section that lies across has a table other than those of letterhead and signature."""
    with_tables = {table.section for table in parts.tables}
    for section in parts.file.sections:
        if not section.landscape or section.number in with_tables:
            continue
        texts = [block for block in parts.file.blocks if isinstance(block, ParagraphView)]
        running = [paragraph for paragraph in filled(texts) if paragraph.section == section.number]
        if len(running) >= _RUNNING_PARAGRAPHS:
            yield Found(section_place(section), "quay ngang mà không có bảng")


@rule(
    "ND30-TRANG-03",
    "PL I, Phần I, Mục I.3 và Mục IV",
    "Lề trên và dưới 20-25 mm, lề trái 30-35 mm, lề phải 15-20 mm",
    "vào Bố trí (Layout) > Lề (Margins), đặt trên 2 cm, dưới 2 cm, trái 3 cm, phải 1,5 cm, gáy (gutter) 0",
    bad=[
        edit("section", "lề trái 20 mm", left=20),
        edit("section", "lề phải 25 mm", right=25),
        edit("section", "lề trên 15 mm", top=15),
        edit("section", "lề dưới 30 mm", bottom=30),
        edit("section", "bốn lề 25,4 mm của Word", top=25.4, bottom=25.4, left=25.4, right=25.4),
    ],
)
def margins(parts: Parts) -> Iterable[Found]:
    """The margins of upright pages; a gutter adds to the left one."""
    for section in parts.file.sections:
        if not section.landscape:
            yield from _off(section, _MARGINS)


@rule(
    "ND30-TRANG-04",
    "không có điều khoản riêng; suy từ PL I, Phần I, Mục I.3",
    "Trang ngang nên giữ các lề như trang dọc, mỗi cạnh từ 15 đến 35 mm",
    "đặt con trỏ ở trang ngang, vào Bố trí (Layout) > Lề (Margins), đặt lại bốn lề cho phần này",
    severity=WARNING,
    bad=[
        edit("appendix_section", "trang ngang lề trái 10 mm", width=297, height=210, left=10),
        edit("appendix_section", "trang ngang lề dưới 5 mm", width=297, height=210, bottom=5),
        edit("appendix_section", "trang ngang lề phải 40 mm", width=297, height=210, right=40),
    ],
)
def margins_across(parts: Parts) -> Iterable[Found]:
    """The margins of pages that lie across."""
    for section in parts.file.sections:
        if section.landscape:
            yield from _off(section, dict.fromkeys(_MARGINS, _ANY_MARGIN))


def _off(section: Section, allowed: Mapping[str, tuple[int, int]]) -> Iterator[Found]:
    """One finding for all margins of ``section`` outside their ranges."""
    wrong = []
    for side, (low, high) in allowed.items():
        value = abs(getattr(section, side)) + (section.gutter if side == "left" else 0)
        if not low - _MARGIN_OFF <= value <= high + _MARGIN_OFF:
            wrong.append(f"lề {_SIDES[side]} {millimetres(value)}")
    if wrong:
        yield Found(section_place(section), ", ".join(wrong))
