"""Titles that end in a mark."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.labels import PART
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.ends import end_of, tail
from nq57gen.checks.content.wording import together


@rule(
    "NN-31",
    "Tiêu đề không kết thúc bằng dấu câu",
    "bỏ dấu ở cuối tiêu đề",
    bad=["I. KẾT QUẢ THỰC HIỆN:\n1. Công tác tuyên truyền\n- Đăng tải 288 bài viết."],
    good=["I. KẾT QUẢ THỰC HIỆN\n1. Công tác tuyên truyền\n2. Kinh phí: Từ ngân sách và các nguồn khác."],
)
def headings(paper: Paper) -> Iterable[Found]:
    """Numbered titles with a colon or a stop at their end: all of them in one finding."""
    found = [
        passage
        for passage in paper.passages
        if passage.rank > PART
        and (passage.kind is Kind.HEADING or passage.text.isupper())
        and passage.number
        and end_of(passage.text) in (":", ".", ";")
        if ". " not in passage.text and ": " not in passage.text
    ]
    if found:
        first = found[0]
        said = f"tiêu đề “{first.full[:60]}” có dấu “{end_of(first.text)}” ở cuối"
        yield together(list(map(tail, found)), said)
