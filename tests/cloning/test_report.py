"""A plan becomes the frame of its report: each target once with a blank result, and what its lists call."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from nq57gen.cloning import report_from_plan
from nq57gen.cloning.report import MARK

REPORT = f"""\
loai_van_ban: bao_cao
don_vi: {{loai: xã, ten: Khung}}
ket_qua: |
  Có <<phu_luc.a.tong>> và <<phu_luc.khac.tong>> chỉ tiêu.
chu_thich:
  "1": Của báo cáo.
ho_ten: <<?tên>>

{MARK}
"""
PLAN = """\
don_vi:
  loai: phường
  ten: Chu Văn An
  viet_hoa_loai: có
dia_danh: Nơi khác
van_ban:
  kh1: {so: 1/KH, trich_yeu: theo <<kh3.ngan>>}
  kh2:
    so: 2/KH
  # ghi chú của kh3
  kh3:
    so: 3/KH
phong_ban:
  cua_toi: {ten: Phòng của tôi}
  khong_dung: {ten: Không dùng}
bien: {so_ho: 1250, thua: 7}
chu_thich:
  "1": Của kế hoạch, <<bien.so_ho>> hộ.
  "2": Không ai gọi.
muc_dich: |
  - <<kh2>>
# các bảng
phu_luc:
  # bảng một
  - ma: a
    tieu_de: Năm <<nam_ke_hoach>>
    bang: chi_tieu
    cot:
      - stt
      - {truong: ke_hoach, rong: 9}   # rộng
      - chu_tri
    chi_tieu:
      - nhom: Nhóm một
        chi_tieu:
          - ma: x
            ten: Tỷ lệ một
            ke_hoach: 80   # như tỉnh
            chu_tri: cua_toi

          - ma: y
            ten: Theo <<kh1>>[^1]
            ket_qua: 12%
            danh_gia: Đạt
            ke_hoach: 90
      - {ma: z, ten: Ba, ke_hoach: "80,5%"}
  - ma: b
    bang: nhiem_vu
    nhiem_vu:
      - ma: nv
        ten: Việc năm <<nam_ke_hoach>>
