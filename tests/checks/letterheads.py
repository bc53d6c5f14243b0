"""Letterheads as people build them, in WordprocessingML, put at the head of a correct document."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from nq57gen.checks.layout.engine import check_layout
from nq57gen.reading.word_file import read_word_file
from tests.checks.good import other
from tests.checks.word_xml import drawing_line, vml_line

LEFT, RIGHT = 3515, 5840  # twips: 62 and 103 mm
NATIONAL, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, DATE = "Số: 05/KH-UBND", "Minh Hưng, ngày 05 tháng 3 năm 2026"
_FAMILIES = ("TRANG", "FONT", "SOTRANG", "BOCUC", "QH", "TN", "KE", "CQ", "SO", "VT", "DD")
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_SPACING = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
#: Kind of line: size in points, bold, italic.
_LOOKS = {
    "national": (13, True, False),
    "motto": (14, True, False),
    "name": (13, True, False),
    "number": (13, False, False),
    "date": (14, False, True),
    "empty": (14, False, False),
}


def run(kind: str, text: str = "", inside: str = "") -> str:
    """A ``w:r``; line breaks and tabs of ``text`` as in Word, ``inside`` for drawings."""
    size, bold, italic = _LOOKS[kind]
    marks = "<w:b/>" * bold + "<w:i/>" * italic
    words = f'<w:t xml:space="preserve">{escape(text)}</w:t>'.replace(
        "\n", '</w:t><w:br/><w:t xml:space="preserve">'
    )
    words = words.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{_FONT}{marks}<w:sz w:val="{size * 2}"/></w:rPr>{words}{inside}</w:r>'


def paragraph(
    kind: str,
    text: str = "",
    *,
    drawn: str = "",
    border: str = "",
    indent: int = 0,
    tabs: str = "",
    more: str = "",
) -> str:
    """A centred ``w:p``; ``border`` is "top" or "bottom", ``indent`` on both sides, ``more`` other runs."""
    sides = (
        f'<w:pBdr><w:{border} w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>' if border else ""
    )
    align = "left" if tabs else "center"
    return (
        f"<w:p><w:pPr>{sides}{tabs}{_SPACING}"
        f'<w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/><w:jc w:val="{align}"/>'
        f"</w:pPr>{run(kind, text, drawn)}{more}</w:p>"
    )


def shape(width_mm: float, *, vml: bool = False, left_mm: float = 20) -> str:
    """A drawn line for inside a run."""
    return etree.tostring((vml_line if vml else drawing_line)(width_mm, left_mm), encoding="unicode")


def cell(width: int, *paragraphs: str, borders: str = "", span: int = 1) -> str:
    """A ``w:tc``; ``borders`` is the content of its ``w:tcBorders``."""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    drawn = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    own = f'<w:tcW w:w="{width}" w:type="dxa"/>{merged}{drawn}'
    return f"<w:tc><w:tcPr>{own}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def table(*rows: Sequence[str], grid: Sequence[int] = (LEFT, RIGHT)) -> str:
    """A ``w:tbl`` of fixed widths without borders and padding."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    body = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    )


def under_name(column: int = LEFT) -> str:
    """The line under the issuing body, 20 mm of the 46 mm of its longest line, as a border."""
    return paragraph("empty", border="bottom", indent=round((column - 20 * 56.69) / 2))


def under_motto(column: int = RIGHT) -> str:
    """The line under the motto, 60.5 mm, as a border."""
    return paragraph("empty", border="top", indent=round((column - 60.5 * 56.69) / 2))


def names() -> str:
    """The two lines of the issuing body."""
    return paragraph("name", "ỦY BAN NHÂN DÂN") + paragraph("name", "PHƯỜNG MINH HƯNG")


def usual(*, number: str = NUMBER, date: str = DATE) -> str:
    """The letterhead most files have: a table of two rows and two columns."""
    return table(
        (cell(LEFT, names(), under_name()), cell(RIGHT, national(), under_motto())),
        (cell(LEFT, paragraph("number", number)), cell(RIGHT, paragraph("date", date))),
    )


def national() -> str:
    """National name and motto."""
    return paragraph("national", NATIONAL) + paragraph("motto", MOTTO)


def with_letterhead(blocks: str) -> bytes:
    """A correct plan whose letterhead is ``blocks``."""

    def replace(document: Document) -> None:
        old = document.element.body[0]
        for block in list(parse_xml(f"<w:body {nsdecls('w')}>{blocks}</w:body>")):
            old.addprevious(block)
        old.getparent().remove(old)

    return changed(replace)


def changed(change: Callable[[Document], None]) -> bytes:
    """A correct plan of other hands with one change."""
    document = docx.Document(io.BytesIO(other("ke_hoach-styles-table-border")))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def codes(data: bytes) -> list[str]:
    """The codes, without "ND30-", of the findings about page, letters, page numbers and letterhead."""
    found = check_layout(read_word_file(data, "thu.docx"))
    own = [finding.code.removeprefix("ND30-") for finding in found if finding.code.startswith("ND30-")]
    return [code for code in own if code.split("-")[0] in _FAMILIES]
