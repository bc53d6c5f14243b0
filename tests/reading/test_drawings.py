"""Lines and boxes of text drawn as shapes."""

from __future__ import annotations

import pytest

from nq57gen.reading.types import DrawnLine
from tests.reading.build import THEME, cell, p, paragraph, r, read, row, tbl

OUTLINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'


def shape(
    preset: str,
    cx: int,
    cy: int = 0,
    inner: str = OUTLINE,
    *,
    place: str = "",
    text: str = "",
    more: str = "",
) -> str:
    """Return a run with one DrawingML shape; sizes in EMU."""
    kind = "anchor" if place else "inline"
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    drawn = f'<wps:wsp><wps:spPr><a:prstGeom prst="{preset}"/>{inner}</wps:spPr>{more}{box}</wps:wsp>'
    return (
        f'<w:r><w:drawing><wp:{kind}>{place}<wp:extent cx="{cx}" cy="{cy}"/><a:graphic><a:graphicData>'
        f"{drawn}</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )


def position(inner: str, relative: str = "column") -> str:
    return f'<wp:positionH relativeFrom="{relative}">{inner}</wp:positionH>'


def pict(inner: str) -> str:
    return f"<w:r><w:pict>{inner}</w:pict></w:r>"


def line(inner: str, **parts: str) -> DrawnLine:
    (found,) = paragraph(p(inner), **parts).lines
    return found


def lines(inner: str) -> int:
    return len(paragraph(p(inner)).lines)


@pytest.mark.parametrize("preset", ["line", "straightConnector1"])
def test_a_line_knows_its_width_weight_and_color(preset: str) -> None:
    centered = position("<wp:align>center</wp:align>", "margin")
    found = line(shape(preset, 1080000, place=centered))
    assert found == DrawnLine(1701, 0.75, "000000", True, "center", None, "margin")
    assert paragraph(p(shape(preset, 1080000))).has_drawing_line


def test_a_line_placed_by_its_distance() -> None:
    found = line(shape("line", 635000, place=position("<wp:posOffset>63500</wp:posOffset>")))
    assert (found.width, found.align, found.left, found.relative_to) == (1000, "", 100, "column")


def test_a_line_in_the_text() -> None:
    found = line(shape("line", 635000))
    assert (found.align, found.left, found.relative_to) == ("", None, "text")


def test_the_own_size_of_a_shape_wins_over_the_room_it_is_given() -> None:
    sized = '<a:xfrm><a:ext cx="317500" cy="0"/></a:xfrm>' + OUTLINE
    assert line(shape("line", 635000, inner=sized)).width == 500


def test_a_line_may_take_its_color_from_the_theme() -> None:
    by_style = '<wps:style><a:lnRef idx="1"><a:schemeClr val="accent1"/></a:lnRef></wps:style>'
    found = line(shape("line", 635000, inner="", more=by_style), theme=THEME)
    assert (found.color, found.weight_pt) == ("4472C4", None)
    assert line(shape("line", 635000, inner="<a:ln/>")).color == "auto"


def test_dashes_are_not_solid() -> None:
    dashed = '<a:ln w="6350"><a:prstDash val="dash"/></a:ln>'
    assert not line(shape("line", 635000, inner=dashed)).solid
    assert line(shape("line", 635000, inner=dashed.replace('"dash"', '"solid"'))).solid


def test_what_is_no_horizontal_line() -> None:
    assert lines(shape("line", 0, 635000)) == 0  # vertical
    assert lines(shape("line", 635000, 635000)) == 0  # slanting
    assert lines(shape("ellipse", 635000)) == 0
    assert lines(shape("rect", 635000, 300000)) == 0
    assert lines(shape("line", 635000, inner="<a:ln><a:noFill/></a:ln>")) == 0
    assert lines(shape("rect", 635000, 9525, inner="<a:noFill/>")) == 0


def test_a_thin_filled_rectangle_is_a_line() -> None:
    found = line(shape("rect", 635000, 9525, inner='<a:solidFill><a:srgbClr val="ff0000"/></a:solidFill>'))
    assert (found.width, found.weight_pt, found.color, found.solid) == (1000, 0.75, "FF0000", True)


VML_STYLE = (
    "position:absolute;margin-left:10pt;margin-top:2pt;width:{};height:{};"
    "mso-position-horizontal:{};mso-position-horizontal-relative:margin"
)


@pytest.mark.parametrize("kind", ["#_x0000_t32", "#_x0000_t20"])
def test_old_connectors(kind: str) -> None:
    look = VML_STYLE.format("100pt", "0", "center")
    assert line(
        pict(f'<v:shape type="{kind}" style="{look}" strokeweight="1pt" strokecolor="#F00"/>')
    ) == DrawnLine(2000, 1.0, "FF0000", True, "center", None, "margin")
    placed = VML_STYLE.format("2in", ".75pt", "absolute")
    assert line(pict(f'<v:shape type="{kind}" style="{placed}"/>')) == DrawnLine(
        2880, 0.75, "auto", True, "", 200, "margin"
    )


def test_old_lines_by_their_ends() -> None:
    found = line(
        pict(
            '<v:line from="36pt,12.6pt" to="117pt,12.6pt" strokecolor="black [3213]">'
            '<v:stroke dashstyle="dash"/></v:line>'
        )
    )
    assert found == DrawnLine(1620, 0.75, "000000", False, "", 720, "column")
    assert line(pict('<v:line from="0,0" to="100,0"/>')).width == 1500  # pixels
    assert lines(pict('<v:line from="10pt,0" to="10pt,90pt"/>')) == 0
    assert lines(pict('<v:line from="0,0" to="90pt,0" stroked="f"/>')) == 0


def test_old_horizontal_rules_and_rectangles() -> None:
    rule = (
        '<v:rect style="width:468pt;height:1.5pt" o:hralign="center" o:hr="t"'
        ' fillcolor="#a0a0a0" stroked="f"/>'
    )
    assert line(pict(rule)) == DrawnLine(9360, 1.5, "A0A0A0", True, "center", None, "text")
    assert line(pict(rule.replace("468pt", "0"))).width is None  # as wide as the column
    assert lines(pict('<v:rect style="width:100pt;height:1pt"/>')) == 1
    assert lines(pict('<v:rect style="width:100pt;height:50pt"/>')) == 0


def test_lines_in_groups_are_found() -> None:
    size = '<a:xfrm><a:ext cx="635000" cy="0"/></a:xfrm>'
    one = f'<wps:wsp><wps:spPr>{size}<a:prstGeom prst="line"/>{OUTLINE}</wps:spPr></wps:wsp>'
    group = f"<a:graphic><a:graphicData><wpg:wgp>{one}{one}</wpg:wgp></a:graphicData></a:graphic>"
    group = f"<w:r><w:drawing><wp:inline>{group}</wp:inline></w:drawing></w:r>"
    assert lines(group) == 2


def test_of_a_new_shape_and_its_old_double_one_counts() -> None:
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice><mc:Fallback>{}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    ).format(
        shape("line", 635000).removeprefix("<w:r>").removesuffix("</w:r>"),
        pict('<v:line from="0,0" to="90pt,0"/>').removeprefix("<w:r>").removesuffix("</w:r>"),
    )
    assert line(both).width == 1000


