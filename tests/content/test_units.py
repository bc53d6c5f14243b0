"""What is known of the unit's province, and of agencies that are no more."""

from __future__ import annotations

import datetime
import re

import pytest

from nq57gen.checks.content.engine import check_content
from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.mentions import date_of
from nq57gen.checks.content.rules.units.gone import gone
from nq57gen.checks.content.rules.units.home import province, province_kind
from nq57gen.units.register import register


def codes(text: str) -> set[str]:
    return {found.code for found in check_content(paper_of(text), "ví dụ") if found.code.startswith("DV")}


def test_the_province_comes_from_the_text_or_from_the_register() -> None:
    told = province(paper_of("@ phường Minh Hưng, tỉnh Đồng Nai; kế hoạch\nNội dung."))
    looked_up = province(paper_of("@ xã Gia Phúc; báo cáo\nNội dung."))
    assert told is not None
    assert told.name == "Đồng Nai"
    assert looked_up is not None
    assert looked_up.name == "Hải Phòng"


@pytest.mark.parametrize(("day", "kind"), [("ngày 05/3/2026", "tỉnh"), ("ngày 05/5/2026", "thành phố")])
def test_the_kind_of_a_province_is_that_of_the_day(day: str, kind: str) -> None:
    assert province_kind(paper_of(f"@ phường Minh Hưng, tỉnh Đồng Nai; {day}; kế hoạch\nNội dung.")) == kind


def test_a_province_that_became_a_city_is_called_so_from_that_day_on() -> None:
    text = "@ phường Minh Hưng, tỉnh Đồng Nai; ngày {}; kế hoạch\nBáo cáo UBND tỉnh trước ngày 15."
    assert "DV-03" not in codes(text.format("29/4/2026"))
    assert "DV-03" in codes(text.format("30/4/2026"))


def test_every_agency_that_is_gone_has_a_day_a_successor_and_a_source() -> None:
    names = [name for one in gone() for name in (one.name, *one.also)]
    assert len(names) == len(set(names))
    for one in gone():
        assert datetime.date(2024, 12, 31) <= one.last_day < datetime.date(2026, 12, 31)
        assert one.successor
        assert one.successor not in names
        enacted = [date_of(day) for day in re.findall(r"ngày (\d+/\d+/\d{4})", one.source)]
        assert enacted
        assert all(day and day <= one.last_day for day in enacted)
        assert re.search(r"số \d+", one.source)


def test_merged_provinces_are_none_of_today_and_what_took_over_is() -> None:
    today = {one.name for one in register().provinces()}
    provinces = [one for one in gone() if one.name.startswith("tỉnh ")]
    assert len([one for one in provinces if "202/2025/QH15" in one.source]) == 63 - 34
    for one in provinces:
        assert one.name.removeprefix("tỉnh ") not in today
        assert one.successor in today


@pytest.mark.parametrize(
    ("day", "text", "found"),
    [
        ("28/02/2025", "Phối hợp với Công an huyện.", False),
        ("01/3/2025", "Phối hợp với Công an huyện.", True),
        ("30/6/2025", "Báo cáo Huyện ủy, UBND huyện.", False),
        ("01/7/2025", "Báo cáo Huyện ủy.", True),
        ("01/7/2025", "Gửi Toà án nhân dân huyện.", True),
        ("28/02/2025", "Theo hướng dẫn của Bộ Kế hoạch và Đầu tư.", False),
        ("01/3/2025", "Theo hướng dẫn của Bộ Kế hoạch và Đầu tư.", True),
        ("30/6/2025", "Học tập tỉnh Bà Rịa – Vũng Tàu.", False),
        ("01/7/2025", "Học tập tỉnh Bà Rịa – Vũng Tàu.", True),
        ("01/01/2025", "Học tập tỉnh Thừa Thiên Huế.", True),
    ],
)
def test_what_ended_is_found_from_the_day_after(day: str, text: str, found: bool) -> None:
    assert ("DV-05" in codes(f"@ phường Minh Hưng; ngày {day}; kế hoạch\n{text}")) is found


def test_what_took_over_is_told_with_what_went_elsewhere() -> None:
    heirs = {one.name: one.heirs for one in gone()}
    assert heirs["Bộ Kế hoạch và Đầu tư"] == "Bộ Tài chính"
    parts = "sát hạch, cấp giấy phép lái xe về Bộ Công an"
    assert heirs["Bộ Giao thông vận tải"] == f"Bộ Xây dựng, riêng {parts}"


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 12/QĐ-UBND ngày 10/01/2025 của UBND xã Minh Long về quy chế.",
        "Trao đổi kinh nghiệm với phường Chơn Thành và UBND phường Bình Long.",
        "Phối hợp các trạm y tế xã lân cận; hợp tác xã; kinh tế - xã hội; an sinh xã hội.",
        "Tập huấn cho cán bộ cấp xã, phường; cán bộ xã/phường; các xã và phường của tỉnh.",
        "Kế thừa kết quả của phường Minh Hưng (cũ); phường Minh Hưng; P. Minh Hưng.",
        "Phường được thành lập trên cơ sở sáp nhập xã Minh Hưng và xã Nha Bích (huyện Chơn Thành cũ).",
        "Dữ liệu do cấp huyện chuyển giao; hồ sơ của UBND huyện Chơn Thành (cũ).",
        "Chuyển dữ liệu từ Bộ Thông tin và Truyền thông về Bộ Khoa học và Công nghệ.",
    ],
)
def test_others_rightly_named_are_left_alone(text: str) -> None:
    assert not codes(f"@ phường Minh Hưng, tỉnh Đồng Nai; ngày 05/3/2026; kế hoạch\n{text}")
