"""Paper and margins."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from nq57gen.checks.layout.looks import millimetres
from nq57gen.checks.layout.rules.page import section_place
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, unset
from nq57gen.fixing.restyle import nearest
from nq57gen.reading.types import Section
from nq57gen.reading.xml import EMU_IN_TWIP, WP, tag, w, whole

#: A4 in twips, and the ranges of the margins.
_ALL = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_SHORT, _LONG = 11906, 16838
_MARGINS = {"top": (1134, 1417), "bottom": (1134, 1417), "left": (1701, 1984), "right": (850, 1134)}
#: How large a drawing is.
_EXTENTS = (tag(WP, "extent"),)
#: The range of all margins of a page that lies across.
_ACROSS = (850, 1984)
_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}


def sections_of(opened: Opened) -> Iterator[tuple[Section, etree._Element]]:
    """Each section as the rules see it, with its ``w:sectPr``."""
    yield from zip(opened.file.sections, opened.sections, strict=True)


@mend("ND30-TRANG-01", everywhere=True)
def paper(opened: Opened) -> Iterator[Done]:
    """A4, in the direction the page has."""
    for section, element in sections_of(opened):
        short, long = sorted((section.width, section.height))
        if max(abs(short - _SHORT), abs(long - _LONG)) > 20 and _widest(opened, section) <= _room(section):
            _turn(element, landscape=section.landscape)
            before = f"khổ {millimetres(section.width)} x {millimetres(section.height)}"
            yield Done(section_place(section), before, "khổ A4 ngang" if section.landscape else "khổ A4 dọc")


def _room(section: Section) -> int:
    """The width between the margins once the paper is A4."""
    return (_LONG if section.landscape else _SHORT) - abs(section.left) - abs(section.right) - section.gutter


def _widest(opened: Opened, section: Section) -> int:
    """The width of the widest table or drawing of a section, in twips."""
    tables = [max(sum(one.grid), one.width) for one in opened.file.tables() if one.section == section.number]
    drawings = [(whole(one.get("cx")) or 0) // EMU_IN_TWIP for one in opened.main.iter(*_EXTENTS)]
    return max((*tables, *drawings), default=0)


@mend("ND30-TRANG-02", everywhere=True)
def direction(opened: Opened) -> Iterator[Done]:
    """Upright where no table needs the width; the margins go around with the page."""
    with_tables = {table.section for table in opened.parts.tables}
    for section, element in sections_of(opened):
        if section.landscape and section.number not in with_tables:
            _turn(element, landscape=False)
            yield Done(section_place(section), "giấy ngang", "giấy dọc")


def _turn(element: etree._Element, *, landscape: bool) -> None:
    size = child(element, "pgSz")
    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    size.set(w("w"), str(width))
    size.set(w("h"), str(height))
    unset(size, "orient")
    if landscape:
        size.set(w("orient"), "landscape")


@mend("ND30-TRANG-03", "ND30-TRANG-04", everywhere=True)
def margins(opened: Opened) -> Iterator[Done]:
    """Each margin that is out of its range to the nearer end; the gutter away."""
    for section, element in sections_of(opened):
        ranges = dict.fromkeys(_MARGINS, _ACROSS) if section.landscape else _MARGINS
        before, after = [], []
        gutter = section.gutter
        for side, allowed in ranges.items():
            has = abs(getattr(section, side))
            value = has + (gutter if side == "left" else 0)
            fits = round(nearest(value, allowed))
            if fits != has and (abs(fits - value) > 12 or (side == "left" and gutter)):
                _margins_of(section, element).set(w(side), str(fits))
                before.append(f"lề {_SIDES[side]} {millimetres(value)}")
                after.append(f"lề {_SIDES[side]} {millimetres(fits)}")
        if gutter and element.find(w("pgMar")) is not None:
            child(element, "pgMar").set(w("gutter"), "0")
        if after:
            yield Done(section_place(section), ", ".join(before), ", ".join(after))


def _margins_of(section: Section, element: etree._Element) -> etree._Element:
    """The ``w:pgMar``, with all that it must say (ISO 29500-1, 17.6.11)."""
    margins = child(element, "pgMar")
    for name in _ALL:
        if margins.get(w(name)) is None:
            margins.set(w(name), str(getattr(section, name)))
    return margins
