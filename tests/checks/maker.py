"""Makes correct Word files with python-docx, in the ways in which other people make them."""

from __future__ import annotations

import io
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import Section
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from nq57gen.vietnamese.metrics import longest_line_mm, text_width_mm
from tests.checks import word_xml as xml
from tests.checks.looks import LOOKS, SMALL
from tests.checks.texts import Annex, Words

NATIONAL, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
#: Widths in millimetres: the two columns of the letterhead, the text on a page upright and across.
LEFT, RIGHT, TEXT, ACROSS = 62.0, 103.0, 165.0, 252.0
#: What a cell leaves free on both sides together, as Word's own table style has it.
PADDING = 2 * 108 * 25.4 / 1440
FONT = "Times New Roman"
Line: TypeAlias = tuple[str, str]
Formatting: TypeAlias = Literal["styles", "defaults", "direct"]
Letterhead: TypeAlias = Literal["table", "tabs"]
Lines: TypeAlias = Literal["border", "drawing", "vml"]


@dataclass(frozen=True)
class Way:
    """One way to make a file.

    ``formatting``: all of it in styles; in the defaults of the document with a font of the theme, and
    directly where a paragraph differs from them; or all of it directly. ``lines``: borders of an empty
    paragraph, DrawingML or VML. ``small``: sizes 12, 13, 13 and an indent of 1 cm. ``old_tones``: HOÀ, UỶ.
    ``blanks``: empty paragraphs where people like to put them.
    """

    formatting: Formatting = "styles"
    letterhead: Letterhead = "table"
    lines: Lines = "border"
    small: bool = False
    old_tones: bool = False
    blanks: bool = False


def make_file(words: Words, way: Way) -> bytes:
    """Make the file of ``words`` in the way ``way``; tabs have no lines that are borders."""
    maker = _Maker(way)
    if way.letterhead == "tabs":
        maker.tabbed_letterhead(words)
    else:
        maker.letterhead(words)
    maker.main(words)
    maker.signature(words)
    for annex in words.annexes:
        maker.annex(annex)
    buffer = io.BytesIO()
    maker.document.save(buffer)
    return buffer.getvalue()


