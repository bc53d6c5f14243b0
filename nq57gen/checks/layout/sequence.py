"""Whether the numbers of headings and items go on without gaps and repeats, level by level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct, field

from nq57gen.checks.layout.outline import Entry, Kind

#: Levels from the highest down; the second number is the depth of 1.1., 1.1.1.
_Level: TypeAlias = tuple[int, int]
_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (
            Kind.PART,
            Kind.CHAPTER,
            Kind.SECTION,
            Kind.SUBSECTION,
            Kind.ROMAN,
            Kind.ARTICLE,
            Kind.CLAUSE,
            Kind.DECIMAL,
            Kind.POINT,
        )
    )
}
#: Items "1.", "2." that are no headings, below headings of the same form.
_LIST: _Level = (len(_RANKS), 0)
_CLAUSE: _Level = (_RANKS[Kind.CLAUSE], 1)
_ARTICLE = _RANKS[Kind.ARTICLE]
#: d and e: what stands between them, đ, has its own rule (BC-06).
_D, _E = 4, 6


class _State(Struct):
    """The entries that are open now, and the last number of each level anywhere."""

    open: dict[_Level, Entry] = field(default_factory=dict)
    ever: dict[_Level, int] = field(default_factory=dict)
    before: Entry | None = None

    def close_below(self, level: _Level) -> None:
        for other in [other for other in self.open if other > level]:
            # articles count through the whole document
            if other[0] != _ARTICLE or level[0] > _ARTICLE:
                del self.open[other]


def breaks(story: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """The entries whose number does not follow, each with what is wrong in Vietnamese.

    Numbers begin at 1 under each heading above, or go on through the document. A list of items may begin
    again where other text stands between; so may anything under a heading without a number.
    """
    state = _State()
    for entry in story:
        if entry.kind is Kind.HEADING:
            state.open.clear()
        if entry.number and entry.kind in _RANKS:
            level = _level(entry, state)
            wrong = _wrong(entry, level, state)
            if wrong:
                yield entry, wrong
            state.close_below(level)
            state.open[level] = entry
            state.ever[level] = entry.number[-1]
        state.before = entry


def _level(entry: Entry, state: _State) -> _Level:
    """The level of an entry; "1." that is not bold below one that is, is an item of a list."""
    heading, item = state.open.get(_CLAUSE), state.open.get(_LIST)
    if entry.kind is Kind.CLAUSE and not entry.titled and heading is not None and heading.titled:
        goes_on = item is not None and entry.number[0] == item.number[0] + 1
        if goes_on or entry.number[0] != heading.number[0] + 1:
            return _LIST
    return _RANKS[entry.kind], len(entry.number)


def _wrong(entry: Entry, level: _Level, state: _State) -> str:
    number = entry.number[-1]
    last = state.open.get(level)
    if last is None or last.number[:-1] != entry.number[:-1]:
        outer = _outer(entry, state)
        if outer is not None and outer.number != entry.number[:-1]:
            return f"“{entry.label}” nằm trong “{outer.label}”"
        if number not in (1, state.ever.get(level, 0) + 1):
            return f"bắt đầu từ “{entry.label}”"
        return ""
    expected = last.number[-1] + 1
    if number == expected or (entry.kind is Kind.POINT and (last.number[0], number) == (_D, _E)):
        return ""
    if number == 1 and not entry.titled and state.before is not last:
        return ""
    return (
        f"lặp lại “{entry.label}”" if number == last.number[-1] else f"sau “{last.label}” là “{entry.label}”"
    )


def _outer(entry: Entry, state: _State) -> Entry | None:
    """The heading whose number 1.1. repeats, None where there is no such heading to compare with."""
    if entry.kind is not Kind.DECIMAL:
        return None
    if len(entry.number) > 2:
        return state.open.get((_RANKS[Kind.DECIMAL], len(entry.number) - 1))
    return state.open.get(_CLAUSE)
