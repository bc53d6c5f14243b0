"""The days of cited documents: in the order of their numbers, not after the document itself, real."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.content.counted import OWN, level_of, run_of, year_of
from nq57gen.checks.content.mentions import Mention, date_of, mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.citations_central import misdated
from nq57gen.checks.content.wording import once, written
from nq57gen.vietnamese.dates import short_date

_DAY = re.compile(
    r"(?<![\d/.,-])(\d{1,2})(?:(?P<sign>[/.-])(\d{1,2})(?P=sign)|\s+tháng\s+(\d{1,2})\s+năm\s+)((?:19|20)\d\d)(?![\d/]|\.\d)"
)

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


@rule(
    "VB-09",
    "Văn bản viện dẫn phải ban hành trước hoặc cùng ngày với văn bản này",
    "sửa ngày của văn bản viện dẫn",
    severity=ERROR,
    bad=[
        "@ phường Minh Hưng, tỉnh Đồng Nai; ngày 05/3/2026; kế hoạch\n"
        "Kế hoạch số 91/KH-UBND ngày 12/5/2026 của UBND tỉnh.",
    ],
    good=[
        "@ phường Minh Hưng, tỉnh Đồng Nai; ngày 05/3/2026; kế hoạch\n"
        "Kế hoạch số 91/KH-UBND ngày 05/3/2026 của UBND tỉnh. Báo cáo trước ngày 30/6/2026.",
    ],
)
def later(paper: Paper) -> Iterable[Found]:
    """Cited documents that are younger than the one that cites them; of a draft, those of a later year."""
    year = year_of(paper)
    last = paper.date or (datetime.date(year, 12, 31) if year else None)
    if last is None:
        return
    of = f"ngày {short_date(last)}" if paper.date else f"năm {year}"
    yield from once(
        (
            mention.key,
            mention.passage,
            mention.start,
            mention.end,
            f"{mention.shown} ngày {mention.day}, sau văn bản này ({of})",
        )
        for mention in mentions(paper)
        if mention.date and mention.date > last and not misdated(mention)
    )


@rule(
    "VB-10",
    "Ngày tháng ghi trong văn bản phải có thật",
    "sửa ngày, tháng",
    severity=ERROR,
    bad=[
        "Kế hoạch số 17/KH-UBND ngày 31/9/2025 của UBND phường.",
        "Hoàn thành trước ngày 29 tháng 02 năm 2026.",
    ],
    good=["Ngày 28/02/2026 và ngày 30 tháng 4 năm 2026; địa chỉ 10.20.2025.11; số 30/2020/NĐ-CP; 06/QĐ-TTg."],
)
def possible(paper: Paper) -> Iterable[Found]:
    """Days that no calendar has."""
    yield from once(
        (match.group(), passage, match.start(), match.end(), f"không có ngày {match.group()}")
        for passage in written(paper)
        for match in _DAY.finditer(passage.text)
        if date_of(match.group()) is None
    )
