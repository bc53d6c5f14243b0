"""Words without marks, and what a misspelt word was meant to be."""

from __future__ import annotations

import unicodedata

import pytest

from nq57gen.vietnamese.syllables import fold, suggest

KEYS = [
    "can_cu",
    "chi_tieu",
    "giai_phap",
    "kinh_phi",
    "muc_dich",
    "noi_nhan",
    "nguoi_ky",
    "so_van_ban",
    "ten",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("căn cứ", "can cu"),
        ("Đột phá phát triển", "Dot pha phat trien"),
        ("Ủy ban nhân dân", "Uy ban nhan dan"),
        ("đường ươm ƯỚM", "duong uom UOM"),
        ("57-NQ/TW ≥ 60%", "57-NQ/TW ≥ 60%"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_marks_are_taken_away_in_either_form(text: str, expected: str, form: str) -> None:
    assert fold(unicodedata.normalize("NFC" if form == "NFC" else "NFD", text)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("căn_cứ", "can_cu"),
        ("Căn cứ", "can_cu"),
        ("can-cu", "can_cu"),
        ("CAN_CU", "can_cu"),
        (" mục đích ", "muc_dich"),
        ("chi_tiu", "chi_tieu"),
        ("giải pháp", "giai_phap"),
        ("gai_phap", "giai_phap"),
        ("nguoi_ki", "nguoi_ky"),
        ("sovanban", "so_van_ban"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_candidate_is_suggested(word: str, expected: str | None) -> None:
    assert suggest(word, KEYS) == expected


def test_candidates_with_marks_come_back_as_given() -> None:
    assert suggest("chua dat", ["Đạt", "Chưa đạt", "Khó đạt"]) == "Chưa đạt"


def test_an_exact_match_without_marks_beats_a_near_one() -> None:
    assert suggest("ten", ["tien", "tên"]) == "tên"


def test_of_candidates_alike_without_marks_the_first_is_taken() -> None:
    assert suggest("so", ["số", "sở"]) == "số"


def test_likeness_asked_for_is_respected() -> None:
    assert suggest("chi_tiu", KEYS, cutoff=0.99) is None


def test_nothing_to_suggest_from() -> None:
    assert suggest("can_cu", []) is None
