"""The tags of a Word template, in order, each with the place where an official finds it in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from nq57gen.patterns import lazily
from nq57gen.rendering.names import MC
from nq57gen.rendering.tag_folding import folded
from nq57gen.rendering.tag_text import TAG
from nq57gen.rendering.xml import FALLBACK, own_text, w

if TYPE_CHECKING:
    from lxml import etree

#: docxtpl's levels: the tag takes away its whole run, paragraph, cell or row.
_LEVELLED = lazily(r"(r|p|tc|tr) (.*)", re.DOTALL)
#: What a tag of each level takes away, and where the tag that closes it must stand.
_TAKEN = {"p": w("p"), "tc": w("tc"), "tr": w("tr")}
_SHARED = {"tc": w("tr"), "tr": w("tbl")}
#: What a paragraph, cell or row may hold beside text.
_WORDLESS = {"drawing": "hình", "pict": "hình", "object": "tệp nhúng", "br": "ngắt dòng hoặc ngắt trang"}
_SHOWN = 60
#: What stands around paragraphs and tables and shows nothing of its own.
_AROUND = frozenset(
    (
        *(w(name) for name in ("body", "footnote", "endnote", "sdt", "sdtContent", "customXml")),
        *(f"{{{MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback")),
    )
)


class Spot(Struct, frozen=True):
    """A paragraph of the template (or a fallback inside one) and how to name its place to a person."""

    paragraph: etree._Element
    text: str
    place: str

    @property
    def where(self) -> str:
        """The place and the beginning of the text, as messages show it."""
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN].rstrip() + "…"
        return f"{self.place} “{shown}”"

    @property
    def is_fallback(self) -> bool:
        """Whether it says once more, for old programs, what stands before it."""
        around = (self.paragraph, *self.paragraph.iterancestors())
        return any(node.tag == FALLBACK for node in around)


class Tag(Struct, frozen=True):
    """One tag: ``source`` as typed, ``code`` for Jinja, ``level`` "", "r", "p", "tc" or "tr"."""

    source: str
    code: str
    level: str
    spot: Spot

    @property
    def prints(self) -> bool:
        """Whether it is a ``{{ }}`` tag."""
        return self.source.startswith("{{")

    @property
    def keyword(self) -> str:
        """The first word of a ``{% %}`` tag."""
        return self.code[2:-2].strip().partition(" ")[0] if self.source.startswith("{%") else ""

    @property
    def is_comment(self) -> bool:
        """Whether it is a ``{# #}`` tag."""
        return self.source.startswith("{#")

    @property
    def taken(self) -> etree._Element | None:
        """What docxtpl takes away with the tag: its paragraph, cell or row; None where there is no such."""
        paragraph = self.spot.paragraph
        around = (paragraph, *paragraph.iterancestors())
        return next((node for node in around if node.tag == _TAKEN.get(self.level)), None)

    @property
    def homeless(self) -> bool:
        """Whether it is a tag of a cell or row outside of any table."""
        return self.level in _SHARED and self.taken is None

    @property
    def container(self) -> etree._Element | None:
        """What the tag that closes this one must share with it: paragraph, cell, row or table."""
        paragraph = self.spot.paragraph
        if self.level in ("", "r"):
            return paragraph
        wanted = _SHARED.get(self.level)
        around = paragraph.iterancestors()
        return next((node for node in around if wanted is None or node.tag == wanted), None)

    @property
    def carries_section(self) -> bool:
        """Whether docxtpl would throw away a section break with the tag."""
        return self.level == "p" and self.spot.paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None

    @property
    def neighbours(self) -> str:
        """What docxtpl would throw away with the tag: the rest of its paragraph, cell or row."""
        taken = self.taken
        if taken is None:
            return ""
        text = "".join(own_text(node) for node in taken.iter(w("p"))).replace(self.source, "", 1).strip()
        return text or next(
            (what for name, what in _WORDLESS.items() if taken.find(f".//{w(name)}") is not None), ""
        )


def spots_of(roots: Mapping[str, etree._Element]) -> list[Spot]:
    """Return the paragraphs of the parts ``roots`` (name for people -> root), in reading order."""
    return [spot for label, root in roots.items() for spot in _walk(root, label)]


def tables_of(roots: Mapping[str, etree._Element]) -> Iterator[tuple[str, etree._Element]]:
    """Yield the tables of the parts ``roots`` (name for people -> root), each after its place."""
    for label, root in roots.items():
        yield from _tables(root, label)


def tags_of(spot: Spot) -> list[Tag]:
    """Return the complete tags of a paragraph, comments included."""
    return [_tag(source, spot) for source in TAG.findall(spot.text)]


def _tag(source: str, spot: Spot) -> Tag:
    inside = folded(source)[2:-2]
    levelled = _LEVELLED.fullmatch(inside)
    level, rest = levelled.groups() if levelled else ("", inside)
    # A line of Jinja's is a tag of ours, so a tag must not hold a line break itself.
    return Tag(source, f"{source[:2]} {' '.join(rest.split())} {source[-2:]}", level, spot)


def _walk(container: etree._Element, place: str) -> Iterator[Spot]:
    """Yield the paragraphs under ``container``; paragraphs and tables are counted as a reader would."""
    paragraphs = tables = 0
    for node in _content(container):
        if node.tag == w("p"):
            paragraphs += 1
            spot = f"{place}đoạn {paragraphs}"
            yield Spot(node, own_text(node), spot)
            for inner in node.iter(w("txbxContent"), FALLBACK):
                if next(inner.iterancestors(w("p"))) is not node:
                    continue  # of a paragraph inside, which is walked by itself
                if inner.tag == FALLBACK:
                    yield Spot(inner, own_text(inner), spot)
                else:
                    yield from _walk(inner, f"{spot}, khung chữ, ")
        else:
            tables += 1
            yield from _walk_table(node, f"{place}bảng {tables}")


def _content(container: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables directly under ``container``, also those in content controls."""
    for node in container:
        if node.tag in (w("p"), w("tbl")):
            yield node
        elif node.tag in _AROUND:
            yield from _content(node)


def _tables(container: etree._Element, place: str) -> Iterator[tuple[str, etree._Element]]:
    found = (node for node in _content(container) if node.tag == w("tbl"))
    for number, table in enumerate(found, 1):
        yield f"{place}bảng {number}", table
        for row, row_node in enumerate(_inside(table, "tr", "tbl"), 1):
            for column, cell in enumerate(_inside(row_node, "tc", "tr"), 1):
                yield from _tables(cell, f"{place}bảng {number}, hàng {row}, ô {column}, ")


def _walk_table(table: etree._Element, place: str) -> Iterator[Spot]:
    for row, row_node in enumerate(_inside(table, "tr", "tbl"), 1):
        for column, cell in enumerate(_inside(row_node, "tc", "tr"), 1):
            yield from _walk(cell, f"{place}, hàng {row}, ô {column}, ")


def _inside(parent: etree._Element, name: str, level: str) -> list[etree._Element]:
    """Return the rows of a table or cells of a row, without those of tables inside it."""
    return [node for node in parent.iter(w(name)) if next(node.iterancestors(w(level))) is parent]
