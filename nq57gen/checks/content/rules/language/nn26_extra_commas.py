"""Fixed phrases with a comma inside."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import lists, once, written


@rule(
    "NN-26",
    "Cụm từ cố định không tách bằng dấu phẩy",
    "bỏ dấu phẩy",
    bad=["Quy định pháp luật về khoa học, công nghệ, đổi mới, sáng tạo, chuyển đổi số."],
    good=["Khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia."],
)
def extra_commas(paper: Paper) -> Iterable[Found]:
    """Fixed phrases with a comma inside."""
    yield from once(
        (phrase, passage, match.start(), match.end(), f"“{match.group()}” (viết “{phrase}”)")
        for passage in written(paper)
        for phrase in lists()["unbroken"]
        for match in _broken(phrase).finditer(passage.text)
    )


@functools.cache
def _broken(phrase: str) -> re.Pattern[str]:
    words = phrase.split()
    return re.compile(rf"(?<!\w){' '.join(words[:2])}, {' '.join(words[2:])}(?!\w)", re.IGNORECASE)
