"""One word in several ways: the places of each."""

from __future__ import annotations

from collections import Counter

from nq57gen.checks.content.rule import Found
from nq57gen.checks.content.wording import Place, together

#: So many times the places of the other ways make a majority.
_CLEAR = 2


def most_usual(places: list[Place]) -> str:
    """The form in which most of the places write it."""
    return Counter(passage.text[start:end] for passage, start, end in places).most_common(1)[0][0]


def chosen(seen: dict[str, list[Place]], usual: str) -> Found:
    """One finding at the first place that is not written in the usual way, with the count of both."""
    rare = [place for way, places in seen.items() if way != usual for place in places]
    passage, start, end = rare[0]
    shown = passage.text[start:end]
    most = most_usual(seen[usual])
    advice = f"viết “{most}”" if len(seen[usual]) >= _CLEAR * len(rare) else "chọn một cách"
    told = f"“{shown}” {len(rare)} chỗ, “{most}” {len(seen[usual])} chỗ ({advice})"
    return together(rare, told)
