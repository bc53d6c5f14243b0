"""What a mend must not take from a file: pictures, signs, fields, items on two lines, words of others."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from nq57gen.fixing.declared import NOTHING, Words
from nq57gen.fixing.fix import Fixed, fix
from nq57gen.fixing.stored import stored
from nq57gen.writer import pack
from nq57gen.writer.package import unpack
from tests.fixing.other_hands import letterhead, opening, signature
from tests.reading.build import NAMESPACES, PAGE, field, p, package, r

_SYM = '<w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>'
_PICTURE = "<w:r><w:drawing><wp:inline/></w:drawing></w:r>"
_LINE = '<w:r><w:pict><v:line from="55pt,2pt" to="400pt,2pt"/></w:pict></w:r>'
_OBJECT = "<w:r><w:object/></w:r>"
_NUMBER = field("PAGE", "2")


def in_footer(content: str) -> bytes:
    """A plan with ``content`` as the one paragraph of its footer."""
    body = letterhead() + opening() + "<w:p><w:r><w:br w:type='page'/></w:r></w:p>" + signature()
    link = '<w:footerReference w:type="default" r:id="rId9"/>'
    parts = package(f"{body}<w:sectPr>{link}{PAGE}</w:sectPr>", {"rId9": p(content)})
    parts["word/rId9.xml"] = parts["word/rId9.xml"].replace(b"w:hdr", b"w:ftr")
    rels = "word/_rels/document.xml.rels"
    return pack({**parts, rels: parts[rels].replace(b"/header", b"/footer")})


def only(data: bytes, *codes: str) -> Fixed:
    return fix(data, "tep.docx", lambda code: code in codes)


def footer_of(data: bytes) -> str:
    return unpack(data)["word/rId9.xml"].decode()


@pytest.mark.parametrize("beside", [_SYM, _PICTURE, _LINE, _OBJECT], ids=["sym", "drawing", "vml", "object"])
@pytest.mark.parametrize("content", ["{0}{1}", "{1}{0}", "{2}{1}{0}"])
def test_what_stands_beside_the_number_of_the_page_stays(beside: str, content: str) -> None:
    data = in_footer(content.format(beside, _NUMBER, r("Trang ")))
    mended = only(data, "ND30-SOTRANG-01")
    assert mended.changes
    assert beside.removeprefix("<w:r>").removesuffix("</w:r>") in re.sub(
        r' xmlns:\w+="[^"]*"', "", footer_of(mended.data)
    )
    assert "PAGE" not in footer_of(mended.data)
    assert "Trang" not in footer_of(mended.data)


@pytest.mark.parametrize(
    "content",
    [
        r("Kế hoạch 45/KH-UBND – Trang ") + _NUMBER + r("/") + field("NUMPAGES", "9"),
        _NUMBER + r(" - Tiếp công dân"),
        r("Trang ") + _NUMBER + r(", in ngày ") + field("DATE", "01/12/2026"),
        _NUMBER + '<w:fldSimple w:instr=" DATE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    ],
)
def test_a_number_of_the_page_among_other_words_is_left_with_a_reason(content: str) -> None:
    data = in_footer(content)
    mended = only(data, "ND30-SOTRANG-01")
    assert footer_of(mended.data) == footer_of(data)
    assert not mended.changes
    assert [one.code for one in mended.refused] == ["ND30-SOTRANG-01"]


@pytest.mark.parametrize(
    "content", [r("Trang ") + _NUMBER + r("/") + field("NUMPAGES", "9"), r("- ") + _NUMBER + r(" -")]
)
def test_a_number_of_the_page_goes_with_the_number_of_pages(content: str) -> None:
    mended = only(in_footer(content), "ND30-SOTRANG-01")
    assert mended.changes
    assert "<w:t" not in footer_of(mended.data)
    assert "fldChar" not in footer_of(mended.data)


@pytest.mark.parametrize(
    "mark",
    [
        *(_SYM, _PICTURE, _LINE, _OBJECT),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
        '<w:bookmarkStart w:id="1" w:name="a"/>',
        '<w:fldSimple w:instr=" DATE "><w:r><w:t/></w:r></w:fldSimple>',
        '<w:r><w:contentPart r:id="rId3"/></w:r>',
        "<w:r><w:dayLong/></w:r>",
    ],
)
@pytest.mark.parametrize("words", [NOTHING, Words(fields=True)], ids=["words", "fields"])
@pytest.mark.parametrize("text", [r("Trang ") + _NUMBER, r("2")])
def test_no_mend_may_lose_what_prints_and_is_no_letter(mark: str, words: Words, text: str) -> None:
    with_it, without = (
        next(iter(stored(etree.fromstring(f"<w:hdr {NAMESPACES}>{p(content)}</w:hdr>")).values()))
        for content in (mark + text, text)
    )
    assert not words.allow(with_it, without)
    assert words.allow(with_it, with_it)
