"""One issuer for each document."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.citations.documents import by_document, two_issuers


@rule(
    "VB-18",
    "Một văn bản có một cơ quan ban hành",
    "đối chiếu bản gốc rồi ghi cùng một cơ quan ban hành ở mọi chỗ",
    severity=ERROR,
    bad=[
        "Kế hoạch số 238/KH-UBND ngày 13/9/2025 của UBND tỉnh. Kế hoạch số 238/KH-UBND ngày 13/9/2025 của "
        "UBND phường.",
        "Quyết định số 12/QĐ-ABC ngày 13/9/2025 của Chính phủ. Quyết định số 12/QĐ-ABC ngày 13/9/2025 của "
        "Quốc hội.",
    ],
    good=[
        "Kế hoạch số 12-KH/TU ngày 26/8/2025 của Tỉnh ủy. Kế hoạch số 12-KH/TU ngày 26/8/2025 của Ban Thường "
        "vụ Tỉnh ủy.",
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 của UBND phường; Kế hoạch số 17/KH-UBND ngày 14/8/2025 của "
        "UBND.",
        "Quyết định số 12/QĐ-UBND ngày 13/9/2025 của UBND phường. Quyết định số 12/QĐ-UBND ngày 13/8/2025 "
        "của UBND tỉnh.",
    ],
)
def issued_by(paper: Paper) -> Iterable[Found]:
    """One number and day under two issuers; an issuer that does not go with the number is VB-02's."""
    for group in by_document(mentions(paper)).values():
        named = [
            mention for mention in group if mention.date and mention.issuer and mention.fits is not False
        ]
        for one, other in combinations(named, 2):
            if one.date == other.date and two_issuers(paper, one, other):
                told = f"{one.passage.place} ghi “của {_issuer(one)}”, ở đây ghi “của {_issuer(other)}”"
                yield Found(other.quoted(), f"{one.shown} ngày {one.day}: {told}")
                break


def _issuer(mention: Mention) -> str:
    issuer = mention.issuer
    return mention.passage.text[mention.end - issuer.length : mention.end].strip() if issuer else ""
