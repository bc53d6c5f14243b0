"""Targets and offices as they are read out of tables."""

from __future__ import annotations

import pytest

from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.indicators import Likeness, indicators, roles
from nq57gen.checks.content.offices import office_key, offices_in

STAGED = (
    "Phụ lục I\nCHỈ TIÊU\n| TT | Chỉ tiêu | Năm 2025 | Năm 2030 | Cơ quan chủ trì | Cơ quan phối hợp |\n"
    "| 1 | Phủ sóng 5G | ≥ 60% | 100% | Phòng VH-XH | Công an phường |"
)
GROUPED = (
    "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| I | Đến năm 2030 | | |\n"
    "| 1 | Mức độ chuyển đổi số | % | > 95% đối với trường phổ thông; > 90% đối với trường mầm non. |\n"
    "| II | Đến năm 2045 | | |\n| 1 | Phủ sóng 6G | % | 100 |"
)


def test_the_columns_of_a_table_of_stages_have_their_roles() -> None:
    columns = roles(paper_of(STAGED).grids[0])
    assert (columns.name, columns.stages, columns.lead, columns.helper) == (1, ((2025, 2), (2030, 3)), 4, 5)


def test_a_table_of_tasks_has_no_values() -> None:
    text = (
        "| TT | Nội dung công việc | Cơ quan chủ trì | Sản phẩm | Thời hạn |\n| 1 | Một | A | B | 10/2026 |"
    )
    columns = roles(paper_of(text).grids[0])
    assert (columns.values, columns.product, columns.deadline) == ((), 3, 4)


def test_each_stage_gives_a_value() -> None:
    found = indicators(paper_of(STAGED))
    assert [(one.year, one.value.text, one.lead) for one in found] == [
        (2025, "≥ 60%", "Phòng VH-XH"),
        (2030, "100%", "Phòng VH-XH"),
    ]


def test_groups_say_the_stage_and_a_cell_may_hold_several_values() -> None:
    found = indicators(paper_of(GROUPED))
    assert [(one.name, one.year, str(one.value.low)) for one in found] == [
        ("Mức độ chuyển đổi số trường phổ thông", 2030, "95"),
        ("Mức độ chuyển đổi số trường mầm non", 2030, "90"),
        ("Phủ sóng 6G", 2045, "100"),
    ]


def test_names_in_other_words_are_alike_and_other_targets_are_not() -> None:
    names = [
        "Tỷ lệ cung cấp dịch vụ công trực tuyến toàn trình trên tổng số thủ tục đủ điều kiện",
        "Tỷ lệ dịch vụ công trực tuyến toàn trình trên tổng số thủ tục có đủ điều kiện.",
        "Tỷ lệ phủ sóng 5G",
        "Tỷ lệ phủ sóng 6G",
        "Tỷ lệ thanh toán trực tuyến",
    ]
    likeness = Likeness(names)
    assert likeness.alike(names[0], names[1]) > 0.7
    assert likeness.alike(names[2], names[3]) < 0.6
    assert likeness.alike(names[0], names[4]) < 0.3


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Phòng VH-XH", "Phòng Văn hóa – Xã hội"),
        ("Phòng VHXH", "phòng Văn hóa- Xã hội"),
        ("VP HĐND-UBND", "Văn phòng HĐND và UBND phường"),
        ("TTPV HCC", "Trung tâm Phục vụ hành chính công phường"),
        ("Phòng KT,HT và ĐT", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("Trạm y tế xã", "Trạm Y tế phường"),
        ("Công an", "Công an phường"),
    ],
)
def test_an_office_has_one_key_in_all_its_names(short: str, full: str) -> None:
    assert office_key(short) == office_key(full) != ""


@pytest.mark.parametrize(
    "name", ["Các phòng ban, đơn vị", "Cơ quan, đơn vị", "Lãnh đạo phòng", "Viettel", ""]
)
def test_general_words_are_no_office(name: str) -> None:
    assert office_key(name) == ""


def test_a_cell_is_split_where_another_office_begins() -> None:
    cell = "Phòng Kinh tế, Hạ tầng và Đô thị; Công an phường, Trạm Y tế"
    assert offices_in(cell) == ["Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường", "Trạm Y tế"]