class _Maker:
    def __init__(self, way: Way) -> None:
        self.way = way
        self.looks = SMALL if way.small else LOOKS
        self.document = docx.Document()
        xml.theme_font(self.document, FONT if way.formatting == "defaults" else "Calibri")
        if way.formatting == "styles":
            for role, look in self.looks.items():
                style = self.document.styles.add_style(f"Kiểu {role}", WD_STYLE_TYPE.PARAGRAPH)
                xml.set_paragraph(style.element.get_or_add_pPr(), look)
                letters = self.document.styles.add_style(f"Chữ {role}", WD_STYLE_TYPE.CHARACTER)
                for one in (style, letters):
                    xml.set_fonts(one.element.get_or_add_rPr(), FONT)
                    xml.set_letters(one.element.get_or_add_rPr(), look)
        elif way.formatting == "defaults":
            xml.default_size(self.document, self.looks["text"].size)
            normal = self.document.styles["Normal"].element
            xml.set_paragraph(normal.get_or_add_pPr(), self.looks["text"])
        self.page(self.document.sections[0], landscape=False)

    def page(self, section: Section, *, landscape: bool) -> None:
        sides = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
        section.page_width, section.page_height = sides
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.different_first_page_header_footer = True
        xml.page_numbers_from_one(section._sectPr)
        for header in (section.header, section.first_page_header):
            header.is_linked_to_previous = False
            self.give(header.paragraphs[0], "page_number")
        for run in xml.number_field(section.header.paragraphs[0]):
            self.form(run, "page_number")

    # --- formatting

    def give(self, paragraph: Paragraph, role: str) -> None:
        """Give ``paragraph`` the formatting of ``role``, the way of this file."""
        if self.way.formatting == "styles":
            paragraph.style = self.document.styles[f"Kiểu {role}"]
        else:
            paragraph.style = self.document.styles["Normal"]
            if self.differs(role):
                xml.set_paragraph(paragraph._p.get_or_add_pPr(), self.looks[role])

    def form(self, run: xml.Element, role: str) -> None:
        """Give a run what its paragraph does not give it."""
        if self.way.formatting == "direct":
            xml.set_fonts(run.get_or_add_rPr(), FONT)
        if self.way.formatting != "styles" and self.differs(role):
            xml.set_letters(run.get_or_add_rPr(), self.looks[role])

    def differs(self, role: str) -> bool:
        return self.way.formatting == "direct" or self.looks[role] != self.looks["text"]

    # --- writing

    def add(self, role: str, text: str) -> Paragraph:
        return self.write(self.document.add_paragraph(), role, text)

    def write(self, paragraph: Paragraph, role: str, text: str) -> Paragraph:
        """Write ``text`` into ``paragraph``; what stands between two ``**`` is bold."""
        self.give(paragraph, role)
        for index, part in enumerate(text.split("**")):
            if part:
                self.run(paragraph, role, part)
                if index % 2:
                    paragraph.runs[-1].bold = True
        return paragraph

    def run(self, paragraph: Paragraph, role: str, text: str, *, own_style: bool = False) -> None:
        """Add letters; ``own_style``: their paragraph has the formatting of another role."""
        if self.way.old_tones:
            for new, old in (("HÒA", "HOÀ"), ("ỦY", "UỶ"), ("Ủy", "Uỷ"), ("ủy", "uỷ")):
                text = text.replace(new, old)
        run = paragraph.add_run(text)
        if own_style and self.way.formatting == "styles":
            run.style = self.document.styles[f"Chữ {role}"]
        self.form(run._r, role)

    def blank(self) -> None:
        if self.way.blanks:
            self.add("empty", "")

    def rule(self, paragraph: Paragraph, width: float, column: float, column_left: float = 0.0) -> None:
        """Draw a line of ``width`` under ``paragraph``, in the middle of a column; all in millimetres."""
        side = (column - width) / 2
        if self.way.lines == "border":
            xml.ruled_paragraph(paragraph._p, side)
        else:
            drawn = xml.drawing_line if self.way.lines == "drawing" else xml.vml_line
            paragraph.add_run()._r.append(drawn(width, column_left + side))

    # --- components

    def letterhead(self, words: Words) -> None:
        table = self.plain_table(2, (LEFT, RIGHT))
        names: list[Line] = [("parent", text) for text in words.parent]
        names += [("issuing", text) for text in words.issuing]
        self.fill(table.cell(0, 0), names)
        self.rule(table.cell(0, 0).paragraphs[-1], issuing_width(words) * 0.4, LEFT - PADDING)
        self.fill(table.cell(0, 1), [("national", NATIONAL), ("motto", MOTTO)])
        self.rule(table.cell(0, 1).paragraphs[-1], self.motto_width(), RIGHT - PADDING)
        roles = ["about", *["about_more"] * len(words.about)]
        self.fill(table.cell(1, 0), [("number", words.number), *zip(roles, words.about, strict=False)])
        self.fill(table.cell(1, 1), [("date", words.date)])

    def tabbed_letterhead(self, words: Words) -> None:
        left: list[Line] = [("parent", text) for text in words.parent]
        left += [("issuing", text) for text in words.issuing]
        first = self.tabbed(left[0], ("national", NATIONAL), indent=True)
        second = self.tabbed(left[1] if len(left) > 1 else None, ("motto", MOTTO), indent=True)
        self.rule(second if len(left) > 1 else first, issuing_width(words) * 0.4, LEFT)
        self.rule(second, self.motto_width(), RIGHT, LEFT)
        self.tabbed(("number", words.number), ("date", words.date), indent=True)
        for text in words.about:
            self.tabbed(("about", text), None, indent=True)

    def tabbed(self, left: Line | None, right: Line | None, *, indent: bool = False) -> Paragraph:
        """One line of two columns set with tabs; ``indent``: the left one in the middle of its column."""
        paragraph = self.document.add_paragraph()
        self.give(paragraph, "empty")
        stops = paragraph.paragraph_format.tab_stops
        column = LEFT if indent else TEXT / 2
        if indent:
            stops.add_tab_stop(Mm(column / 2), WD_TAB_ALIGNMENT.CENTER)
            paragraph.add_run("\t")
        stops.add_tab_stop(Mm(column + (TEXT - column) / 2), WD_TAB_ALIGNMENT.CENTER)
        if left:
            self.run(paragraph, *left, own_style=True)
        if right:
            paragraph.add_run("\t")
            self.run(paragraph, *right, own_style=True)
        return paragraph

    def main(self, words: Words) -> None:
        self.blank()
        if words.type_name:
            self.add("type", words.type_name)
            subject = self.add("subject", words.subject)
            width = longest_line_mm(words.subject, self.looks["subject"].size, TEXT, bold=True)
            self.rule(subject, width * 0.4, TEXT)
            self.blank()
        for role, text in words.body:
            self.add(role, text)

    def signature(self, words: Words) -> None:
        self.blank()
        left: list[Line] = [("recipients", "Nơi nhận:"), *(("recipient", text) for text in words.recipients)]
        names: list[Line] = [("authority", text) for text in words.authority]
        if self.way.letterhead == "tabs":
            for pair in itertools.zip_longest(left, [*names, *[None] * 4, ("name", words.name)]):
                self.tabbed(*pair)
            return
        table = self.plain_table(1, (TEXT / 2, TEXT / 2))
        self.fill(table.cell(0, 0), left)
        self.fill(table.cell(0, 1), [*names, *[("empty", "")] * 4, ("name", words.name)])

    def annex(self, annex: Annex) -> None:
        self.page(self.document.add_section(WD_SECTION.NEW_PAGE), landscape=annex.landscape)
        self.add("annex", annex.label)
        self.add("annex_title", annex.title)
        attached = self.add("attached", annex.attached)
        self.rule(attached, 40, ACROSS if annex.landscape else TEXT)
        table = self.document.add_table(len(annex.rows), len(annex.rows[0]))
        xml.table_borders(table, "single")
        for number, row in enumerate(annex.rows):
            for column, text in enumerate(row):
                role = "head_cell" if number == 0 else "middle_cell" if column in (0, 2) else "cell"
                self.fill(table.cell(number, column), [(role, text)])
        xml.repeat_head(table)
        self.add("end", "./.")

    def plain_table(self, rows: int, widths: Sequence[float]) -> Table:
        table: Table = self.document.add_table(rows, len(widths))
        table.autofit = False
        xml.table_borders(table, "none")
        for column, width in enumerate(widths):
            table.columns[column].width = Mm(width)
            for row in range(rows):
                table.cell(row, column).width = Mm(width)
        return table

    def fill(self, cell: _Cell, lines: Sequence[Line]) -> None:
        for index, (role, text) in enumerate(lines):
            self.write(cell.paragraphs[0] if index == 0 else cell.add_paragraph(), role, text)

    def motto_width(self) -> float:
        return text_width_mm(MOTTO, self.looks["motto"].size, bold=True)


def issuing_width(words: Words) -> float:
    """Width of the longest line of the issuing body, in millimetres."""
    return max(text_width_mm(text, 13, bold=True) for text in words.issuing)
