"""Numbers in a file that say more than there is: no list is made as long as they say."""

from __future__ import annotations

import pytest

from nq57gen.reading.numbering import numeral
from nq57gen.reading.tables import MOST_COLUMNS
from nq57gen.reading.xml import half_points, twips, whole
from tests.reading.build import table

HUGE = ("100000", "999999999999", "9" * 5000, "1e308")


def _table(cell: str = "", row: str = "", grid: str = '<w:gridCol w:w="3000"/>') -> str:
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr>{row}</w:trPr>"
        f"<w:tc><w:tcPr>{cell}</w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    )


@pytest.mark.parametrize("value", HUGE)
def test_a_cell_spans_no_more_columns_than_a_table_can_have(value: str) -> None:
    found = table(_table(cell=f'<w:gridSpan w:val="{value}"/>'))
    first, second = found.rows[0].cells
    assert first.column_span <= MOST_COLUMNS
    assert (second.column, second.column_span) == (first.column_span, 1)


@pytest.mark.parametrize("value", ["-5", "0", "nhiều"])
def test_a_span_that_is_no_number_of_columns_is_one(value: str) -> None:
    found = table(_table(cell=f'<w:gridSpan w:val="{value}"/>'))
    assert [cell.column_span for cell in found.rows[0].cells] == [1, 1]


@pytest.mark.parametrize(
    ("value", "column"), [*((value, MOST_COLUMNS) for value in HUGE[:2]), ("-5", 0), ("2", 2)]
)
def test_columns_left_out_before_a_row_are_as_many_as_there_can_be(value: str, column: int) -> None:
    found = table(_table(row=f'<w:gridBefore w:val="{value}"/>'))
    assert found.rows[0].cells[0].column == column


def test_a_grid_has_no_more_columns_than_a_table_can_have() -> None:
    found = table(_table(grid='<w:gridCol w:w="1"/>' * 5000))
    assert found.grid == (1,) * MOST_COLUMNS


def test_numbers_stay_within_32_bits() -> None:
    assert whole("1e308") == whole("9" * 40) == 2**31 - 1
    assert whole("-" + "9" * 39) == -(2**31 - 1)
    assert twips("9" * 40) == half_points("9" * 38 + "pt") == 2**31 - 1


def test_what_is_longer_than_any_number_is_none() -> None:
    assert whole("9" * 5000) is None
    assert twips("9" * 1_000_000) is half_points("9" * 1_000_000 + "pt") is None


def test_a_length_that_is_none_is_seen_at_once() -> None:
    assert twips("9" * 1_000_000 + "x") is None


def test_letters_of_a_list_begin_anew_after_thirty_of_a_kind() -> None:
    assert numeral(780, "upperLetter") == "Z" * 30
    assert numeral(781, "upperLetter") == "A"
    assert len(numeral(2**31 - 1, "lowerLetter")) <= 30
