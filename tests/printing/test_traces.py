"""Texts among printed words: spaces, hyphens, columns side by side, marks of footnotes."""

from __future__ import annotations

import pytest

from nq57gen.printing.pages import Page, Row, Word, rows_of, squeezed
from nq57gen.printing.paper import is_page_number
from nq57gen.printing.traces import trace


def page(*lines: tuple[float, float, str]) -> Page:
    """A page with each text at (left, top) mm, 2 mm a letter, lines 5 mm high."""
    words = []
    for left, top, text in lines:
        for word in text.split(" "):
            words.append(Word(word, left, top, left + 2 * len(word), top + 5, squeezed(word)))
            left += 2 * len(word) + 1
    return Page(1, 210, 297, rows_of(words))


@pytest.mark.parametrize(
    ("printed", "text", "lines"),
    [
        ([(10, 10, "Độc lập - Tự do")], "Độc lập - Tự do", 1),
        ([(10, 10, "Độc lập -"), (10, 15, "Tự do")], "Độc lập - Tự do", 2),
        ([(10, 10, "số 30-"), (5, 15, "KH/ĐU và")], "số 30-KH/ĐU", 2),
        ([(10, 10, "Nghị quyết1")], "Nghị quyết", 1),
        (
            [(10, 10, "ỦY BAN"), (90, 10, "CỘNG HÒA"), (10, 15, "XÃ A"), (90, 15.5, "XÃ HỘI")],
            "cộng hòa xã hội",
            2,
        ),
        ([(10, 10, "a bc"), (60, 10, "de f"), (10, 15, "g"), (60, 15, "h")], "a bc g", 2),
        ([(10, 10, "CỘNG"), (16, 15, "HÒA")], "Cộng hòa", 2),
        ([(10, 10, "Tự do"), (10, 40, "Hạnh phúc")], "Tự do Hạnh phúc", None),
        ([(10, 10, "Tự do")], "Hạnh phúc", None),
        ([(10, 10, "Tự do")], " - ", None),
    ],
)
def test_a_text_is_followed(printed: list[tuple[float, float, str]], text: str, lines: int | None) -> None:
    found = trace(page(*printed), text)

    assert (found.lines if found else None) == lines


def test_the_place_with_the_fewest_lines_counts() -> None:
    found = trace(page((10, 10, "Chủ"), (10, 15, "tịch"), (10, 30, "Chủ tịch")), "CHỦ TỊCH")

    assert found
    assert (found.lines, found.top) == (1, 30)


def test_words_at_one_height_are_a_row() -> None:
    rows = page((90, 10.4, "phải"), (10, 10, "trái"), (10, 14.5, "dưới")).rows

    assert [row.text for row in rows] == ["trái phải", "dưới"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2", True),
        ("- 12 -", True),
        ("Trang 2/5", True),
        ("iv", True),
        ("2.", True),
        ("2 ha", False),
        ("Năm 2025", False),
    ],
)
def test_what_is_a_page_number(text: str, is_one: bool) -> None:
    assert is_page_number(Row((Word(text, 0, 0, 1, 1, squeezed(text)),))) is is_one
