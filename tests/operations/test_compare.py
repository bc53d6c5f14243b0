"""``check`` of a report that names its plan: what is missing, doubled, not planned, or planned otherwise."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from nq57gen.diagnostics import Diagnostic, Severity
from nq57gen.operations.check import check
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.clone import Wish, clone, report_on
from nq57gen.operations.paths import Given
from nq57gen.operations.together import New
from tests.model import show
from tests.schema.snippets import changed, line_of

ROWS = """\
phu_luc:
  - ma: chung
    tieu_de: Chỉ tiêu
    bang: chi_tieu
    cot:
      - stt
      - ten
      - don_vi_tinh
      - ke_hoach
      - {truong: giai_doan.2025, tieu_de: Năm 2025}
      - {truong: giai_doan.2030, tieu_de: Năm 2030}
      - chu_tri
    chi_tieu:
      - nhom: Hạ tầng
        chi_tieu:
          - {ma: phu_song, ten: Phủ sóng 5G, don_vi_tinh: "%", ke_hoach: ≥ 60%, chu_tri: cong_an}
          - ma: tre_hen
            ten: Hồ sơ trễ hẹn tại <<don_vi>>
            ke_hoach: <<bien.muc>>
            chieu: giam
            chu_tri: [van_phong, Các trường]
      - {ma: so_hoa, ten: Số hóa, giai_doan: {"2025": 50%, "2030": "100%"}, chu_tri: phong_vhxh}
      - {ten: Xếp hạng, ke_hoach: Tiên tiến}
