"""Quotation marks that do not open or do not close."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.marks import LoneMark, lone_marks, told
from nq57gen.checks.content.wording import once


def _without_straight_end(half: LoneMark) -> bool:
    """Whether a curly mark that stays open is followed by a straight one."""
    return half.opens and '"' in half.passage.text[half.start :]


@rule(
    "NN-01",
    "Dấu ngoặc kép mở thì phải đóng, đóng thì phải có mở",
    "thêm dấu “ ở đầu hoặc ” ở cuối phần được trích",
    bad=[
        "Thực hiện Nghị quyết về đột phá phát triển khoa học và chuyển đổi số quốc gia” trên địa bàn phường.",
        "Phát động phong trào “Bình dân học vụ số trên địa bàn phường.",
    ],
    good=[
        "Phát động phong trào “Bình dân học vụ số” trên địa bàn phường.",
        "Chương trình “Nâng cao kỹ năng số:\n- Cho người dân;\n- Cho cán bộ” được tổ chức hằng năm.",
    ],
)
def quotes(paper: Paper) -> Iterable[Found]:
    """Curly quotation marks without their other half."""
    yield from once(told(half) for half in lone_marks(paper, "“", "”") if not _without_straight_end(half))
