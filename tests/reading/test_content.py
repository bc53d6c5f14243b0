"""What counts as text: tracked changes accepted, fields by their results, wrappers looked through."""

from __future__ import annotations

import pytest

from tests.reading.build import cell, field, p, paragraph, r, read, row, style, styled, tbl

DELETED_END = "<w:rPr><w:del w:id='9'/></w:rPr>"


def texts(body: str, **parts: str) -> list[str]:
    return [found.text for found in read(body, None, **parts).paragraphs()]


def alternates(choice: str, fallback: str, needs: str = "wps") -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{needs}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def test_signs_inside_a_run() -> None:
    inner = (
        "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:ptab/>"
    )
    assert paragraph(p(f"<w:r>{inner}</w:r>")).text == "a\tb\nc\n-\t"


def test_where_the_page_broke_last_time_does_not_break_a_run() -> None:
    found = paragraph(p("<w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>"))
    assert [run.text for run in found.runs] == ["ab"]


def test_spaces_at_the_ends_count_only_where_they_are_preserved() -> None:
    assert paragraph(p('<w:r><w:t> a </w:t><w:t xml:space="preserve"> b </w:t></w:r>')).text == "a b "


def test_symbols_keep_their_font() -> None:
    found = paragraph(
        p('<w:r><w:t>a</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:char="zz"/></w:r>')
    )
    assert [(run.text, run.fonts_shown) for run in found.runs] == [
        ("a", ("Times New Roman",)),
        ("\uf0fc", ("Wingdings",)),
    ]


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:ins w:id='1'>{}</w:ins>",
        "<w:moveTo w:id='1'>{}</w:moveTo>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "<w:ins w:id='1'><w:hyperlink>{}</w:hyperlink></w:ins>",
    ],
)
def test_wrappers_of_runs_are_looked_through(wrapper: str) -> None:
    assert paragraph(p(r("a") + wrapper.format(r("b")) + r("c"))).text == "abc"


@pytest.mark.parametrize("name", ["del", "moveFrom"])
def test_what_was_deleted_is_out(name: str) -> None:
    gone = f'<w:{name} w:id="1"><w:r><w:delText>x</w:delText><w:t>y</w:t></w:r></w:{name}>'
    assert paragraph(p(r("a") + gone + r("b"))).text == "ab"


def test_old_formatting_kept_by_tracking_does_not_count() -> None:
    change = '<w:i/><w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange>'
    before = '<w:pPr><w:jc w:val="right"/><w:keepNext/></w:pPr>'
    old = f'<w:jc w:val="center"/><w:pPrChange w:id="2">{before}</w:pPrChange>'
    found = paragraph(p(r("a", change), old))
    assert (found.runs[0].bold, found.runs[0].italic, found.align, found.keep_next) == (
        False,
        True,
        "center",
        False,
    )


def test_a_paragraph_whose_end_is_deleted_runs_into_the_next_and_takes_its_formatting() -> None:
    styles = style("A", p='<w:jc w:val="center"/>')
    found = paragraph(p("một ", DELETED_END) + p("hai ", DELETED_END) + styled("A", "ba"), styles=styles)
    assert (found.text, found.align) == ("một hai ba", "center")


def test_a_paragraph_with_a_deleted_end_before_a_table_stays() -> None:
    assert texts(p("một", DELETED_END) + tbl(row(cell("ô"))) + p("hai", DELETED_END)) == ["một", "ô", "hai"]


def test_deleted_rows_and_cells_are_out() -> None:
    body = tbl(
        row(cell("a"), cell("b", props="<w:cellDel w:id='1'/>")),
        row(cell("c"), props="<w:del w:id='2'/>"),
        row(cell("d")),
    )
    assert texts(body) == ["a", "d"]


def test_wrappers_of_paragraphs_rows_and_cells_are_looked_through() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    assert texts(control(p("a") + control(p("b")))) == ["a", "b"]
    assert texts(tbl(control(row(control(cell(control(p("c")))))))) == ["c"]
    assert texts(f"<w:customXml>{p('d')}</w:customXml>") == ["d"]


def test_of_alternatives_only_one_counts() -> None:
    assert texts(alternates(p("mới"), p("cũ"))) == ["mới"]
    assert texts(alternates(p("mới"), p("cũ"), needs="xyz")) == ["cũ"]
    assert texts(alternates(p("mới"), p("cũ"), needs="wps xyz")) == ["cũ"]
    assert paragraph(p(alternates(r("mới"), r("cũ")))).text == "mới"
    assert paragraph(p(f"<w:r>{alternates('<w:t>mới</w:t>', '<w:t>cũ</w:t>')}</w:r>")).text == "mới"


def test_fields_show_their_result_not_their_code() -> None:
    found = paragraph(p(r("Trang ") + field("PAGE \\* MERGEFORMAT", "7") + r(".")))
    assert (found.text, set(found.fields)) == ("Trang 7.", {"PAGE"})
    assert [run.field for run in found.runs] == ["", "PAGE", ""]


