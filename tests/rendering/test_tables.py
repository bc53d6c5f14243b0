"""Tables: widths to the dxa, merges, rows that repeat, stay whole or stay together."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from nq57gen.model.document import Align, Cell, Column, Row, RowKind, Run, Table
from nq57gen.rendering import tables
from nq57gen.rendering.facts import Style, TemplateFacts
from nq57gen.rendering.names import DXA_PER_MM
from nq57gen.rendering.rows import SharedRow
from nq57gen.rendering.widths import column_widths
from nq57gen.rendering.xml import own_text, w
from nq57gen.vietnamese.metrics import text_width_mm
from tests.rendering.build import LONG, cell, document, paragraph, row, table, targets
from tests.rendering.opened import rendered, ruled_tables, values

#: The order of the schema (CT_TcPr).
TC_PR = ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "vAlign"]


def drawn(model: Table) -> etree._Element:
    """Return the ``w:tbl`` of a table rendered in the main part."""
    return ruled_tables(rendered(document(model, paragraph("./."))))[0]


@given(
    st.lists(st.floats(0.01, 50), min_size=1, max_size=14),
    st.integers(5000, 20000),
)
def test_column_widths_add_up_and_follow_the_shares(shares: list[float], total: int) -> None:
    widths = column_widths(shares, total)
    assert sum(widths) == total
    for width, share in zip(widths, shares, strict=True):
        assert abs(width - share / sum(shares) * total) < 1


def test_the_layout_is_fixed_and_the_rules_are_thin_and_black() -> None:
    properties = drawn(targets(1)).find(w("tblPr"))
    assert properties is not None
    assert values(list(properties.iter(w("tblLayout"))), "type") == ["fixed"]
    borders = list(properties.find(w("tblBorders")))  # type: ignore[arg-type]
    assert {tuple(node.get(w(name)) for name in ("val", "sz", "color")) for node in borders} == {
        ("single", "4", "000000")
    }
    assert len(borders) == 6


def test_header_rows_repeat_and_stay_whole() -> None:
    rows = drawn(targets(12)).findall(w("tr"))
    assert [node.find(f"{w('trPr')}/{w('tblHeader')}") is not None for node in rows] == [True] + [False] * 14
    assert all(node.find(f"{w('trPr')}/{w('cantSplit')}") is not None for node in rows)


def test_a_table_of_header_rows_alone_repeats_none() -> None:
    assert not list(drawn(table([1], row("a", kind=RowKind.HEADER))).iter(w("tblHeader")))


def test_group_rows_stay_with_the_row_below_them() -> None:
    rows = drawn(targets(11)).findall(w("tr"))
    kept = [
        all(p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in node.iter(w("p"))) for node in rows
    ]
    assert kept == [True, True, *[False] * 10, True, False]


def test_a_very_tall_row_may_be_cut_others_not() -> None:
    rows = drawn(table([1, 4], row("1", LONG), row("2", Cell(((Run(LONG),),) * 12)))).findall(w("tr"))
    assert [node.find(f"{w('trPr')}/{w('cantSplit')}") is not None for node in rows] == [True, False]


@given(
    st.lists(st.lists(st.text("aW\u01ca -\n", max_size=400), max_size=3), min_size=1, max_size=3),
    st.integers(1, 2),
    st.integers(150, 6000),
    st.integers(200, 8000),
)
def test_a_row_that_is_low_by_its_letters_is_low(
    cells: list[list[str]], rows: int, width: int, tallest: int
) -> None:
    style = Style(id="x", size_pt=13, bold=False, italic=False)
    facts = mock.Mock(TemplateFacts)
    look = tables._Look(facts, style, style, 85, (width,) * len(cells), (Align.LEFT,) * len(cells), tallest)
    made = [Cell(tuple((Run(text),) for text in texts), row_span=rows) for texts in cells]
    shared = SharedRow(tuple(made), False)
    assert not tables._is_low(shared, look) or tables._height(shared, look) <= tallest


def test_merged_cells_span_the_grid_and_keep_the_order_of_the_schema() -> None:
    node = drawn(
        table(
            [1, 2, 3, 4],
            row(cell("TT", row_span=2), cell("Hồ sơ", column_span=3), kind=RowKind.HEADER),
            row(Cell(covered=True), "a", "b", "c", kind=RowKind.HEADER),
            row(cell("x", column_span=2, row_span=2), "1", "2"),
            row(Cell(covered=True, column_span=2), "3", "4"),
        )
    )
    merges = [
        [
            merge.get(w("val"), "continue")
            if (merge := tc.find(f"{w('tcPr')}/{w('vMerge')}")) is not None
            else ""
            for tc in tr
        ]
        for tr in (list(tr.iter(w("tc"))) for tr in node.findall(w("tr")))
    ]
    assert merges == [["restart", ""], ["continue", "", "", ""], ["restart", "", ""], ["continue", "", ""]]
    for properties in node.iter(w("tcPr")):
        order = [TC_PR.index(str(child.tag).partition("}")[2]) for child in properties]
        assert order == sorted(order)
    grid = [int(column.get(w("w"), "0")) for column in node.iter(w("gridCol"))]
    spanned = next(tc for tc in node.iter(w("tc")) if own_text(next(tc.iter(w("p")))) == "x")
    assert values(list(spanned.iter(w("tcW"))), "w") == [str(grid[0] + grid[1])]


@pytest.mark.parametrize(("columns", "style"), [(5, "OBang"), (6, "OBang12"), (8, "OBang12")])
def test_more_columns_take_smaller_letters(columns: int, style: str) -> None:
    used = set(values(list(drawn(targets(1, columns)).iter(w("pStyle"))), "val"))
    assert used == {style, style.replace("OBang", "OTieuDe")}


def test_twelve_columns_take_the_smallest_letters() -> None:
    wide = table([1] * 12, row(*["a"] * 12))
    assert set(values(list(drawn(wide).iter(w("pStyle"))), "val")) == {"OBang11"}


def test_cells_take_their_own_alignment_before_the_column_s() -> None:
    model = Table(
        (Column(0.5, Align.RIGHT), Column(0.5, Align.JUSTIFY)),
        (
            Row((cell("a"), cell("b")), RowKind.HEADER),
            Row((cell("c"), cell("d"))),
            Row((cell("e", align=Align.LEFT), cell("f", align=Align.CENTER))),
        ),
    )
    assert values(list(drawn(model).iter(w("jc"))), "val") == [
        "center",
        "center",
        "right",
        "both",
        "left",
        "center",
    ]


def test_cells_add_their_look_to_that_of_their_runs() -> None:
    model = table([1, 1], row(cell((Run("a", italic=True), Run("b")), bold=True), cell("c", italic=True)))
    looks = [
        "".join(str(child.tag)[-1] for child in run.iter(w("b"), w("i"))) for run in drawn(model).iter(w("r"))
    ]
    assert looks == ["bi", "b", "i"]


def test_several_paragraphs_in_a_cell_stay_several_and_an_empty_cell_has_one() -> None:
    node = drawn(table([1, 1], row(Cell(((Run("một"),), (Run("hai"),))), "")))
    assert [[own_text(p) for p in tc.iter(w("p"))] for tc in node.iter(w("tc"))] == [["một", "hai"], [""]]


def test_a_long_table_is_complete_and_cheap() -> None:
    model = targets(1000)
    rows = drawn(model).findall(w("tr"))
    assert len(rows) == len(model.rows)
    assert own_text(next(iter(rows[-1].iter(w("p"))))) == "1000"


def test_a_narrow_column_is_as_wide_as_its_longest_word() -> None:
    rows = (row("STT", "Chỉ tiêu", kind=RowKind.HEADER), row("1.10", "Tỷ lệ " * 30))
    widths = [int(node.get(w("w"), "0")) for node in drawn(table((2, 98), *rows)).iter(w("gridCol"))]
    assert widths[0] > text_width_mm("STT", 13, bold=True) * DXA_PER_MM
    assert sum(widths) == 9355
