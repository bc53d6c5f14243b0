"""Offices told to lead what an appendix lists, that lead no row of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.assignments import (
    APPENDIX,
    appendix_number,
    assigned,
    leading_offices,
    title_key,
)
from nq57gen.checks.content.rules.targets.examples import ASSIGNED, HEALTH_STATION
from nq57gen.vietnamese.syllables import fold


@rule(
    "NV-12",
    "Cơ quan được giao chủ trì nhiệm vụ tại phụ lục có hàng chủ trì ở phụ lục đó",
    "bỏ phụ lục này khỏi mục của cơ quan, hoặc giao việc cho cơ quan trong phụ lục",
    bad=[ASSIGNED.format(HEALTH_STATION, "Chủ trì các nhiệm vụ tại Phụ lục I.", "Công an phường")],
    good=[
        ASSIGNED.format(HEALTH_STATION, "Chủ trì các nhiệm vụ tại Phụ lục I.", "Trạm y tế"),
        ASSIGNED.format(HEALTH_STATION, "Phối hợp thực hiện nhiệm vụ tại Phụ lục I.", "Công an phường"),
    ],
)
def without_rows(paper: Paper) -> Iterable[Found]:
    """Offices told to lead what an appendix lists, that lead no row of it: all in one finding."""
    parts = {
        number: passage.part
        for passage in paper.passages
        if passage.kind is Kind.APPENDIX and (number := appendix_number(passage.text))
    }
    grids = {grid.part for grid in paper.grids if roles(grid).lead is not None}
    found: list[tuple[str, str]] = []
    for title in assigned(paper):
        key = title_key(title)
        leads = {part for _, part, _ in leading_offices(paper).get(key, [])}
        told = {number: (passage, printed) for number, passage, printed in _told_to_lead(paper, title)}
        for number, (passage, printed) in told.items() if key else ():
            part = parts.get(number)
            if part in grids and part not in leads:
                said = f"“{title.text.strip(' :')}” ở {printed}"
                found.append((passage.quoted(max(0, passage.text.find(printed) - 40)), said))
    if found:
        yield Found(
            found[0][0], "không có hàng nào do cơ quan này chủ trì: " + "; ".join(said for _, said in found)
        )


def _told_to_lead(paper: Paper, title: Passage) -> Iterator[tuple[int, Passage, str]]:
    for passage in paper.below(title):
        if re.match(r"chu tri", fold(passage.text).lower()):
            for match in APPENDIX.finditer(passage.text):
                if number := appendix_number(match[0]):
                    yield number, passage, match[0]
