"""Tables of targets and tasks, and general tables."""

from __future__ import annotations

import textwrap

import pytest

from nq57gen.diagnostics import Position, Severity
from nq57gen.model.document import Align, RowKind, Table
from tests.model.show import document, rows, section, spec
from tests.schema.snippets import findings


def table(appendix: str, *parts: str) -> Table:
    """The table of the one appendix with the keys of ``appendix``."""
    keys = textwrap.indent(textwrap.dedent(appendix).strip("\n"), "    ")
    made = document(f"phu_luc:\n  - ma: a\n    tieu_de: A\n{keys}\n", *parts)
    (found,) = [block for block in made.appendices[0].blocks if isinstance(block, Table)]
    return found


def kinds(found: Table) -> str:
    """H header, G group, D data, T total."""
    letters = {RowKind.HEADER: "H", RowKind.GROUP: "G", RowKind.DATA: "D", RowKind.TOTAL: "T"}
    return "".join(letters[row.kind] for row in found.rows)


# --- targets and tasks


def test_a_layout_brings_its_columns_and_offices_their_short_names() -> None:
    found = table("""
        bang: chi_tieu
        chi_tieu:
          - {ten: Phủ sóng, don_vi_tinh: "%", ke_hoach: ≥ 60%, chu_tri: phong_vhxh}
          - {ten: Học sinh, chu_tri: [cong_an, Các trường]}
    """)
    assert rows(found) == [
        "STT | Chỉ tiêu | Đơn vị tính | Kế hoạch | Đơn vị chủ trì",
        "1 | Phủ sóng | % | ≥ 60% | Phòng VH-XH",
        "2 | Học sinh |  |  | Công an phường; Các trường",
    ]
    assert kinds(found) == "HDD"


@pytest.mark.parametrize("words", ["Phòng Không Có", "MTTQ", "VP HĐND-UBND", "HĐND-UBND"])
def test_an_office_that_nobody_declared_may_be_named_in_plain_words(words: str) -> None:
    found = table(f"""
        bang: chi_tieu
        cot: [ten, chu_tri]
        chi_tieu: [{{ten: Phủ sóng, chu_tri: {words}}}]
    """)
    assert rows(found)[1:] == [f"Phủ sóng | {words}"]


def test_groups_are_counted_in_roman_and_their_rows_start_again() -> None:
    found = table("""
        bang: chi_tieu
        cot: [stt, ten]
        chi_tieu:
          - nhom: Hạ tầng (<<nhom.tong | hai_chu_so>>)
            chi_tieu: [{ten: A}, {ten: B}]
          - {nhom: Nhân lực (<<nhom.tong | hai_chu_so>>), chi_tieu: [{ten: C}]}
    """)
    assert rows(found) == [
        "STT | Chỉ tiêu",
        "I | Hạ tầng (02)",
        "1 | A",
        "2 | B",
        "II | Nhân lực (01)",
        "1 | C",
    ]
    assert kinds(found) == "HGDDGD"


def test_numbers_may_go_on_across_groups() -> None:
    found = table("""
        bang: chi_tieu
        cot: [stt, ten]
        danh_so_lien_tuc: có
        chi_tieu:
          - {nhom: G, chi_tieu: [{ten: A}, {ten: B}]}
          - {nhom: H, chi_tieu: [{ten: C}]}
    """)
    assert rows(found)[1:] == ["I | G", "1 | A", "2 | B", "II | H", "3 | C"]


def test_groups_inside_groups_are_counted_with_points() -> None:
    found = table("""
        bang: nhiem_vu
        cot: [stt, ten]
        nhiem_vu:
          - nhom: G
            nhiem_vu:
              - {ten: A}
              - {nhom: Trong (<<nhom.tong>>), nhiem_vu: [{ten: B}, {nhom: Sâu, nhiem_vu: [{ten: C}]}]}
              - {ten: D}
    """)
    assert rows(found)[1:] == [
        "I | G",
        "1 | A",
        "2 | Trong (2)",
        "2.1 | B",
        "2.2 | Sâu",
        "2.2.1 | C",
        "3 | D",
    ]


