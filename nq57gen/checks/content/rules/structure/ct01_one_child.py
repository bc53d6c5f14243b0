"""A numbered level with a single member."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.outline import outline, shown


@rule(
    "CT-01",
    "Đã chia mục thì phải có từ hai mục con trở lên",
    "thêm mục còn thiếu, hoặc bỏ số và gộp vào mục trên",
    bad=[
        "I. KẾT QUẢ\n1. Hạ tầng số\n- Phủ sóng 5G.\nII. NHIỆM VỤ\n1. Thể chế\n2. Hạ tầng",
        "1. Kết quả\n1.1. Về chỉ đạo\n- Ban hành kế hoạch.\n2. Hạn chế\n3. Nguyên nhân",
    ],
    good=[
        "I. KẾT QUẢ\n1. Hạ tầng số\n2. Dữ liệu số\nII. NHIỆM VỤ",
        "I. KẾT QUẢ\n- Phủ sóng 5G.\nII. NHIỆM VỤ",
    ],
)
def one_child(paper: Paper) -> Iterable[Found]:
    """A numbered level with a single member."""
    for siblings in outline(paper):
        only = siblings.passages[0]
        if len(siblings.passages) == 1 and only.number[-1] == 1 and siblings.parent:
            above = siblings.parent.label or siblings.parent.text
            yield Found(shown(only), f"“{above}” chỉ có một mục con là “{only.label}”")
