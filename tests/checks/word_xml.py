"""The WordprocessingML that python-docx has no words for: theme fonts, direct looks, drawn lines."""

from __future__ import annotations

import copy
import re
from typing import Any, TypeAlias

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.checks.looks import Look

#: The elements of python-docx have methods made at run time, which no type knows.
Element: TypeAlias = Any

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_EMU_PER_MM = 36000
_PT_PER_MM = 72 / 25.4


def theme_font(document: Document, font: str) -> None:
    """Make ``font`` the font of the theme, which the defaults of the document refer to."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/theme"):
            part = relation.target_part
            part._blob = re.sub(
                rb'<a:latin typeface="[^"]*"', f'<a:latin typeface="{font}"'.encode(), part.blob
            )


def default_size(document: Document, points: float) -> None:
    """Give the defaults of the document a size, and no spacing."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for name in ("w:sz", "w:szCs"):
        for size in defaults.iter(qn(name)):
            size.set(qn("w:val"), str(round(points * 2)))
    for spacing in list(defaults.iter(qn("w:spacing"))):
        spacing.getparent().remove(spacing)


def set_fonts(properties: Element, font: str) -> None:
    """Name ``font`` for all four kinds of letters."""
    fonts = properties.get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), font)


def set_letters(properties: Element, look: Look) -> None:
    """Write size, weight and slant into a ``w:rPr``, saying also what is off."""
    properties._add_b().val = look.bold
    properties._add_i().val = look.italic
    properties._add_sz().val = Pt(look.size)


def set_paragraph(properties: Element, look: Look) -> None:
    """Write alignment, indents and spacing into a ``w:pPr``."""
    properties.jc_val = _ALIGN[look.align]
    properties.first_line_indent = Cm(look.first)
    properties.ind_left = Cm(look.left)
    properties.spacing_before, properties.spacing_after = Pt(look.before), Pt(look.after)
    spacing = properties.get_or_add_spacing()
    spacing.set(qn("w:line"), str(round(look.line * 240)))
    spacing.set(qn("w:lineRule"), "auto")
    properties.keepNext_val = look.keep_next or None


def number_field(paragraph: Paragraph) -> list[Element]:
    """Put the number of the page into ``paragraph``; returns the runs."""
    runs = []
    for kind in ("begin", "code", "separate", "result", "end"):
        run = paragraph.add_run("2" if kind == "result" else "")
        if kind == "code":
            code = OxmlElement("w:instrText")
            code.text = "PAGE"
            run._r.append(code)
        elif kind != "result":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        runs.append(run._r)
    return runs


def ruled_paragraph(after: Element, side_mm: float) -> None:
    """Put an empty paragraph with a lower border behind ``after``, ``side_mm`` in from both sides."""
    side = round(side_mm * 1440 / 25.4)
    after.addnext(
        parse_xml(
            f"<w:p {nsdecls('w')}><w:pPr>"
            '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
            '<w:spacing w:before="0" w:after="0" w:line="80" w:lineRule="exact"/>'
            f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/></w:pPr></w:p>'
        )
    )


def drawing_line(width_mm: float, left_mm: float) -> Element:
    """A line as Word 2010 and later draw it, with the VML copy for older readers."""
    width, left = round(width_mm * _EMU_PER_MM), round(left_mm * _EMU_PER_MM)
    return parse_xml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        f"{nsdecls('w', 'wp', 'a')}>"
        '<mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>230000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="Straight Connector 1"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        "<wps:wsp><wps:cNvCnPr/><wps:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback>{_vml(width_mm, left_mm)}</mc:Fallback></mc:AlternateContent>"
    )


def vml_line(width_mm: float, left_mm: float) -> Element:
    """A line as Word 2007 and earlier draw it."""
    return parse_xml(_vml(width_mm, left_mm))


def _vml(width_mm: float, left_mm: float) -> str:
    start, end = left_mm * _PT_PER_MM, (left_mm + width_mm) * _PT_PER_MM
    return (
        f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">'
        '<v:line id="_x0000_s1026" style="position:absolute;z-index:251658240" '
        f'from="{start:.1f}pt,18pt" to="{end:.1f}pt,18pt" strokeweight=".75pt"/></w:pict>'
    )


def table_borders(table: Table, style: str) -> None:
    """Give all sides of ``table`` one style of border: "single" or "none"."""
    sides = "".join(
        f'<w:{side} w:val="{style}" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"))


def page_numbers_from_one(section: Element) -> None:
    """Let the pages of a ``w:sectPr`` count from 1."""
    for old in section.findall(qn("w:pgNumType")):
        section.remove(old)
    section.find(qn("w:pgMar")).addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))


def repeat_head(table: Table) -> None:
    """Let the first row of ``table`` stand on every page."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def text_box(paragraphs: list[Element], kind: str) -> Element:
    """A text box for inside a run: "drawing", "vml", or "both", as Word 2010 and later write it."""
    drawing = (
        '<w:drawing><wp:anchor><wp:extent cx="2540000" cy="1270000"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:spPr><a:prstGeom prst="rect"/></wps:spPr>'
        "<wps:txbx><w:txbxContent/></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    vml = (
        '<w:pict><v:shape style="position:absolute;width:200pt;height:90pt">'
        "<v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict>"
    )
    choices = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{vml}</mc:Fallback>'
    inner = {
        "drawing": drawing,
        "vml": vml,
        "both": f"<mc:AlternateContent>{choices}</mc:AlternateContent>",
    }
    box = parse_xml(
        '<w:r xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        f'xmlns:v="urn:schemas-microsoft-com:vml" {nsdecls("w", "wp", "a")}>{inner[kind]}</w:r>'
    )
    for content in box.iter(qn("w:txbxContent")):
        content.extend(copy.deepcopy(paragraphs))
    return box[0]
