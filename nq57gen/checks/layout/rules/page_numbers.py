"""Page numbers (ô số 14): in the middle of the header, none on the first page, anew in each appendix."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from nq57gen.checks.layout.looks import points
from nq57gen.checks.layout.parts import AppendixParts, Parts
from nq57gen.checks.layout.pieces import filled, paragraphs_of
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.rules.page import section_place
from nq57gen.reading.types import PageKind, ParagraphView, RunView, Section

_SIZES = (13.0, 14.0)
#: With more letters than this a document is longer than a page, and so is a section of dense tables.
_MORE_THAN_A_PAGE, _DENSE_PAGE = 3000, 6000
_PLACES = {"left": "căn trái", "both": "căn trái", "right": "căn phải"}


@rule(
    "ND30-SOTRANG-01",
    "PL I, Phần I, Mục I.7 và bảng Mục V dòng 14",
    "Số trang là chữ số Ả Rập từ 1, cỡ 13-14, đứng, canh giữa trong lề trên, không kèm chữ nào khác",
    "vào Chèn (Insert) > Số trang (Page Number) > Đầu trang (Top of Page) > Plain Number 2, đặt cỡ 14",
    bad=[
        edit("section", "số trang ở chân trang", xml="number_in_footer"),
        edit("section", "số trang căn phải", xml="number_right"),
        edit("section", "số trang cỡ 11", xml="number_small"),
        edit("section", "số trang đậm", xml="number_bold"),
        edit("section", "ghi “Trang 2”", xml="number_with_word"),
        edit("section", "không có số trang", xml="number_gone"),
        edit("section", "số La Mã", number_format="lowerRoman"),
        edit("section", "đánh từ số 5", number_start=5),
    ],
)
def page_numbers(parts: Parts) -> Iterable[Found]:
    """Where the numbers stand and how they look."""
    yield from _numbers_missing(parts)
    first = parts.file.sections[0]
    if first.number_start not in (None, 1) and _numbers(first):
        yield Found(section_place(first), f"đánh số từ {first.number_start}")
    seen: set[int] = set()
    for section in parts.file.sections:
        if section.number_format != "decimal" and _numbers(section):
            yield Found(section_place(section), "số trang không phải chữ số Ả Rập")
        for paragraph in _all(section, "footer"):
            if id(paragraph) not in seen:
                yield Found(paragraph.place, "số trang ở chân trang")
        for paragraph in _all(section, "header"):
            wrong = [] if id(paragraph) in seen else [*_wrong(paragraph)]
            if wrong:
                yield Found(paragraph.place, ", ".join(wrong))
        seen |= {id(paragraph) for kind in ("header", "footer") for paragraph in _all(section, kind)}


@rule(
    "ND30-SOTRANG-02",
    "PL I, Phần I, Mục I.7",
    "Trang thứ nhất không hiện số trang",
    "bấm đúp vào đầu trang, đánh dấu Trang đầu khác biệt (Different First Page) và xóa số ở trang đầu",
    bad=[
        edit("section", "số trang hiện cả ở trang đầu", title_page=False),
        edit("section", "đầu trang riêng của trang đầu có số trang", xml="number_on_first"),
    ],
)
def first_page(parts: Parts) -> Iterable[Found]:
    """The first page of the document shows no number."""
    yield from _on_first(parts.file.sections[0])


@rule(
    "ND30-SOTRANG-03",
    "PL I, Phần I, Mục III.1.đ",
    "Mỗi phụ lục đánh số trang riêng, bắt đầu lại từ 1",
    "ngắt phần trước phụ lục (Bố trí > Ngắt > Trang tiếp theo), rồi Định dạng số trang: bắt đầu từ 1",
    bad=[
        edit("appendix_section", "số trang nối tiếp thân văn bản", number_start=None),
        edit("appendix_section", "bắt đầu từ 2", number_start=2),
        edit("appendix_section", "phụ lục chung phần với thân văn bản", xml="section_break_gone"),
    ],
)
def numbers_of_appendices(parts: Parts) -> Iterable[Found]:
    """Each appendix begins a section whose pages count from 1."""
    for appendix, before in _appendices(parts):
        section = _section(parts, appendix)
        if before is not None and before == section.number:
            yield Found(appendix.label.place, "không tách thành phần (section) riêng")
        elif section.number_start != 1 and _numbers(section):
            start = section.number_start
            yield Found(appendix.label.place, "đánh nối tiếp" if start is None else f"bắt đầu từ {start}")


@rule(
    "ND30-SOTRANG-04",
    "suy từ PL I, Phần I, Mục I.7",
    "Trang đầu của phụ lục không hiện số trang",
    "bấm đúp vào đầu trang của phụ lục, đánh dấu Trang đầu khác biệt (Different First Page)",
    severity=WARNING,
    bad=[
        edit("appendix_section", "số trang hiện ở trang đầu phụ lục", title_page=False),
        edit("appendix_section", "trang đầu phụ lục có số", xml="number_on_first"),
    ],
)
def first_page_of_appendices(parts: Parts) -> Iterable[Found]:
    """The first page of each appendix shows no number."""
    for appendix, before in _appendices(parts):
        section = _section(parts, appendix)
        if before != section.number:
            yield from _on_first(section)


def _section(parts: Parts, appendix: AppendixParts) -> Section:
    return next(section for section in parts.file.sections if section.number == appendix.section)


def _appendices(parts: Parts) -> Iterator[tuple[AppendixParts, int | None]]:
    """Each appendix with the section of the last text before it, None at the head of the file."""
    blocks = parts.file.blocks
    for appendix in parts.appendices:
        at = next(index for index, block in enumerate(blocks) if block is appendix.label.paragraph)
        texts = (filled(paragraphs_of([block])) for block in reversed(blocks[:at]))
        yield appendix, next((text[-1].section for text in texts if text), None)


def _numbers(section: Section) -> list[ParagraphView]:
    """The numbers of the pages behind the first, be they in header or footer."""
    return section.page_numbers("header", "default") + section.page_numbers("footer", "default")


def _all(section: Section, where: str) -> list[ParagraphView]:
    """The numbers in the headers or footers of all kinds of pages, each paragraph once."""
    parts = section.headers if where == "header" else section.footers
    return [paragraph for part in parts.values() for paragraph in part if "PAGE" in paragraph.fields]


def _on_first(section: Section) -> Iterator[Found]:
    kind: PageKind = "first" if section.title_page else "default"
    for where in ("header", "footer"):
        parts = section.headers if where == "header" else section.footers
        for paragraph in parts.get(kind, ()):
            if "PAGE" in paragraph.fields and "IF" not in paragraph.fields:
                yield Found(paragraph.place, "trang đầu hiện số trang")


def _numbers_missing(parts: Parts) -> Iterator[Found]:
    """The first section that is longer than a page and shows no number on the others."""
    for section in parts.file.sections:
        even_missing = "even" in section.headers and not section.page_numbers("header", "even")
        missing = not _numbers(section) or (even_missing and not section.page_numbers("footer", "even"))
        most = _MORE_THAN_A_PAGE if section.number == 1 else _DENSE_PAGE
        if missing and _letters(parts, section) > most:
            which = "trang chẵn không có số trang" if _numbers(section) else "không có số trang"
            yield Found(section_place(section), which)
            return


def _letters(parts: Parts, section: Section) -> int:
    own = (paragraph for paragraph in parts.file.paragraphs() if paragraph.section == section.number)
    return sum(len(paragraph.text) for paragraph in own)


def _wrong(paragraph: ParagraphView) -> Iterator[str]:
    """What is wrong with a number in the header."""
    runs = [run for run in paragraph.runs if run.field == "PAGE"]
    sizes = [run.size_pt for run in runs if not _SIZES[0] <= run.size_pt <= _SIZES[1]]
    if sizes:
        yield f"cỡ {points(sizes[0])}"
    if any(run.bold for run in runs):
        yield "đậm"
    if any(run.italic for run in runs):
        yield "nghiêng"
    beside = _beside(paragraph, runs)
    if beside:
        yield f"kèm “{beside}”"
    side = _side(paragraph)
    if side:
        yield side


def _beside(paragraph: ParagraphView, numbers: list[RunView]) -> str:
    """What is printed in one breath with the number: "Trang", "-", "/ 12"."""
    texts = ["\0" if run in numbers else run.shown_text for run in paragraph.runs if not run.hidden]
    for part in "".join(texts).replace("\n", "\t").split("\t"):
        if "\0" in part:
            return " ".join(part.replace("\0", " ").split())
    return ""


def _side(paragraph: ParagraphView) -> str:
    """Where the number stands if that is known not to be the middle."""
    before = "".join(run.text for run in itertools.takewhile(lambda run: run.field != "PAGE", paragraph.runs))
    tabs = before.count("\t")
    if tabs:
        place = paragraph.tabs[tabs - 1].kind if tabs <= len(paragraph.tabs) else "center"
    elif paragraph.in_table or "khung chữ" in paragraph.place:
        place = paragraph.frame_align or "center"
    else:
        place = paragraph.frame_align or paragraph.align
    return "" if place == "center" else _PLACES.get(place, "không canh giữa")
