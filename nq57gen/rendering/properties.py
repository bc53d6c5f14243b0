"""Document properties, written after rendering so that nothing of the template's or of today is left."""

from __future__ import annotations

from msgspec import Struct

from nq57gen.rendering.names import DECLARATION

_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
#: A fixed date: the same input must give the same bytes.
_DATE = "2020-01-01T00:00:00Z"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

CORE_PART, APP_PART = "docProps/core.xml", "docProps/app.xml"


class Properties(Struct, frozen=True):
    """What Word shows under File, Info."""

    title: str
    subject: str
    author: str
    keywords: str


def core_part(properties: Properties) -> bytes:
    """Return ``docProps/core.xml``."""
    texts = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "cp:keywords": properties.keywords,
        "cp:lastModifiedBy": properties.author,
        "cp:revision": "1",
        "dc:language": "vi-VN",
    }
    content = "".join(f"<{name}>{text.translate(_ESCAPES)}</{name}>" for name, text in texts.items())
    for name in ("dcterms:created", "dcterms:modified"):
        content += f'<{name} xsi:type="dcterms:W3CDTF">{_DATE}</{name}>'
    return f"{DECLARATION}<cp:coreProperties {_NAMESPACES}>{content}</cp:coreProperties>".encode()


def app_part() -> bytes:
    """Return ``docProps/app.xml``: nothing of who made the template, where and how long."""
    return f'{DECLARATION}<Properties xmlns="{_APP}"><Application>nq57gen</Application></Properties>'.encode()