def test_simple_fields() -> None:
    found = paragraph(p(f'<w:fldSimple w:instr=" numpages ">{r("9")}</w:fldSimple>'))
    assert (found.text, set(found.fields), found.runs[0].field) == ("9", {"NUMPAGES"}, "NUMPAGES")


def test_fields_in_fields() -> None:
    inner = field("IF " + "", None).replace('</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', "</w:r>")
    code = inner + field("PAGE", "3") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("đúng")
    found = paragraph(p(code + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("!")))
    assert (found.text, set(found.fields)) == ("đúng!", {"IF", "PAGE"})
    assert [run.field for run in found.runs] == ["IF", ""]


@pytest.mark.parametrize("result", [None, ""])
def test_the_number_of_the_page_is_seen_even_where_none_is_stored(result: str | None) -> None:
    found = paragraph(
        p(field("PAGE", result).replace("<w:r><w:fldChar", "<w:r><w:rPr><w:b/></w:rPr><w:fldChar"))
    )
    assert (found.text, set(found.fields)) == ("", {"PAGE"})
    assert [(run.text, run.field, run.bold) for run in found.runs] == [("", "PAGE", True)]


def test_a_field_without_a_result_that_word_does_not_compute_is_no_run() -> None:
    found = paragraph(p(field('XE "mục"', None)))
    assert (found.runs, set(found.fields)) == ((), {"XE"})


def test_the_old_number_of_the_page() -> None:
    found = paragraph(p("<w:r><w:pgNum/></w:r>"))
    assert (set(found.fields), found.runs[0].field) == ({"PAGE"}, "PAGE")


def test_a_field_over_several_paragraphs_is_known_in_each() -> None:
    begin, end = field("TOC \\o", "Mục 1").rsplit("<w:r>", 1)
    found = list(read(p(begin) + p("Mục 2") + p(f"<w:r>{end}" + r("sau")) + p("hết")).paragraphs())
    assert [one.text for one in found] == ["Mục 1", "Mục 2", "sau", "hết"]
    assert [set(one.fields) for one in found] == [{"TOC"}, {"TOC"}, {"TOC"}, set()]
    assert [run.field for one in found for run in one.runs] == ["TOC", "TOC", "", ""]


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert texts(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("a")) + p(r("b"))) == ["a", "b"]


def test_an_end_without_a_field_is_passed_over() -> None:
    assert texts(
        p('<w:r><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>' + r("a"))
    ) == ["a"]


def test_letters_of_formulas_are_text() -> None:
    fraction = "<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>".format(
        *(f"<m:r><m:t>{letter}</m:t></m:r>" for letter in "ab")
    )
    formula = f"<m:oMathPara><m:oMath>{fraction}</m:oMath></m:oMathPara>"
    assert paragraph(p(r("x=") + formula)).text == "x=ab"


def test_the_base_of_a_phonetic_guide_is_text_the_guide_is_not() -> None:
    guide = f"<w:r><w:ruby><w:rt>{r('zhong')}</w:rt><w:rubyBase>{r('中')}</w:rubyBase></w:ruby></w:r>"
    assert paragraph(p(guide)).text == "中"


NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="4">{p("<w:r><w:footnoteRef/></w:r>" + r(" hai"))}</w:footnote>'
    f'<w:footnote w:id="3">{p("một")}{p("tiếp")}</w:footnote><w:footnote w:id="8">{p("thừa")}</w:footnote>'
)


def mark(identifier: int, kind: str = "footnote") -> str:
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{raised}<w:{kind}Reference w:id="{identifier}"/></w:r>'


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    body = p(r("a") + mark(3)) + tbl(row(cell(p(mark(4) + r("b")))))
    file = read(body, None, footnotes=NOTES)
    assert [(note.kind, note.number) for note in file.notes] == [("footnote", 1), ("footnote", 2)]
    found = [(one.place, one.text, one.story) for one in file.all_paragraphs() if one.story == "note"]
    assert found == [
        ("chú thích 1, đoạn 1", "một", "note"),
        ("chú thích 1, đoạn 2", "tiếp", "note"),
        ("chú thích 2", " hai", "note"),
    ]


def test_the_mark_of_a_note_is_a_run_without_text() -> None:
    found = paragraph(p(r("a") + mark(3)), footnotes=NOTES)
    assert found.text == "a"
    assert [(run.note, run.superscript, run.text) for run in found.runs] == [
        (False, False, "a"),
        (True, True, ""),
    ]


def test_endnotes_and_marks_of_notes_that_are_missing() -> None:
    endnotes = f'<w:endnote w:id="2">{p("cuối")}</w:endnote>'
    file = read(p(mark(2, "endnote") + mark(7) + mark(5, "endnote")), None, endnotes=endnotes)
    assert [(note.kind, note.number, len(note.blocks)) for note in file.notes] == [("endnote", 1, 1)]
    assert file.notes[0].blocks[0].place == "chú thích cuối 1"
