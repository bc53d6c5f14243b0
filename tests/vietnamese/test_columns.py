"""Columns of figures: one reading for all, or two cells that contradict each other."""

from __future__ import annotations

import pytest

from nq57gen.vietnamese.columns import (
    Conflict,
    Marks,
    common_marks,
    described,
    figure_value,
    marks_of,
    split_unit,
    to_type,
)

COMMA, POINT = Marks.COMMA, Marks.POINT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026", {COMMA, POINT}),
        ("-5", {COMMA, POINT}),
        ("1,250", {COMMA, POINT}),
        ("1.250", {COMMA}),
        ("1.234.567", {COMMA}),
        ("1.234,5", {COMMA}),
        ("1,5", {COMMA}),
        ("0,125", {COMMA}),
        ("1234,567", {COMMA}),
        ("1.5", {POINT}),
        ("0.125", {POINT}),
        ("1.2345", {POINT}),
        ("1,234.5", {POINT}),
        ("\u22121,234.567", {POINT}),
        ("1,234,567", {POINT}),
        ("1234.567", set()),
        ("1.25.000", set()),
        ("12.34,5", set()),
        ("12/5", set()),
        ("5%", set()),
        ("", set()),
        ("9" * 65, set()),
    ],
)
def test_a_figure_has_the_readings_that_its_signs_allow(text: str, expected: set[Marks]) -> None:
    assert marks_of(text) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("12 5 2026", COMMA),
        ("1,5 1,250 12,375", COMMA),
        ("1.250 1.234,5 7", COMMA),
        ("1.250 1,250", COMMA),
        ("1.5 2.7 12.25", POINT),
        ("0.125 0.5 7", POINT),
        ("1,234.5 1,250 12", POINT),
        ("1,234,567 12.5 1,250", POINT),
        ("", COMMA),
    ],
)
def test_figures_with_one_reading_have_it(figures: str, expected: Marks) -> None:
    assert common_marks(figures.split()) is expected


@pytest.mark.parametrize(
    ("figures", "point", "comma"),
    [
        ("1.5 1.250", 0, 1),
        ("1.250 7 1.5", 2, 0),
        ("1.5 1,5", 0, 1),
        ("12.5 3 1.234.567", 0, 2),
        ("1,234.5 1.250", 0, 1),
        ("1,234,567 1,5", 0, 1),
        ("1.5 1,250", 0, 1),
        ("1,234.5 1.234,5", 0, 1),
    ],
)
def test_figures_without_one_reading_contradict(figures: str, point: int, comma: int) -> None:
    assert common_marks(figures.split()) == Conflict(point, comma)


def test_a_conflict_is_told_in_the_order_of_the_column() -> None:
    assert Conflict(point=2, comma=0).in_order() == ((0, COMMA), (2, POINT))


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("1,234.5", POINT, "1234.5"),
        ("1,250", POINT, "1250"),
        ("1,250", COMMA, "1.250"),
        ("1.5", POINT, "1.5"),
        ("1.250", COMMA, "1250"),
    ],
)
def test_a_figure_is_read_as_its_column_is(text: str, marks: Marks, expected: str) -> None:
    assert str(figure_value(text, marks)) == expected


def test_each_sign_of_a_figure_is_described() -> None:
    assert described("1,234.5", POINT) == "dấu phẩy ngăn hàng nghìn, dấu chấm trước phần thập phân"
    assert described("1.250", COMMA) == "dấu chấm ngăn hàng nghìn"
    assert described("1,5", COMMA) == "dấu phẩy trước phần thập phân"


@pytest.mark.parametrize(
    ("point", "comma", "expected"),
    [
        ("1.5", "1,5", "ghi “1,5” thay cho “1.5”"),
        (
            "1.5",
            "1.250",
            "ghi “1,5” thay cho “1.5”; nếu “1.250” có phần thập phân thì ghi “1,250”",
        ),
        ("1,234.5", "1.234.567", "ghi “1.234,5” thay cho “1,234.5”"),
        (
            "1.5",
            "1,250",
            "ghi “1,5” thay cho “1.5”; nếu dấu phẩy của “1,250” ngăn hàng nghìn thì ghi “1.250”",
        ),
    ],
)
def test_what_to_type_gives_both_figures_one_reading(point: str, comma: str, expected: str) -> None:
    assert to_type(point, comma) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.250", ("1.250", "")),
        ("1.250 triệu đồng", ("1.250", "triệu đồng")),
        ("1.5ha", ("1.5", "ha")),
        ("120 m2", ("120", "m2")),
        ("12 người/hộ", ("12", "người/hộ")),
        ("98%", None),
        ("≥ 60", None),
        ("12/5", None),
        ("80 - 90", None),
        ("12.05.2026", None),
        ("66.7/2025/NQ-CP", None),
        ("0251.3822.297", None),
        ("2 hộ 5 người", None),
    ],
)
def test_a_unit_is_parted_from_its_figure(text: str, expected: tuple[str, str] | None) -> None:
    assert split_unit(text) == expected
