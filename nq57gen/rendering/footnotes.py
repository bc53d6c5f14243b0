"""Real Word footnotes, added to the part the template has for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from nq57gen.rendering.footnote_text import footnotes_xml
from nq57gen.rendering.names import FOOTNOTES, R, W
from nq57gen.rendering.xml import serialise

if TYPE_CHECKING:
    from nq57gen.model.document import Footnote
    from nq57gen.rendering.facts import TemplateFacts


_TYPES, _LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATIONSHIP = f"{R}/footnotes"
#: The two lines every part of footnotes begins with.
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def add_footnotes(
    parts: Mapping[str, bytes], footnotes: Sequence[Footnote], facts: TemplateFacts
) -> dict[str, bytes]:
    """Return ``parts`` with ``footnotes`` added, numbered on from the template's own."""
    if not footnotes:
        return dict(parts)
    complete = with_part(parts)
    root = etree.fromstring(complete[FOOTNOTES])
    for note in etree.fromstring(
        f'<w:footnotes xmlns:w="{W}">{footnotes_xml(footnotes, facts)}</w:footnotes>'
    ):
        root.append(note)
    return {**complete, FOOTNOTES: serialise(root)}


def with_part(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return ``parts`` with a part of footnotes, made where there is none: programs drop empty ones."""
    if FOOTNOTES in parts:
        return dict(parts)
    types, links = etree.fromstring(parts[_TYPES]), etree.fromstring(parts[_LINKS])
    kind = types.nsmap[None]
    etree.SubElement(types, f"{{{kind}}}Override", PartName=f"/{FOOTNOTES}", ContentType=_CONTENT_TYPE)
    kind = links.nsmap[None]
    link = etree.SubElement(links, f"{{{kind}}}Relationship", Id="nq57genFootnotes", Type=_RELATIONSHIP)
    link.set("Target", FOOTNOTES.removeprefix("word/"))
    empty = f'<w:footnotes xmlns:w="{W}">{_SEPARATORS}</w:footnotes>'.encode()
    return {**parts, _TYPES: serialise(types), _LINKS: serialise(links), FOOTNOTES: empty}
