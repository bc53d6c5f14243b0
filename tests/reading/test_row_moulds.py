"""Rows like one that was read are what they would be if each were read for itself."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nq57gen.reading import plain, word_file
from nq57gen.reading.blocks import RowView
from nq57gen.reading.memo import FORGETFUL, Memo
from nq57gen.reading.moulds import Moulds
from nq57gen.reading.row_moulds import RowMoulds
from nq57gen.reading.tables import RowSpot
from nq57gen.reading.types import TableView, WordFile, paragraphs_of
from nq57gen.reading.word_file import forget, read_word_file
from nq57gen.writer import pack
from tests.reading.build import PAGE, cell, defaults, field, p, package, r, row, style, tbl
from tests.reading.test_drawings import shape as drawn
from tests.reading.test_lists import OUTLINE, num
from tests.reading.test_tables import GRID, LOOK, NO_LINES, SIZES, USE, part, table_style

#: Where words stand in a row.
_GAP = "§"
_WORDS = [
    "a",
    "Nghị quyết",
    " hai  ",
    "&amp; &lt;b&gt;",
    "&#13;x",
    "x\ry",
    "",
    "\t",
    " ",
    "x\u3000",
    "\n",
    '"',
]
_WORDS += ["1.", "中", "́", "فارسی", "> ' ]]", "%s {0} \\"]
_SPACED, _BARE = r(_GAP), f"<w:r><w:t>{_GAP}</w:t></w:r>"
_OTHER = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="default">{_GAP}</w:t></w:r>'
_NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_LETTERS = '<w:ind w:firstLineChars="200"/>'
_AUTO = '<w:spacing w:beforeAutospacing="1" w:afterAutospacing="1"/>'
_BY_STYLE = '<w:pStyle w:val="{}"/><w:contextualSpacing/>'
_LINED = f"<w:tcBorders>{GRID}</w:tcBorders>"
#: Rows that differ in nothing but their words are read once.
ALIKE = {
    "one paragraph a cell": row(*[cell(p(_SPACED))] * 3),
    "bare elements": f"<w:tr><w:tc><w:p>{_BARE}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr>",
    "attributes": f'<w:tr w:a="1/"><w:tc w:a="/"><w:p w:a="2/">{_BARE}</w:p><w:p w:a="/"/></w:tc></w:tr>',
    "several runs": row(cell(p(_SPACED + _BARE + r(_GAP, "<w:i/>"))), cell(p(_BARE))),
    "several paragraphs": row(cell(p(_SPACED) + p("") + p(_BARE) + p("")), cell(p(""))),
    "empty paragraphs": row(cell(p("") + p("")), cell(p("") + p(_BARE) + "<w:p/>")),
    "hidden": row(cell(p(r(_GAP, "<w:vanish/>") + _SPACED)), cell(p(r(_GAP, "<w:vanish/>")))),
    "capitals": row(cell(p(r(_GAP, "<w:caps/>"))), cell(p(r(_GAP, "<w:cs/>")))),
    "spans": row(cell(p(_SPACED), '<w:gridSpan w:val="2"/>'), cell(p(_BARE))),
    "columns left out": row(cell(p(_BARE)), props='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    "the beginning of a merge": row(cell(p(_SPACED), '<w:vMerge w:val="restart"/>'), cell(p(_BARE))),
    "a merge": row(cell(p(""), "<w:vMerge/>"), cell(p(_BARE), '<w:shd w:fill="FF0000"/>')),
    "a header": row(cell(p(_SPACED)), props="<w:tblHeader/><w:cantSplit/>"),
    "a height": row(cell(p(_SPACED)), props='<w:trHeight w:val="400" w:hRule="exact"/>'),
    "exceptions": f"<w:tr><w:tblPrEx>{NO_LINES}</w:tblPrEx>{cell(p(_SPACED), _LINED)}{cell(p(_BARE))}</w:tr>",
    "widths": row(cell(p(_BARE), '<w:tcW w:w="2500" w:type="pct"/>'), cell(p(_BARE), '<w:tcW w:w="9"/>')),
    "contextual spacing": row(
        cell("".join(p(_SPACED, _BY_STYLE.format(name)) for name in "AAB")), cell(p(_BARE, _AUTO) * 2)
    ),
    "an indent in letters": row(cell(p(_BARE + r(_GAP, '<w:sz w:val="60"/>'), _LETTERS))),
    "wrapped": f"<w:sdt><w:sdtContent>{row(cell(p(_SPACED)))}</w:sdtContent></w:sdt>",
    "an end of a section": row(cell(p(_SPACED, f"<w:sectPr>{PAGE}</w:sectPr>"))),
}
#: Rows that are always read for themselves, or depend on more than their own words.
OTHERS = {
    "another mark of spaces": row(cell(p(_OTHER))),
    "a list": row(cell(p(_SPACED, _LIST)), cell(p(_BARE))),
    "a note": row(cell(p(_SPACED + _NOTE)), cell(p(_BARE))),
    "a field": row(cell(p(field("PAGE", _GAP))), cell(p(_BARE))),
    "a simple field": row(cell(p(f'<w:fldSimple w:instr="PAGE">{_SPACED}</w:fldSimple>'))),
    "a text box": row(cell(p(drawn("rect", 635000, 635000, text=p(_SPACED)))), cell(p(_BARE))),
    "a break": row(cell(p(f'<w:r><w:t>{_GAP}</w:t><w:br w:type="page"/></w:r>'))),
    "two texts": row(cell(p(f"<w:r><w:t>{_GAP}</w:t><w:t>{_GAP}</w:t></w:r>"))),
    "a hyperlink": row(cell(p(f"<w:hyperlink>{_SPACED}</w:hyperlink>"))),
    "a bookmark": row(cell(p(f'<w:bookmarkStart w:id="1"/>{_SPACED}'))),
    "a table": row(cell(tbl(row(cell(p(_SPACED), '<w:shd w:fill="FF0000"/>'))) + p(_BARE))),
    "a wrapped cell": f"<w:tr><w:sdt><w:sdtContent>{cell(p(_SPACED))}</w:sdtContent></w:sdt></w:tr>",
    "empty": '<w:tr w:rsidR="1"/>',
    "without cells": "<w:tr></w:tr>",
    "text out of place": f"<w:tr><w:tc><w:p><w:pPr><w:t>{_GAP}</w:t></w:pPr>{_BARE}</w:p></w:tc></w:tr>",
    "of another namespace": f'<w:tr><w:tc><w:p xmlns:w="urn:x">{_BARE}</w:p><w:p>{_BARE}</w:p></w:tc></w:tr>',
    "runs of another namespace": row(cell(p(f'<w:r xmlns:w="urn:x"><w:t>{_GAP}</w:t></w:r>'))),
    "an insertion": row(cell(p(f'<w:ins w:id="1">{_SPACED}</w:ins>'))),
    "a deleted row": row(cell(p(_SPACED)), props='<w:del w:id="1"/>'),
    "a deleted cell": row(cell(p(_SPACED), '<w:cellDel w:id="1"/>'), cell(p(_BARE))),
    "a deleted end": row(cell(p(_SPACED, '<w:rPr><w:del w:id="1"/></w:rPr>') + p(_BARE))),
}
SHAPES = {**ALIKE, **OTHERS}
_SIZED = "".join(
    part(name, r=f'<w:sz w:val="{size}"/>', c=f"<w:tcBorders>{GRID}</w:tcBorders>" if size % 4 else "")
    for name, size in SIZES.items()
)
STYLES = (
    defaults(r='<w:rFonts w:ascii="A" w:hAnsi="H" w:cs="C" w:eastAsia="E"/>')
    + style("A")
    + style("B", r="<w:b/>")
    + table_style(name="Khac", r='<w:sz w:val="90"/>')
    + table_style(_SIZED, t=f'<w:tblBorders>{GRID}</w:tblBorders><w:tblStyleRowBandSize w:val="2"/>')
)
LINES = f"<w:tblBorders>{GRID}</w:tblBorders>"
TABLES = {"plain": "", "bands": USE + LOOK.format(1, 1, 1, 1, 0, 0), "lines": LINES}


def filled(rows: Sequence[str], words: Sequence[str], props: str = "") -> str:
    """A table of ``rows``, their gaps filled with the words, again and again."""
    words_again = itertools.cycle(words)
    pieces = tbl(*rows, props=props, grid=(1000, 2000, 3000)).split(_GAP)
    return pieces[0] + "".join(next(words_again) + piece for piece in pieces[1:])


def read(body: str) -> WordFile:
    notes = f'<w:footnote w:id="1">{p("chú thích")}</w:footnote>'
    parts = package(body, {}, styles=STYLES, numbering=OUTLINE + num(1, 0), footnotes=notes)
    return read_word_file(pack(parts), "tep.docx")


def each_for_itself(body: str) -> WordFile:
    forget()
    nothing = mock.Mock(return_value=None)
    with mock.patch.object(RowMoulds, "cast", nothing), mock.patch.object(Moulds, "cast", nothing):
        return read(body)


def in_every_way(body: str, *before: str) -> Iterator[WordFile]:
    """The file of ``body`` behind others: cut into blocks, with long tables, and as a whole."""
    for long, whole in ((False, False), (True, False), (False, True)):
        with (
            mock.patch.object(plain, "_LONG", 0 if long else plain._LONG),
            mock.patch.object(plain, "_ROWS_AT_ONCE", 2),
            mock.patch.object(word_file, "cut", return_value=None) if whole else mock.MagicMock(),
        ):
            forget()
            for one in before:
                read(one)
            yield read(body)
            yield read(body)


def number_cast(body: str) -> int:
    """How many rows are made from a mould."""
    cast, made = RowMoulds.cast, 0

    def counted(moulds: RowMoulds, data: bytes, spot: RowSpot, forgetful: Memo | None) -> RowView | None:
        nonlocal made
        found = cast(moulds, data, spot, forgetful)
        made += found is not None
        return found

    forget()
    with mock.patch.object(RowMoulds, "cast", counted):
        read(body)
    return made


@pytest.mark.parametrize(
    "props", ["", USE + LOOK.format(1, 1, 1, 1, 0, 0), LINES], ids=["", "bands", "lines"]
)
@pytest.mark.parametrize("name", SHAPES)
def test_rows_of_one_shape(name: str, props: str) -> None:
    body = (
        filled([SHAPES[name]] * 17, _WORDS, props) + p(r("giữa")) + filled([SHAPES[name]] * 3, _WORDS, props)
    )
    alone = each_for_itself(body)
    tables = [filled([SHAPES[name]] * 9, ["trước"], other) for other in (props, *TABLES.values())]
    narrow = "".join(tables).replace('<w:gridCol w:w="1000"/>', '<w:gridCol w:w="500"/>')
    assert all(found == alone for found in in_every_way(body, narrow))
    assert all(found == alone for found in in_every_way(body, "".join(tables)))


@pytest.mark.parametrize("name", ["widths", "spans", "one paragraph a cell"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<w:gridCol w:w="1000"/><w:gridCol w:w="2000"/>', '<w:gridCol w:w="2000"/><w:gridCol w:w="1000"/>'),
        ("<w:tblPr>", '<w:tblPr><w:tblW w:w="9000"/>'),
        ("<w:tblPr>", f"<w:tblPr>{LINES}"),
        ("<w:tblPr>", f"<w:tblPr>{USE}"),
        (USE, USE.replace("Bang", "Khac")),
        (USE, f"{USE}{LOOK.format(0, 0, 1, 0, 1, 1)}"),
    ],
)
def test_like_rows_of_tables_that_differ(one: str, other: str, name: str) -> None:
    first = filled([SHAPES[name]] * 5, ["a", "b"], USE if one == USE else "")
    body = first + p(r("giữa")) + first.replace(one, other)
    alone = each_for_itself(body)
    assert all(found == alone for found in in_every_way(body))


_rows = st.lists(st.sampled_from([*SHAPES.values()]), min_size=1, max_size=2).flatmap(
    lambda some: st.lists(st.sampled_from(some), min_size=1, max_size=8)
)
_props = st.sampled_from(["", LINES, NO_LINES]) | st.builds(
    lambda *asked: USE + LOOK.format(*map(int, asked)), *[st.booleans()] * 6
)
_tables = st.builds(filled, _rows, st.lists(st.sampled_from(_WORDS), min_size=1), _props)
_bodies = st.lists(_tables | st.just(p(r("giữa"))), max_size=4).map("".join)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(_bodies, _bodies)
def test_as_if_each_were_read_for_itself(before: str, body: str) -> None:
    alone = each_for_itself(body)
    assert all(found == alone for found in in_every_way(body, before))


@pytest.mark.parametrize("name", ALIKE)
def test_what_is_like_a_row_is_not_read_again(name: str) -> None:
    words = [f"chữ {number}" for number in range(97)]
    gaps = ALIKE[name].count(_GAP)
    assert gaps == 0 or number_cast(filled([ALIKE[name]] * 9, words)) >= 6  # the first, one inside, the last


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_plain_is_read(name: str) -> None:
    words = [f"chữ {number}" for number in range(97)]
    inside = 8 if name == "a table" else 0  # the only row of each table in a cell
    assert number_cast(filled([OTHERS[name]] * 9, words)) == inside


def test_at_another_place_of_the_same_table() -> None:
    rows = [ALIKE["several paragraphs"]] * 4
    body = filled(rows, ["một", "hai", "ba"]) + p(r("giữa")) + filled(rows, ["bốn", "năm", "sáu"])
    file = read(body)
    assert file == each_for_itself(body)
    assert number_cast(body) == 2 * 4 - 3  # of the first, last and other rows one each is read
    places = [paragraph.place for paragraph in file.paragraphs()]
    assert "bảng 2, hàng 3, ô 1, đoạn 2" in places


def test_in_a_header_and_in_a_table() -> None:
    inner = filled([ALIKE["one paragraph a cell"]] * 4, [f"chữ {number}" for number in range(5)])
    notes = f'<w:footnote w:id="1">{inner}{p("chú thích")}</w:footnote>'
    body = inner + tbl(row(cell(inner + p("")))) + p(r("a") + _NOTE)
    parts = package(
        body + f'<w:sectPr><w:headerReference r:id="h"/>{PAGE}</w:sectPr>', {"h": inner}, footnotes=notes
    )
    forget()
    file = read_word_file(pack(parts), "tep.docx")
    forget()
    with mock.patch.object(RowMoulds, "cast", return_value=None):
        assert file == read_word_file(pack(parts), "tep.docx")
    assert {paragraph.story for paragraph in file.all_paragraphs()} == {"body", "header", "note"}


def test_nothing_is_kept_with_rows_of_a_long_table() -> None:
    body = filled([ALIKE["one paragraph a cell"]] * 9, [f"chữ {number}" for number in range(97)])
    forget()
    short = read(body)
    forget()
    with mock.patch.object(plain, "_LONG", 0):
        long = read(body)
    assert {paragraph.memo is FORGETFUL for paragraph in paragraphs_of(short.blocks)} == {False}
    assert {paragraph.memo is FORGETFUL for paragraph in paragraphs_of(long.blocks)} == {True}


def test_each_row_has_a_memo_of_its_own() -> None:
    forget()
    (table,) = read(
        filled([ALIKE["several paragraphs"]] * 9, [f"chữ {number}" for number in range(97)])
    ).blocks
    assert isinstance(table, TableView)
    memos = [row.memo for row in table.rows] + [one.memo for one in paragraphs_of((table,))]
    assert len(set(map(id, memos))) == len(memos)


def test_only_so_many_are_remembered() -> None:
    moulds = RowMoulds()
    file = read(filled([ALIKE["one paragraph a cell"]], ["a"]))
    (table,) = file.blocks
    assert isinstance(table, TableView)
    spot = mock.Mock(around=())
    for number in range(1000):
        moulds.learn(f"<w:tr {number}><w:t>a</w:t><w:t>b</w:t><w:t>c</w:t>".encode(), spot, table.rows[0])
    assert len(moulds._known._known) == 64
    moulds = RowMoulds()
    moulds.learn(b"<w:t>a</w:t>" * 3 + b" " * 60_000, spot, table.rows[0])
    assert not moulds._known._known


def test_the_same_words_at_the_same_spot_are_one_run() -> None:
    forget()
    (table,) = read(filled([ALIKE["one paragraph a cell"]] * 9, ["một", "hai", "ba"])).blocks
    assert isinstance(table, TableView)
    runs = {id(run) for one in paragraphs_of((table,)) if one.in_table for run in one.runs}
    assert len(runs) <= 3 * 4  # of the rows read for themselves, and of those made
