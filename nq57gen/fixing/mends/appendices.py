"""The labels of appendices: their form and their Roman numbers."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator

from lxml import etree

from nq57gen.checks.layout.pieces import Piece, folded
from nq57gen.checks.layout.rules.appendices import number_of
from nq57gen.fixing.declared import START_AND_END, Words, without_case, without_numerals, without_signs
from nq57gen.fixing.letters import letters_of, set_black
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import drop, insert, insert_after
from nq57gen.fixing.reword import end_with, reword
from nq57gen.fixing.words import is_letters, set_end, set_start, set_text, substitute
from nq57gen.patterns import lazily
from nq57gen.reading.xml import w
from nq57gen.vietnamese.labels import roman

#: A label with the title behind it on the same line.
_WITH_TITLE = lazily(r"(?P<label>phụ lục(?:\s+(?:số\s+)?\w+)?)\s*[.:–-]\s*(?P<title>\S.*)", re.IGNORECASE)


def _without_so(text: str) -> str:
    """The word "số" between "Phụ lục" and its number."""
    return re.sub(r"(?i)(phụ lục) số ", r"\1 ", text)


def _gets_number(before: str, after: str) -> bool:
    """Whether a label without a number gets one."""
    return bool(re.fullmatch(re.escape(before.rstrip(" .:")) + r" [IVXL]+[ .:]*", after))


@mend("ND30-PL-02", words=Words((_without_so, without_numerals), also=_gets_number))
def roman_numbers(opened: Opened) -> Iterator[Done]:
    """Roman for Arabic numbers, on the labels and wherever the text names an appendix.

    Only where the numbers are in order, some perhaps missing: then nothing is to decide.
    """
    numbers = [number_of(appendix) for appendix in opened.parts.appendices]
    fitting = [
        number in ("", str(index), f"0{index}", roman(index)) for index, number in enumerate(numbers, 1)
    ]
    if len(numbers) < 2 or not all(fitting):
        return
    for index, (appendix, number) in enumerate(zip(opened.parts.appendices, numbers, strict=True), 1):
        if not number:
            label = (r"(?i)(phụ lục)(?=\W*$)", rf"\1 {roman(index)}")
            yield from reword(opened, appendix.label, label)
    for view in opened.file.paragraphs():
        paragraph = opened.behind(view)
        while paragraph is not None:
            done = substitute(paragraph, r"(?i)(phụ lục) (?:số )?0?([1-9])(?![\d.,/])", _roman)
            if done is None:
                break
            yield Done(view.place, f"“{done[0]}”", f"“{done[1]}”")


def _roman(match: re.Match[str]) -> str:
    return f"{match[1]} {roman(int(match[2]))}"


@mend("ND30-PL-05", words=START_AND_END)
def attachment_lines(opened: Opened) -> Iterator[Done]:
    """Black, in round brackets."""
    for appendix in opened.parts.appendices:
        piece = appendix.attachment
        runs = letters_of(opened, piece) if piece else []
        if piece is None or not runs:
            continue
        if any(run.color not in ("auto", "000000") for run in piece.letters):
            for run in runs:
                set_black(run)
            yield Done(piece.place, "chữ màu", "chữ đen")
        bare = "(" not in piece.text and folded(piece.text).startswith(("kem theo", "ban hanh kem theo"))
        if bare and is_letters(runs) and set_start(runs, "(", "") and set_end(runs, ")", ".;"):
            yield Done(piece.place, "không có ngoặc đơn", "có ngoặc đơn")


@mend("ND30-PL-03", words=Words((without_case, _without_so, without_signs)))
def form_of_labels(opened: Opened) -> Iterator[Done]:
    """The label "Phụ lục I" in small letters, alone on its line."""
    for appendix in opened.parts.appendices:
        yield from _title_apart(opened, appendix.label)
        yield from reword(opened, appendix.label, (r"(?i)^(\s*)phụ lục(?: số)?(?!\w)", r"\1Phụ lục"))
        yield from end_with(opened, [appendix.label], "", ".:-–")


def _title_apart(opened: Opened, label: Piece) -> Iterator[Done]:
    """Move a title on the line of the label into a paragraph below."""
    match = _WITH_TITLE.fullmatch(label.text)
    paragraph = opened.behind(label.paragraph)
    runs = letters_of(opened, label) if match and not label.tabbed else []
    if match is None or paragraph is None or not runs:
        return
    first = copy.deepcopy(runs[0])
    if not set_text([first], match["title"]) or not set_text(runs, match["label"]):
        return
    element = paragraph.elements[-1]
    title = etree.Element(w("p"))
    properties = element.find(w("pPr"))
    if properties is not None:
        drop(insert(title, copy.deepcopy(properties)), "sectPr", "pageBreakBefore")
    insert(title, first)
    insert_after(element, title)
    yield Done(label.place, f"“{label.text}” trên một dòng", "tên phụ lục xuống dòng dưới")
