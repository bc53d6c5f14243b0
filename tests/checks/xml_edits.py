"""Bad examples that no word of :class:`Edit` can say: changes of the XML by name."""

from __future__ import annotations

import copy
from collections.abc import Callable

from lxml import etree

from nq57gen.checks.layout.rule import Edit
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, drop, put
from nq57gen.reading.xml import W, w
from tests.checks.components import component
from tests.checks.edited_xml import TWIPS_IN_MM, change_letters, change_paragraph, only_text

Change = Callable[[Opened, Edit], None]
XML_CHANGES: dict[str, Change] = {}


def xml_change(name: str) -> Callable[[Change], Change]:
    """Register a change under the name rules give in ``Edit.xml``."""

    def register(change: Change) -> Change:
        XML_CHANGES[name] = change
        return change

    return register


def page_section(opened: Opened, edit: Edit) -> etree._Element:
    """The ``w:sectPr`` an edit is about: "section" or "appendix_section"."""
    if edit.of == "section":
        return opened.sections[0]
    return opened.sections[opened.parts.appendices[0].section - 1]


def numbers(opened: Opened, edit: Edit, pages: str = "default") -> etree._Element:
    """The paragraph with the number of the page in the section's header."""
    found = opened.own(page_section(opened, edit), "header")[pages].find(w("p"))
    assert found is not None
    return found


@xml_change("number_right")
def _(opened: Opened, edit: Edit) -> None:
    change_paragraph(numbers(opened, edit), {"align": "right"})


@xml_change("number_small")
def _(opened: Opened, edit: Edit) -> None:
    change_letters(numbers(opened, edit), {"size": 11})


@xml_change("number_bold")
def _(opened: Opened, edit: Edit) -> None:
    change_letters(numbers(opened, edit), {"bold": True})


@xml_change("number_with_word")
def _(opened: Opened, edit: Edit) -> None:
    first = numbers(opened, edit).find(w("r"))
    assert first is not None
    word = etree.fromstring(f'<w:r xmlns:w="{W}"><w:t xml:space="preserve">Trang </w:t></w:r>')
    first.addprevious(word)


@xml_change("number_gone")
def _(opened: Opened, edit: Edit) -> None:
    paragraph = numbers(opened, edit)
    for run in paragraph.findall(w("r")):
        paragraph.remove(run)


@xml_change("number_in_footer")
def _(opened: Opened, edit: Edit) -> None:
    runs = numbers(opened, edit).findall(w("r"))
    footer = etree.Element(w("ftr"), nsmap={"w": W})
    footer.append(etree.Element(w("p")))
    footer[0].extend(runs)
    opened.add(page_section(opened, edit), "footer", "default", etree.tostring(footer))


@xml_change("number_on_first")
def _(opened: Opened, edit: Edit) -> None:
    paragraph = numbers(opened, edit, "first")
    field = etree.SubElement(paragraph, w("fldSimple"))
    field.set(w("instr"), "PAGE")
    etree.SubElement(etree.SubElement(field, w("r")), w("t")).text = "1"


@xml_change("section_break_gone")
def _(opened: Opened, edit: Edit) -> None:
    """The first appendix runs on in the section of the text."""
    section = opened.sections[0]
    properties = section.getparent()
    assert properties is not None
    properties.remove(section)


@xml_change("rows_may_split")
def _(opened: Opened, edit: Edit) -> None:
    for row in table_of(opened, edit).findall(w("tr")):
        drop(row.find(w("trPr")), "cantSplit")


# --- drawn lines: in these documents the border of an empty paragraph below


def target(opened: Opened, edit: Edit) -> etree._Element:
    """The ``w:p`` of the component."""
    found = opened.behind(component(opened.parts, edit))
    assert found is not None
    return found.elements[-1]


def line_of(opened: Opened, edit: Edit) -> etree._Element:
    """The empty paragraph with the line."""
    below = target(opened, edit).getnext()
    assert below is not None
    assert below.find(f".//{w('t')}") is None
    return below


