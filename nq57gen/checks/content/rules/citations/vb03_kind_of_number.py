"""The kind of a document against the abbreviation in its number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.mentions import KINDS, Mention, mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.citations.documents import kind_fits
from nq57gen.checks.content.rules.citations.told import told
from nq57gen.checks.content.wording import once
from nq57gen.patterns import lazily

#: What a kind of document must follow.
_VERB = lazily(r"(?:triển khai|thực hiện|căn cứ|ban hành)\s*$", re.IGNORECASE)


@rule(
    "VB-03",
    "Tên loại phải đúng với chữ viết tắt trong ký hiệu: NQ là Nghị quyết, KH là Kế hoạch, QĐ là Quyết định",
    "ghi đúng tên loại trước số, ký hiệu; nếu thiếu tên văn bản được thực hiện thì thêm vào",
    severity=ERROR,
    bad=[
        "Xây dựng và ban hành Kế hoạch triển khai số 57-NQ/TW trên địa bàn phường.",
        "Thực hiện Quyết định số 17/KH-UBND ngày 14/8/2025 của UBND phường.",
        "Kế hoạch của UBND tỉnh về việc triển khai số 57-NQ/TW trên địa bàn.",
    ],
    good=[
        "Kế hoạch hành động số 469-KH/TU; Thông báo kết luận số 02-TB/BCĐ; Chương trình hành động số "
        "12-CTr/TU; Quy định số 114-QĐ/TW; Công văn số 383/UBND-VP; Kế hoạch triển khai Nghị quyết số "
        "57-NQ/TW.",
    ],
)
def kinds(paper: Paper) -> Iterable[Found]:
    """Mentions whose kind is not the one of the number, or that have none where a verb calls for one."""
    yield from once(
        told((mention.kind, mention.key), mention, said)
        for mention in mentions(paper)
        if (said := _wrong_kind(mention))
    )


def _wrong_kind(mention: Mention) -> str:
    if kind_fits(mention):
        return ""
    of = f"ký hiệu “{mention.symbol}” là của {_name(mention.abbreviation)}"
    if mention.kind:
        return f"“{_words(mention)}”: {of}"
    verb = _VERB.search(mention.passage.text, 0, mention.start)
    return (
        f"“{verb.group().strip()} số {mention.symbol}” thiếu tên loại: {of}" if verb and mention.word else ""
    )


def _words(mention: Mention) -> str:
    return " ".join(
        part
        for part in (mention.kind.capitalize(), mention.lead, "số" * mention.word, mention.symbol)
        if part
    )


def _name(abbreviation: str) -> str:
    return next(
        kind for kind, known in KINDS.items() if abbreviation in known and kind != "thông báo kết luận"
    ).capitalize()
