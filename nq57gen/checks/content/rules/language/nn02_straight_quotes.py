"""Straight quotation marks among curly ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import matches, once, written
from nq57gen.patterns import lazily

_STRAIGHT = lazily(r'(?<!\d)"(?:[^"“”]*")?')


@rule(
    "NN-02",
    "Một văn bản dùng một kiểu dấu ngoặc kép “ ”",
    'thay dấu " bằng “ ở đầu và ” ở cuối phần được trích',
    bad=[
        'Nghị quyết về “Đột phá phát triển khoa học, công nghệ";\nPhong trào “Bình dân học vụ số”.',
    ],
    good=['Màn hình 55" đặt tại phòng họp, phục vụ phong trào “Bình dân học vụ số”.'],
)
def straight_quotes(paper: Paper) -> Iterable[Found]:
    """Straight quotation marks in a document that writes curly ones."""
    if not any("“" in passage.text or "”" in passage.text for passage in written(paper)):
        return
    yield from once(
        ("straight", passage, match.start(), match.end(), f'“{_around(match)}” dùng dấu " thẳng')
        for passage, match in matches(paper, _STRAIGHT)
    )


def _around(match: re.Match[str]) -> str:
    """The quoted words, or those before the mark."""
    if len(match.group()) > 1:
        return match.group()
    return " ".join(match.string[: match.end()].split()[-3:])
