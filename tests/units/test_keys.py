"""Spellings that mean the same name, and those that do not."""

from __future__ import annotations

import unicodedata

import pytest

from nq57gen.units.keys import bare_key, bare_keys, exact_key, has_marks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("Uỷ", "Ủy"),
        ("Thuỷ Nguyên", "Thủy Nguyên"),
        ("Quy Nhơn", "Qui Nhơn"),
        ("Quý Lộc", "Quí Lộc"),
        ("Mỹ Tho", "Mĩ Tho"),
        ("Long Vĩ", "Long Vỹ"),
        ("Bình Phước", "Bình Phứơc"),
        ("Ea H’Leo", "EA H'LEO"),
        ("Chân Mây - Lăng Cô", "chân  mây lăng cô"),
        ("Chu Văn An", unicodedata.normalize("NFD", "chu văn an")),
    ],
)
def test_these_are_one_name(one: str, other: str) -> None:
    assert exact_key(one) == exact_key(other)
    assert bare_key(one) == bare_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đắk Hà", "Đăk Hà"),
        ("Cẩm Giang", "Cẩm Giàng"),
        ("Ba Tơ", "Ba Tô"),
        ("Tân Thành", "Tân Thạnh"),
        ("Mỹ Đức", "Mỹ Đưc"),
    ],
)
def test_these_differ_by_their_marks_only(one: str, other: str) -> None:
    assert exact_key(one) != exact_key(other)
    assert bare_key(one) == bare_key(other)


@pytest.mark.parametrize(("one", "other"), [("Tây", "Tâi"), ("Thủy", "Thủi"), ("Huy", "Hui"), ("Hay", "Hai")])
def test_y_is_not_i_behind_another_vowel(one: str, other: str) -> None:
    assert exact_key(one) != exact_key(other)
    assert bare_key(one) != bare_key(other)


def test_many_names_give_the_keys_of_each() -> None:
    names = ["Hòa Bình", "Ea H’Leo", "Y Tý", "Quỳnh Nhai", "2 Bảo Lộc", "Đông A"]
    assert bare_keys(names) == [bare_key(name) for name in names]
    assert bare_keys(names) == ["hoabinh", "eahleo", "iti", "quinhnhai", "2baoloc", "donga"]


def test_marks_are_seen_in_both_unicode_forms() -> None:
    assert has_marks("Đông")
    assert has_marks(unicodedata.normalize("NFD", "hòa"))
    assert not has_marks("Minh Long 2")
