"""The number of the page in a header or footer: found, taken out, put in, given its look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from nq57gen.fixing.letters import set_font, set_size, set_switch
from nq57gen.fixing.order import child, insert, insert_first, put
from nq57gen.patterns import lazily
from nq57gen.reading.xml import W, w

SIZE = 14
_PAGE = lazily(r"\s*PAGE\b")
#: Fields that count pages.
_COUNTS = lazily(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_PLAIN = frozenset(map(w, ("rPr", "t", "tab", "ptab", "noBreakHyphen", "lastRenderedPageBreak")))
_TABS = frozenset(map(w, ("tab", "ptab")))
_FIELD = '<w:fldSimple xmlns:w="{w}" w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
_ALONE = lazily(r"[\W\d_]*(?:trang|page|tr)?[\W\d_]*(?:of|trên)?[\W\d_]*", re.IGNORECASE)


def numbered(tree: etree._Element) -> list[etree._Element]:
    """The paragraphs of a header or footer with the number of the page."""
    return [paragraph for paragraph in tree.iter(w("p")) if any(True for _ in _of_number(_marked(paragraph)))]


def take_out(tree: etree._Element) -> bool:
    """Take the number of the page out, with "Trang" and the like around it; whether there was one.

    Pictures, lines, signs and whatever else stands beside it stay.
    """
    found = numbered(tree)
    for paragraph in found:
        marked = _marked(paragraph, _COUNTS)
        rest = "".join(_letters(element) for element, is_number in marked if not is_number)
        for element, is_number in marked:
            if is_number or (_ALONE.fullmatch(rest) and _is_plain(element)):
                paragraph.remove(element)
    return bool(found)


def put_in(tree: etree._Element) -> None:
    """Put a paragraph with the number of the page first into a header."""
    paragraph = etree.Element(w("p"))
    insert(paragraph, etree.fromstring(_FIELD.format(w=W)))
    give_look(paragraph)
    insert_first(tree, paragraph)


def header_with_number() -> bytes:
    """A header with nothing but the number of the page."""
    tree = etree.Element(w("hdr"), nsmap={"w": W})
    put_in(tree)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def give_look(paragraph: etree._Element) -> None:
    """Centre the number, upright, not bold, size 14, with nothing beside it."""
    marked = _marked(paragraph)
    if not any(_has_tab(element) for element, _ in marked):
        for element, is_number in marked:
            if not is_number and _letters(element).strip() and _is_plain(element):
                paragraph.remove(element)
        properties = child(paragraph, "pPr")
        put(properties, "jc", val="center")
        put(properties, "ind", left=0, right=0, firstLine=0)
        frame = properties.find(w("framePr"))
        if frame is not None:
            frame.set(w("xAlign"), "center")
    for element in _of_number(marked):
        for run in element.iter(w("r")):
            set_font(child(run, "rPr"))
            set_size(run, SIZE)
            set_switch(run, "b", False)
            set_switch(run, "i", False)


def _of_number(marked: list[tuple[etree._Element, bool]]) -> Iterator[etree._Element]:
    return (element for element, is_number in marked if is_number)


def _marked(paragraph: etree._Element, wanted: re.Pattern[str] = _PAGE) -> list[tuple[etree._Element, bool]]:
    """The children of a paragraph that print or belong to a field, each with whether it is the number's."""
    children = [element for element in paragraph if element.tag in (w("r"), w("fldSimple"), w("hyperlink"))]
    spans: list[tuple[int, int, str]] = []
    begin, depth, code = 0, 0, ""
    for index, element in enumerate(children):
        if element.tag == w("fldSimple"):
            spans.append((index, index, str(element.get(w("instr"), ""))))
        for part in element.iter(w("fldChar"), w("instrText")):
            kind = part.get(w("fldCharType"))
            if part.tag == w("instrText"):
                code += part.text or ""
            elif kind == "begin":
                begin, depth, code = (index, 1, "") if depth == 0 else (begin, depth + 1, code)
            elif kind == "end" and depth:
                depth -= 1
                if depth == 0:
                    spans.append((begin, index, code))
    numbers = [(start, end) for start, end, said in spans if wanted.match(said)]
    return [
        (element, any(start <= index <= end for start, end in numbers))
        for index, element in enumerate(children)
    ]


def _is_plain(element: etree._Element) -> bool:
    """Whether a run holds nothing but letters and blanks."""
    return element.tag == w("r") and all(part.tag in _PLAIN for part in element)


def _letters(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def _has_tab(element: etree._Element) -> bool:
    return any(part.tag in _TABS for part in element.iter())
