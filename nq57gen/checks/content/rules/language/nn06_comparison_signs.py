"""The space behind “≥” and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import matches, once
from nq57gen.patterns import lazily

_COMPARED = lazily(r"([≥≤<>])( *)(?=\d)")
#: So many places make a custom of the document.
_CUSTOM = 3


@rule(
    "NN-06",
    "Dấu ≥, ≤, >, < cách số một cách như nhau trong cả văn bản",
    "viết như đa số chỗ khác trong văn bản",
    bad=[
        "- Chỉ tiêu ≥ 50%;\n- Chỉ tiêu ≥ 60%;\n- Chỉ tiêu ≥ 70%;\n- Chỉ tiêu ≥10%.",
        "- Chỉ tiêu ≥ 50%;\n- Chỉ tiêu ≥ 60%;\n- Chỉ tiêu ≥ 70%;\n- Chỉ tiêu ≥  1%.",
    ],
    good=["- Chỉ tiêu ≥ 50%;\n- Chỉ tiêu ≥ 60%."],
)
def compared(paper: Paper) -> Iterable[Found]:
    """Comparison signs that are spaced otherwise than most of them."""
    seen = list(matches(paper, _COMPARED))
    spaced = [match for _, match in seen if match[2]]
    custom = " " if len(spaced) * 2 >= len(seen) else ""
    if len(seen) <= _CUSTOM:
        return
    yield from once(
        (match[2], passage, match.start(), match.end(), _compared_said(match, custom, len(seen)))
        for passage, match in seen
        if match[2] != custom
    )


def _compared_said(match: re.Match[str], custom: str, total: int) -> str:
    number = re.match(r"[\d.,]+%?", match.string[match.end() :])
    shown = number.group() if number else ""
    return f"“{match[1]}{match[2]}{shown}”, đa số trong {total} chỗ viết “{match[1]}{custom}{shown}”"
