"""How paragraphs and the items of a list end."""

from __future__ import annotations

from collections.abc import Iterator

from nq57gen.checks.content.labels import OTHER_SIGN
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.wording import Place
from nq57gen.patterns import lazily

_END = lazily(r"(\.\.\.|[.;:,!?…])[”\")]*$")
#: So many letters show how a passage ends.
_TAIL = 25
#: A custom of a list: so many items, so large a part of them.
FEWEST, MOST = 3, 0.6


def end_of(text: str) -> str:
    """The sign a text ends in: ".", ";", ":", ",", "…" or ""."""
    match = _END.search(text.rstrip().removesuffix("./.") + ("." if text.rstrip().endswith("./.") else ""))
    return "" if match is None else "…" if match[1] == "..." else match[1]


def tail(passage: Passage) -> Place:
    """The end of a passage as a place for :func:`~nq57gen.checks.content.wording.together`."""
    return passage, max(0, len(passage.text) - _TAIL), len(passage.text)


def lists_of(paper: Paper) -> Iterator[list[Passage]]:
    """The items of one rank below one passage that have no items of their own; the signs of bullets apart."""
    groups: dict[tuple[int, int, str], list[Passage]] = {}
    above: list[Passage] = []  # what a next one may belong to, each of a higher rank than the one before
    for passage in paper.passages:
        if not passage.rank:
            above = above if passage.kind is Kind.CELL else []
            continue
        above = [one for one in above if one.rank < passage.rank]
        if passage.kind in (Kind.BULLET, Kind.ITEM) and not _has_items(paper, passage):
            sign = "" if passage.number else passage.label
            groups.setdefault((above[-1].at if above else -1, passage.rank, sign), []).append(passage)
        above.append(passage)
    yield from groups.values()


def _has_items(paper: Paper, passage: Passage) -> bool:
    """Whether a list begins below an item; "*" between bullets is a title of its own."""
    after = paper.passages[passage.at + 1] if passage.at + 1 < len(paper.passages) else None
    return bool(after and after.rank > passage.rank and after.rank != OTHER_SIGN)
