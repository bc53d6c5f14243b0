"""From a character of a value to the place where it was typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nq57gen.diagnostics import Position
from nq57gen.spec.places import raw_offset
from tests.spec.snippets import read

BLOCK = """\
a: |
  - một
    hai

  ba: <<x>>
b: |-
      sáu dấu cách
c: |2
    thụt thêm
    nữa
d:
  - |+

    sau dòng trống

e: 1
"""


def found_at(text: str, path: tuple[str | int, ...], wanted: str) -> Position:
    """Where the spec says that ``wanted`` stands, looked up in the value at ``path``."""
    spec = read(text)
    value: object = spec.data
    for step in path:
        value = value[step]  # type: ignore[index]
    assert isinstance(value, str)
    return spec.text_position(path, value.index(wanted))


def typed_at(text: str, wanted: str) -> Position:
    """Where ``wanted`` stands in the file."""
    before = text[: text.index(wanted)]
    return Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("a",), "một"),
        (("a",), "hai"),
        (("a",), "<<x>>"),
        (("b",), "dấu"),
        (("c",), "thụt"),
        (("c",), "nữa"),
        (("d", 0), "dòng"),
    ],
)
def test_literal_blocks_are_exact(path: tuple[str | int, ...], wanted: str) -> None:
    assert found_at(BLOCK, path, wanted) == typed_at(BLOCK, wanted)


def test_the_end_of_a_block_is_the_end_of_its_last_line() -> None:
    spec = read("a: |\n  một\n  hai\nb: 1\n")
    assert spec.text_position(("a",), len("một\nhai\n")) == Position(3, 6)
    assert spec.text_position(("a",), 999) == Position(3, 6)
    assert read("a: |\nb: 1\n").text_position(("a",), 0) == Position(1, 4)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: một hai ba\n", "hai"),
        ('a: "một hai"\n', "hai"),
        ("a: 'một hai'\n", "hai"),
        ("a: {b: x, c: 1}\n", "x"),
    ],
)
def test_scalars_on_one_line_are_exact(text: str, wanted: str) -> None:
    path = ("a", "b") if "{" in text else ("a",)
    assert found_at(text, path, wanted) == typed_at(text, wanted)


def test_escapes_take_more_room_than_what_they_stand_for() -> None:
    assert read('a: "\\x41\\u1ec7\\U0001F600\\t\\"b"\n').text_position(("a",), 5) == Position(1, 29)
    assert read("a: 'Ea H''leo b'\n").text_position(("a",), 10) == Position(1, 16)
    assert read('a: "bc"\n').text_position(("a",), 2) == Position(1, 7)


def test_folded_text_finds_the_line() -> None:
    text = 'a: >\n  một hai\n  ba bốn\n\n  năm\nb: một hai\n  ba\nc: "một\n  hai \\t\n  ba"\n'
    spec = read(text)
    assert found_at(text, ("a",), "một") == Position(2, 3)
    assert found_at(text, ("a",), "bốn") == Position(3, 6)
    assert found_at(text, ("a",), "năm") == Position(5, 3)
    assert found_at(text, ("b",), "ba") == Position(7, 3)
    assert spec.text_position(("c",), 0) == Position(8, 5)
    assert found_at(text, ("c",), "ba") == Position(10, 3)


def test_places_in_decomposed_text_are_those_of_the_file_as_typed() -> None:
    typed = unicodedata.normalize("NFD", "a: |\n  Ủy ban nhân dân\nb: Nguyễn Diễn x\n")
    assert found_at(typed, ("a",), "dân") == typed_at(typed, unicodedata.normalize("NFD", "dân"))
    assert found_at(typed, ("b",), "x") == typed_at(typed, "x")


def test_where_there_is_no_text_the_value_is_meant() -> None:
    spec = read("a: [b]\nc:\n")
    assert spec.text_position(("a",), 3) == spec.position(("a",))
    assert spec.text_position(("c",), 3) == spec.position(("c",))
    assert spec.text_position(("khong_co", 1), 3) == Position(1, 1)
    assert spec.text_position(("a", 7), 0) == spec.position(("a",))


@given(
    st.lists(st.sampled_from(["a", "ế", "e\u0302\u0301", "u\u031b", "đ", "o\u0323\u0302", " "]), min_size=1)
)
def test_every_letter_of_mixed_text_is_found_where_it_begins(letters: list[str]) -> None:
    raw = "".join(letters)
    starts = [sum(map(len, letters[:n])) for n in range(len(letters))]
    assert [raw_offset(raw, offset) for offset in range(len(letters))] == starts


@given(st.lists(st.text("ab ếđ<>'\"#:", min_size=1).filter(lambda line: bool(line.strip())), min_size=1))
def test_every_character_of_a_block_is_found(lines: list[str]) -> None:
    lines[0] = "x" + lines[0]  # a first line that begins with spaces would set the indentation
    text = "a: |\n" + "".join(f"   {line}\n" for line in lines)
    spec = read(text)
    value = spec.data["a"]
    assert value == "\n".join(lines)
    for offset, char in enumerate(value):
        place = spec.text_position(("a",), offset)
        line = spec.source.line(place.line) + "\n"
        assert line[place.column - 1] == char
