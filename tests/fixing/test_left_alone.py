"""What a program cannot decide is left as somebody typed it; what it can is mended beside it."""

from __future__ import annotations

import pytest

from nq57gen.fixing.fix import fix
from nq57gen.reading.word_file import read_word_file
from nq57gen.writer.package import pack, unpack
from tests.fixing.other_hands import letterhead, opening, plan, signature
from tests.reading.build import p, r, row, tbl

SENTENCE = "Văn phòng tổng hợp, báo cáo trước ngày 25 hằng tháng"


def mended(*blocks: str, code: str, section: str = "") -> bytes:
    """A plan without an end mark that ends with ``blocks``, after the fixes of one rule."""
    body = (letterhead(), opening().replace("./.", "."), *blocks, signature())
    data = pack(plan(*body, section=section) if section else plan(*body))
    return fix(data, "tep.docx", lambda one: one == code).data


def texts(data: bytes) -> list[str]:
    return [one.text for one in read_word_file(data, "tep.docx").paragraphs()]


def body_xml(data: bytes) -> str:
    return unpack(data)["word/document.xml"].decode()


@pytest.mark.parametrize(
    "last",
    ["Nguyễn Văn Bình", "Biểu mẫu tại https://luongminh.gov.vn/bieu-mau/", "(Gửi kèm dự toán chi tiết)"],
)
def test_a_name_an_address_a_remark_get_no_end_mark(last: str) -> None:
    assert texts(mended(p(last), code="ND30-ND-05"))[-5] != f"{last}./."
    assert last in texts(mended(p(last), code="ND30-ND-05"))


def test_a_sentence_gets_its_end_mark() -> None:
    assert f"{SENTENCE}./." in texts(mended(p(f"{SENTENCE}."), code="ND30-ND-05"))


def test_an_end_mark_stays_where_somebody_put_it_before_a_note() -> None:
    note = "Đầu mối liên hệ: Văn phòng, điện thoại 0237.123.456."
    found = texts(mended(p(f"{SENTENCE}./."), p(note), code="ND30-ND-05"))
    assert f"{SENTENCE}./." in found
    assert note in found


@pytest.mark.parametrize("sign", ["□", "✓", "✔", "\uf0a8", "*"])
def test_boxes_ticks_and_a_lone_asterisk_stay(sign: str) -> None:
    assert f"{sign} {SENTENCE}." in texts(mended(p(f"{sign} {SENTENCE}."), code="ND30-BC-07"))


@pytest.mark.parametrize("sign", ["•", "→", "\uf0b7"])
def test_bullets_become_hyphens(sign: str) -> None:
    assert f"- {SENTENCE}." in texts(mended(p(f"{sign} {SENTENCE}."), code="ND30-BC-07"))


@pytest.mark.parametrize(
    "font", ["Free 3 of 9", "Code 128", "IDAutomationHC39M", "Wingdings 2", "Segoe UI Emoji"]
)
def test_fonts_of_bars_and_signs_stay(font: str) -> None:
    named = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    assert named in body_xml(mended(f"<w:p>{r('*45*', named)}</w:p>", code="ND30-FONT-01"))


def test_light_letters_in_a_table_keep_their_colour_and_others_turn_black() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    table = tbl(
        row(f"<w:tc><w:tcPr><w:shd w:val='clear' w:fill='1F3864'/></w:tcPr>{p('TT', run_props=white)}</w:tc>")
    )
    xml = body_xml(mended(table, p(SENTENCE, run_props=white), code="ND30-FONT-02"))
    assert xml.count('w:val="FFFFFF"') == 1
    assert 'w:val="000000"' in xml


def test_a_change_is_told_only_of_what_was_changed() -> None:
    red, white = '<w:color w:val="FF0000"/>', '<w:color w:val="FFFFFF"/>'
    table = tbl(row(f"<w:tc>{p('TT', run_props=white)}</w:tc>"))
    body = (letterhead(), opening(), table, p(SENTENCE, run_props=red), signature())
    done = fix(pack(plan(*body)), "tep.docx", lambda one: one == "ND30-FONT-02").changes
    assert ["FF0000" in one.before for one in done] == [True]


def test_a_drawing_whose_size_is_no_number_has_none() -> None:
    ns = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    inline = f"<wp:inline {ns}><wp:extent cx='auto' cy='1'/></wp:inline>"
    drawing = f"<w:p><w:r><w:drawing>{inline}</w:drawing></w:r></w:p>"
    size = '<w:pgSz w:w="12240" w:h="15840"/>'
    margins = '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="850"/>'
    section = f"<w:sectPr>{size}{margins}</w:sectPr>"
    assert 'w:w="11906"' in body_xml(mended(drawing, code="ND30-TRANG-01", section=section))


@pytest.mark.parametrize(("width", "kept"), [(20000, True), (6000, False)])
def test_a_page_larger_than_a4_stays_where_a_table_needs_it(width: int, kept: bool) -> None:
    table = tbl(row(f"<w:tc>{p('TT')}</w:tc>"), grid=(width,))
    size = '<w:pgSz w:w="16838" w:h="23811"/>'
    margins = '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="850"/>'
    section = f"<w:sectPr>{size}{margins}</w:sectPr>"
    xml = body_xml(mended(table, code="ND30-TRANG-01", section=section))
    assert ('w:w="16838"' in xml) is kept
