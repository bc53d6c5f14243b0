"""Tidying of the filled body by lxml: what Word needs that a template cannot say.

The measure of :mod:`nq57gen.rendering.layout_text`, and the way of templates that are more than it can read.

Tables are still marks here (see :func:`nq57gen.rendering.markup.table_place`); the steps, in order, are
those of :func:`arrange`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from nq57gen.patterns import lazily
from nq57gen.rendering.facts import Section, TemplateFacts
from nq57gen.rendering.facts_reader import section_of
from nq57gen.rendering.heads import ORDER
from nq57gen.rendering.layout_text import ABOVE_TABLE, BELOW_TABLE
from nq57gen.rendering.markup import TABLE_TARGET
from nq57gen.rendering.names import W14
from nq57gen.rendering.tables import table_xml
from nq57gen.rendering.xml import serialise, w

if TYPE_CHECKING:
    from nq57gen.model.document import Table

_PLACE = lazily(rb"<\?" + TABLE_TARGET.encode() + rb" (\d+)\?>")


class _Place(Struct, frozen=True):
    """Where a table goes: the geometry of its section, and whether its last row keeps with what follows."""

    section: Section
    keep_last: bool


def arrange(root: etree._Element, tables: Sequence[Table], facts: TemplateFacts) -> bytes:
    """Tidy the filled ``w:document`` in place, put the tables in, and return the part."""
    body = root.find(w("body"))
    assert body is not None  # noqa: S101  # a checked template has one
    drop_leftovers(body)
    _fill_empty_cells(body)
    _space_around_tables(body)
    _part_neighbouring_tables(body, facts)
    _keep_announcements(body)
    kept = _keep_signature_with_text(body)
    _move_breaks_into_paragraphs(body)
    _fold_last_break(body)
    places = _find_places(body, kept)

    def table(match: re.Match[bytes]) -> bytes:
        index = int(match[1])
        place = places[index]
        return table_xml(tables[index], place.section, facts, keep_last=place.keep_last).encode()

    # As text: lxml is slow at moving large trees between documents.
    return _PLACE.sub(table, serialise(root))


def _is_place(node: etree._Element | None) -> bool:
    return isinstance(node, etree._ProcessingInstruction) and node.target == TABLE_TARGET


def _is_table(node: etree._Element | None) -> bool:
    return node is not None and (_is_place(node) or node.tag == w("tbl"))


def _index(place: etree._Element) -> int:
    return int(place.text or "")


def drop_leftovers(body: etree._Element) -> None:
    """Remove empty runs docxtpl leaves, Word's editing marks, and ids that a loop has doubled."""
    for tag in ("proofErr", "bookmarkStart", "bookmarkEnd"):
        for node in list(body.iter(w(tag))):
            _remove(node)
    for run in list(body.iter(w("r"))):
        content = [child for child in run if child.tag != w("rPr")]
        if all(child.tag == w("t") and not child.text for child in content):
            _remove(run)
    for node in body.iter(w("p"), w("tr")):
        for name in ("paraId", "textId"):
            node.attrib.pop(f"{{{W14}}}{name}", "")


def _fill_empty_cells(body: etree._Element) -> None:
    """Give a cell whose tags printed nothing the paragraph that Word wants in every cell."""
    for cell in body.iter(w("tc")):
        if all(child.tag == w("tcPr") for child in cell):
            etree.SubElement(cell, w("p"))


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    assert parent is not None  # noqa: S101  # it was found inside the body
    parent.remove(node)


def _properties(paragraph: etree._Element) -> etree._Element:
    """Return the ``w:pPr`` of a paragraph, made if missing."""
    found = paragraph.find(w("pPr"))
    if found is None:
        found = etree.Element(w("pPr"))
        paragraph.insert(0, found)
    return found


def _own_break(node: etree._Element | None) -> etree._Element | None:
    """Return the section break a paragraph carries."""
    return node.find(f"{w('pPr')}/{w('sectPr')}") if node is not None and node.tag == w("p") else None


def _is_bare(paragraph: etree._Element) -> bool:
    return all(child.tag == w("pPr") for child in paragraph)


