"""Finding a unit or a province by what people type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

from nq57gen.units.keys import bare_key
from nq57gen.units.match import Outcome
from nq57gen.units.register import register
from nq57gen.vietnamese.syllables import fold

BEFORE = date(2025, 12, 31)
UNITS = list(register().units())
#: Tone marks on the other vowel of the pair, as they were placed before.
_OLD_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "ủy": "uỷ", "úy": "uý", "ùy": "uỳ"}


def old_tones(text: str) -> str:
    for new, old in _OLD_TONES.items():
        text = re.sub(rf"{new}\b", old, text)
    return text


def new_tones(text: str) -> str:
    for new, old in _OLD_TONES.items():
        text = re.sub(rf"(?<!q){old}\b", new, text, flags=re.IGNORECASE)
    return text


SPELLINGS: list[Callable[[str], str]] = [
    str,
    str.upper,
    str.lower,
    old_tones,
    new_tones,
    lambda text: text.replace("’", "'"),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: f"  {text.replace(' ', '  ')} ",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_unit_finds_itself(spelling: Callable[[str], str]) -> None:
    for unit in UNITS:
        match = register().find(spelling(unit.full_name), unit.province_code)
        assert match.found == unit, match


def test_the_spellings_do_change_names() -> None:
    for spelling in SPELLINGS[1:]:
        assert sum(spelling(unit.full_name) != unit.full_name for unit in UNITS) >= 6


def test_every_unit_finds_itself_without_marks_unless_another_is_the_same_without() -> None:
    several = set()
    for unit in UNITS:
        match = register().find(fold(unit.full_name), unit.province_code)
        assert unit in match.candidates
        if match.found is None:
            several.add(bare_key(unit.name))
            assert len({bare_key(candidate.name) for candidate in match.candidates}) == 1
    # Đông Tiến and Mỹ Tho, too, have a twin, but of another kind
    assert several == {"vanlang", "camgiang", "sonha", "bato", "locthanh", "thanhan", "tanthanh"}


def test_every_unit_finds_itself_without_its_kind_and_with_the_name_of_its_province() -> None:
    for unit in UNITS:
        province = register().province(unit.province_code)
        assert province is not None
        match = register().find(unit.name, province.name)
        if unit.code == "25807":  # Thanh An has no mark: it may be Thạnh An of the same city
            assert {candidate.name for candidate in match.candidates} == {"Thanh An", "Thạnh An"}
        else:
            assert match.found == unit
        assert register().find(f"{unit.full_name}, {province.full_name}").found == unit


@pytest.mark.parametrize(
    "text",
    ["phường Chu Văn An", "P. Chu Văn An", "p.chu van an", "Phuong Chu Van An", "CHU VĂN AN", "chu van an"],
)
def test_ways_to_type_a_kind(text: str) -> None:
    found = register().find(text).found
    assert found is not None
    assert found.code == "10549"


def test_a_name_that_begins_like_a_kind() -> None:
    assert [register().find(text).found for text in ("Xa Dung", "xã Xa Dung", "xa xa dung")] == [
        register().unit("03208")
    ] * 3


def test_a_name_that_many_bear() -> None:
    match = register().find("xã Tân Tiến")
    assert match.outcome is Outcome.AMBIGUOUS
    assert len(match.candidates) == 7
    assert len({unit.province_code for unit in match.candidates}) == 7
    assert match.found is None


def test_marks_typed_must_be_right() -> None:
    assert register().find("xã Đắk Hà").outcome is Outcome.UNKNOWN
    assert register().find("xã Đắk Hà").suggestions[0].name == "Đăk Hà"
    giang, giang_with_tone = register().find("Cẩm Giang", "31"), register().find("Cẩm Giàng", "31")
    assert giang.found != giang_with_tone.found
    assert register().find("cam giang", "31").outcome is Outcome.AMBIGUOUS


def test_a_name_that_has_no_marks_and_one_that_has() -> None:
    # xã Ba Dinh (Quảng Ngãi), xã Ba Đình (Thanh Hóa), phường Ba Đình (Hà Nội)
    dinh = register().find("xã Ba Dinh").found
    assert dinh is not None
    assert dinh.name == "Ba Dinh"
    assert len(register().find("ba dinh").candidates) == 3
    assert len(register().find("xa ba dinh").candidates) == 2
    for text, province, name in (("phường Ba Dinh", "01", "Ba Đình"), ("ba dinh", "51", "Ba Dinh")):
        found = register().find(text, province).found
        assert found is not None
        assert found.name == name


def test_the_wrong_kind() -> None:
    match = register().find("xã Chu Văn An")
    assert match.outcome is Outcome.WRONG_KIND
    assert [unit.full_name for unit in match.candidates] == ["phường Chu Văn An"]
    assert register().find("thị trấn Gia Phúc").outcome is Outcome.WRONG_KIND


def test_the_wrong_province() -> None:
    match = register().find("phường Chu Văn An", "Đồng Nai")
    assert match.outcome is Outcome.ELSEWHERE
    assert [unit.code for unit in match.candidates] == ["10549"]
    near = register().find("xã Tân Thanh", "Tây Ninh")
    assert near.outcome is Outcome.ELSEWHERE
    assert {unit.name for unit in near.suggestions[:2]} == {"Tân Thành", "Tân Thạnh"}
    assert register().find("phường Chu Văn An", "Sài Gồng").outcome is Outcome.UNKNOWN_PROVINCE


def test_a_kind_of_another_day() -> None:
    assert register().find("xã Bố Hạ", on=BEFORE).found == register().unit("07294", BEFORE)
    gone = register().find("xã Bố Hạ")
    assert gone.outcome is Outcome.NO_LONGER
    assert gone.other == register().unit("07294", BEFORE)
    assert gone.candidates == (register().unit("07294"),)
    early = register().find("phường Bố Hạ", on=BEFORE)
    assert early.outcome is Outcome.NOT_YET
    assert early.other == register().unit("07294")
    assert early.candidates == (register().unit("07294", BEFORE),)
    assert register().find("phường Bố Hạ", on=date(2026, 9, 20)).found == register().unit("07294")
    nothing = register().find("phường Hàng Gòn", on=date(2025, 6, 30))
    assert (nothing.outcome, nothing.candidates) == (Outcome.NOT_YET, ())


# --- provinces


def test_every_province_finds_itself_in_several_spellings() -> None:
    for province in register().provinces():
        for text in (
            province.name,
            province.full_name,
            province.name.upper(),
            fold(province.full_name),
            province.code,
        ):
            assert register().find_province(text).found == province


@pytest.mark.parametrize(
    "text", ["TP.HCM", "TPHCM", "HCM", "TP Hồ Chí Minh", "Tp. Ho Chi Minh", "Thành phố Hồ Chí Minh"]
)
def test_short_forms_of_a_province(text: str) -> None:
    found = register().find_province(text).found
    assert found is not None
    assert found.code == "79"


def test_the_kind_of_a_province_by_day() -> None:
    then = register().find_province("tỉnh Đồng Nai", BEFORE).found
    assert then is not None
    assert then.full_name == "tỉnh Đồng Nai"
    assert register().find_province("tỉnh Đồng Nai").outcome is Outcome.NO_LONGER
    assert register().find_province("thành phố Đồng Nai", BEFORE).outcome is Outcome.NOT_YET
    assert register().find_province("tỉnh Hải Phòng").outcome is Outcome.WRONG_KIND
    # to find a unit, the kind of its province does not matter
    assert register().find("phường Minh Hưng", "tỉnh Đồng Nai").found == register().unit("25441")


# --- suggestions

TYPOS = """
    phường Chu Vna An | 10549
    phường Chu Van Ân | 10549
    phường Chư Văn An | 10549
    phường Chu Văn Am | 10549
    phường Chuu Văn An | 10549
    Chu Văn | 10549
    phường Hàn Gòn | 26113
    phường Hàng Gòng | 26113
    phường Hàng Gon | 26113
    phường Hằng Gòn | 26113
    phường Ming Hưng | 25441
    phường Mnih Hưng | 25441
    phường Minh Hưnh | 25441
    xã Gia Phúcc | 11050
    xã Ga Phúc | 11050
    xã Gia Phuúc | 11050
    phường Nam Đồ Xơn | 11737
    phường Nam Đồ Sơng | 11737
    phường Nam Đố Sơn | 11737
    Nam Do Xon | 11737
    phường Đồ Sơn Nam | 11737
    phường Nhơn Trach | 26485
    phường Nhơn Chạch | 26485
    đặc khu Cát Hai | 11914
    xã Ea Hlêo | 24184
    xã Đắk Hà | 23500
    xã Chân Mây - Lăn Cô | 20137
    phường Lê Đại Hàn | 10603
    phường Lê Thánh Nghị | 10532
    phường Thạch Khôii | 11002
"""


@pytest.mark.parametrize("line", TYPOS.strip().splitlines())
def test_the_first_suggestion_for_a_typo(line: str) -> None:
    typed, code = (part.strip() for part in line.split("|"))
    match = register().find(typed)
    assert match.outcome is Outcome.UNKNOWN
    assert match.suggestions[0].code == code, [unit.full_name for unit in match.suggestions]
    assert len(match.suggestions) <= 5


def test_a_part_of_a_long_name_is_suggested() -> None:
    assert register().unit("24781") in register().find("phường Xuân Hương").suggestions


def test_suggestions_keep_to_the_province_and_the_day() -> None:
    near = register().find("xã Bố Hạa", "Bắc Ninh", BEFORE).suggestions
    assert near[0].full_name == "xã Bố Hạ"
    assert {unit.province_code for unit in near} == {"24"}


def test_nothing_like_it() -> None:
    assert register().find("Zzzzzz").suggestions == ()
