"""Tables: their own formatting, that of their style, and the grid."""

from __future__ import annotations

import pytest

from nq57gen.reading.types import Border, Borders, CellView, Margins, TablePlace, TableView, paragraphs_of
from tests.reading.build import PAGE, cell, defaults, p, read, row, style, styled, table, tbl

GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
NO_LINES = "<w:tblBorders>" + GRID.replace('"single"', '"none"') + "</w:tblBorders>"
LINE = Border("single", 4, "auto")
USE = '<w:tblStyle w:val="Bang"/>'
LOOK = (
    '<w:tblLook w:firstRow="{0}" w:lastRow="{1}" w:firstColumn="{2}" w:lastColumn="{3}"'
    ' w:noHBand="{4}" w:noVBand="{5}"/>'
)


def part(name: str, *, r: str = "", p: str = "", c: str = "", t: str = "") -> str:
    """Return one conditional part of a table style."""
    return (
        f'<w:tblStylePr w:type="{name}"><w:pPr>{p}</w:pPr><w:rPr>{r}</w:rPr><w:trPr>{t}</w:trPr>'
        f"<w:tcPr>{c}</w:tcPr></w:tblStylePr>"
    )


def table_style(*parts: str, t: str = "", on: str = "", name: str = "Bang", r: str = "", p: str = "") -> str:
    return style(name, kind="table", on=on, r=r, p=p, more=f"<w:tblPr>{t}</w:tblPr>{''.join(parts)}")


def square(rows: int, columns: int, props: str) -> str:
    return tbl(*[row(*[cell()] * columns)] * rows, props=props, grid=(1000,) * columns)


def sizes(found: TableView) -> list[list[float]]:
    """The size of the letters in each cell tells which part of the style won."""
    return [[next(paragraphs_of(one.blocks)).runs[0].size_pt for one in line.cells] for line in found.rows]


def the_cell(found: TableView) -> CellView:
    return found.rows[0].cells[0]


#: Each part of the style has its own size of letters, in half points.
SIZES = {
    "band1Vert": 22, "band2Vert": 24, "band1Horz": 26, "band2Horz": 28, "firstRow": 30, "lastRow": 32,
    "firstCol": 34, "lastCol": 36, "nwCell": 38, "neCell": 40, "swCell": 42, "seCell": 44,
}  # fmt: skip


def sized(*names: str) -> str:
    return table_style(*(part(name, r=f'<w:sz w:val="{SIZES[name]}"/>') for name in names))


def test_a_table_without_a_look_asks_for_nothing() -> None:
    assert sizes(table(square(2, 2, USE), styles=sized(*SIZES))) == [[10, 10], [10, 10]]


def test_parts_of_the_style_come_as_the_look_asks() -> None:
    look = LOOK.format(1, 1, 1, 1, 1, 1)
    found = sizes(table(square(3, 3, USE + look), styles=sized("firstRow", "lastRow", "firstCol", "lastCol")))
    assert found == [[17, 15, 18], [17, 10, 18], [17, 16, 18]]


def test_corners_win_over_rows_and_columns() -> None:
    look = LOOK.format(1, 1, 1, 1, 1, 1)
    found = sizes(table(square(3, 3, USE + look), styles=sized(*SIZES)))
    assert (found[0][0], found[0][2], found[2][0], found[2][2]) == (19, 20, 21, 22)


def test_bands_begin_behind_the_first_row() -> None:
    found = sizes(table(square(4, 1, USE + LOOK.format(1, 0, 0, 0, 0, 1)), styles=sized(*SIZES)))
    assert found == [[15], [13], [14], [13]]


def test_bands_of_columns_take_turns() -> None:
    styles = sized("band1Vert", "band2Vert")
    assert sizes(table(square(1, 4, USE + LOOK.format(0, 0, 0, 0, 1, 0)), styles=styles)) == [
        [11, 12, 11, 12]
    ]


def test_bands_of_rows_win_over_bands_of_columns() -> None:
    styles = sized("band1Vert", "band2Vert", "band1Horz")
    assert sizes(table(square(2, 2, USE + LOOK.format(0, 0, 0, 0, 0, 0)), styles=styles)) == [
        [13, 13],
        [11, 12],
    ]


def test_bands_may_be_several_rows_high() -> None:
    styles = sized("band1Horz", "band2Horz").replace(
        "<w:tblPr>", '<w:tblPr><w:tblStyleRowBandSize w:val="2"/>'
    )
    found = sizes(table(square(5, 1, USE + LOOK.format(0, 0, 0, 0, 0, 1)), styles=styles))
    assert found == [[13], [13], [14], [14], [13]]


