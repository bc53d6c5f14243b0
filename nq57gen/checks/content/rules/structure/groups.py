"""Tables of the appendices whose groups follow parts announced in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nq57gen.checks.content.paper import Grid, GridRow, Paper, Passage, RowKind
from nq57gen.checks.content.rules.structure.outline import outline
from nq57gen.checks.content.rules.structure.rows import name_of
from nq57gen.checks.content.rules.structure.words import likeness, words
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily

_LISTED = lazily(r"\((\d)\)\s*([^;:()]{6,120}?)\s*(?=[;,.]?\s*\(|[.;]|$)")
#: Groups and headings are about the same things when this share of them is alike, each pair by this much.
_MANY, _ALIKE = 0.6, 0.5
#: Fewer parts are no list.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """Parts announced in the text and the groups of a table that are about the same."""

    grid: Grid
    parts: tuple[tuple[str, Passage], ...]
    groups: tuple[GridRow, ...]
    pairs: tuple[tuple[int, int], ...]


@once_a_document
def compared(paper: Paper) -> list[Compared]:
    """Tables of the appendices whose groups follow headings, or a list "(1) …; (2) …", of the text."""
    found = []
    announced = list(_announced(paper))
    for grid in paper.grids:
        groups = tuple(row for row in grid.rows if row.kind is RowKind.GROUP and len(words(row.text)) > 2)
        if not grid.part or len(groups) < _FEWEST:
            continue
        names = [name_of(grid, group) for group in groups]
        for parts in announced:
            pairs = _pairs([text for text, _ in parts], names)
            if len(pairs) >= max(_FEWEST, _MANY * len(groups)):
                found.append(Compared(grid, parts, groups, tuple(pairs)))
                break
    return found


def _announced(paper: Paper) -> Iterator[tuple[tuple[str, Passage], ...]]:
    for siblings in outline(paper):
        if siblings.passages[0].part == 0 and len(siblings.passages) >= _FEWEST:
            yield tuple((passage.text, passage) for passage in siblings.passages)
    for passage in paper.running():
        found = _LISTED.findall(passage.text) if passage.part == 0 and "(3)" in passage.text else []
        if [int(number) for number, _ in found] == list(range(1, len(found) + 1)) and len(found) >= _FEWEST:
            yield tuple((text, passage) for _, text in found)


def _pairs(parts: Sequence[str], names: Sequence[str]) -> list[tuple[int, int]]:
    """Which part is which group: the most alike ones first, then the one left between two neighbours."""
    alike = sorted(
        ((likeness(part, name), at, to) for at, part in enumerate(parts) for to, name in enumerate(names)),
        key=lambda found: -found[0],
    )
    pairs: dict[int, int] = {}
    for share, at, to in alike:
        if share >= _ALIKE and at not in pairs and to not in pairs.values():
            pairs[at] = to
    if len(pairs) >= _FEWEST:
        for at in range(len(parts)):
            before, after = pairs.get(at - 1), pairs.get(at + 1)
            if at not in pairs and before is not None and after == before + 2:
                pairs[at] = before + 1
    return sorted(pairs.items())
