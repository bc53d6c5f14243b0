"""Names and small helpers for WordprocessingML, shared by this room."""

from __future__ import annotations

from lxml import etree

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.rendering.names import MC, W

#: What stands for something that old programs cannot show, and says the same (ISO 29500-3, 9.4).
FALLBACK = f"{{{MC}}}Fallback"


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def parse(data: bytes, *, part: str, shown_as: str) -> etree._Element:
    """Parse a part. Raises InvalidInput (M101) for broken XML or one with a DOCTYPE."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        reason = f"phần {part} có XML hỏng ở dòng {line}, cột {column}"
        raise InvalidInput([make("M101", path=shown_as, reason=reason)]) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs are wrong
        raise InvalidInput(
            [make("M101", path=shown_as, reason=f"phần {part} có khai báo DTD, điều Word không bao giờ ghi")]
        )
    return root


def serialise(root: etree._Element) -> bytes:
    """Return a part as bytes, the way Word writes it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def text_nodes(paragraph: etree._Element) -> list[etree._Element]:
    """Return the ``w:t`` of a paragraph without those of text boxes and fallbacks inside it.

    A fallback inside a paragraph counts as a paragraph of its own.
    """
    holders = (w("p"), FALLBACK)
    return [node for node in paragraph.iter(w("t")) if next(node.iterancestors(*holders), None) is paragraph]


def own_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph without that of text boxes inside it."""
    return "".join(node.text or "" for node in text_nodes(paragraph))


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return the attribute ``w:name`` as text, None where element or attribute is missing."""
    value = element.get(w(name)) if element is not None else None
    return str(value) if value is not None else None


def number(element: etree._Element | None, name: str, default: int = 0) -> int:
    """Return the attribute ``w:name`` of ``element`` as a whole number, rounded towards zero."""
    value = attribute(element, name)
    try:
        return int(float(value)) if value is not None else default
    except ValueError:
        return default


def is_on(element: etree._Element | None) -> bool | None:
    """Return what an on/off property such as ``w:b`` says; None where it is missing."""
    if element is None:
        return None
    return attribute(element, "val") not in ("0", "false", "off")
