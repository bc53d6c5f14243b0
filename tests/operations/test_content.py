"""``check`` over what a document says: the same findings for a spec and its Word file, at lines or places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nq57gen.checks.content.rule import FAMILIES
from nq57gen.diagnostics import Diagnostic
from nq57gen.operations.check import check
from nq57gen.operations.chosen import Chosen, choose, named
from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import Given, Job
from nq57gen.operations.regenerate import regenerate
from nq57gen.shape.checks import CONTENT_FAMILIES
from tests.schema.snippets import ROOT, changed

#: One mistake of structure in a text, one in a table, one in words that a variable prints.
PLAN = """\
phien_ban_dac_ta: 1
loai_van_ban: ke_hoach
mau: dong-nai
don_vi: {loai: phường, ten: Minh Hưng}
nam_ke_hoach: 2026
trich_yeu: Triển khai chuyển đổi số
bien: {viec: tuyên truyền về chuyển đổi số trên địa bàn}
muc_dich: |
  - Đưa dịch vụ công đến từng khu phố.
  - Tăng cường <<bien.viec>>.
  - Tăng cường tuyên truyền về chuyển đổi số trên địa bàn.
yeu_cau: |
  Bám sát nhiệm vụ được giao.
muc_tieu:
  chung: |
    Đạt mọi chỉ tiêu tại <<phu_luc.muc_tieu>>.
  cu_the: |
    Phủ sóng 5G toàn phường.
giai_phap:
  - tieu_de: Hạ tầng số
    noi_dung: |
      - Phủ sóng 5G.
  - tieu_de: Dữ liệu số
    noi_dung: |
      - Số hóa hồ sơ.
to_chuc_thuc_hien:
  - don_vi_chu_tri: phong_vhxh
    nhiem_vu: |
      - Chủ trì thực hiện.
  - don_vi_chu_tri: cong_an
    nhiem_vu: |
      - Bảo đảm an ninh mạng.
phu_luc:
  - ma: muc_tieu
    tieu_de: Các mục tiêu
    bang: tu_do
    cot: [{tieu_de: TT}, {tieu_de: Chỉ tiêu}, {tieu_de: Kết quả}, {tieu_de: Chủ trì}]
    hang:
      - ["1", Phủ sóng 5G, "100%", Công an]
      - ["2", Số hóa hồ sơ, "90%", Công an]
      - ["4", Chữ ký số, "50%", Công an]
      - ["5", Thanh toán trực tuyến, "60%", ""]
noi_nhan:
  - "Lưu: VT"
