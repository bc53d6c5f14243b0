"""A Word file opened for mending: what the rules see, and the elements behind it."""

from __future__ import annotations

import itertools
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from msgspec import Struct

from nq57gen.checks.layout.parts import Parts, recognise
from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.fixing.order import insert, insert_first, out_of_order
from nq57gen.fixing.stored import stored
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
_RELATIONS_NSMAP: dict[str | None, str] = {None: _RELATIONS_XMLNS}
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"


class Original(Struct, frozen=True):
    """A part as it was when opened: the tree that is changed, its bytes, words, what is out of order."""

    root: etree._Element
    data: bytes
    words: Mapping[etree._Element, str]
    out_of_order: Counter[tuple[str, str, str]]


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
        self._data = data
        self._added: dict[str, bytes] = {}
        self._roots: dict[str, Original] = {}
        body = self.root(self._package.main).find(w("body"))
        assert body is not None  # noqa: S101  # read_word_file has refused a file without one
        self.body: etree._Element = body
        self.sections = section_elements(body)
        self.pairs = list(paired(self.file.blocks, body))
        self._places = {id(view): at for at, (view, _) in enumerate(self.pairs)}
        #: The paragraphs that are not to be touched, by their place among the pairs.
        self.left_alone: frozenset[int] = frozenset()
        #: Whether it is not sure where the text ends.
        self.end_in_doubt = False
        #: Places a mend left alone because it is not sure what they are.
        self.unsure: set[str] = set()

    def unsure_of(self, places: Iterable[str]) -> None:
        """Say of which places a mend is not sure what they are."""
        self.unsure.update(places)

    def root(self, part: str) -> etree._Element:
        """Return the tree of a part; what is changed in it is saved."""
        if part not in self._roots:
            root = self._package.root(part)
            self._roots[part] = Original(root, etree.tostring(root), stored(root), out_of_order(root))
        return self._roots[part].root

    def changed(self) -> list[Original]:
        """Return the parts in which something was changed, as they were."""
        self._settle()
        return [one for one in self._roots.values() if etree.tostring(one.root) != one.data]

    def _settle(self) -> None:
        """Give a body without a ``w:sectPr`` the one that was filled."""
        last = self.sections[-1]
        if last.getparent() is None and len(last):
            insert(self.body, last)

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
        """Return what a paragraph of the body was read from.

        None for one of a text box or header, and for one that is not to be touched.
        """
        at = self._places.get(id(view))
        return None if at is None or at in self.left_alone else self.pairs[at][1]

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
        types, relations = self.root(_TYPES), self._relations()
        names = (*self._package.parts, *(str(one.get("PartName", "")).lstrip("/") for one in types))
        known = {name.lower() for name in (*names, *(target for _, target in self._package.targets.values()))}
        numbers = (posixpath.join(folder, f"{kind}{number}.xml") for number in itertools.count(1))
        name = next(name for name in numbers if name.lower() not in known and name not in self._added)
        self._added[name] = data
        content_type = _CONTENT_TYPE.format(kind=kind)
        override = etree.Element(tag(_TYPES_XMLNS, "Override"), PartName=f"/{name}", ContentType=content_type)
        insert(types, override)
        taken = {relation.get("Id") for relation in relations}
        identifier = next(f"rId{n}" for n in itertools.count(1) if f"rId{n}" not in taken)
        target = posixpath.basename(name)
        link = tag(_RELATIONS_XMLNS, "Relationship")
        insert(relations, etree.Element(link, Id=identifier, Type=f"{R}/{kind}", Target=target))
        self._unlink(section, kind, pages)
        reference = etree.Element(w(f"{kind}Reference"))
        reference.set(w("type"), pages)
        reference.set(tag(R, "id"), identifier)
        insert_first(section, reference)

    def _relations(self) -> etree._Element:
        """Return the relationships of the main part, made where there are none."""
        folder, name = posixpath.split(self._package.main)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if part not in self._package.parts and part not in self._roots:
            root = etree.Element(tag(_RELATIONS_XMLNS, "Relationships"), nsmap=_RELATIONS_NSMAP)  # type: ignore[arg-type]  # the stubs know no default namespace
            self._roots[part] = Original(root, b"", {}, Counter())
        return self.root(part)

    def _unlink(self, section: etree._Element, kind: str, pages: str) -> None:
        """Remove the references to headers or footers for such pages that are not there."""
        for reference in section.findall(w(f"{kind}Reference")):
            if reference.get(w("type"), "default") == pages:
                section.remove(reference)

    def save(self) -> bytes:
        """Return the file; parts in which nothing was changed keep their bytes."""
        parts = {**self._package.parts, **self._added}
        changed = {id(one) for one in self.changed()}
        for name, one in self._roots.items():
            if id(one) in changed:
                parts[name] = etree.tostring(
                    one.root, xml_declaration=True, encoding="UTF-8", standalone=True
                )
        return pack(parts) if changed or self._added else self._data


def paired(views: tuple[Block, ...], parent: etree._Element) -> Iterator[tuple[ParagraphView, Paragraph]]:
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
                    yield from paired(cell.blocks, cell_element)
        elif isinstance(view, ParagraphView) and isinstance(block, Paragraph):
            yield view, block
