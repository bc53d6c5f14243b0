"""Effective formatting of paragraphs: levels, lists, neighbours."""

from __future__ import annotations

import pytest

from nq57gen.reading.types import Border, LineSpacing, ParagraphView, TabStop
from tests.reading.build import cell, defaults, p, paragraph, r, read, row, style, styled, tbl

NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Cap2"/>'
    '<w:lvlText w:val="%2)"/><w:pPr><w:ind w:left="1440" w:hanging="500"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def indents(found: ParagraphView) -> tuple[int, int, int]:
    return found.indent_left, found.indent_right, found.indent_first


def spaces(*bodies: str, **parts: str) -> list[tuple[int, int]]:
    return [
        (found.space_before, found.space_after) for found in read("".join(bodies), None, **parts).paragraphs()
    ]


def test_without_any_word_of_formatting() -> None:
    found = paragraph(p())
    assert (found.align, indents(found), found.line, found.line.multiple) == (
        "left",
        (0, 0, 0),
        LineSpacing(240, "auto"),
        1.0,
    )
    assert (found.keep_next, found.keep_lines, found.page_break_before, found.outline_level) == (
        False,
        False,
        False,
        None,
    )
    assert not found.borders.visible


def test_defaults_style_and_direct_add_up_value_by_value() -> None:
    styles = (
        defaults(
            p='<w:spacing w:before="60" w:after="200" w:line="276" w:lineRule="auto"/><w:jc w:val="both"/>'
        )
        + style("A", p='<w:spacing w:after="120"/><w:ind w:left="100" w:firstLine="720"/><w:keepNext/>')
        + style(
            "B", on="A", p='<w:ind w:right="50"/><w:outlineLvl w:val="1"/><w:keepLines/><w:pageBreakBefore/>'
        )
    )
    found = paragraph(styled("B", props='<w:ind w:left="10"/><w:keepNext w:val="0"/>'), styles=styles)
    assert (found.space_before, found.space_after, found.line.multiple, found.align) == (
        60,
        120,
        1.15,
        "both",
    )
    assert indents(found) == (10, 50, 720)
    assert (found.keep_next, found.keep_lines, found.page_break_before, found.outline_level) == (
        False,
        True,
        True,
        1,
    )
    assert (found.style_id, found.style_name) == ("B", "tên B")


@pytest.mark.parametrize(
    ("value", "align"),
    [
        ("start", "left"),
        ("end", "right"),
        ("center", "center"),
        ("both", "both"),
        ("distribute", "distribute"),
        ("lạ", "left"),
    ],
)
def test_alignments(value: str, align: str) -> None:
    assert paragraph(p(props=f'<w:jc w:val="{value}"/>')).align == align


@pytest.mark.parametrize(
    ("ind", "expected"),
    [
        ('w:left="10" w:right="20" w:hanging="30"', (10, 20, -30)),
        ('w:start="10" w:end="20" w:firstLine="30"', (10, 20, 30)),
        ('w:start="10" w:end="20" w:hanging="0"', (10, 20, 0)),
        ('w:firstLine="720" w:hanging="0"', (0, 0, 720)),
        ('w:left="1cm" w:firstLine="0.5in"', (567, 0, 720)),
        ('w:firstLine="500" w:firstLineChars="200"', (0, 0, 500)),
        ('w:firstLineChars="200"', (0, 0, 400)),
        ('w:hangingChars="100"', (0, 0, -200)),
        ('w:left="12.6"', (13, 0, 0)),
        ('w:left="rộng"', (0, 0, 0)),
    ],
)
def test_indents(ind: str, expected: tuple[int, int, int]) -> None:
    assert indents(paragraph(p(props=f"<w:ind {ind}/>"))) == expected


def test_an_indent_in_letters_of_an_empty_paragraph_is_none() -> None:
    assert indents(paragraph(p("", '<w:ind w:firstLineChars="200"/>'))) == (0, 0, 0)


def test_a_hanging_line_over_an_indented_one_replaces_it() -> None:
    styles = style("A", p='<w:ind w:firstLine="720"/>')
    assert indents(paragraph(styled("A", props='<w:ind w:hanging="100"/>'), styles=styles)) == (0, 0, -100)


def test_a_length_over_an_indent_in_letters_replaces_it() -> None:
    styles = style("A", p='<w:ind w:firstLineChars="200"/>')
    assert indents(paragraph(styled("A", props='<w:ind w:firstLine="567"/>'), styles=styles)) == (0, 0, 567)


@pytest.mark.parametrize(
    ("spacing", "expected", "multiple"),
    [
        ('w:line="360"', LineSpacing(360, "auto"), 1.5),
        ('w:line="340" w:lineRule="exact"', LineSpacing(340, "exact"), None),
        ('w:line="340" w:lineRule="atLeast"', LineSpacing(340, "atLeast"), None),
    ],
)
def test_lines(spacing: str, expected: LineSpacing, multiple: float | None) -> None:
    found = paragraph(p(props=f"<w:spacing {spacing}/>"))
    assert (found.line, found.line.multiple) == (expected, multiple)


def test_a_list_asked_for_directly_wins_over_the_style() -> None:
    styles = style("A", p='<w:ind w:left="5" w:right="7"/>')
    assert indents(paragraph(styled("A", props=LIST), styles=styles, numbering=NUMBERING)) == (
        720,
        7,
        -360,
    )


def test_direct_indents_win_over_the_list() -> None:
    found = paragraph(p(props=LIST + '<w:ind w:left="0" w:firstLine="720"/>'), numbering=NUMBERING)
    assert indents(found) == (0, 0, 720)


