"""By how many per cent a count rose or fell against an earlier one."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import is_share, sentences, share
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.threes import shares_between
from nq57gen.patterns import lazily

_ROSE = lazily(r"(?<!\w)(tăng|giảm) $")
_AGAINST = lazily(r" so với (?:(?:năm 20\d\d|[^\d;.])+\()?\D{0,20}$|,? ?\(\D{0,25}$")


@rule(
    "SO-17",
    "Tỷ lệ tăng, giảm bằng phần chênh lệch chia cho số của kỳ trước",
    "tính lại tỷ lệ tăng, giảm, hoặc kiểm tra hai số",
    severity=ERROR,
    bad=[
        "Đăng 186 tin, bài (tăng 20% so với 165 tin, bài năm 2025).",
        "Tiếp nhận 900 hồ sơ, tăng 10% so với cùng kỳ (1.000 hồ sơ).",
        "Tiếp nhận 900 hồ sơ, giảm 15% so với năm 2024 (1.000 hồ sơ).",
    ],
    good=[
        "Đăng 186 tin, bài (tăng 12,7% so với 165 tin, bài năm 2025).",
        "Tiếp nhận 900 hồ sơ, giảm 10% so với cùng kỳ (1.000 hồ sơ).",
        "Tiếp nhận 900 hồ sơ, tăng 15% so với cùng kỳ; mở 12 lớp; tăng 5% so với 3 năm trước.",
    ],
)
def growth(paper: Paper) -> Iterable[Found]:
    """“n …, tăng p% so với m …”, both counts of one thing."""
    for passage in paper.text_and_cells():
        for start, sentence in sentences(passage.text):
            for now, said, before in shares_between(sentence):
                rose = _ROSE.search(sentence[: said.start])
                linked = rose and _AGAINST.fullmatch(sentence[said.end : before.start])
                if not rose or not linked or now.noun != before.noun:
                    continue
                more = now.value - before.value if rose[1] == "tăng" else before.value - now.value
                if not is_share(more, before.value, said):
                    exact = share(abs(more), before.value)
                    word = "tăng" if now.value >= before.value else "giảm"
                    told = f"từ {before.written} đến {now.written} là {word} {exact}, trong khi ghi {rose[0]}"
                    yield Found(passage.quoted(start + said.start, start + said.end), told + said.written)
