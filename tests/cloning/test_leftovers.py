"""Clones for units of every kind and pack: nothing of another unit in them, and what would be is found."""

from __future__ import annotations

import pytest

from bench.clones import ON, tried
from nq57gen.units.places import Province, Unit
from nq57gen.units.register import register
from tests.cloning.leftovers import leftovers

#: A ward, a commune and a special zone, of the provinces with a pack and of others.
#: "Phương Liệt", "Xa Dung": names that begin like a kind without its marks.
UNITS = ("00352", "03208", "25210", "25222", "10525", "11911", "11914", "01273", "00376", "26732", "31108")


def place(code: str) -> tuple[Unit, Province]:
    unit = register().unit(code, ON)
    assert unit is not None
    province = register().province(unit.province_code, ON)
    assert province is not None
    return unit, province


@pytest.mark.parametrize("code", UNITS)
def test_a_clone_is_valid_and_has_no_word_of_another_unit(code: str) -> None:
    assert tried(place(code)[0]).faults == ()


@pytest.mark.parametrize(
    ("code", "line", "word"),
    [
        ("25210", "Công an xã chủ trì", "xã"),
        ("25210", "Các ấp trên địa bàn", "ấp"),
        ("25222", "UBND phường báo cáo", "phường"),
        ("25222", "Phòng Kinh tế, Hạ tầng và Đô thị", "Hạ tầng và Đô thị"),
        ("11914", "Công an XÃ", "xã"),
        ("25210", "như Chu Văn An đã làm", "Chu Văn An"),
        ("01290", "theo Thành ủy", "Thành ủy"),
        ("01290", "theo thành phố", "thành phố"),
    ],
)
def test_a_word_of_another_unit_is_found(code: str, line: str, word: str) -> None:
    assert leftovers([line], *place(code)) == [f"{word}: {line}"]


@pytest.mark.parametrize(
    "line", ["chính quyền cấp xã", "kinh tế - xã hội", "hợp tác xã", "UBND cấp tỉnh", "phường Đồng Xoài"]
)
def test_words_that_fit_every_unit_are_none(line: str) -> None:
    assert leftovers([line], *place("25210")) == []
