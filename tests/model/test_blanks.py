"""Places to fill in: where they may stand, what is reckoned from them, where they are listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from nq57gen.blanks import CLOSE, OPEN, bracketed
from nq57gen.model.document import Table, plain
from nq57gen.model.stand_in import with_stand_ins
from tests.model.show import REPORT, document, section, spec
from tests.schema.snippets import changed, findings, line_of, understood


def lines(*parts: str, plan: str | None = None) -> list[str]:
    """The blocks of the section as they are printed."""
    return [bracketed(line) for line in (section(*parts) if plan is None else section(*parts, plan=plan))]


def cells(table: str) -> list[str]:
    (appendix,) = document(f"phu_luc:\n{table}", plan=REPORT).appendices
    found = appendix.blocks[-1]
    assert isinstance(found, Table)
    return [bracketed("|".join(map(plain, cell.paragraphs))) for row in found.rows for cell in row.cells]


TARGETS = """\
  - ma: a
    tieu_de: Chỉ tiêu
    bang: danh_gia
    chi_tieu:
      - {ma: x1, ten: Một, ke_hoach: 80%, ket_qua: 90%}
"""


def target(row: str) -> list[str]:
    """The cells of a second target, ``row`` its fields."""
    return cells(TARGETS + f"      - {{ma: x2, ten: Hai, {row}}}\n")[-7:]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Mở <<?số>> lớp", "Mở [số] lớp"),
        ("<<?cả đoạn>>", "[cả đoạn]"),
        ("<<? hai   dấu cách >>", "[hai dấu cách]"),
        ("<<?một>><<?hai>>", "[một][hai]"),
        ("**<<?đậm>>** thường", "<b>[đậm]</b> thường"),
        ("<<?nêu *hai* việc [^1] \\* **>> và *nghiêng*", "[nêu *hai* việc [^1] \\* **] và <i>nghiêng</i>"),
        (r"\<<?không phải>>", "<<?không phải>>"),
    ],
)
def test_a_blank_stands_anywhere_in_a_text(typed: str, printed: str) -> None:
    assert lines(f"viec: |\n  {typed}\n") == [printed]


def test_marks_inside_a_blank_do_not_reach_the_words_around_it() -> None:
    found = document("viec: |\n  <<?a ** b>> *c* ** d\n").body[1]
    runs = found.runs  # type: ignore[union-attr]  # a paragraph
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        (f"{OPEN}a ** b{CLOSE} ", False, False),
        ("c", False, True),
        (" ** d", False, False),
    ]


@pytest.mark.parametrize(
    "expression",
    ["bien.so", "bien.so | so", "bien.so | la_ma", "bien.so | bang_chu", "bien.so + 1", "2 * bien.so"],
)
def test_what_is_reckoned_from_a_blank_is_that_blank(expression: str) -> None:
    assert lines("bien:\n  so: <<?số lớp>>\n", f"viec: |\n  <<{expression}>> lớp\n") == ["[số lớp] lớp"]


def test_a_date_still_to_come_passes_the_filters_of_dates() -> None:
    own = "{loai: Kế hoạch, so: <<?số>>/KH, ngay: <<?ngày>>, co_quan: <<?ai>>, trich_yeu: về <<?gì>>}"
    said = "<<kh>>\n  <<kh>>\n  <<kh.ngan_ngay>>\n  <<kh.ngay>>\n  <<kh.ngay | ngay_day_du>>\n  <<kh.so>>"
    assert lines(f"van_ban:\n  kh: {own}\n", f"viec: |\n  {said}\n") == [
        "Kế hoạch số [số]/KH ngày [ngày] của [ai] về [gì]",
        "Kế hoạch số [số]/KH",
        "Kế hoạch số [số]/KH ngày [ngày]",
        "[ngày]",
        "[ngày]",
        "[số]/KH",
    ]


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ("ke_hoach: 80%, ket_qua: <<?kết quả>>", ["80%", "[kết quả]", "Chưa đánh giá", ""]),
        ("ke_hoach: <<?kế hoạch>>, ket_qua: 5%", ["[kế hoạch]", "5%", "Chưa đánh giá", ""]),
        ("ke_hoach: ≥ <<?số>>%, ket_qua: 5%", ["≥ [số]%", "5%", "Chưa đánh giá", ""]),
        ("ke_hoach: 80%, ket_qua: 90%, danh_gia: <<?tự chấm>>", ["80%", "90%", "[tự chấm]", ""]),
        ("ke_hoach: 80%, chu_tri: '<<?cơ quan, đơn vị>>'", ["80%", "", "Chưa đánh giá", "[cơ quan, đơn vị]"]),
        ("ke_hoach: 80%, chu_tri: [cong_an, <<?ai>>]", ["80%", "", "Chưa đánh giá", "Công an phường; [ai]"]),
    ],
)
def test_a_target_with_a_blank_is_not_evaluated(row: str, shown: list[str]) -> None:
    assert target(row)[3:] == shown


def test_the_counts_of_targets_with_blanks_are_right() -> None:
    rows = (
        TARGETS
        + "      - {ma: x2, ten: Hai, ke_hoach: 80%, ket_qua: <<?kết quả>>}\n"
        + "      - {ma: x3, ten: Ba, ke_hoach: 80%, ket_qua: 9%, danh_gia: <<?tự chấm>>}\n"
    )
    counts = "<<chi_tieu.tong>>, <<chi_tieu.dat>>, <<chi_tieu.chua_danh_gia>>: <<chi_tieu.x3.danh_gia>>"
    said = f"{counts}\n  <<chi_tieu.liet_ke_chua_danh_gia>>"
    assert lines(f"viec: |\n  {said}\n", f"phu_luc:\n{rows}", plan=REPORT) == [
        "3, 1, 2: [tự chấm]",
        "- Hai (kế hoạch 80%);",
        "- Ba đạt 9% (kế hoạch 80%).",
    ]


def test_the_sum_of_a_column_with_a_blank_is_a_blank() -> None:
    table = """\
  - ma: a
    tieu_de: Bảng
    bang: tu_do
    cot: [{tieu_de: <<?đầu cột>>}, {tieu_de: Số}]
    hang: [[Một, "5"], [Hai, <<?số>>]]
    dong_tong: {nhan: Cộng, cot: [2]}
