"""A body that is cut and read piece by piece gives what one gives that is parsed as a whole."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from unittest import mock

import pytest

from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.reading import plain, word_file
from nq57gen.reading.plain import cut
from nq57gen.reading.types import Gathered, ParagraphView, WordFile, paragraphs_of
from nq57gen.reading.word_file import forget, read_word_file
from nq57gen.reading.xml import w
from nq57gen.writer import pack
from tests.reading.build import NAMESPACES, PAGE, cell, field, p, package, r, row, styled, tbl
from tests.reading.test_any_file import EVERYTHING
from tests.reading.test_drawings import shape
from tests.reading.test_lists import OUTLINE, num

_MAIN = "word/document.xml"
_END = f"<w:sectPr>{PAGE}</w:sectPr>"
_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_SNIPPETS = [
    *(b"<w:p>", b"</w:p>", b"<w:tbl>", b"</w:tbl>", b"</w:p >", b"<w:p/>"),
    *(b"<!---->", b"<x:y/>", b"&amp;", b"x"),
]
BODIES = {
    "empty": "",
    "no section": p(r("a")),
    "paragraphs and tables": p(r("a")) + tbl(row(cell(p(r("b"))), cell())) + p() + tbl(row(cell())) + _END,
    "the same twice": (p(r("a")) + tbl(row(cell(p(r("b")))))) * 3 + _END,
    "sections": p(r("a"), _END) + p(r("b")) + p(r("c"), _END) + tbl(row(cell())) + _END,
    "a table in a table": tbl(row(cell(tbl(row(cell(p(r("a"))))) + p()))) + p(r("b")) + _END,
    "a text box": p(shape("rect", 635000, 635000, text=p(r("khung")) + p())) + p(r("b")) + _END,
    "a list": styled("A", "một", _LIST)
    + styled("A", "hai", _LIST)
    + tbl(row(cell(styled("A", "ba", _LIST)))),
    "a field": p(field("PAGE", "1")) + p(r("b")) + _END,
    "tracked": p('<w:ins w:id="1"><w:r><w:t>a</w:t></w:r></w:ins>') + p(r("b")) + _END,
    "a deleted end": p(r("a"), '<w:rPr><w:del w:id="1"/></w:rPr>') + p(r("b")) + _END,
    "a comment": p(r("a")) + "<!-- <w:p> -->" + p(r("b")),
    "a comment inside": p("<!-- </w:p> -->" + r("a")) + p(r("b")),
    "CDATA": p("<w:r><w:t><![CDATA[</w:p><w:p>]]></w:t></w:r>") + p(r("b")),
    "an instruction": p("<?x </w:p>?>" + r("a")) + p(r("b")),
    "attributes": '<w:p w:rsidR="1"><w:r><w:t>a</w:t></w:r></w:p><w:p w:rsidR="2"/>' + p(r("b")),
    "an end with a blank": "<w:p><w:r><w:t>a</w:t></w:r></w:p ><w:p></w:p>" + p(r("b")),
    "wrapped": f"<w:sdt><w:sdtContent>{p(r('a'))}</w:sdtContent></w:sdt>" + p(r("b")),
    "a bookmark": p(r("a")) + '<w:bookmarkEnd w:id="1"/>' + p(r("b")),
    "blanks between": p(r("a")) + "\n" + p(r("b")),
    "behind the section": _END + p(r("a")),
    "two bodies": p(r("a")) + "</w:body><w:body>" + p(r("b")),
    "the strict variety in words": p(r("http://purl.oclc.org/ooxml/wordprocessingml/main")),
    "a note": p(r("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>') + _END,
    "an unclosed paragraph": "<w:p><w:p></w:p>" + p(r("a")) + "</w:p>",
    "closed twice": p(r("a")) + "</w:p>",
    "an unknown entity": p(r("a")) + p(r("&x;")),
    "an unknown prefix": p(r("a")) + p("<no:r/>"),
}


def files() -> dict[str, dict[str, bytes]]:
    lists = {"numbering": OUTLINE + num(1, 0)}
    notes = {"footnotes": f'<w:footnote w:id="1">{p("chú thích")}</w:footnote>'}
    made = {name: package(body, {}, **lists, **notes) for name, body in BODIES.items()}
    other = made["the same twice"][_MAIN].replace(
        b"wordprocessingml/2006/main", b"wordprocessingml/2007/main"
    )
    dtd = b'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE x []>' + made["sections"][_MAIN]
    latin = b"<?xml version='1.0' encoding='ISO-8859-1'?>" + made["sections"][_MAIN]
    beginnings = {"another namespace": other, "a document type": dtd, "another encoding": latin}
    return {**made, **{name: {**EVERYTHING, _MAIN: main} for name, main in beginnings.items()}}


def read(parts: dict[str, bytes]) -> WordFile | tuple[Diagnostic, ...]:
    try:
        return read_word_file(pack(parts), "tep.docx")
    except InvalidInput as error:
        return error.diagnostics


def read_whole(parts: dict[str, bytes]) -> WordFile | tuple[Diagnostic, ...]:
    with mock.patch.object(word_file, "cut", return_value=None):
        return read(parts)


@pytest.mark.parametrize("name", files())
def test_first_and_again_as_a_whole(name: str) -> None:
    parts = files()[name]
    forget()
    assert read(parts) == read_whole(parts)
    assert read(parts) == read_whole(parts)
    for other in files().values():
        read(other)
    assert read(parts) == read_whole(parts)


def test_plain_bodies_are_cut_into_their_blocks() -> None:
    body = cut(package(BODIES["paragraphs and tables"])[_MAIN])
    assert body is not None
    assert [piece.is_table for piece in body.pieces] == [False, True, False, True]
    assert body.rest.startswith(b"<w:sectPr")


def test_only_new_pieces_are_parsed() -> None:
    body = cut(package(p(r("a")) + p(r("b")) + p(r("c"), _END) + _END)[_MAIN])
    assert body is not None
    parsed = body.parse(lambda piece: piece is not body.pieces[1], part="x", shown_as="x")
    assert parsed is not None
    assert ["".join(map(str, element.itertext())) for element in parsed] == ["b", "c", ""]
    assert body.pieces[0].element is None


ROWS = {
    "rows": "".join(row(cell(p(r(str(number)))), cell(p(r("như nhau")))) for number in range(7)),
    "attributes of rows": '<w:tr w:rsidR="1"><w:tc><w:p/></w:tc></w:tr>' + row(cell(p(r("a")))) * 2,
    "an empty row": row(cell(p(r("a")))) + "<w:tr/>" + row(cell(p(r("b")))),
    "an empty row with an attribute": '<w:tr w:rsidR="1"/>' + row(cell(p(r("b")))) * 3,
    "a row in a row": "<w:tr>" + row(cell(p(r("a")))) + row(cell(p(r("b")))),
    "a wrapped row": row(cell(p())) + f"<w:sdt><w:sdtContent>{row(cell(p(r('a'))))}</w:sdtContent></w:sdt>",
    "something behind the rows": row(cell(p(r("a")))) * 3 + '<w:bookmarkEnd w:id="1"/>',
    "a deleted row": row(cell(p(r("a"))), '<w:trPr><w:del w:id="1"/></w:trPr>') + row(cell(p(r("b")))) * 2,
    "an inserted word": row(cell(p('<w:ins w:id="1"><w:r><w:t>a</w:t></w:r></w:ins>'))) * 3,
    "a note": row(cell(p(r("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>'))) * 3,
    "a list": row(cell(styled("A", "một", _LIST))) * 3,
    "a text box": row(cell(p(shape("rect", 635000, 635000, text=p(r("khung")) + p())))) * 3,
    "a field": row(cell(p(field("PAGE", "1")))) * 3,
    "several paragraphs": row(cell(p(r("a")) + p() + p(r("b"))), cell(p())) * 3,
    "cut off": row(cell(p(r("a")))) * 2 + "<w:tr><w:tc></w:tr>",
}
LONG_BODIES = {
    f"a table: {name}": p(r("a")) + tbl(rows) + p(r("b")) + tbl(ROWS["rows"]) + _END
    for name, rows in ROWS.items()
}


@pytest.fixture
def short_is_long() -> Iterator[None]:
    """Every table is read two rows at a time."""
    with mock.patch.object(plain, "_LONG", 0), mock.patch.object(plain, "_ROWS_AT_ONCE", 2):
        yield


@pytest.mark.usefixtures("short_is_long")
@pytest.mark.parametrize("name", [*BODIES, *LONG_BODIES])
def test_long_tables_as_a_whole(name: str) -> None:
    body = {**BODIES, **LONG_BODIES}[name]
    notes = f'<w:footnote w:id="1">{p("chú thích")}</w:footnote>'
    parts = package(body, numbering=OUTLINE + num(1, 0), footnotes=notes)
    forget()
    assert read(parts) == read_whole(parts)
    assert read(parts) == read_whole(parts)


@pytest.mark.usefixtures("short_is_long")
def test_of_a_long_table_a_few_rows_are_there_at_a_time() -> None:
    body = cut(package(tbl(ROWS["rows"]))[_MAIN])
    assert body is not None
    (piece,) = body.pieces
    assert body.parse(lambda _: False, part="x", shown_as="x") is not None
    assert piece.element is None
    assert len(body.head_of(piece, part="x", shown_as="x").findall(w("tr"))) == 0
    texts = ["".join(map(str, some.itertext())) for some, _ in body.rows_of(piece, part="x", shown_as="x")]
    assert texts == ["0như nhau1như nhau", "2như nhau3như nhau", "4như nhau5như nhau", "6như nhau"]


@pytest.mark.usefixtures("short_is_long")
def test_damage_of_long_tables_is_told_as_of_a_whole_file() -> None:
    test_any_damage_is_told_as_of_a_whole_file()


def test_any_damage_is_told_as_of_a_whole_file() -> None:
    """Slices dropped, doubled and replaced, in a file whose pieces are known."""
    names = ("paragraphs and tables", "sections", "a list", "a table in a table")
    body = "".join(BODIES[name].replace(_END, "") for name in names)
    good = package(body + _END, numbering=OUTLINE + num(1, 0))
    main = good[_MAIN]
    ends = [match.end() for match in re.finditer(b"</w:(?:p|tbl|tr|tc)>", main)]
    chance = random.Random(57)  # noqa: S311  # a test, no secret
    different = 0
    for _ in range(500):
        read(good)
        at = main.find(b"<", chance.randrange(len(NAMESPACES), len(main)))
        to = main.find(b"<", min(at + chance.randrange(1, 80), len(main)))
        if chance.random() < 0.5:
            at, to = sorted(chance.choices(ends, k=2))
        inserted = chance.choice([b"", main[at:to], *_SNIPPETS])
        kept = main[to:] if chance.random() < 0.5 else main[at:]
        damaged = {**good, _MAIN: main[:at] + inserted + kept}
        found = read(damaged)
        assert found == read_whole(damaged)
        different += isinstance(found, WordFile) and found != read(good)
    assert different > 25


def _itself(paragraph: ParagraphView) -> tuple[ParagraphView, ...]:
    return (paragraph,)


def test_gathered_in_reading_order() -> None:
    gathered = Gathered(_itself)
    for parts in (EVERYTHING, *files().values()):
        file = read(parts)
        if isinstance(file, WordFile):
            assert list(map(id, gathered(file.blocks))) == list(map(id, paragraphs_of(file.blocks)))
            assert list(map(id, file.gather(gathered))) == list(map(id, file.all_paragraphs()))
            assert list(map(id, file.gather(gathered))) == list(map(id, file.all_paragraphs()))
