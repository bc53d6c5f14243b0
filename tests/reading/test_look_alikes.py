"""Text in any encoding of Unicode, with any spaces and hyphens, is read as the plain one."""

from __future__ import annotations

import unicodedata

import pytest

from nq57gen.reading.look_alikes import fold
from tests.reading.build import paragraph, read

WORDS = "Độc lập - Tự do - Hạnh phúc, ngày 05 tháng 3 của Ủy ban nhân dân đường Nguyễn Trường Tộ"


def _paragraph(*texts: str) -> str:
    runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f"<w:p>{runs}</w:p>"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (unicodedata.normalize("NFD", WORDS), WORDS),
        ("Vie\u0323\u0302t Việ\u0302t", "Việt Việ\u0302t"),
        ("\u00ea\u0323", "ệ"),  # as UniKey types: the letter with its hat, the tone apart
        ("45/KH\u2011UBND 45/KH\u2010UBND 45/KH\u2012UBND 45/KH\xadUBND", "45/KH-UBND " * 3 + "45/KH-UBND"),
        ("thực\xadhiện", "thựchiện"),
        ("Độc lập \xad Tự do", "Độc lập - Tự do"),
        ("Số:\xa045\u202f/\u2007KH\u3000a\u2009b", "Số: 45 / KH a b"),
        ("Số\uff1a 45\uff0fKH\uff0dUBND\uff0c \uff08a\uff09\uff1b", "Số: 45/KH-UBND, (a);"),
        ("\ufeffKính\u200b gửi\u2060:\u200e", "Kính gửi:"),
        ("\xd0iều 1, \u0189ộc lập, \xf0ất", "Điều 1, Độc lập, đất"),
        ("dấu – dài — và … giữ nguyên “nháy” 5\u2032", "dấu – dài — và … giữ nguyên “nháy” 5\u2032"),
        ("\u0301 đứng riêng x\u0302", "\u0301 đứng riêng x\u0302"),
    ],
)
def test_look_alikes_are_folded_into_the_plain_character(typed: str, meant: str) -> None:
    assert fold(typed) == meant
    assert paragraph(_paragraph(typed)).text == meant


def test_a_mark_in_the_next_run_belongs_to_the_letter_before_it() -> None:
    found = paragraph(_paragraph("Vie", "\u0323\u0302", "t Nam, u", "\u0309y ban"))
    assert [run.text for run in found.runs] == ["Việ", "t Nam, ủ", "y ban"]
    assert found.text == found.shown_text == "Việt Nam, ủy ban"


def test_a_hyphen_that_does_not_break_is_a_hyphen() -> None:
    found = paragraph("<w:p><w:r><w:t>45/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r></w:p>")
    assert found.text == "45/KH-UBND"


def test_marks_stored_apart_are_told_once_with_the_encoding_and_how_many_paragraphs() -> None:
    apart = unicodedata.normalize("NFD", "Kế hoạch triển khai")
    rows = "".join(f"<w:tr><w:tc>{_paragraph(text)}</w:tc></w:tr>" for text in ("một", apart, "hai", apart))
    file = read(_paragraph("Căn cứ Luật") + _paragraph(apart) + f"<w:tbl>{rows}</w:tbl>" + _paragraph("Hai"))
    (notice,) = file.notices
    assert (notice.code, notice.where) == ("D125", "đoạn 2")
    assert "Unicode tổ hợp" in notice.message
    assert "3 đoạn" in notice.message
    assert "dựng sẵn" in notice.hint


@pytest.mark.parametrize("text", [WORDS, "Số:\xa045/KH\u2011UBND", "\u0301 x\u0302", "\ufeffKính gửi"])
def test_composed_letters_and_odd_spaces_need_no_note(text: str) -> None:
    assert not read(_paragraph(text)).notices


def test_a_row_or_paragraph_like_one_before_is_folded_too() -> None:
    texts = ["Kế hoạch", unicodedata.normalize("NFD", "Báo cáo"), "Tờ\xa0trình", "Chỉ thị"]
    rows = "".join(f"<w:tr><w:tc>{_paragraph(text)}</w:tc></w:tr>" for text in (*texts, *texts))
    file = read("".join(map(_paragraph, texts)) + f"<w:tbl>{rows}</w:tbl>")
    meant = ["Kế hoạch", "Báo cáo", "Tờ trình", "Chỉ thị"]
    paragraphs = list(file.paragraphs())
    assert [paragraph.text for paragraph in paragraphs] == meant * 3
    assert [paragraph.decomposed for paragraph in paragraphs] == [False, True, False, False] * 3
