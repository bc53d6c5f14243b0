"""Three-way merge of a text by paragraphs: changes of different paragraphs go together."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from nq57gen.merging.sequences import Item, three_way, word_counts


class Clash(Struct, frozen=True):
    """A paragraph both sides changed; ``None`` is a side that removed it."""

    mine: str | None
    theirs: str | None


class MergedText(Struct, frozen=True):
    """``lines`` are the paragraphs, each with its number in ``mine`` (``None``: not from there, or changed).

    ``taken`` counts the paragraphs of ``theirs`` that came in, replaced one or took one away.
    """

    lines: tuple[tuple[str, int | None], ...]
    clashes: tuple[Clash, ...]
    taken: int
    order_refused: bool


def merge_paragraphs(base: Sequence[str], theirs: Sequence[str], mine: Sequence[str]) -> MergedText | None:
    """Merge; ``None`` when a second merge of the result would not leave it as it is."""
    merged = _merge(base, theirs, mine)
    again = _merge(base, theirs, [text for text, _ in merged.lines])
    same = [text for text, _ in again.lines] == [text for text, _ in merged.lines]
    return merged if same and again.clashes == merged.clashes and not again.taken else None


def _merge(base: Sequence[str], theirs: Sequence[str], mine: Sequence[str]) -> MergedText:
    order = three_way(_items(base), _items(theirs), _items(mine))
    lines: list[tuple[str, int | None]] = []
    clashes: list[Clash] = []
    taken = int(order.order_taken)
    for triple in order.triples:
        b = None if triple.base is None else base[triple.base]
        t = None if triple.theirs is None else theirs[triple.theirs]
        m = None if triple.mine is None else mine[triple.mine]
        if m == t or t == b:
            result = m
        elif m == b:
            result = t
            taken += 1
        else:
            result = m
            clashes.append(Clash(m, t))
        if result is not None:
            lines.append((result, triple.mine if result == m else None))
    return MergedText(tuple(lines), tuple(clashes), taken, order.order_refused)


def _items(paragraphs: Sequence[str]) -> list[Item]:
    return [Item(text, word_counts(text), loose=True) for text in paragraphs]
