"""Targets: their evaluation, their counts, and what the text says of them."""

from __future__ import annotations

import re

import pytest

from tests.model.show import REPORT, section, spec, text_of
from tests.schema.snippets import findings

THIRTEEN = "chi_tieu:\n" + "".join(
    f"  - {{ma: ct{number}, ten: Chỉ tiêu {number}, ke_hoach: '80', ket_qua: '{result}'}}\n"
    for number, result in enumerate([80, 90, 100, 80, 85, 99, 81, 82, 83, 84, 79, 20, ""], 1)
)


def lists(line: str, *names: str) -> str:
    """A section of ``line`` and the lists of those targets."""
    listed = "".join(f"  <<chi_tieu.liet_ke_{name}>>\n" for name in names)
    return f"viec: |\n  {line}\n{listed}"


def evaluation(row: str) -> str:
    """How a target with ``row``'s fields is evaluated; its result and plan are printed too."""
    shown = "<<chi_tieu.x.danh_gia>>"
    return text_of(
        f"{shown}<<chi_tieu.x.ten>>", f"chi_tieu: [{{ma: x, ten: Tên, {row}}}]", plan=REPORT
    ).removesuffix("Tên")


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ('ke_hoach: ≥ 60%, ket_qua: "75,2%"', "Đạt"),
        ('ke_hoach: ≥ 60%, ket_qua: "75.2"', "Đạt"),
        ("ke_hoach: ≥ 60%, ket_qua: 60%", "Đạt"),
        ("ke_hoach: ≥ 60%, ket_qua: 59%", "Chưa đạt"),
        ('ke_hoach: "> 70", ket_qua: "70"', "Chưa đạt"),
        ("ke_hoach: 100%, ket_qua: 100%", "Đạt"),
        ("ke_hoach: từ 80% trở lên, ket_qua: 58%", "Chưa đạt"),
        ("ke_hoach: ít nhất 3%, ket_qua: 3%", "Đạt"),
        ("ke_hoach: 80-90%, ket_qua: 85%", "Đạt"),
        ("ke_hoach: 5%, ket_qua: 4%, chieu: giam", "Đạt"),
        ("ke_hoach: 5%, ket_qua: 6%, chieu: giam", "Chưa đạt"),
        ("ke_hoach: 5%, ket_qua: 6%, chieu: tang", "Đạt"),
        ("ke_hoach: Hoàn thành, ket_qua: hoàn thành.", "Đạt"),
        ("ke_hoach: Hoàn thành, ket_qua: Đang làm", "Chưa đánh giá"),
        ("ke_hoach: 100%, ket_qua: ", "Chưa đánh giá"),
        ("ke_hoach: 100%", "Chưa đánh giá"),
        ('ke_hoach: "-", ket_qua: 5%', "Chưa đánh giá"),
        ('giai_doan: {"2025": 50%}, ket_qua: 60%', "Đạt"),
        ('giai_doan: {"2025": 70%}, ket_qua: 60%', "Chưa đạt"),
        ("danh_gia: Vượt", "Vượt"),
        ("danh_gia: Khó đạt", "Khó đạt"),
    ],
)
def test_a_target_is_evaluated_from_plan_and_result(row: str, verdict: str) -> None:
    assert evaluation(row) == verdict


def by_stages(row: str) -> str:
    """An appendix of the one target ``x``, which prints every stage."""
    years = "".join(f", {{truong: giai_doan.{year}, tieu_de: Năm}}" for year in re.findall(r'"(20..)":', row))
    columns = f"[ten{years}, {{truong: ket_qua, tieu_de: Kết quả}}]"
    table = f"bang: giai_doan, cot: {columns}, chi_tieu: [{{ma: x, ten: A, {row}}}]"
    return f"phu_luc: [{{ma: a, tieu_de: Một, {table}}}]"


STAGES = 'giai_doan: {"2024": 50%, "2030": 70%, "2045": "100%"}'


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        # the report is of 2025: the stage of 2024 is the latest that it has reached
        (f"{STAGES}, ket_qua: 60%", "Đạt"),
        (f"{STAGES}, ket_qua: 49%", "Chưa đạt"),
        ('giai_doan: {"2030": 70%, "2024": 50%, "2020": 20%}, ket_qua: 49%', "Chưa đạt"),
        ('giai_doan: {"2020": 50%, "2024": "-", "2030": 70%}, ket_qua: 60%', "Chưa đánh giá"),
        ('giai_doan: {"2024": <<?mức>>, "2030": 70%}, ket_qua: 60%', "Chưa đánh giá"),
        # the first stage is still to come: met early, or not to be judged yet
        ('giai_doan: {"2045": 90%, "2030": 70%}, ket_qua: 70%', "Đạt"),
        ('giai_doan: {"2030": 70%, "2045": 90%}, ket_qua: 60%', "Chưa đánh giá"),
        ('giai_doan: {"2030": 5%}, chieu: giam, ket_qua: 4%', "Đạt"),
        ('giai_doan: {"2030": 5%}, chieu: giam, ket_qua: 6%', "Chưa đánh giá"),
        ('giai_doan: {"2030": 70%}, ket_qua: 60%, danh_gia: Khó đạt', "Khó đạt"),
    ],
)
def test_a_target_by_stages_is_evaluated_by_the_latest_stage_that_the_year_has_reached(
    row: str, verdict: str
) -> None:
    assert text_of("<<chi_tieu.x.danh_gia>>", by_stages(row), plan=REPORT) == verdict


