"""Good documents print without a finding, each spoiled one with its own."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from nq57gen.diagnostics import Severity
from nq57gen.printing import printed
from nq57gen.printing.printed import check_as_printed, not_looked_at
from nq57gen.reading.word_file import read_word_file
from tests.checks.good import ROOT, other, ours
from tests.printing.conftest import SAMPLES, sample

REPORT, PLAN = "hang-gon/bao-cao-2025", "minh-hung/ke-hoach-2026"


def found(data: bytes) -> list[tuple[str, str]]:
    findings = check_as_printed(data, read_word_file(data, "vb.docx"), "vb.docx")
    assert all(finding.path == "vb.docx" for finding in findings)
    return [(finding.code, finding.where) for finding in findings]


@pytest.mark.usefixtures("tools")
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_prints_without_a_finding(name: str) -> None:
    assert found(sample(name)) == []


@pytest.mark.usefixtures("tools")
@pytest.mark.parametrize(
    "name", ["cong_van-styles-tabs-vml", "quyet_dinh-direct-tabs-drawing", "quyet_dinh-defaults-table-border"]
)
def test_a_correct_document_of_other_hands_prints_without_a_finding(name: str) -> None:
    assert found(other(name)) == []


def test_a_name_that_is_also_in_the_text_is_looked_for_in_the_letterhead(tools: None) -> None:
    findings = found(other("to_trinh-defaults-table-border"))

    assert findings == [("P103", "trang in 1"), ("P103", "trang in 1")]  # two long names in a narrow column


def test_a_heading_that_word_keeps_with_its_text_is_no_finding(tools: None) -> None:
    # LibreOffice leaves it at the end of a page when footnotes fill the page
    assert found(ours(ROOT / "docs" / "vi-du" / "ke-hoach.yaml")) == []


def test_pages_that_were_not_looked_at_are_a_warning() -> None:
    notice = not_looked_at(["soffice", "pdffonts"], "vb.docx")

    assert (notice.code, notice.severity, notice.path) == ("P006", Severity.WARNING, "vb.docx")
    assert "soffice, pdffonts" in notice.message


# --- spoiled documents


def cell_paragraph(document: Document, start: str) -> Paragraph:
    cells = [cell for row in document.tables[0].rows for cell in row.cells]
    paragraphs: list[Paragraph] = [paragraph for cell in cells for paragraph in cell.paragraphs]
    return next(paragraph for paragraph in paragraphs if paragraph.text.startswith(start))


def retype(paragraph: Paragraph, text: str) -> None:
    paragraph.runs[0].text = text
    for run in paragraph.runs[1:]:
        run.text = ""


def pad_national_name(document: Document) -> None:
    cell_paragraph(document, "CỘNG HÒA").paragraph_format.right_indent = Mm(20)


def pad_motto(document: Document) -> None:
    cell_paragraph(document, "Độc lập").paragraph_format.left_indent = Mm(50)


def pad_letterhead_cells(document: Document) -> None:
    margins = OxmlElement("w:tcMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(Mm(8).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    document.tables[0].rows[0].cells[1]._tc.get_or_add_tcPr().append(margins)


def long_agency(document: Document) -> None:
    text = "PHƯỜNG HÀNG GÒN VÀ VÙNG PHỤ CẬN PHÍA ĐÔNG NAM"
    retype(cell_paragraph(document, "PHƯỜNG HÀNG GÒN"), text)


def long_place(document: Document) -> None:
    date = cell_paragraph(document, "Hàng Gòn,")
    retype(date, "Phường Hàng Gòn và vùng phụ cận, ngày 05 tháng 12 năm 2025")


def break_before_signature(document: Document) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    document.tables[-1]._tbl.addprevious(paragraph._p)


def split_signature(document: Document) -> None:
    row = document.tables[-1].rows[0]
    for mark in row._tr.iter(qn("w:cantSplit")):
        mark.set(qn("w:val"), "0")
    name = row.cells[1].paragraphs[-1]
    for _ in range(60):
        name.insert_paragraph_before("")
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = False


def heading(document: Document) -> int:
    paragraphs = document.paragraphs
    return next(at for at, paragraph in enumerate(paragraphs) if paragraph.text.startswith("II. "))


def break_after_heading(document: Document) -> None:
    at = heading(document)
    document.paragraphs[at].paragraph_format.keep_with_next = False
    document.paragraphs[at + 1].paragraph_format.page_break_before = True


def wide_table(document: Document) -> None:
    table = document.tables[2]
    table.autofit = False
    for width in [*table._tbl.iter(qn("w:gridCol")), *table._tbl.iter(qn("w:tcW"), qn("w:tblW"))]:
        width.set(qn("w:w"), str(int(width.get(qn("w:w"), "0")) * 4 // 3))


def shared_page(document: Document) -> None:
    for properties in document.element.body.xpath("./w:p/w:pPr/w:sectPr")[:1]:
        properties.getparent().remove(properties)


def head_once(document: Document) -> None:
    for mark in document.tables[2]._tbl.iter(qn("w:tblHeader")):
        mark.set(qn("w:val"), "0")


def no_number(document: Document) -> None:
    for paragraph in document.sections[0].header.paragraphs:
        for run in list(paragraph._p):
            paragraph._p.remove(run)


def number_on_first(document: Document) -> None:
    document.sections[0].different_first_page_header_footer = False


BAD: list[tuple[str, Callable[[Document], None], list[str]]] = [
    (REPORT, pad_national_name, ["P101"]),
    (REPORT, pad_motto, ["P102"]),
    (REPORT, pad_letterhead_cells, ["P101"]),
    (REPORT, long_agency, ["P103"]),
    (REPORT, long_place, ["P104"]),
    (REPORT, break_before_signature, ["P105"]),
    (REPORT, split_signature, ["P106"]),
    (REPORT, break_after_heading, ["P107"]),
    (REPORT, no_number, ["P111"]),
    (REPORT, number_on_first, ["P112"]),
    (PLAN, wide_table, ["P108"]),
    (PLAN, shared_page, ["P109"]),
    (PLAN, head_once, ["P110"]),
]


@pytest.mark.usefixtures("tools")
@pytest.mark.parametrize(("name", "spoil", "codes"), BAD, ids=[spoil.__name__ for _, spoil, _ in BAD])
def test_a_spoiled_document_has_its_finding(
    name: str, spoil: Callable[[Document], None], codes: list[str]
) -> None:
    document = docx.Document(io.BytesIO(sample(name)))
    spoil(document)
    spoiled = io.BytesIO()
    document.save(spoiled)

    findings = found(spoiled.getvalue())

    assert [code for code, _ in findings] == codes
    assert all(where.startswith("trang in ") for _, where in findings)


@pytest.mark.usefixtures("tools")
def test_pages_in_a_font_of_other_widths_are_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed, "font_names", lambda pdf: {"DejaVuSerif"})

    assert found(sample(REPORT)) == [("P007", "")]
