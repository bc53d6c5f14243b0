"""Legal documents: in full at the first mention, short afterwards (decree 30/2020, PL I, II.6.b)."""

from __future__ import annotations

import pytest

from tests.model.show import document, section, shown, text_of

KH94 = """
    van_ban:
      kh94:
        loai: Kế hoạch
        so: 94/KH-UBND
        ngay: 5/2/2025
        co_quan: UBND <<don_vi>>
        trich_yeu: về chuyển đổi số
"""
FULL = "Kế hoạch số 94/KH-UBND ngày 05 tháng 02 năm 2025 của UBND phường Minh Hưng về chuyển đổi số"
SHORT = "Kế hoạch số 94/KH-UBND"


def test_the_first_mention_is_full_the_next_ones_short() -> None:
    assert section(KH94, "viec: |\n  <<kh94>>.\n  <<kh94>>; <<kh94>>.") == [f"{FULL}.", f"{SHORT}; {SHORT}."]


def test_the_order_is_that_of_the_reader_not_that_of_the_file() -> None:
    made = document(KH94, "ket_thuc: <<kh94>>", "viec: <<kh94>>", "mo_dau: <<kh94>>")
    assert shown(made.body) == [FULL, "I. CÔNG VIỆC", SHORT, f"{SHORT}./."]


def test_a_basis_is_a_full_mention_even_when_it_is_not_the_first() -> None:
    made = document(KH94, "can_cu: [kh94, kh94]", "viec: <<kh94>>")
    assert shown(made.body)[:2] == [f"Căn cứ {FULL};", f"Căn cứ {FULL}."]
    assert shown(made.body)[3] == SHORT


def test_the_short_form_alone_is_no_first_mention() -> None:
    assert section(KH94, "viec: |\n  <<kh94.ngan>>.\n  <<kh94>>.") == [f"{SHORT}.", f"{FULL}."]


def test_a_value_that_is_only_reckoned_with_is_no_first_mention() -> None:
    lines = section(
        KH94,
        "viec: Theo <<kh94>> có <<chi_tieu.tong>> chỉ tiêu",
        """
        phu_luc:
          - {ma: a, tieu_de: A, bang: chi_tieu, chi_tieu: [{ten: Ban hành, ke_hoach: Theo <<kh94>>}]}
        """,
    )
    assert lines == [f"Theo {FULL} có 1 chỉ tiêu"]


@pytest.mark.parametrize(
    ("part", "printed"),
    [
        ("day_du", FULL),
        ("ngan", SHORT),
        ("ngan_ngay", f"{SHORT} ngày 05/02/2025"),
        ("so", "94/KH-UBND"),
        ("ngay", "05/02/2025"),
        ("loai", "Kế hoạch"),
        ("co_quan", "UBND phường Minh Hưng"),
        ("trich_yeu", "về chuyển đổi số"),
    ],
)
def test_each_part_of_a_citation_can_be_printed_alone(part: str, printed: str) -> None:
    assert text_of(f"<<kh94.{part}>>" + ("" if part == "day_du" else " <<kh94.day_du>>"), KH94).startswith(
        printed
    )


def test_a_law_has_neither_number_nor_issuer() -> None:
    law = "van_ban:\n  luat: {loai: Luật, ngay: 19/02/2025, trich_yeu: Tổ chức chính quyền địa phương}\n"
    assert section(law, "viec: |\n  <<luat>>.\n  <<luat>>.") == [
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025.",
        "Luật Tổ chức chính quyền địa phương.",
    ]


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        ("{loai: Kế hoạch, so: 1/KH}", "Kế hoạch số 1/KH"),
        ("{loai: Công văn, co_quan: Sở Nội vụ}", "Công văn của Sở Nội vụ"),
        ("{loai: Kế hoạch, so: 1/KH, ngay: 31/12/2025}", "Kế hoạch số 1/KH ngày 31 tháng 12 năm 2025"),
    ],
)
def test_what_a_citation_lacks_is_not_printed(declared: str, printed: str) -> None:
    assert text_of("<<vb>>", f"van_ban: {{vb: {declared}}}") == printed


def test_citations_may_cite_each_other() -> None:
    second = "  nq: {loai: Nghị quyết, so: 1/NQ, trich_yeu: thực hiện <<kh94>>}\n"
    declared = KH94 + "    " + second
    assert section(declared, "viec: |\n  <<nq>>.\n  <<kh94>>.") == [
        f"Nghị quyết số 1/NQ thực hiện {FULL}.",
        f"{SHORT}.",
    ]


def test_the_library_of_the_pack_and_of_its_parent_can_be_cited_and_replaced() -> None:
    assert section("viec: |\n  <<nq57.ngan>>.\n  <<kh91_tinh.so>>.") == [
        "Nghị quyết số 57-NQ/TW.",
        "91/KH-UBND.",
    ]
    own = "van_ban: {nq57: {loai: Nghị quyết, so: 1/NQ}}"
    assert text_of("<<nq57>>", own) == "Nghị quyết số 1/NQ"
