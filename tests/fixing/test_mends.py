"""Every bad example of a rule with a mend is mended, and nothing else in the file changes."""

from __future__ import annotations

import functools

import pytest
from lxml import etree

from nq57gen.checks.layout.rule import RULES, Edit
from nq57gen.fixing.fix import Fixed, fix
from nq57gen.fixing.mend import MENDS
from nq57gen.fixing.order import out_of_order
from nq57gen.reading.word_file import read_word_file
from nq57gen.writer.package import unpack
from tests.checks.test_edits import codes, example

#: Bad examples of rules with a mend in which something is left to decide: words that only the author knows.
FOR_PEOPLE = {
    "ND30-SOTRANG-03": ["phụ lục chung phần với thân văn bản"],
    "ND30-CQ-03": ["đậm như tên cơ quan ban hành", "thiếu tên địa phương"],
    "ND30-CQ-04": ["ghi cả UBND tỉnh"],
    "ND30-CQ-05": ["viết tắt UBND", "viết tắt TP."],
    "ND30-SO-02": ["thiếu viết tắt tên loại", "kiểu của Đảng"],
    "ND30-SO-03": ["ghi CV", "thiếu đơn vị soạn thảo"],
    "ND30-SO-04": ["số La Mã", "số kèm chữ"],
    "ND30-VT-01": ["chữ viết tắt của loại khác", "chữ viết tắt không có trong bảng", "đảo ký hiệu"],
    "ND30-DD-02": ["địa danh không viết hoa", "địa danh in hoa", "ngày không có thật"],
    "ND30-TQ-01": ["không có dòng thẩm quyền", "không có dòng QUYẾT ĐỊNH"],
    "ND30-CC-01": ["hai căn cứ trên một dòng"],
    "ND30-ND-06": ["biểu tượng cảm xúc"],
    "ND30-BC-05": ["tiêu đề in hoa"],
    "ND30-BC-07": ["dấu sao"],
    "ND30-ND-05": ["còn chữ sau ký hiệu"],
    "ND30-BC-06": ["dùng chữ f", "thiếu đ"],
    "ND30-BC-11": [
        "nhảy từ I đến III",
        "lặp lại I",
        "nhảy từ 1 đến 3",
        "bắt đầu từ 2",
        "nhảy từ a đến c",
        "lặp lại Điều 1",
    ],
    "ND30-KY-02": ["in hoa", "có học vị", "không viết hoa đầu âm tiết"],
    "ND30-KG-03": ["một nơi mà xuống dòng"],
    "ND30-NN-03": ["không ghi VT", "không có dòng Lưu", "dòng Lưu không ở cuối"],
    "ND30-PL-02": ["sai thứ tự"],
    "ND30-PL-05": ["thiếu dòng Kèm theo", "không ghi văn bản nào"],
    "ND30-MK-04": ["đặt trước danh sách"],
}
#: Rules about words: their mends change letters or digits, and not only signs and looks.
ABOUT_WORDS = {
    "ND30-QH-01",
    "ND30-TN-01",
    "ND30-SO-02",
    "ND30-SO-03",
    "ND30-SO-04",
    "ND30-DD-02",
    "ND30-DD-03",
    "ND30-DD-04",
    "ND30-KY-03",
    "ND30-BC-02",
    "ND30-BC-03",
    "ND30-PL-02",
    "ND30-NN-01",
}
MENDED = [
    (code, edit) for code in MENDS for edit in RULES[code].bad if edit.says not in FOR_PEOPLE.get(code, ())
]


@functools.cache
def mended(code: str, edit: Edit) -> tuple[bytes, Fixed]:
    """The file with the bad example, and what mending its rule alone makes of it."""
    _, data = example(code, edit)
    return data, fix(data, "tep.docx", lambda one: one == code)


def lines(data: bytes) -> list[str]:
    """The letters and digits of every paragraph of the text that has any, capitals or not."""
    paragraphs = read_word_file(data, "tep.docx").paragraphs()
    texts = ("".join(filter(str.isalnum, paragraph.text)).casefold() for paragraph in paragraphs)
    return [text for text in texts if text]


def ids(value: object) -> str:
    return value.says if isinstance(value, Edit) else str(value)


@pytest.mark.parametrize(("code", "edit"), MENDED, ids=ids)
def test_a_bad_example_is_mended_and_no_text_is_lost(code: str, edit: Edit) -> None:
    before, after = mended(code, edit)
    assert code not in codes(after.data)
    assert after.changes
    assert {change.code for change in after.changes} == {code}
    if code not in ABOUT_WORDS:
        assert "".join(lines(after.data)) == "".join(lines(before))
    changed = set(lines(before)) - set(lines(after.data))
    assert len(changed) <= len(after.changes)


@pytest.mark.parametrize("code", sorted(FOR_PEOPLE))
def test_what_is_left_to_people_stays_as_it_is(code: str) -> None:
    for says in FOR_PEOPLE[code]:
        edit = next(edit for edit in RULES[code].bad if edit.says == says)
        before, after = mended(code, edit)
        assert code in codes(after.data), f"{says}: is mended, so strike it off the list"
        assert lines(after.data) == lines(before)


@pytest.mark.parametrize("code", sorted(MENDS))
def test_parts_that_a_mend_does_not_touch_keep_their_bytes(code: str) -> None:
    allowed = {"word/document.xml"}
    if code.startswith("ND30-SOTRANG"):
        allowed |= {"word/header1.xml", "word/header2.xml", "word/footer1.xml"}
    if code.startswith("ND30-FONT"):
        allowed |= {"word/styles.xml"}
    edit = next(edit for edit in RULES[code].bad if (code, edit) in MENDED)
    before, after = mended(code, edit)
    old, new = unpack(before), unpack(after.data)
    assert set(old) == set(new)
    assert {name for name in old if old[name] != new[name]} <= allowed


@pytest.mark.parametrize(("code", "edit"), MENDED[::5], ids=ids)
def test_children_stay_in_the_order_of_the_format(code: str, edit: Edit) -> None:
    before, after = mended(code, edit)
    old = unpack(before)
    for name, part in unpack(after.data).items():
        if part.startswith(b"<"):
            assert not out_of_order(etree.fromstring(part)) - out_of_order(etree.fromstring(old[name]))


def test_every_mend_has_a_rule() -> None:
    assert set(MENDS) <= set(RULES)
