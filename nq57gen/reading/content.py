"""Walks the content of a part as it is once every tracked change is accepted.

Wrappers around paragraphs and runs (content controls, smart tags, hyperlinks, insertions) are looked
through, deletions left out, and of alternatives one is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from nq57gen.reading.xml import MC, M, R, first, tag, w

P, TBL, TR, TC, R_RUN = w("p"), w("tbl"), w("tr"), w("tc"), w("r")
ALTERNATES = tag(MC, "AlternateContent")
_CHOICE, _FALLBACK = tag(MC, "Choice"), tag(MC, "Fallback")
#: Elements whose children count as if they stood in their place.
WRAPPERS = frozenset(
    map(w, "sdt sdtContent smartTag customXml hyperlink ins moveTo dir bdo rubyBase".split())  # noqa: SIM905
)
_MATH = f"{{{M}}}"
#: Namespaces of shapes Word 2010 and later draw; an alternative that needs another one is passed over.
_KNOWN_NEEDS = frozenset(
    {
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "http://schemas.microsoft.com/office/word/2012/wordml",
        "http://schemas.microsoft.com/office/drawing/2010/main",
    }
)
_GONE_MARKS = (w("del"), w("moveFrom"))
_PPR, _RPR, _SECTION = w("pPr"), w("rPr"), w("sectPr")
_ROW_PROPS, _ROW_GONE = w("trPr"), w("del")
_CELL_PROPS, _CELL_GONE = w("tcPr"), w("cellDel")
_ROWS, _CELLS = frozenset({TR}), frozenset({TC})


def chosen(alternates: etree._Element) -> etree._Element | None:
    """Return the one branch of ``mc:AlternateContent`` that counts, None for none."""
    for choice in alternates.iterchildren(_CHOICE):
        needs = str(choice.get("Requires", "")).split()
        if all(choice.nsmap.get(prefix) in _KNOWN_NEEDS for prefix in needs):
            return choice
    return next(alternates.iterchildren(_FALLBACK), None)


def content(parent: etree._Element, wanted: frozenset[str]) -> Iterator[etree._Element]:
    """Yield the elements in ``parent`` named ``wanted``, through wrappers and chosen alternatives."""
    for child in parent:
        name = child.tag
        if name in wanted:
            yield child
        elif name in WRAPPERS or name.startswith(_MATH):
            yield from content(child, wanted)
        elif name == ALTERNATES:
            branch = chosen(child)
            if branch is not None:
                yield from content(branch, wanted)


class Paragraph(Struct, frozen=True):
    """A paragraph of the accepted text: the last of ``elements`` formats it, all give content."""

    elements: tuple[etree._Element, ...]

    @property
    def properties(self) -> etree._Element | None:
        """The ``w:pPr`` that counts."""
        return first(self.elements[-1], _PPR)

    @property
    def section(self) -> etree._Element | None:
        """The ``w:sectPr`` of a paragraph that ends a section."""
        for element in reversed(self.elements):
            properties = first(element, _PPR)
            section = first(properties, _SECTION) if properties is not None else None
            if section is not None:
                return section
        return None


_BLOCKS = frozenset({P, TBL})


def blocks(parent: etree._Element, *, unmarked: bool = False) -> Iterator[Paragraph | etree._Element]:
    """Yield paragraphs and ``w:tbl`` elements; a paragraph whose end is deleted runs into the next.

    ``unmarked``: known to be without tracked changes.
    """
    waiting: list[etree._Element] = []
    for element in content(parent, _BLOCKS):
        if element.tag == TBL:
            if waiting:
                yield Paragraph(tuple(waiting))
                waiting = []
            yield element
            continue
        waiting.append(element)
        if unmarked or not _end_is_deleted(element):
            yield Paragraph(tuple(waiting))
            waiting = []
    if waiting:
        yield Paragraph(tuple(waiting))


def _end_is_deleted(paragraph: etree._Element) -> bool:
    properties = paragraph.find(_PPR)
    mark = properties.find(_RPR) if properties is not None else None
    return mark is not None and any(mark.find(name) is not None for name in _GONE_MARKS)


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table that are not deleted."""
    for row in content(table, _ROWS):
        if not _is_gone(row, _ROW_PROPS, _ROW_GONE):
            yield row


def cells(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row that are not deleted."""
    for cell in content(row, _CELLS):
        if not _is_gone(cell, _CELL_PROPS, _CELL_GONE):
            yield cell


def _is_gone(element: etree._Element, properties: str, mark: str) -> bool:
    """Whether any of the ``properties`` of a row or cell has the ``mark`` of a deletion."""
    return any(one.tag == properties and first(one, mark) is not None for one in element)


def references(section: etree._Element, kind: str) -> Iterator[tuple[str, str]]:
    """Yield (pages, id of the relationship) of each header or footer a ``w:sectPr`` names itself."""
    for reference in section.iterchildren(w(f"{kind}Reference")):
        yield str(reference.get(w("type"), "default")), str(reference.get(tag(R, "id"), ""))