def test_a_value_for_the_year_itself_comes_before_stages() -> None:
    row = 'ke_hoach: 65%, giai_doan: {"2024": 50%}, ket_qua: 60%'
    shown = "<<chi_tieu.x.danh_gia>> <<chi_tieu.x.ke_hoach>>"
    assert text_of(shown, by_stages(row), plan=REPORT) == "Chưa đạt 65%"


def test_the_planned_value_of_a_target_by_stages_is_that_of_its_stage() -> None:
    rows = by_stages(f"{STAGES}, ket_qua: 60%")
    assert text_of("<<chi_tieu.x.ke_hoach>>", rows, plan=REPORT) == "50%"
    assert section(rows, lists("Đạt:", "dat"), plan=REPORT)[1] == "- A đạt 60% (kế hoạch 50%)."


def test_an_unreadable_stage_is_blamed_where_it_stands() -> None:
    text = spec(
        'bien: {muc: "5O%"}',
        'chi_tieu:\n  - ten: A\n    giai_doan:\n      "2024": <<bien.muc>>\n    ket_qua: 60%\n',
        "viec: <<chi_tieu.dat>>",
        plan=REPORT,
    )
    (found,) = [finding for finding in findings(text) if finding.code == "T001"]
    assert found.source_line.strip() == '"2024": <<bien.muc>>'


def test_a_typed_evaluation_wins() -> None:
    row = "{ma: x, ten: Tên, ke_hoach: 100%, ket_qua: 50%, danh_gia: Đạt}"
    shown = "<<chi_tieu.x.danh_gia>> <<chi_tieu.x.ten>> <<chi_tieu.x.ke_hoach>> <<chi_tieu.x.ket_qua>>"
    assert text_of(shown, f"chi_tieu: [{row}]", plan=REPORT) == "Đạt Tên 100% 50%"


def test_plan_and_result_may_be_variables() -> None:
    bien = "bien: {kq: 81%}"
    assert (
        text_of(
            "<<chi_tieu.x.danh_gia>> <<chi_tieu.x>>",
            bien,
            "chi_tieu: [{ma: x, ten: Tên, ke_hoach: ≥ 80%, ket_qua: <<bien.kq>>}]",
            plan=REPORT,
        )
        == "Đạt Tên"
    )


@pytest.mark.parametrize(("wrong", "right"), [("ket_qua", "ke_hoach"), ("ke_hoach", "ket_qua")])
def test_a_value_that_a_variable_makes_unreadable_is_blamed_where_it_stands(wrong: str, right: str) -> None:
    text = spec(
        'bien: {kq: "8O%"}',
        f"chi_tieu:\n  - ma: x\n    ten: <<chi_tieu.tong>>\n    {wrong}: <<bien.kq>>\n    {right}: 80%\n",
        "viec: <<chi_tieu.x.danh_gia>>",
        plan=REPORT,
    )
    (found,) = [finding for finding in findings(text) if finding.code == "T001"]
    assert found.source_line.strip() == f"{wrong}: <<bien.kq>>"


def test_counts_are_over_all_targets() -> None:
    names = ("tong", "dat", "chua_dat", "chua_danh_gia", "vuot", "kho_dat")
    shown = " ".join(f"<<chi_tieu.{name}>>" for name in names)
    assert (
        section(THIRTEEN, lists(shown, "dat", "chua_dat", "chua_danh_gia"), plan=REPORT)[0] == "13 10 2 1 0 0"
    )


def test_a_target_that_is_exceeded_counts_as_met() -> None:
    rows = "chi_tieu: [{ten: A, danh_gia: Vượt}, {ten: B, danh_gia: Đạt}, {ten: C, danh_gia: Khó đạt}]"
    body = lists("<<chi_tieu.dat>> <<chi_tieu.vuot>> <<chi_tieu.kho_dat>>", "dat", "kho_dat")
    assert section(rows, body, plan=REPORT) == [
        "2 1 1",
        "- A (kế hoạch -);",
        "- B (kế hoạch -).",
        "- C (kế hoạch -).",
    ]


