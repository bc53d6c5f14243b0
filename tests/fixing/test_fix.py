"""Files of other hands with many mistakes at once, set with tables and with tabs, formatted everywhere."""

from __future__ import annotations

import re

import pytest

from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.rule import Edit, edit
from nq57gen.diagnostics import Severity
from nq57gen.errors import InvalidInput
from nq57gen.fixing.fix import fix
from nq57gen.fixing.opened import Opened
from nq57gen.reading.word_file import read_word_file
from nq57gen.writer.package import pack, unpack
from tests.checks.edits import apply
from tests.checks.good import other

#: What a hurried official does to a plan; each can be mended without asking.
MISTAKES = (
    edit("national_name", "cỡ 15", size=15),
    edit("motto", "nghiêng", italic=True),
    edit("number", "đậm", bold=True),
    edit("type_name", "cỡ 18", size=18),
    edit("subject", "không đậm", bold=False),
    edit("bases", "đứng", italic=False),
    edit("heading", "không đậm", bold=False),
    edit("body", "căn trái", align="left"),
    edit("body", "cỡ 12", at=1, size=12),
    edit("bullet", "không lùi", first_cm=0),
    edit("body", "phông khác", at=-1, font="Arial"),
    edit("body", "chữ xanh", color="0070C0"),
    edit("authority", "cỡ 12", size=12),
    edit("recipients", "cỡ 14", size=14),
    edit("full_name", "nghiêng", italic=True),
    edit("appendix.label", "cỡ 16", size=16),
    edit("appendix.title", "không đậm", bold=False),
    edit("appendix.attachment", "đứng", italic=False),
    edit("section", "lề 25,4", left=25.4, right=25.4, top=25.4),
    edit("appendix_section", "khổ A3", width=420, height=297),
    edit("section", "trang đầu có số", title_page=False),
)
WAYS = (
    "styles-table-border",
    "styles-tabs-vml",
    "defaults-table-drawing",
    "defaults-tabs-drawing",
    "direct-table-vml",
    "direct-tabs-drawing",
)


def errors(data: bytes) -> list[str]:
    found = check_layout(read_word_file(data, "tep.docx"))
    return [f"{one.code} {one.where}: {one.message}" for one in found if one.severity is Severity.ERROR]


def spoilt(way: str, mistakes: tuple[Edit, ...]) -> bytes:
    data = other(f"ke_hoach-{way}")
    for mistake in mistakes:
        data = apply(data, mistake)
    return data


@pytest.mark.parametrize("way", WAYS)
def test_many_mistakes_are_mended_at_once(way: str) -> None:
    data = spoilt(way, MISTAKES)
    assert len(errors(data)) > len(MISTAKES) / 2

    mended = fix(data, "tep.docx")

    assert errors(mended.data) == []
    assert len(mended.changes) > len(MISTAKES) / 2
    before = [paragraph.text for paragraph in read_word_file(data, "tep.docx").paragraphs()]
    assert [paragraph.text for paragraph in read_word_file(mended.data, "tep.docx").paragraphs()] == before


def test_the_words_beside_a_tab_keep_their_own_look() -> None:
    data = spoilt("styles-tabs-vml", (edit("number", "số và ngày đậm", bold=True),))

    mended = Opened(fix(data, "tep.docx").data, "tep.docx").parts

    assert mended.number is not None
    assert mended.date is not None
    assert mended.number.paragraph is mended.date.paragraph
    assert not any(run.bold or run.italic for run in mended.number.letters)
    assert all(run.italic and not run.bold for run in mended.date.letters)


def test_a_size_becomes_that_of_the_other_lines() -> None:
    data = spoilt("styles-table-border", (edit("authority", "cỡ 12", at=1, size=12),))
    (change,) = fix(data, "tep.docx", lambda code: code == "ND30-KY-01").changes
    assert (change.before, change.after) == ("cỡ 12", "cỡ 14")


def test_only_wanted_rules_are_mended() -> None:
    data = spoilt("styles-table-border", MISTAKES)
    mended = fix(data, "tep.docx", lambda code: code == "ND30-TL-01")
    assert {change.code for change in mended.changes} == {"ND30-TL-01"}
    assert "cỡ 18 → cỡ 14" in [f"{change.before} → {change.after}" for change in mended.changes]


def test_a_correct_file_is_not_changed() -> None:
    data = other("ke_hoach-defaults-table-border")
    mended = fix(data, "tep.docx", lambda code: code != "ND30-KY-10" and code != "ND30-BC-11")
    assert mended.changes == ()
    assert mended.data == data


def test_mending_twice_changes_nothing_more() -> None:
    once = fix(spoilt("direct-tabs-drawing", MISTAKES), "tep.docx")
    again = fix(once.data, "tep.docx")
    assert again.changes == ()
    assert again.data == once.data


def test_page_numbers_come_into_a_file_without_any_header() -> None:
    parts = unpack(other("ke_hoach-styles-table-border"))
    main = parts["word/document.xml"].decode()
    without = re.sub(r"<w:headerReference [^>]*/>", "", main)
    words = "việc làm của từng cơ quan"
    longer = without.replace(words, words + ", từng khu phố" * 400)
    assert len(longer) > len(without) < len(main)
    data = pack({**parts, "word/document.xml": longer.encode()})
    assert any("ND30-SOTRANG-01" in error for error in errors(data))

    mended = read_word_file(fix(data, "tep.docx").data, "tep.docx")

    assert all(section.page_numbers("header", "default") for section in mended.sections)
    assert not mended.sections[0].page_numbers("header", "first")


def test_a_signed_file_is_refused() -> None:
    parts = unpack(other("ke_hoach-styles-table-border"))
    with pytest.raises(InvalidInput) as caught:
        fix(pack({**parts, "_xmlsignatures/sig1.xml": b"<Signature/>"}), "tep.docx")
    assert [one.code for one in caught.value.diagnostics] == ["F131"]
