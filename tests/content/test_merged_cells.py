"""A merged cell is one cell: whatever counts, adds up or compares the cells of a table meets it once."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from nq57gen.checks.content.engine import check_content, findings_of
from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.from_word import read_paper
from nq57gen.checks.content.paper import Covered
from nq57gen.checks.content.rule import RULES
from nq57gen.checks.layout.parts import recognise
from nq57gen.reading.word_file import read_word_file

#: Five rows, the figure 100 in one cell merged over all of them, and a total of 100.
WORD_FILE = Path(__file__).parent / "files" / "merged-number-cell.docx"


def said(code: str, text: str) -> list[str]:
    return [one.message for one in findings_of(RULES[code], paper_of(text), "a.docx")]


DOWN = """
| TT | Đơn vị | Số hồ sơ |
| 1 | Thôn Một | 100 |
| 2 | Thôn Hai | ^ |
| 3 | Thôn Ba | ^ |
| 4 | Thôn Bốn | 40 |
| Tổng | | {total} |
"""

ACROSS = """
| TT | Đơn vị | Trực tuyến | Trực tiếp |
| 1 | Thôn Một | 100 | < |
| 2 | Thôn Hai | 20 | 30 |
| Tổng | | {one} | {other} |
"""


def test_a_cell_is_told_where_it_begins_and_shown_in_all_it_covers() -> None:
    grid = paper_of(DOWN.format(total=140)).grids[0]
    first, below = grid.rows[1].cells[2], grid.rows[2].cells[2]
    assert (first.text, first.shown, first.rows, first.columns, first.covered) == ("100", "100", 3, 1, None)
    assert (below.text, below.shown, below.covered) == ("", "100", Covered.ABOVE)
    assert grid.rows[2].text == "2 Thôn Hai"


def test_a_figure_merged_down_is_added_up_once() -> None:
    assert said("SO-04", DOWN.format(total=140)) == []
    (found,) = said("SO-04", DOWN.format(total=340))
    assert "2 hàng cộng lại là 140, hàng này ghi 340" in found


@pytest.mark.parametrize(("one", "other"), [("120", "30"), ("20", "130"), ("150", "<"), ("150", "")])
def test_a_figure_merged_across_belongs_to_one_of_its_columns(one: str, other: str) -> None:
    assert said("SO-04", ACROSS.format(one=one, other=other)) == []


@pytest.mark.parametrize(("one", "other"), [("120", "130"), ("20", "30"), ("250", "<")])
def test_a_figure_merged_across_counts_in_the_total_and_not_twice(one: str, other: str) -> None:
    (found,) = said("SO-04", ACROSS.format(one=one, other=other))
    assert "cột “Trực tuyến”, “Trực tiếp”" in found


def test_a_figure_merged_down_is_no_figure_of_its_first_row_alone() -> None:
    rows = "".join(f"| {at} | Thôn {at} | {at + 7} | {at} | 7 |\n" for at in range(1, 5))
    table = f"| TT | Đơn vị | Tổng số | Nam | Nữ |\n{rows}"
    assert said("SO-05", f"{table}| 5 | Thôn 5 | 30 | 8 | 7 |\n| 6 | Thôn 6 | ^ | 9 | 6 |") == []
    assert said("SO-05", f"{table}| 5 | Thôn 5 | 15 | 15 | < |") == []
    assert len(said("SO-05", f"{table}| 5 | Thôn 5 | 30 | 8 | 7 |\n| 6 | Thôn 6 | 15 | 9 | 6 |")) == 1


def test_numbers_of_rows_merged_down_count_one_row() -> None:
    table = """
    Bảng gồm 2 nhiệm vụ sau:
    | TT | Nhiệm vụ | Sản phẩm |
    | 1 | Số hóa hồ sơ | Kho dữ liệu |
    | ^ | ^ | Báo cáo |
    | {} | Tập huấn kỹ năng | Tài liệu |
    """
    assert said("CT-08", table.format(2)) == []
    assert "sau số “1” là số “3”" in said("CT-08", table.format(3))[0]
    assert said("DEM-01", table.format(2)) == []
    assert said("DEM-01", table.format(2).replace("gồm 2", "gồm 3")) != []


def test_a_row_is_no_group_because_the_cells_beside_it_are_merged_with_those_above() -> None:
    table = "| Đơn vị | Số hồ sơ | Ghi chú |\n| Thôn Một | 100 | a |\n| Thôn Hai | ^ | ^ |\n| Tổng | 100 | |"
    assert said("SO-04", table) == []


def test_what_a_merged_cell_says_of_a_row_is_not_missing_in_it() -> None:
    rows = "".join(f"| {at} | Nhiệm vụ số {at} | {{}} |\n" for at in range(2, 6))
    table = "| TT | Nhiệm vụ | Cơ quan chủ trì |\n| 1 | Nhiệm vụ số 1 | Phòng Kinh tế |\n"
    merged = table + rows.format("^", "^", "^", "Công an")
    assert said("CT-09", merged) == said("NV-18", merged) == []
    assert said("CT-09", table + rows.format("Công an", "Công an", "", "Công an")) != []


def test_a_verdict_merged_over_targets_is_that_of_each() -> None:
    table = """
    - Đạt {} chỉ tiêu.
    - Chưa đạt 01 chỉ tiêu.
    | TT | Chỉ tiêu | Kế hoạch | Kết quả | Đánh giá |
    | 1 | 5G | 60% | 70% | Đạt |
    | 2 | Băng rộng | 60% | 90% | ^ |
    | 3 | Chữ ký số | 50% | 20% | Chưa đạt |
    """
    assert said("DEM-09", table.format("2/3")) == []
    assert said("DEM-09", table.format("3/3")) != []


def test_a_name_merged_over_its_values_is_one_target() -> None:
    table = """
    | TT | Chỉ tiêu | Nhóm | Năm 2026 |
    | 1 | Tỷ lệ hộ có internet băng rộng | Thành thị | 90% |
    | ^ | ^ | Nông thôn | 80% |
    | 2 | Tỷ lệ thôn có sóng 5G | Cả xã | 100% |
    """
    assert said("NV-01", table) == said("CT-13", table) == said("CT-15", table) == []


def in_word(total: str) -> list[str]:
    """The errors in the content of the Word file with another total."""
    packed = io.BytesIO()
    with zipfile.ZipFile(WORD_FILE) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                before, mark, after = text.rpartition(b"<w:t>100</w:t>")
                assert mark
                text = before + f"<w:t>{total}</w:t>".encode() + after
            new.writestr(name, text)
    paper = read_paper(recognise(read_word_file(packed.getvalue(), "a.docx")))
    return [one.message for one in check_content(paper, "a.docx") if one.code.startswith("SO-")]


def test_a_figure_merged_down_in_a_word_file_is_added_up_once() -> None:
    assert in_word("100") == []
    (found,) = in_word("500")
    assert "1 hàng cộng lại là 100, hàng này ghi 500" in found
