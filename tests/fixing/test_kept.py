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
        (f"{r('Phụ lục I. KẾ HOẠCH')}<w:r><w:br/></w:r>{r('NĂM 2026')}", None),
    ],
)
def test_a_title_beside_its_label_goes_down_whole_or_stays(label: str, after: list[str] | None) -> None:
    data = with_appendices(signature(), appendix(label), appendix("Phụ lục II"))
    mended = only(data, "ND30-PL-03")
    if after is None:
        assert [one.code for one in mended.refused] == ["ND30-PL-03"]
        assert texts(mended.data) == texts(data)
    else:
        assert [text.replace("\u2011", "-") for text in texts(mended.data) if text in after] == after
        assert sum("KẾ HOẠCH" in text for text in texts(mended.data)) == sum(
            "KẾ HOẠCH" in text for text in texts(data)
        )


def with_recipients(*lines: str) -> bytes:
    """A plan with these lines under "Nơi nhận:"."""
    listed = "".join(p(line) for line in lines)
    return pack(plan(letterhead(), opening(), signature().replace(_recipients(), listed)))


def _recipients() -> str:
    return p("- Như trên;", run_props='<w:sz w:val="28"/>') + p("- Lưu: VT.", run_props='<w:sz w:val="22"/>')


@pytest.mark.parametrize("end", [",", ":", ""])
@pytest.mark.parametrize("dash", ["- ", "+ "])
def test_a_recipient_over_two_lines_keeps_its_words_and_the_reason_is_told(end: str, dash: str) -> None:
    first, second = f"{dash}Các phòng: Kinh tế{end}", "Văn hóa - Xã hội;"
    mended = only(with_recipients("+ Như trên", first, second, "- Lưu: VT."), "ND30-NN-02")
    lines = texts(mended.data)
    assert first in lines
    assert second in lines
    assert "- Như trên;" in lines
    places = {
        one.place for one in read_word_file(mended.data, "x").paragraphs() if one.text in (first, second)
    }
    assert {one.place for one in mended.refused if one.code == "ND30-NN-02"} >= places
    worded = [one.place for one in mended.changes if "dòng" in one.after]
    assert not any(second in place or first in place for place in worded)


def test_recipients_without_dashes_get_them_where_each_ends_with_a_sign() -> None:
    mended = only(with_recipients("- Như trên;", "Công an xã;", "Quân sự xã;", "- Lưu: VT."), "ND30-NN-02")
    assert {"- Công an xã;", "- Quân sự xã;"} <= set(texts(mended.data))


def test_addressees_over_two_lines_keep_their_words() -> None:
    lines = ("- Các phòng: Kinh tế,", "Văn hóa - Xã hội;", "- Các trường học")
    cells = f"<w:tr><w:tc>{p('Kính gửi:')}</w:tc><w:tc>{''.join(map(p, lines))}</w:tc></w:tr>"
    head = letterhead().replace("/KH-UBND", "/UBND-VP").replace("</w:tbl>", f"{cells}</w:tbl>")
    mended = only(
        pack(plan(head, p("Ủy ban nhân dân xã đề nghị các đơn vị báo cáo./."), signature())), "ND30-KG-03"
    )
    assert set(lines[:2]) <= set(texts(mended.data))


def test_an_archive_line_in_small_letters_is_not_mended_halfway() -> None:
    mended = only(with_recipients("- Như trên;", "- lưu: vt"), "ND30-NN-03")
    assert "- lưu: vt" in texts(mended.data)


def test_an_archive_line_with_the_abbreviation_in_capitals_is_mended() -> None:
    mended = only(with_recipients("- Như trên;", "- lưu VT"), "ND30-NN-03")
    assert "- Lưu: VT." in texts(mended.data)


def numbered_appendices(*lines: str, labels: tuple[str, str] = ("Phụ lục 1", "Phụ lục 2")) -> bytes:
    """A plan with two appendices and these lines in its text."""
    return with_appendices(*map(p, lines), signature(), *map(appendix, labels))


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện theo Phụ lục 2 ban hành kèm theo Thông tư số 05/2024/TT-BNV.",
        "Áp dụng Phụ lục 1 của Sở Nội vụ.",
        "Biểu mẫu theo Phụ lục 2 Nghị định của Chính phủ về công tác văn thư.",
        "Biểu mẫu tại Phụ lục 2 kèm theo Quyết định của Bộ trưởng.",
        "Theo Thông tư số 05/2024/TT-BNV, chi tiết tại Phụ lục 1.",
        "Chi tiết tại Phụ lục 3.",
        "Chi tiết tại các Phụ lục 1, 2, 3.",
        "Chi tiết tại Phụ lục 1 và Phụ lục 5.",
        "Theo Phụ lục 1, 2 cán bộ được cử đi học.",
        "Chi tiết tại Phụ lục 1.2.",
        "Chi tiết tại Phụ lục 1a.",
    ],
)
def test_a_mention_that_may_be_of_another_document_keeps_its_number(line: str) -> None:
    mended = only(numbered_appendices(line), "ND30-PL-02")
    assert {line, "Phụ lục I", "Phụ lục II"} <= set(texts(mended.data))


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("Chi tiết tại Phụ lục 1 kèm theo.", "Chi tiết tại Phụ lục I kèm theo."),
        ("Chi tiết tại các Phụ lục 1 và 2.", "Chi tiết tại các Phụ lục I và II."),
        ("Chi tiết tại Phụ lục 1, 2 kèm theo.", "Chi tiết tại Phụ lục I, II kèm theo."),
        ("Từ Phụ lục số 01 đến Phụ lục số 02.", "Từ Phụ lục I đến Phụ lục II."),
        ("Xem Phụ lục 1 ban hành kèm theo Kế hoạch này.", "Xem Phụ lục I ban hành kèm theo Kế hoạch này."),
        ("Theo Phụ lục 1, ba đơn vị cử người.", "Theo Phụ lục I, ba đơn vị cử người."),
        ("Phụ lục I có 5 mục, Phụ lục 2 có 3 mục.", "Phụ lục I có 5 mục, Phụ lục II có 3 mục."),
        ("(Phụ lục I và Phụ lục 2)", "(Phụ lục I và Phụ lục II)"),
    ],
)
def test_a_mention_of_an_own_appendix_gets_the_number_of_its_label(line: str, after: str) -> None:
    mended = only(numbered_appendices(line), "ND30-PL-02")
    assert {after, "Phụ lục I", "Phụ lục II"} <= set(texts(mended.data))


@pytest.mark.parametrize("label", ["Phụ lục ii", "PHỤ LỤC ii"])
def test_a_label_with_a_number_in_small_letters_is_not_mended_halfway(label: str) -> None:
    mended = only(numbered_appendices(labels=("Phụ lục I", label)), "ND30-PL-02", "ND30-PL-03")
    assert label in texts(mended.data)
