"""Names of firms and programs, and what was meant to be one."""

from __future__ import annotations

import functools

from nq57gen.checks.content.wording import lists


@functools.lru_cache(maxsize=2048)
def brand_of(word: str) -> str:
    """The name of the list that ``word`` was meant to be, "" when it is one or none of them."""
    known = {name.lower(): name for name in lists()["brands"]}
    small = word.lower()
    if word in lists()["brands"] or word.islower() or small in ("vietnam", "vnet"):
        return ""
    if small in known:
        return "" if word == small.capitalize() and small != "vneid" else known[small]
    turned = {name for name in known if len(name) == len(small) and sorted(name) == sorted(small)}
    shorter = {name for name in known if len(name) > 6 and len(small) > 5 and _one_less(small, name)}
    found = turned | shorter
    return known[min(found)] if found and word[0].isupper() else ""


def _one_less(one: str, other: str) -> bool:
    """Whether one of two words is the other without one letter."""
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
