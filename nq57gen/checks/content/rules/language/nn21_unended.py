"""Paragraphs and items without a mark at their end."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.ends import FEWEST, MOST, end_of, lists_of, tail
from nq57gen.checks.content.wording import together

#: So few words are no sentence.
_SENTENCE = 10


@rule(
    "NN-21",
    "Đoạn văn, mục liệt kê thành câu có dấu kết thúc",
    "thêm dấu chấm hoặc dấu chấm phẩy ở cuối",
    bad=[
        "- Hồ sơ trực tuyến đạt 90% trở lên.\n- Phủ sóng 5G đạt 100% địa bàn\n- Chữ ký số 50%.\n- VNeID 80%.",
        "Phòng Văn hóa - Xã hội theo dõi, đôn đốc tiến độ và định kỳ tổng hợp kết quả thực hiện",
    ],
    good=[
        "- Công an phường\n- Trạm Y tế phường\n- Phòng Kinh tế",
        "- Thu nhận hồ sơ của người dân;\n- Cập nhật kết quả lên hệ thống;\n- Trả kết quả đúng hạn./.",
        "1. Mục tiêu chung của kế hoạch trên địa bàn phường năm nay\nBảo đảm tiến độ.",
    ],
)
def unended(paper: Paper) -> Iterable[Found]:
    """Paragraphs of prose and items without a sign at their end, where the others of their list have one."""
    found = [passage for items in lists_of(paper) for passage in _lacking(items)]
    for at, passage in enumerate(paper.passages):
        after = paper.passages[at + 1] if at + 1 < len(paper.passages) else None
        if _is_sentence(passage) and not (after and after.kind in (Kind.BULLET, Kind.ITEM, Kind.CELL)):
            found.append(passage)
    if found:
        found.sort(key=lambda passage: passage.at)
        said = f"“…{' '.join(found[0].text.split()[-5:])}” không có dấu kết thúc"
        yield together(list(map(tail, found)), said)


def _lacking(items: list[Passage]) -> list[Passage]:
    lacking = [item for item in items if not end_of(item.text) and not item.text.endswith("”")]
    enough = len(items) >= FEWEST and (len(items) - len(lacking)) >= MOST * len(items)
    return lacking if enough else []


def _is_sentence(passage: Passage) -> bool:
    text = passage.text
    return (
        passage.kind is Kind.PROSE
        and passage.rank > 0
        and len(text.split()) >= _SENTENCE
        and not end_of(text)
        and not text.endswith((")", "”"))
        and not text.isupper()
    )
