"""Cuts a body that is written plainly into its blocks, so that only those not read before are parsed.

Plainly: one ``<w:p>`` or ``<w:tbl>`` right after the other, a ``w:sectPr`` at most behind them; no comment,
CDATA or processing instruction; no field that may begin in one block and end in another. Programs that write
many documents of one kind write so.

Why the cut is right without parsing the whole: a block begins with the tag that opens it and ends with the
only one in it that closes such an element, and nothing behind the blocks closes one. So no block can close
what stands before it, and when all that is parsed together is well-formed, each block is one element. A block
that was parsed so once is one element in every body with the same beginning (the same namespaces).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree
from msgspec import Struct

from nq57gen.reading.content import TBL, P
from nq57gen.reading.xml import parse, w

#: What stands before the first block: the declaration of XML and the two elements around everything.
_HEAD = re.compile(
    rb"(?:<\?xml version=['\"]1\.0['\"] encoding=['\"]UTF-8['\"](?: standalone=['\"]yes['\"])?\?>\s*)?"
    rb"<w:document(?: [^<>]*)?><w:body>"
)
_BEGINS = (b"<w:p>", b"<w:tbl>")
_ENDS = {b"<w:p>": b"</w:p>", b"<w:tbl>": b"</w:tbl>"}
#: Another way to close a block, which the cut would not see; and the way it sees.
_CLOSES_ODDLY, _CLOSES = re.compile(rb"</w:(?:p|tbl)\s"), re.compile(rb"</w:(?:p|tbl)>")
#: More bytes than this are parsed as a whole: the limits of the parser are those of whole files.
_MOST = 8_000_000


class Piece(Struct):
    """One block of a body: its bytes; ``element`` once it was parsed."""

    data: bytes
    is_table: bool
    element: etree._Element | None = None


class PlainBody(Struct, frozen=True):
    """A body cut into ``pieces``; ``head`` and ``rest`` stand before and behind them."""

    head: bytes
    pieces: tuple[Piece, ...]
    rest: bytes

    def parse(self, known: Callable[[Piece], bool], *, part: str, shown_as: str) -> etree._Element | None:
        """Parse the pieces that are not ``known``, and the paragraphs that end a section.

        Returns a body of them alone; None where the cut is not sure. Raises InvalidInput as ``parse``.
        """
        new = [
            piece
            for piece in self.pieces
            if not known(piece) or (not piece.is_table and b"<w:sectPr" in piece.data)
        ]
        data = b"".join((*(piece.data for piece in new), self.rest))
        if _is_unusual(data) or _CLOSES.search(self.rest):
            return None
        body = self._body(data, part, shown_as)
        names = [str(element.tag) for element in body]
        ends = [w("sectPr")] if self.rest.startswith(b"<w:sectPr") else []
        if body.tag != w("body") or names != [TBL if piece.is_table else P for piece in new] + ends:
            return None
        for piece, element in zip(new, body, strict=False):
            piece.element = element
        return body

    def element_of(self, piece: Piece, *, part: str, shown_as: str) -> etree._Element:
        """Return the element of one piece, known or new."""
        if piece.element is None:
            piece.element = self._body(piece.data + b"</w:body></w:document>", part, shown_as)[0]
        return piece.element

    def _body(self, content: bytes, part: str, shown_as: str) -> etree._Element:
        return parse(self.head + content, part=part, shown_as=shown_as)[0]


def _is_unusual(data: bytes) -> bool:
    """Whether there is anything that is not plain.

    Comments, CDATA, document types, processing instructions, the strict variety of the format, fields of
    several runs, blocks closed in another way; the single signs are looked for first, which is fast.
    """
    return (
        (b"!" in data and b"<!" in data)
        or (b"?" in data and b"<?" in data)
        or b"purl.oclc.org/ooxml" in data
        or b"fldChar" in data
        or _CLOSES_ODDLY.search(data) is not None
    )


def begins_plainly(data: bytes) -> bool:
    """Whether a part begins as a plainly written document does."""
    return _HEAD.match(data) is not None


def cut(data: bytes) -> PlainBody | None:
    """Cut the part with the body into its blocks; None for one that is not written plainly."""
    head = _HEAD.match(data)
    if head is None or len(data) > _MOST or b"purl.oclc.org/ooxml" in head[0]:
        return None
    pieces: list[Piece] = []
    at = head.end()
    while (begin := next((one for one in _BEGINS if data.startswith(one, at)), None)) is not None:
        end = data.find(_ENDS[begin], at)
        if end < 0:
            return None
        end += len(_ENDS[begin])
        pieces.append(Piece(data[at:end], begin == b"<w:tbl>"))
        at = end
    return PlainBody(head[0], tuple(pieces), data[at:])