@pytest.mark.parametrize(
    ("bits", "corner", "middle"),
    [("04A0", 17, 13), ("0000", 13, 13), ("0620", 15, 10), ("06C0", 17, 10), ("không", 13, 13)],
)
def test_the_look_as_a_number(bits: str, corner: float, middle: float) -> None:
    styles = sized("firstRow", "firstCol", "band1Horz", "band2Horz").replace('"28"', '"26"')
    found = sizes(table(square(3, 3, f'{USE}<w:tblLook w:val="{bits}"/>'), styles=styles))
    assert (found[0][0], found[1][1]) == (corner, middle)


def test_named_switches_win_over_the_number() -> None:
    look = '<w:tblLook w:val="04A0" w:firstRow="0" w:firstColumn="0" w:noHBand="1" w:noVBand="1"/>'
    assert sizes(table(square(1, 1, USE + look), styles=sized(*SIZES))) == [[10]]


def test_a_part_of_the_style_below_counts_too() -> None:
    styles = table_style(part("firstRow", r='<w:sz w:val="40"/><w:i/>'), name="Duoi") + table_style(
        part("firstRow", r='<w:sz w:val="50"/>'), on="Duoi"
    )
    (found,) = read(square(1, 1, USE + LOOK.format(1, 0, 0, 0, 1, 1)), None, styles=styles).paragraphs()
    assert (found.runs[0].size_pt, found.runs[0].italic) == (25, True)


def test_paragraphs_take_the_table_style_over_the_defaults_and_under_their_own() -> None:
    styles = (
        defaults(p='<w:spacing w:before="1" w:after="200" w:line="276"/>')
        + table_style(p='<w:spacing w:before="2" w:after="0" w:line="240"/><w:jc w:val="center"/>')
        + style("Thuong", default=True)
        + style("Rieng", p='<w:spacing w:before="9"/><w:jc w:val="both"/>')
    )
    found = read(tbl(row(cell(p() + styled("Rieng"))), props=USE), None, styles=styles)
    first, second = found.paragraphs()
    assert (first.space_before, first.space_after, first.line.value, first.align) == (2, 0, 240, "center")
    assert (second.space_before, second.space_after, second.align) == (9, 0, "both")


OVERRIDE = (
    '<w:compat><w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>'
)


@pytest.mark.parametrize(
    ("settings", "half_points", "expected"),
    [("", 24, 11), ("", 28, 14), (OVERRIDE, 24, 12), (OVERRIDE, 28, 14)],
)
def test_in_old_files_12_points_of_normal_do_not_win_over_the_table_style(
    settings: str, half_points: int, expected: float
) -> None:
    styles = table_style(r='<w:sz w:val="22"/>') + style(
        "Normal", r=f'<w:sz w:val="{half_points}"/>', default=True
    )
    assert sizes(table(square(1, 1, USE), styles=styles, settings=settings)) == [[expected]]


@pytest.mark.parametrize(("settings", "align"), [("", "center"), (OVERRIDE, "left")])
def test_in_old_files_left_of_normal_does_not_win_over_the_table_style(settings: str, align: str) -> None:
    styles = table_style(p='<w:jc w:val="center"/>') + style("Normal", p='<w:jc w:val="left"/>', default=True)
    (found,) = read(square(1, 1, USE), None, styles=styles, settings=settings).paragraphs()
    assert found.align == align


def test_of_the_style() -> None:
    found = table(square(2, 2, USE), styles=table_style(t=f"<w:tblBorders>{GRID}</w:tblBorders>"))
    assert all(one.borders == Borders(LINE, LINE, LINE, LINE) for line in found.rows for one in line.cells)
    assert found.borders_visible


def test_outer_lines_only_touch_cells_at_the_edge() -> None:
    outer = '<w:tblBorders><w:top w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/></w:tblBorders>'
    found = table(square(2, 2, outer))
    assert found.rows[0].cells[0].borders == Borders(top=LINE)
    assert found.rows[0].cells[1].borders == Borders(top=LINE, right=LINE)
    assert found.rows[1].cells[0].borders == Borders()


def test_the_last_column_is_known_without_a_grid() -> None:
    outer = '<w:tblBorders><w:right w:val="single" w:sz="4"/></w:tblBorders>'
    (first, second) = table(tbl(row(cell(), cell()), props=outer)).rows[0].cells
    assert (first.borders.right, second.borders.right) == (None, LINE)


def test_none_on_the_table_takes_the_lines_of_the_style_away() -> None:
    found = table(square(2, 2, USE + NO_LINES), styles=table_style(t=f"<w:tblBorders>{GRID}</w:tblBorders>"))
    assert not found.borders_visible


