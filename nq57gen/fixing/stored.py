"""The words of a part as stored, with a mark for whatever else stands among them: what a mend must keep."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from nq57gen.patterns import lazily
from nq57gen.reading.content import ALTERNATES
from nq57gen.reading.xml import XML_SPACE, w

_P, _R, _T = w("p"), w("r"), w("t")
_TEXTS = frozenset(map(w, ("t", "delText")))
_CODES = frozenset(map(w, ("instrText", "delInstrText")))
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
#: What a change of words cannot keep: the limits of a field, change, comment or content control.
_FIXED = (
    "ins del moveFrom moveTo sdt fldSimple fldChar delText commentRangeStart commentRangeEnd commentReference"
)
#: What must stay, but does not mind other words around it.
_LOOSE = (
    "bookmarkStart bookmarkEnd footnoteReference endnoteReference footnoteRef endnoteRef drawing pict object "
    "sym hyperlink permStart permEnd pgNum softHyphen altChunk subDoc"
)
_FIRST_FIXED, _FIRST_LOOSE, _FIRST_CODE, _CLOSED = 0x100000, 0x100100, 0x100200, "\U0010fffd"
_OTHER = chr(_FIRST_LOOSE + 0xFE)
_MARKS = {w(name): chr(_FIRST_FIXED + at) for at, name in enumerate(_FIXED.split())}
_MARKS |= {w(name): chr(_FIRST_LOOSE + at) for at, name in enumerate(_LOOSE.split())}
_MARKS[ALTERNATES] = chr(_FIRST_LOOSE + 0xFF)
_CLOSING = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo", "sdt", "fldSimple", "hyperlink")))
_PASSED = frozenset(
    map(w, ("p", "pPr", "rPr", "sdtPr", "sdtEndPr", "tcPr", "proofErr", "lastRenderedPageBreak"))
)
_CONTAINERS = frozenset(map(w, ("r", "smartTag", "customXml", "sdtContent", "dir", "bdo", "tbl", "tr", "tc")))
#: Elements whose content is that of paragraphs of their own, or none.
_LEAVES = frozenset((ALTERNATES, *map(w, ("drawing", "pict", "object"))))
_KNOWN = _TEXTS | _CODES | _CONTAINERS | frozenset(_SIGNS)
_SIMPLE, _CHAR = _MARKS[w("fldSimple")], _MARKS[w("fldChar")]


def _coded(text: str) -> str:
    """What does not print itself, as marks: the code of a field, the name of an element."""
    return "".join(chr(min(_FIRST_CODE + ord(letter), 0x10FFF0)) for letter in text.upper())


_LETTERS = f"[^{chr(_FIRST_FIXED)}-\U0010ffff]*"
_CODE = f"[{chr(_FIRST_CODE)}-\U0010fff0]"
_NAMES = "|".join(map(_coded, ("PAGE", "NUMPAGES", "SECTIONPAGES")))
_PAGE_CODE = f"{_coded(' ')}*(?:{_NAMES})(?:[{_coded(' ')}{_coded(chr(92))}]{_CODE}*)?"
#: Fields with the number of the page or of all pages, code and result included, with only letters in it.
FIELDS = lazily(f"{_SIMPLE}{_PAGE_CODE}{_LETTERS}{_CLOSED}|{_CHAR}{_PAGE_CODE}(?:{_CHAR}{_LETTERS})?{_CHAR}")


def stored(root: etree._Element) -> dict[etree._Element, str]:
    """The text of every paragraph in ``root``, in their order, with marks among the letters."""
    return {paragraph: "".join(_pieces(paragraph)) for paragraph in root.iter(_P)}


def _pieces(parent: etree._Element) -> Iterator[str]:
    for element in parent:
        name = element.tag
        if name in _PASSED or not isinstance(name, str):
            continue
        if name in _MARKS:
            yield _MARKS[name]
        elif name not in _KNOWN:
            yield _OTHER + _coded(f"{etree.QName(element).localname};")
        if name == w("fldSimple"):
            yield _coded(element.get(w("instr"), ""))
        if name in _TEXTS:
            text = element.text or ""
            yield text if name != _T or element.get(XML_SPACE) == "preserve" else text.strip(" \t\r\n")
        elif name in _CODES:
            yield _coded(element.text or "")
        elif name in _SIGNS:
            yield _SIGNS[name] if parent.tag == _R else ""
        elif name not in _LEAVES:
            yield from _pieces(element)
        if name in _CLOSING:
            yield _CLOSED


def is_fixed(text: str) -> bool:
    """Whether among the letters stands what a change of words cannot keep."""
    return any(_FIRST_FIXED <= ord(letter) < _FIRST_LOOSE for letter in text)


def words_of(text: str) -> str:
    """The letters alone."""
    return "".join(letter for letter in text if ord(letter) < _FIRST_FIXED)


def marks_of(text: str) -> str:
    """The marks alone."""
    return "".join(letter for letter in text if ord(letter) >= _FIRST_FIXED)
