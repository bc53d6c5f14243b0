"""Effective formatting of letters: what each level of ISO 29500-1 17.7.2 and 17.7.3 gives."""

from __future__ import annotations

import itertools

import pytest

from nq57gen.reading.types import FontNames, RunView
from nq57gen.reading.word_file import read_word_file
from nq57gen.writer import pack
from tests.reading.build import (
    NAMESPACES,
    THEME,
    defaults,
    p,
    package,
    paragraph,
    r,
    run,
    style,
    styled,
    table,
)

TIMES = "Times New Roman"


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}" w:eastAsia="{name}"/>'


def size(half_points: int | str) -> str:
    return f'<w:sz w:val="{half_points}"/>'


def test_without_any_word_of_formatting_word_takes_times_at_10_points() -> None:
    found = run(p())
    assert found.font == FontNames(TIMES, TIMES, TIMES, TIMES)
    assert (found.size_pt, found.color, found.bold, found.italic, found.underline) == (
        10,
        "auto",
        False,
        False,
        False,
    )


def test_defaults_of_the_document_alone() -> None:
    found = run(p(), styles=defaults(r=fonts("Arial") + size(28) + '<w:color w:val="1f1f1f"/><w:b/>'))
    assert (found.font.high_ansi, found.size_pt, found.color, found.bold) == ("Arial", 14, "1F1F1F", True)


def test_a_paragraph_without_a_style_takes_the_default_style() -> None:
    assert run(p(), styles=style("Goc", r=size(26), default=True)).size_pt == 13


def test_a_style_named_normal_is_the_default_where_none_is_marked() -> None:
    normal = style("Normal", r=size(26)).replace("tên Normal", "Normal")
    assert run(p(), styles=normal).size_pt == 13


def test_an_unknown_style_counts_as_the_default_one() -> None:
    assert run(styled("KhongCo"), styles=style("Goc", r=size(26), default=True)).size_pt == 13


def test_each_level_wins_over_the_one_below() -> None:
    levels = (
        defaults(r=fonts("A") + size(20))
        + style("Duoi", r=fonts("B") + size(22))
        + style("Tren", on="Duoi", r=size(24))
        + style("Chu", kind="character", r=size(26))
    )
    assert (run(styled("Duoi"), styles=levels).font.ascii, run(styled("Duoi"), styles=levels).size_pt) == (
        "B",
        11,
    )
    assert (run(styled("Tren"), styles=levels).font.ascii, run(styled("Tren"), styles=levels).size_pt) == (
        "B",
        12,
    )
    assert run(styled("Tren", run_props='<w:rStyle w:val="Chu"/>'), styles=levels).size_pt == 13
    assert run(styled("Tren", run_props='<w:rStyle w:val="Chu"/>' + size(28)), styles=levels).size_pt == 14


def test_a_character_style_has_a_chain_of_its_own() -> None:
    levels = style("A", kind="character", r=size(30)) + style("B", kind="character", on="A", r="<w:i/>")
    found = run(p(run_props='<w:rStyle w:val="B"/>'), styles=levels)
    assert (found.size_pt, found.italic) == (15, True)


def test_the_linked_character_style_counts_only_where_it_is_named() -> None:
    levels = style("Muc", r="<w:b/>", more='<w:link w:val="MucChu"/>') + style(
        "MucChu", kind="character", r=size(40), more='<w:link w:val="Muc"/>'
    )
    assert (run(styled("Muc"), styles=levels).size_pt, run(styled("Muc"), styles=levels).bold) == (10, True)
    assert run(p(run_props='<w:rStyle w:val="MucChu"/>'), styles=levels).size_pt == 20


def test_a_paragraph_style_named_for_a_run_gives_it_nothing() -> None:
    assert run(p(run_props='<w:rStyle w:val="Muc"/>'), styles=style("Muc", r=size(40))).size_pt == 10


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    levels = style("A", on="B", r=size(30)) + style("B", on="A", r="<w:b/>")
    found = run(styled("A"), styles=levels)
    assert (found.size_pt, found.bold) == (15, True)


def test_the_four_fonts_are_inherited_one_by_one() -> None:
    found = run(
        p(run_props='<w:rFonts w:hAnsi="Arial"/>'),
        styles=defaults(r='<w:rFonts w:ascii="Verdana" w:hAnsi="Verdana" w:cs="Tahoma"/>'),
    )
    assert found.font == FontNames("Verdana", "Arial", "Tahoma", TIMES)


