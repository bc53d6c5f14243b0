"""Sections of the document itself that the text names and that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.labels import PART, ROMAN
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.vietnamese.labels import parse_roman

_SECTION = re.compile(
    r"(?<!\w)(?:[Mm]ục|[Pp]hần) (?P<number>[IVX]+)(?:\.\d+)* (?:của |thuộc )?"
    r"(?:Kế hoạch|Báo cáo|[Vv]ăn bản) này"
)


@rule(
    "CT-22",
    "Mục được dẫn của chính văn bản này phải có trong văn bản",
    "sửa số của mục được dẫn",
    bad=["I. MỤC ĐÍCH\nThực hiện theo mục VII của Kế hoạch này.\nII. NHIỆM VỤ\nCác phòng thực hiện."],
    good=[
        "I. MỤC ĐÍCH\nThực hiện theo mục II của Kế hoạch này.\nII. NHIỆM VỤ\nCác phòng thực hiện.",
        "I. MỤC ĐÍCH\nThực hiện theo mục VII Kế hoạch số 91/KH-UBND.\nII. NHIỆM VỤ\nCác phòng thực hiện.",
    ],
)
def sections(paper: Paper) -> Iterable[Found]:
    """“mục VII của Kế hoạch này” against the sections with Roman numbers."""
    have = {
        passage.number[0]: passage.label.rstrip(" .:")
        for passage in paper.passages
        if passage.kind in (Kind.HEADING, Kind.ITEM) and passage.rank in (PART, ROMAN) and passage.number
    }
    for passage in paper.text_and_cells() if have else ():
        for match in _SECTION.finditer(passage.text):
            number = parse_roman(match["number"])
            if number and number not in have:
                said = f"“{match.group()}”, văn bản chỉ có {', '.join(have.values())}"
                yield Found(passage.quoted(*match.span()), said)
