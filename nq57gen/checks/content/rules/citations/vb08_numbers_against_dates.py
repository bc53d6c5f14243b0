"""Numbers that run against their dates."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.content.counted import OWN, level_of, run_of
from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule

#: One number in so many may be wrong; more is no order at all.
_MIXED = 4


@rule(
    "VB-08",
    "Số văn bản của một cơ quan trong một năm tăng theo ngày ban hành",
    "đối chiếu sổ văn bản rồi sửa số hoặc ngày",
    bad=[
        "- Kế hoạch số 10/KH-UBND ngày 22/7/2025;\n"
        "- Kế hoạch số 24/KH-UBND ngày 13/8/2025;\n"
        "- Kế hoạch số 32/KH-UBND ngày 19/8/2025;\n- Kế hoạch số 23/KH-UBND ngày 21/8/2025.",
    ],
    good=[
        "- Kế hoạch số 10/KH-UBND ngày 22/7/2025;\n"
        "- Kế hoạch số 46/KH-UBND ngày 28/8/2025;\n"
        "- Kế hoạch số 47/KH-UBND ngày 28/8/2025;\n"
        "- Kế hoạch số 05/KH-UBND ngày 20/01/2026;\n"
        "- Quyết định số 12/QĐ-UBND ngày 01/10/2025;\n- Kế hoạch số 36/KH-UBND ngày 06/9/2025 của UBND tỉnh.",
    ],
)
def runs(paper: Paper) -> Iterable[Found]:
    """Numbers of one run that go against their dates: as few as must be wrong for the others to be right."""
    for run in _runs(paper).values():
        yield from _against(run)


def _runs(paper: Paper) -> dict[object, list[Mention]]:
    """The mentions of each run of numbers, each document once, by number; those with two dates left out."""
    seen: dict[object, dict[int, list[Mention]]] = {}
    for mention in mentions(paper):
        run = run_of(mention)
        if run is None or not mention.number.isdigit() or mention.year or mention.fits is False:
            continue
        level = level_of(paper, mention) or (OWN if mention.end_part == "UBND" else "")
        letters = mention.parts if mention.abbreviation else mention.parts[:1]
        seen.setdefault((letters, level, run), {}).setdefault(int(mention.number), []).append(mention)
    return {
        run: [ones[0] for _, ones in sorted(by_number.items()) if len({one.date for one in ones}) == 1]
        for run, by_number in seen.items()
    }


def _against(run: Sequence[Mention]) -> Iterator[Found]:
    kept = _longest([mention.date for mention in run if mention.date])
    if len(run) - len(kept) > max(1, len(run) // _MIXED):
        return  # so much against each other: documents of several issuers
    for at, mention in enumerate(run):
        if at in kept:
            continue
        before = max((index for index in kept if index < at), default=None)
        after = min((index for index in kept if index > at), default=None)
        beside = [run[index] for index in (before, after) if index is not None]
        against = [
            one
            for one in beside
            if one.date
            and mention.date
            and (one.date > mention.date) == (int(one.number) < int(mention.number))
        ]
        beside = against or beside
        told = ", ".join(f"số {one.number} ngày {one.day} ({one.passage.place})" for one in beside)
        yield Found(mention.quoted(), f"số {mention.symbol} ngày {mention.day}, trong khi {told}")


def _longest(days: Sequence[datetime.date]) -> set[int]:
    """The indexes of the longest part of ``days`` that never falls."""
    tails: list[datetime.date] = []
    ends: list[int] = []
    before: list[int] = []
    for at, day in enumerate(days):
        place = bisect.bisect_right(tails, day)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1], ends[place : place + 1] = [day], [at]
    found: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
