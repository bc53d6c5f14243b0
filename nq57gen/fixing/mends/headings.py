"""Headings: their looks by level, and the sign behind their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nq57gen.checks.layout.looks import centimetres
from nq57gen.checks.layout.outline import WORDED, Entry, Kind, stories, usual_size
from nq57gen.fixing.declared import Words, without_case, without_label_sign, without_numerals
from nq57gen.fixing.letters import set_switch
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.mends.text import indent_first_line, usual_indent
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import put
from nq57gen.fixing.restyle import Wanted, nearest, properties, restyle
from nq57gen.fixing.reword import reword
from nq57gen.fixing.words import cut, text_of
from nq57gen.vietnamese.labels import parse_roman, roman

_LABEL = Wanted((13, 14), bold=True, italic=False, align="center")
_TITLE = Wanted((13, 14), bold=True, italic=False, upper=True, align="center")
_SIZES = (13.0, 14.0)
_INDENTS, _OFF = (567, 720), 6
_TITLE_LETTERS = 120
#: Parts and chapters have Roman numbers, sections Arabic ones.
_NUMBERS = (
    (r"(Phần|Chương) (\d{1,2})(?!\d)", lambda match: f"{match[1]} {roman(int(match[2]))}"),
    (r"(Mục|Tiểu mục) ([IVXL]+)(?!\w)", lambda match: f"{match[1]} {parse_roman(match[2])}"),
)
#: What may change of a line with a number or letter in front.
LABEL_SIGN = Words((without_label_sign,))
_WORDED_IN_CAPITALS = r"^(\s*)(PHẦN|CHƯƠNG|MỤC|TIỂU MỤC)(?=\s+(?:\d+|[IVXL]+)\W*$)"


def _entries(opened: Opened, *kinds: Kind) -> Iterator[tuple[Entry, Sequence[Entry]]]:
    """The entries of some kinds, each with its story."""
    for story in stories(opened.parts):
        yield from ((entry, story) for entry in story if entry.kind in kinds)


@mend("ND30-BC-02", "ND30-BC-03", words=Words((without_numerals, without_case)))
def parts_and_sections(opened: Opened) -> Iterator[Done]:
    """The labels "Phần I", "Mục 1" and the titles under them."""
    for entry, _ in _entries(opened, *WORDED, Kind.TITLE):
        if entry.kind is Kind.TITLE:
            yield from restyle(opened, entry.piece, _TITLE)
        elif not entry.text:
            yield from restyle(opened, entry.piece, _LABEL)
            small = (_WORDED_IN_CAPITALS, lambda match: match[1] + match[2].capitalize())
            yield from reword(opened, entry.piece, small, *_NUMBERS)


@mend("ND30-BC-04", words=LABEL_SIGN)
def roman_headings(opened: Opened) -> Iterator[Done]:
    """I., II.: a dot behind the number, capitals, bold."""
    for entry, _ in _entries(opened, Kind.ROMAN):
        upper = True if _mostly_small(entry) else None
        yield from restyle(opened, entry.piece, Wanted(_SIZES, bold=True, italic=False, upper=upper))
        yield from reword(opened, entry.piece, (r"^(\s*[IVXLC]+)\s?[/):–-]\s*", r"\1. "))


def _mostly_small(entry: Entry) -> bool:
    letters = [letter for letter in re.sub(r"\([^)]*\)", "", entry.text) if letter.isalpha()]
    return sum(letter.islower() for letter in letters) > len(letters) / 5


@mend("ND30-BC-05", words=LABEL_SIGN)
def clauses(opened: Opened) -> Iterator[Done]:
    """1., 2.: a dot behind the number, upright; titles bold, of the size and at the indent of the text."""
    for entry, story in _entries(opened, Kind.CLAUSE):
        yield from reword(opened, entry.piece, (r"^(\s*\d{1,2})\s?[/:–-]\s*", r"\1. "))
        if entry.titled or _is_title(entry, story):
            size = nearest(usual_size(story) or _SIZES[1], _SIZES)
            yield from restyle(opened, entry.piece, Wanted((size, size), bold=True, italic=False))
            yield from _at_indent(opened, entry, story)
        elif all(run.italic for run in entry.piece.letters):
            yield from restyle(opened, entry.piece, Wanted(italic=False))


def _is_title(entry: Entry, story: Sequence[Entry]) -> bool:
    """Whether an item that is not bold is a title: short, without a stop, with text below it."""
    index = next(index for index, other in enumerate(story) if other is entry)
    below = story[index + 1].kind if index + 1 < len(story) else None
    short = len(entry.text) <= _TITLE_LETTERS and not entry.text.endswith((".", ";", ":", ",", "!", "?"))
    plain = not any(run.bold for run in entry.piece.letters)
    return short and plain and below in (Kind.PROSE, Kind.BULLET, Kind.POINT, Kind.DECIMAL)


@mend("ND30-BC-06", words=LABEL_SIGN)
def points(opened: Opened) -> Iterator[Done]:
    """a), b): a bracket behind the letter, upright, not bold."""
    for entry, _ in _entries(opened, Kind.POINT):
        yield from reword(opened, entry.piece, (r"^(\s*[a-zđ])\s?[./:-]\s+", r"\1) "))
        bold = False if entry.piece.letters and entry.piece.letters[0].bold else None
        italic = False if _all_slanted(entry) else None
        yield from restyle(opened, entry.piece, Wanted(bold=bold, italic=italic))


@mend("ND30-BC-09")
def articles(opened: Opened) -> Iterator[Done]:
    """The label "Điều 1." upright and at the indent."""
    for entry, story in _entries(opened, Kind.ARTICLE):
        yield from _at_indent(opened, entry, story)
        if _all_slanted(entry):
            yield from restyle(opened, entry.piece, Wanted(italic=False))
        yield from _bold_label(opened, entry)


def _bold_label(opened: Opened, entry: Entry) -> Iterator[Done]:
    """Bold for the label and nothing else, where the label is not bold or all of a long sentence is."""
    letters = entry.piece.letters
    sentence = entry.titled and entry.text.endswith(".") and len(entry.text) > _TITLE_LETTERS / 2
    paragraph = opened.behind(entry.paragraph)
    if paragraph is None or entry.paragraph.list_label or not (sentence or not letters[0].bold):
        return
    at = text_of(paragraph).find(entry.label)
    if at < 0:  # stored in other letters than it is shown in
        return
    label, text = cut(paragraph, at + len(entry.label))
    for run, on in (*((run, True) for run in label), *((run, False) for run in text if sentence)):
        set_switch(run, "b", on)
    before = "đậm cả lời văn" if sentence else "nhãn không đậm"
    yield Done(entry.piece.place, before, "chỉ nhãn đậm" if sentence else "nhãn đậm")


@mend("ND30-BC-11")
def kept_with_text(opened: Opened) -> Iterator[Done]:
    """A heading stays on the page of what follows."""
    for entry, _ in _entries(opened, *WORDED, Kind.TITLE, Kind.ROMAN, Kind.CLAUSE, Kind.DECIMAL):
        paragraph = opened.behind(entry.paragraph)
        heading = entry.titled or entry.kind in (*WORDED, Kind.TITLE)
        if heading and not entry.paragraph.keep_next and paragraph is not None:
            put(properties(paragraph), "keepNext")
            yield Done(entry.piece.place, "có thể đứng một mình ở cuối trang", "đi cùng trang với đoạn sau")


def _all_slanted(entry: Entry) -> bool:
    return all(run.italic for run in entry.piece.letters)


def _at_indent(opened: Opened, entry: Entry, story: Sequence[Entry]) -> Iterator[Done]:
    """Put the first letter where the text has it."""
    own, paragraph = entry.paragraph, opened.behind(entry.paragraph)
    start = own.indent_left + own.indent_first
    placed = own.align in ("center", "right") or own.list_label
    if paragraph is not None and not placed and all(abs(start - indent) > _OFF for indent in _INDENTS):
        first = usual_indent(story)
        indent_first_line(paragraph, first)
        yield Done(entry.piece.place, f"lùi {centimetres(start)}", f"lùi {centimetres(first)}")
