"""What <<…>> can name, for each kind of unit, and the filters."""

from __future__ import annotations

import pytest

from tests.model.show import PLAN, REPORT, document, section, shown, spec, text_of
from tests.schema.snippets import changed, findings, understood

PACK = "mau: dong-nai"
UNIT = "{loai: phường, ten: Minh Hưng}"


def of(pack: str, unit: str) -> str:
    return changed(PLAN, (PACK, f"mau: {pack}"), (UNIT, unit))


PHUONG = of("dong-nai", "{loai: phường, ten: Minh Hưng}")
XA = of("hai-phong", "{loai: xã, ten: Gia Phúc}")
DAC_KHU = of("hai-phong", "{loai: đặc khu, ten: Cát Hải}")
PERSON = of("hai-phong", "{loai: phường, ten: Chu Văn An, viet_hoa_loai: có}")


@pytest.mark.parametrize(
    ("plan", "expression", "printed"),
    [
        (PHUONG, "<<don_vi>>", "phường Minh Hưng"),
        (PHUONG, "<<don_vi.ten>>, <<don_vi.loai>>, <<don_vi.loai_hoa>>", "Minh Hưng, phường, Phường"),
        (PHUONG, "<<ubnd>>", "Ủy ban nhân dân phường Minh Hưng"),
        (PHUONG, "<<ubnd.ngan>>", "UBND phường Minh Hưng"),
        (PHUONG, "<<ubnd.hoa>>", "ỦY BAN NHÂN DÂN PHƯỜNG MINH HƯNG"),
        (PHUONG, "<<tinh>>, <<tinh.ten>>, <<tinh.loai>>", "tỉnh Đồng Nai, Đồng Nai, tỉnh"),
        (PHUONG, "<<tinh.ubnd>>, <<tinh.dang_bo>>", "UBND tỉnh Đồng Nai, Tỉnh ủy"),
        (PHUONG, "<<thuat_ngu.khu_dan_cu>>", "khu phố"),
        (PHUONG, "<<phong_ban.phong_kinh_te>>", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        (PHUONG, "<<phong_ban.cong_an>>", "Công an phường"),
        (
            PHUONG,
            "<<phong_ban.phong_vhxh.ngan>>, <<phong_ban.phong_vhxh.ten>>",
            "Phòng VH-XH, Phòng Văn hóa - Xã hội",
        ),
        (PHUONG, "<<loai_van_ban>> <<nam_ke_hoach>>", "Kế hoạch 2026"),
        (XA, "<<don_vi>>, <<ubnd.hoa>>", "xã Gia Phúc, ỦY BAN NHÂN DÂN XÃ GIA PHÚC"),
        (XA, "<<tinh>>, <<tinh.ubnd>>", "thành phố Hải Phòng, UBND thành phố Hải Phòng"),
        (XA, "<<tinh.dang_bo>>", "Thành ủy"),
        (XA, "<<thuat_ngu.khu_dan_cu>>", "thôn"),
        (XA, "<<phong_ban.phong_kinh_te>>, <<phong_ban.tram_y_te>>", "Phòng Kinh tế, Trạm Y tế xã"),
        (DAC_KHU, "<<don_vi>>, <<don_vi.loai_hoa>>", "đặc khu Cát Hải, Đặc khu"),
        (DAC_KHU, "<<ubnd>>", "Ủy ban nhân dân đặc khu Cát Hải"),
        (DAC_KHU, "<<thuat_ngu.khu_dan_cu>>, <<phong_ban.cong_an>>", "khu dân cư, Công an đặc khu"),
        (PERSON, "<<don_vi>>, <<ubnd>>", "Phường Chu Văn An, Ủy ban nhân dân Phường Chu Văn An"),
        (REPORT, "<<loai_van_ban>> <<nam_bao_cao>>", "Báo cáo 2025"),
    ],
)
def test_names_follow_the_unit_and_the_pack(plan: str, expression: str, printed: str) -> None:
    assert text_of(expression, plan=plan) == printed


@pytest.mark.parametrize("plan", [PHUONG, XA, DAC_KHU])
def test_the_letterhead_names_the_unit(plan: str) -> None:
    body, unit = document(plan=plan).letterhead.issuing_body
    assert body == "ỦY BAN NHÂN DÂN"
    assert unit in ("PHƯỜNG MINH HƯNG", "XÃ GIA PHÚC", "ĐẶC KHU CÁT HẢI")


def test_a_spec_may_replace_the_words_the_offices_and_the_province_of_its_pack() -> None:
    assert text_of("<<thuat_ngu.khu_dan_cu>>", "thuat_ngu: {khu_dan_cu: buôn}") == "buôn"
    assert text_of("<<thuat_ngu.rieng>>", "thuat_ngu: {rieng: chữ}") == "chữ"
    offices = "phong_ban: {cong_an: {ten: Đồn Công an <<don_vi>>}}"
    assert text_of("<<phong_ban.cong_an>>", offices) == "Đồn Công an phường Minh Hưng"
    plan = of("chung", "{loai: xã, ten: A, tinh: Huế, loai_tinh: thành phố}")
    assert text_of("<<tinh>>, <<tinh.dang_bo>>", plan=plan) == "thành phố Huế, Thành ủy"
    plan = plan.replace("Huế", "Hồ Chí Minh")
    said = "Thành phố Hồ Chí Minh, UBND Thành phố Hồ Chí Minh, thành phố"
    assert text_of("<<tinh>>, <<tinh.ubnd>>, <<tinh.loai>>", plan=plan) == said


def test_a_variable_is_printed_as_typed_and_may_call_others() -> None:
    assert text_of("<<bien.a>>", "bien: {a: 057}") == "057"
    assert text_of("<<bien.a>>", "bien: {a: năm <<bien.b>>, b: <<nam_ke_hoach>>}") == "năm 2026"


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("<<'29061000' | so>>", "29.061.000"),
        ("<<'58.09' | so>>", "58,09"),
        ("<<'58.09' | phan_tram>>", "58,09%"),
        ("<<5 | hai_chu_so>>, <<12 | hai_chu_so>>", "05, 12"),
        ("<<21 | bang_chu>>", "hai mươi mốt"),
        ("<<4 | la_ma>>", "IV"),
        ("<<don_vi | hoa>>", "PHƯỜNG MINH HƯNG"),
        ("<<'Đảng Ủy' | thuong>>", "đảng ủy"),
        ("<<don_vi | hoa_dau>>", "Phường Minh Hưng"),
        ("<<'5/3/2026' | ngay_ngan>>", "05/3/2026"),
        ("<<'5/3/2026' | ngay_day_du>>", "ngày 05 tháng 3 năm 2026"),
        ("<<don_vi.ten | hoa | thuong>>", "minh hưng"),
        ("<<  don_vi.ten  >>", "Minh Hưng"),
    ],
)
def test_filters(expression: str, printed: str) -> None:
    assert text_of(expression) == printed


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("<<bien.a + bien.b>>", "100"),
        ("<<bien.a - bien.b>>", "50"),
        ("<<bien.a * bien.b>>", "1875"),
        ("<<bien.a / bien.b>>", "3"),
        ("<<bien.b / 4>>", "6,25"),
        ("<<bien.lon + 1>>, <<(bien.lon + 1) | so>>", "2033, 2.033"),
        ("<<nam_ke_hoach - 1>>", "2025"),
        ("<<bien.a ~ '/' ~ bien.b>>", "75/25"),
        ("<<(bien.a / 100) | phan_tram>>", "0,75%"),
        ("<<bien.a if 1 > 0 else bien.b>>", "75"),
    ],
)
def test_arithmetic_reads_texts_as_figures(expression: str, printed: str) -> None:
    figures = 'bien: {a: "75", b: "25", lon: "2.032"}'
    used = "mo_dau: <<bien.a>> <<bien.b>> <<bien.lon>>"
    lines = shown(document(figures, used, f"viec: |\n  {expression}").body)
    assert lines[2] == printed


