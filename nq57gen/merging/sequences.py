"""Which items of three lists are the same one, and in which order the merged list holds them.

Items are compared by identity first (an id, a title, the text itself), then by the words they hold, so
that a reworded paragraph or a renamed section is an item that changed, not one that went and one that came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct, field

from nq57gen.patterns import lazily

_WORD = lazily(r"\w+")
#: Two items are the same reworded when they share this part of their words.
SIMILAR = 0.5
#: The same where the province removed the item: a ward's own text must not be taken for a changed one.
VERY_SIMILAR = 0.75


class Item(Struct, frozen=True):
    """What is compared: ``identity``; ``fixed`` items are never the same as others with another identity.

    ``loose`` items that stand alone in the same gap are the same even without a word in common.
    """

    identity: str
    words: Counter[str] = field(default_factory=Counter)
    fixed: bool = False
    loose: bool = False


class Triple(Struct, frozen=True):
    """Indices of one item in the three lists; ``None`` where it is missing."""

    base: int | None
    theirs: int | None
    mine: int | None


class Sequence3(Struct, frozen=True):
    """The items in the order of the merged list.

    ``order_taken`` says that it is the new order of ``theirs``; ``order_refused`` that both sides have
    put the items in a new order and that of ``mine`` stayed.
    """

    triples: tuple[Triple, ...]
    order_taken: bool = False
    order_refused: bool = False


def word_counts(text: str) -> Counter[str]:
    """The words of ``text`` with how often they occur."""
    return Counter(_WORD.findall(text))


def three_way(base: Sequence[Item], theirs: Sequence[Item], mine: Sequence[Item]) -> Sequence3:
    """Pair the items of the three lists and put them in order."""
    base_ids = _numbered(base)
    t_to_b = _align(base, theirs)
    t_keys = [f"b{t_to_b[n]}" if n in t_to_b else f"t{n}" for n in range(len(theirs))]
    m_keys = _keys_of_mine(base, theirs, mine, t_keys)
    b_keys = [f"b{n}" for n in range(len(base_ids))]
    at_b, at_t, at_m = ({key: n for n, key in enumerate(keys)} for keys in (b_keys, t_keys, m_keys))
    shared = at_b.keys() & at_t.keys() & at_m.keys()
    order_b, order_t, order_m = ([key for key in keys if key in shared] for keys in (b_keys, t_keys, m_keys))
    moved_t, moved_m = order_t != order_b, order_m != order_b
    lead_t = moved_t and not moved_m
    order = woven(t_keys, m_keys) if lead_t else woven(m_keys, t_keys)
    triples = tuple(Triple(at_b.get(key), at_t.get(key), at_m.get(key)) for key in order)
    return Sequence3(triples, lead_t, moved_t and moved_m and order_t != order_m)


def woven(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """The keys of ``first``, those only ``second`` has each behind the one it follows there."""
    result = list(first)
    known = set(first)
    before: str | None = None
    for key in second:
        if key not in known:
            result.insert(0 if before is None else result.index(before) + 1, key)
            known.add(key)
        before = key
    return result


def _keys_of_mine(
    base: Sequence[Item], theirs: Sequence[Item], mine: Sequence[Item], t_keys: Sequence[str]
) -> list[str]:
    base_ids, t_ids = _numbered(base), _numbered(theirs)
    of_base = {identity: f"b{n}" for n, identity in enumerate(base_ids)}
    of_theirs = {identity: t_keys[n] for n, identity in enumerate(t_ids)}
    mine_ids = _numbered(mine)
    keys: list[str | None] = [of_base.get(identity) for identity in mine_ids]
    used = {key for key in keys if key}
    for n, identity in enumerate(mine_ids):
        key = of_theirs.get(identity)
        if keys[n] is None and key is not None and key not in used:
            keys[n] = key
            used.add(key)
    known = {n: int(key[1:]) for n, key in enumerate(keys) if key and key[0] == "b"}
    taken = {n for n, key in enumerate(keys) if key}
    gone = set(range(len(base))) - {int(key[1:]) for key in t_keys if key[0] == "b"}
    pairs = _align(base, mine, known, taken, gone)
    return [key or (f"b{pairs[n]}" if n in pairs else f"m{n}") for n, key in enumerate(keys)]


def _numbered(items: Sequence[Item]) -> list[tuple[str, int]]:
    """Each identity with how often it occurred before."""
    seen: Counter[str] = Counter()
    result = []
    for item in items:
        result.append((item.identity, seen[item.identity]))
        seen[item.identity] += 1
    return result


def _align(
    base: Sequence[Item],
    other: Sequence[Item],
    known: dict[int, int] | None = None,
    taken: set[int] | None = None,
    gone: set[int] | None = None,
) -> dict[int, int]:
    """For items of ``other`` the index of the same in ``base``; ``known`` pairs stay, ``taken`` are out.

    Items of ``base`` that are ``gone`` are paired only with what is very similar.
    """
    if known is None:
        at = {identity: n for n, identity in enumerate(_numbered(base))}
        known = {n: at[identity] for n, identity in enumerate(_numbered(other)) if identity in at}
    pairs = dict(known)
    used = set(pairs.values())
    free_b = [n for n in range(len(base)) if n not in used]
    free_x = [n for n in range(len(other)) if n not in pairs and n not in (taken or ())]
    found = []
    for i in free_b:
        for j in free_x:
            if base[i].fixed and other[j].fixed:
                continue
            score = similarity(base[i].words, other[j].words)
            if score >= (VERY_SIMILAR if gone and i in gone else SIMILAR):
                found.append((-score, abs(i - j), i, j))
    for _, _, i, j in sorted(found):
        if j not in pairs and i not in used:
            pairs[j] = i
            used.add(i)
    _pair_gaps(base, other, pairs, used | (gone or set()), taken or set())
    return pairs


def _pair_gaps(
    base: Sequence[Item], other: Sequence[Item], pairs: dict[int, int], used: set[int], taken: set[int]
) -> None:
    """Pair what is left one to one where the same number stands between the same neighbours."""
    gaps: dict[int, list[int]] = {}
    before = -1
    for j in range(len(other)):
        if j in pairs:
            before = pairs[j]
        elif j not in taken:
            gaps.setdefault(before, []).append(j)
    for before, inside in gaps.items():
        run = []
        for i in range(before + 1, len(base)):
            if i in used:
                break
            run.append(i)
        if len(run) == len(inside) and all(
            base[i].loose and other[j].loose for i, j in zip(run, inside, strict=True)
        ):
            pairs.update(zip(inside, run, strict=True))
            used.update(run)


def similarity(one: Counter[str], other: Counter[str]) -> float:
    """Twice the shared words over all words, 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
