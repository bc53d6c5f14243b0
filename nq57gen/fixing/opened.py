"""A Word file opened for mending: what the rules see, and the elements behind it."""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Iterator

from lxml import etree

from nq57gen.checks.layout.parts import Parts, recognise
from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.reading.content import Paragraph, blocks, cells, references, rows
from nq57gen.reading.package import Package, open_package
from nq57gen.reading.sections import section_elements
from nq57gen.reading.types import Block, ParagraphView, TableView, WordFile
from nq57gen.reading.word_file import read_word_file
from nq57gen.reading.xml import R, tag, w
from nq57gen.writer.package import pack

_STRICT = b"purl.oclc.org/ooxml/wordprocessingml"
_SIGNATURES = "_xmlsignatures/"
_TYPES = "[Content_Types].xml"
_TYPES_XMLNS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_XMLNS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"


class Opened:
    """A Word file; ``behind`` finds what a view was read from, ``save`` gives the file with what was changed.

    ``sections`` are the ``w:sectPr`` in order. Paragraphs of text boxes have nothing behind them here: they
    are never mended.
    """

    def __init__(self, data: bytes, shown_as: str) -> None:
        """Open the file.

        Raises InvalidInput: D001 to D009 for one that cannot be read; F131 for a signed one, which a change
        would invalidate; F132 for one in the strict variety of the format.
        """
        self._package: Package = open_package(data, shown_as)
        names = self._package.parts
        if any(name.startswith(_SIGNATURES) for name in names):
            raise InvalidInput([make("F131", path=shown_as)])
        if _STRICT in names[self._package.main]:
            raise InvalidInput([make("F132", path=shown_as)])
        self.file: WordFile = read_word_file(data, shown_as)
        self.parts: Parts = recognise(self.file)
        self._added: dict[str, bytes] = {}
        self._roots: dict[str, tuple[etree._Element, bytes]] = {}
        body = self.root(self._package.main).find(w("body"))
        assert body is not None  # noqa: S101  # read_word_file has refused a file without one
        self.sections = section_elements(body)
        self._paragraphs = {id(view): found for view, found in _paired(self.file.blocks, body)}

    def root(self, part: str) -> etree._Element:
        """Return the tree of a part; what is changed in it is saved."""
        if part not in self._roots:
            root = self._package.root(part)
            self._roots[part] = (root, etree.tostring(root))
        return self._roots[part][0]

    def roots(self, *kinds: str) -> list[etree._Element]:
        """Return the trees of the parts of these kinds ("styles", "header" ...), by name."""
        targets = self._package.targets.values()
        names = {target for kind, target in targets if kind in kinds and target in self._package.parts}
        return [self.root(name) for name in sorted(names)]

    @property
    def main(self) -> etree._Element:
        """The tree of the main part."""
        return self.root(self._package.main)

    def behind(self, view: ParagraphView) -> Paragraph | None:
        """Return what a paragraph of the body was read from; None for one of a text box or header."""
        return self._paragraphs.get(id(view))

    def own(self, section: etree._Element, kind: str) -> dict[str, etree._Element]:
        """Return the headers or footers (``kind``) a ``w:sectPr`` names itself: pages -> tree."""
        found = {}
        for pages, identifier in references(section, kind):
            part = self._package.by_id(identifier)
            if part is not None:
                found[pages] = self.root(part)
        return found

    def add(self, section: etree._Element, kind: str, pages: str, data: bytes) -> None:
        """Give a section a new header or footer (``kind``) with the content ``data``."""
        folder = posixpath.dirname(self._package.main)
        known = {name.lower() for name in (*self._package.parts, *self._added)}
        numbers = (f"{kind}{number}.xml" for number in itertools.count(1))
        name = next(name for name in numbers if posixpath.join(folder, name).lower() not in known)
        self._added[posixpath.join(folder, name)] = data
        types = self.root(_TYPES)
        etree.SubElement(
            types,
            tag(_TYPES_XMLNS, "Override"),
            PartName=f"/{posixpath.join(folder, name)}",
            ContentType=_CONTENT_TYPE.format(kind=kind),
        )
        relations = self.root(
            posixpath.join(folder, "_rels", f"{posixpath.basename(self._package.main)}.rels")
        )
        taken = {relation.get("Id") for relation in relations}
        identifier = next(f"rId{n}" for n in itertools.count(1) if f"rId{n}" not in taken)
        etree.SubElement(
            relations, tag(_RELATIONS_XMLNS, "Relationship"), Id=identifier, Type=f"{R}/{kind}", Target=name
        )
        reference = etree.Element(w(f"{kind}Reference"))
        reference.set(w("type"), pages)
        reference.set(tag(R, "id"), identifier)
        section.insert(0, reference)

    def save(self) -> bytes:
        """Return the file; parts in which nothing was changed keep their bytes."""
        parts = {**self._package.parts, **self._added}
        for name, (root, before) in self._roots.items():
            if etree.tostring(root) != before:
                parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return pack(parts)


def _paired(views: tuple[Block, ...], parent: etree._Element) -> Iterator[tuple[ParagraphView, Paragraph]]:
    """Walk views and elements side by side, as the reader walked them; tables without rows have no view."""
    found = [
        block
        for block in blocks(parent)
        if isinstance(block, Paragraph) or next(rows(block), None) is not None
    ]
    for view, block in zip(views, found, strict=True):
        if isinstance(view, TableView) and not isinstance(block, Paragraph):
            for row, row_element in zip(view.rows, rows(block), strict=True):
                for cell, cell_element in zip(row.cells, cells(row_element), strict=True):
                    yield from _paired(cell.blocks, cell_element)
        elif isinstance(view, ParagraphView) and isinstance(block, Paragraph):
            yield view, block
