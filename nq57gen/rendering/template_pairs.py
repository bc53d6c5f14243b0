"""Tags that open and tags that close: each pair at one level and in one place.

What opens in a cell must close in that cell, so the tags of each place are matched by themselves: one mistake
stays where it is. What is left over in two places may be one pair torn apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from nq57gen.messages.packs import PAIR_FAULTS
from nq57gen.rendering.template_tags import Tag

if TYPE_CHECKING:
    from lxml import etree

_OPENERS = {"endfor": "for", "endif": "if"}
_CLOSERS = {opener: closer for closer, opener in _OPENERS.items()}
#: What the two tags of a pair share, by level.
_CONTAINERS = {"": "đoạn", "r": "đoạn", "p": "ô hoặc phần", "tc": "hàng", "tr": "bảng"}


class PairFault(NamedTuple):
    """A tag without a partner: reason and hint of M104."""

    tag: Tag
    reason: str
    hint: str


def pair_faults(tags: Sequence[Tag]) -> list[PairFault]:
    """Return the tags of a part that have no partner, in the order of the part."""
    places: dict[etree._Element | None, list[Tag]] = {}
    for tag in tags:
        places.setdefault(tag.container, []).append(tag)
    faults: list[PairFault] = []
    unclosed: list[tuple[Tag, Tag | None]] = []
    unopened: list[Tag] = []
    for own in places.values():
        place = _Place(own)
        faults += place.faults
        unclosed += place.unclosed
        unopened += place.unopened
    faults += _torn_apart(unclosed, unopened)
    order = {id(tag): number for number, tag in enumerate(tags)}
    return sorted(faults, key=lambda fault: order[id(fault.tag)])


class _Place:
    """The tags of one place, matched: ``unclosed`` and ``unopened`` have nobody here."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self.faults: list[PairFault] = []
        self.unopened: list[Tag] = []
        self.unclosed: list[tuple[Tag, Tag | None]] = []  # each with the end before which it should close
        self._open: list[Tag] = []
        self._orphans: list[Tag] = []  # of a condition whose beginning is missing
        for number, tag in enumerate(tags):
            if tag.keyword in _CLOSERS:
                self._open.append(tag)
            elif tag.keyword in _OPENERS:
                self._close(tag, tags[number + 1 :])
            elif tag.keyword in ("else", "elif"):
                self._branch(tag, tags[number + 1 :])
        left = (tag for tag in self._open if not any(tag is orphan for orphan in self._orphans))
        self.unclosed += ((tag, None) for tag in left)

    def _branch(self, tag: Tag, rest: Sequence[Tag]) -> None:
        while tag.keyword == "elif" and self._is_in_loop() and not self._will_close(self._open[-1], rest):
            self.unclosed.append((self._open.pop(), tag))
        opener = self._open[-1] if self._open else None
        if opener is None or (tag.keyword == "elif" and opener.keyword == "for"):
            self.faults.append(_fault("unopened", tag))
            self._open.append(tag)  # its end belongs to it
            self._orphans.append(tag)
        elif opener.level != tag.level:
            self.faults.append(_fault("level", tag, opener))

    def _is_in_loop(self) -> bool:
        """Whether a loop is open inside a condition."""
        loop = bool(self._open) and self._open[-1].keyword == "for"
        return loop and any(_is_one(one, "if") for one in self._open)

    def _close(self, tag: Tag, rest: Sequence[Tag]) -> None:
        wanted = _OPENERS[tag.keyword]
        while self._open and not _is_one(self._open[-1], wanted):
            opener = self._open[-1]
            if self._will_close(opener, rest):
                self.faults.append(_fault("other", tag, opener))
                return
            if not any(_is_one(one, wanted) for one in self._open):
                self.faults.append(_fault("other", tag, self._open.pop()))
                return
            self.unclosed.append((self._open.pop(), tag))
        if not self._open:
            self.unopened.append(tag)
        elif (opener := self._open.pop()).level != tag.level:
            self.faults.append(_fault("level", tag, opener))

    def _will_close(self, opener: Tag, rest: Sequence[Tag]) -> bool:
        """Whether as many ends follow as are still open, so that the end before them is one too many."""
        kind = opener.keyword if opener.keyword in _CLOSERS else "if"
        still = sum(_is_one(one, kind) for one in self._open)
        ends = sum(tag.keyword == _CLOSERS[kind] for tag in rest) - sum(tag.keyword == kind for tag in rest)
        return ends >= still


def _is_one(opener: Tag, keyword: str) -> bool:
    """Whether an open tag is closed as ``keyword`` is; one of ``else`` and ``elif`` stands for its ``if``."""
    return opener.keyword == keyword or (keyword == "if" and opener.keyword in ("else", "elif"))


def _torn_apart(unclosed: Sequence[tuple[Tag, Tag | None]], unopened: list[Tag]) -> Iterator[PairFault]:
    """Yield what is left over; an end somewhere else than its beginning is told with it."""
    for opener, before in unclosed:
        closer = next((tag for tag in unopened if tag.keyword == _CLOSERS[opener.keyword]), None)
        if closer is None:
            yield _fault("open_before" if before else "open", opener, before)
            continue
        unopened.remove(closer)
        yield _fault("level" if opener.level != closer.level else "place", closer, opener)
    for closer in unopened:
        yield _fault("unopened", closer)


def _fault(kind: str, tag: Tag, other: Tag | None = None) -> PairFault:
    """Say what is wrong between ``tag`` and ``other``."""
    reason, hint = PAIR_FAULTS[kind]
    opener = other if kind in ("other", "level") and other is not None else tag
    keyword = opener.keyword if opener.keyword in _CLOSERS else "if"
    values = {
        "other": other.source if other else "",
        "place": other.spot.place if other else "",
        "closer": f"{{%{opener.level} {_CLOSERS[keyword]} %}}",
        "type": f"{{%{opener.level} {tag.code[2:-2].strip()} %}}",
        "container": _CONTAINERS[tag.level],
    }
    return PairFault(tag, reason.format(**values), hint.format(**values))
