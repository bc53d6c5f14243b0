"""The end mark "./." of the text and of each appendix, and the signs of bullets."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from lxml import etree

from nq57gen.checks.layout.outline import Kind, stories
from nq57gen.checks.layout.pieces import Piece, filled, paragraphs_of, whole
from nq57gen.fixing.letters import letters_of, set_font, set_size
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, put
from nq57gen.fixing.reword import reword
from nq57gen.fixing.words import set_end, set_start
from nq57gen.patterns import lazily
from nq57gen.reading.types import Block
from nq57gen.reading.xml import w

MARK = "./."
_MARK = lazily(r"\./\.(?![./])")
_SIZE = 14


@mend("ND30-ND-05")
def end_mark(opened: Opened) -> Iterator[Done]:
    """One end mark, behind the last word."""
    yield from _marked(opened, opened.parts.body)
    for appendix in opened.parts.appendices:
        yield from _marked(opened, appendix.blocks)


def _marked(opened: Opened, blocks: Sequence[Block]) -> Iterator[Done]:
    printed = [whole(paragraph) for paragraph in filled(paragraphs_of(blocks))]
    if not printed:
        return
    *others, last = printed
    for piece in others:
        if _MARK.search(piece.text):
            yield from reword(opened, piece, (r"\./\.(?![./])", "."))
    if not _MARK.search(last.text):
        if last.paragraph.in_table is None:
            runs = letters_of(opened, last)
            if runs:
                set_end(runs, MARK, "./;,")
                yield Done(last.place, "không có “./.”", "có “./.”")
        elif _mark_below(opened, last):
            yield Done(last.place, "sau bảng không có “./.”", "có “./.” dưới bảng")


def _mark_below(opened: Opened, last: Piece) -> bool:
    """Put the mark into a paragraph of its own below the table that ends the text."""
    paragraph = opened.behind(last.paragraph)
    if paragraph is None:
        return False
    table = list(paragraph.elements[-1].iterancestors(w("tbl")))[-1]
    below = table.getnext()
    if below is None or below.tag != w("p") or below.find(w("r")) is not None:
        below = etree.Element(w("p"))
        table.addnext(below)
    put(child(below, "pPr"), "jc", val="right")
    run = etree.SubElement(below, w("r"))
    set_font(child(run, "rPr"))
    set_size(run, _SIZE)
    etree.SubElement(run, w("t")).text = MARK
    return True


@mend("ND30-BC-07")
def bullets(opened: Opened) -> Iterator[Done]:
    """A hyphen for other signs that were typed in front of a line."""
    for entry in itertools.chain.from_iterable(stories(opened.parts)):
        typed = entry.kind is Kind.BULLET and not entry.paragraph.list_label
        if typed and entry.label not in ("-", "+"):
            runs = letters_of(opened, entry.piece)
            if runs:
                set_start(runs, "- ", f"{entry.label} ")
                yield Done(entry.piece.place, f"đầu dòng “{entry.label}”", "đầu dòng “-”")