def test_the_cell_wins_over_the_table() -> None:
    props = f"<w:tblBorders>{GRID}</w:tblBorders>"
    inner = (
        '<w:tcBorders><w:top w:val="nil"/><w:start w:val="double" w:sz="8" w:color="0000FF"/></w:tcBorders>'
    )
    found = the_cell(table(tbl(row(cell(props=inner)), props=props))).borders
    assert found == Borders(None, LINE, Border("double", 8, "0000FF"), LINE)


def test_exceptions_of_a_row_win_over_the_table() -> None:
    exceptions = f"<w:tblPrEx>{NO_LINES}</w:tblPrEx>"
    body = tbl(
        row(cell()).replace("<w:trPr>", exceptions + "<w:trPr>"),
        props=f"<w:tblBorders>{GRID}</w:tblBorders>",
    )
    assert not table(body).borders_visible


def test_a_part_of_the_style_draws_around_its_own_region() -> None:
    styles = table_style(part("firstRow", c='<w:tcBorders><w:bottom w:val="single" w:sz="4"/></w:tcBorders>'))
    found = table(square(2, 2, USE + LOOK.format(1, 0, 0, 0, 1, 1)), styles=styles)
    assert [[bool(one.borders.bottom) for one in line.cells] for line in found.rows] == [
        [True, True],
        [False, False],
    ]


def test_bands_draw_around_themselves() -> None:
    line = '<w:tcBorders><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/></w:tcBorders>'
    styles = table_style(
        part("band1Horz", c=line), part("band1Vert", c=line.replace("bottom", "top")),
        t='<w:tblStyleRowBandSize w:val="2"/><w:tblStyleColBandSize w:val="2"/>',
    )  # fmt: skip
    rows = table(square(4, 1, USE + LOOK.format(0, 0, 0, 0, 0, 1)), styles=styles).rows
    assert [bool(line.cells[0].borders.bottom) for line in rows] == [False, True, False, False]
    (row_, *_) = table(square(1, 4, USE + LOOK.format(0, 0, 0, 0, 1, 0)), styles=styles).rows
    assert [bool(one.borders.right) for one in row_.cells] == [False, True, False, False]


def test_white_lines_do_not_show() -> None:
    white = "<w:tblBorders>" + GRID.replace("auto", "ffffff") + "</w:tblBorders>"
    assert not table(square(1, 1, white)).borders_visible


def test_margins_of_cells() -> None:
    def margins(props: str = "", cell_props: str = "", styles: str = "") -> Margins:
        return the_cell(table(tbl(row(cell(props=cell_props)), props=props), styles=styles)).margins

    normal = table_style(t='<w:tblCellMar><w:left w:w="108" w:type="dxa"/></w:tblCellMar>')
    own = '<w:tblCellMar><w:start w:w="0" w:type="dxa"/><w:end w:w="7" w:type="dxa"/></w:tblCellMar>'
    assert margins() == Margins(0, 0, 115, 115)
    assert margins(USE, styles=normal) == Margins(0, 0, 108, 115)
    assert margins(USE + own, styles=normal) == Margins(0, 0, 0, 7)
    assert margins(own, '<w:tcMar><w:top w:w="5" w:type="dxa"/></w:tcMar>') == Margins(5, 0, 0, 7)


def test_grounds_of_cells() -> None:
    styles = table_style(part("firstRow", c='<w:shd w:val="clear" w:fill="4472c4"/>'))
    found = table(square(2, 1, USE + LOOK.format(1, 0, 0, 0, 1, 1)), styles=styles)
    assert [line.cells[0].shading for line in found.rows] == ["4472C4", ""]
    assert the_cell(table(tbl(row(cell(props='<w:shd w:val="clear" w:fill="FFFFFF"/>'))))).shading == ""


def test_rows() -> None:
    found = table(
        tbl(
            row(cell(), props='<w:tblHeader/><w:cantSplit/><w:trHeight w:val="400" w:hRule="exact"/>'),
            row(cell(), props='<w:tblHeader w:val="0"/><w:trHeight w:val="300"/>'),
            row(cell(), props='<w:trHeight w:val="300" w:hRule="auto"/>'),
            row(cell()),
        )
    )
    assert [(one.header_repeat, one.cant_split, one.height, one.height_rule) for one in found.rows] == [
        (True, True, 400, "exact"),
        (False, False, 300, "atLeast"),
        (False, False, None, "auto"),
        (False, False, None, "auto"),
    ]


def test_a_style_may_repeat_the_first_row() -> None:
    styles = table_style(part("firstRow", t="<w:tblHeader/>"))
    found = table(square(2, 1, USE + LOOK.format(1, 0, 0, 0, 1, 1)), styles=styles)
    assert [one.header_repeat for one in found.rows] == [True, False]


