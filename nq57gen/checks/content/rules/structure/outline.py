"""Who belongs to whom in the text: levels under their parents, paragraphs under their headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nq57gen.checks.content.labels import POINT
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rules.structure.words import SHOWN
from nq57gen.checks.once import once_a_document


@dataclass(frozen=True, slots=True)
class Siblings:
    """Passages of one level under one parent, in order; ``parent`` None at the top."""

    parent: Passage | None
    passages: tuple[Passage, ...]


@once_a_document
def outline(paper: Paper) -> list[Siblings]:
    """All numbered passages (I., 1., 1.1., a)) by parent and level."""
    found: dict[tuple[int, int, int], list[Passage]] = {}
    parents: dict[tuple[int, int, int], Passage | None] = {}
    open_: list[Passage] = []
    part = 0
    for passage in paper.passages:
        if passage.part != part:
            open_, part = [], passage.part
        if not passage.rank or passage.rank > POINT or not passage.number:
            continue
        while open_ and open_[-1].rank >= passage.rank:
            open_.pop()
        above = open_[-1] if open_ else None
        key = (part, above.at if above else -1, passage.rank)
        found.setdefault(key, []).append(passage)
        parents[key] = above
        open_.append(passage)
    return [Siblings(parents[key], tuple(passages)) for key, passages in found.items()]


def under(paper: Paper) -> Iterator[tuple[Passage | None, list[Passage]]]:
    """The text under each numbered passage or heading, up to the next one."""
    above: Passage | None = None
    held: list[Passage] = []
    for passage in paper.running():
        heads = passage.kind in (Kind.HEADING, Kind.ITEM)
        if heads or (held and held[-1].part != passage.part):
            yield above, held
            above, held = (passage if heads else None), []
        if not heads and passage.kind in (Kind.BULLET, Kind.PROSE):
            held.append(passage)
    yield above, held


def shown(passage: Passage) -> str:
    """The place of a passage with the words it begins with."""
    return passage.quoted(0, SHOWN)
