"""What is too deep to be given to a parser, and what people write."""

from __future__ import annotations

import pytest

from nq57gen.nesting import is_too_deep


@pytest.mark.parametrize(
    "source",
    [
        "(" * 41 + "a" + ")" * 41,
        "[(" * 25 + "a" + ")]" * 25,
        "a" + " and a" * 151,
        "not " * 151 + "a",
        "a" + "|b" * 151,
    ],
)
def test_what_no_parser_follows_is_too_deep(source: str) -> None:
    assert is_too_deep(source)


@pytest.mark.parametrize(
    "source",
    [
        "(" * 40 + "a" + ")" * 40,
        "(a) + " * 50 + "(a)",
        "not " * 150 + "a",
        "a == '" + "(" * 300 + "'",
        "orland" * 200,
    ],
)
def test_what_people_write_is_not(source: str) -> None:
    assert not is_too_deep(source)
