"""Pieces of WordprocessingML made from the model and put into the template as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from nq57gen.model.document import Run
    from nq57gen.rendering.facts import TemplateFacts

#: Names a table's place in the text until the tables are put in: ``<?nq57-table 3?>``.
TABLE_TARGET = "nq57-table"

# "&" first. Braces go as character references: docxtpl rewrites ``{_{`` and its like in what was filled in.
ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("{", "&#123;"), ("}", "&#125;"))


class RunsXml(Markup):
    """Runs of one paragraph; a template prints them with ``{{r name }}``."""


class BlockXml(Markup):
    """Whole paragraphs or a table; a template prints them with ``{{p name }}``."""


def xml_text(text: str) -> str:
    """Escape ``text`` for the content of an element."""
    for letter, escape in ESCAPES:  # far quicker than str.translate where there is little to escape
        if letter in text:
            text = text.replace(letter, escape)
    return text


def printed(value: object) -> str:
    """Escape what a tag prints, braces included; pieces of XML of our own are already escaped."""
    return value if isinstance(value, Markup) else xml_text(str(value))


def runs_xml(
    runs: Sequence[Run], facts: TemplateFacts, *, bold: bool = False, italic: bool = False
) -> RunsXml:
    """Return ``<w:r>`` elements carrying bold, italic and footnote marks; other looks are the style's.

    ``bold`` and ``italic`` are those of the whole (a table cell), added to each run's own.
    """
    return RunsXml("".join(_run(run, facts, bold or run.bold, italic or run.italic) for run in runs))


def _run(run: Run, facts: TemplateFacts, bold: bool, italic: bool) -> str:
    if run.note is not None:
        style = facts.style("footnote reference").id
        mark = f'<w:footnoteReference w:id="{facts.note_base + run.note}"/>'
        return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{mark}</w:r>'
    if not run.text:
        return ""
    looks = "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r>{properties}{_text_node(run.text)}</w:r>"


def _text_node(text: str) -> str:
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:t{space}>{xml_text(text)}</w:t>"


def rule_xml(facts: TemplateFacts, length: int, width: int) -> BlockXml:
    """Return a horizontal rule ``length`` dxa long in the middle of ``width`` dxa (a paragraph border)."""
    gap = max(0, round((width - length) / 2))
    style = facts.style("Đường kẻ").id
    indent = f'<w:ind w:left="{gap}" w:right="{gap}" w:firstLine="0"/>'
    return BlockXml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{indent}</w:pPr></w:p>')


def table_place(index: int) -> BlockXml:
    """Return the mark that stands for table ``index`` until :func:`nq57gen.rendering.tables.table_xml`."""
    return BlockXml(f"<?{TABLE_TARGET} {index}?>")
