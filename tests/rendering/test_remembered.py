"""What is remembered of pieces, rows and paragraphs never shows: all is as if it were made or read anew."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError, UndefinedError

from nq57gen.blanks import CLOSE, OPEN
from nq57gen.errors import InternalError
from nq57gen.model.document import Align, Cell, Row, RowKind, Run, Table
from nq57gen.rendering import blanks, context, readback, result_text, tables, widths
from nq57gen.rendering.environment import environment
from nq57gen.rendering.facts import Section, Style, TemplateFacts
from nq57gen.rendering.names import DECLARATION
from nq57gen.rendering.rows import shared_row
from tests.rendering.build import LONG, cell, document, full_document, paragraph, table
from tests.rendering.opened import rendered

HEAD = f'{DECLARATION}<w:document xmlns:w="u" xmlns:a="v"><w:body>'
TAIL = "</w:body></w:document>"
#: Pieces as documents have them, and others that are broken, cut, or change what stands around them.
PIECES = [
    "<w:p><w:r><w:t>Một &amp; hai</w:t></w:r></w:p>",
    '<w:p a:id="1"><w:r><w:t xml:space="preserve">Ba </w:t><w:tab/></w:r></w:p>',
    '<w:p><w:r><w:footnoteReference w:id="3"/></w:r></w:p>',
    "<w:p><w:r><w:t>ngoài</w:t><w:pict><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:pict></w:r></w:p>",
    "<w:p/>",
    "<w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr>",
    "<w:tbl><w:tblPr/>",
    "</w:tbl>",
    "<w:p>",
    "</w:p>",
    "<w:t>chữ",
    "</w:t>",
    "<w:p><w:t>hở</w:p>",
    "<w:p><w:t>&lạ;</w:t></w:p>",
    "<w:p><b:t/></w:p>",
    '<w:sect xmlns:b="u">',
    '<w:p><w:t w:x="1" b:x="2">kép</w:t></w:p>',
    "</w:sect>",
    "<!--",
    "-->",
    "<w:p><!-- <w:t> --></w:p>",
    "<![CDATA[",
    "]]>",
    "<?x ",
    "?>",
    '<w:x y="',
    '"/>',
    "chữ",
    "",
    "<nq57-piece>",
    "</nq57-piece>",
    "<w:p></w:p><w:p></w:p>",
    "<w:p></w:p></w:body><w:body><w:p></w:p>",
    TAIL + HEAD,
]


def read(pieces: list[bytes]) -> list[str] | str:
    try:
        return result_text.texts_of(pieces, 2)
    except (InternalError, IndexError) as error:  # IndexError: a tag in a comment, which no part of ours has
        return str(error)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=7), st.sampled_from([HEAD, DECLARATION, "<w:p>", ""]))
@example(["<w:tbl><w:tblPr/>", PIECES[5], "</w:tbl>", PIECES[0]], HEAD)
@example(["<!--", PIECES[0], "-->", PIECES[0]], HEAD)
@example(['<w:sect xmlns:b="u">', '<w:p><w:t w:x="1" b:x="2">kép</w:t></w:p>', "</w:sect>"], HEAD)
def test_a_part_in_pieces_reads_as_the_whole(middle: list[str], head: str) -> None:
    pieces = [piece.encode() for piece in (head, *middle, TAIL)]
    assert read(pieces) == read(pieces) == read([b"".join(pieces)])


@settings(max_examples=100)
@given(st.lists(st.integers(0, 4000)))
def test_a_part_may_be_cut_anywhere(cuts: list[int]) -> None:
    part = f"{HEAD}{''.join(PIECES[:6] * 3)}{TAIL}".encode()
    places = sorted({0, len(part), *(cut for cut in cuts if cut < len(part))})
    assert read([part[start:end] for start, end in pairwise(places)]) == read([part])


def test_the_ordinary_part_is_read_by_pieces() -> None:
    pieces = [HEAD, PIECES[0], PIECES[6], PIECES[5], PIECES[7], PIECES[2], TAIL]
    found = result_text._by_pieces([piece.encode() for piece in pieces], 2)
    assert found == ["Một & hai", "ô", "\x001\x00"]


MARKED = [
    f"<w:p><w:r><w:t>a {OPEN}số{CLOSE}</w:t></w:r></w:p>",
    f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{OPEN}x{CLOSE}{OPEN}y{CLOSE}</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>không</w:t></w:r></w:p>",
    f"<w:p>{OPEN}ngoài{CLOSE}</w:p>",
    "<w:r><w:t>",
    f"{OPEN}cắt{CLOSE}</w:t></w:r>",
]


@given(st.lists(st.sampled_from(MARKED), max_size=5))
def test_blanks_in_pieces_are_highlighted_as_in_the_whole(texts: list[str]) -> None:
    pieces = [text.encode() for text in texts]
    assert b"".join(blanks.highlighted(pieces)) == b"".join(blanks.highlighted([b"".join(pieces)]))


def facts(size: float = 13.0, note_base: int = 0) -> TemplateFacts:
    names = [f"{kind}{size}" for kind in ("ô bảng", "ô tiêu đề") for size in ("", " 12", " 11")]
    styles = {name: Style(name, size) for name in (*names, "footnote reference")}
    return TemplateFacts(styles, None, None, {}, note_base)


FACTS = [facts(), facts(11.0), facts(note_base=4)]
SECTIONS = [Section(9355, 14000), Section(13000, 8000), Section(9355, 300)]
TEXTS = st.sampled_from(["a", "", "Dài " * 30, LONG, "&<{", "tab\tở giữa", "\x01", "\ufffe", "\udc00", "./."])
CELLS = st.builds(
    Cell,
    st.lists(st.builds(lambda *run: (Run(*run),), TEXTS, st.booleans(), st.booleans()), max_size=2).map(
        tuple
    ),
    st.just(1),
    st.integers(1, 2),
    st.booleans(),
    st.sampled_from([None, *Align]),
    st.booleans(),
)
ROWS = st.builds(
    Row, st.tuples(CELLS, st.builds(cell, st.just((Run("", note=1),)))), st.sampled_from(RowKind)
)
MODELS = st.builds(lambda rows: table([1, 3], *rows), st.lists(ROWS, max_size=4))


def forget() -> None:
    for remembered in (
        shared_row, tables._row, tables._shared_look, widths._longest_words, widths._longest_word,
        context._text_block, readback._texts_of_row, result_text._piece, result_text._frame,
    ):  # fmt: skip
        remembered.cache_clear()


@settings(max_examples=100)
@given(
    st.lists(st.tuples(MODELS, st.sampled_from(SECTIONS), st.sampled_from(FACTS), st.booleans()), max_size=4)
)
def test_a_table_is_the_same_whatever_tables_came_before(
    drawn: list[tuple[Table, Section, TemplateFacts, bool]],
) -> None:
    def made(model: Table, section: Section, layout: TemplateFacts, keep: bool) -> str:
        return tables.table_xml(model, section, layout, keep_last=keep)

    after_others = [made(*one) for one in drawn]
    anew = []
    for one in drawn:
        forget()
        anew.append(made(*one))
    assert after_others == anew


def test_a_row_is_encoded_unless_a_letter_needs_a_look() -> None:
    for text, encoded in (("thường &", True), ("tab\t", False), ("\ufffe", False), ("\udc00", False)):
        pieces = list(tables.table_pieces(table([1], Row((cell(text),))), SECTIONS[0], FACTS[0]))
        assert isinstance(pieces[1], bytes) is encoded


def test_documents_made_after_others_are_those_made_first() -> None:
    models = [
        full_document(),
        document(paragraph((Run("Một", bold=True),)), paragraph("Hai")),
        document(paragraph("Một"), paragraph((Run("Hai", italic=True), Run("", note=1))), footnotes=("Ba",)),
    ]
    anew = []
    for model in models:
        forget()
        anew.append(rendered(model))
    assert [rendered(model) for model in (*models, *reversed(models))] == [*anew, *reversed(anew)]


def test_the_sandbox_gives_the_names_of_the_context_and_nothing_else() -> None:
    jinja = environment()
    signatory = context.Signatory(("TM.",), "CHỦ TỊCH", "Nguyễn Văn A")
    assert jinja.from_string("{{ a.chuc_vu }}").render(a=signatory) == "CHỦ TỊCH"
    for name in ("__class__", "__struct_fields__"):
        with pytest.raises(SecurityError):
            jinja.from_string(f"{{{{ a.{name}.b }}}}").render(a=signatory)
    with pytest.raises(UndefinedError):
        jinja.from_string("{{ a.chuc }}").render(a=signatory)
