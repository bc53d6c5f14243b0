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
from nq57gen.fixing.words import is_letters, set_end, set_start, set_text, substitute, text_of
from nq57gen.patterns import lazily
from nq57gen.reading.xml import w
from nq57gen.vietnamese.labels import parse_roman, roman

#: A label with the title behind it on the same line.
_WITH_TITLE = lazily(r"(?P<label>phụ lục(?:\s+(?:số\s+)?\w+)?)\s*[.:–-]\s*(?P<title>\S.*)", re.IGNORECASE)
#: Not before a Roman number in small letters, which would be mended halfway.
_LABEL_IN_FRONT = r"^(\s*)(?i:phụ lục(?: số)?)(?!\w)(?!\s+[ivxl]+\b)"
_ONE = r"(?:\d+|[IVXL]+)(?:[./]?\w)*"
_JOINED = r"(?:\s*[,;–-]\s*|\s+(?:và|hoặc|đến)\s+)(?:phụ lục\s+(?:số\s+)?)?"
_LIST = rf"(?P<list>{_ONE}(?:{_JOINED}{_ONE})*)"
_LABELLED = r"(?P<label>phụ lục)[ \xa0](?:số[ \xa0])?"
_MENTION = lazily(_LABELLED + _LIST, re.IGNORECASE)
_ARABIC = rf"(?i){_LABELLED}(?P<list>(?:[IVXL]+{_JOINED})*\d+(?:{_JOINED}{_ONE})*)"
_JOIN = lazily(_JOINED, re.IGNORECASE)
#: The number of another document.
_OTHER_NUMBER = lazily(r"\d+/(?:\d{4}/)?[A-ZĐ]{2}|(?i:\bsố\s+\d+/)")
#: What makes an appendix that of another document, unless it is this one.
_OF_OTHER = lazily(
    r"[\s,(]*(?:được\s+)?(?:(?:ban hành\s+)?kèm theo|của|tại|trong|thuộc|theo|[bB]ộ luật|[lL]uật|[nN]ghị|"
    r"[tT]hông tư|[qQ]uyết định|[cC]ông văn|[cC]hỉ thị|[hH]ướng dẫn)\s+\w"
)
_OF_THIS = lazily(r"\bnày\b")
_BEHIND_SERIES = lazily(r"\s*(?:$|kèm theo|ban hành kèm theo|này|nêu trên)")


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
        pattern = r"(?i)^(\W*phụ lục)[ \xa0](?:số )?0?[1-9]\b" if number else r"(?i)(phụ lục)(?=\W*$)"
        yield from reword(opened, appendix.label, (pattern, rf"\1 {roman(index)}"))
    labels = {id(appendix.label.paragraph) for appendix in opened.parts.appendices}
    for view in opened.file.paragraphs():
        paragraph = opened.behind(view)
        if paragraph is None or id(view) in labels or not _names_own(text_of(paragraph), len(numbers)):
            continue
        while done := substitute(paragraph, _ARABIC, _romans):
            yield Done(view.place, f"“{done[0]}”", f"“{done[1]}”")


def _names_own(text: str, count: int) -> bool:
    """Whether a paragraph names appendices of the file alone, and it is sure which."""
    if "phụ lục" not in text.lower() or _OTHER_NUMBER.search(text):
        return False
    for mention in _MENTION.finditer(text):
        numbers = _JOIN.sub(" ", mention["list"]).split()
        values = [int(one) if one.isdecimal() else parse_roman(one) or 0 for one in numbers]
        rest = re.split(r"[.;:)\n]", text[mention.end() :], maxsplit=1)[0]
        if not all(1 <= value <= count for value in values):
            return False
        if (_OF_OTHER.match(rest) and not _OF_THIS.search(rest)) or (
            len(values) > 1 and not _BEHIND_SERIES.match(rest)
        ):
            return False
    return True


def _romans(match: re.Match[str]) -> str:
    listed = re.sub(r"(?:số[ \xa0])?(\d+)", lambda number: roman(int(number[1])), match["list"])
    return f"{match['label']} {listed}"


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
        yield from reword(opened, appendix.label, (_LABEL_IN_FRONT, r"\1Phụ lục"))
        yield from end_with(opened, [appendix.label], "", ".:-–")


def _title_apart(opened: Opened, label: Piece) -> Iterator[Done]:
    """Move a title on the line of the label into a paragraph below."""
    match = _WITH_TITLE.fullmatch(label.text)
    paragraph = opened.behind(label.paragraph)
    if match and re.search(r"[\t\n]", label.paragraph.text.strip()):  # the title may go on behind it
        opened.unsure_of([label.paragraph.place])
        return
    runs = letters_of(opened, label)
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
