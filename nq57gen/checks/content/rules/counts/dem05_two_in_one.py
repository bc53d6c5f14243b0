"""Lines of a counted list that hold two targets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.listings import listings
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily

_PLAN = lazily(r"\((?:KH|kế hoạch|chỉ tiêu|giao|mục tiêu)[^()]*\d[^()]*\)", re.IGNORECASE)


@rule(
    "DEM-05",
    "Mỗi dòng liệt kê chỉ nêu một chỉ tiêu, như con số ở câu dẫn đã đếm",
    "tách thành hai dòng và đếm lại số chỉ tiêu",
    bad=[
        "* Có 2/3 chỉ tiêu đạt kế hoạch đề ra:\n- Tỷ lệ một đạt 100% (KH 80%).\n- Tỷ lệ hai (KH "
        "50%) và tỷ lệ ba (KH 60%) "
        "đạt kế hoạch."
    ],
    good=[
        "* Có 2/3 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ một đạt 100% (KH 80%).\n- Tỷ lệ hai đạt 70% (KH có từ 50%)."
    ],
)
def two_in_one(paper: Paper) -> Iterable[Found]:
    """Lines of a counted list of targets that hold two planned values."""
    for listing in listings(paper):
        said = [one for one in listing.counts if one.thing == "chi tieu"]
        for line in listing.lines if said else ():
            plans = _PLAN.findall(line.text)
            if len(plans) > 1:
                total = sum(max(1, len(_PLAN.findall(other.text))) for other in listing.lines)
                yield Found(
                    line.quoted(line.text.find(plans[0])),
                    f"dòng này nêu {len(plans)} chỉ tiêu {' và '.join(plans)}, cả danh sách là {total} "
                    f"chỉ tiêu, câu dẫn ghi {said[-1].written_in(listing.passage.text)}",
                )
