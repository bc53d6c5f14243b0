"""The register as shipped: whole, each name once, and what changed in 2026."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date

import pytest

from nq57gen.units.keys import exact_key
from nq57gen.units.places import Province, Unit
from nq57gen.units.register import Register, register

BEFORE = date(2025, 12, 31)
UNITS = list(register().units())
#: The communes that became wards in 2026.
DONG_NAI = ["25270", "25357", "25363", "26116", "26170", "26248", "26326", "26368", "26425", "26485"]
BAC_NINH = [
    *["07294", "07375", "07399", "07444", "07840", "09193"],
    *["09292", "09313", "09319", "09454", "09475", "09496"],
]


def test_the_counts() -> None:
    assert len(UNITS) == 3321
    assert Counter(unit.kind for unit in UNITS) == {"xã": 2599, "phường": 709, "đặc khu": 13}
    assert Counter(province.kind for province in register().provinces()) == {"tỉnh": 25, "thành phố": 9}


def test_the_counts_before_the_changes_of_2026() -> None:
    units = list(register().units(on=BEFORE))
    assert Counter(unit.kind for unit in units) == {"xã": 2621, "phường": 687, "đặc khu": 13}
    assert Counter(province.kind for province in register().provinces(BEFORE)) == {"tỉnh": 28, "thành phố": 6}


def test_the_counts_of_single_provinces() -> None:
    # articles 1 of the resolutions 1662, 1669 and 1670/NQ-UBTVQH15
    assert Counter(unit.kind for unit in register().units("75", BEFORE)) == {"xã": 72, "phường": 23}
    assert Counter(unit.kind for unit in register().units("31")) == {"xã": 67, "phường": 45, "đặc khu": 2}
    assert Counter(unit.kind for unit in register().units("12")) == {"xã": 36, "phường": 2}
    assert sum(unit.valid_from is None for unit in register().units("75")) == 7  # "không thực hiện sắp xếp"


def test_codes_are_unique_and_names_unique_within_a_province() -> None:
    assert len({unit.code for unit in UNITS}) == len(UNITS)
    assert len({(unit.province_code, exact_key(unit.name)) for unit in UNITS}) == len(UNITS)
    provinces = {province.code for province in register().provinces()}
    assert {unit.province_code for unit in UNITS} == provinces
    assert len(provinces) == 34


def test_names_are_clean() -> None:
    for place in (*UNITS, *register().provinces()):
        assert unicodedata.is_normalized("NFC", place.name)
        assert re.fullmatch(r"[^\W_]+(?:(?: | - |’)[^\W_]+)*", place.name), place.name
        assert place.name[0].isupper() or place.name[0].isdigit()


@pytest.mark.parametrize(
    ("code", "full_name", "province"),
    [
        ("26113", "phường Hàng Gòn", "thành phố Đồng Nai"),
        ("25441", "phường Minh Hưng", "thành phố Đồng Nai"),
        ("10549", "phường Chu Văn An", "thành phố Hải Phòng"),
        ("11050", "xã Gia Phúc", "thành phố Hải Phòng"),
        ("11737", "phường Nam Đồ Sơn", "thành phố Hải Phòng"),
        ("24184", "xã Ea H’Leo", "tỉnh Đắk Lắk"),
        ("20333", "đặc khu Hoàng Sa", "thành phố Đà Nẵng"),
    ],
)
def test_rows_known_by_hand(code: str, full_name: str, province: str) -> None:
    unit = register().unit(code)
    assert unit is not None
    assert unit.full_name == full_name
    own = register().province(unit.province_code)
    assert own is not None
    assert own.full_name == province


@pytest.mark.parametrize(
    ("codes", "day", "resolution"),
    [
        (DONG_NAI, date(2026, 4, 30), "237/NQ-UBTVQH16"),
        (BAC_NINH, date(2026, 9, 20), "388/NQ-UBTVQH16"),
    ],
)
def test_communes_that_became_wards(codes: list[str], day: date, resolution: str) -> None:
    for code in codes:
        before, now = register().forms(code)
        assert (before.kind, now.kind) == ("xã", "phường")
        assert before.name == now.name
        assert (now.valid_from, now.valid_to, now.resolution) == (day, None, resolution)
        assert before.valid_to is not None
        assert (day - before.valid_to).days == 1
        assert register().unit(code, before.valid_to) == before
        assert register().unit(code, day) == now == register().unit(code)


def test_no_other_unit_changed() -> None:
    changed = {unit.code for unit in UNITS if len(register().forms(unit.code)) > 1}
    assert changed == {*DONG_NAI, *BAC_NINH}


@pytest.mark.parametrize(
    ("code", "day"),
    [("75", date(2026, 4, 30)), ("22", date(2026, 9, 1)), ("24", date(2026, 9, 20))],
)
def test_provinces_that_became_cities(code: str, day: date) -> None:
    eve = register().province(code, date.fromordinal(day.toordinal() - 1))
    then = register().province(code, day)
    assert isinstance(eve, Province)
    assert isinstance(then, Province)
    assert (eve.kind, then.kind) == ("tỉnh", "thành phố")


def test_what_a_unit_was_on_a_day() -> None:
    unit = register().unit("26113", BEFORE)
    assert isinstance(unit, Unit)
    assert (unit.full_name, unit.valid_from) == ("phường Hàng Gòn", date(2025, 7, 1))
    assert register().unit("26113", date(2025, 6, 30)) is None
    assert register().unit("99999") is None
    assert register().unit("75") is None  # a province
    assert register().province("26113") is None


def test_the_day_of_the_catalogue() -> None:
    assert register().as_of == date(2026, 10, 10)


def test_a_register_of_another_file() -> None:
    text = "# Tính đến 2030-01-02\nhead\n01,tỉnh,An,,,,\n00001,xã,Bình,01,2026-01-01,,7/NQ\n"
    assert [unit.full_name for unit in Register(text).units()] == ["xã Bình"]
    assert Register(text).as_of == date(2030, 1, 2)


# --- folder names


def test_a_slug_is_unique_within_its_province_and_good_for_a_folder() -> None:
    slugs = {(unit.province_code, register().slug(unit)) for unit in UNITS}
    assert len(slugs) == len(UNITS)
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug) for _, slug in slugs)


@pytest.mark.parametrize(
    ("code", "slug"),
    [
        ("10549", "chu-van-an"),
        ("24184", "ea-h-leo"),
        ("20137", "chan-may-lang-co"),
        ("21484", "ba-to-21484"),
        ("21523", "ba-to-21523"),
    ],
)
def test_slugs(code: str, slug: str) -> None:
    unit = register().unit(code)
    assert unit is not None
    assert register().slug(unit) == slug


def test_a_slug_stays_when_the_kind_changes() -> None:
    for code in (*DONG_NAI, *BAC_NINH):
        before, now = register().forms(code)
        assert register().slug(before) == register().slug(now)
