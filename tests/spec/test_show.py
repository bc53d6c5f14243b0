"""The caret under a source line."""

from __future__ import annotations

import unicodedata

import pytest

from nq57gen.spec.show import caret_line


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("abc", 1, "^"),
        ("abc", 3, "  ^"),
        ("abc", 4, "   ^"),
        ("abc", 99, "   ^"),
        ("", 1, "^"),
        ("Nguyễn: x", 9, "        ^"),
        (unicodedata.normalize("NFD", "Nguyễn: x"), 11, "        ^"),
        ("e\u0302\u0301x", 2, "^"),  # a mark stands on its letter
        ("e\u0302\u0301x", 3, "^"),
        ("e\u0302\u0301x", 4, " ^"),
        ("ngữ 漢字 x", 8, "         ^"),
        ("👍 x", 3, "   ^"),
        ("a\u200bb", 3, " ^"),
        ("\tx: y", 2, "\t^"),
    ],
)
def test_the_caret_stands_under_the_character(line: str, column: int, expected: str) -> None:
    assert caret_line(line, column) == expected