def test_explicit_numbers_are_printed_and_counted_on_from() -> None:
    found = table("""
        bang: chi_tieu
        cot: [stt, ten]
        chi_tieu:
          - nhom: G
            danh_so: A
            chi_tieu: [{ten: Một}, {ten: Hai, danh_so: "1.7"}, {ten: Ba}, {ten: Bốn, danh_so: ""}, {ten: Năm}]
          - {nhom: H, danh_so: "IV", chi_tieu: [{ten: X}]}
          - {nhom: K, chi_tieu: [{ten: Y}]}
    """)
    assert rows(found)[1:] == [
        "A | G",
        "1 | Một",
        "1.7 | Hai",
        "8 | Ba",
        " | Bốn",
        "9 | Năm",
        "IV | H",
        "1 | X",
        "V | K",
        "1 | Y",
    ]


def test_a_group_with_values_prints_them_in_its_cells() -> None:
    found = table("""
        bang: danh_gia
        cot: [stt, ten, ke_hoach, danh_gia, chu_tri]
        chi_tieu:
          - nhom: Nguồn lực
            ke_hoach: ≥ 50%
            danh_gia: Đạt
            chu_tri: cong_an
            chi_tieu: [{ten: A, ke_hoach: 1%}]
          - {nhom: Khác, chi_tieu: [{ten: B}]}
    """)
    assert rows(found)[1:] == [
        "I | Nguồn lực | ≥ 50% | Đạt | Công an phường",
        "1 | A | 1% | Chưa đánh giá | ",
        "II | Khác →4",
        "1 | B |  | Chưa đánh giá | ",
    ]
    assert all(cell.bold for cell in found.rows[1].cells)


def test_without_a_number_column_the_number_stands_before_the_text() -> None:
    found = table("""
        bang: nhiem_vu
        cot: [{truong: ten, kem_stt: có}, san_pham]
        nhiem_vu:
          - {nhom: G, nhiem_vu: [{ten: A, san_pham: X}, {ten: B, danh_so: "2.5."}]}
    """)
    assert rows(found) == ["Nội dung công việc | Sản phẩm", "I. G →2", "1. A | X", "2.5. B | "]


def test_columns_may_be_chosen_retitled_and_added() -> None:
    found = table("""
        bang: nhiem_vu
        cot:
          - stt
          - {truong: ten, tieu_de: "Việc năm <<nam_ke_hoach>>", rong: 50, can_le: trai}
          - {truong: chu_tri, ten_day_du: có}
          - {truong: kpi, tieu_de: KPI, rong: "12,5"}
          - {truong: giai_doan.2030, tieu_de: Năm 2030}
        nhiem_vu:
          - {ten: A, chu_tri: phong_vhxh, kpi: 100%, giai_doan: {"2030": 90%}}
    """)
    assert rows(found) == [
        "STT | Việc năm 2026 | Cơ quan chủ trì | KPI | Năm 2030",
        "1 | A | Phòng Văn hóa - Xã hội | 100% | 90%",
    ]
    aligns = [column.align for column in found.columns]
    assert aligns[:3] == [Align.CENTER, Align.LEFT, Align.CENTER]
    shares = [column.share for column in found.columns]
    assert shares[1] / shares[3] == pytest.approx(50 / 12.5)
    assert sum(shares) == pytest.approx(1)


def test_stages_stand_under_a_common_head() -> None:
    found = table("""
        bang: giai_doan
        chi_tieu:
          - {ten: Kinh tế số, giai_doan: {"2025": 20%, "2030": 35%, "2045": 60%}, chu_tri: phong_kinh_te}
    """)
    assert rows(found) == [
        "STT ↓2 | Chỉ tiêu ↓2 | Giai đoạn →5 | Cơ quan chủ trì ↓2 | Cơ quan phối hợp ↓2",
        "^ | ^ | Năm 2025 | Năm 2030 | Năm 2035 | Năm 2040 | Năm 2045 | ^ | ^",
        "1 | Kinh tế số | 20% | 35% |  |  | 60% | Phòng Kinh tế, Hạ tầng và Đô thị | ",
    ]
    assert kinds(found) == "HHD"


def test_an_evaluation_column_is_computed() -> None:
    found = table("""
        bang: danh_gia
        cot: [ten, ke_hoach, ket_qua, danh_gia]
        chi_tieu: [{ten: A, ke_hoach: ≥ 60%, ket_qua: 75%}, {ten: B, ke_hoach: 10, ket_qua: 9}, {ten: C}]
    """)
    assert rows(found)[1:] == ["A | ≥ 60% | 75% | Đạt", "B | 10 | 9 | Chưa đạt", "C |  |  | Chưa đánh giá"]


def test_a_cell_may_hold_several_paragraphs_and_looks() -> None:
    found = table("""
        bang: nhiem_vu
        cot: [ten, san_pham]
        nhiem_vu:
          - ten: "**Đậm** <<don_vi>>"
            san_pham: |
              - Một;
              - *Hai*.
    """)
    assert rows(found)[1] == "<b>Đậm</b> phường Minh Hưng | - Một; / - <i>Hai</i>."


