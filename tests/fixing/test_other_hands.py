"""Mending files of other hands: format, words and components stay right, a second time does nothing."""

from __future__ import annotations

import pytest

from nq57gen.fixing.fix import fix
from nq57gen.fixing.opened import Opened
from nq57gen.reading.word_file import read_word_file
from nq57gen.writer.package import pack, unpack
from tests.fixing.iso_order import faults
from tests.fixing.other_hands import FILES, data_of

#: The words that rules are about, and what becomes of them; all others stay.
SAID = {
    "Độc lập – Tự do – Hạnh phúc": "Độc lập - Tự do - Hạnh phúc",
    "T/M ỦY BAN NHÂN DÂN": "TM. ỦY BAN NHÂN DÂN",
}
_COMPONENTS = (
    *(
        "national_name",
        "motto",
        "parent_body",
        "issuing_body",
        "number",
        "letter_subject",
        "date",
        "type_name",
    ),
    *(
        "subject",
        "decided_by",
        "addressees_label",
        "addressees",
        "bases",
        "body_paragraphs",
        "recipients_label",
    ),
    *("recipients", "authority", "full_name"),
)


def words(data: bytes) -> list[str]:
    """The text of body, boxes and notes; of headers all that is not the number of the page."""
    file = read_word_file(data, "tep.docx")
    headers = [one for section in file.sections for pages in section.headers.values() for one in pages]
    numbers = {id(one) for one in headers if one.text.strip().isdecimal()}
    return [one.text for one in file.all_paragraphs() if one.text and id(one) not in numbers]


def components(data: bytes) -> dict[str, list[str]]:
    parts = Opened(data, "tep.docx").parts
    held = {name: getattr(parts, name) for name in _COMPONENTS}
    listed = {name: one if isinstance(one, tuple) else (one,) for name, one in held.items()}
    texts = {name: [piece.text for piece in one if piece is not None] for name, one in listed.items()}
    return {name: [SAID.get(text, text) for text in one] for name, one in texts.items()}


@pytest.mark.parametrize("name", FILES)
def test_a_mended_file_is_no_further_from_the_format(name: str) -> None:
    data = data_of(name)
    mended = fix(data, "tep.docx")
    assert not faults(mended.data) - faults(data)


@pytest.mark.parametrize("name", FILES)
def test_words_and_components_stay(name: str) -> None:
    data = data_of(name)
    mended = fix(data, "tep.docx").data
    assert words(mended) == [SAID.get(text, text) for text in words(data)]
    assert components(mended) == components(data)


@pytest.mark.parametrize("name", FILES)
def test_a_second_time_changes_nothing(name: str) -> None:
    once = fix(data_of(name), "tep.docx")
    again = fix(once.data, "tep.docx")
    assert once.changes
    assert again.changes == ()
    assert again.data == once.data


def test_rows_of_a_signature_without_properties_are_kept_together() -> None:
    mended = fix(data_of("no styles, no settings, no row properties"), "tep.docx")
    assert "ND30-KY-10" in {change.code for change in mended.changes}
    table = Opened(mended.data, "tep.docx").parts.signature_table
    assert table is not None
    assert all(row.cant_split for row in table.rows)


def test_a_file_without_relationships_gets_them_with_its_header() -> None:
    parts = FILES["no relationships"]
    words = "niêm yết tại trụ sở"
    longer = parts["word/document.xml"].decode().replace(words, words + ", từng khu phố" * 400)
    data = pack({**parts, "word/document.xml": longer.encode()})
    mended = fix(data, "tep.docx", lambda code: code == "ND30-SOTRANG-01")
    assert mended.changes
    assert b"header1.xml" in unpack(mended.data)["word/_rels/document.xml.rels"]


def test_a_mend_that_would_touch_a_blank_says_so() -> None:
    mended = fix(data_of("blanks, notes and a recipient on two lines"), "tep.docx")
    text = "\n".join(words(mended.data))
    for kept in (
        "PHẦN THỨ HAI",
        "năm ...(3)...",
        "(Ghi chú: ghi rõ đơn vị chủ trì)",
        "\nỦy ban nhân dân xã;",
    ):
        assert kept in text


def test_addressees_in_the_letterhead_stay_where_they_are_and_get_the_size_of_addressees() -> None:
    data = data_of("addressees in the letterhead")
    mended = fix(data, "tep.docx")
    assert {one.code for one in mended.changes if "Kính gửi" in one.place or "Phòng" in one.place} == {
        "ND30-KG-02"
    }
    before, after = (
        [
            (one.text, one.align, [run.size_pt for run in one.runs])
            for one in read_word_file(file, "x").paragraphs()
            if one.text.startswith(("Kính gửi", "- Phòng", "- Các"))
        ]
        for file in (data, mended.data)
    )
    assert len(before) == 3
    assert after == [(text, align, [13 for _ in sizes]) for text, align, sizes in before]


def test_every_part_of_a_package_is_named_once() -> None:
    data = data_of("header that is not there")
    types = unpack(fix(data, "tep.docx").data)["[Content_Types].xml"].decode()
    names = [entry.split('"')[0] for entry in types.split('PartName="')[1:]]
    assert len(names) == len(set(names))


def test_a_document_of_the_party_is_left_as_it_is() -> None:
    parts = FILES["no styles, no settings, no row properties"]
    body = parts["word/document.xml"].decode()
    body = body.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM")
    mended = fix(pack({**parts, "word/document.xml": body.encode()}), "tep.docx")
    assert mended.changes == ()
