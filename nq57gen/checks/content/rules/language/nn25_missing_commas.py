"""Enumerations without their comma."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import all_text, lists, matches, together, without_quotes

#: What stands between members that lack their comma.
_GAPS = (" ", " - ", " – ")


@rule(
    "NN-25",
    "Các thành phần liệt kê cách nhau bằng dấu phẩy",
    "thêm dấu phẩy như các chỗ khác trong văn bản",
    bad=[
        "Hướng dẫn doanh nghiệp, hộ kinh doanh hợp tác xã ứng dụng nền tảng số.",
        "Phát triển khoa học, công nghệ. Ứng dụng khoa học, công nghệ. Đầu tư cho khoa học công nghệ.",
    ],
    good=[
        "Phát triển khoa học và công nghệ; cơ quan, đơn vị; chính sách “khoa học công nghệ”.",
        "Triển khai thực hiện nhiệm vụ; triển khai, thực hiện kế hoạch; sản xuất kinh doanh.",
    ],
)
def missing_commas(paper: Paper) -> Iterable[Found]:
    """Members of the known enumerations without their comma; a pair of the list needs no majority."""
    for members in lists()["enumerations"]:
        for first, second in itertools.pairwise(members):
            if not any(f"{first}{gap}{second}".lower() in all_text(paper) for gap in _gaps(first, second)):
                continue
            found = [
                (passage, match)
                for passage, match in matches(paper, _gap(first, second), without_quotes)
                if not match.group().isupper()
            ]
            commas = sum(1 for _ in matches(paper, _comma(first, second), str.lower))
            if found and (commas or " ".join((first, second)) not in _LOOSE):
                there = (
                    f", trong khi {commas} chỗ viết “{first}, {second}”"
                    if commas
                    else f" (viết “{first}, {second}”)"
                )
                said = f"“{found[0][1].group()}” {len(found)} chỗ{there}"
                yield together([(passage, *match.span()) for passage, match in found], said)


#: These stand without a comma too: only when the document writes one elsewhere.
_LOOSE = frozenset(
    {"khoa học công nghệ", "lãnh đạo chỉ đạo", "tập huấn bồi dưỡng", "kiểm tra giám sát", "giáo dục y tế"}
)


@functools.cache
def _comma(first: str, second: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){first}, {second}(?!\w)")


def _gaps(first: str, second: str) -> tuple[str, ...]:
    """What may stand between two members that lack their comma; other enumerations may have dashes."""
    return _GAPS if (first, second) == ("khoa học", "công nghệ") else _GAPS[:1]


@functools.cache
def _gap(first: str, second: str) -> re.Pattern[str]:
    between = "|".join(_gaps(first, second))
    return re.compile(rf"(?<!\w){first}(?:{between}){second}(?!\w)", re.IGNORECASE)
