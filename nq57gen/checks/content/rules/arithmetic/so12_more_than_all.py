"""Percentages above 100 of what cannot be more than whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import quantities, sentences
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily

_COMPARED = lazily(
    r"kế hoạch|dự toán|so với|cùng kỳ|chỉ tiêu|vượt|tăng|giảm|nhu cầu|công suất|mục tiêu"
    r"|trước đó|(?:năm|quý|tháng|kỳ) trước",
    re.IGNORECASE,
)
#: What a percentage in such a sentence is of is all there is.
_OF_ALL = lazily(r"t[ỷỉ] lệ|bảo đảm|đảm bảo|phấn đấu", re.IGNORECASE)

#: Before a percentage of all things done, and what is counted one by one: none can be more than all of it.
_IN_TIME = lazily(r"(?<!\w)(?:đúng|trước|quá) hạn[^\d;.]{0,30}$", re.IGNORECASE)
_THINGS = lazily(
    r"can bo|cong chuc|vien chuc|ho so|thu tuc|nguoi dan|nguoi lao dong|ho gia dinh|ho dan|ho kinh doanh"
    r"|thon(?!\w)|to dan pho|khu pho|co quan|don vi|doanh nghiep|hoc sinh|giao vien|truong(?!\w)|dang vien"
)


@rule(
    "SO-12",
    "Tỷ lệ của một phần so với tổng thể không quá 100%",
    "kiểm tra lại tỷ lệ",
    bad=[
        "Tỷ lệ cán bộ được bồi dưỡng kỹ năng số đạt 103% (kế hoạch 80%).",
        "Bảo đảm 110% hồ sơ được cập nhật.",
        "Giải quyết đúng hạn 985%.",
        "Bồi dưỡng kỹ năng số đến 120% cán bộ, công chức.",
    ],
    good=[
        "Thu ngân sách đạt 103% dự toán, bằng 112% so với cùng kỳ. Tỷ lệ số hóa đạt 100%.",
        "Hoàn thành vượt mức, đạt 120% kế hoạch giao; tiếp nhận bằng 150% hồ sơ của quý trước.",
        "Tiếp nhận hồ sơ tăng 150%; thu hút 120% lượng khách.",
    ],
)
def more_than_all(paper: Paper) -> Iterable[Found]:
    """Percentages above 100 in sentences that compare with nothing."""
    for passage in paper.text_and_cells():
        for start, sentence in sentences(passage.text):
            bare = re.sub(r"\([^()]*\)", "", sentence)
            if _COMPARED.search(bare):
                continue
            of_all = _OF_ALL.search(sentence)
            for one in quantities(sentence):
                part = of_all or _IN_TIME.search(sentence[: one.start]) or _THINGS.match(" ".join(one.unit))
                if one.percent and one.value > 100 and part:
                    yield Found(passage.quoted(start + one.start, start + one.end), f"ghi {one.written}")