"""
    assert cells(table) == ["[đầu cột]", "Số", "Một", "5", "Hai", "[số]", "Cộng", "[số]"]


FRAME = (
    ("so_van_ban: <<?số>>\nngay_ban_hanh: <<?ngày ký>>\ndia_danh: <<?nơi>>\nky_hieu: KH-<<?tắt>>\n", "head"),
    ("co_quan: {chu_quan: <<?trên>>, ban_hanh: [ỦY BAN, <<?tên>>]}\nkinh_gui: [<<?ai>>]\n", "head"),
)


def test_the_frame_of_a_document_holds_blanks() -> None:
    plan = changed(
        REPORT,
        ("ten: Minh Hưng", "ten: <<?tên phường>>"),
        ("quyen_han: TM. ỦY BAN NHÂN DÂN", "quyen_han: [TM. ỦY BAN NHÂN DÂN, <<?ký thay>>]"),
        ("chuc_vu: CHỦ TỊCH", "chuc_vu: <<?chức vụ>>"),
        ("ho_ten: Nguyễn Văn A", "ho_ten: <<?họ tên>>"),
        ('["Lưu: VT"]', "[<<?nơi nhận>>, <<?dòng lưu>>]"),
    )
    found = document(*(part for part, _ in FRAME), plan=plan)
    head, end = found.letterhead, found.signature
    assert bracketed(head.number_line) == "Số: [số]/KH-[tắt]"
    assert bracketed(head.date_line) == "[nơi], ngày [ngày ký]"
    assert bracketed(head.parent_body) == "[trên]"
    assert list(map(bracketed, head.issuing_body)) == ["ỦY BAN", "[tên]"]
    assert list(map(bracketed, found.addressees)) == ["[ai]"]
    assert list(map(bracketed, (*end.authority, end.position, end.full_name))) == [
        "TM. ỦY BAN NHÂN DÂN",
        "[KÝ THAY]",
        "[CHỨC VỤ]",
        "[họ tên]",
    ]
    assert list(map(bracketed, end.recipients)) == ["- Như trên;", "- [nơi nhận];", "- [dòng lưu]."]


def test_a_blank_used_in_several_places_is_listed_once_where_it_is_typed() -> None:
    text = spec("bien:\n  so: <<?số lớp>>\n", "viec: |\n  <<bien.so>> và <<bien.so>>, <<?số>> và <<?số>>\n")
    found = findings(text)
    assert [one.code for one in found] == ["N033"] * 3
    line, column = line_of(text, "<<?số lớp>>"), len("  so: ") + 1
    assert [(one.position.line, one.position.column) for one in found if one.position] == [
        (line, column),
        (line_of(text, "<<?số>> và <<?số>>"), 31),
        (line_of(text, "<<?số>> và <<?số>>"), 42),
    ]


def test_a_blank_that_nothing_prints_is_an_error_like_any_text() -> None:
    found = findings(spec("bien:\n  so: <<?số lớp>>\n"))
    assert [one.code for one in found] == ["N023", "N033"]


def test_the_words_of_the_province_in_a_conflict_are_no_blanks_to_fill() -> None:
    text = spec("xung_dot:\n  - {cho: viec, cua_tinh: Mở <<?số>> lớp}\n")
    assert [one.code for one in findings(text)] == ["G301"]


PACK = """\
phien_ban_dac_ta: 1
ten: Thử
an_ban: 1
ke_thua: chung
tinh: {ten: <<?tỉnh nào>>, loai: tỉnh}
thuat_ngu: {khu_dan_cu: <<?ấp hay thôn>>}
phong_ban:
  p1: {ten: Phòng <<?tên phòng>>}
