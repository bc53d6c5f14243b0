"""The forms of the ellipsis."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import matches, without_addresses
from nq57gen.patterns import lazily

_DOTS = lazily(r"(?:, ?|,)?(?:…|(?<!\.)\.{2,3}(?![./]))")
#: So many forms of one sign are too many.
_FORMS = 3


@rule(
    "NN-27",
    "Dấu chấm lửng viết một kiểu trong cả văn bản",
    "viết thống nhất “…” hoặc “...”, không viết hai chấm",
    bad=[
        "Gồm y tế, giáo dục,... Du lịch, văn hóa… Viettel, VNPT,..",
        "Nông nghiệp, thương mại..; giao thông.",
    ],
    good=["Gồm y tế, giáo dục,... Du lịch, văn hóa,... số ....../KH-UBND."],
)
def dots(paper: Paper) -> Iterable[Found]:
    """Three forms of the ellipsis or more, or two dots."""
    seen: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
    for passage, match in matches(paper, _DOTS, without_addresses):
        if "…" in match.group() or ".." in match.group():
            seen.setdefault(match.group(), []).append((passage, match))
    two = [form for form in seen if form.lstrip(", ") == ".."]
    if len(seen) > _FORMS or two:
        form = two[0] if two else min(seen, key=lambda one: len(seen[one]))
        passage, match = seen[form][0]
        told = ", ".join(f"“{one}” {len(places)} chỗ" for one, places in seen.items())
        yield Found(passage.quoted(*match.span()), told)
