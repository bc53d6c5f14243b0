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

import itertools
from array import array
from collections.abc import Callable, Iterator, Sequence

from lxml import etree
from msgspec import Struct

from nq57gen.patterns import lazily
from nq57gen.reading.content import TBL, TR, P
from nq57gen.reading.xml import parse, w

#: What stands before the first block: the declaration of XML and the two elements around everything.
_HEAD = lazily(
    rb"(?:<\?xml version=['\"]1\.0['\"] encoding=['\"]UTF-8['\"](?: standalone=['\"]yes['\"])?\?>\s*)?"
    rb"<w:document(?: [^<>]*)?><w:body>"
)
_BEGINS = (b"<w:p>", b"<w:tbl>")
_ENDS = {b"<w:p>": b"</w:p>", b"<w:tbl>": b"</w:tbl>"}
#: Another way to close a block, which the cut would not see; and the way it sees.
_CLOSES_ODDLY, _CLOSES = lazily(rb"</w:(?:p|tbl)\s"), lazily(rb"</w:(?:p|tbl)>")
#: More bytes than this, long tables left out, are parsed as a whole: the limits of the parser are those of
#: whole files.
_MOST = 8_000_000
#: A table of more bytes is read a few rows at a time: elements take ten times the place of their bytes.
_LONG = 500_000
_ROWS_AT_ONCE = 50
_ROW, _ROW_END = lazily(rb"<w:tr[ >]"), b"</w:tr>"
_END = b"</w:body></w:document>"


class NotPlain(Exception):
    """What was cut turns out to be written otherwise than plainly."""


class Piece(Struct):
    """One block of a body: its bytes; ``element`` once it was parsed.

    Of a long table there is only where it stands in the part: ``start``, and in ``row_ends`` where its first
    row begins and where each row ends.
    """

    data: bytes
    is_table: bool
    element: etree._Element | None = None
    start: int = 0
    row_ends: Sequence[int] = ()

    @property
    def row_count(self) -> int:
        """How many rows a long table has."""
        return len(self.row_ends) - 1


class PlainBody(Struct, frozen=True):
    """A body cut into ``pieces``; ``head`` and ``rest`` stand before and behind them in the ``part``."""

    part: bytes
    head: bytes
    pieces: tuple[Piece, ...]
    rest: bytes

    def parse(self, known: Callable[[Piece], bool], *, part: str, shown_as: str) -> etree._Element | None:
        """Parse the pieces that are not ``known``, long tables left out, and paragraphs that end a section.

        Returns a body of them alone; None where the cut is not sure. Raises InvalidInput as ``parse``.
        """
        new = [
            piece
            for piece in self.pieces
            if not piece.row_ends
            and (not known(piece) or (not piece.is_table and b"<w:sectPr" in piece.data))
        ]
        data = b"".join((*(piece.data for piece in new), self.rest))
        if _is_unusual(data) or _CLOSES.search(self.rest):
            return None
        long = [piece for piece in self.pieces if piece.row_ends]
        if any(_is_unusual(self.part[piece.start : piece.row_ends[-1]]) for piece in long):
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
            piece.element = self._body(piece.data + _END, part, shown_as)[0]
        return piece.element

    def head_of(self, piece: Piece, *, part: str, shown_as: str) -> etree._Element:
        """Return a long table without its rows. Raises NotPlain where the cut is not sure."""
        return self._rows_between(piece, 0, 0, part, shown_as)

    def rows_of(
        self, piece: Piece, *, part: str, shown_as: str
    ) -> Iterator[tuple[etree._Element, list[bytes]]]:
        """Yield a long table with a few of its rows at a time, in order, and the XML of each row.

        Raises NotPlain as ``head_of``.
        """
        for first in range(0, piece.row_count, _ROWS_AT_ONCE):
            last = min(first + _ROWS_AT_ONCE, piece.row_count)
            table = self._rows_between(piece, first, last, part, shown_as)
            yield table, _between(self.part, piece.row_ends[first : last + 1])

    def _rows_between(self, piece: Piece, first: int, last: int, part: str, shown_as: str) -> etree._Element:
        data, ends = self.part, piece.row_ends
        content = data[piece.start : ends[0]] + data[ends[first] : ends[last]] + _ENDS[b"<w:tbl>"] + _END
        body = self._body(content, part, shown_as)
        table, count = body[0], last - first
        rows = [element.tag == TR for element in table]
        if len(body) > 1 or table.tag != TBL or sum(rows) != count or not all(rows[len(rows) - count :]):
            raise NotPlain
        return table

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
    if head is None or b"purl.oclc.org/ooxml" in head[0]:
        return None
    pieces: list[Piece] = []
    at = head.end()
    left = _MOST
    while (begin := next((one for one in _BEGINS if data.startswith(one, at)), None)) is not None:
        end = data.find(_ENDS[begin], at)
        if end < 0:
            return None
        end += len(_ENDS[begin])
        rows = _row_ends(data, at, end) if begin == b"<w:tbl>" and end - at > _LONG else ()
        if rows:
            pieces.append(Piece(b"", True, start=at, row_ends=rows))
        else:
            pieces.append(Piece(data[at:end], begin == b"<w:tbl>"))
            left -= end - at
        at = end
    return PlainBody(data, head[0], tuple(pieces), data[at:]) if len(data) - at <= left else None


def rows_in(data: bytes) -> list[bytes]:
    """Return the XML of each row of a table in a plain body; [] where they are not written plainly.

    Some are not where the table, parsed, has another number of rows: one may be empty, closed as it opens.
    """
    return _between(data, _row_ends(data, 0, len(data)))


def _between(data: bytes, ends: Sequence[int]) -> list[bytes]:
    return [data[begin:end] for begin, end in itertools.pairwise(ends)]


def _row_ends(data: bytes, start: int, end: int) -> Sequence[int]:
    """Return where the rows of a table begin and where each ends; () where they are not written plainly."""
    first = _ROW.search(data, start, end)
    ends = array("Q", (first.start(),) if first else ())
    while ends and _ROW.match(data, ends[-1], end):
        row_end = data.find(_ROW_END, ends[-1], end)
        if row_end < 0:
            return ()
        ends.append(row_end + len(_ROW_END))
    return ends if ends and data[ends[-1] : end] == _ENDS[b"<w:tbl>"] else ()
