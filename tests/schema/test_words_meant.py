"""Words that are one of a few: case, Unicode form and blanks around them do not count."""

from __future__ import annotations

import unicodedata

import pytest

from tests.model.show import PLAN, spec
from tests.schema.snippets import PLAN as FULL
from tests.schema.snippets import changed, findings, understood

FORMS = [
    "có",
    "Có",
    "CÓ",
    '"có "',
    '" Có"',
    unicodedata.normalize("NFD", "Có"),
    unicodedata.normalize("NFD", "có"),
]
NFD = unicodedata.normalize("NFD", "phường")


@pytest.mark.parametrize("typed", FORMS)
def test_yes_is_yes_however_it_is_typed(typed: str) -> None:
    assert (
        understood(spec(f"du_thao: {typed}   # in chữ DỰ THẢO")).document.letterhead.draft_mark == "DỰ THẢO"
    )


@pytest.mark.parametrize("typed", ["không", "Không", "KHÔNG", unicodedata.normalize("NFD", "Không")])
def test_no_is_no_however_it_is_typed(typed: str) -> None:
    assert understood(spec(f"du_thao: {typed}")).document.letterhead.draft_mark == ""


@pytest.mark.parametrize("typed", ["có thể", "co", "yes", "true", "x", "cô"])
def test_any_other_word_is_told(typed: str) -> None:
    assert [found.code for found in findings(spec(f"du_thao: {typed}"))] == ["S027"]


# as it stands in the plan; as it may be typed; as it is meant
CHANGES = [
    ("loai_van_ban: ke_hoach", "loai_van_ban: Ke_Hoach", "loai_van_ban: ke_hoach"),
    ("loai: phường", "loai: Phường", "loai: phường"),
    ("loai: phường", 'loai: "phường "', "loai: phường"),
    ("loai: phường", f"loai: {NFD}", "loai: phường"),
    ("bang: chi_tieu", "bang: Chi_tieu", "bang: chi_tieu"),
    ("phien_ban_dac_ta: 1", 'phien_ban_dac_ta: "1 "', "phien_ban_dac_ta: 1"),
    ("ma: muc_tieu\n", "ma: muc_tieu\n    huong: NGANG\n", "ma: muc_tieu\n    huong: ngang\n"),
    ("can_cu:", "danh_so_cac_cap: [Phan, SO, chu]\ncan_cu:", "danh_so_cac_cap: [phan, so, chu]\ncan_cu:"),
]


@pytest.mark.parametrize(("old", "typed", "meant"), CHANGES)
def test_every_word_of_a_few_is_read_so(old: str, typed: str, meant: str) -> None:
    made = understood(changed(FULL, (old, typed))).document
    assert made == understood(changed(FULL, (old, meant))).document


def test_an_outline_of_the_spec_itself_is_read_so() -> None:
    typed = changed(PLAN, ("tieu_de: Công việc}", "tieu_de: Công việc, bat_buoc: Có, kieu_danh_so: CHU}"))
    plain = changed(PLAN, ("tieu_de: Công việc}", "tieu_de: Công việc, bat_buoc: có, kieu_danh_so: chu}"))
    assert understood(spec(plan=typed)).document == understood(spec(plan=plain)).document


def test_codes_of_rules_are_read_in_any_case() -> None:
    ignored = understood(spec("kiem_tra: {bo_qua: [nd30-bc-07, nn]}")).spec.ignored_rules
    assert {"ND30-BC-07", "NN"} <= ignored


def test_a_code_that_is_none_is_told_as_it_was_typed() -> None:
    (found,) = findings(spec("kiem_tra: {bo_qua: [bc-7]}"))
    assert (found.code, "bc-7" in found.message) == ("S034", True)
