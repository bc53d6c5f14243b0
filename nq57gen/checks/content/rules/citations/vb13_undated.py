"""Documents that are dated nowhere."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.mentions import Mention, mentions, row_of
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.citations.documents import by_document
from nq57gen.checks.content.rules.citations.told import elsewhere
from nq57gen.patterns import lazily

_DAY = lazily(r"\d{1,2}/\d{1,2}/\d{4}|tháng \d{1,2} năm \d{4}")


@rule(
    "VB-13",
    "Văn bản viện dẫn có ngày ban hành ít nhất ở một chỗ",
    "ở lần đầu ghi đủ ngày, tháng, năm, cơ quan ban hành và trích yếu",
    bad=[
        "Thực hiện các văn bản chỉ đạo (như Kế hoạch 227/KH-UBND) bằng nhiều hình thức.",
        "| TT | Văn bản |\n| 1 | Quyết định số 12/QĐ-UBND |",
    ],
    good=[
        "Căn cứ Kế hoạch số 227/KH-UBND ngày 16/7/2025 của UBND tỉnh.\nThực hiện Kế hoạch 227/KH-UBND.",
        "Thực hiện Kế hoạch số 228/KH-UBND của UBND tỉnh.",
    ],
)
def undated(paper: Paper) -> Iterable[Found]:
    """Documents that are dated nowhere; those with "số" in the text or in a basis the layout rules tell."""
    dated = {
        row_of(passage)
        for passage in paper.passages
        if passage.kind is Kind.CELL and _DAY.search(passage.text)
    }
    for ones in by_document(mentions(paper)).values():
        known = ones[0].year or any(
            one.day or _told_elsewhere(one) or row_of(one.passage) in dated for one in ones
        )
        if not known:
            said = f"{ones[0].shown} không chỗ nào ghi ngày ban hành"
            yield Found(ones[0].quoted(), said + elsewhere(ones))


def _told_elsewhere(mention: Mention) -> bool:
    """Whether the layout rules ask for the date here."""
    return (
        mention.word
        and mention.passage.part == 0
        and mention.passage.running
        and mention.passage.kind is not Kind.NOTE
    )
