"""Offices with a section of their own and without work in an appendix."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.indicators import office_columns
from nq57gen.checks.content.offices import office_key, offices_in
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.assignments import APPENDIX, assigned, title_key
from nq57gen.checks.content.rules.targets.examples import ASSIGNED, HEALTH_STATION


@rule(
    "NV-13",
    "Cơ quan có mục riêng ở phần tổ chức thực hiện có việc trong phụ lục",
    "giao việc cho cơ quan trong phụ lục, hoặc dẫn phụ lục trong mục của cơ quan",
    bad=[ASSIGNED.format("Trung tâm Dịch vụ tổng hợp phường", "Đẩy mạnh tuyên truyền.", "Công an phường")],
    good=[ASSIGNED.format(HEALTH_STATION, "Đẩy mạnh tuyên truyền.", "Trạm y tế")],
)
def without_work(paper: Paper) -> Iterable[Found]:
    """Offices with a title of their own and in no appendix, where the other titles refer to one."""
    titles = [title for title in assigned(paper) if title_key(title)]
    texts = {title.at: " ".join(passage.text for passage in paper.below(title)) for title in titles}
    referring = [title for title in titles if APPENDIX.search(texts[title.at])]
    if len(referring) * 2 <= len(titles):
        return
    named = {
        office_key(office)
        for grid in paper.grids
        for at in office_columns(grid)
        for row in grid.data
        for office in offices_in(row.cells[at].text)
    }
    for title in titles:
        if title not in referring and title_key(title) not in named:
            yield Found(
                f"{title.place}: “{title.text[:60]}”",
                "mục này không dẫn phụ lục, cơ quan không có ở hàng nào của phụ lục",
            )
