"""Reads the facts of a template's layout from its parsed parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from nq57gen.rendering.facts import Section, Style, TemplateFacts
from nq57gen.rendering.tag_folding import folded_text
from nq57gen.rendering.xml import attribute, is_on, number, own_text, w

if TYPE_CHECKING:
    from lxml import etree

#: Padding at the left and right of a cell where a document says nothing (Word's own default).
_CELL_PADDING = 108


def read_facts(roots: Mapping[str, etree._Element]) -> TemplateFacts:
    """Read the facts from a template's parsed parts."""
    document, notes = roots["word/document.xml"], roots.get("word/footnotes.xml")
    sections = [(is_landscape(node), section_of(node)) for node in document.iter(w("sectPr"))]
    return TemplateFacts(
        styles=_read_styles(roots["word/styles.xml"]),
        portrait=next((section for wide, section in sections if not wide), None),
        landscape=next((section for wide, section in sections if wide), None),
        cell_widths={name: _cell_width(document, name) for name in ("so_ky_hieu", "dia_danh_thoi_gian")},
        note_base=max([0, *(number(note, "id") for note in (notes if notes is not None else ()))]),
    )


def is_landscape(section: etree._Element) -> bool:
    """Whether a ``w:sectPr`` lays its pages across."""
    size = section.find(w("pgSz"))
    return number(size, "w") > number(size, "h")


def section_of(section: etree._Element) -> Section:
    """Return the geometry a ``w:sectPr`` gives."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    across = number(margins, "left") + number(margins, "right") + number(margins, "gutter")
    down = abs(number(margins, "top")) + abs(number(margins, "bottom"))
    return Section(text_width=number(size, "w") - across, text_height=number(size, "h") - down)


def _read_styles(root: etree._Element) -> dict[str, Style]:
    nodes = {attribute(node, "styleId") or "": node for node in root.findall(w("style"))}
    defaults = _with_properties(Style(id=""), root.find(f"{w('docDefaults')}/{w('rPrDefault')}"))
    resolved: dict[str, Style] = {}
    for key, node in nodes.items():
        style = defaults
        for step in reversed(_ancestry(key, nodes)):
            style = _with_properties(style, nodes[step])
        name = attribute(node.find(w("name")), "val") or ""
        resolved[name.casefold()] = replace(style, id=key)
    return resolved


def _ancestry(key: str, nodes: Mapping[str, etree._Element]) -> list[str]:
    """Return ``key`` and the styles it is based on, nearest first; a circle ends where it closes."""
    chain: list[str] = []
    step: str | None = key
    while step is not None and step in nodes and step not in chain:
        chain.append(step)
        step = attribute(nodes[step].find(w("basedOn")), "val")
    return chain


def _with_properties(style: Style, node: etree._Element | None) -> Style:
    """Return ``style`` overridden by what ``node`` (a style or the defaults) says itself."""
    if node is None:
        return style
    looks, indent = node.find(w("rPr")), node.find(f"{w('pPr')}/{w('ind')}")
    half_points = looks.find(w("sz")) if looks is not None else None
    bold, italic = (is_on(looks.find(w(tag))) if looks is not None else None for tag in ("b", "i"))
    return Style(
        id=style.id,
        size_pt=number(half_points, "val") / 2 if half_points is not None else style.size_pt,
        bold=style.bold if bold is None else bold,
        italic=style.italic if italic is None else italic,
        left=number(indent, "left", style.left),
        right=number(indent, "right", style.right),
    )


def _cell_width(document: etree._Element, name: str) -> int:
    """Return the usable width of the innermost cell that holds ``name`` in a tag, 0 where none does."""
    for cell in document.iter(w("tc")):
        if any(name in folded_text(own_text(paragraph)) for paragraph in cell.iter(w("p"))):
            width = cell.find(f"{w('tcPr')}/{w('tcW')}")
            if attribute(width, "type") == "dxa":
                return number(width, "w") - _padding(cell, "left") - _padding(cell, "right")
    return 0


def _padding(cell: etree._Element, side: str) -> int:
    table = next(cell.iterancestors(w("tbl")))
    own = cell.find(f"{w('tcPr')}/{w('tcMar')}/{w(side)}")
    shared = table.find(f"{w('tblPr')}/{w('tblCellMar')}/{w(side)}")
    return number(own if own is not None else shared, "w", _CELL_PADDING)
