"""The script's Word template: the program's own, with its tables as docxtpl's users have them.

The program puts tables into one place of the template; plain docxtpl wants them there, with tags for rows and
cells. The rules under issuing body, motto and subject are left out.
"""

from __future__ import annotations

import copy
import io
from typing import Any

from docx import Document
from docx.shared import Mm
from docx.table import Table
from docx.text.paragraph import Paragraph

from bench.wards import ROOT

TEMPLATE = ROOT / "templates" / "chung" / "van_ban.docx"
_PLACE = "{{p khoi.bang }}"
#: One row of the table for all of a kind, and what stands in its cells.
_ROWS = (
    ("{%tr if khoi.bang %}", "", ""),
    ("{%tc for o in khoi.bang.dau %}", "{{ o }}", "{%tc endfor %}"),
    ("{%tr for hang in khoi.bang.hang %}", "", ""),
    ("{%tc for o in hang %}", "{% colspan o.rong %}{{ o.chu }}", "{%tc endfor %}"),
    ("{%tr endfor %}", "", ""),
    ("{%tr endif %}", "", ""),
)


def template() -> bytes:
    """The content of the template."""
    made = Document(str(TEMPLATE))
    for paragraph in list(_paragraphs(made)):
        if "duong_ke" in paragraph.text:
            paragraph.clear()
        elif paragraph.text == _PLACE:
            paragraph.clear()
            paragraph._p.addnext(_table(made))  # python-docx has no other way in between
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def _paragraphs(made: Any) -> Any:
    for block in made.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            yield from (line for row in block.rows for cell in row.cells for line in cell.paragraphs)


def _table(made: Any) -> Any:
    drawn = made.add_table(rows=len(_ROWS), cols=len(_ROWS[0]))
    for row, texts in zip(drawn.rows, _ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text, cell.width = text, Mm(50)
            cell.paragraphs[0].style = "Ô bảng"
    xml = copy.deepcopy(drawn._tbl)
    drawn._tbl.getparent().remove(drawn._tbl)
    return xml