noi_nhan: []
"""


def load(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506  # plain texts only


@pytest.fixture(scope="module")
def report() -> Any:
    return load(report_from_plan(PLAN, REPORT))


def rows(items: list[Any]) -> list[Any]:
    return [row for item in items for row in (rows(item["chi_tieu"]) if "nhom" in item else [item])]


def test_every_target_is_there_once_with_its_plan_and_a_blank_result(report: Any) -> None:
    targets = rows(report["phu_luc"][0]["chi_tieu"])
    assert [(row["ma"], row["ke_hoach"], row["ket_qua"]) for row in targets] == [
        ("x", "80", "<<?kết quả>>"),
        ("y", "90", "<<?kết quả>>"),
        ("z", "80,5%", "<<?kết quả>>"),
    ]


def test_an_evaluation_of_the_plan_is_of_another_year(report: Any) -> None:
    assert not any("danh_gia" in row for row in rows(report["phu_luc"][0]["chi_tieu"]))


def test_results_get_columns_behind_the_planned_value(report: Any) -> None:
    fields = [
        column if isinstance(column, str) else column["truong"] for column in report["phu_luc"][0]["cot"]
    ]
    assert fields == ["stt", "ke_hoach", "ket_qua", "danh_gia", "chu_tri"]


def test_tasks_and_the_year_are_carried(report: Any) -> None:
    assert report["phu_luc"][0]["tieu_de"] == "Năm <<nam_bao_cao>>"
    assert report["phu_luc"][1]["nhiem_vu"] == [{"ma": "nv", "ten": "Việc năm <<nam_bao_cao>>"}]


def test_only_what_is_called_comes_along_with_what_that_calls(report: Any) -> None:
    assert list(report["van_ban"]) == ["kh1", "kh3"]
    assert list(report["phong_ban"]) == ["cua_toi"]
    assert report["bien"] == {"so_ho": "1250"}


def test_a_footnote_whose_key_the_report_uses_gets_another(report: Any) -> None:
    assert report["chu_thich"] == {"1": "Của báo cáo.", "3": "Của kế hoạch, <<bien.so_ho>> hộ."}
    assert rows(report["phu_luc"][0]["chi_tieu"])[1]["ten"] == "Theo <<kh1>>[^3]"


def test_the_unit_is_as_the_plan_says(report: Any) -> None:
    assert report["don_vi"] == {"loai": "phường", "ten": "Chu Văn An", "viet_hoa_loai": "có"}
    assert report["dia_danh"] == "Nơi khác"


def test_prose_about_an_appendix_the_plan_does_not_have_becomes_a_blank(report: Any) -> None:
    said = "Có <<phu_luc.a.tong>> và <<?phụ lục khac không có trong kế hoạch>> chỉ tiêu.\n"
    assert report["ket_qua"] == said


def test_comments_stay_and_the_mark_goes() -> None:
    text = report_from_plan(PLAN, REPORT)
    for comment in ("# các bảng", "  # bảng một", "   # rộng", "   # như tỉnh", "  # ghi chú của kh3"):
        assert f"{comment}\n" in text
    assert MARK not in text


def test_a_table_without_columns_of_its_own_gets_the_layout_with_results() -> None:
    plan = "phu_luc:\n  - ma: a\n    bang: chi_tieu\n    chi_tieu: [{ten: A}]\n"
    appendix = load(report_from_plan(plan, "x: 1\n"))["phu_luc"][0]
    assert appendix == {
        "ma": "a",
        "bang": "danh_gia",
        "chi_tieu": [{"ten": "A", "ket_qua": "<<?kết quả>>"}],
    }


def test_a_table_of_stages_gets_the_columns_of_its_layout_and_those_of_results() -> None:
    plan = "phu_luc:\n  - ma: a\n    bang: giai_doan\n    chi_tieu:\n    - ten: A\n"
    text = report_from_plan(plan, "x: 1\n", {"giai_doan": ("ten", "giai_doan.2030", "chu_tri")})
    columns = load(text)["phu_luc"][0]["cot"]
    assert [one if isinstance(one, str) else one["truong"] for one in columns] == [
        "ten",
        "giai_doan.2030",
        "ket_qua",
        "danh_gia",
        "chu_tri",
    ]


def test_columns_in_brackets_get_those_of_results_there() -> None:
    plan = "phu_luc:\n  - {ma: a, bang: chi_tieu, cot: [ten, ke_hoach], chi_tieu: [{ten: A}]}\n"
    columns = load(report_from_plan(plan, "x: 1\n"))["phu_luc"][0]["cot"]
    assert [one if isinstance(one, str) else one["truong"] for one in columns] == [
        "ten",
        "ke_hoach",
        "ket_qua",
        "danh_gia",
    ]


def test_targets_that_stand_in_no_table_come_too() -> None:
    text = report_from_plan("chi_tieu:\n  - {ma: x, ten: A, ke_hoach: 5}\n", "x: 1\n")
    assert load(text)["chi_tieu"] == [{"ma": "x", "ten": "A", "ke_hoach": "5", "ket_qua": "<<?kết quả>>"}]


def test_a_plan_with_windows_line_ends_gives_the_same_report() -> None:
    assert report_from_plan("\ufeff" + PLAN.replace("\n", "\r\n"), REPORT) == report_from_plan(PLAN, REPORT)


@pytest.mark.parametrize("tables", ["bien: {a: 1}", "bien:\n  a: 1", "bien:", "x: 1"])
def test_what_comes_along_joins_what_the_report_declares_itself(tables: str) -> None:
    plan = "bien: {b: '5, 6'}\nphu_luc:\n  - {ma: p, noi_dung: \"<<bien.b>>\"}\n"
    report = load(report_from_plan(plan, f"{tables}\ny: 2\n"))
    own = {"a": "1"} if "a: 1" in tables else {}
    assert report["bien"] == {**own, "b": "5, 6"}
    assert report["y"] == "2"