# --- general tables


def free(keys: str) -> Table:
    return table("bang: tu_do\n" + textwrap.dedent(keys).strip("\n"))


def test_a_general_table_prints_its_rows_and_group_rows_over_the_full_width() -> None:
    found = free("""
        cot: [{tieu_de: TT, can_le: giua, rong: 5}, {tieu_de: Nội dung}, {tieu_de: Số, can_le: phai}]
        hang:
          - ["1", Một <<don_vi.ten>>, "2.032"]
          - nhom: Lĩnh vực đất đai
            hang:
              - ["2", "", ""]
              - {nhom: Trong, hang: [["3", a, b]]}
    """)
    assert rows(found) == [
        "TT | Nội dung | Số",
        "1 | Một Minh Hưng | 2.032",
        "Lĩnh vực đất đai →3",
        "2 |  | ",
        "Trong →3",
        "3 | a | b",
    ]
    assert kinds(found) == "HDGDGD"
    assert [column.align for column in found.columns] == [Align.CENTER, Align.LEFT, Align.RIGHT]


def test_neighbouring_columns_share_a_head() -> None:
    found = free("""
        cot: [{tieu_de: A}, {tieu_de: B, nhom_cot: X}, {tieu_de: C, nhom_cot: X}, {tieu_de: D, nhom_cot: Y}]
        hang: [[a, b, c, d]]
    """)
    assert rows(found)[:2] == ["A ↓2 | X →2 | Y", "^ | B | C | D"]
    assert kinds(found) == "HHD"


def test_cells_may_be_merged_both_ways() -> None:
    found = free("""
        cot: [{tieu_de: A}, {tieu_de: B}, {tieu_de: C}, {tieu_de: D}]
        hang:
          - [{chu: ngang, gop_cot: 2}, c, d]
          - [a, {chu: dọc, gop_hang: 3}, c, d]
          - [a, {chu: cả hai, gop_cot: 2, gop_hang: 2}]
          - [a]
          - [a, b, c, d]
    """)
    assert rows(found)[1:] == [
        "ngang →2 | c | d",
        "a | dọc ↓3 | c | d",
        "a | ^ | cả hai →2 ↓2",
        "a | ^ | ^",
        "a | b | c | d",
    ]
    assert all(sum(cell.column_span for cell in row.cells) == 4 for row in found.rows)


def test_a_row_fully_covered_from_above_cannot_be_written_but_one_cell_less_can() -> None:
    found = free("""
        cot: [{tieu_de: A}, {tieu_de: B}]
        hang: [[{chu: x, gop_hang: 3}, b], [c], [d], [e, f]]
    """)
    assert rows(found)[1:] == ["x ↓3 | b", "^ | c", "^ | d", "e | f"]


def test_rows_and_cells_may_be_bold_and_aligned() -> None:
    found = free("""
        cot: [{tieu_de: A}, {tieu_de: B}]
        hang:
          - {o: [a, b], dam: có}
          - [{chu: c, dam: có, can_le: giua}, d]
    """)
    looks = [[(cell.bold, cell.align) for cell in row.cells] for row in found.rows[1:]]
    assert looks == [[(True, None), (True, None)], [(True, Align.CENTER), (False, None)]]


def test_totals_are_computed() -> None:
    found = free("""
        cot: [{tieu_de: TT}, {tieu_de: Nội dung}, {tieu_de: Nhận}, {tieu_de: Trả}, {tieu_de: Tỷ lệ}]
        hang:
          - ["1", a, "2.032", "0,5", x]
          - {nhom: Nhóm, hang: [["2", b, "-", "1,25", y]]}
          - ["3", c, "", "", z]
        dong_tong: {nhan: Tổng cộng, cot: [3, 4]}
    """)
    assert rows(found)[-1] == "Tổng cộng →2 | 2.032 | 1,75 | "
    assert kinds(found) == "HDGDDT"


def test_a_merged_cell_is_added_up_once() -> None:
    found = free("""
        cot: [{tieu_de: A}, {tieu_de: B}]
        hang: [[a, {chu: "5", gop_hang: 2}], [b], [c, "2"]]
        dong_tong: {nhan: Cộng, cot: [2]}
    """)
    assert rows(found)[-1] == "Cộng | 7"


