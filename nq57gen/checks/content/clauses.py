"""What belongs together in a sentence: brackets and semicolons bound it."""

from __future__ import annotations

from nq57gen.patterns import lazily

_SEPARATOR = lazily(r"[;,:\s]*$")


def depths(sentence: str) -> list[int]:
    """How many brackets are open at each sign; the brackets themselves are inside."""
    found, depth = [], 0
    for sign in sentence:
        depth += sign == "("
        found.append(depth)
        depth = max(0, depth - (sign == ")"))
    return found


def end_of_clause(sentence: str, at: int) -> int:
    """Where the bracket that holds the sign ``at`` is closed, or the end of the sentence."""
    depth = depths(sentence)
    if not depth[at]:
        return len(sentence)
    return next((to for to in range(at + 1, len(sentence)) if depth[to] < depth[at]), len(sentence) + 1) - 1


def reaches(sentence: str, start: int, end: int) -> bool:
    """Whether what stands at ``start`` may be the whole of parts that begin at ``end``.

    It is not when it stands in a bracket closed before ``end``, or when a semicolon outside such brackets
    stands between the two, unless the parts begin right behind it ("120 hồ sơ; trong đó: …").
    """
    depth = depths(sentence)
    if min(depth[start : end + 1]) < depth[start]:
        return False
    level = depth[start]
    between = range(start, len(_SEPARATOR.sub("", sentence[:end])))
    return not any(sentence[at] == ";" and depth[at] == level for at in between)


def distance(sentence: str, start: int, end: int) -> int:
    """How many signs stand between, brackets closed there left out."""
    depth = depths(sentence)
    base = min(depth[start : end + 1], default=0)
    return sum(depth[at] <= base for at in range(start, end))
