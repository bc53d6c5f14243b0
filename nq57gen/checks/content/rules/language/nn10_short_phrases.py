"""Fixed phrases of the field with a syllable left out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.phrases import covered, left_out, misspelt
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.listed import any_of
from nq57gen.checks.content.wording import LETTER, Slip, lists, once, written
from nq57gen.vietnamese.syllables import fold


@rule(
    "NN-10",
    "Cụm từ cố định của lĩnh vực viết đủ các tiếng",
    "thêm tiếng còn thiếu",
    bad=[
        "Tỷ lệ giao dịch thanh toán tuyến đạt 75%.",
        "Tỷ lệ thủ tục hành cung cấp trực tuyến đạt 95%.",
        "Công dân đủ 14 tuổi trở kích hoạt tài khoản.",
        "Giao dịch điện tử trên môi mạng được mở rộng.",
    ],
    good=[
        "Thanh toán trực tuyến các thủ tục hành chính; công dân đủ 14 tuổi trở lên; Ủy ban nhân dân phường."
    ],
)
def left_out_words(paper: Paper) -> Iterable[Found]:
    """Phrases of the field that lack a syllable."""
    yield from once(_left_out(paper))


@functools.cache
def _left_out_table() -> dict[str, str]:
    return dict(lists()["left_out"])


def _left_out(paper: Paper) -> Iterator[Slip]:
    inner = any_of(_left_out_table())
    for passage in written(paper):
        for match in inner.finditer(passage.text):
            right = _left_out_table()[match.group().lower()]
            if _ends_with(passage.text, match, right):
                continue
            yield right, passage, match.start(), match.end(), f"“{match.group()}” (viết “{right}”)"
        for match in left_out().finditer(passage.text):
            if covered(misspelt(paper), passage, match.start()):
                continue
            begun = match.group()
            missing = lists()["must_follow"][begun.lower()][0]
            after = re.match(rf" [{LETTER}]+(?: [{LETTER}]+)?", passage.text[match.end() :])
            shown = begun + (after.group() if after else "")
            yield begun.lower(), passage, match.start(), match.end(), f"“{shown}” (viết “{begun} {missing}…”)"


def _ends_with(text: str, match: re.Match[str], right: str) -> bool:
    """Whether the match is the end of the right phrase written in full ("Internet vạn vật")."""
    return fold(text[: match.end()]).lower().endswith(fold(right).lower())
