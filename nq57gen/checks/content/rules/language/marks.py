"""Marks that come in twos, and stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.wording import Slip, written
from nq57gen.patterns import lazily

#: "a)", "1)" at the head of something, "điểm a)": labels, no brackets.
_LABEL = lazily(r"(?:^|[\s,;])(?:[a-zđ]|\d{1,2}|[ivx]+)\)$")
_POINT = lazily(r"(?:[Đđ]iểm |, |và )[a-zđ]\)$")
#: A mark may close so many passages below the one that opens it.
_REACH = 8


@dataclass(frozen=True, slots=True)
class LoneMark:
    """A mark without its other half: where it stands, and whether it opens."""

    passage: Passage
    start: int
    opens: bool


def _alone(passage: Passage, opening: str, closing: str) -> Iterator[LoneMark]:
    """The marks of a passage that find no other half in it; labels left out."""
    open_at: list[int] = []
    for at, sign in enumerate(passage.text):
        if sign == opening:
            open_at.append(at)
        elif sign != closing:
            continue
        elif open_at and not _POINT.search(passage.text, 0, at + 1):
            open_at.pop()
        elif not open_at and not _LABEL.search(passage.text, 0, at + 1):
            yield LoneMark(passage, at, opens=False)
    yield from (LoneMark(passage, at, opens=True) for at in open_at)


def lone_marks(paper: Paper, opening: str, closing: str) -> Iterator[LoneMark]:
    """The marks that stay alone when one may close in a later paragraph below the same heading."""
    waiting: list[LoneMark] = []
    for passage in written(paper):
        if passage.kind in (Kind.HEADING, Kind.APPENDIX):
            yield from waiting
            waiting = []
        for half in _alone(passage, opening, closing):
            if half.opens:
                waiting.append(half)
            elif waiting and passage.at - waiting[-1].passage.at <= _REACH:
                waiting.pop()
            else:
                yield half
    yield from waiting


def told(half: LoneMark) -> Slip:
    """What to say of a mark, for :func:`~nq57gen.checks.content.wording.once`."""
    text, start = half.passage.text, half.start
    sign = text[start]
    if half.opens:
        words = " ".join(text[start:].split()[:6])
        return (sign, words), half.passage, start, start + 1, f"“{words}…” mở {sign} mà không đóng"
    words = " ".join(text[: start + 1].split()[-6:])
    return (sign, words), half.passage, start, start + 1, f"“…{words}” có {sign} mà không có dấu mở"