def _part_neighbouring_tables(body: etree._Element, facts: TemplateFacts) -> None:
    """Put a tiny paragraph between two tables: Word joins tables that touch."""
    for node in [child for child in body.iter() if _is_table(child)]:
        if _is_table(node.getnext()):
            spacer = etree.Element(w("p"))
            style = etree.SubElement(_properties(spacer), w("pStyle"))
            style.set(w("val"), facts.style("Ngắt phần").id)
            node.addnext(spacer)


def _space_around_tables(body: etree._Element) -> None:
    """Part a table from the paragraphs around it and keep it on one page with the one above."""
    for node in [child for child in body.iter() if _is_place(child)]:
        above = node.getprevious()
        if above is not None and above.tag == w("p") and _own_break(above) is None:
            _keep_with_next(above)
            _set_space(above, "after", ABOVE_TABLE)
        below = node.getnext()
        if below is not None and below.tag == w("p") and not _is_bare(below):
            _set_space(below, "before", BELOW_TABLE)


def _set_space(paragraph: etree._Element, side: str, space: int) -> None:
    properties = _properties(paragraph)
    spacing = properties.find(w("spacing"))
    if spacing is None:
        spacing = etree.Element(w("spacing"))
        _insert(properties, spacing)
    spacing.set(w(side), str(space))


_RANK = {w(name): rank for rank, name in enumerate(ORDER)}


def _insert(properties: etree._Element, child: etree._Element) -> None:
    """Put ``child`` at its place among the children of a ``w:pPr``."""
    before = sum(1 for other in properties if _RANK[str(other.tag)] < _RANK[str(child.tag)])
    properties.insert(before, child)


def _keep_with_next(paragraph: etree._Element) -> None:
    properties = _properties(paragraph)
    keep = properties.find(w("keepNext"))
    if keep is None:
        _insert(properties, etree.Element(w("keepNext")))
    else:
        keep.attrib.clear()


def _keep_announcements(body: etree._Element) -> None:
    """Keep a paragraph that ends in ":" on the page of what it announces."""
    for paragraph in body.iterchildren(w("p")):
        text = "".join(node.text or "" for node in paragraph.iter(w("t")))
        if text.rstrip().endswith(":") and _own_break(paragraph) is None:
            _keep_with_next(paragraph)


def _keep_signature_with_text(body: etree._Element) -> set[int]:
    """Tie the last piece of text to the signature block, the last table of the template's main section.

    Returns the index of the table whose last row must stay with the signature, if the text ends so.
    """
    signature = None
    for node in body:
        if _own_break(node) is not None:
            break
        if node.tag == w("tbl"):
            signature = node
    above = signature.getprevious() if signature is not None else None
    while above is not None and above.tag == w("p"):
        _keep_with_next(above)
        if not _is_bare(above):
            return set()
        above = above.getprevious()
    return {_index(above)} if above is not None and _is_place(above) else set()


def _move_breaks_into_paragraphs(body: etree._Element) -> None:
    """Let the last paragraph of a section carry its break; after a table the empty one must stay."""
    for node in list(body):
        section = _own_break(node)
        above = node.getprevious()
        if section is None or not _is_bare(node) or above is None or above.tag != w("p"):
            continue
        if _own_break(above) is None:
            _insert(_properties(above), section)
            body.remove(node)


def _fold_last_break(body: etree._Element) -> None:
    """Make the last section break the document's own: else an empty page follows, or pages turn."""
    final = body[-1]
    section = _own_break(final.getprevious())
    if final.tag == w("sectPr") and section is not None:
        body.replace(final, section)


def _find_places(body: etree._Element, kept: set[int]) -> dict[int, _Place]:
    """Return for each table the geometry of the section it lies in: the one the next break closes."""
    places: dict[int, _Place] = {}
    waiting: list[int] = []
    for node in body.iter():
        if _is_place(node):
            waiting.append(_index(node))
        elif node.tag == w("sectPr"):
            geometry = section_of(node)
            places.update({index: _Place(geometry, index in kept) for index in waiting})
            waiting = []
    return places
