"""Document properties, written after rendering so that nothing of the template's or of today is left."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from nq57gen.rendering.xml import serialise

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
#: A fixed date: the same input must give the same bytes.
_DATE = "2020-01-01T00:00:00Z"

CORE_PART, APP_PART = "docProps/core.xml", "docProps/app.xml"


@dataclass(frozen=True, slots=True)
class Properties:
    """What Word shows under File, Info."""

    title: str
    subject: str
    author: str
    keywords: str


def core_part(properties: Properties) -> bytes:
    """Return ``docProps/core.xml``."""
    root = etree.Element(
        f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    )
    texts = {
        f"{{{_DC}}}title": properties.title,
        f"{{{_DC}}}subject": properties.subject,
        f"{{{_DC}}}creator": properties.author,
        f"{{{_CP}}}keywords": properties.keywords,
        f"{{{_CP}}}lastModifiedBy": properties.author,
        f"{{{_CP}}}revision": "1",
        f"{{{_DC}}}language": "vi-VN",
    }
    for name, text in texts.items():
        etree.SubElement(root, name).text = text
    for name in ("created", "modified"):
        node = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        node.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        node.text = _DATE
    return serialise(root)


def app_part() -> bytes:
    """Return ``docProps/app.xml``: nothing of who made the template, where and how long."""
    root = etree.fromstring(f'<Properties xmlns="{_APP}"><Application>nq57gen</Application></Properties>')
    return serialise(root)