def test_spans_and_merged_cells() -> None:
    found = table(
        tbl(
            row(cell(props='<w:gridSpan w:val="2"/>'), cell(props='<w:vMerge w:val="restart"/>')),
            row(cell(), cell(), cell(props="<w:vMerge/>")),
            row(cell(), props='<w:gridBefore w:val="2"/>'),
            grid=(100, 200, 300),
        )
    )
    assert [[(one.column, one.column_span, one.width) for one in line.cells] for line in found.rows] == [
        [(0, 2, 300), (2, 1, 300)],
        [(0, 1, 100), (1, 1, 200), (2, 1, 300)],
        [(2, 1, 300)],
    ]
    assert [found.rows[0].cells[1].vertical_merge, found.rows[1].cells[2].vertical_merge] == [
        "restart",
        "continue",
    ]
    assert the_cell(found).vertical_merge == ""


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        ('<w:tblW w:w="9355" w:type="dxa"/>', 9355),
        ('<w:tblW w:w="5000" w:type="pct"/>', 9355),
        ('<w:tblW w:w="50%" w:type="pct"/>', 4678),
        ('<w:tblW w:w="0" w:type="auto"/>', 3000),
        ("", 3000),
    ],
)
def test_widths_of_tables(width: str, expected: int) -> None:
    body = tbl(row(cell(), cell()), props=width, grid=(1000, 2000)) + f"<w:sectPr>{PAGE}</w:sectPr>"
    assert table(body).width == expected


def test_a_width_of_the_cell_wins_over_the_grid() -> None:
    body = tbl(
        row(cell(props='<w:tcW w:w="700" w:type="dxa"/>'), cell(props='<w:tcW w:w="0" w:type="auto"/>')),
        grid=(1, 2),
    )
    assert [one.width for one in table(body).rows[0].cells] == [700, 2]


def test_settings_of_the_table_come_from_itself_or_its_style() -> None:
    styles = table_style(
        t='<w:jc w:val="center"/><w:tblInd w:w="5" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    )
    found = table(tbl(row(cell()), props=USE + '<w:jc w:val="end"/>'), styles=styles)
    assert (found.align, found.indent, found.layout, found.style_name) == ("right", 5, "fixed", "tên Bang")
    assert not found.floating
    plain = table(tbl(row(cell()), props='<w:tblpPr w:vertAnchor="text"/>'))
    assert (plain.align, plain.indent, plain.layout, plain.style_id, plain.floating) == (
        "left",
        0,
        "autofit",
        "",
        True,
    )


def test_a_table_that_names_no_style_takes_the_default_one() -> None:
    styles = style(
        "Thuong", kind="table", default=True, more='<w:tblPr><w:tblInd w:w="3" w:type="dxa"/></w:tblPr>'
    )
    assert table(tbl(row(cell())), styles=styles).indent == 3


def test_a_table_in_a_cell_knows_where_it_is_and_takes_only_its_own_style() -> None:
    inner = tbl(row(cell("trong"), cell("hai")), props='<w:tblW w:w="5000" w:type="pct"/>')
    body = tbl(row(cell(), cell(inner + p("sau"), props='<w:tcW w:w="2230" w:type="dxa"/>')), props=USE)
    file = read(body, None, styles=table_style(r='<w:sz w:val="40"/>'))
    outer, nested = file.tables()
    assert (nested.place, nested.width) == ("bảng 1, hàng 1, ô 2, bảng con 1", 2000)
    by_text = {found.text: found for found in file.paragraphs()}
    assert by_text["hai"].in_table == TablePlace(1, 1, 2, TablePlace(1, 1, 2))
    assert (by_text["trong"].runs[0].size_pt, by_text["sau"].runs[0].size_pt) == (10, 20)
    assert outer.place == "bảng 1"


def test_a_table_whose_rows_are_all_deleted_is_gone() -> None:
    gone = tbl(row(cell(), props="<w:del/>"))
    assert [found.place for found in read(gone + tbl(row(cell()))).tables()] == ["bảng 1"]


def test_content_of_cells_stands_where_the_cell_or_the_style_says() -> None:
    styles = table_style(part("firstRow", c='<w:vAlign w:val="center"/>'))
    look = LOOK.format(1, 0, 0, 0, 1, 1)
    body = tbl(row(cell(), cell(props='<w:vAlign w:val="bottom"/>')), row(cell()), props=USE + look)
    found = table(body, styles=styles)
    assert [one.vertical_align for line in found.rows for one in line.cells] == ["center", "bottom", "top"]


def test_margins_in_per_cent_are_passed_over() -> None:
    odd = '<w:tblCellMar><w:left w:w="50" w:type="pct"/></w:tblCellMar>'
    assert the_cell(table(tbl(row(cell()), props=odd))).margins.left == 115