def test_boxes_of_text_follow_their_anchor() -> None:
    box = shape("rect", 635000, 635000, text=p("trong") + p("hai"))
    old = pict(f"<v:shape><v:textbox><w:txbxContent>{p('cũ')}</w:txbxContent></v:textbox></v:shape>")
    file = read(p(r("a") + box) + tbl(row(cell(p(r("ô") + old)))) + p("b"))
    assert [(found.place, found.text) for found in file.paragraphs()] == [
        ("đoạn 1", "a"),
        ("khung chữ 1, đoạn 1", "trong"),
        ("khung chữ 1, đoạn 2", "hai"),
        ("bảng 1, hàng 1, ô 1", "ô"),
        ("khung chữ 2", "cũ"),
        ("đoạn 2", "b"),
    ]
    assert [found.in_table is not None for found in file.paragraphs()] == [
        False,
        False,
        False,
        True,
        False,
        False,
    ]


def test_tables_and_lines_in_boxes_of_text() -> None:
    inner = tbl(row(cell("ô"))) + p(shape("line", 635000))
    file = read(p(shape("rect", 635000, 635000, text=inner)))
    assert [found.place for found in file.tables()] == ["khung chữ 1, bảng 1"]
    anchor, *_, last = file.paragraphs()
    assert (len(anchor.lines), len(last.lines), last.place) == (0, 1, "khung chữ 1")


def test_a_field_around_a_box_does_not_reach_into_it() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
    body = p(
        begin + shape("rect", 635000, 635000, text=p("trong")) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert [found.text for found in read(body).paragraphs()] == ["", "trong"]


def test_a_drawing_may_hold_alternatives_itself() -> None:
    inner = (
        '<mc:AlternateContent><mc:Choice Requires="xyz"/><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>'
    )
    assert lines(pict(inner.format('<v:line from="0,0" to="90pt,0"/>'))) == 1
    assert lines(pict('<mc:AlternateContent><mc:Choice Requires="xyz"/></mc:AlternateContent>')) == 0


def test_a_shape_without_a_frame_or_a_form_is_no_line() -> None:
    nameless = shape("line", 635000).replace('<a:prstGeom prst="line"/>', "")
    assert lines(nameless) == 0
