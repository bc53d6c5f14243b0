"""Sections: paper, margins, numbers of pages, and the headers and footers they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lxml import etree

from nq57gen.reading import content
from nq57gen.reading.blocks import ParagraphView
from nq57gen.reading.known import Shared
from nq57gen.reading.notices import has_marks
from nq57gen.reading.package import Package
from nq57gen.reading.places import header_place
from nq57gen.reading.story import StoryReader
from nq57gen.reading.types import PageKind, Section
from nq57gen.reading.walk import paragraphs_of
from nq57gen.reading.xml import attribute, is_on, twips, val, w, whole

#: Paper and margins where a section says nothing: Letter, one inch (ISO 29500-1 17.6.11, 17.6.13).
_PAPER = {"w": 12240, "h": 15840}
_MARGINS = {
    "top": 1440,
    "bottom": 1440,
    "left": 1440,
    "right": 1440,
    "header": 720,
    "footer": 720,
    "gutter": 0,
}
_SECTION = w("sectPr")
#: What a section break cannot stand in.
_INNER = (w("tbl"), w("txbxContent"))
_KINDS: tuple[Literal["header", "footer"], ...] = ("header", "footer")


def section_elements(body: etree._Element, *, unmarked: bool = False) -> list[etree._Element]:
    """Return the ``w:sectPr`` of each section in order; an empty one for a body without any.

    ``unmarked``: known to be without tracked changes, so that none of them is one of before.
    """
    if unmarked:
        own = [one for one in body.iter(_SECTION) if next(one.iterancestors(*_INNER), None) is None]
        return own or [etree.Element(_SECTION)]
    found = [
        block.section
        for block in content.blocks(body)
        if isinstance(block, content.Paragraph) and block.section is not None
    ]
    found += body.iterchildren(w("sectPr"))
    return found or [etree.Element(w("sectPr"))]


def text_width(element: etree._Element) -> int:
    """Return the width between the margins of a section."""
    width, margins = _paper(element)["w"], _margins(element)
    return max(width - margins["left"] - margins["right"] - margins["gutter"], 0)


def read_sections(package: Package, elements: Sequence[etree._Element], shared: Shared) -> list[Section]:
    """Read every section with the headers and footers its pages show."""
    shown = _Shown(package, elements, shared)
    return [_section(number, element, shown) for number, element in enumerate(elements, 1)]


class _Shown:
    """Finds the headers and footers of sections, in order: what a section lacks the one before gives."""

    def __init__(self, package: Package, elements: Sequence[etree._Element], shared: Shared) -> None:
        self._package, self._shared = package, shared
        self._rooms = [text_width(element) for element in elements]
        self._inherited: dict[tuple[str, str], tuple[str, int]] = {}  # (kind, pages) -> (part, section)
        self._read: dict[tuple[str, str, str, int], tuple[ParagraphView, ...]] = {}

    def take(
        self, element: etree._Element, number: int, title_page: bool
    ) -> dict[Literal["header", "footer"], dict[PageKind, tuple[ParagraphView, ...]]]:
        """Return headers and footers of the section ``number``; call once for each, in order."""
        pages: list[PageKind] = ["default"]
        pages += ["first"] if title_page else []
        pages += ["even"] if self._shared.known.even_differs else []
        for kind in _KINDS:
            for which, identifier in content.references(element, kind):
                part = self._package.by_id(identifier)
                self._inherited[(kind, which)] = (part or "", number)
        return {kind: {which: self._paragraphs(kind, which) for which in pages} for kind in _KINDS}

    def _paragraphs(self, kind: Literal["header", "footer"], pages: PageKind) -> tuple[ParagraphView, ...]:
        part, section = self._inherited.get((kind, pages), ("", 0))
        if not part:
            return ()
        key = (kind, pages, part, section)
        if key not in self._read:
            self._read[key] = self._known(part, kind, pages, section)
        return self._read[key]

    def _known(
        self, part: str, kind: Literal["header", "footer"], pages: PageKind, section: int
    ) -> tuple[ParagraphView, ...]:
        """Read a header or footer, or find it among those that are known."""
        shared, data = self._shared, self._package.parts[part]
        key = (data, kind, pages, section, self._rooms[section - 1])
        found = shared.known.headers.get(key)
        if found is None:
            root = self._package.root(part)
            remembering, shared.remember = shared.remember, not has_marks(root)
            notes = len(shared.notes)
            reader = StoryReader(shared, root, kind, section, self._rooms)
            found = tuple(paragraphs_of(reader.read(root, header_place(kind, section, pages))))
            if shared.remember and len(shared.notes) == notes and b"txbxContent" not in data:
                shared.known.headers.put(key, found)
            shared.remember = remembering
        return found


def _section(number: int, element: etree._Element, shown: _Shown) -> Section:
    paper, margins = _paper(element), _margins(element)
    title = element.find(w("titlePg"))
    title_page = title is not None and is_on(title)
    pages, columns = element.find(w("pgNumType")), element.find(w("cols"))
    parts = shown.take(element, number, title_page)
    return Section(
        number=number,
        width=paper["w"],
        height=paper["h"],
        top=margins["top"],
        bottom=margins["bottom"],
        left=margins["left"],
        right=margins["right"],
        header=margins["header"],
        footer=margins["footer"],
        gutter=margins["gutter"],
        starts=val(element.find(w("type"))) or "nextPage",
        columns=max(whole(attribute(columns, "num")) or 1, 1),
        title_page=title_page,
        number_start=whole(attribute(pages, "start")),
        number_format=attribute(pages, "fmt") or "decimal",
        headers=parts["header"],
        footers=parts["footer"],
    )


def _paper(element: etree._Element) -> dict[str, int]:
    return _lengths(element.find(w("pgSz")), _PAPER)


def _margins(element: etree._Element) -> dict[str, int]:
    return _lengths(element.find(w("pgMar")), _MARGINS)


def _lengths(element: etree._Element | None, usual: dict[str, int]) -> dict[str, int]:
    said = {name: twips(attribute(element, name)) for name in usual}
    return {name: usual[name] if length is None else length for name, length in said.items()}
