"""Files nobody tested: any element may be missing or doubled, any value nonsense; long files read fast."""

from __future__ import annotations

import copy
import time

import pytest
from lxml import etree

from nq57gen.reading.word_file import read_word_file
from nq57gen.writer import pack
from tests.reading.build import PAGE, THEME, cell, defaults, field, p, package, r, row, style, styled, tbl
from tests.reading.test_drawings import position, shape
from tests.reading.test_lists import OUTLINE, num, restart
from tests.reading.test_tables import LOOK, USE, part, table_style

#: A file with some of everything.
EVERYTHING = package(
    p(field("PAGE", "1"))
    + styled("A", "Chữ", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>', "<w:b/>")
    + p(shape("line", 635000, place=position("<wp:align>center</wp:align>")))
    + p(shape("rect", 635000, 635000, text=p("khung")))
    + p('<w:r><w:pict><v:line from="0,0" to="90pt,0"/></w:pict></w:r>')
    + tbl(
        row(cell(props='<w:gridSpan w:val="2"/>'), cell(), props="<w:tblHeader/>"),
        row(cell(props="<w:vMerge/>"), cell(tbl(row(cell())) + p()), cell()),
        props=USE + LOOK.format(1, 1, 1, 1, 0, 0),
        grid=(1000, 2000, 3000),
    )
    + p(r("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>', f"<w:sectPr>{PAGE}</w:sectPr>")
    + f'<w:sectPr><w:headerReference w:type="default" r:id="h1"/>{PAGE}<w:titlePg/></w:sectPr>',
    {"h1": p(field("PAGE", "2"))},
    styles=defaults(r='<w:rFonts w:asciiTheme="minorHAnsi"/>')
    + style("A", on="B", p='<w:spacing w:before="1"/>')
    + style("B")
    + table_style(part("firstRow", r="<w:b/>"), part("band1Vert", c='<w:shd w:fill="FF0000"/>')),
    numbering=OUTLINE + num(1, 0) + num(2, 0, restart(1, 3)),
    theme=THEME,
    footnotes=f'<w:footnote w:id="1">{p("chú thích")}</w:footnote>',
    settings="<w:evenAndOddHeaders/>",
)
PARTS = [name for name in EVERYTHING if name.startswith("word/") and name.endswith(".xml")]
NONSENSE = ("", "abc", "1e400")


def reads(part_name: str, root: etree._Element) -> None:
    file = read_word_file(pack({**EVERYTHING, part_name: etree.tostring(root)}), "x.docx")
    for paragraph in file.all_paragraphs():
        assert paragraph.place


@pytest.mark.parametrize("name", PARTS)
def test_any_element_may_be_missing(name: str) -> None:
    total = sum(1 for _ in etree.fromstring(EVERYTHING[name]).iter())
    for number in range(1, total):
        root = etree.fromstring(EVERYTHING[name])
        element = list(root.iter())[number]
        parent = element.getparent()
        assert parent is not None
        if element.tag.endswith("}body"):
            continue  # without it there is nothing to read
        parent.remove(element)
        reads(name, root)


@pytest.mark.parametrize("name", PARTS)
def test_any_element_may_be_there_twice(name: str) -> None:
    total = sum(1 for _ in etree.fromstring(EVERYTHING[name]).iter())
    for number in range(1, total):
        root = etree.fromstring(EVERYTHING[name])
        element = list(root.iter())[number]
        element.addnext(copy.deepcopy(element))
        reads(name, root)


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("value", NONSENSE)
def test_any_value_may_be_nonsense(name: str, value: str) -> None:
    root = etree.fromstring(EVERYTHING[name])
    places = [(element, key) for element in root.iter() for key in element.attrib]
    for element, key in places:
        before = element.get(key)
        element.set(key, value)
        reads(name, root)
        element.set(key, str(before))


def test_a_long_file_reads_fast() -> None:
    """60 pages take well under a second; the limit leaves room for a slow machine, not for a slow way."""
    table = tbl(*[row(*[cell("Nội dung của ô")] * 10)] * 60, grid=(900,) * 10)
    body = (p(r("Nội dung của đoạn, ") + r("có chữ đậm", "<w:b/>") + r(" ở giữa")) * 200 + table) * 10
    data = pack(package(body))
    begin = time.process_time()
    file = read_word_file(data, "dai.docx")
    assert time.process_time() - begin < 4
    assert sum(1 for _ in file.paragraphs()) == 10 * (200 + 600)
