"""Signs that a typing program put in the place of those of an expression, and what a quotient prints as."""

from __future__ import annotations

import warnings

import pytest

from tests.model.show import section, spec
from tests.schema.snippets import findings

VALUES = 'bien:\n  a: "1"\n  b: 12\n  c: Ea H’Leo\n'


def printed(expression: str) -> str:
    (line,) = section(VALUES, f"viec: |\n  |<<{expression}>>|<<bien.a>><<bien.b>><<bien.c>>\n")
    return line.split("|")[1]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ('bien.a if bien.a == “1” else "x"', "1"),
        ("“x” if bien.a == ‘2’ else “y”", "y"),
        ("„y‟ ~ «z» ~ ″1″ ~ \u20322\u2032", "yz12"),
        ('“Phòng "A"”', 'Phòng "A"'),
        ('"Phòng “A”"', "Phòng “A”"),
        ("“Ea H’Leo” ~ ‘ và ’ ~ 'b'", "Ea H’Leo và b"),
        ('"1” ~ “2"', "1” ~ “2"),
        ("“có” if bien.c == “Ea H’Leo” else “không”", "có"),
        ("bien.b – 2", "10"),
        ("bien.b \u2212 2", "10"),
        ("bien.b × 2", "24"),
        ("bien.b ÷ 5", "2,4"),
        ("“đủ” if bien.b ≥ ‘12’ else “thiếu”", "đủ"),
        ("“đủ” if bien.b ≠ ‘12’ else “thiếu”", "thiếu"),
        ("bien.b\u00a0+\u00a01", "13"),
        ("bien.b\u202f| so", "12"),
        ("bien.b \uff5c so", "12"),
        ("\uff081\uff0b2\uff09", "3"),
        ("'a – b × c'", "a – b × c"),
    ],
)
def test_signs_of_a_typing_program_mean_those_of_the_language(expression: str, text: str) -> None:
    assert printed(expression) == text


@pytest.mark.parametrize(
    ("expression", "code", "words"),
    [
        ("“x", "N053", "“"),
        ("bien.a == “1", "N053", "“"),
        ("bien.a if bien.a == 1” else 2", "N053", "”"),
        ('“1" if bien.a == “1" else 2', "N054", "nháy cong"),
        ("“1” | khong_co", "N003", "không có bộ lọc"),
        ("bien.khong_co ~ “1”", "N006", "khong_co"),
    ],
)
def test_curly_quotes_that_cannot_be_read_are_named(expression: str, code: str, words: str) -> None:
    text = spec(VALUES, f"viec: |\n  <<{expression}>><<bien.a>><<bien.b>><<bien.c>>\n")
    (found,) = findings(text)
    assert found.code == code
    assert words in found.message
    assert "<<" not in found.message or expression in found.message


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("1/3", "0,33"),
        ("2/3", "0,67"),
        ("1000000/7", "142.857,14"),
        ("1/300", "0,0033"),
        ("1/3*3", "1"),
        ("1-1/3", "0,67"),
        ("10/4", "2,5"),
        ("1/8", "0,125"),
        ("(1/3)|phan_tram", "0,33%"),
        ("0.1+0.2", "0,3"),
    ],
)
def test_a_quotient_without_an_end_is_rounded(expression: str, text: str) -> None:
    assert printed(expression) == text


@pytest.mark.parametrize(
    "expression",
    [
        "+".join("1" * 241),
        "(" * 100 + "1" + ")" * 100,
        "-" * 200 + "1",
        "not " * 100 + "(" * 60 + "1" + ")" * 60,
        "“" + "x" * 600 + "”",
    ],
)
def test_an_expression_that_is_too_much_is_told_with_the_way_out(expression: str) -> None:
    (found, *_) = findings(spec(f"viec: |\n  <<{expression}>>"))
    assert found.code == "N004"
    assert found.position is not None
    assert "quá dài hoặc lồng quá sâu" in found.hint
    assert len(found.message) < 200


def test_a_sum_of_a_hundred_terms_is_reckoned() -> None:
    assert printed("+".join("1" * 100)) == "100"


@pytest.mark.parametrize("sign", [r"\x00", r"\ue000", r"\U0001F600", r"\0", r"\b", r"\N{BELL}", r"\ud800"])
def test_a_sign_is_not_given_by_its_code(sign: str) -> None:
    assert [found.code for found in findings(spec(f"viec: |\n  <<'a{sign}'>>"))] == ["N056"]


@pytest.mark.parametrize("expression", ["5[0]", "(1 is 1)[0]", "none[1]", "5()"])
def test_python_says_nothing_of_an_expression(expression: str) -> None:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        assert findings(spec(f"viec: |\n  <<{expression}>>"))
    assert said == []


def test_a_backslash_that_is_no_code_is_printed() -> None:
    assert printed(r"'a\\\\b'") == r"a\b"


TWO = "bien:\n  hai: |\n    Một\n    Hai\n"


@pytest.mark.parametrize(
    "line", ["Tại <<bien.hai>>.", "<<bien.hai>> của phường", "<<nam_ke_hoach>><<bien.hai>>"]
)
def test_a_value_of_several_lines_in_the_middle_of_a_sentence_is_told(line: str) -> None:
    assert [found.code for found in findings(spec(TWO, f"viec: |\n  Trước.\n  {line}\n  Sau."))] == ["N055"]


@pytest.mark.parametrize("line", ["<<bien.hai>>", "  <<bien.hai>>.", "**<<bien.hai>>**"])
def test_a_value_of_several_lines_stands_on_a_line_of_its_own(line: str) -> None:
    assert findings(spec(TWO, f"viec: |\n  Trước.\n  {line.strip()}\n  Sau.")) == ()
