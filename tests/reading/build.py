"""Small Word files from raw XML, and reading them."""

from __future__ import annotations

from collections.abc import Mapping

from nq57gen.reading.types import ParagraphView, RunView, TableView, WordFile
from nq57gen.reading.word_file import read_word_file
from nq57gen.writer import pack

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "xyz": "urn:something-new",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#: Name of a part -> (type of its relationship, root element); the content is wrapped in the root.
_PARTS = {
    "styles": ("styles", "w:styles"),
    "numbering": ("numbering", "w:numbering"),
    "settings": ("settings", "w:settings"),
    "footnotes": ("footnotes", "w:footnotes"),
    "endnotes": ("endnotes", "w:endnotes"),
    "theme": ("theme", "a:theme"),
}
THEME = (
    "<a:themeElements><a:clrScheme name='x'><a:dk1><a:sysClr val='windowText' lastClr='010203'/></a:dk1>"
    "<a:lt1><a:srgbClr val='FFFFFF'/></a:lt1><a:accent1><a:srgbClr val='4472c4'/></a:accent1></a:clrScheme>"
    "<a:fontScheme name='x'>"
    "<a:majorFont><a:latin typeface='Cambria'/><a:ea typeface=''/><a:cs typeface='Arial'/></a:majorFont>"
    "<a:minorFont><a:latin typeface='Calibri'/><a:ea typeface='SimSun'/><a:cs typeface=''/>"
    "</a:minorFont></a:fontScheme></a:themeElements>"
)
#: A4 with the margins of the decree.
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="850"/>'


def package(
    body: str, headers: Mapping[str, str] | None = None, *, main_type: str = _MAIN_TYPE, **parts: str
) -> dict[str, bytes]:
    """Return the parts of a Word file; ``headers`` are by relationship id, other parts by name."""
    files = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    links = []
    for name, content in parts.items():
        kind, root = _PARTS[name]
        files[f"word/{name}.xml"] = f"<{root} {NAMESPACES}>{content}</{root}>"
        links.append((name, kind, f"{name}.xml"))
    for identifier, content in (headers or {}).items():
        files[f"word/{identifier}.xml"] = f"<w:hdr {NAMESPACES}>{content}</w:hdr>"
        links.append((identifier, "header", f"/word/{identifier}.xml"))
    files["word/_rels/document.xml.rels"] = _links(links)
    files["_rels/.rels"] = _links([("rId1", "officeDocument", "word/document.xml")])
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
    )
    return {name: text.encode() for name, text in files.items()}


def _links(links: list[tuple[str, str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identifier, kind, target in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def read(body: str, headers: Mapping[str, str] | None = None, **parts: str) -> WordFile:
    """Read a file with this body; see :func:`package`."""
    return read_word_file(pack(package(body, headers, **parts)), "van-ban.docx")


def paragraph(body: str, **parts: str) -> ParagraphView:
    """Read a file with one paragraph."""
    (found,) = read(body, None, **parts).paragraphs()
    return found


def run(body: str, **parts: str) -> RunView:
    """Read a file with one paragraph of one run."""
    (found,) = paragraph(body, **parts).runs
    return found


def table(body: str, **parts: str) -> TableView:
    """Read a file with one table at the top of the body."""
    (found,) = (block for block in read(body, None, **parts).blocks if isinstance(block, TableView))
    return found


def r(text: str = "chữ", props: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "chữ", props: str = "", run_props: str = "") -> str:
    """Return a paragraph; plain text becomes its one run."""
    inner = content if content.startswith("<") or not content else r(content, run_props)
    return f"<w:p><w:pPr>{props}</w:pPr>{inner}</w:p>"


def styled(style: str, content: str = "chữ", props: str = "", run_props: str = "") -> str:
    """Return a paragraph of a style."""
    return p(content, f'<w:pStyle w:val="{style}"/>{props}', run_props)


def style(
    identifier: str,
    *,
    kind: str = "paragraph",
    on: str = "",
    p: str = "",
    r: str = "",
    more: str = "",
    default: bool = False,
) -> str:
    """Return a style; ``p`` and ``r`` are its properties, ``on`` the style it is based on."""
    based = f'<w:basedOn w:val="{on}"/>' if on else ""
    flag = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}"{flag}><w:name w:val="tên {identifier}"/>{based}'
        f"<w:pPr>{p}</w:pPr><w:rPr>{r}</w:rPr>{more}</w:style>"
    )


def defaults(*, p: str = "", r: str = "") -> str:
    """Return the defaults of the document."""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{r}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{p}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def field(code: str, result: str | None) -> str:
    """Return a complex field; without a separator when ``result`` is None."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(content: str = "chữ", props: str = "") -> str:
    """Return a cell; plain text becomes its one paragraph."""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def row(*cells: str, props: str = "") -> str:
    """Return a row."""
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, props: str = "", grid: tuple[int, ...] = ()) -> str:
    """Return a table."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{props}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
