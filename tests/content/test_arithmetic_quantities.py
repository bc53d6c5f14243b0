"""Figures, wholes and parts as they are read out of sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.quantities import is_share, quantities, says_share, sentences, share, shown
from nq57gen.checks.content.rules.arithmetic.partitions import partitions


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("tiếp nhận 3.115 hồ sơ", "3115", "ho so"),
        ("thu 29.061.000 đồng", "29061000", "dong"),
        ("có 1,2 triệu lượt người xem", "1200000", "luot nguoi xem"),
        ("kinh phí 1,5 tỷ đồng", "1500000000", "dong"),
        ("khoảng 29k lượt", "29000", "luot"),
        ("cấp 81 tài khoản hộp thư", "81", "tai khoan hop thu"),
        ("tổng số 200 hồ sơ được nộp", "200", "ho so"),
        ("cấp mới: 148, cấp đổi", "148", ""),
    ],
)
def test_a_count_has_its_value_and_its_unit(text: str, value: str, unit: str) -> None:
    (figure,) = quantities(text)
    assert figure.value == Decimal(value)
    assert " ".join(figure.unit) == unit


@pytest.mark.parametrize(
    ("text", "sign", "low", "high"),
    [
        ("≥ 80%", "≥", "80", "80"),
        (">= 80%", "≥", "80", "80"),
        ("từ 70% trở lên", "≥", "70", "70"),
        ("trên 90%", ">", "90", "90"),
        ("không quá 5%", "≤", "5", "5"),
        ("80-90%", "", "80", "90"),
        ("58,09%", "", "58.09", "58.09"),
        ("99.18%", "", "99.18", "99.18"),
        ("99,9 %", "", "99.9", "99.9"),
    ],
)
def test_a_percentage_has_its_bound_and_its_range(text: str, sign: str, low: str, high: str) -> None:
    (figure,) = quantities(text)
    assert (figure.sign, figure.value, figure.high) == (sign, Decimal(low), Decimal(high))
    assert figure.percent


def test_a_fraction_has_its_whole() -> None:
    (figure,) = quantities("đã số hóa 3.112/3.115 hồ sơ")
    assert (figure.value, figure.whole, figure.noun) == (Decimal(3112), Decimal(3115), "ho")


@pytest.mark.parametrize(
    "text",
    [
        "ngày 22/12/2024",
        "từ 01/7/2025 đến tháng 9",
        "hoàn thành trong 10/2025",
        "Nghị quyết số 57-NQ/TW",
        "Kế hoạch số 17/KH-UBND và Quyết định 1241/QĐ-UBND",
        "Nghị quyết số 66.7/2025/NQ-CP",
        "Nghị quyết số 193/2025/QH15",
        "tiêu chuẩn TCVN ISO 9001:2015",
        "Đề án 06, Phụ lục 2, mục 2.1",
        "giai đoạn 2025 - 2030",
        "mạng 5G, tốc độ 1Gb/s",
        "phát quà ngày 02/9",
        "gồm (1) hạ tầng; (2) dữ liệu",
    ],
)
def test_dates_numbers_of_documents_and_references_count_nothing(text: str) -> None:
    assert quantities(text) == ()


def test_a_full_stop_inside_a_figure_ends_no_sentence() -> None:
    parts = [text.strip() for _, text in sentences("Có 3.115 hồ sơ. Đạt 99,9%.")]
    assert parts == ["Có 3.115 hồ sơ.", "Đạt 99,9%."]


@pytest.mark.parametrize(
    ("said", "right"), [("99,9%", True), ("99,90%", True), ("100%", True), ("99,8%", False), ("98%", False)]
)
def test_a_share_may_be_rounded_or_cut_off(said: str, right: bool) -> None:
    assert is_share(Decimal(3112), Decimal(3115), quantities(said)[0]) is right


def test_a_share_is_shown_with_two_decimals_at_most() -> None:
    assert share(Decimal(21), Decimal(377)) == "5,57%"
    assert share(Decimal(1), Decimal(4)) == "25%"
    assert shown(Decimal("29061000")) == "29.061.000"


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("219 thủ tục (58,09%)", True),
        ("219 thủ tục = 58,09%", True),
        ("25/29 thôn có tổ công nghệ số, đạt 86%", True),
        ("120 hồ sơ, giải quyết đúng hạn đạt 98%", False),
        ("120 hồ sơ, đạt 95% kế hoạch", False),
        ("120 hồ sơ (≥ 95%)", False),
    ],
)
def test_a_percentage_is_a_share_when_nothing_is_named_between(text: str, linked: bool) -> None:
    count, percent = quantities(text)
    assert says_share(text, count, percent) is linked


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Tổng 30 hồ sơ; trong đó trực tuyến 10 hồ sơ, trực tiếp 20 hồ sơ.", [(30, 30, False)]),
        ("Tổng 30 hồ sơ; trong đó trực tuyến 10 hồ sơ, trực tiếp 25 hồ sơ.", [(30, 35, True)]),
        ("Có 50 cán bộ, trong đó 20 cán bộ nữ, 18 cán bộ trẻ.", [(50, 38, False)]),
        ("Có 50 cán bộ, trong đó 26 nữ, 25 đảng viên.", []),
        ("10 + 20 = 40", [(40, 30, True)]),
        ("Giải quyết 10 hồ sơ.", []),
    ],
)
def test_parts_are_read_with_their_whole(text: str, sums: list[tuple[int, int, bool]]) -> None:
    found = partitions(paper_of(text))
    assert [(int(one.whole.value), int(one.added), one.wrong) for one in found] == sums
