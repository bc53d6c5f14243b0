"""A percentage of a plan against the plan in brackets behind it."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import is_share, sentences, share
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.threes import shares_between
from nq57gen.patterns import lazily

_REACHED = lazily(r"(?<!\w)(?:đạt|bằng) (?:tỷ lệ )?$")
_OF_PLAN = lazily(r" (?:so với |của )?(?:kế hoạch|KH|chỉ tiêu|mục tiêu|dự toán)[^\d();.]{0,25}\(\D{0,12}$")


@rule(
    "SO-16",
    "Tỷ lệ so với kế hoạch bằng số đạt được chia cho số kế hoạch ghi trong ngoặc",
    "tính lại tỷ lệ, hoặc kiểm tra hai số",
    severity=ERROR,
    bad=[
        "Đã số hóa 12.400 trang hồ sơ, đạt 82% kế hoạch (20.000 trang).",
        "Tập huấn 450 lượt người, bằng 95% so với kế hoạch năm (kế hoạch 500 lượt người).",
    ],
    good=[
        "Đã số hóa 12.400 trang hồ sơ, đạt 62% kế hoạch (20.000 trang).",
        "Tập huấn 450 lượt người, đạt 95% kế hoạch (10 lớp); đạt 82% kế hoạch (ngày 20/5/2026).",
    ],
)
def of_plans(paper: Paper) -> Iterable[Found]:
    """“n …, đạt p% kế hoạch (m …)”, both counts of one thing."""
    for passage in paper.text_and_cells():
        for start, sentence in sentences(passage.text):
            for count, said, plan in shares_between(sentence):
                linked = _REACHED.search(sentence[: said.start]) and _OF_PLAN.fullmatch(
                    sentence[said.end : plan.start]
                )
                if linked and count.noun == plan.noun and not is_share(count.value, plan.value, said):
                    exact = share(count.value, plan.value)
                    told = f"{count.written}/{plan.written} = {exact}, trong khi ghi {said.written}"
                    yield Found(passage.quoted(start + said.start, start + said.end), told)
