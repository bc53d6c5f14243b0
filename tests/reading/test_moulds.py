"""Paragraphs like one that was read are what they would be if each were read for itself."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nq57gen.reading.moulds import Moulds
from nq57gen.reading.types import WordFile
from nq57gen.reading.word_file import forget, read_word_file
from nq57gen.writer import pack
from tests.reading.build import PAGE, cell, p, package, r, row, tbl
from tests.reading.test_lists import OUTLINE, num

_TEXTS = ["a", "Nghị quyết", " hai  ", "&amp;", "&#13;x", "x\ry", "", "\t", "x\u3000", "\n", "1.", "中", "́"]
_OPENS = ["<w:t>", '<w:t xml:space="preserve">', '<w:t xml:space="default">', "<w:t xml:space='preserve'>"]
_RUN_PROPS = ["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:sz w:val="30"/></w:rPr>']
_PROPS = [
    *("", "<w:pPr/>", '<w:pPr><w:jc w:val="center"/></w:pPr>'),
    '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    f"<w:pPr><w:sectPr>{PAGE}</w:sectPr></w:pPr>",
    '<w:pPr><w:rPr><w:b/></w:rPr><w:pPrChange w:id="1"><w:pPr/></w:pPrChange></w:pPr>',
]
_ODD = [
    *("<w:r><w:t>a</w:t><w:br/></w:r>", "<w:r><w:t>a</w:t><w:t>b</w:t></w:r>", "<w:r><w:tab/></w:r>"),
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    '<w:ins w:id="2"><w:r><w:t>thêm</w:t></w:r></w:ins>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
]

_runs = st.builds(
    lambda properties, opened, text: f"<w:r>{properties}{opened}{text}</w:t></w:r>",
    st.sampled_from(_RUN_PROPS),
    st.sampled_from(_OPENS),
    st.sampled_from(_TEXTS),
)
_paragraphs = st.builds(
    lambda properties, runs: f"<w:p>{properties}{''.join(runs)}</w:p>",
    st.sampled_from(_PROPS),
    st.lists(_runs | st.sampled_from(_ODD), max_size=3),
)
_tables = st.builds(
    lambda inside: tbl(row(*map(cell, inside))), st.lists(_paragraphs, min_size=1, max_size=4)
)


def read(body: str) -> WordFile:
    return read_word_file(pack(package(body, {}, numbering=OUTLINE + num(1, 0))), "tep.docx")


def each_for_itself(body: str) -> WordFile:
    forget()
    with mock.patch.object(Moulds, "cast", return_value=None):
        return read(body)


@given(st.lists(_paragraphs | _tables, max_size=8))
def test_as_if_each_were_read_for_itself(blocks: list[str]) -> None:
    body = "".join(blocks)
    forget()
    assert read(body) == each_for_itself(body)


@pytest.mark.parametrize("opened", _OPENS)
@pytest.mark.parametrize("text", _TEXTS)
@pytest.mark.parametrize("around", ["{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"])
def test_every_text_behind_one_like_it(around: str, text: str, opened: str) -> None:
    alike = "<w:p><w:r>{}{}</w:t></w:r></w:p>"
    body = around.format(alike.format(opened, "trước") + alike.format(opened, text))
    forget()
    assert read(body) == each_for_itself(body)


def test_what_is_like_a_paragraph_is_not_read_again() -> None:
    forget()
    with mock.patch.object(Moulds, "learn", autospec=True, side_effect=Moulds.learn) as learn:
        file = read(p(r("một")) + p(r("hai")) + tbl(row(cell(p(r("ba"))), cell(p(r("bốn"))))))
    assert [paragraph.text for paragraph in file.paragraphs()] == ["một", "hai", "ba", "bốn"]
    assert learn.call_count == 2  # one outside the table, one inside
