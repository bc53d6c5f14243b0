"""Numbers of headings."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nq57gen.vietnamese.labels import NumberStyle, label, letter, next_after, parse_roman, roman


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "I"),
        (3, "III"),
        (4, "IV"),
        (5, "V"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (99, "XCIX"),
        (400, "CD"),
        (2026, "MMXXVI"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_roman_numerals(n: int, expected: str) -> None:
    assert roman(n) == expected


@given(st.integers(min_value=1, max_value=3999))
def test_roman_numerals_are_read_as_themselves(n: int) -> None:
    assert parse_roman(roman(n)) == n


@pytest.mark.parametrize("n", [-1, 0, 4000])
def test_no_roman_numeral_outside_its_range(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        roman(n)


@pytest.mark.parametrize("text", ["", "IIII", "VV", "IC", "VX", "iv", "I.", "A", "1", "MMMM", "IVI"])
def test_irregular_roman_numerals_are_not_read(text: str) -> None:
    assert parse_roman(text) is None


def test_letters_follow_the_decree() -> None:
    assert " ".join(letter(n) for n in range(1, 24)) == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize("n", [-1, 0, 24])
def test_no_letter_before_a_or_after_y(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        letter(n)


@pytest.mark.parametrize(
    ("style", "n", "parent", "expected"),
    [
        (NumberStyle.PART, 1, "", "Phần I"),
        (NumberStyle.PART, 3, "", "Phần III"),
        (NumberStyle.ROMAN, 4, "", "IV."),
        (NumberStyle.ROMAN, 2, "Phần I", "II."),
        (NumberStyle.ARABIC, 1, "I.", "1."),
        (NumberStyle.ARABIC, 12, "", "12."),
        (NumberStyle.DECIMAL, 1, "2.", "2.1."),
        (NumberStyle.DECIMAL, 10, "5.", "5.10."),
        (NumberStyle.DECIMAL, 1, "1.1.", "1.1.1."),
        (NumberStyle.DECIMAL, 3, "2-", "2.3."),
        (NumberStyle.DECIMAL, 3, "2", "2.3."),
        (NumberStyle.DECIMAL, 2, "I.", "2."),
        (NumberStyle.DECIMAL, 2, "a)", "2."),
        (NumberStyle.DECIMAL, 2, "", "2."),
        (NumberStyle.LETTER, 1, "1.", "a)"),
        (NumberStyle.LETTER, 5, "1.", "đ)"),
        (NumberStyle.LETTER, 6, "1.", "e)"),
        (NumberStyle.LETTER, 7, "1.", "g)"),
        (NumberStyle.NONE, 3, "1.", ""),
    ],
)
def test_label(style: NumberStyle, n: int, parent: str, expected: str) -> None:
    assert label(style, n, parent) == expected


def test_too_many_points_have_no_label() -> None:
    with pytest.raises(ValueError, match="24"):
        label(NumberStyle.LETTER, 24, "1.")


@pytest.mark.parametrize(
    ("style", "written", "expected"),
    [
        (NumberStyle.PART, "PHẦN II:", 2),
        (NumberStyle.PART, "PHẦN III.", 3),
        (NumberStyle.PART, "Phần I", 1),
        (NumberStyle.PART, unicodedata.normalize("NFD", "Phần IV"), 4),
        (NumberStyle.PART, "I", 1),
        (NumberStyle.ROMAN, "V.", 5),
        (NumberStyle.ROMAN, "I", 1),
        (NumberStyle.ROMAN, "PHẦN II:", 2),
        (NumberStyle.ROMAN, "X-", 10),
        (NumberStyle.ROMAN, "5.", None),
        (NumberStyle.ROMAN, "", None),
        (NumberStyle.ARABIC, "2.", 2),
        (NumberStyle.ARABIC, "2-", 2),
        (NumberStyle.ARABIC, "2)", 2),
        (NumberStyle.ARABIC, " 12 ", 12),
        (NumberStyle.ARABIC, "2.7.", 7),
        (NumberStyle.ARABIC, "I.", None),
        (NumberStyle.ARABIC, "", None),
        (NumberStyle.DECIMAL, "2.7.", 7),
        (NumberStyle.DECIMAL, "5.10.", 10),
        (NumberStyle.DECIMAL, "1.2.3", 3),
        (NumberStyle.DECIMAL, "7.", 7),
        (NumberStyle.DECIMAL, "1..2", None),
        (NumberStyle.DECIMAL, "a)", None),
        (NumberStyle.LETTER, "a)", 1),
        (NumberStyle.LETTER, "đ)", 5),
        (NumberStyle.LETTER, "b).", 2),
        (NumberStyle.LETTER, "e)", 6),
        (NumberStyle.LETTER, "i", 9),
        (NumberStyle.LETTER, "y)", 23),
        (NumberStyle.LETTER, "f)", None),
        (NumberStyle.LETTER, "ab)", None),
        (NumberStyle.LETTER, ")", None),
        (NumberStyle.LETTER, "I", None),
        (NumberStyle.NONE, "1.", None),
    ],
)
def test_counter_meant_by_a_typed_label(style: NumberStyle, written: str, expected: int | None) -> None:
    assert next_after(style, written) == expected


@given(
    st.sampled_from([style for style in NumberStyle if style is not NumberStyle.NONE]),
    st.integers(min_value=1, max_value=23),
    st.sampled_from(["", "2.", "1.3."]),
)
def test_a_label_written_is_read_as_its_counter(style: NumberStyle, n: int, parent: str) -> None:
    assert next_after(style, label(style, n, parent)) == n


def test_styles_carry_the_words_of_the_spec() -> None:
    assert [style.value for style in NumberStyle] == ["phan", "la_ma", "so", "so_cap", "chu", "khong"]