def column(paragraph: etree._Element, opened: Opened) -> int:
    """Width of the cell, or of the text, the paragraph stands in."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    width = cell.find(f"{w('tcPr')}/{w('tcW')}") if cell is not None else None
    return opened.file.sections[0].text_width if width is None else int(str(width.get(w("w"))))


def indent(paragraph: etree._Element, left: float, right: float) -> None:
    put(child(paragraph, "pPr"), "ind", left=round(left), right=round(right), firstLine=0)


def indents(paragraph: etree._Element) -> tuple[int, int]:
    found = child(child(paragraph, "pPr"), "ind")
    return int(str(found.get(w("left"), 0))), int(str(found.get(w("right"), 0)))


def ruled(paragraph: etree._Element, style: str, color: str) -> None:
    border = child(child(paragraph, "pPr"), "pBdr")
    side = etree.SubElement(border, w("top"))
    for name, value in (("val", style), ("sz", "6"), ("space", "1"), ("color", color)):
        side.set(w(name), value)


@xml_change("line_gone")
def line_gone(opened: Opened, edit: Edit) -> None:
    line = line_of(opened, edit)
    parent = line.getparent()
    assert parent is not None
    parent.remove(line)


XML_CHANGES["no_rule"] = line_gone


@xml_change("line_as_underline")
def _(opened: Opened, edit: Edit) -> None:
    line_gone(opened, edit)
    change_letters(target(opened, edit), {"underline": True})


@xml_change("line_short")
def _(opened: Opened, edit: Edit) -> None:
    line = line_of(opened, edit)
    left, right = indents(line)
    quarter = (column(line, opened) - left - right) / 4
    indent(line, left + quarter, right + quarter)


@xml_change("line_long")
def _(opened: Opened, edit: Edit) -> None:
    indent(line_of(opened, edit), 0, 0)


@xml_change("line_left")
def _(opened: Opened, edit: Edit) -> None:
    line = line_of(opened, edit)
    indent(line, 0, sum(indents(line)))


@xml_change("line_dashed")
def _(opened: Opened, edit: Edit) -> None:
    ruled(line_of(opened, edit), "dashed", "000000")


@xml_change("line_red")
def _(opened: Opened, edit: Edit) -> None:
    ruled(line_of(opened, edit), "single", "FF0000")


# --- tables of the layout


def table_of(opened: Opened, edit: Edit) -> etree._Element:
    """The ``w:tbl`` around the component."""
    return next(target(opened, edit).iterancestors(w("tbl")))


@xml_change("framed")
def _(opened: Opened, edit: Edit) -> None:
    borders = table_of(opened, edit).find(f"{w('tblPr')}/{w('tblBorders')}")
    assert borders is not None
    for side in borders:
        side.set(w("val"), "single")
        side.set(w("sz"), "4")


@xml_change("columns_swapped")
def _(opened: Opened, edit: Edit) -> None:
    for row in table_of(opened, edit).findall(w("tr")):
        row.append(row.findall(w("tc"))[0])


@xml_change("row_lower")
def _(opened: Opened, edit: Edit) -> None:
    """The right cell of the last row moves into a row of its own."""
    row = table_of(opened, edit).findall(w("tr"))[-1]
    lower = copy.deepcopy(row)
    row.addnext(lower)
    for cell in (row.findall(w("tc"))[1], lower.findall(w("tc"))[0]):
        for paragraph in cell.findall(w("p")):
            only_text(paragraph, "")


@xml_change("right_column_80")
def _(opened: Opened, edit: Edit) -> None:
    width = str(round(80 * TWIPS_IN_MM))
    table = table_of(opened, edit)
    list(table.iter(w("gridCol")))[1].set(w("w"), width)
    for row in table.findall(w("tr")):
        child(child(row.findall(w("tc"))[1], "tcPr"), "tcW").set(w("w"), width)


# --- the rest


@xml_change("place_with_kind")
def _(opened: Opened, edit: Edit) -> None:
    assert opened.parts.date is not None
    only_text(target(opened, edit), f"Phường {opened.parts.date.text}")


@xml_change("continuous_section")
def _(opened: Opened, edit: Edit) -> None:
    put(page_section(opened, edit), "type", val="continuous")


@xml_change("address_in_footer")
def _(opened: Opened, edit: Edit) -> None:
    lines = (
        "Địa chỉ: số 1 đường Lê Lợi, phường Minh Hưng",
        "Điện thoại: 0251 3 888 888; Email: ubnd@minhhung.gov.vn",
    )
    footer = etree.Element(w("ftr"), nsmap={"w": W})
    for line in lines:
        paragraph = etree.SubElement(footer, w("p"))
        only_text(paragraph, line)
        change_letters(paragraph, {"size": 13, "bold": True, "font": "Times New Roman"})
    opened.add(page_section(opened, edit), "footer", "first", etree.tostring(footer))
