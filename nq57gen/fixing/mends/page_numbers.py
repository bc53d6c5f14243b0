"""Page numbers: in the middle of the header, none on the first page, anew in each appendix."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from nq57gen.checks.layout.rules.page import section_place
from nq57gen.fixing.declared import Words
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.mends.page import sections_of
from nq57gen.fixing.number_field import give_look, header_with_number, numbered, put_in, take_out
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, put, unset
from nq57gen.reading.types import PageKind, Section
from nq57gen.reading.xml import w

_FIELDS = Words(fields=True)
_IN_HEADER = "số trang canh giữa đầu trang, cỡ 14, đứng"


@mend("ND30-SOTRANG-01", words=_FIELDS, everywhere=True)
def in_headers(opened: Opened) -> Iterator[Done]:
    """Arabic numbers from 1 in the middle of every header but that of the first page."""
    first = opened.file.sections[0]
    for section, element in sections_of(opened):
        yield from _plain_format(section, element)
        if section is first and section.number_start not in (None, 1):
            child(element, "pgNumType").set(w("start"), "1")
            yield Done(section_place(section), f"đánh số từ {section.number_start}", "đánh số từ 1")
        in_footer = [take_out(tree) for tree in opened.own(element, "footer").values()]
        for pages, tree in opened.own(element, "header").items():
            for paragraph in numbered(tree) if pages != "first" else ():
                before = etree.tostring(paragraph)
                give_look(paragraph)
                if etree.tostring(paragraph) != before:
                    yield Done(section_place(section), "số trang trình bày chưa đúng", _IN_HEADER)
        kinds: list[PageKind] = ["default", "even"] if "even" in section.headers else ["default"]
        missing = [kind for kind in kinds if not section.page_numbers("header", kind)]
        for kind in missing:
            _add(opened, section, element, kind)
        if any(in_footer) or missing:
            before_said = "số trang ở chân trang" if any(in_footer) else "không có số trang"
            yield Done(section_place(section), before_said, _IN_HEADER)


def _plain_format(section: Section, element: etree._Element) -> Iterator[Done]:
    if section.number_format != "decimal":
        unset(child(element, "pgNumType"), "fmt")
        yield Done(section_place(section), "số trang không phải chữ số Ả Rập", "số trang là chữ số Ả Rập")


def _add(opened: Opened, section: Section, element: etree._Element, kind: PageKind) -> None:
    """Add the number to the header of a section, unless it takes that from the section before."""
    own = opened.own(element, "header").get(kind)
    if own is not None:
        put_in(own)
    elif section.number == 1:
        opened.add(element, "header", kind, header_with_number())


@mend("ND30-SOTRANG-02", "ND30-SOTRANG-04", words=_FIELDS, everywhere=True)
def first_pages(opened: Opened) -> Iterator[Done]:
    """The first page of the document and of each appendix differs, and shows no number."""
    firsts = {1, *(appendix.section for appendix in opened.parts.appendices)}
    for section, element in sections_of(opened):
        if section.number not in firsts:
            continue
        trees = [opened.own(element, kind).get("first") for kind in ("header", "footer")]
        emptied = [take_out(tree) for tree in trees if tree is not None]
        if not section.title_page:
            put(element, "titlePg")
        if not section.title_page or any(emptied):
            yield Done(section_place(section), "trang đầu hiện số trang", "trang đầu không hiện số trang")


@mend("ND30-SOTRANG-03", words=_FIELDS, everywhere=True)
def restart(opened: Opened) -> Iterator[Done]:
    """The pages of each appendix that has a section of its own count from 1."""
    for appendix in opened.parts.appendices:
        section, element = opened.file.sections[appendix.section - 1], opened.sections[appendix.section - 1]
        if section.number > 1 and section.number_start != 1:
            child(element, "pgNumType").set(w("start"), "1")
            start = section.number_start
            before = "đánh số nối tiếp" if start is None else f"đánh số từ {start}"
            yield Done(appendix.label.place, before, "đánh số từ 1")
