"""What a mend must not take from a file: pictures, signs, fields, items on two lines, words of others."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from nq57gen.fixing.declared import NOTHING, Words
from nq57gen.fixing.fix import Fixed, fix
from nq57gen.fixing.stored import stored
from nq57gen.reading.word_file import read_word_file
from nq57gen.writer import pack
from nq57gen.writer.package import unpack
from tests.fixing.other_hands import letterhead, opening, plan, signature
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


MOTTO = "Độc lập - Tự do - Hạnh phúc"
_HYPHEN = "<w:noBreakHyphen/>"


def texts(data: bytes) -> list[str]:
    return [one.text for one in read_word_file(data, "tep.docx").paragraphs()]


def with_motto(runs: str) -> bytes:
    """A plan whose motto is made of ``runs``."""
    head = letterhead().replace(r(MOTTO, "<w:b/>"), runs)
    assert runs in head
    return pack(plan(head, opening(), signature()))


@pytest.mark.parametrize(
    "runs",
    [
        f"<w:r><w:t>Độc lập</w:t>{_HYPHEN}<w:t>Tự do</w:t>{_HYPHEN}<w:t>Hạnh phúc</w:t></w:r>",
        f"{r('Độc lập')}<w:r>{_HYPHEN}</w:r>{r('Tự do')}<w:r>{_HYPHEN}</w:r>{r('Hạnh phúc')}",
        f"<w:r>{_HYPHEN}<w:t>Độc lập – Tự do</w:t></w:r>{r(' – Hạnh phúc')}",
        r("Độc lập – Tự") + r(" do – Hạnh phúc"),
    ],
)
def test_a_motto_with_hyphens_that_do_not_break_is_replaced_as_a_whole(runs: str) -> None:
    mended = only(with_motto(runs), "ND30-TN-01")
    assert MOTTO in texts(mended.data)
    assert [change.after for change in mended.changes if "“" in change.after] == [f"“{MOTTO}”"]


@pytest.mark.parametrize(
    "runs",
    [
        f"<w:r><w:t>Độc lập – Tự do – Hạnh phúc</w:t>{_SYM[5:-6]}</w:r>",
        "<w:r><w:t>Độc lập – Tự do</w:t><w:br/><w:t> – Hạnh phúc</w:t></w:r>",
        f"<w:r>{_PICTURE[5:-6]}<w:t>Độc lập – Tự do – Hạnh phúc</w:t></w:r>",
    ],
)
def test_a_motto_with_a_sign_or_break_in_it_is_left_alone(runs: str) -> None:
    data = with_motto(runs)
    mended = only(data, "ND30-TN-01")
    assert not any(MOTTO in change.after for change in mended.changes)
    assert texts(mended.data) == texts(data)


def with_appendices(*blocks: str) -> bytes:
    """A plan with two appendices, whose blocks and those of its text are given."""
    return pack(plan(letterhead(), opening(), *blocks))


def appendix(label: str, title: str = "DANH MỤC") -> str:
    """The head of an appendix and a line of it; ``label`` are runs."""
    middle = '<w:jc w:val="center"/>'
    return p(label, f"<w:pageBreakBefore/>{middle}", "<w:b/>") + p(title, middle, "<w:b/>") + p("Nội dung./.")


@pytest.mark.parametrize(
    ("label", "after"),
    [
        (
            f"<w:r><w:t>Phụ lục I. KẾ HOẠCH KINH TẾ</w:t>{_HYPHEN}<w:t>XÃ HỘI</w:t></w:r>",
            ["Phụ lục I", "KẾ HOẠCH KINH TẾ-XÃ HỘI"],
        ),
        (
            f"<w:r><w:t>Phụ lục I</w:t>{_HYPHEN}<w:t>KẾ HOẠCH NĂM</w:t></w:r>",
            ["Phụ lục I", "KẾ HOẠCH NĂM"],
        ),
        ("<w:r><w:t>Phụ lục I. KẾ HOẠCH</w:t><w:br/><w:t>NĂM 2026</w:t></w:r>", None),
    ],
)
def test_a_title_beside_its_label_goes_down_whole_or_stays(label: str, after: list[str] | None) -> None:
    data = with_appendices(signature(), appendix(label), appendix("Phụ lục II"))
    mended = only(data, "ND30-PL-03")
    if after is None:
        assert texts(mended.data) == texts(data)
    else:
        assert [text.replace("\u2011", "-") for text in texts(mended.data) if text in after] == after
        assert sum("KẾ HOẠCH" in text for text in texts(mended.data)) == sum(
            "KẾ HOẠCH" in text for text in texts(data)
        )