def test_theme_fonts_go_before_named_ones_of_the_same_place() -> None:
    look = (
        '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi" w:hAnsi="Arial" w:hAnsiTheme="majorHAnsi"'
        ' w:eastAsiaTheme="minorEastAsia" w:cstheme="majorBidi"/>'
    )
    assert run(p(run_props=look), theme=THEME).font == FontNames("Calibri", "Cambria", "Arial", "SimSun")


def test_a_named_font_over_a_theme_font_below_wins() -> None:
    below = defaults(r='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    found = run(p(run_props='<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'), styles=below, theme=THEME)
    assert (found.font.ascii, found.font.high_ansi) == ("Arial", "Arial")


def test_a_theme_font_without_a_theme_falls_back_on_the_name_beside_it() -> None:
    assert run(p(run_props='<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>')).font.ascii == "Arial"
    assert run(p(run_props='<w:rFonts w:asciiTheme="minorHAnsi"/>')).font.ascii == TIMES


@pytest.mark.parametrize(
    ("props", "color"),
    [
        ('<w:color w:val="auto" w:themeColor="text1"/>', "010203"),
        ('<w:color w:val="404040" w:themeColor="text1" w:themeTint="BF"/>', "404040"),
        ('<w:color w:val="auto" w:themeColor="accent1"/>', "4472C4"),
        ('<w:color w:val="auto" w:themeColor="accent9"/>', "auto"),
        ('<w:color w:val="auto"/>', "auto"),
    ],
)
def test_colors(props: str, color: str) -> None:
    assert run(p(run_props=props), theme=THEME).color == color


def test_the_settings_may_swap_the_colors_of_the_theme() -> None:
    swapped = '<w:clrSchemeMapping w:t1="accent1"/>'
    assert (
        run(p(run_props='<w:color w:val="auto" w:themeColor="text1"/>'), theme=THEME, settings=swapped).color
        == "4472C4"
    )


TOGGLES = [
    ("b", "bold"),
    ("i", "italic"),
    ("caps", "caps"),
    ("smallCaps", "small_caps"),
    ("strike", "strike"),
    ("vanish", "hidden"),
]


def off(name: str) -> str:
    return f'<w:{name} w:val="0"/>'


@pytest.mark.parametrize(("name", "seen"), TOGGLES)
@pytest.mark.parametrize("levels", list(itertools.product([None, False, True], repeat=3)))
def test_toggles_of_styles_turn_each_other_off_and_on(
    name: str, seen: str, levels: tuple[bool | None, bool | None, bool | None]
) -> None:
    """17.7.3: on at an odd number of levels means on; off at a level counts as silent."""
    of_table, of_paragraph, of_run = (
        "" if on is None else f"<w:{name}/>" if on else off(name) for on in levels
    )
    styles = (
        style("Bang", kind="table", r=of_table)
        + style("Doan", r=of_paragraph)
        + style("Chu", kind="character", r=of_run)
    )
    inner = styled("Doan", run_props='<w:rStyle w:val="Chu"/>')
    cell = f'<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/></w:tblPr><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>'
    assert getattr(run(cell, styles=styles), seen) == (sum(map(bool, levels)) % 2 == 1)


@pytest.mark.parametrize(("name", "seen"), TOGGLES)
def test_within_one_chain_the_nearest_style_decides(name: str, seen: str) -> None:
    styles = (
        style("A", r=f"<w:{name}/>") + style("B", on="A", r=f"<w:{name}/>") + style("C", on="B", r=off(name))
    )
    assert getattr(run(styled("B"), styles=styles), seen)
    assert not getattr(run(styled("C"), styles=styles), seen)


@pytest.mark.parametrize(("name", "seen"), TOGGLES)
def test_direct_formatting_is_no_toggle(name: str, seen: str) -> None:
    styles = style("A", r=f"<w:{name}/>")
    assert getattr(run(styled("A", run_props=f"<w:{name}/>"), styles=styles), seen)
    assert not getattr(run(styled("A", run_props=off(name)), styles=styles), seen)


@pytest.mark.parametrize(("name", "seen"), TOGGLES)
def test_a_toggle_of_the_defaults_stays_on(name: str, seen: str) -> None:
    styles = defaults(r=f"<w:{name}/>") + style("A", r=f"<w:{name}/>")
    assert getattr(run(styled("A"), styles=styles), seen)


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_the_ways_to_say_off(value: str) -> None:
    assert not run(p(run_props=f'<w:b w:val="{value}"/>')).bold


@pytest.mark.parametrize("value", ["1", "true", "on"])
def test_the_ways_to_say_on(value: str) -> None:
    assert run(p(run_props=f'<w:b w:val="{value}"/>')).bold


def test_underline_is_any_kind_but_none_and_no_toggle() -> None:
    styles = style("A", r='<w:u w:val="single"/>') + style("B", kind="character", r='<w:u w:val="double"/>')
    assert run(styled("A", run_props='<w:rStyle w:val="B"/>'), styles=styles).underline
    assert not run(styled("A", run_props='<w:u w:val="none"/>'), styles=styles).underline


@pytest.mark.parametrize(
    ("props", "seen"),
    [
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', True),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>', False),
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', False),
        ('<w:shd w:val="pct10" w:color="auto" w:fill="auto"/>', True),
        ('<w:shd w:val="nil"/>', False),
    ],
)
def test_only_a_ground_that_shows_on_paper_counts(props: str, seen: bool) -> None:
    assert run(p(run_props=props)).shaded == seen


