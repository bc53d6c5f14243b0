"""Names of WordprocessingML and the few ways values are written in it."""

from __future__ import annotations

import functools
import itertools

from lxml import etree

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.patterns import lazily

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741  # the prefix Word itself uses
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: Namespaces of the strict variety of the format (ISO 29500-1), and what everyone else writes.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": M.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": A.encode(),
}
_OFF = frozenset({"0", "false", "off", "no"})
#: Twips in one unit of a length with a unit ("2.5cm"; ISO 29500-1 22.9.2.15) or of VML ("12px").
TWIPS_IN = {
    "pt": 20.0,
    "cm": 1440 / 2.54,
    "mm": 144 / 2.54,
    "in": 1440.0,
    "pc": 240.0,
    "pi": 240.0,
    "px": 15.0,
}
_LENGTH = lazily(r"\s*(-?(?:\d++(?:\.\d++)?|\.\d++))\s*(pt|cm|mm|in|pc|pi|px)?\s*")
#: Numbers of the format have 32 bits (XML Schema, xsd:int); larger ones count as the largest.
_LARGEST = 2**31 - 1
#: What is read of one part at most: its bytes, and its marks (tags, which open and close, and attributes) as
#: far as all of them are in memory at once. A report of three hundred pages has half a million.
MOST_BYTES, MOST_MARKS = 40_000_000, 1_500_000
#: Tags of one paragraph: of six pages with every letter in a run of its own.
MOST_IN_A_PARAGRAPH = 120_000
_END_OF_PARAGRAPH = lazily(rb"</(?:[\w.-]+:)?p>")
#: Characters of a number or length: what is longer is none.
_DIGITS = 40
_COLOR = lazily(r"[0-9A-Fa-f]{6}")
EMU_IN_TWIP = 635


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def tag(namespace: str, name: str) -> str:
    """Return the full name of an element or attribute of any namespace."""
    return f"{{{namespace}}}{name}"


_VAL = w("val")


def parse(data: bytes, *, part: str, shown_as: str) -> etree._Element:
    """Parse a part, without comments and processing instructions, in the namespaces above.

    Raises InvalidInput for XML with a document type (D008), XML that is not well-formed (D009), and such as
    no document needs (D135, D137).
    """
    refuse_more(data, MOST_MARKS, part=part, shown_as=shown_as)
    if b"purl.oclc.org/ooxml" in data:
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InvalidInput([make("D009", path=shown_as, part=part, reason=error.msg)]) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs are wrong
        raise InvalidInput([make("D008", path=shown_as, part=part)])
    return root


def refuse_more(data: bytes, most_marks: int, *, part: str, shown_as: str) -> None:
    """Raise InvalidInput (D135, D137) for a part of more bytes or marks than are read; nothing is parsed."""
    if len(data) > MOST_BYTES or (
        len(data) > most_marks and (data.count(b"<") > most_marks or data.count(b"=") > most_marks)
    ):
        size, marks = MOST_BYTES // 1_000_000, f"{most_marks:,}".replace(",", ".")
        raise InvalidInput([make("D135", path=shown_as, part=part, megabytes=size, marks=marks)])
    if data.count(b"<") > MOST_IN_A_PARAGRAPH:
        ends = [0, *(found.start() for found in _END_OF_PARAGRAPH.finditer(data)), len(data)]
        if any(data.count(b"<", *span) > MOST_IN_A_PARAGRAPH for span in itertools.pairwise(ends)):
            most = f"{MOST_IN_A_PARAGRAPH:,}".replace(",", ".")
            raise InvalidInput([make("D137", path=shown_as, part=part, marks=most)])


def first(element: etree._Element, name: str) -> etree._Element | None:
    """As ``element.find(name)``, in a fraction of its time where there are few children."""
    for found in element:
        if found.tag == name:
            return found
    return None


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return the attribute ``w:name``, None where element or attribute is missing."""
    value = element.get(w(name)) if element is not None else None
    return str(value) if value is not None else None


def val(element: etree._Element | None) -> str | None:
    """Return the attribute ``w:val``, None where element or attribute is missing."""
    value = element.get(_VAL) if element is not None else None
    return str(value) if value is not None else None


def is_on(element: etree._Element) -> bool:
    """Return what an on/off property such as ``w:b`` says."""
    return element.get(_VAL) not in _OFF


def on(value: str | None) -> bool | None:
    """Return what an on/off attribute says, None where it is missing."""
    return None if value is None else value not in _OFF


def whole(value: str | None) -> int | None:
    """Return a number of the file, towards zero and within 32 bits; None for what is no number."""
    try:
        return int(_bounded(float(value))) if value is not None and len(value) <= _DIGITS else None
    except ValueError:
        return None


def twips(value: str | None) -> int | None:
    """Return a length, in twips where it has no unit; None for what is no length."""
    return None if value is None or len(value) > _DIGITS else _twips(value)


@functools.lru_cache(maxsize=1024)
def _twips(value: str) -> int | None:
    match = _LENGTH.fullmatch(value)
    return round(_bounded(float(match[1]) * (TWIPS_IN[match[2]] if match[2] else 1))) if match else None


def half_points(value: str | None) -> int | None:
    """Return a size of letters in half points, in which it is where it has no unit; None for no size."""
    match = _LENGTH.fullmatch(value) if value is not None and len(value) <= _DIGITS else None
    return round(_bounded(float(match[1]) * (TWIPS_IN[match[2]] / 10 if match[2] else 1))) if match else None


def _bounded(number: float) -> float:
    return max(-_LARGEST, min(number, _LARGEST))


def color(value: str | None) -> str:
    """Return a colour as RRGGBB in capitals, "auto" for anything else."""
    return value.upper() if value and _COLOR.fullmatch(value) else "auto"


def ground(shading: etree._Element) -> str:
    """Return the visible ground a ``w:shd`` gives as RRGGBB, "" for none; white shows on no paper."""
    pattern = val(shading) or "clear"
    front, back = color(attribute(shading, "color")), color(attribute(shading, "fill"))
    shown = "000000" if front == "auto" else front
    if pattern not in ("clear", "nil"):
        return shown if pattern == "solid" else (back if back not in ("auto", "FFFFFF") else shown)
    return back if pattern == "clear" and back not in ("auto", "FFFFFF") else ""
