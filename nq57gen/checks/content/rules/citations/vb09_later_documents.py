"""Cited documents younger than the one that cites them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from nq57gen.checks.content.counted import year_of
from nq57gen.checks.content.mentions import mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.citations.documents import misdated
from nq57gen.checks.content.rules.citations.told import told
from nq57gen.checks.content.wording import once
from nq57gen.vietnamese.dates import short_date


@rule(
    "VB-09",
    "Văn bản viện dẫn phải ban hành trước hoặc cùng ngày với văn bản này",
    "sửa ngày của văn bản viện dẫn",
    severity=ERROR,
    bad=[
        "@ phường Minh Hưng, tỉnh Đồng Nai; ngày 05/3/2026; kế hoạch\n"
        "Kế hoạch số 91/KH-UBND ngày 12/5/2026 của UBND tỉnh.",
    ],
    good=[
        "@ phường Minh Hưng, tỉnh Đồng Nai; ngày 05/3/2026; kế hoạch\n"
        "Kế hoạch số 91/KH-UBND ngày 05/3/2026 của UBND tỉnh. Báo cáo trước ngày 30/6/2026.",
    ],
)
def later(paper: Paper) -> Iterable[Found]:
    """Cited documents that are younger than the one that cites them; of a draft, those of a later year."""
    year = year_of(paper)
    last = paper.date or (datetime.date(year, 12, 31) if year else None)
    if last is None:
        return
    of = f"ngày {short_date(last)}" if paper.date else f"năm {year}"
    yield from once(
        told(mention.key, mention, f"{mention.shown} ngày {mention.day}, sau văn bản này ({of})")
        for mention in mentions(paper)
        if mention.date and mention.date > last and not misdated(mention)
    )
