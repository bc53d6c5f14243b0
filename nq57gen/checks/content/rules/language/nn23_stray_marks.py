"""A stop before a bracket, two marks in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import Slip, once, without_addresses, written
from nq57gen.checks.layout.wording import LOWER
from nq57gen.patterns import lazily

_STRAY = lazily(rf"((?:[{LOWER}]+|[\d.,]+%?))([.;])( ?)(\((?!\d{{1,2}}\))[^().]{{1,45}}\))")
_TWICE = lazily(r"(?<![.…])(?:[,;:] ?[.,;:](?!\.)|\.[,;:])")


@rule(
    "NN-23",
    "Không có dấu chấm, chấm phẩy trước phần trong ngoặc; không viết hai dấu câu liền nhau",
    "bỏ dấu thừa, đặt dấu sau dấu đóng ngoặc",
    bad=[
        "Tỷ lệ kích hoạt tài khoản đạt 91,4%. (kế hoạch trên 90%).",
        "- TT Đảng ủy; (Để b/c);",
        "Gồm y tế, giáo dục,; giao thông.",
    ],
    good=[
        "Hội nghị đã kết thúc. (Kế hoạch số 10/KH-UBND ngày 22/7/2025 về cải cách hành chính.)",
        "Gồm: (1) Phát triển hạ tầng; (2) Phát triển nguồn lực; y tế,...; số ....../KH-UBND.",
    ],
)
def stray(paper: Paper) -> Iterable[Found]:
    """A full stop or semicolon before a short bracket that belongs to the sentence; two marks in a row."""
    yield from once(_strays(paper))


def _strays(paper: Paper) -> Iterator[Slip]:
    for passage in written(paper):
        if passage.kind is Kind.TITLE:
            continue
        text = without_addresses(passage.text)
        for match in _STRAY.finditer(text):
            rest = text[match.end() :].lstrip()
            if match[2] == "." and not rest.startswith((".", ";", ",")) and rest:
                continue
            said = f"“{match.group()}” (viết “{match[1]} {match[4]}”)"
            yield match[2], passage, match.start(), match.end(), said
        for match in _TWICE.finditer(text):
            yield "twice", passage, match.start(), match.end(), f"hai dấu liền nhau “{match.group()}”"
