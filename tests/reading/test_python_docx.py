"""A file python-docx makes from its template, which Word made: built-in styles, a theme, real lists."""

from __future__ import annotations

import io

import pytest
from docx import Document

from nq57gen.reading.types import ParagraphView, TableView, WordFile
from nq57gen.reading.word_file import read_word_file


@pytest.fixture(scope="module")
def file() -> WordFile:
    document = Document()
    document.add_heading("Đề mục", 1)
    document.add_paragraph("Lời văn")
    for text in ("một", "hai"):
        document.add_paragraph(text, "List Number")
    document.add_paragraph("gạch", "List Bullet")
    table = document.add_table(2, 2, "Light List Accent 1")
    table.cell(0, 0).text, table.cell(1, 1).text = "đầu", "cuối"
    document.add_paragraph("Trích", "Intense Quote")
    target = io.BytesIO()
    document.save(target)
    return read_word_file(target.getvalue(), "python-docx.docx")


def by_text(file: WordFile, text: str) -> ParagraphView:
    return next(found for found in file.paragraphs() if found.text == text)


def test_fonts_come_from_the_theme(file: WordFile) -> None:
    heading, body = by_text(file, "Đề mục"), by_text(file, "Lời văn")
    assert (heading.runs[0].font.high_ansi, heading.runs[0].fonts_shown) == ("Calibri", ("Calibri",))
    assert (heading.runs[0].size_pt, heading.runs[0].bold, heading.runs[0].color) == (14, True, "365F91")
    assert (body.runs[0].font.high_ansi, body.runs[0].size_pt, body.runs[0].bold) == ("Cambria", 11, False)


def test_paragraphs_take_the_defaults_and_their_styles(file: WordFile) -> None:
    heading, body = by_text(file, "Đề mục"), by_text(file, "Lời văn")
    assert (heading.style_name, heading.outline_level, heading.keep_next) == ("heading 1", 0, True)
    assert (heading.space_before, heading.space_after) == (480, 0)
    assert (body.space_before, body.space_after, body.line.multiple) == (0, 200, 1.15)
    quote = by_text(file, "Trích")
    assert (quote.indent_left, quote.borders.bottom is not None, quote.runs[0].italic) == (936, True, True)


def test_lists_come_from_styles(file: WordFile) -> None:
    found = [by_text(file, text) for text in ("một", "hai", "gạch")]
    assert [(one.list_label, one.indent_left, one.indent_first) for one in found] == [
        ("1.", 360, -360),
        ("2.", 360, -360),
        ("•", 360, -360),
    ]
    assert [one.space_after for one in found] == [0, 200, 200]  # no space between items of one style


def test_the_first_row_of_the_table_is_white_on_blue(file: WordFile) -> None:
    head, last = by_text(file, "đầu"), by_text(file, "cuối")
    assert (head.runs[0].color, head.runs[0].bold, last.runs[0].color, last.runs[0].bold) == (
        "FFFFFF",
        True,
        "auto",
        False,
    )
    assert (head.space_after, head.line.multiple) == (0, 1.0)
    (table,) = (block for block in file.blocks if isinstance(block, TableView))
    assert [[cell.shading for cell in row.cells] for row in table.rows] == [["4F81BD"] * 2, ["", ""]]
    assert table.rows[0].cells[0].borders.left is not None
    assert table.rows[0].cells[0].borders.right is None
