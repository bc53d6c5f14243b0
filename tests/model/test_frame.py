"""Letterhead, addressees, bases, signature, recipients and the mark at the end."""

from __future__ import annotations

import pytest

from nq57gen.model.document import Letterhead, ParagraphKind, SignatureBlock
from tests.model.show import PLAN, REPORT, document, shown
from tests.schema.snippets import changed

RECIPIENTS = 'noi_nhan: ["Lưu: VT"]'


def head(*parts: str, plan: str = PLAN) -> Letterhead:
    return document(*parts, plan=plan).letterhead


def test_a_draft_leaves_number_day_and_month_blank() -> None:
    assert head("du_thao: có", "so_van_ban:", "ngay_ban_hanh:") == Letterhead(
        issuing_body=("ỦY BAN NHÂN DÂN", "PHƯỜNG MINH HƯNG"),
        number_line="Số:       /KH-UBND",
        date_line="Minh Hưng, ngày      tháng      năm 2026",
        draft_mark="DỰ THẢO",
    )


@pytest.mark.parametrize(
    ("number", "printed"),
    [("5", "Số: 05/KH-UBND"), ("057", "Số: 57/KH-UBND"), ("9", "Số: 09/KH-UBND"), ("115", "Số: 115/KH-UBND")],
)
def test_numbers_below_ten_take_a_zero(number: str, printed: str) -> None:
    assert head(f"so_van_ban: {number}").number_line == printed


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("5/3/2026", "ngày 05 tháng 3 năm 2026"),
        ("05/02/2026", "ngày 05 tháng 02 năm 2026"),
        ("22/12/2026", "ngày 22 tháng 12 năm 2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(date: str, printed: str) -> None:
    assert head(f"ngay_ban_hanh: {date}").date_line == f"Minh Hưng, {printed}"


def test_the_year_of_issue_may_differ_from_that_of_the_document() -> None:
    assert head(plan=REPORT).date_line.endswith("năm 2025")
    assert head("nam_ban_hanh: 2026", plan=REPORT).date_line.endswith("năm 2026")


def test_number_and_symbol_follow_type_and_issuer() -> None:
    assert head(plan=REPORT).number_line == "Số:       /BC-UBND"
    assert head("co_quan: {viet_tat: BCĐ}").number_line == "Số:       /KH-BCĐ"
    assert head("ky_hieu: KH-BCĐ57", "so_van_ban: 1").number_line == "Số: 01/KH-BCĐ57"


def test_the_issuer_can_be_replaced() -> None:
    made = head("co_quan: {chu_quan: ĐẢNG ỦY, ban_hanh: [BAN CHỈ ĐẠO, NGHỊ QUYẾT 57]}", "dia_danh: Hà Nội")
    assert (made.parent_body, made.issuing_body) == ("ĐẢNG ỦY", ("BAN CHỈ ĐẠO", "NGHỊ QUYẾT 57"))
    assert made.date_line.startswith("Hà Nội, ngày")
    assert head("co_quan: {ban_hanh: ỦY BAN}").issuing_body == ("ỦY BAN",)


@pytest.mark.parametrize(
    ("unit", "place"),
    [
        ("{loai: phường, ten: Minh Hưng}", "Minh Hưng"),
        ("{loai: phường, ten: Chu Văn An, viet_hoa_loai: có}", "Phường Chu Văn An"),
        ("{loai: phường, ten: '1'}", "Phường 1"),
    ],
)
def test_a_place_named_by_a_person_or_a_number_keeps_its_common_noun(unit: str, place: str) -> None:
    plan = changed(PLAN, ("{loai: phường, ten: Minh Hưng}", unit))
    assert head(plan=plan).date_line.startswith(f"{place}, ngày")


def test_bases_end_in_semicolons_and_the_last_in_a_full_stop() -> None:
    made = document('can_cu: ["Căn cứ Luật Thủ đô;", "Căn cứ chức năng, nhiệm vụ", "Theo đề nghị.,"]')
    assert shown(made.body)[:3] == ["Căn cứ Luật Thủ đô;", "Căn cứ chức năng, nhiệm vụ;", "Theo đề nghị."]
    assert [getattr(block, "kind", None) for block in made.body[:4]].count(ParagraphKind.BASIS) == 3


@pytest.mark.parametrize(
    ("listed", "printed"),
    [
        ('["Lưu: VT"]', ("- Lưu: VT.",)),
        ('[Đảng ủy, "Lưu: VT, VX."]', ("- Đảng ủy;", "- Lưu: VT, VX.")),
        ('["- Đảng ủy;", "– HĐND,", "Lưu: VT;"]', ("- Đảng ủy;", "- HĐND;", "- Lưu: VT.")),
        (
            '["Thường trực Đảng ủy <<don_vi.loai>>", "Lưu: VT"]',
            ("- Thường trực Đảng ủy phường;", "- Lưu: VT."),
        ),
    ],
)
def test_recipients_get_their_dash_and_their_end_mark(listed: str, printed: tuple[str, ...]) -> None:
    assert document(plan=changed(PLAN, (RECIPIENTS, f"noi_nhan: {listed}"))).signature.recipients == printed


def test_a_report_to_somebody_is_also_sent_as_above() -> None:
    made = document("kinh_gui: [UBND <<tinh>>.]", plan=REPORT)
    assert made.addressees == ("UBND tỉnh Đồng Nai",)
    assert made.signature.recipients == ("- Như trên;", "- Lưu: VT.")


def test_as_above_is_not_added_twice() -> None:
    typed = changed(REPORT, (RECIPIENTS, 'noi_nhan: [Như trên, "Lưu: VT"]'))
    assert document("kinh_gui: [HĐND]", plan=typed).signature.recipients == ("- Như trên;", "- Lưu: VT.")


def test_several_addressees_are_a_list() -> None:
    assert document("kinh_gui: [UBND tỉnh, Sở Nội vụ;]", plan=REPORT).addressees == (
        "- UBND tỉnh;",
        "- Sở Nội vụ.",
    )


def test_the_signature_is_as_declared() -> None:
    plan = changed(
        PLAN,
        ("quyen_han: TM. ỦY BAN NHÂN DÂN", "quyen_han: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]"),
        ("chuc_vu: CHỦ TỊCH", "chuc_vu: PHÓ CHỦ TỊCH"),
        ("ho_ten: Nguyễn Văn A", "ho_ten: "),
        ("loai_van_ban:", "du_thao: có\nloai_van_ban:"),
    )
    assert document(plan=plan).signature == SignatureBlock(
        authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
        position="PHÓ CHỦ TỊCH",
        full_name="",
        recipients=("- Lưu: VT.",),
    )
    assert document().signature.authority == ("TM. ỦY BAN NHÂN DÂN",)


@pytest.mark.parametrize(
    ("closing", "printed"),
    [
        ("Trên đây là Kế hoạch.", "Trên đây là Kế hoạch./."),
        ("Trên đây là Kế hoạch", "Trên đây là Kế hoạch./."),
        ("Trên đây là Kế hoạch;", "Trên đây là Kế hoạch./."),
        ("Trên đây là Kế hoạch./.", "Trên đây là Kế hoạch./."),
        ("Có chữ **đậm.**", "Có chữ <b>đậm./.</b>"),
        ("Có chú thích.[^1]", "Có chú thích.[1]./."),
    ],
)
def test_the_closing_ends_in_the_mark_of_the_end(closing: str, printed: str) -> None:
    notes = "chu_thich: {'1': Chữ}" if "[^1]" in closing else ""
    assert shown(document(f"ket_thuc: {closing}", notes).body)[-1] == printed


@pytest.mark.parametrize(
    ("section", "last"),
    [
        ("viec: |\n  Một.\n  - Hai;", "- Hai./."),
        ("viec: [{tieu_de: Chỉ có tiêu đề}]", "./."),
        ("viec: {noi_dung: Chữ, bang: {cot: [{tieu_de: A}], hang: [[b]]}}", "./."),
    ],
)
def test_a_document_without_a_closing_ends_in_the_mark_too(section: str, last: str) -> None:
    made = document(section, "ket_thuc: <<bien.trong>>", "bien: {trong: \"<<''>>\"}")
    assert shown(made.body)[-1] == last


def test_the_subject_is_resolved() -> None:
    plan = changed(PLAN, ("trich_yeu: Chuyển đổi số", "trich_yeu: Chuyển đổi số trên địa bàn <<don_vi>>"))
    made = document(plan=plan)
    assert "".join(run.text for run in made.subject) == "Chuyển đổi số trên địa bàn phường Minh Hưng"
    assert (made.document_type, made.type_name) == ("ke_hoach", "KẾ HOẠCH")
