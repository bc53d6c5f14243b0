"""Appendices that the text names and the document does not have."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from nq57gen.checks.content.appendices import BARE, ONE, appendices, named
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily
from nq57gen.vietnamese.labels import parse_roman

#: One appendix or several by their numbers, in text without marks and in small letters.
NUMBERED = lazily(rf"phu luc(?: so)? (?P<list>{ONE}(?:\s*(?:,|;|va\b|den\b|-)\s*(?:phu luc )?{ONE})*)")
#: Higher numbers in a list of appendices count something else.
_MOST_APPENDICES = 12


@rule(
    "CT-04",
    "Phụ lục đã nhắc tới trong lời văn thì phải có trong văn bản",
    "kèm phụ lục còn thiếu, hoặc sửa số phụ lục, bỏ câu nhắc",
    bad=[
        "Thực hiện các nhiệm vụ tại Phụ lục III kèm theo Kế hoạch này.\nPhụ lục I\nMỤC TIÊU\nPhụ lục II\n"
        "NHIỆM VỤ",
        "Chi tiết tại phụ lục kèm theo.\nNơi khác không có phụ lục nào.",
    ],
    good=[
        "Chi tiết tại Phụ lục I, Phụ lục II kèm theo Kế hoạch này.\nPhụ lục I\nMỤC TIÊU\nPhụ lục II\n"
        "NHIỆM VỤ",
        "Trình bày theo Phụ lục I Nghị định số 30/2020/NĐ-CP.",
        "Chi tiết tại Phụ lục 2 kèm theo.\nPhụ lục 1\nMỤC TIÊU\nPhụ lục 2\nNHIỆM VỤ",
    ],
)
def not_there(paper: Paper) -> Iterable[Found]:
    """Every appendix that the text names is there."""
    have = len(appendices(paper))
    told: set[int] = set()
    for passage, match in named(paper, NUMBERED):
        missing = [number for number in numbers(match["list"]) if number > have and number not in told]
        if missing:
            told.update(missing)
            said = f"chỉ có {have} phụ lục" if have else "không có phụ lục nào"
            words = passage.text[match.start() : match.end()]
            yield Found(passage.quoted(*match.span()), f"nhắc “{words}”, văn bản {said}")
    for passage, match in itertools.islice(named(paper, BARE), 0 if have else 1):
        yield Found(passage.quoted(*match.span()), "nhắc phụ lục, văn bản không có phụ lục nào")


def _count(number: str) -> int:
    return int(number) if number.isdecimal() else parse_roman(number.upper()) or 0


def numbers(listed_as: str) -> list[int]:
    """What "i, phu luc ii va 28" counts: numbers of one kind, those of other things left out."""
    found = re.findall(r"\b(?:[ivxl]+|\d+)\b", listed_as)
    counts = [_count(number) for number in found if number.isdecimal() == found[0].isdecimal()]
    return [count for at, count in enumerate(counts) if at == 0 or count <= _MOST_APPENDICES]
