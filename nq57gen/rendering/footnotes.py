"""Real Word footnotes, added to the part the template has for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from nq57gen.rendering.markup import runs_xml
from nq57gen.rendering.xml import R, W, serialise

if TYPE_CHECKING:
    from nq57gen.model.document import Footnote
    from nq57gen.rendering.facts import TemplateFacts


PART = "word/footnotes.xml"
_TYPES, _LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATIONSHIP = f"{R}/footnotes"
#: The two lines every part of footnotes begins with.
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def add_footnotes(
    parts: dict[str, bytes], footnotes: Sequence[Footnote], facts: TemplateFacts
) -> dict[str, bytes]:
    """Return ``parts`` with ``footnotes`` added, numbered on from the template's own.

    A part for them is made where there is none: some programs drop it while it is empty.
    """
    if not footnotes:
        return parts
    complete = parts if PART in parts else _with_part(parts)
    root = etree.fromstring(complete[PART])
    for position, footnote in enumerate(footnotes, 1):
        root.append(etree.fromstring(_footnote(facts.note_base + position, footnote, facts)))
    return {**complete, PART: serialise(root)}


def _with_part(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return ``parts`` with an empty part of footnotes, its content type and its relationship."""
    types, links = etree.fromstring(parts[_TYPES]), etree.fromstring(parts[_LINKS])
    kind = types.nsmap[None]
    etree.SubElement(types, f"{{{kind}}}Override", PartName=f"/{PART}", ContentType=_CONTENT_TYPE)
    kind = links.nsmap[None]
    link = etree.SubElement(links, f"{{{kind}}}Relationship", Id="nq57genFootnotes", Type=_RELATIONSHIP)
    link.set("Target", PART.removeprefix("word/"))
    empty = f'<w:footnotes xmlns:w="{W}">{_SEPARATORS}</w:footnotes>'.encode()
    return {**parts, _TYPES: serialise(types), _LINKS: serialise(links), PART: empty}


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
    return f'<w:footnote xmlns:w="{W}" w:id="{identifier}">{"".join(paragraphs)}</w:footnote>'