@pytest.mark.parametrize(("columns", "totals"), [("[2, 3]", "7 | 5"), ("[3]", " | 10"), ("[2]", "7 | ")])
def test_a_cell_merged_across_is_added_up_in_the_first_column_that_has_a_total(
    columns: str, totals: str
) -> None:
    found = free(f"""
        cot: [{{tieu_de: A}}, {{tieu_de: B}}, {{tieu_de: C}}]
        hang: [[a, {{chu: "5", gop_cot: 2}}], [b, "2", "5"]]
        dong_tong: {{nhan: Cộng, cot: {columns}}}
    """)
    assert rows(found)[-1].removeprefix("Cộng | ").removeprefix("Cộng →2 | ") == totals.removeprefix(" | ")


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        ("1.5 2.7 12.25", "16,45"),
        ("1,234.5 980.25 1,250", "3.464,75"),
        ("1,5 1,250", "2,750"),
        ("1.250 1.234,5", "2.484,5"),
    ],
)
def test_a_column_is_added_up_by_the_one_way_its_figures_are_written(cells: str, total: str) -> None:
    found = free(f"""
        cot: [{{tieu_de: A}}, {{tieu_de: B}}]
        hang: [{", ".join(f'[a, "{cell}"]' for cell in cells.split())}]
        dong_tong: {{nhan: Cộng, cot: [2]}}
    """)
    assert rows(found)[-1] == f"Cộng | {total}"


@pytest.mark.parametrize(
    ("above", "below", "said", "hint"),
    [
        (
            '"1.5"',
            '"1.250"',
            "“1.5” (hàng 1, dòng 16) có dấu chấm trước phần thập phân, “1.250” (hàng 3) có dấu chấm",
            "ghi “1,5” thay cho “1.5”; nếu “1.250” có phần thập phân thì ghi “1,250”",
        ),
        (
            '"1.234.567"',
            '{chu: "2.5", gop_hang: 2}',
            "“1.234.567” (hàng 1, dòng 16) có dấu chấm ngăn hàng nghìn, “2.5” (hàng 3) có dấu chấm trước",
            "ghi “2,5” thay cho “2.5”; ",
        ),
        (
            '"1,5"',
            '"2.5"',
            "“1,5” (hàng 1, dòng 16) có dấu phẩy trước phần thập phân, “2.5” (hàng 3) có dấu chấm trước",
            "ghi “2,5” thay cho “2.5”; ",
        ),
    ],
)
def test_a_column_that_needs_two_readings_is_told_at_its_second_cell(
    above: str, below: str, said: str, hint: str
) -> None:
    last = "" if "gop_hang" in below else ', "3"'
    (found,) = findings(
        spec(f"""
            phu_luc:
              - ma: a
                tieu_de: A
                bang: tu_do
                cot: [{{tieu_de: A}}, {{tieu_de: B}}]
                hang:
                  - [a, {above}]
                  - [b, "7"]
                  - [c, {below}]
                  - [d{last}]
                dong_tong: {{nhan: Cộng, cot: [2]}}
        """)
    )
    assert (found.code, found.severity) == ("T030", Severity.ERROR)
    assert found.position == Position(18, 13 + 6 * ("gop_hang" in below))
    assert said in found.message
    assert found.hint.startswith(hint)


def test_a_section_may_have_a_table_behind_its_text() -> None:
    lines = section("""
        viec:
          - tieu_de: A
            noi_dung: Số liệu
            bang:
              cot: [{tieu_de: X}, {tieu_de: Y}]
              hang: [[a, "1"], [b, "2"]]
              dong_tong: {nhan: Cộng, cot: [2]}
            muc: [{tieu_de: B}]
    """)
    assert lines == ["1. A", "Số liệu", "X | Y", "a | 1", "b | 2", "Cộng | 3", "1.1. B"]


def test_columns_without_a_width_share_by_what_stands_in_them() -> None:
    found = free("""
        cot: [{tieu_de: A}, {tieu_de: B}]
        hang: [[x, "một đoạn chữ dài hơn ô bên cạnh nhiều lần"]]
    """)
    narrow, wide = (column.share for column in found.columns)
    assert narrow < wide / 3
    assert narrow + wide == pytest.approx(1)


def test_a_row_field_that_no_column_prints_is_told_by_its_line() -> None:
    appendix = """
        phu_luc:
          - ma: a
            tieu_de: A
            bang: chi_tieu
            chi_tieu:
              - ten: X
                kpi: Y
    """
    (found,) = findings(spec(appendix))
    assert (found.code, found.source_line) == ("T013", "        kpi: Y")
