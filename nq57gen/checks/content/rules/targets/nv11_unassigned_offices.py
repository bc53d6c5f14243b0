"""Leading offices of the appendices that the assignments do not name."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.assignments import assigned, leading_offices, title_key
from nq57gen.checks.content.rules.targets.examples import ASSIGNED, HEALTH_STATION
from nq57gen.vietnamese.syllables import fold


@rule(
    "NV-11",
    "Cơ quan chủ trì ở phụ lục được giao việc trong phần tổ chức thực hiện",
    "thêm một mục cho cơ quan này ở phần tổ chức thực hiện",
    bad=[ASSIGNED.format("Phòng Kinh tế", "Bố trí kinh phí.", "Trạm y tế phường")],
    good=[ASSIGNED.format(HEALTH_STATION, "Chủ trì các nhiệm vụ tại Phụ lục I.", "Trạm y tế")],
)
def unnamed(paper: Paper) -> Iterable[Found]:
    """Leading offices that no title of the section names, all in one finding."""
    titles = assigned(paper)
    if not titles:
        return
    keys = {title_key(title) for title in titles}
    said = fold(
        " ".join(passage.full for title in titles for passage in (title, *paper.below(title)))
    ).lower()
    missing = [
        rows
        for key, rows in leading_offices(paper).items()
        if key not in keys and not any(fold(office).lower() in said for office, _, _ in rows)
    ]
    if missing:
        listed = ", ".join(f"“{rows[0][0]}” ({len(rows)} hàng, {rows[0][2]})" for rows in missing)
        first = missing[0][0]
        yield Found(f"{first[2]}: “{first[0]}”", f"phần tổ chức thực hiện không có mục nào cho {listed}")