bien: {muc: ít nhất 3%}
"""
PLAN = show.spec(ROWS, plan=changed(show.PLAN, ("2026", "2025")))
REPORT = show.spec("ke_hoach_goc: ke-hoach.yaml", ROWS, plan=show.REPORT)
NO_PLAN = changed(REPORT, ("ke_hoach_goc: ke-hoach.yaml\n", ""))


def told(project: Path, report: str = REPORT, plan: str | bytes = PLAN) -> list[Diagnostic]:
    """What ``check`` says of the report beside its plan, of the codes of this comparison."""
    folder = project / "specs" / "x"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ke-hoach.yaml").write_bytes(plan if isinstance(plan, bytes) else plan.encode())
    (folder / "bao-cao.yaml").write_text(report, encoding="utf-8")
    given = Given(folder / "bao-cao.yaml", "specs/x/bao-cao.yaml", is_word=False)
    return [one for one in check(given, project, Chosen()) if one.code.startswith("L") or one.path == ""]


def test_a_report_that_says_what_its_plan_says_is_told_nothing(tmp_path: Path) -> None:
    assert told(tmp_path) == []
    assert told(tmp_path, NO_PLAN, plan=b"no plan: [") == []


FIRST = '- {ma: phu_song, ten: Phủ sóng 5G, don_vi_tinh: "%", ke_hoach: ≥ 60%, chu_tri: cong_an}'
LAST = "- {ten: Xếp hạng, ke_hoach: Tiên tiến}"

# change of the report; code; words on the blamed line; words of the message
DIFFERENT = [
    ((f"{FIRST}\n          ", ""), "L010", "- ma: chung", "Thiếu chỉ tiêu “Phủ sóng 5G” của kế hoạch (specs"),
    ((f"      {LAST}\n", ""), "L010", "- ma: chung", "“Xếp hạng”"),
    (
        (f"      {LAST}\n", f"      {LAST}\n      - {{ma: moi, ten: xếp hạng., ke_hoach: Tiên tiến}}\n"),
        "L011",
        "ma: moi",
        "đã có ở dòng",
    ),
    ((LAST, f"{LAST}\n      - {{ma: moi, ten: Chợ số}}"), "L012", "Chợ số", "không có chỉ tiêu “Chợ số”"),
    (("ke_hoach: ≥ 60%", "ke_hoach: ≥ 65%"), "L013", "phu_song", "là “≥ 60%” (specs/x/ke-hoach.yaml, dòng"),
    (("ke_hoach: ≥ 60%", "ke_hoach: 60%"), "L013", "phu_song", "ở đây là “60%”"),
    ((", ke_hoach: ≥ 60%", ""), "L013", "phu_song", "ở đây là “-”"),
    (("muc: ít nhất 3%", "muc: ít nhất 4%"), "L013", "<<bien.muc>>", "“ít nhất 3%”"),
    (("Tiên tiến", "Dẫn đầu"), "L013", "Xếp hạng", "“Tiên tiến”"),
    (('"2025": 50%', '"2025": 40%'), "L013", "so_hoa", "giá trị của giai đoạn 2025 ghi ở tệp kế hoạch"),
    (('"2030": "100%"', '"2030": 90%'), "L013", "so_hoa", "giai đoạn 2030"),
    (('"2025": 50%, ', ""), "L013", "so_hoa", "giai đoạn 2025 ghi ở tệp kế hoạch là “50%”"),
    (
        ('giai_doan: {"2025": 50%, "2030": "100%"}', "ke_hoach: 60%"),
        "L013",
        "so_hoa",
        ": giá trị kế hoạch ghi ở tệp kế hoạch là “50%”",
    ),
    (('ten: Phủ sóng 5G, don_vi_tinh: "%"', "ten: Phủ sóng 5G, don_vi_tinh: hộ"), "L013", "phu_song", "hộ"),
    (("chieu: giam", "chieu: tang"), "L013", "chieu: tang", "“giam”"),
    (("ten: Phủ sóng 5G", "ten: Phủ sóng 4G"), "L014", "phu_song", "trong kế hoạch là “Phủ sóng 5G”"),
    (("chu_tri: cong_an", "chu_tri: tram_y_te"), "L015", "phu_song", "là “Công an phường”"),
    (
        ("chu_tri: [van_phong, Các trường]", "chu_tri: van_phong"),
        "L015",
        "chu_tri: van_phong",
        "; Các trường”",
    ),
]


@pytest.mark.parametrize(("change", "code", "words", "message"), DIFFERENT)
def test_a_difference_is_told_at_its_line_with_both_values(
    tmp_path: Path, change: tuple[str, str], code: str, words: str, message: str
) -> None:
    report = changed(REPORT, change)
    (found,) = told(tmp_path, report)
    assert (found.code, found.path) == (code, "specs/x/bao-cao.yaml")
    assert found.position is not None
    assert found.position.line == line_of(report, words)
    assert message in found.message
    assert (found.severity is Severity.ERROR) == (code in {"L010", "L011", "L013"})


def test_the_line_of_the_plan_is_told(tmp_path: Path) -> None:
    (found,) = told(tmp_path, changed(REPORT, ("ke_hoach: ≥ 60%", "ke_hoach: 65%")))
    assert f"(specs/x/ke-hoach.yaml, dòng {line_of(PLAN, '≥ 60%')})" in found.message


@pytest.mark.parametrize(
    "change",
    [
        ("≥ 60%", "từ 60% trở lên"),
        ("≥ 60%", ">= 60,0 %"),
        ("≥ 60%", "<<?kế hoạch>>"),
        ("Tiên tiến", "tiên  tiến."),
        ("ten: Phủ sóng 5G", "ten: phủ sóng 5G."),
        ("ten: Phủ sóng 5G", "ten: <<?tên>>"),
        ("ma: phu_song, ", ""),
        ("ma: phu_song", "ma: phu_song_5g"),
        ("ten: Xếp hạng", "ma: xep_hang, ten: Xếp hạng"),
        ("chu_tri: cong_an", "chu_tri: Công an phường"),
        ("chu_tri: cong_an", "chu_tri: <<?chủ trì>>"),
        (", chu_tri: cong_an", ""),
        ("[van_phong, Các trường]", "[Các trường, van_phong]"),
        ('giai_doan: {"2025": 50%, "2030": "100%"}', "ke_hoach: 50%"),
        (', "2030": "100%"', ""),
    ],
)
def test_the_same_in_other_words_or_still_to_be_filled_in_is_no_difference(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    assert told(tmp_path, changed(REPORT, change)) == []


def test_two_targets_of_one_name_are_two_in_the_report_too(tmp_path: Path) -> None:
    twice = (LAST, f"{LAST}\n      {LAST}")
    assert told(tmp_path, changed(REPORT, twice), changed(PLAN, twice)) == []
    assert [one.code for one in told(tmp_path, REPORT, changed(PLAN, twice))] == ["L010"]
    assert [one.code for one in told(tmp_path, changed(REPORT, twice), PLAN)] == ["L011"]


def test_a_target_that_is_nowhere_in_the_report_is_told_where_the_plan_is_named(tmp_path: Path) -> None:
    report = changed(REPORT, ("ma: chung", "ma: rieng"), (f"      {LAST}\n", ""))
    (found,) = told(tmp_path, report)
    assert (found.code, found.source_line) == ("L010", "ke_hoach_goc: ke-hoach.yaml")


# the plan
@pytest.mark.parametrize(
    ("named", "code", "message"),
    [
        ("ke-hoach-2025.yaml", "L001", "specs/x/ke-hoach-2025.yaml"),
        (".", "L001", "specs/x"),
        ("bao-cao.yaml", "L003", "không phải là đặc tả của kế hoạch"),
        ("../../../ke-hoach.yaml", "L004", "../ke-hoach.yaml"),
        ("/ke-hoach.yaml", "L004", "/ke-hoach.yaml"),
    ],
)
def test_a_plan_that_is_none_is_told_and_nothing_else(
    tmp_path: Path, named: str, code: str, message: str
) -> None:
    (found,) = told(tmp_path / "project", changed(REPORT, ("ke-hoach.yaml", named)))
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert message in found.message
    assert found.source_line == f"ke_hoach_goc: {named}"


@pytest.mark.parametrize("plan", [PLAN.replace("ten: Phủ", "tenn: Phủ"), "a: [", b"\xff\xfe\xff"])
def test_a_plan_with_errors_is_told_with_their_number(tmp_path: Path, plan: str | bytes) -> None:
    (found,) = told(tmp_path, plan=plan)
    assert found.code == "L002"
    assert "nq57gen check specs/x/ke-hoach.yaml" in found.hint
    assert " 0 lỗi" not in found.message


def test_a_plan_of_another_unit_or_year_is_told(tmp_path: Path) -> None:
    (unit, name) = told(tmp_path, plan=changed(PLAN, ("ten: Minh Hưng", "ten: Hàng Gòn")))
    assert (unit.code, unit.severity, name.code) == ("L005", Severity.WARNING, "L014")
    assert "phường Hàng Gòn, tỉnh Đồng Nai" in unit.message
    stages = ('giai_doan: {"2025": 50%, "2030": "100%"}', "ke_hoach: 50%")
    plan = changed(PLAN, stages, ("nam_ke_hoach: 2025", "nam_ke_hoach: 2024"))
    (year,) = told(tmp_path, changed(REPORT, stages), plan)
    assert (year.code, year.severity) == ("L006", Severity.WARNING)
    # stages are of many years
    assert told(tmp_path, plan=changed(PLAN, ("nam_ke_hoach: 2025", "nam_ke_hoach: 2024"))) == []


def test_the_name_of_the_plan_may_wait_and_may_be_written_as_windows_does(tmp_path: Path) -> None:
    assert told(tmp_path, changed(REPORT, ("ke-hoach.yaml", "<<?tệp kế hoạch>>"))) == []
    assert told(tmp_path, changed(REPORT, ("ke-hoach.yaml", "..\\x\\ke-hoach.yaml"))) == []


@pytest.mark.parametrize(
    ("pack", "unit"),
    [("dong-nai", "phường Minh Hưng"), ("hai-phong", "xã Gia Phúc"), ("chung", "phường Hạc Thành")],
)
def test_a_new_report_on_a_cloned_plan_says_what_the_plan_says(tmp_path: Path, pack: str, unit: str) -> None:
    wish = Wish(pack, unit, "", 2026, datetime.date(2026, 3, 1), documents=("ke_hoach",))
    made = clone(wish, tmp_path)
    made.write()
    (plan,) = made.files
    made = report_on(plan.shown_as, "", tmp_path)
    made.write()
    (report,) = made.files
    named = f"ke_hoach_goc: {plan.path.name}\nnam_bao_cao:"
    text = re.sub(r"^(?:ke_hoach_goc: .*\n)?nam_bao_cao:", named, report.data.decode(), flags=re.MULTILINE)
    assert codes(report, text, tmp_path) == []
    measured = re.compile(r"^( {8,}don_vi_tinh:) [^<\n]+$", re.MULTILINE)
    assert measured.search(text)
    assert codes(report, measured.sub(r"\1 con", text, count=1), tmp_path) == ["L013"]


def codes(report: New, text: str, project: Path) -> list[str]:
    """The codes of this comparison, of the report with another text."""
    report.path.write_text(text, encoding="utf-8")
    given = Given(report.path, report.shown_as, is_word=False)
    return [one.code for one in check(given, project, Chosen()) if one.code.startswith("L")]
