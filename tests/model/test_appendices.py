"""Appendices: labels, the attachment line, the direction of the paper, the mark at the end."""

from __future__ import annotations

import pytest

from nq57gen.model.document import Appendix, Document
from tests.model.show import REPORT, document, shown, text_of

TWO = """
    phu_luc:
      - {ma: mot, tieu_de: Danh mục năm <<nam_ke_hoach>>, noi_dung: Chữ}
      - {ma: hai, tieu_de: Khác, noi_dung: Chữ}
"""


def one(keys: str) -> Appendix:
    (made,) = document(f"phu_luc: [{{ma: a, tieu_de: Danh mục, {keys}}}]").appendices
    return made


def labels(made: Document) -> list[str]:
    return [appendix.label for appendix in made.appendices]


def test_one_appendix_has_no_number() -> None:
    assert one("noi_dung: Chữ").label == "Phụ lục"
    assert text_of("<<phu_luc.a>>", "phu_luc: [{ma: a, tieu_de: Danh mục, noi_dung: Chữ}]") == "Phụ lục"


def test_two_are_numbered_in_roman() -> None:
    assert labels(document(TWO)) == ["Phụ lục I", "Phụ lục II"]
    assert text_of("<<phu_luc.hai>>; <<phu_luc.mot.tieu_de>>", TWO) == "Phụ lục II; Danh mục năm 2026"


def test_an_explicit_number_replaces_the_roman_one() -> None:
    keys = "phu_luc: [{ma: a, tieu_de: A, danh_so: '1', noi_dung: Chữ}, {ma: b, tieu_de: B, noi_dung: Chữ}]"
    assert labels(document(keys)) == ["Phụ lục 1", "Phụ lục II"]
    assert one("danh_so: '2', noi_dung: Chữ").label == "Phụ lục 2"


def test_titles_are_in_upper_case() -> None:
    assert [appendix.title[0].text for appendix in document(TWO).appendices] == ["DANH MỤC NĂM 2026", "KHÁC"]


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ("", "số       /KH-UBND ngày      tháng      năm 2026"),
        ("so_van_ban: 5\nngay_ban_hanh: 5/3/2026", "số 05/KH-UBND ngày 05 tháng 3 năm 2026"),
    ],
)
def test_the_attachment_line_names_the_document(settings: str, named: str) -> None:
    line = f"(Kèm theo Kế hoạch {named} của Ủy ban nhân dân phường Minh Hưng)"
    assert [appendix.attachment_line for appendix in document(settings, TWO).appendices] == [line, line]


def test_the_attachment_line_can_be_replaced() -> None:
    assert (
        one('dong_kem_theo: "(Kèm theo <<loai_van_ban>>)", noi_dung: Chữ').attachment_line
        == "(Kèm theo Kế hoạch)"
    )


@pytest.mark.parametrize(
    ("keys", "landscape"),
    [
        ("bang: chi_tieu, chi_tieu: [{ten: A}]", False),
        ("bang: nhiem_vu, nhiem_vu: [{ten: A}]", True),
        ("bang: giai_doan, chi_tieu: [{ten: A}]", True),
        ("bang: nhiem_vu, cot: [stt, ten, chu_tri, phoi_hop, san_pham], nhiem_vu: [{ten: A}]", False),
        ("bang: nhiem_vu, huong: doc, nhiem_vu: [{ten: A}]", False),
        ("bang: chi_tieu, huong: ngang, chi_tieu: [{ten: A}]", True),
        ("noi_dung: Chữ", False),
        ("noi_dung: Chữ, huong: ngang", True),
    ],
)
def test_six_columns_turn_the_paper_unless_the_spec_says_otherwise(keys: str, landscape: bool) -> None:
    assert one(keys).landscape is landscape


def test_an_appendix_ends_in_the_mark_of_the_end() -> None:
    text = one("noi_dung: Chữ.")
    assert (shown(text.blocks), text.end_mark) == (["Chữ./."], "")
    table = one("noi_dung: Chữ., bang: chi_tieu, cot: [ten], chi_tieu: [{ten: A}]")
    assert (shown(table.blocks), table.end_mark) == (["Chữ.", "Chỉ tiêu", "A"], "./.")


def test_the_body_keeps_its_own_mark() -> None:
    assert shown(document(TWO).body)[-1] == "Hết./."


def test_the_type_of_the_document_is_named_in_the_attachment_line() -> None:
    (made,) = document("phu_luc: [{ma: a, tieu_de: A, noi_dung: Chữ}]", plan=REPORT).appendices
    assert made.attachment_line.startswith("(Kèm theo Báo cáo số ")