nguoi_ky: {quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn A}
"""
STRUCTURE = Chosen(select=frozenset({"CT", "D109", "D110", "D111"}))
Check = Callable[..., list[Diagnostic]]


@pytest.fixture
def checked(tmp_path: Path) -> Check:
    """Checks a spec, or with ``word`` what is made of it."""

    def look(text: str, chosen: Chosen = STRUCTURE, *, word: bool = False) -> list[Diagnostic]:
        spec = tmp_path / "a.yaml"
        spec.write_text(text, encoding="utf-8")
        if not word:
            return list(check(Given(spec, "a.yaml", is_word=False), ROOT, chosen))
        assert regenerate(Job(spec, "a.yaml", tmp_path / "a.docx"), Wanted(ROOT, force=True)).made
        return list(check(Given(tmp_path / "a.docx", "a.docx", is_word=True), ROOT, chosen))

    return look


def test_findings_of_a_spec_have_its_lines_and_keys(checked: Check) -> None:
    found = {one.code: one for one in checked(PLAN)}
    lines = PLAN.splitlines()
    assert {code: (one.source_line.strip(), one.where.split(":")[0]) for code, one in found.items()} == {
        "CT-13": ("- Tăng cường tuyên truyền về chuyển đổi số trên địa bàn.", "muc_dich"),
        "CT-08": ('- ["4", Chữ ký số, "50%", Công an]', "phu_luc[1].hang[3]"),
        "CT-09": ('- ["5", Thanh toán trực tuyến, "60%", ""]', "phu_luc[1].hang[4]"),
    }
    for one in found.values():
        assert one.position
        assert lines[one.position.line - 1] == one.source_line
    again = found["CT-13"]
    assert again.position
    assert again.source_line[again.position.column - 1 :].startswith("Tăng cường")


def test_places_that_a_message_names_are_lines_too(checked: Check) -> None:
    (again,) = [one for one in checked(PLAN) if one.code == "CT-13"]
    other = PLAN.splitlines().index("  - Tăng cường <<bien.viec>>.") + 1
    assert again.message.endswith(f"giống dòng {other}")


def test_the_word_file_has_the_same_findings_at_its_places(checked: Check) -> None:
    spec, word = checked(PLAN), checked(PLAN, word=True)
    assert sorted(one.code for one in word) == sorted(one.code for one in spec)
    assert all(one.position is None for one in word)
    (number,) = [one for one in word if one.code == "CT-08"]
    assert number.where == "bảng 3, hàng 4: “Chữ ký số”"
    (again,) = [one for one in word if one.code == "CT-13"]
    assert again.where.startswith("đoạn ")


def test_each_paragraph_of_a_footnote_has_its_line(checked: Check) -> None:
    note = (
        'chu_thich:\n  "1": |\n    Theo <<bien.viec>> (1) một; (2) hai.\n'
        "    Xem: (1) một; (2) hai; (4) bốn.\n"
    )
    text = changed(PLAN, ("Bám sát nhiệm vụ được giao.", "Bám sát nhiệm vụ được giao.[^1]")) + note
    (found,) = checked(text, Chosen(select=frozenset({"CT-18"})))
    assert found.source_line.strip() == "Xem: (1) một; (2) hai; (4) bốn."
    assert found.where.startswith("chu_thich.1: “")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("thoi_han: Quý II/<<nam_ke_hoach>>", "thoi_han: Quý V/<<nam_ke_hoach>>", "NV-16"),
        ("thoi_han: Quý II/<<nam_ke_hoach>>", 'thoi_han: "13/2026"   # đọc lại', "NV-16"),
        ("thoi_han: Quý II/<<nam_ke_hoach>>", "thoi_han: Quý II/2027", "NV-10"),
        ("ke_hoach: ≥ 60%", "ke_hoach: ≥ 600%", "NV-17"),
        ("ke_hoach: ≥ 60%", "ke_hoach: 600", "NV-17"),
    ],
)
def test_a_wrong_value_of_a_row_is_found_at_its_own_line(
    checked: Check, old: str, new: str, code: str
) -> None:
    sample = (ROOT / "specs/minh-hung/ke-hoach-2026.yaml").read_text(encoding="utf-8")
    assert old in sample
    (found,) = checked(sample.replace(old, new, 1), Chosen(select=frozenset({code})))
    assert found.source_line.strip() == new
    assert found.position
    assert found.source_line[found.position.column - 1 :].startswith(new.split(": ")[1])


def test_a_wrong_verdict_is_found_at_its_own_line(checked: Check) -> None:
    rows = (
        "bang: tu_do\n    cot: [{tieu_de: TT}, {tieu_de: Chỉ tiêu}, {tieu_de: Kế hoạch}, {tieu_de: Kết quả}, "
        "{tieu_de: Đánh giá}]\n    hang:\n"
        '      - ["1", Đạt chuẩn an toàn, "100%", "100%", Đạt]\n'
        '      - - "2"\n        - Đạt tỷ lệ số hóa\n        - "≥ 80%"\n        - "75%"\n        - Đạt\n'
    )
    text = PLAN[: PLAN.index("bang: tu_do")] + rows + PLAN[PLAN.index("noi_nhan:") :]
    (found,) = checked(text, Chosen(select=frozenset({"NV-05"})))
    assert found.source_line == "        - Đạt"
    assert "“Đạt tỷ lệ số hóa” có kế hoạch “≥ 80%”" in found.message


@pytest.mark.parametrize("word", [False, True])
def test_two_ways_to_set_tones_are_told_of_a_spec_too(checked: Check, word: bool) -> None:
    chosen = Chosen(select=frozenset({"ND30-SN-04"}))
    assert not checked(PLAN, chosen, word=word)
    (found,) = checked(changed(PLAN, ("      - Số hóa hồ sơ.", "      - Số hoá hồ sơ.")), chosen, word=word)
    assert word or found.source_line == "      - Số hoá hồ sơ."


def test_render_says_nothing_of_them(tmp_path: Path) -> None:
    spec = tmp_path / "a.yaml"
    spec.write_text(PLAN, encoding="utf-8")
    outcome = regenerate(Job(spec, "a.yaml", tmp_path / "a.docx"), Wanted(ROOT))
    assert outcome.made
    assert not any(named(one.code, FAMILIES) for one in outcome.diagnostics)


@pytest.mark.parametrize("word", [False, True])
def test_rules_and_families_are_set_aside(checked: Check, word: bool) -> None:
    def codes(text: str, chosen: Chosen = STRUCTURE) -> set[str]:
        return {one.code for one in checked(text, chosen, word=word)}

    assert codes(PLAN) == {"CT-08", "CT-09", "CT-13"}
    assert codes(PLAN + "kiem_tra: {bo_qua: [CT-13, NN]}\n") == {"CT-08", "CT-09"}
    assert codes(PLAN + "kiem_tra: {bo_qua: [CT]}\n") == set()
    assert codes(PLAN, choose("CT-08", "CT")) == {"CT-09", "CT-13"}
    assert codes(PLAN + "kiem_tra: {bo_qua: [CT]}\n", choose("", "CT-08")) == {"CT-08"}


def test_what_is_accepted_is_counted(checked: Check) -> None:
    found = checked(
        PLAN + "kiem_tra: {chap_nhan: [{ma: CT-09, cho: Thanh toán trực tuyến, ly_do: tỉnh chưa giao}]}\n"
    )
    assert {one.code for one in found} == {"CT-08", "CT-13", "D109"}
    (counted,) = [one for one in found if one.code == "D109"]
    assert "1 chỗ" in counted.message
    assert "CT-09" in counted.message


def test_what_is_accepted_is_counted_in_the_word_file_too(checked: Check) -> None:
    accepted = "kiem_tra: {chap_nhan: [{ma: CT-09, cho: Thanh toán trực tuyến, ly_do: tỉnh chưa giao}]}\n"
    assert {one.code for one in checked(PLAN, word=True)} == {"CT-08", "CT-09", "CT-13"}
    found = checked(PLAN + accepted, word=True)
    assert {one.code for one in found} == {"CT-08", "CT-13", "D111"}
    (counted,) = [one for one in found if one.code == "D111"]
    assert "1 chỗ" in counted.message
    assert "CT-09" in counted.message


@pytest.mark.parametrize(
    "accepted",
    [
        "{ma: CT-09, cho: Phủ sóng, ly_do: a}",
        "{ma: CT-10, cho: Thanh toán trực tuyến, ly_do: a}",
        "{ma: CT-09, cho: anh toá, ly_do: a}",
    ],
)
def test_an_acceptance_that_meets_nothing_is_told_at_its_line(checked: Check, accepted: str) -> None:
    found = checked(PLAN + f"kiem_tra:\n  chap_nhan:\n    - {accepted}\n")
    assert {one.code for one in found} == {"CT-08", "CT-09", "CT-13", "D110"}
    (told,) = [one for one in found if one.code == "D110"]
    assert accepted in told.source_line


def test_numbers_that_are_typed_are_looked_at_in_a_spec_too(checked: Check) -> None:
    text = changed(PLAN, ("  - tieu_de: Hạ tầng số\n", '  - tieu_de: Hạ tầng số\n    danh_so: "5."\n'))
    (found,) = checked(text, Chosen(select=frozenset({"ND30-BC-11"})))
    assert "bắt đầu từ “5.”" in found.message
    assert "Hạ tầng số" in found.source_line


def test_a_spec_knows_the_families_that_there_are() -> None:
    assert set(CONTENT_FAMILIES.split("|")) == set(FAMILIES)
