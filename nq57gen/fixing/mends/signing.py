"""Addressees, bases, signature and recipients: their words, signs and indents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.layout.looks import centimetres
from nq57gen.checks.layout.pieces import Piece, folded, paragraphs_of
from nq57gen.checks.layout.rules.recipients import DRAFTER, LABEL
from nq57gen.fixing.declared import (
    START_AND_END,
    Words,
    without_case,
    without_end,
    without_signs,
    without_tones,
)
from nq57gen.fixing.letters import letters_of
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, put
from nq57gen.fixing.restyle import properties
from nq57gen.fixing.reword import end_with, retype, reword
from nq57gen.fixing.words import set_start
from nq57gen.reading.xml import w

_DASHES = ("-", "–", "—", "+", "*", "•")
_KEPT = ("- lưu", "– lưu", "lưu")
#: Before an abbreviation in capitals; one in small letters is left with the rest of its line.
_ARCHIVE = r"(?i:(?<!\w)lưu)\s*:?\s*(?=[A-ZĐ])"


@mend("ND30-CC-02", words=Words((without_end,)))
def ends_of_bases(opened: Opened) -> Iterator[Done]:
    """A semicolon behind each căn cứ, a stop behind the last."""
    yield from end_with(opened, opened.parts.bases[:-1], ";")
    yield from end_with(opened, opened.parts.bases[-1:], ".")


@mend("ND30-TQ-01", words=Words((without_end,)))
def colon_of_decision(opened: Opened) -> Iterator[Done]:
    """A colon behind "QUYẾT ĐỊNH"."""
    lines = [
        piece for piece in opened.parts.body_paragraphs if folded(piece.text).rstrip(" :.") == "quyet dinh"
    ]
    yield from end_with(opened, lines[:1], ":")


@mend("ND30-KY-10")
def kept_together(opened: Opened) -> Iterator[Done]:
    """The rows of the signature table do not split, and the last paragraph stays with them."""
    table, body = opened.parts.signature_table, opened.parts.body_paragraphs
    if table is None:
        return
    for row in table.rows:
        paragraph = next((opened.behind(one) for one in paragraphs_of(row.cells[0].blocks)), None)
        if not row.cant_split and paragraph is not None:
            element = next(paragraph.elements[-1].iterancestors(w("tr")))
            child(child(element, "trPr"), "cantSplit")
            yield Done(row.place, "hàng có thể bị ngắt qua trang", "hàng không bị ngắt")
    last = opened.behind(body[-1].paragraph) if body else None
    if last is not None and not body[-1].paragraph.keep_next:
        put(properties(last), "keepNext")
        yield Done(body[-1].place, "không đi cùng khối ký", "đi cùng trang với khối ký")


@mend("ND30-KY-03", words=Words((without_signs,)))
def prefixes(opened: Opened) -> Iterator[Done]:
    """The forms "TM.", "KT.", "TL.", "TUQ.", "Q." and a space."""
    for piece in opened.parts.authority:
        yield from reword(
            opened,
            piece,
            (r"\b(T|K)\s*/\s*(M|T|L)\b\.?\s*", r"\1\2. "),
            (r"\bT\s*/?\s*U\s*/\s*Q\b\.?\s*", "TUQ. "),
            (r"\b(TM|KT|TL|TUQ|Q)(?:\.\s*|\s+|/\s*)(?=[^\W\d_]{2})", r"\1. "),
        )


@mend("ND30-KG-02", words=Words((without_case, without_signs)))
def label_of_addressees(opened: Opened) -> Iterator[Done]:
    """The words "Kính gửi:" in small letters with a colon."""
    yield from reword(opened, opened.parts.addressees_label, (r"(?i)kính gửi\s*:?", "Kính gửi:"))


@mend("ND30-KG-03", words=START_AND_END)
def form_of_addressees(opened: Opened) -> Iterator[Done]:
    """Dashes in front, semicolons behind, a stop behind the last."""
    items = opened.parts.addressees
    if len(items) > 1:
        whole = _on_one_line(opened, items)
        yield from _dashed(opened, whole)
        yield from end_with(opened, [item for item in items[:-1] if item in whole], ";")
        yield from end_with(opened, [item for item in items[-1:] if item in whole], ".")


@mend("ND30-NN-01", words=Words((without_tones, without_signs), becomes=(LABEL,)))
def label_of_recipients(opened: Opened) -> Iterator[Done]:
    """The words "Nơi nhận:", at the left margin."""
    label = opened.parts.recipients_label
    yield from retype(opened, label, LABEL)
    yield from _at_margin(opened, [label] if label else [])


@mend("ND30-NN-02", words=START_AND_END)
def recipients(opened: Opened) -> Iterator[Done]:
    """A dash in front, a semicolon behind, at the left margin."""
    items = _on_one_line(
        opened, [piece for piece in opened.parts.recipients if not DRAFTER.fullmatch(piece.text)]
    )
    yield from _dashed(opened, items)
    yield from end_with(opened, [item for item in items if not item.text.lower().startswith(_KEPT)], ";")
    yield from _at_margin(opened, items)


@mend("ND30-NN-03", words=Words((without_case, without_signs)))
def archive(opened: Opened) -> Iterator[Done]:
    """The line "- Lưu: VT, …." with colon and stop, where the words are there."""
    for item in _on_one_line(opened, opened.parts.recipients)[-1:]:
        if re.search(_ARCHIVE, item.text):
            yield from reword(opened, item, (_ARCHIVE, "Lưu: "))
            yield from end_with(opened, [item], ".")


def _on_one_line(opened: Opened, items: Sequence[Piece]) -> list[Piece]:
    """The items without those that run over several lines: a line that begins no item, and the one above it.

    A line without a dash begins an item if the one above ends with a semicolon or a stop, and it begins
    with no small letter.
    """
    torn: set[int] = set()
    for at, item in enumerate(items):
        if item.text.startswith(_DASHES):
            continue
        above = items[at - 1].text if at else ";"
        begins = item.text[:1].isupper() or not item.text[:1].isalpha()
        if not begins or not above.endswith((";", ".")):
            torn |= {max(at - 1, 0), at}
    opened.unsure_of(items[at].paragraph.place for at in torn)
    return [item for at, item in enumerate(items) if at not in torn]


def _dashed(opened: Opened, items: Iterable[Piece]) -> Iterator[Done]:
    for item in items:
        runs = [] if item.text.startswith(("- ", "– ")) else letters_of(opened, item)
        if runs and set_start(runs, "- ", "-–—+*• "):
            yield Done(item.place, "đầu dòng không phải “- ”", "đầu dòng “- ”")


def _at_margin(opened: Opened, pieces: Iterable[Piece]) -> Iterator[Done]:
    for piece in pieces:
        own, paragraph = piece.paragraph, opened.behind(piece.paragraph)
        start = own.indent_left + own.indent_first
        placed = not piece.tabbed and own.align in ("center", "right")
        if paragraph is not None and (start > 0 or placed):
            put(properties(paragraph), "ind", left=0, right=own.indent_right, firstLine=0)
            if placed:
                put(properties(paragraph), "jc", val="left")
            before = "không căn trái" if placed else f"lùi {centimetres(start)}"
            yield Done(piece.place, before, "sát lề trái")
