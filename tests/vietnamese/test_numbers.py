"""Figures read and written in the Vietnamese way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nq57gen.vietnamese.numbers import (
    NumberError,
    as_number,
    format_number,
    format_percent,
    parse_number,
    sum_numbers,
    two_digits,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", "0"),
        ("05", "5"),
        ("2026", "2026"),
        ("3.115", "3115"),
        ("29.061.000", "29061000"),
        ("1.234.567,8", "1234567.8"),
        ("58,09", "58.09"),
        ("36,60", "36.60"),
        ("1,234", "1.234"),
        ("1234,567", "1234.567"),
        ("75.2", "75.2"),
        ("99.18", "99.18"),
        ("0.6", "0.6"),
        ("0.125", "0.125"),
        ("1.2345", "1.2345"),
        (" 75,2 ", "75.2"),
        ("\u00a060\u00a0", "60"),
        ("-4", "-4"),
        ("-1.250", "-1250"),
        ("\u22125,5", "-5.5"),
    ],
)
def test_figure_is_read_with_the_zeros_typed(text: str, expected: str) -> None:
    assert str(parse_number(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "1.2.3",
        "1.2345.678",
        "12.34,5",
        "1,234,567",
        "1,2,3",
        "1234.567",
        "007.125",
        ".5",
        "5.",
        ",5",
        "5,",
        "6O",
        "sáu",
        "60%",
        "1 000",
        "- 5",
        "--5",
        "+5",
        "1e5",
        "NaN",
        "Infinity",
        "1_000",
        "\u0661",
        "9" * 65,
    ],
)
def test_what_is_no_figure_or_ambiguous_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("value", ["", "6O", Decimal("NaN"), Decimal("-Infinity")])
def test_an_unreadable_value_raises_and_is_named(value: Decimal | str) -> None:
    with pytest.raises(NumberError) as caught:
        as_number(value)
    assert caught.value.text == str(value)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0, None, "0"),
        (999, None, "999"),
        (1000, None, "1.000"),
        (29061000, None, "29.061.000"),
        (-1250, None, "-1.250"),
        (Decimal("58.09"), None, "58,09"),
        (Decimal("36.60"), None, "36,60"),
        (Decimal("1234567.8"), None, "1.234.567,8"),
        (Decimal("1E+6"), None, "1.000.000"),
        ("3.115", None, "3.115"),
        ("3115", None, "3.115"),
        ("75.2", None, "75,2"),
        ("0.6", None, "0,6"),
        (Decimal("2.345"), 2, "2,35"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("66.666666"), 2, "66,67"),
        (75, 1, "75,0"),
        (Decimal("-0.4"), 0, "0"),
        (Decimal("999999.999"), 2, "1.000.000,00"),
        (10**40, 2, "10" + ".000" * 13 + ",00"),
    ],
)
def test_figure_is_written(value: Decimal | int | str, decimals: int | None, expected: str) -> None:
    assert format_number(value, decimals) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("58.09", None, "58,09%"),
        ("58,09%", None, "58,09%"),
        (" 75.2 % ", None, "75,2%"),
        (100, None, "100%"),
        (Decimal(1000) / 13, 2, "76,92%"),
    ],
)
def test_percentage_is_written(value: Decimal | int | str, decimals: int | None, expected: str) -> None:
    assert format_percent(value, decimals) == expected


@pytest.mark.parametrize("text", ["60%%", "%", "sáu mươi"])
def test_no_percentage_is_made_of_something_else(text: str) -> None:
    with pytest.raises(NumberError):
        format_percent(text)


@pytest.mark.parametrize(
    ("value", "expected"), [(0, "00"), (5, "05"), ("5", "05"), ("05", "05"), (10, "10"), (105, "105")]
)
def test_counts_below_ten_take_a_zero(value: int | str, expected: str) -> None:
    assert two_digits(value) == expected


@pytest.mark.parametrize("value", [-1, "2,5", "năm", ""])
def test_only_counts_take_a_zero(value: int | str) -> None:
    with pytest.raises(NumberError):
        two_digits(value)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([], "0"),
        (["2.032", "1.103", "5"], "3140"),
        (["1,5", "", " ", "-", "\u2013", "0,25"], "1.75"),
        (["0,1"] * 10, "1.0"),
        ([1, Decimal("0.5"), "2"], "3.5"),
        (["1.000.000.000.000.000.000.000.000.000.000", "0,01"], "1000000000000000000000000000000.01"),
    ],
)
def test_cells_are_added_exactly(cells: list[str | int | Decimal], expected: str) -> None:
    assert str(sum_numbers(cells)) == expected


def test_a_cell_that_is_no_figure_stops_the_sum() -> None:
    with pytest.raises(NumberError) as caught:
        sum_numbers(["1", "6O", "x"])
    assert caught.value.text == "6O"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=2))
def test_a_figure_written_is_read_as_itself(number: Decimal) -> None:
    assert parse_number(format_number(number)) == number


@given(st.integers(min_value=-(10**20), max_value=10**20))
def test_a_whole_figure_written_is_read_as_itself(number: int) -> None:
    assert parse_number(format_number(number)) == number


@given(st.text(alphabet="0123456789.,- ", max_size=12))
def test_reading_figures_never_fails(text: str) -> None:
    number = parse_number(text)
    assert number is None or number.is_finite()
