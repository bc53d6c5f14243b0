"""One date for each document."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import combinations

from nq57gen.checks.content.counted import level_of, run_of
from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.citations.documents import alike, by_document, misdated
from nq57gen.vietnamese.dates import short_date


@rule(
    "VB-05",
    "Một văn bản có một ngày ban hành",
    "đối chiếu bản gốc rồi sửa số hoặc ngày ở chỗ sai",
    severity=ERROR,
    bad=[
        "- Kế hoạch số 83/KH-UBND ngày 16/10/2025 của UBND phường về dự toán;\n"
        "- Kế hoạch số 83/KH-UBND ngày 06/10/2025 của UBND phường về dự toán;\n"
        "- Kế hoạch số 83/KH-UBND ngày 07/10/2025 của UBND phường về tổ công nghệ số.",
        "Nghị quyết số 20-NQ/TU ngày 22/12/2024 của Tỉnh ủy. Theo Nghị quyết số 20-NQ/TU ngày 22/12/2025 của "
        "Tỉnh ủy.",
    ],
    good=[
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 của UBND phường. Kế hoạch số 17/KH-UBND ngày 01/3/2025 của "
        "UBND tỉnh.",
        "Kế hoạch số 05/KH-UBND ngày 14/8/2025 của UBND phường. Kế hoạch số 05/KH-UBND ngày 20/01/2026 của "
        "UBND phường.",
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025; Kế hoạch số 17/KH-UBND ngày 14 tháng 8 năm 2025.",
    ],
)
def dates(paper: Paper) -> Iterable[Found]:
    """Numbers with more than one date; a date that the list of central documents knows is VB-07's."""
    for group in by_document(mentions(paper)).values():
        dated = [mention for mention in group if mention.date and not misdated(mention)]
        apart: list[Mention] = []
        for one, other in combinations(dated, 2):
            if one.date != other.date and _may_be_one(paper, one, other):
                apart += [one, other]
        if apart:
            yield _dates_told(list(dict.fromkeys(apart)))


def _dates_told(group: list[Mention]) -> Found:
    seen: dict[datetime.date, list[Mention]] = {}
    for mention in group:
        if mention.date:
            seen.setdefault(mention.date, []).append(mention)
    rare = min(seen.values(), key=len)[0]
    told = "; ".join(
        f"{short_date(date)} ({', '.join(dict.fromkeys(one.passage.place for one in ones))})"
        for date, ones in seen.items()
    )
    return Found(rare.quoted(), f"{group[0].shown} có {len(seen)} ngày khác nhau: {told}")


def _may_be_one(paper: Paper, one: Mention, other: Mention) -> bool:
    """Whether two mentions with one number can be of one document: one issuer, one run of numbers."""
    first, second = one.issuer_key, other.issuer_key
    if first and second and (first[0] != second[0] or level_of(paper, one) != level_of(paper, other)):
        return False
    if not (first and second) and one.end_part.upper() in ("UBND", "HĐND", "BCĐ", "ĐU") and first != second:
        return alike(one.title, other.title)
    if one.date and other.date and one.date.replace(year=2000) == other.date.replace(year=2000):
        return True
    first_run = run_of(one)
    apart = bool(one.title and other.title) and not alike(one.title, other.title)
    return first_run == run_of(other) and (first_run is not None or not apart)