def test_a_figure_in_words_reads_the_vietnamese_way() -> None:
    assert section("viec: <<bien.x | bang_chu>>", "bien: {x: 1010}") == ["một nghìn không trăm mười"]


def test_an_office_of_another_name_has_the_short_name_it_is_given_or_none() -> None:
    both = "<<phong_ban.phong_vhxh>>, <<phong_ban.phong_vhxh.ngan>>"
    own = "phong_ban: {phong_vhxh: {ten: Phòng Xã hội"
    assert text_of(both, f"{own}}}}}", plan=PHUONG) == "Phòng Xã hội, Phòng Xã hội"
    assert text_of(both, f"{own}, ngan: P. XH}}}}", plan=PHUONG) == "Phòng Xã hội, P. XH"


def test_tables_print_the_own_name_of_an_office_that_the_pack_calls_otherwise() -> None:
    row = "{ten: A, chu_tri: [phong_vhxh, cong_an]}"
    text = spec(
        "phong_ban: {phong_vhxh: {ten: Phòng Xã hội}}",
        f"phu_luc: [{{ma: a, tieu_de: Một, bang: nhiem_vu, cot: [ten, chu_tri], nhiem_vu: [{row}]}}]",
        plan=PHUONG,
    )
    assert findings(text) == ()
    assert shown(understood(text).document.appendices[0].blocks)[-1] == "A | Phòng Xã hội; Công an phường"
