"""Columns of tables whose figures are written in one way, or in two."""

from __future__ import annotations

import pytest

from nq57gen.checks.content.engine import findings_of
from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.rule import RULES
from nq57gen.diagnostics import Diagnostic


def found(code: str, text: str) -> list[Diagnostic]:
    return findings_of(RULES[code], paper_of(text), "a.docx")


def column(*cells: str, head: str = "Kinh phí") -> str:
    lines = [f"| {number} | Thôn {number} | {cell} |" for number, cell in enumerate(cells, 1)]
    return "\n".join([f"| TT | Đơn vị | {head} |", *lines])


@pytest.mark.parametrize(
    "cells",
    [
        ("1.5", "1.250"),
        ("1.5", "7", "-", "1,5"),
        ("12.5", "1.234.567"),
        ("1,234.5", "1.250"),
        ("1,234.5", "1.234,5"),
        ("1.5 triệu đồng", "1.250 triệu đồng"),
        ("1.5 ha", "1.250"),
        ("1.250", "^", "1.5"),
        ("1.5", "", "x", "1.250"),
        ("\u22121.5", "1.250"),
    ],
)
def test_a_column_that_needs_two_readings_is_told_once(cells: tuple[str, ...]) -> None:
    assert len(found("SO-23", column(*cells))) == 1


@pytest.mark.parametrize(
    "cells",
    [
        ("1.250", "1.234,5", "7"),
        ("1,5", "1,250", "12,375"),
        ("1.5", "2.7", "12.25"),
        ("1,234.5", "1,250", "12.5"),
        ("1.5%", "1.250%"),
        ("≥ 1.5", "1.250"),
        ("1.5 - 2.5", "1.250"),
        ("1.5 ha", "1.250 hộ"),
        ("1.5", "1.250 (ước)"),
        ("1.011963", "1.250"),
        ("12.5.2026", "1.250", "1.5"),
        ("0251.3822.297", "1.250", "1.5"),
        ("12/5", "1.5", "1.250"),
        ("2025", "2026"),
        ("1.5", "^", "2.5"),
    ],
)
def test_a_column_of_one_reading_or_of_other_things_is_right(cells: tuple[str, ...]) -> None:
    assert found("SO-23", column(*cells)) == []


@pytest.mark.parametrize(
    "head", ["STT", "TT", "Số TT", "Mã số", "Mục", "Phiên bản", "Số điện thoại", "Kinh độ"]
)
def test_digits_that_count_nothing_are_no_figures(head: str) -> None:
    assert found("SO-23", column("1.5", "1.250", head=head)) == []


@pytest.mark.parametrize("head", ["Mục tiêu (ha)", "Số văn bản", "Khoản chi", "Số lượng", ""])
def test_heads_that_only_begin_alike_stand_over_figures(head: str) -> None:
    assert len(found("SO-23", column("1.5", "1.250", head=head))) == 1


def test_both_cells_are_named_with_how_each_is_read() -> None:
    (one,) = found("SO-23", column("1.250 triệu đồng", "7", "1.5 triệu đồng"))
    assert one.where == "bảng 1, hàng 4, ô 3: “1.5 triệu đồng”"
    assert one.message.endswith(
        "cột “Kinh phí”: “1.250 triệu đồng” (bảng 1, hàng 2, ô 3) có dấu chấm ngăn hàng nghìn, "
        "“1.5 triệu đồng” có dấu chấm trước phần thập phân"
    )
    assert one.hint == "ghi “1,5” thay cho “1.5”; nếu “1.250” có phần thập phân thì ghi “1,250”"


@pytest.mark.parametrize(
    ("cells", "total", "told"),
    [
        (("1,234.5", "1,250"), "2,484.5", 0),
        (("1,234.5", "1,250"), "2,485.5", 1),
        (("1,234.5", "1,250"), "2.484,5", 0),
        (("600.5", "649.5"), "1.250", 0),
        (("1.5", "2.7"), "4,2", 0),
        (("1.5", "2.7"), "4.3", 1),
        (("1.5", "1.250"), "1.300", 0),
    ],
)
def test_a_total_is_worked_out_by_the_reading_of_its_column_if_there_is_one(
    cells: tuple[str, ...], total: str, told: int
) -> None:
    text = column(*cells) + f"\n| Tổng | | {total} |"
    assert len(found("SO-04", text)) == told


def test_a_computed_column_is_not_told_where_one_of_its_parts_has_two_readings() -> None:
    rows = [("3", "1", "2"), ("5", "2", "3"), ("1.254", "1.250", "4"), ("9", "1.5", "2")]
    lines = [f"| {at} | A | {whole} | {one} | {other} |" for at, (whole, one, other) in enumerate(rows, 1)]
    text = "\n".join(["| TT | Thôn | Tổng | Một | Hai |", *lines])
    assert [len(found(code, text)) for code in ("SO-05", "SO-23")] == [0, 1]
