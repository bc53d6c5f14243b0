"""What is said of a name that was not found."""

from __future__ import annotations

from datetime import date

import pytest

from nq57gen.diagnostics import Position
from nq57gen.units.problems import province_problem, unit_problem
from nq57gen.units.register import register

BEFORE = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "province", "on", "code", "said"),
    [
        (
            "phường Chu Vna An",
            "",
            None,
            "V001",
            ["Chu Vna An", "“phường Chu Văn An” (thành phố Hải Phòng)", "10/10/2026"],
        ),
        ("Zzzzzz", "", None, "V002", ["“Zzzzzz”", "10/10/2026"]),
        ("xã Tân Tiến", "", None, "V003", ["7 đơn vị", "tỉnh Cà Mau", "thành phố Đồng Nai"]),
        (
            "phường Chu Văn An",
            "đồng nai",
            None,
            "V004",
            ["thành phố Đồng Nai không có", "(thành phố Hải Phòng)"],
        ),
        ("xã Chu Văn An", "", None, "V005", ["“xã Chu Văn An”", "“phường Chu Văn An”"]),
        ("xã Bố Hạ", "", None, "V006", ["đã thành “phường Bố Hạ” từ ngày 20/9/2026", "388/NQ-UBTVQH16"]),
        ("phường Bố Hạ", "", BEFORE, "V007", ["ngày 31/12/2025 còn là “xã Bố Hạ”", "20/9/2026"]),
        ("phường Hàng Gòn", "", date(2025, 6, 30), "V008", ["Ngày 30/6/2025 chưa có", "01/7/2025"]),
        ("xã Tân Thanh", "Tây Ninh", None, "V009", ["“xã Tân Thạnh” (tỉnh Tây Ninh)", "(tỉnh Ninh Bình)"]),
        ("xã Gia Phúc", "Hải Phồn", None, "V010", ["“Hải Phồn”", "“thành phố Hải Phòng”"]),
        ("xã Gia Phúc", "Xyz", None, "V011", ["“Xyz”", "Hà Nội, Cao Bằng"]),
    ],
)
def test_problems_with_a_unit(text: str, province: str, on: date | None, code: str, said: list[str]) -> None:
    problem = unit_problem(register().find(text, province, on))
    assert problem is not None
    assert problem.code == code
    for words in said:
        assert words in f"{problem.message}. {problem.hint}"


@pytest.mark.parametrize(
    ("text", "on", "code", "said"),
    [
        ("tỉnh Hải Phòng", None, "V005", "“thành phố Hải Phòng”"),
        ("tỉnh Đồng Nai", None, "V006", "từ ngày 30/4/2026 (Nghị quyết số 30/2026/QH16)"),
        ("thành phố Đồng Nai", BEFORE, "V007", "còn là “tỉnh Đồng Nai”"),
    ],
)
def test_problems_with_a_province(text: str, on: date | None, code: str, said: str) -> None:
    problem = province_problem(register().find_province(text, on))
    assert problem is not None
    assert problem.code == code
    assert said in f"{problem.message}. {problem.hint}"


def test_no_problem() -> None:
    assert unit_problem(register().find("xã Gia Phúc")) is None
    assert province_problem(register().find_province("Hải Phòng")) is None


def test_a_problem_stands_where_the_caller_says() -> None:
    problem = unit_problem(
        register().find("Zzzzzz"), path="a.yaml", position=Position(3, 7), where=("don_vi", "ten")
    )
    assert problem is not None
    assert (problem.path, problem.position, problem.where) == ("a.yaml", Position(3, 7), "don_vi.ten")


def test_a_long_list_is_cut() -> None:
    match = register().find("tan thanh")
    problem = unit_problem(match)
    assert problem is not None
    assert len(match.candidates) == 15
    assert problem.hint.count("“") == 10
    assert problem.hint.endswith("; …")
