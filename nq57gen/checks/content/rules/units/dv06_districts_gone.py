"""Districts spoken of as a level of government that is there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.counted import FORMED, not_before
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.units.heads import BEFORE, TODAY
from nq57gen.checks.content.rules.units.places import FORMER_TIME, IN_LIST_AFTER, NAME, cited_in, sentence
from nq57gen.checks.content.wording import once, without_quotes, written
from nq57gen.patterns import lazily

#: A bare "huyện" behind what only a present level of government does or has.
_DISTRICT = lazily(
    r"(?<!\w)(?:(?:của|do|đề nghị|kiến nghị|báo cáo|trình|cho) (?:quận|huyện)"
    r"|(?:quận|huyện) (?:giao|chỉ đạo))(?!\w)",
    re.IGNORECASE,
)
#: Behind it: a name or a word of which it is a part.
_NO_LEVEL = lazily(rf"\s*(?:{NAME}(?!\w)|\d|(?:đảo|lỵ|lị|ủy|uỷ|đội|đoàn|bạn|khác|nghèo|này|đó)(?!\w))")


@rule(
    "DV-06",
    "Từ ngày 01/7/2025 không còn cấp huyện: không giao việc, báo cáo, nói “của quận”, “do huyện” như một cấp "
    "đang hoạt động",
    "ghi xã, phường hoặc cấp tỉnh có thẩm quyền; nếu nói về thời gian trước thì thêm “(cũ)” hoặc “trước đây”",
    bad=[
        TODAY + "Xây dựng kế hoạch chuyển đổi số của quận cho từng giai đoạn.",
        TODAY + "Tham gia các lớp tập huấn do huyện tổ chức.",
        TODAY + "Đã đề nghị huyện cấp kinh phí; hoàn thành nhiệm vụ huyện giao.\nKinh phí do huyện giao.",
    ],
    good=[
        TODAY + "Hồ sơ của huyện trước đây; trụ sở của huyện (cũ); kho của huyện Chơn Thành; của huyện đảo.",
        TODAY + "Trụ sở do huyện bàn giao. Năm 2024, đề án của huyện đạt kết quả. Của quận, huyện, thị xã.",
        TODAY
        + "Kế hoạch số 15/KH-UBND ngày 06/01/2025 của UBND thị xã về hạ tầng của huyện; phong trào “Sức trẻ "
        "của huyện”.",
        BEFORE + "Kế hoạch của huyện; do huyện giao.",
    ],
)
def districts(paper: Paper) -> Iterable[Found]:
    """A bare "quận" or "huyện" as a level of government that is there (Law 72/2025/QH15, article 1)."""
    day = not_before(paper)
    if day is None or day < FORMED:
        return
    yield from once(
        ("huyện", passage, *match.span(), f"“{match.group()}”")
        for passage in written(paper)
        if passage.kind is not Kind.NUMBER
        for match in _DISTRICT.finditer(without_quotes(passage.text))
        if not _NO_LEVEL.match(passage.text, match.end())
        and not IN_LIST_AFTER.match(passage.text, match.end())
        and not FORMER_TIME.search(sentence(passage.text, match.start()))
        and not _in_a_title(paper, passage, match.start())
    )


def _in_a_title(paper: Paper, passage: Passage, at: int) -> bool:
    """Whether a place stands behind the number of a document, in what may be its title."""
    text = passage.text
    return any(
        mention.end <= at and not re.search(r"[.;](?=\s)", text[mention.end : at])
        for mention in cited_in(paper, passage)
        if mention.titled or (mention.date and mention.date < FORMED)
    )
