"""The words of the letterhead: national name, motto, number, date, and what stands between the lines."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from lxml import etree

from nq57gen.checks.layout.looks import points
from nq57gen.checks.layout.outline import main_size
from nq57gen.checks.layout.pieces import Piece, folded
from nq57gen.checks.layout.rules.national_name import MOTTO, NATIONAL_NAMES
from nq57gen.checks.layout.rules.number import ABBREVIATIONS
from nq57gen.fixing.declared import (
    Words,
    without_case,
    without_date_words,
    without_end,
    without_inner_blanks,
    without_numerals,
    without_signs,
    without_tones,
    without_year,
)
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, unset
from nq57gen.fixing.restyle import Wanted, properties, restyle
from nq57gen.fixing.reword import end_with, retype, reword
from nq57gen.reading.xml import w

_SIX_POINTS = 120
#: The words are those of the decree, however they were spelled.
_FIXED_WORDS = Words((without_tones, without_signs), becomes=(*NATIONAL_NAMES, MOTTO))
NUMERALS = Words((without_numerals,))
#: Sizes of national name, motto and date that go together, the usual ones first.
_SETS = ((13.0, 14.0, 14.0), (12.0, 13.0, 13.0))


@mend("ND30-QH-01", words=_FIXED_WORDS)
def national_name(opened: Opened) -> Iterator[Done]:
    """The national name as the decree spells it."""
    name = opened.parts.national_name
    if name is not None and unicodedata.normalize("NFC", name.text) not in NATIONAL_NAMES:
        yield from retype(opened, name, NATIONAL_NAMES[0])


@mend("ND30-TN-01", words=_FIXED_WORDS)
def motto(opened: Opened) -> Iterator[Done]:
    """The motto with short hyphens between spaces."""
    piece = opened.parts.motto
    if piece is not None and unicodedata.normalize("NFC", piece.text) != MOTTO:
        yield from retype(opened, piece, MOTTO)


@mend("ND30-TN-03")
def single_spaced(opened: Opened) -> Iterator[Done]:
    """National name and motto a single line apart."""
    parts = opened.parts
    if parts.national_name and parts.motto:
        yield from _close(opened, [parts.national_name, parts.motto])


@mend("ND30-CQ-05")
def lines_of_name(opened: Opened) -> Iterator[Done]:
    """The lines of the issuing body a single line apart."""
    yield from _close(opened, [*opened.parts.parent_body, *opened.parts.issuing_body])


def _close(opened: Opened, pieces: Sequence[Piece]) -> Iterator[Done]:
    """Single lines, no space and no empty paragraph between neighbours."""
    for above, below in itertools.pairwise(pieces):
        first, second = opened.behind(above.paragraph), opened.behind(below.paragraph)
        if first is None or second is None or first is second:
            continue
        gap = max(above.paragraph.space_after, below.paragraph.space_before)
        spaced = gap > 0 or any(piece.paragraph.line.value != 240 for piece in (above, below))
        for paragraph, side in ((first, "after"), (second, "before")):
            if spaced:
                spacing = child(properties(paragraph), "spacing")
                unset(spacing, f"{side}Lines", f"{side}Autospacing")
                for name, value in ((side, "0"), ("line", "240"), ("lineRule", "auto")):
                    spacing.set(w(name), value)
        emptied = _remove_between(first.elements[-1], second.elements[0])
        if spaced or emptied:
            yield Done(below.place, "cách dòng trên hơn dòng đơn", "cách dòng trên dòng đơn")


def _remove_between(first: etree._Element, second: etree._Element) -> bool:
    """Take the empty paragraphs between two paragraphs of one cell or of the text away."""
    between = list(itertools.takewhile(lambda element: element is not second, first.itersiblings()))
    parent = first.getparent()
    if parent is None or parent is not second.getparent() or not between:
        return False
    if any(element.tag != w("p") or _prints(element) for element in between):
        return False
    for element in between:
        parent.remove(element)
    return True


def _prints(paragraph: etree._Element) -> bool:
    """Whether a paragraph holds anything that shows, or ends a section."""
    shown = ("t", "drawing", "pict", "object", "br", "sym", "sectPr")
    return any(True for _ in paragraph.iter(*map(w, shown)))


@mend("ND30-SO-01", words=Words((without_case, without_signs)))
def head_of_number(opened: Opened) -> Iterator[Done]:
    """The word "Số:" in front."""
    yield from reword(opened, opened.parts.number, (r"(?i)(?<!\w)số(?!\w) ?:?(?=[\s\d./…_]*/)", "Số:"))


@mend("ND30-SO-02", "ND30-SO-03", words=Words((without_inner_blanks, without_year, without_signs)))
def form_of_number(opened: Opened) -> Iterator[Done]:
    """No spaces around the stroke and the hyphen, no year."""
    yield from reword(
        opened,
        opened.parts.number,
        (r"(?<=\d) +(?=/)", ""),
        (r"(?<=\d/)\d{4}/(?=\D)", ""),
        (r"(/[^\W\d]+) *[-–—] *(?=[^\W\d])", r"\1-"),
    )


@mend("ND30-SO-04", words=NUMERALS)
def digits(opened: Opened) -> Iterator[Done]:
    """Two digits at least."""
    yield from reword(opened, opened.parts.number, (r"(?i)(?<=số)(\s*:?\s*)(\d)(?=\s*/)", r"\g<1>0\2"))


@mend("ND30-VT-01", words=Words((without_case,)))
def abbreviation(opened: Opened) -> Iterator[Done]:
    """The abbreviation of the type where only its capitals are wrong."""
    right = ABBREVIATIONS.get(opened.parts.document_type, "")
    if right:
        pattern = rf"(?i)(?<=/){re.escape(right)}(?=-(?-i:[^a-z]*)$)"
        yield from reword(opened, opened.parts.number, (pattern, right))


@mend("ND30-DD-02", words=Words((without_date_words, without_numerals, without_signs)))
def form_of_date(opened: Opened) -> Iterator[Done]:
    """A comma behind the place, a long date, no stop at the end."""
    date = opened.parts.date
    yield from reword(
        opened,
        date,
        (r"(?i)(?<=\w) +(?=ngày\b)", ", "),
        (r",\s*(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", _long),
    )
    if date is not None and date.text.endswith((".", ";", ",")):
        yield from end_with(opened, [date], "")


def _long(match: re.Match[str]) -> str:
    day, month = int(match[1]), int(match[2])
    return f", ngày {day:02d} tháng {f'{month:02d}' if month < 3 else month} năm {match[3]}"


@mend("ND30-DD-03", words=NUMERALS)
def zeros(opened: Opened) -> Iterator[Done]:
    """A zero before days below 10 and the months 1 and 2."""
    yield from reword(
        opened,
        opened.parts.date,
        (r"(?<=ngày )(\d)(?= tháng)", r"0\1"),
        (r"(?<=tháng )([12])(?= năm)", r"0\1"),
    )


@mend("ND30-DD-04", words=NUMERALS)
def no_zeros(opened: Opened) -> Iterator[Done]:
    """No zero before the months 3 to 9."""
    yield from reword(opened, opened.parts.date, (r"(?<=tháng )0(?=[3-9] năm)", ""))


@mend("ND30-TY-04")
def space_above_subject(opened: Opened) -> Iterator[Done]:
    """Six points between the number and "V/v …"."""
    subject, number = opened.parts.letter_subject, opened.parts.number
    paragraph = opened.behind(subject[0].paragraph) if subject else None
    if paragraph is None or number is None or number.paragraph is subject[0].paragraph:
        return
    gap = max(number.paragraph.space_after, subject[0].paragraph.space_before)
    if gap < _SIX_POINTS:
        spacing = child(properties(paragraph), "spacing")
        unset(spacing, "beforeLines", "beforeAutospacing")
        spacing.set(w("before"), str(_SIX_POINTS))
        yield Done(subject[0].place, f"cách dòng trên {points(gap / 20)}", "cách dòng trên 6 pt")


@mend("ND30-TN-04")
def sizes_together(opened: Opened) -> Iterator[Done]:
    """National name, motto and date of the set of sizes that two of them have already."""
    pieces = (opened.parts.national_name, opened.parts.motto, opened.parts.date)
    sizes = [main_size(piece) if piece else 0 for piece in pieces]
    chosen = max(_SETS, key=lambda one: sum(map(float.__eq__, one, map(float, sizes))))
    for piece, size in zip(pieces, chosen, strict=True):
        yield from restyle(opened, piece, Wanted((size, size)))


@mend("ND30-CQ-04")
def whole_name_bold(opened: Opened) -> Iterator[Done]:
    """A line "ỦY BAN NHÂN DÂN" above the name of the unit is as bold as that."""
    for piece in opened.parts.parent_body[-1:]:
        if folded(piece.text) in ("uy ban nhan dan", "hoi dong nhan dan"):
            yield from restyle(opened, piece, Wanted(bold=True))


@mend("ND30-TY-03", words=Words((without_end,)))
def end_of_subject(opened: Opened) -> Iterator[Done]:
    """No sign at the end of the subject."""
    subject = opened.parts.subject or opened.parts.letter_subject
    if subject and subject[-1].text.endswith((".", ";", ":", ",")):
        yield from end_with(opened, subject[-1:], "")
