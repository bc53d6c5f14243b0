"""One target with two leading offices."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from nq57gen.checks.content.indicators import indicators
from nq57gen.checks.content.offices import office_key, offices_in
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.examples import STAGED_TABLES
from nq57gen.checks.content.rules.targets.same_targets import same_targets, short_name


@rule(
    "NV-03",
    "Một chỉ tiêu do một cơ quan chủ trì",
    "thống nhất cơ quan chủ trì ở hai bảng",
    bad=[STAGED_TABLES.format("100", "Công an phường", "80%")],
    good=[STAGED_TABLES.format("100", "Phòng Văn hóa - Xã hội", "80%")],
)
def two_leads(paper: Paper) -> Iterable[Found]:
    """The same target in two tables with leading offices that are not the same."""
    leads = {(one.source, one.name): one for one in indicators(paper) if one.lead}
    for (source, name), (other_source, other_name) in itertools.combinations(leads, 2):
        if source == other_source or (name, other_name) not in same_targets(paper):
            continue
        one, other = leads[source, name], leads[other_source, other_name]
        first = {office_key(office) for office in offices_in(one.lead)}
        second = {office_key(office) for office in offices_in(other.lead)}
        if "" not in first | second and not first & second:
            yield Found(
                f"{one.place}: “{short_name(one.name)}”",
                f"“{one.lead}”, còn ở {other.place} (“{short_name(other.name)}”) là “{other.lead}”",
            )
