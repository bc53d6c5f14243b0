"""A document about one year does not cite what is of another."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from nq57gen.cloning import Cited, of_its_year
from nq57gen.operations.check import check_spec
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.clone import Wish, clone
from nq57gen.operations.paths import Given

PLAN_2026 = Cited("kh91_tinh", "Kế hoạch", "12/02/2026", "về việc triển khai trên địa bàn tỉnh năm 2026")
BLANK = "<<?kế hoạch năm 2025 của cấp trên>>"
TODAY = datetime.date(2026, 12, 1)


@pytest.mark.parametrize(
    ("cited", "years"),
    [
        (PLAN_2026, {2025, 2027}),
        (Cited("a", "Kế hoạch", "12/02/2026", "về chuyển đổi số"), {2025}),
        (Cited("a", "Kế hoạch", "20/12/2025", "công tác năm 2026"), {2025, 2027}),
        (Cited("a", "Kế hoạch", "", "thực hiện Nghị quyết"), set()),
        (Cited("a", "Kế hoạch", "13/9/2025", "thực hiện Nghị quyết đến hết năm 2025"), set()),
        (Cited("a", "Quyết định", "06/01/2022", "giai đoạn 2022 - 2025, tầm nhìn đến năm 2030"), set()),
        (Cited("a", "Nghị quyết", "22/12/2024", "về đột phá phát triển khoa học, công nghệ"), set()),
    ],
)
def test_which_documents_are_of_another_year(cited: Cited, years: set[int]) -> None:
    assert {year for year in (2025, 2026, 2027) if cited.is_of_another_year(year)} == years


def test_a_blank_stands_where_the_document_is_cited() -> None:
    skeleton = (
        "# (kh91_tinh, kh469_tu...) đã có sẵn\n"
        "can_cu: [nq57, kh91_tinh, kh91_tinh_khac]\n"
        "can_cu_dai:\n  - kh91_tinh\n"
        "mo_dau: |\n"
        "  Thực hiện <<kh91_tinh>> và <<kh91_tinh.ngan | thuong>>, <<ubnd>> báo cáo <<kh91_tinh_khac>>.\n"
    )
    assert of_its_year(skeleton, [PLAN_2026], 2025) == (
        "# (kh91_tinh, kh469_tu...) đã có sẵn\n"
        f'can_cu: [nq57, "{BLANK}", kh91_tinh_khac]\n'
        f'can_cu_dai:\n  - "{BLANK}"\n'
        f"mo_dau: |\n  Thực hiện {BLANK} và {BLANK}, <<ubnd>> báo cáo <<kh91_tinh_khac>>.\n"
    )
    assert of_its_year(skeleton, [PLAN_2026], 2026) == skeleton
    assert of_its_year(skeleton, [PLAN_2026], 0) == skeleton


@pytest.mark.parametrize("unit", ["phường Trấn Biên", "xã Phú Riềng"])
@pytest.mark.parametrize("year", [2024, 2025, 2027])
def test_a_fresh_report_and_plan_of_another_year_cite_no_plan_of_2026(
    tmp_path: Path, unit: str, year: int
) -> None:
    made = clone(Wish("dong-nai", unit, "", year, TODAY), tmp_path)
    made.write()
    for file in made.files:
        text = file.data.decode()
        body = "".join(line for line in text.splitlines(keepends=True) if not line.strip().startswith("#"))
        assert "kh91" not in body
        assert f"<<?kế hoạch năm {year} của cấp trên>>" in body
        told = check_spec(Given(file.path, file.shown_as, is_word=False), tmp_path, Chosen())
        assert "VB-09" not in {one.code for one in told}  # cited before it was issued


def test_a_fresh_report_of_2026_cites_the_plan_of_2026(tmp_path: Path) -> None:
    made = clone(Wish("dong-nai", "phường Trấn Biên", "", 2026, TODAY), tmp_path)
    assert all("<<kh91_tinh>>" in file.data.decode() for file in made.files)
    assert all("của cấp trên>>" not in file.data.decode() for file in made.files)