def test_small_properties() -> None:
    def look(props: str) -> RunView:
        return run(p(run_props=props))

    assert look('<w:highlight w:val="yellow"/>').highlight
    assert not look('<w:highlight w:val="none"/>').highlight
    assert look('<w:vertAlign w:val="superscript"/>').superscript
    assert look('<w:vertAlign w:val="subscript"/>').subscript
    assert look("<w:dstrike/>").strike


def test_sizes_with_units_and_nonsense() -> None:
    assert run(p(run_props=size("13pt"))).size_pt == 13
    assert run(p(run_props=size("27"))).size_pt == 13.5
    assert run(p(run_props=size("to"))).size_pt == 10


def test_complex_script_has_its_own_size_weight_and_font() -> None:
    look = (
        fonts("A").replace('w:cs="A"', 'w:cs="B"')
        + '<w:b/><w:bCs w:val="0"/><w:sz w:val="28"/><w:szCs w:val="20"/><w:cs/>'
    )
    found = run(p(run_props=look))
    assert (found.size_pt, found.bold, found.fonts_shown) == (10, False, ("B",))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc 123", ("A",)),
        ("được", ("A", "H")),
        ("ồ", ("H",)),
        ("“…”", ("H",)),
        ("  ", ()),
        ("中文", ("E",)),
        ("a中", ("A", "E")),
        ("ไทย", ("C",)),
    ],
)
def test_the_letters_decide_which_font_shows(text: str, shown: tuple[str, ...]) -> None:
    look = '<w:rFonts w:ascii="A" w:hAnsi="H" w:cs="C" w:eastAsia="E"/>'
    assert run(p(text, run_props=look)).fonts_shown == shown


def test_capitals_by_formatting_show_but_are_not_in_the_text() -> None:
    found = paragraph(p(r("Kế hoạch", "<w:caps/>") + r(" năm")))
    assert (found.text, found.shown_text) == ("Kế hoạch năm", "KẾ HOẠCH năm")


def test_hidden_letters_are_runs_but_no_text() -> None:
    found = paragraph(p(r("thấy") + r("giấu", "<w:vanish/>")))
    assert (found.text, found.shown_text, [one.hidden for one in found.runs]) == (
        "thấy",
        "thấy",
        [False, True],
    )


def test_the_strict_variety_of_the_format_reads_the_same() -> None:
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    assert usual in NAMESPACES
    parts = package(p(run_props="<w:b/>" + size("14pt")), styles=defaults(r=fonts("Arial")))
    strict = {
        name: data.replace(usual.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, data in parts.items()
    }
    (found,) = next(read_word_file(pack(strict), "x.docx").paragraphs()).runs
    assert (found.bold, found.size_pt, found.font.ascii) == (True, 14, "Arial")


@pytest.mark.parametrize(
    ("props", "color"),
    [
        ('<w:shd w:val="solid" w:color="auto" w:fill="auto"/>', "000000"),
        ('<w:shd w:val="solid" w:color="ff0000" w:fill="auto"/>', "FF0000"),
        ('<w:shd w:val="pct20" w:color="auto" w:fill="00FF00"/>', "00FF00"),
        ('<w:shd w:val="pct20" w:color="auto" w:fill="FFFFFF"/>', "000000"),
        ('<w:shd w:fill="00ff00"/>', "00FF00"),
    ],
)
def test_the_color_of_a_ground(props: str, color: str) -> None:
    body = f"<w:tbl><w:tr><w:tc><w:tcPr>{props}</w:tcPr>{p()}</w:tc></w:tr></w:tbl>"
    assert table(body).rows[0].cells[0].shading == color