def test_a_style_with_a_list_and_indents_keeps_its_indents() -> None:
    styles = style("A", p=LIST + '<w:ind w:left="5"/>')
    assert indents(paragraph(styled("A"), styles=styles, numbering=NUMBERING)) == (5, 0, -360)


def test_a_style_above_the_one_with_the_list_wins_over_it_one_below_does_not() -> None:
    styles = (
        style("Duoi", p='<w:ind w:left="1" w:right="2"/>')
        + style("Giua", on="Duoi", p=LIST)
        + style("Tren", on="Giua", p='<w:ind w:hanging="9"/>')
    )
    assert indents(paragraph(styled("Tren"), styles=styles, numbering=NUMBERING)) == (720, 2, -9)


def test_list_number_zero_takes_the_list_away() -> None:
    styles = style("A", p=LIST)
    props = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    found = paragraph(styled("A", props=props), styles=styles, numbering=NUMBERING)
    assert (indents(found), found.list_label) == ((0, 0, 0), "")


def test_a_style_without_a_level_takes_the_one_tied_to_it() -> None:
    styles = style("Cap2", p='<w:numPr><w:numId w:val="1"/></w:numPr>')
    found = paragraph(styled("Cap2"), styles=styles, numbering=NUMBERING)
    assert (indents(found), found.list_label, found.list_level) == ((1440, 0, -500), "1)", 1)


SPACED = style("A", p='<w:spacing w:before="100" w:after="200"/><w:contextualSpacing/>') + style(
    "B", p='<w:spacing w:before="100" w:after="200"/>'
)


def test_no_space_between_equals_where_asked() -> None:
    found = spaces(styled("A"), styled("A"), styled("B"), styled("B"), styles=SPACED)
    assert found == [(100, 0), (0, 200), (100, 200), (100, 200)]


def test_a_table_between_is_no_equal() -> None:
    found = spaces(styled("A"), tbl(row(cell(styled("A")))), styled("A"), styles=SPACED)
    assert found == [(100, 200)] * 3


def test_automatic_space_is_14_points_and_none_at_the_ends() -> None:
    auto = p(props='<w:spacing w:before="1" w:beforeAutospacing="1" w:after="2" w:afterAutospacing="1"/>')
    assert spaces(auto, auto, auto) == [(0, 280), (280, 280), (280, 0)]


def test_automatic_space_is_none_between_items_of_one_list() -> None:
    item = p(props=LIST + '<w:spacing w:beforeAutospacing="1" w:afterAutospacing="1"/>')
    assert spaces(p(), item, item, p(), numbering=NUMBERING) == [(0, 0), (280, 0), (0, 280), (0, 0)]


def test_space_in_lines() -> None:
    assert spaces(p(props='<w:spacing w:beforeLines="50" w:before="3" w:after="4"/>')) == [(120, 4)]


def test_a_length_over_space_in_lines_replaces_it() -> None:
    styles = style("A", p='<w:spacing w:beforeLines="50" w:afterLines="100"/>')
    assert spaces(styled("A", props='<w:spacing w:before="60"/>'), styles=styles) == [(60, 240)]
    assert spaces(styled("A", props='<w:spacing w:after="60"/>'), styles=styles) == [(120, 60)]


def test_borders_side_by_side() -> None:
    styles = style(
        "A",
        p='<w:pBdr><w:top w:val="single" w:sz="4" w:color="auto"/>'
        '<w:bottom w:val="double" w:sz="6" w:color="ff0000"/></w:pBdr>',
    )
    found = paragraph(styled("A", props='<w:pBdr><w:top w:val="nil"/></w:pBdr>'), styles=styles).borders
    assert (found.top, found.bottom, found.left) == (None, Border("double", 6, "FF0000"), None)
    assert found.visible


def test_a_white_border_does_not_show() -> None:
    found = paragraph(p(props='<w:pBdr><w:bottom w:val="single" w:sz="4" w:color="FFFFFF"/></w:pBdr>'))
    assert found.borders.bottom is not None
    assert not found.borders.visible


def test_tab_stops_add_up_and_can_be_cleared() -> None:
    styles = style(
        "A", p='<w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs>'
    )
    props = '<w:tabs><w:tab w:val="clear" w:pos="9360"/><w:tab w:val="start" w:pos="100"/></w:tabs>'
    assert paragraph(styled("A", props=props), styles=styles).tabs == (
        TabStop(100, "left"),
        TabStop(4680, "center"),
    )


def test_the_outline_level_of_body_text_is_none() -> None:
    styles = style("A", p='<w:outlineLvl w:val="0"/>')
    assert paragraph(styled("A"), styles=styles).outline_level == 0
    assert paragraph(styled("A", props='<w:outlineLvl w:val="9"/>'), styles=styles).outline_level is None


def test_a_frame_and_a_ground() -> None:
    found = paragraph(
        p(props='<w:framePr w:wrap="around" w:xAlign="center"/><w:shd w:val="clear" w:fill="EEEEEE"/>')
    )
    assert (found.frame_align, found.shaded) == ("center", True)
    assert (paragraph(p()).frame_align, paragraph(p()).shaded) == ("", False)


def test_a_page_break_inside() -> None:
    assert paragraph(p(r("a") + '<w:r><w:br w:type="page"/></w:r>')).has_page_break
    assert not paragraph(p(r("a") + "<w:r><w:br/></w:r>")).has_page_break
