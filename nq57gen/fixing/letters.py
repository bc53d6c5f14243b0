"""Runs of a paragraph: which belong to a component, and direct formatting on them."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from nq57gen.checks.layout.pieces import Piece
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, insert, insert_after, put
from nq57gen.reading.content import R_RUN, Paragraph, content
from nq57gen.reading.xml import w

FONT = "Times New Roman"
_TEXT, _HYPHEN, _PROPERTIES = w("t"), w("noBreakHyphen"), w("rPr")
_APART = frozenset(map(w, ("tab", "br", "cr", "ptab")))
_RUNS = frozenset({R_RUN, w("fldSimple")})


def runs(paragraph: Paragraph) -> Iterator[etree._Element]:
    """Yield the ``w:r`` of a paragraph in order, those of fields included."""
    for element in paragraph.elements:
        yield from _runs(element)


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    for element in content(parent, _RUNS):
        if element.tag == R_RUN:
            yield element
        else:
            yield from _runs(element)


def letters_of(opened: Opened, piece: Piece) -> list[etree._Element]:
    """Return the runs that print ``piece``, and nothing beside it; [] when they cannot be told apart."""
    paragraph = opened.behind(piece.paragraph)
    if paragraph is None:
        return []
    if not piece.tabbed:
        return [run for run in runs(paragraph) if printed(run).strip()]
    _split_at_tabs(paragraph)
    wanted = "".join(piece.text.split()).casefold()
    for group in _groups(paragraph):
        if "".join("".join(map(printed, group)).split()).casefold() == wanted:
            return group
    return []


def printed(run: etree._Element) -> str:
    """Return the letters of a run as stored, a hyphen that does not break as one."""
    return "".join(
        "-" if part.tag == _HYPHEN else part.text or "" for part in run.iterchildren(_TEXT, _HYPHEN)
    )


def _split_at_tabs(paragraph: Paragraph) -> None:
    """Give every tab and break that stands among letters a run of its own."""
    for run in list(runs(paragraph)):
        kept = [part for part in run if part.tag != _PROPERTIES]
        if len(kept) < 2 or not any(part.tag in _APART for part in kept):
            continue
        for part in reversed(kept[1:]):
            own = etree.Element(R_RUN)
            properties = run.find(_PROPERTIES)
            if properties is not None:
                insert(own, copy.deepcopy(properties))
            insert(own, part)
            insert_after(run, own)


def _groups(paragraph: Paragraph) -> list[list[etree._Element]]:
    """Group the runs with letters by the tabs and breaks between them."""
    groups: list[list[etree._Element]] = [[]]
    for run in runs(paragraph):
        if any(part.tag in _APART for part in run):
            groups.append([])
        elif printed(run).strip():
            groups[-1].append(run)
    return groups


def set_size(run: etree._Element, points: float) -> None:
    """Set the size of letters, that of complex scripts too."""
    for name in ("sz", "szCs"):
        put(child(run, "rPr"), name, val=round(points * 2))


def set_switch(run: etree._Element, name: str, on: bool) -> None:
    """Turn ``b``, ``i`` or ``caps`` on or off, whatever the styles say."""
    names = (name, f"{name}Cs") if name in ("b", "i") else (name,)
    for one in names:
        put(child(run, "rPr"), one, **({} if on else {"val": "0"}))


def set_underline(run: etree._Element, on: bool) -> None:
    """Underline or not."""
    put(child(run, "rPr"), "u", val="single" if on else "none")


def set_black(run: etree._Element) -> None:
    """Make letters black."""
    put(child(run, "rPr"), "color", val="000000")


def set_font(properties: etree._Element, font: str = FONT) -> None:
    """Name ``font`` in a ``w:rPr`` for all four kinds of letters."""
    put(properties, "rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
