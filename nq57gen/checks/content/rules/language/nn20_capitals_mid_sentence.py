"""Capitals at words that begin no name."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import LETTER, Slip, lists, once, without_quotes, written
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.patterns import lazily

_BEFORE = lazily(rf"([{LETTER}\d%/-]+,?) $")
_DAY = lazily(r"(?<=[\w)] )Ngày(?= \d)")


@rule(
    "NN-20",
    "Giữa câu không viết hoa từ không phải tên riêng",
    "viết thường chữ này",
    bad=[
        "Quyết định số 01/QĐ-BCĐ về việc Ban hành Quy chế hoạt động.",
        "Ban hành Kế hoạch Triển khai Nghị quyết số 57-NQ/TW.",
        "Tỷ lệ Các cơ sở giáo dục phổ thông đạt 90%.",
        "Kế hoạch số 53/KH-UBND Ngày 17/9/2025 của Ủy ban nhân dân phường.",
        "Tiến độ thực hiện Nghị Quyết 57 trên hệ thống.",
    ],
    good=[
        "Luật Ban hành văn bản quy phạm pháp luật; Sở Xây dựng; Chương trình “Nâng cao kỹ năng”.",
        "Yêu cầu: Triển khai đồng bộ. Thực hiện nghiêm túc. Đề án Phát triển ứng dụng dữ liệu về dân cư.",
    ],
)
def mid_sentence(paper: Paper) -> Iterable[Found]:
    """Verbs and function words of the lists with a capital after a word; document types with two capitals."""
    yield from once(_capitals(paper))


def _capitals(paper: Paper) -> Iterator[Slip]:
    for passage in written(paper):
        if passage.kind in (Kind.SIGNATURE, Kind.RECIPIENT, Kind.TITLE) or _is_shouted(passage.text):
            continue
        text = without_quotes(passage.text)
        for match in _common().finditer(text):
            before = _BEFORE.search(text, 0, match.start())
            if before and _goes_on(text[: match.start()], before[1], match.group()):
                yield match.group(), passage, before.start(), match.end(), _said(text, before, match)
        for match in _DAY.finditer(text):
            yield "Ngày", passage, *match.span(), "“Ngày” viết hoa giữa câu (viết “ngày”)"
        for match in _both().finditer(text):
            right = f"{match[1]} {match[2].lower()}"
            yield right, passage, *match.span(), f"“{match.group()}” (viết “{right}”)"


def _is_shouted(text: str) -> bool:
    """Whether each word, or nearly, begins with a capital: a title."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) * 5 > len(words) * 4 and len(words) > 2


@functools.cache
def _common() -> re.Pattern[str]:
    verbs = "|".join(sorted(lists()["never_capital"], key=len, reverse=True))
    small = "|".join(lists()["function_words"])
    return re.compile(rf"(?<!\w)(?:(?:{verbs})(?!\w)|(?:{small})(?= [{LOWER}(]))")


@functools.cache
def _both() -> re.Pattern[str]:
    firsts = "|".join(
        f"({first}) ({second})".replace("(", "").replace(")", "")
        for first, second in map(str.split, lists()["both_small"])
    )
    return re.compile(rf"(?<![\w“])(?=(?:{firsts})(?!\w))(\w+) (\w+)(?! [{UPPER}])")


def _goes_on(before: str, last: str, found: str) -> bool:
    """Whether the word before is no part of a name that goes on with ``found``."""
    if before.lower().rstrip().endswith(tuple(lists()["title_words"])):
        return False
    if last.endswith(","):
        return " " in found
    if last[0].isupper():
        return last not in lists()["after_names"] and (" " not in found or last == "Về")
    return last[-1].isalnum()


def _said(text: str, before: re.Match[str], match: re.Match[str]) -> str:
    written_as = text[before.start() : match.end()]
    right = before.group() + match.group()[0].lower() + match.group()[1:]
    return f"“{written_as}” (viết “{right}”)"