def test_a_list_of_targets_is_one_bullet_each_with_its_own_sentence_if_it_has_one() -> None:
    rows = """
        chi_tieu:
          - {ten: Hồ sơ <<don_vi.loai>>, ke_hoach: ≥ 80%, ket_qua: 91%}
          - ma: b
            ten: Học sinh
            ke_hoach: 100%
            ket_qua: 100%
            cau: <<chi_tieu_nay.ten>> đủ <<chi_tieu.b.ket_qua>>, kế hoạch <<chi_tieu_nay.ke_hoach>>;
          - {ten: Doanh nghiệp, ke_hoach: 100%, ket_qua: 7%}
          - {ten: Chợ, ke_hoach: 5%}
    """
    body = lists("Đạt:", "dat") + "  Chưa:\n" + lists("", "chua_dat", "chua_danh_gia").partition("\n")[2]
    assert section(rows, body, plan=REPORT) == [
        "Đạt:",
        "- Hồ sơ phường đạt 91% (kế hoạch ≥ 80%);",
        "- Học sinh đủ 100%, kế hoạch 100%.",
        "Chưa:",
        "- Doanh nghiệp đạt 7% (kế hoạch 100%).",
        "- Chợ (kế hoạch 5%).",
    ]


def test_a_list_of_nothing_prints_nothing() -> None:
    assert section("viec: |\n  Một.\n  <<chi_tieu.liet_ke_dat>>\n  Hai.", plan=REPORT) == ["Một.", "Hai."]


def test_the_parts_of_one_target() -> None:
    row = 'chi_tieu: [{ma: x, ten: Phủ sóng, don_vi_tinh: "%", ke_hoach: ≥ 60%}]'
    parts = ("ten", "don_vi_tinh", "ke_hoach", "ket_qua")
    shown = "; ".join(["<<chi_tieu.x>>", *(f"<<chi_tieu.x.{part}>>" for part in parts)])
    assert text_of(shown, row) == "Phủ sóng; Phủ sóng; %; ≥ 60%; -"


APPENDICES = """
    phu_luc:
      - ma: mot
        tieu_de: Một
        bang: danh_gia
        chi_tieu:
          - nhom: Hạ tầng (<<nhom.tong | hai_chu_so>>)
            chi_tieu:
              - {ten: A, ke_hoach: 10%, ket_qua: 11%}
              - nhom: Trong (<<nhom.tong>>)
                chi_tieu: [{ten: B, ke_hoach: 10%, ket_qua: 1%}, {ten: C}]
          - {ten: D, ke_hoach: 10%, danh_gia: Vượt}
      - {ma: hai, tieu_de: Hai, bang: danh_gia, chi_tieu: [{ten: E, ke_hoach: 5%, ket_qua: 5%}]}
      - {ma: ba, tieu_de: Ba, bang: nhiem_vu, nhiem_vu: [{nhom: N, nhiem_vu: [{ten: F}, {ten: G}]}, {ten: H}]}
"""


def test_counts_of_an_appendix_are_its_own() -> None:
    def counts(of: str) -> str:
        return "/".join(f"<<{of}.{name}>>" for name in ("tong", "dat", "chua_dat", "chua_danh_gia"))

    line = f"{counts('phu_luc.mot')} {counts('phu_luc.hai')} {counts('chi_tieu')} <<phu_luc.ba.so_nhiem_vu>>"
    assert text_of(line, APPENDICES, plan=REPORT) == "4/2/1/1 1/1/0/0 5/3/1/1 3"


def test_tasks_are_no_targets_and_have_no_counts() -> None:
    text = spec(APPENDICES, "viec: <<phu_luc.ba.dat>>", plan=REPORT)
    assert [found.code for found in findings(text)] == ["N006"]


@pytest.mark.parametrize("columns", ["[stt, ten, danh_gia]", "[stt, ten, ke_hoach, ket_qua]"])
def test_plan_and_result_count_as_printed_when_they_or_the_evaluation_are(columns: str) -> None:
    assert findings(spec(one_target(columns), plan=REPORT)) == ()


def test_plan_and_result_that_nothing_prints_are_reported() -> None:
    text = spec(one_target("[stt, ten]"), plan=REPORT)
    assert [found.code for found in findings(text)] == ["T013", "T013"]
    # the count is worked out from them, so they are in the document
    assert findings(text.replace("viec: Chữ", "viec: <<chi_tieu.dat>>")) == ()


def one_target(columns: str) -> str:
    row = "{ten: X, ke_hoach: 1%, ket_qua: 2%}"
    return f"phu_luc: [{{ma: a, tieu_de: A, bang: danh_gia, cot: {columns}, chi_tieu: [{row}]}}]"
