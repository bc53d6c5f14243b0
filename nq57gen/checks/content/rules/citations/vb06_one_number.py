"""One number for each document."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.citations.catalogue import words_of
from nq57gen.checks.content.rules.citations.documents import alike

#: Kinds of which no two bear one title on one day; decisions do.
_ONE_A_TITLE = frozenset({"kế hoạch", "nghị quyết", "chương trình", "chỉ thị", "nghị định", "thông tư"})


@rule(
    "VB-06",
    "Một văn bản có một số, ký hiệu",
    "đối chiếu bản gốc rồi ghi cùng một số, ký hiệu ở mọi chỗ",
    severity=ERROR,
    bad=[
        "Kế hoạch số 16-KH/ĐU ngày 13/10/2025 về thực hiện Nghị quyết. Theo Kế hoạch số 16/KH-UBND ngày "
        "13/10/2025.",
        "Kế hoạch số 238/KH-UBND ngày 13/9/2025 của UBND tỉnh về chuyển đổi số năm 2025 trên địa bàn tỉnh.\n"
        "Kế hoạch số 283/KH-UBND ngày 13/9/2025 của UBND tỉnh về chuyển đổi số năm 2025 trên địa bàn tỉnh.",
    ],
    good=[
        "Quyết định số 243/QĐ-UBND ngày 05/8/2025 của UBND phường về việc thành lập Ban Chỉ đạo chuyển đổi "
        "số phường.\n"
        "Quyết định số 244/QĐ-UBND ngày 05/8/2025 của UBND phường về việc thành lập các Tổ công nghệ số cộng "
        "đồng.",
        "Kế hoạch số 17-KH/ĐU ngày 13/10/2025 của Đảng ủy phường; Kế hoạch số 17/KH-UBND ngày 13/10/2025 của "
        "UBND phường.",
    ],
)
def numbers(paper: Paper) -> Iterable[Found]:
    """Two numbers of one kind and date: other letters behind the same, or others over the same title."""
    firsts: dict[object, Mention] = {}
    for mention in mentions(paper):
        if mention.date:
            firsts.setdefault((mention.key, mention.date, mention.issuer_key), mention)
    told: set[frozenset[object]] = set()
    for one, other in combinations(firsts.values(), 2):
        pair: frozenset[object] = frozenset({one.key, other.key})
        if one.kind != other.kind or one.date != other.date or one.key == other.key or pair in told:
            continue
        if said := _two_numbers(one, other):
            told.add(pair)
            yield Found(other.quoted(), said)


def _two_numbers(one: Mention, other: Mention) -> str:
    if one.fits is False or other.fits is False:
        return ""  # VB-02 says so
    told = f"“{one.symbol}” ({one.passage.place}) và “{other.symbol}” cùng tên loại, cùng ngày {one.day}"
    if one.number.lstrip("0") == other.number.lstrip("0") and one.year == other.year:
        if (one.fits and other.fits) or (one.title and other.title and not alike(one.title, other.title)):
            return ""
        return f"{told}, cùng số {one.number}"
    same = one.issuer_key == other.issuer_key and one.parts == other.parts and one.kind in _ONE_A_TITLE
    words = words_of(one.title)
    return f"{told}, cùng trích yếu" if same and len(words) > 5 and words == words_of(other.title) else ""
