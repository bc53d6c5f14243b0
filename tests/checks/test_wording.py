"""The rules of capitals, numbers and signs: every wrong text of the table is found, no right one is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import pytest

from nq57gen.checks.layout.engine import findings_of
from nq57gen.checks.layout.parts import recognise
from nq57gen.checks.layout.rule import RULES
from nq57gen.checks.layout.wording import old_tones, words
from nq57gen.reading.word_file import read_word_file
from nq57gen.reading.xml import R, W
from tests.checks.wording_texts import TEXTS

WORDING = {
    code.removeprefix("ND30-"): rule
    for code, rule in RULES.items()
    if code.startswith(("ND30-VH", "ND30-SN"))
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
LISTS = ("agencies", "commune_offices", "regions", "holidays", "provinces", "cities")


def said(code: str, *lines: str) -> list[str]:
    """What one rule says of paragraphs without any letterhead."""
    parts = recognise(read_word_file(plain(lines), "tep.docx"))
    return [found.message for found in findings_of(WORDING[code], parts)]


def plain(lines: Sequence[str]) -> bytes:
    """The smallest Word file with these paragraphs."""
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in lines)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>')
        relation = f'<Relationship Id="a" Type="{R}/officeDocument" Target="document.xml"/>'
        links = f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>'
        package.writestr("_rels/.rels", links)
        body = f'<w:document xmlns:w="{W}"><w:body>{paragraphs}<w:sectPr/></w:body></w:document>'
        package.writestr("document.xml", body)
    return buffer.getvalue()


def cases(side: int) -> Sequence[tuple[str, str]]:
    return [(code, text) for code, both in TEXTS.items() for text in both[side]]


@pytest.mark.parametrize(("code", "text"), cases(0))
def test_a_wrong_text_is_found(code: str, text: str) -> None:
    assert said(code, text)


@pytest.mark.parametrize(("code", "text"), cases(1))
def test_a_right_text_is_left_alone(code: str, text: str) -> None:
    assert said(code, text) == []


def test_every_rule_has_texts() -> None:
    assert set(TEXTS) == set(WORDING)


@pytest.mark.parametrize("code", [code for code in WORDING if code.startswith("VH")])
def test_what_is_all_in_capitals_says_nothing_of_capitals(code: str) -> None:
    assert said(code, *(text.upper() for text in TEXTS[code][0])) == []


@pytest.mark.parametrize("code", WORDING)
def test_names_of_the_lists_are_right(code: str) -> None:
    assert said(code, *(f"Gửi {name}" for key in LISTS for name in words(key))) == []


def test_the_same_slip_is_told_once_with_its_number() -> None:
    (message,) = said("VH-06", "Ủy Ban Nhân Dân tỉnh.", "Ủy Ban Nhân Dân xã; Ủy Ban Nhân Dân phường.")
    assert "“Ủy Ban Nhân Dân” (viết “Ủy ban nhân dân”), và 2 chỗ khác" in message


def test_a_small_letter_at_the_head_of_a_sentence_is_found() -> None:
    assert said("VH-01", "Các cơ quan đã hoàn thành.", "các đơn vị báo cáo trước ngày 30.")
    assert not said("VH-01", "Gồm các việc sau:", "- tuyên truyền;", "- tập huấn.")
    assert not said(
        "VH-01", "Các cơ quan đã hoàn thành.", "- Trang dichvucong.gov.vn.", "iPhone là điện thoại."
    )


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("hoà", "hòa"),
        ("UỶ", "ỦY"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
        ("quý", "quý"),
        ("quỹ", "quỹ"),
        ("hoàn", "hoàn"),
    ],
)
def test_tones_move_to_the_first_of_two_open_vowels(text: str, old: str) -> None:
    assert old_tones(text) == old
    assert len(old_tones(text)) == len(text)
