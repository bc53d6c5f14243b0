"""Numbers of headings and items (decree 30/2020, PL I, II.6)."""

from __future__ import annotations

from nq57gen.model.document import Heading, HeadingKind, Paragraph, ParagraphKind
from tests.model.show import document, marked, section


def titles(*parts: str) -> list[str]:
    return section(*parts)


def test_each_level_has_its_own_numbers_which_restart_under_every_heading() -> None:
    assert titles("""
        viec:
          - tieu_de: Một
            muc:
              - tieu_de: Một một
                muc: [{tieu_de: A}, {tieu_de: B}]
              - {tieu_de: Một hai}
          - tieu_de: Hai
            muc: [{tieu_de: Hai một}]
    """) == ["1. Một", "1.1. Một một", "a) A", "b) B", "1.2. Một hai", "2. Hai", "2.1. Hai một"]


def test_letters_follow_the_vietnamese_alphabet() -> None:
    items = "".join(f"      - {{tieu_de: Mục {n}}}\n" for n in range(8))
    lines = titles(f"viec:\n  - tieu_de: Một\n    kieu_danh_so: chu\n    muc:\n{items}")
    assert [line.split()[0] for line in lines[1:]] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]


def test_an_explicit_number_is_printed_and_counting_goes_on_from_it() -> None:
    assert titles("""
        viec:
          - tieu_de: Một
            muc:
              - {tieu_de: A}
              - {tieu_de: B, danh_so: "1.7."}
              - {tieu_de: C}
          - {tieu_de: Ba, danh_so: "3."}
          - {tieu_de: Bốn}
    """) == ["1. Một", "1.1. A", "1.7. B", "1.8. C", "3. Ba", "4. Bốn"]


def test_an_empty_number_is_left_out_and_not_counted() -> None:
    assert titles("""
        viec:
          - {tieu_de: Một}
          - {tieu_de: Không số, danh_so: ""}
          - {tieu_de: Hai}
    """) == ["1. Một", "Không số", "2. Hai"]


def test_a_section_may_set_the_style_of_its_children() -> None:
    lines = titles("""
        viec:
          kieu_danh_so: la_ma
          muc:
            - tieu_de: Một
              kieu_danh_so: so
              muc: [{tieu_de: A}, {tieu_de: B}]
            - tieu_de: Hai
              kieu_danh_so: khong
              muc: [{tieu_de: C}]
    """)
    assert lines == ["I. MỘT", "1. A", "2. B", "II. HAI", "C"]


def test_parts_have_their_number_on_a_line_of_its_own() -> None:
    body = document(
        "danh_so_cac_cap: [phan, so, so_cap, chu]", "viec: [{tieu_de: A, muc: [{tieu_de: B}]}]"
    ).body
    headings = [block for block in body if isinstance(block, Heading)]
    assert [(block.kind, block.label, block.runs[0].text) for block in headings] == [
        (HeadingKind.PART_LABEL, "", "Phần I"),
        (HeadingKind.PART, "", "CÔNG VIỆC"),
        (HeadingKind.ARABIC, "1.", "A"),
        (HeadingKind.DECIMAL, "1.1.", "B"),
    ]


def test_the_numbers_of_the_last_level_serve_all_below_it() -> None:
    assert titles(
        "danh_so_cac_cap: [la_ma, so]", "viec: [{tieu_de: A, muc: [{tieu_de: B, muc: [{tieu_de: C}]}]}]"
    ) == [
        "1. A",
        "1. B",
        "1. C",
    ]


def test_the_number_of_an_item_without_a_title_stands_before_its_first_paragraph() -> None:
    body = document("viec:\n  - noi_dung: |\n      Một.\n      Hai.\n  - noi_dung: Ba\n").body[1:-1]
    assert [(block.kind, marked(block.runs)) for block in body if isinstance(block, Paragraph)] == [
        (ParagraphKind.LABELLED, "1. Một."),
        (ParagraphKind.BODY, "Hai."),
        (ParagraphKind.LABELLED, "2. Ba"),
    ]


def test_an_office_gives_its_full_name_as_title() -> None:
    assert section("""
        phong_ban: {truong_hoc: {ten: Các trường học}}
        viec:
          - {don_vi_chu_tri: phong_vhxh, nhiem_vu: Chủ trì.}
          - {don_vi_chu_tri: truong_hoc, nhiem_vu: Phối hợp.}
          - {don_vi_chu_tri: Các doanh nghiệp, nhiem_vu: Tham gia}
    """) == [
        "1. Phòng Văn hóa - Xã hội",
        "Chủ trì.",
        "2. Các trường học",
        "Phối hợp.",
        "3. Các doanh nghiệp",
        "Tham gia",
    ]


def test_only_the_first_levels_are_in_upper_case() -> None:
    body = document("viec: [{tieu_de: Đẩy mạnh số hóa}]").body
    assert [block.runs[0].text for block in body if isinstance(block, Heading)] == [
        "CÔNG VIỆC",
        "Đẩy mạnh số hóa",
    ]
