"""Spaces inside a number."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.mentions import mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.citations.told import told
from nq57gen.checks.content.wording import once
from nq57gen.patterns import lazily

_SPACED = lazily(r"\s")


@rule(
    "VB-04",
    "Trong số, ký hiệu văn bản không có dấu cách",
    "xóa dấu cách trong số, ký hiệu",
    bad=[
        "Thực hiện Nghị quyết số 57- NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
        "Theo Kế hoạch số 17 /KH-UBND của phường.",
    ],
    good=["Thực hiện Nghị quyết số 57-NQ/TW - nghị quyết về đột phá; Kế hoạch số 17/KH-UBND - Phụ lục I."],
)
def spaces(paper: Paper) -> Iterable[Found]:
    """Numbers with a space inside."""
    yield from once(
        told(mention.symbol, mention, f"“{mention.written}” (viết “{mention.symbol}”)")
        for mention in mentions(paper)
        if _SPACED.search(mention.written)
    )
