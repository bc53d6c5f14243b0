"""Numbers in words: a table checked by hand, and a reader that takes the words back to the number."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nq57gen.vietnamese.numbers import NumberError
from nq57gen.vietnamese.words import capitalise_first, money_words, words

PROJECT = Path(__file__).parents[2]

SMALL = [
    (0, "không"),
    (1, "một"),
    (4, "bốn"),
    (5, "năm"),
    (7, "bảy"),
    (9, "chín"),
    (10, "mười"),
    (11, "mười một"),
    (14, "mười bốn"),
    (15, "mười lăm"),
    (19, "mười chín"),
    (20, "hai mươi"),
    (21, "hai mươi mốt"),
    (24, "hai mươi tư"),
    (25, "hai mươi lăm"),
    (31, "ba mươi mốt"),
    (34, "ba mươi tư"),
    (44, "bốn mươi tư"),
    (45, "bốn mươi lăm"),
    (50, "năm mươi"),
    (55, "năm mươi lăm"),
    (91, "chín mươi mốt"),
    (94, "chín mươi tư"),
    (99, "chín mươi chín"),
    (100, "một trăm"),
    (101, "một trăm linh một"),
    (104, "một trăm linh bốn"),
    (105, "một trăm linh năm"),
    (110, "một trăm mười"),
    (111, "một trăm mười một"),
    (115, "một trăm mười lăm"),
    (121, "một trăm hai mươi mốt"),
    (404, "bốn trăm linh bốn"),
    (500, "năm trăm"),
    (555, "năm trăm năm mươi lăm"),
    (999, "chín trăm chín mươi chín"),
]

GROUPS = [
    (1000, "một nghìn"),
    (1001, "một nghìn không trăm linh một"),
    (1003, "một nghìn không trăm linh ba"),
    (1005, "một nghìn không trăm linh năm"),
    (1010, "một nghìn không trăm mười"),
    (1011, "một nghìn không trăm mười một"),
    (1015, "một nghìn không trăm mười lăm"),
    (1021, "một nghìn không trăm hai mươi mốt"),
    (1100, "một nghìn một trăm"),
    (1954, "một nghìn chín trăm năm mươi tư"),
    (2025, "hai nghìn không trăm hai mươi lăm"),
    (2026, "hai nghìn không trăm hai mươi sáu"),
    (2030, "hai nghìn không trăm ba mươi"),
    (2045, "hai nghìn không trăm bốn mươi lăm"),
    (3115, "ba nghìn một trăm mười lăm"),
    (10000, "mười nghìn"),
    (10004, "mười nghìn không trăm linh bốn"),
    (15000, "mười lăm nghìn"),
    (21021, "hai mươi mốt nghìn không trăm hai mươi mốt"),
    (100000, "một trăm nghìn"),
    (100001, "một trăm nghìn không trăm linh một"),
    (104004, "một trăm linh bốn nghìn không trăm linh bốn"),
    (105105, "một trăm linh năm nghìn một trăm linh năm"),
    (999999, "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"),
    (1000000, "một triệu"),
    (1000001, "một triệu không trăm linh một"),
    (1000010, "một triệu không trăm mười"),
    (1000100, "một triệu một trăm"),
    (1001000, "một triệu không trăm linh một nghìn"),
    (1010010, "một triệu không trăm mười nghìn không trăm mười"),
    (7352000, "bảy triệu ba trăm năm mươi hai nghìn"),
    (21709000, "hai mươi mốt triệu bảy trăm linh chín nghìn"),
    (29061000, "hai mươi chín triệu không trăm sáu mươi mốt nghìn"),
    (100000000, "một trăm triệu"),
]

BIG = [
    (10**9, "một tỷ"),
    (10**9 + 5, "một tỷ không trăm linh năm"),
    (10**9 + 5000, "một tỷ không trăm linh năm nghìn"),
    (10**9 + 5 * 10**6, "một tỷ không trăm linh năm triệu"),
    (1_250_000_000, "một tỷ hai trăm năm mươi triệu"),
    (1_001_001_001, "một tỷ không trăm linh một triệu không trăm linh một nghìn không trăm linh một"),
    (15 * 10**9, "mười lăm tỷ"),
    (999 * 10**9, "chín trăm chín mươi chín tỷ"),
    (10**12, "một nghìn tỷ"),
    (10**12 + 1, "một nghìn tỷ không trăm linh một"),
    (1_005 * 10**9, "một nghìn không trăm linh năm tỷ"),
    (2_500 * 10**9, "hai nghìn năm trăm tỷ"),
    (10**15, "một triệu tỷ"),
    (10**18, "một tỷ tỷ"),
    (10**18 + 10**9, "một tỷ không trăm linh một tỷ"),
    (21 * 10**18 + 4, "hai mươi mốt tỷ tỷ không trăm linh bốn"),
]

DECIMALS = [
    ("0,6", "không phẩy sáu"),
    ("0.6", "không phẩy sáu"),
    ("1,25", "một phẩy hai mươi lăm"),
    ("2,04", "hai phẩy không bốn"),
    ("5,31", "năm phẩy ba mươi mốt"),
    ("58,09", "năm mươi tám phẩy không chín"),
    ("58.09", "năm mươi tám phẩy không chín"),
    ("74,99", "bảy mươi tư phẩy chín mươi chín"),
    ("75,2", "bảy mươi lăm phẩy hai"),
    ("99,18", "chín mươi chín phẩy mười tám"),
    ("36,60", "ba mươi sáu phẩy sáu mươi"),
    ("36,6", "ba mươi sáu phẩy sáu"),
    ("5,0", "năm phẩy không"),
    ("5,00", "năm phẩy không không"),
    ("5,000", "năm phẩy không không không"),
    ("0,50", "không phẩy năm mươi"),
    ("0,032", "không phẩy không trăm ba mươi hai"),
    ("0,009", "không phẩy không trăm linh chín"),
    ("375,406", "ba trăm bảy mươi lăm phẩy bốn trăm linh sáu"),
    ("0,1985", "không phẩy một nghìn chín trăm tám mươi lăm"),
    ("0,0032", "không phẩy không không ba mươi hai"),
    ("1.010,01", "một nghìn không trăm mười phẩy không một"),
    ("2.032", "hai nghìn không trăm ba mươi hai"),
    ("29.061.000", "hai mươi chín triệu không trăm sáu mươi mốt nghìn"),
    (Decimal("58.09"), "năm mươi tám phẩy không chín"),
    (Decimal("1E+3"), "một nghìn"),
    (Decimal("0.10"), "không phẩy mười"),
]

NEGATIVE = [
    (-1, "âm một"),
    (-4, "âm bốn"),
    (-21, "âm hai mươi mốt"),
    (-1010, "âm một nghìn không trăm mười"),
    ("-58,09", "âm năm mươi tám phẩy không chín"),
    ("-0,5", "âm không phẩy năm"),
    (0 * -1, "không"),
    (Decimal("-0"), "không"),
]


@pytest.mark.parametrize(("number", "expected"), SMALL + GROUPS + BIG + DECIMALS + NEGATIVE)
def test_number_is_read(number: int | Decimal | str, expected: str) -> None:
    assert words(number) == expected


@pytest.mark.parametrize(
    "number", ["", "sáu mươi", "1.2.3", "6O", Decimal("NaN"), Decimal("Infinity"), 10**27]
)
def test_what_is_no_number_or_too_big_is_refused(number: int | Decimal | str) -> None:
    with pytest.raises(NumberError):
        words(number)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (29061000, "hai mươi chín triệu không trăm sáu mươi mốt nghìn đồng"),
        ("1.500.000", "một triệu năm trăm nghìn đồng"),
        ("3.205.010.000", "ba tỷ hai trăm linh năm triệu không trăm mười nghìn đồng"),
        (0, "không đồng"),
        (-500, "âm năm trăm đồng"),
    ],
)
def test_money_is_read(amount: int | str, expected: str) -> None:
    assert money_words(amount) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hai mươi đồng", "Hai mươi đồng"),
        ("âm bốn", "Âm bốn"),
        ("đồng Việt Nam", "Đồng Việt Nam"),
        ("", ""),
    ],
)
def test_first_letter_is_raised_and_the_rest_left(text: str, expected: str) -> None:
    assert capitalise_first(text) == expected


DIGITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
UNITS = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}


def read_back(text: str) -> int:
    """Take number words back to the number; every higher word multiplies what came before it."""
    total = group = digit = 0
    below_billion = 0
    for word in text.split():
        if word in DIGITS:
            digit = DIGITS[word]
        elif word == "trăm":
            group, digit = digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        elif word in {"nghìn", "triệu"}:
            below_billion += (group + digit) * UNITS[word]
            group = digit = 0
        elif word == "tỷ":
            total = (total + below_billion + group + digit) * UNITS[word]
            below_billion = group = digit = 0
        else:
            assert word == "linh", word
    return total + below_billion + group + digit


@given(st.integers(min_value=0, max_value=10**15) | st.integers(min_value=0, max_value=99_999))
def test_words_lead_back_to_the_number(number: int) -> None:
    assert read_back(words(number)) == number


@given(
    st.lists(
        st.sampled_from([0, 1, 4, 5, 10, 11, 14, 15, 21, 24, 100, 104, 110, 500]), min_size=1, max_size=5
    )
)
def test_groups_full_of_zeros_lead_back_to_the_number(groups: list[int]) -> None:
    number = sum(group * 1000**place for place, group in enumerate(groups))
    assert read_back(words(number)) == number


@given(st.integers(min_value=0, max_value=10**15))
def test_every_group_after_a_higher_one_names_its_hundreds(number: int) -> None:
    spoken = [group for place, group in enumerate(f"{number:,}".split(",")) if place > 0 and group != "000"]
    first = int(f"{number:,}".split(",")[0])
    assert words(number).split().count("trăm") == len(spoken) + (first >= 100)


def test_num2words_is_loaded_only_when_a_number_is_read() -> None:
    program = (
        "import sys; from nq57gen.vietnamese.words import words; before = 'num2words' in sys.modules; "
        "words(1); print(before, 'num2words' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
