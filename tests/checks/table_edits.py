"""Bad examples about tables: changes of the XML by name, for :mod:`tests.checks.edits`."""

from __future__ import annotations

import copy

from lxml import etree

from nq57gen.checks.layout.rule import Edit
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, drop
from nq57gen.reading.xml import w
from tests.checks.xml_edits import table_of, xml_change

#: More rows than any page holds.
_MANY_ROWS = 40
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def longer(table: etree._Element) -> list[etree._Element]:
    """Repeat the last row of a table until it is longer than a page; its rows."""
    last = table.findall(w("tr"))[-1]
    for _ in range(_MANY_ROWS):
        table.append(copy.deepcopy(last))
    return table.findall(w("tr"))


def frame(table: etree._Element, value: str, color: str) -> None:
    """Give a table and all its cells one kind of border."""
    for borders in [*table.iter(w("tblBorders")), *table.iter(w("tcBorders"))]:
        for side in list(borders):
            borders.remove(side)
    properties = table.find(w("tblPr"))
    assert properties is not None
    borders = child(properties, "tblBorders")
    for name in _SIDES:
        side = child(borders, name)
        side.set(w("val"), value)
        side.set(w("sz"), "4")
        side.set(w("color"), color)


@xml_change("long_table_without_head")
def _(opened: Opened, edit: Edit) -> None:
    for row in longer(table_of(opened, edit)):
        drop(row.find(w("trPr")), "tblHeader")


@xml_change("long_table_with_split_rows")
def _(opened: Opened, edit: Edit) -> None:
    for row in longer(table_of(opened, edit)):
        drop(row.find(w("trPr")), "cantSplit")


@xml_change("shaded_cell")
def _(opened: Opened, edit: Edit) -> None:
    cell = next(table_of(opened, edit).iter(w("tc")))
    shading = child(child(cell, "tcPr"), "shd")
    shading.set(w("val"), "clear")
    shading.set(w("fill"), "FFF2CC")


@xml_change("blue_frame")
def _(opened: Opened, edit: Edit) -> None:
    frame(table_of(opened, edit), "single", "0070C0")


@xml_change("no_frame")
def _(opened: Opened, edit: Edit) -> None:
    frame(table_of(opened, edit), "nil", "auto")
