"""The end mark "./." of the text and of each appendix, and the signs of bullets."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from lxml import etree

from nq57gen.checks.layout.outline import Kind, is_bold, stories
from nq57gen.checks.layout.pieces import Piece, filled, paragraphs_of, whole
from nq57gen.fixing.declared import Words, may_change, without_end, without_marks_of_end, without_start
from nq57gen.fixing.letters import letters_of, set_font, set_size
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, insert, insert_after, put
from nq57gen.fixing.reword import reword
from nq57gen.fixing.words import set_end, set_start
from nq57gen.patterns import lazily
from nq57gen.reading.types import Block
from nq57gen.reading.xml import w

MARK = "./."
_MARK = lazily(r"\./\.(?![./])")
_SIZE = 14
#: So many paragraphs behind an end mark may be notes.
_BEHIND = 3
#: An address of a page or of mail at the end, a remark in brackets.
_NO_SENTENCE = lazily(r"\(.*\)|.*(?:://|www\.|@)\S*")
_NAME = range(2, 7)
#: Bullets, and those of the fonts of signs; boxes and ticks are for marking, an asterisk may be of a note.
_BULLETS = frozenset("–—\N{MINUS SIGN}•●○◦▪■▫➢→►▶◆❖·\uf0b7\uf0a7\uf0d8\uf076\uf0e8")
_MARGIN = 2500


@mend("ND30-ND-05", words=Words((without_marks_of_end, without_end)))
def end_mark(opened: Opened) -> Iterator[Done]:
    """One end mark, behind the last word."""
    if not opened.end_in_doubt:
        yield from _marked(opened, opened.parts.body)
    for appendix in opened.parts.appendices:
        yield from _marked(opened, appendix.blocks)


def _marked(opened: Opened, blocks: Sequence[Block]) -> Iterator[Done]:
    printed = [whole(paragraph) for paragraph in filled(paragraphs_of(blocks))]
    if not printed or not _is_sure(opened, printed[-1]):
        return
    *others, last = printed
    if not _MARK.search(last.text) and any(_MARK.search(piece.text) for piece in others[-_BEHIND:]):
        return  # somebody has ended the text; what comes behind may be a note
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


def _is_sure(opened: Opened, last: Piece) -> bool:
    """Whether the text ends with this paragraph; a note for the writer or the name of who signs is no end."""
    if opened.behind(last.paragraph) is None:
        return False
    if last.paragraph.in_table is not None:
        table = next(
            (one for one in opened.file.tables() if any(last.paragraph is p for p in paragraphs_of([one]))),
            None,
        )
        return table is not None and table.borders_visible
    if _MARK.search(last.text):
        return True
    deep = last.paragraph.indent_left + last.paragraph.indent_first > _MARGIN
    placed = last.paragraph.align in ("center", "right") or last.tabbed or deep
    words = last.text.split()
    is_name = len(words) in _NAME and all(word[0].isupper() for word in words)
    if is_name or _NO_SENTENCE.fullmatch(last.text):
        return False
    open_end = last.text.endswith(":") or (is_bold(last) and not last.text.endswith((".", ";", ",")))
    return may_change(last.text, last.text) and not placed and not open_end


def _mark_below(opened: Opened, last: Piece) -> bool:
    """Put the mark into a paragraph of its own below the table that ends the text."""
    paragraph = opened.behind(last.paragraph)
    if paragraph is None:
        return False
    table = list(paragraph.elements[-1].iterancestors(w("tbl")))[-1]
    below = table.getnext()
    if below is None or below.tag != w("p") or below.find(w("r")) is not None:
        below = etree.Element(w("p"))
        insert_after(table, below)
    put(child(below, "pPr"), "jc", val="right")
    run = insert(below, etree.Element(w("r")))
    set_font(child(run, "rPr"))
    set_size(run, _SIZE)
    insert(run, etree.Element(w("t"))).text = MARK
    return True


@mend("ND30-BC-07", words=Words((without_start,)))
def bullets(opened: Opened) -> Iterator[Done]:
    """A hyphen for other signs that were typed in front of a line."""
    entries = list(itertools.chain.from_iterable(stories(opened.parts)))
    asterisks = sum(entry.label == "*" for entry in entries)
    for entry in entries:
        typed = entry.kind is Kind.BULLET and not entry.paragraph.list_label
        listed = entry.label in _BULLETS or (entry.label == "*" and asterisks > 1)
        if typed and listed:
            runs = letters_of(opened, entry.piece)
            if runs:
                set_start(runs, "- ", f"{entry.label} ")
                yield Done(entry.piece.place, f"đầu dòng “{entry.label}”", "đầu dòng “-”")