van_ban:
  kh: {loai: Kế hoạch, so: <<?số>>/KH-UBND, co_quan: UBND <<?của ai>>}
"""


def test_the_blanks_of_a_pack_are_listed_at_the_pack_when_they_are_printed(tmp_path: Path) -> None:
    from nq57gen.operations.document import understand

    folder = tmp_path / "templates" / "thu"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    said = "<<phong_ban.p1>>, <<phong_ban.p1>>, <<thuat_ngu.khu_dan_cu>>, <<tinh>>"
    text = changed(spec(f"can_cu: [kh]\nviec: |\n  {said}\n"), ("mau: dong-nai", "mau: thu"))
    file = tmp_path / "thu.yaml"
    file.write_text(text, encoding="utf-8")
    found = understand(file, "thu.yaml", tmp_path).warnings
    assert {one.message for one in found} == {
        f"Bộ mẫu còn chỗ chưa điền “{words}”"
        for words in ("tên phòng", "ấp hay thôn", "tỉnh nào", "số", "của ai")
    }
    assert {one.position.line for one in found if one.position} == {line_of(text, "mau: thu")}


def test_nobody_can_type_the_marks() -> None:
    assert [one.code for one in findings(spec(f"viec: |\n  a {OPEN}b{CLOSE}\n"))] == ["Y043", "Y043"]
    assert {one.code for one in findings(spec('viec: "a \\uE000b\\uE001"\n'))} == {"Y043"}


def test_stand_ins_leave_no_blank_and_no_other_change() -> None:
    parts = [part for part, _ in FRAME]
    made = understood(spec(*parts, "viec: |\n  Mở <<?số>> lớp\n  Hết\n", plan=REPORT))
    filled = with_stand_ins(made.spec, made.document)
    assert OPEN not in repr(filled).replace("\\ue000", OPEN)
    assert [plain(block.runs) for block in filled.body[1:3]] == ["Mở nội dung lớp", "Hết"]  # type: ignore[union-attr]
    clean = understood(spec()).document
    assert with_stand_ins(made.spec, clean) is clean
