"""Looking into a finished .docx."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from nq57gen.model.document import Document
from nq57gen.rendering import render_document
from nq57gen.rendering.xml import own_text, w
from nq57gen.writer import pack, unpack
from tests.rendering.build import PROPERTIES, TEMPLATE

DOCUMENT = "word/document.xml"


def rendered(document: Document, template: bytes | None = None) -> bytes:
    """Render with the common template, or with ``template``."""
    return render_document(
        document, template or TEMPLATE.read_bytes(), template_name="van_ban.docx", properties=PROPERTIES
    )


def part(data: bytes, name: str = DOCUMENT) -> etree._Element:
    """Parse one part of a .docx."""
    return etree.fromstring(unpack(data)[name])


def body(data: bytes) -> etree._Element:
    """Return ``w:body``."""
    found = part(data).find(w("body"))
    assert found is not None
    return found


def texts(data: bytes, name: str = DOCUMENT) -> list[str]:
    """Return the texts of all paragraphs of a part that have any, in order."""
    return [text for text in (own_text(node) for node in part(data, name).iter(w("p"))) if text]


def ruled_tables(data: bytes) -> list[etree._Element]:
    """Return the tables of the model: those whose borders are single lines."""
    return [
        table
        for table in body(data).iter(w("tbl"))
        if table.find(f"{w('tblPr')}/{w('tblBorders')}/{w('top')}[@{w('val')}='single']") is not None
    ]


def values(nodes: Sequence[etree._Element], name: str) -> list[str | None]:
    """Return the attribute ``w:name`` of each node."""
    return [node.get(w(name)) for node in nodes]


def edited(*replacements: tuple[str, str], part: str = DOCUMENT, template: bytes | None = None) -> bytes:
    """Return the common template (or ``template``) with the first of each text replaced in one part."""
    parts = unpack(template or TEMPLATE.read_bytes())
    text = parts[part].decode()
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    return pack({**parts, part: text.encode()})
