"""Documents whose components are moved to unusual places, and what is recognised and found in them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeAlias

from lxml import etree

from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.parts import Parts, recognise
from nq57gen.diagnostics import Diagnostic
from nq57gen.fixing.opened import Opened
from nq57gen.reading.word_file import read_word_file
from nq57gen.reading.xml import w
from tests.checks.good import bases

#: Elements whose parents are known to be there.
Element: TypeAlias = Any
Change = Callable[[Opened], None]
LETTER = "cong_van-styles-table-border"


def parsed(xml: str) -> Element:
    return etree.fromstring(f'<w:x xmlns:w="{w("x")[1:-2]}">{xml}</w:x>')[0]


def table(*rows: list[list[Element]]) -> Element:
    """A table without borders: rows of cells of paragraphs."""
    widest = max(len(row) for row in rows)
    found = parsed(
        '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>'
        "<w:tblGrid>" + f'<w:gridCol w:w="{9000 // widest}"/>' * widest + "</w:tblGrid></w:tbl>"
    )
    for row in rows:
        line = etree.SubElement(found, w("tr"))
        etree.SubElement(etree.SubElement(line, w("trPr")), w("cantSplit"))
        for cell in row:
            made = etree.SubElement(line, w("tc"))
            width = etree.SubElement(etree.SubElement(made, w("tcPr")), w("tcW"))
            width.set(w("w"), str(9000 // len(row)))
            width.set(w("type"), "dxa")
            made.extend(cell)
            if not cell or cell[-1].tag == w("tbl"):
                etree.SubElement(made, w("p"))
    return found


def elements(opened: Opened, *names: str) -> list[Element]:
    """The paragraphs of the components."""
    found = []
    for name in names:
        held = getattr(opened.parts, name)
        for piece in held if isinstance(held, tuple) else (held,):
            paragraph = opened.behind(piece.paragraph)
            assert paragraph is not None
            found.append(paragraph.elements[-1])
    return found


def table_of(element: Element) -> Element:
    return next(element.iterancestors(w("tbl")))


def read_back(data: bytes) -> tuple[Parts, list[Diagnostic]]:
    file = read_word_file(data, "tep.docx")
    return recognise(file), check_layout(file)


def after(data: bytes, change: Change) -> tuple[Parts, list[str]]:
    """The components after a change, and the new findings as "severity code place: message"."""
    opened = Opened(data, "tep.docx")
    before = {(one.code, one.message) for one in check_layout(opened.file)}
    change(opened)
    parts, found = read_back(opened.save())
    return parts, [
        f"{one.severity.name} {one.code} {one.where}: {one.message}"
        for one in found
        if (one.code, one.message) not in before and one.code != "D125"
    ]


@functools.cache
def plan() -> bytes:
    return bases()["ke_hoach"]


def texts(pieces: tuple[object, ...]) -> list[str]:
    return [getattr(piece, "text") for piece in pieces]  # noqa: B009
