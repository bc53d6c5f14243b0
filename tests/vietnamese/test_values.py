"""Planned values and results of targets: what they mean, and whether a result meets a plan."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nq57gen.vietnamese.values import (
    Comparator,
    Evaluation,
    Target,
    TargetKind,
    UnreadableValue,
    evaluate,
    parse_target,
)

AT_LEAST, MORE, AT_MOST, LESS, EQUAL = (
    Comparator.AT_LEAST,
    Comparator.MORE,
    Comparator.AT_MOST,
    Comparator.LESS,
    Comparator.EQUAL,
)

#: text, comparator, low, high, unit, rest
NUMBERS: list[tuple[str, Comparator | None, str, str, str, str]] = [
    ("≥ 60%", AT_LEAST, "60", "60", "%", ""),
    ("≥60%", AT_LEAST, "60", "60", "%", ""),
    ("≥10%", AT_LEAST, "10", "10", "%", ""),
    (">= 60%", AT_LEAST, "60", "60", "%", ""),
    ("=> 60%", AT_LEAST, "60", "60", "%", ""),
    ("> = 60", AT_LEAST, "60", "60", "", ""),
    ("≥\u00a060 %", AT_LEAST, "60", "60", "%", ""),
    ("≥ 2", AT_LEAST, "2", "2", "", ""),
    ("> 70", MORE, "70", "70", "", ""),
    ("< 10%", LESS, "10", "10", "%", ""),
    ("<= 5", AT_MOST, "5", "5", "", ""),
    ("≤5", AT_MOST, "5", "5", "", ""),
    ("= 100%", EQUAL, "100", "100", "%", ""),
    ("100%", None, "100", "100", "%", ""),
    ("100%.", None, "100", "100", "%", ""),
    ("90", None, "90", "90", "", ""),
    ("0.6", None, "0.6", "0.6", "", ""),
    ("75,2%", None, "75.2", "75.2", "%", ""),
    ("99.18%", None, "99.18", "99.18", "%", ""),
    ("36,60%", None, "36.60", "36.60", "%", ""),
    ("-5%", None, "-5", "-5", "%", ""),
    ("80-90%", None, "80", "90", "%", ""),
    ("80 - 90%", None, "80", "90", "%", ""),
    ("80% \u2013 90%", None, "80", "90", "%", ""),
    ("80%-90", None, "80", "90", "%", ""),
    ("từ 80% đến 90%", None, "80", "90", "%", ""),
    ("từ 80 đến 90", None, "80", "90", "", ""),
    ("5 - 7 mô hình", None, "5", "7", "mô hình", ""),
    ("từ 80% trở lên", AT_LEAST, "80", "80", "%", ""),
    ("80% trở lên", AT_LEAST, "80", "80", "%", ""),
    ("từ 80%", AT_LEAST, "80", "80", "%", ""),
    ("trên 60% trở lên", MORE, "60", "60", "%", ""),
    ("từ 5% trở xuống", AT_MOST, "5", "5", "%", ""),
    ("từ 3 mô hình trở lên trên địa bàn", AT_LEAST, "3", "3", "mô hình", "trên địa bàn"),
    ("ít nhất 3%", AT_LEAST, "3", "3", "%", ""),
    ("phấn đấu ít nhất 3%", AT_LEAST, "3", "3", "%", ""),
    ("Phấn đấu đạt 3%", None, "3", "3", "%", ""),
    ("Đạt 3%", None, "3", "3", "%", ""),
    ("Đạt trên 3%", MORE, "3", "3", "%", ""),
    ("đạt≥3%", AT_LEAST, "3", "3", "%", ""),
    ("Đạt tỷ lệ 95%", None, "95", "95", "%", ""),
    ("Tối thiểu 02 mô hình", AT_LEAST, "2", "2", "mô hình", ""),
    ("không dưới 90%", AT_LEAST, "90", "90", "%", ""),
    ("trên 90%", MORE, "90", "90", "%", ""),
    ("không quá 5", AT_MOST, "5", "5", "", ""),
    ("Không quá 03 ngày làm việc", AT_MOST, "3", "3", "ngày làm việc", ""),
    ("tối đa 3 ngày", AT_MOST, "3", "3", "ngày", ""),
    ("dưới 10%", LESS, "10", "10", "%", ""),
    ("02 buổi/năm", None, "2", "2", "buổi/năm", ""),
    ("3.115 lượt người", None, "3115", "3115", "lượt người", ""),
    ("29.061.000 đồng", None, "29061000", "29061000", "đồng", ""),
    ("500.000đ", None, "500000", "500000", "đ", ""),
    ("10ha", None, "10", "10", "ha", ""),
    ("100Mb/s", None, "100", "100", "Mb/s", ""),
    ("60 phần trăm", None, "60", "60", "%", ""),
    ("1.2%/tổng chi ngân sách", None, "1.2", "1.2", "%", "/tổng chi ngân sách"),
    ("100% các văn bản triển khai", None, "100", "100", "%", "các văn bản triển khai"),
    ("100% (12/12 trường)", None, "100", "100", "%", "(12/12 trường)"),
    ("12 (đủ các trường)", None, "12", "12", "", "(đủ các trường)"),
    ("5 sản phẩm của phường", None, "5", "5", "sản phẩm", "của phường"),
    (
        "> 95% đối với cơ sở giáo dục phổ thông; > 95% đối với các cơ sở giáo dục mầm non.",
        MORE,
        "95",
        "95",
        "%",
        "đối với cơ sở giáo dục phổ thông; > 95% đối với các cơ sở giáo dục mầm non",
    ),
    ("≥ 95 đối với cơ sở giáo dục mầm non", AT_LEAST, "95", "95", "", "đối với cơ sở giáo dục mầm non"),
]


@pytest.mark.parametrize(("text", "comparator", "low", "high", "unit", "rest"), NUMBERS)
def test_figure_is_taken_apart(
    text: str, comparator: Comparator | None, low: str, high: str, unit: str, rest: str
) -> None:
    target = parse_target(text)
    assert target == Target(
        " ".join(text.split()), TargetKind.NUMBER, comparator, Decimal(low), Decimal(high), unit, rest
    )


@pytest.mark.parametrize(
    "text",
    [
        "Tiên tiến, hiện đại",
        "Tiên tiến, hiện đại, dung lượng siêu lớn, băng thông siêu rộng",
        "Theo phân bổ, hướng dẫn của thành phố",
        "Thường xuyên",
        "Năm 2026",
        "Tháng 3/2026",
        "Quý IV/2026",
        "Đạt",
        "Chưa đạt",
        "Trên địa bàn phường",
        "Không",
        "Từ nguồn ngân sách",
        "Hơn năm trước",
        "10/13",
        "Đạt 10/13 chỉ tiêu",
        "≥ 2/3 số hộ",
        "24/7",
        "31/12/2026",
        "05.3.2026",
        "5G",
        "4G/5G",
    ],
)
def test_words_fractions_and_dates_are_words(text: str) -> None:
    assert parse_target(text) == Target(text, TargetKind.WORDS)


@pytest.mark.parametrize("text", ["", "  ", "-", " - ", "\u2013", "\u2014"])
def test_nothing_and_a_dash_are_no_value(text: str) -> None:
    assert parse_target(text).kind is TargetKind.NONE


@pytest.mark.parametrize(
    "text",
    [
        "≥ 6O%",
        "6O",
        "6 O%",
        "1O0%",
        "6l%",
        "ít nhất 6O%",
        "Đạt 6O%",
        "80-9O%",
        "≥",
        "≥ %",
        "≥ Tiên tiến",
        "≥ -",
        ">> 60",
        "≥≥ 60",
        "60%%",
        "60% %",
        "60 %%",
        "1.2.3%",
        "1234.567",
        "60%5",
        "100%a",
        "60.%",
        "60+",
        "60 70%",
        "3 115 lượt",
        "90-80%",
        "75.250%",
        "trên ≤ 5",
        "≥ 5% trở xuống",
    ],
)
def test_a_figure_that_cannot_be_read_to_the_end_is_refused(text: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        parse_target(text)
    assert caught.value.text == text


def test_decomposed_words_are_understood() -> None:
    assert parse_target(unicodedata.normalize("NFD", "Phấn đấu ít nhất 3%")).comparator is AT_LEAST


@given(st.text(alphabet="≥≤<>=0123456789.,-%() O/đạt trên", max_size=14))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        target = parse_target(text)
    except UnreadableValue:
        return
    assert (target.kind is TargetKind.NUMBER) == (target.low is not None) == (target.high is not None)


DAT, CHUA_DAT, CHUA_DANH_GIA = Evaluation.DAT, Evaluation.CHUA_DAT, Evaluation.CHUA_DANH_GIA


@pytest.mark.parametrize(
    ("plan", "result", "expected"),
    [
        ("≥ 60%", "75,2%", DAT),
        ("≥ 60%", "60%", DAT),
        ("≥ 60%", "59,99%", CHUA_DAT),
        ("> 95%", "95%", CHUA_DAT),
        ("> 95%", "95,01%", DAT),
        ("≥ 60%", "75.2", DAT),
        ("≥ 70", "69%", CHUA_DAT),
        ("100%", "100%", DAT),
        ("100%", "99.18%", CHUA_DAT),
        ("100%.", "100", DAT),
        ("90", "95", DAT),
        ("= 100", "101", CHUA_DAT),
        ("= 100", "100", DAT),
        ("không quá 5", "5", DAT),
        ("không quá 5", "6", CHUA_DAT),
        ("dưới 10%", "10%", CHUA_DAT),
        ("dưới 10%", "9,9%", DAT),
        ("từ 80% trở lên", "80%", DAT),
        ("80-90%", "85%", DAT),
        ("80-90%", "95%", DAT),
        ("80-90%", "79%", CHUA_DAT),
        ("≥ 3.000 lượt", "3.115 lượt", DAT),
        ("≥ 2 mô hình", "3", DAT),
        ("≥ 2 mô hình", "3 Mô hình", DAT),
        ("-5%", "-6%", CHUA_DAT),
        ("≥ 90%", "trên 90%", DAT),
        ("> 90%", "≥ 90%", CHUA_DANH_GIA),
        ("≥ 90%", "trên 80%", CHUA_DANH_GIA),
        ("≥ 90%", "dưới 90%", CHUA_DAT),
        ("≥ 85%", "80-90%", CHUA_DANH_GIA),
        ("≥ 80%", "80-90%", DAT),
        ("≥ 60%", "Đạt 75,2% (tăng 3% so với năm 2024)", DAT),
    ],
)
def test_result_is_judged_against_the_plan(plan: str, result: str, expected: Evaluation) -> None:
    assert evaluate(plan, result) is expected


@pytest.mark.parametrize(
    ("plan", "result", "expected"),
    [
        ("5%", "4%", DAT),
        ("5%", "5%", DAT),
        ("5%", "6%", CHUA_DAT),
        ("3-5%", "5%", DAT),
        ("3-5%", "2%", DAT),
        ("3-5%", "5,1%", CHUA_DAT),
        ("≥ 5%", "6%", DAT),
    ],
)
def test_where_lower_is_better_a_bare_figure_is_the_most_allowed(
    plan: str, result: str, expected: Evaluation
) -> None:
    assert evaluate(plan, result, lower_is_better=True) is expected


@pytest.mark.parametrize(
    ("plan", "result"),
    [
        ("≥ 60%", ""),
        ("≥ 60%", "-"),
        ("-", "75%"),
        ("", ""),
        ("≥ 60%", "Đạt"),
        ("Tiên tiến, hiện đại", "75%"),
        ("Tiên tiến, hiện đại", "Đang triển khai"),
        ("≥ 60%", "10/13"),
        ("≥ 2 mô hình", "75%"),
        ("≥ 2 mô hình", "3 sản phẩm"),
        ("> 95% đối với phổ thông; > 90% đối với mầm non", "96%"),
        ("> 95%", "96% phổ thông; 94% mầm non"),
    ],
)
def test_what_cannot_be_compared_is_not_judged(plan: str, result: str) -> None:
    assert evaluate(plan, result) is CHUA_DANH_GIA


def test_words_meet_a_plan_in_the_same_words() -> None:
    assert evaluate("Tiên tiến, hiện đại", "tiên tiến, hiện đại.") is DAT


@pytest.mark.parametrize(("plan", "result"), [("≥ 6O%", "75%"), ("≥ 60%", "7S%")])
def test_an_unreadable_side_is_refused(plan: str, result: str) -> None:
    with pytest.raises(UnreadableValue):
        evaluate(plan, result)


def test_verdicts_are_the_printed_words() -> None:
    assert [verdict.value for verdict in Evaluation] == [
        "Đạt",
        "Vượt",
        "Chưa đạt",
        "Khó đạt",
        "Chưa đánh giá",
    ]
    assert Evaluation("Chưa đánh giá") is CHUA_DANH_GIA


@given(st.integers(min_value=0, max_value=100), st.integers(min_value=0, max_value=100))
def test_a_bare_result_always_gets_a_clear_verdict(plan: int, result: int) -> None:
    assert evaluate(f"≥ {plan}%", f"{result}%") is (DAT if result >= plan else CHUA_DAT)
    assert evaluate(f"< {plan}%", f"{result}%") is (DAT if result < plan else CHUA_DAT)
