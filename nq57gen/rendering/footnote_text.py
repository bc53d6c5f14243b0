"""Footnotes as WordprocessingML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nq57gen.rendering.markup import runs_xml

if TYPE_CHECKING:
    from nq57gen.model.document import Footnote
    from nq57gen.rendering.facts import TemplateFacts


def footnotes_xml(footnotes: Sequence[Footnote], facts: TemplateFacts) -> str:
    """Return the ``w:footnote`` elements of a document, numbered on from the template's own."""
    return "".join(
        _footnote(facts.note_base + position, footnote, facts)
        for position, footnote in enumerate(footnotes, 1)
    )


def _footnote(identifier: int, footnote: Footnote, facts: TemplateFacts) -> str:
    style, mark_style = facts.style("footnote text").id, facts.style("footnote reference").id
    mark = (
        f'<w:r><w:rPr><w:rStyle w:val="{mark_style}"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )
    start = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    paragraphs = [
        f"{start}{'' if position else mark}{runs_xml(runs, facts)}</w:p>"
        for position, runs in enumerate(footnote.paragraphs)
    ]
    return f'<w:footnote w:id="{identifier}">{"".join(paragraphs)}</w:footnote>'
