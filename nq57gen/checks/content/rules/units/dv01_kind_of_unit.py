"""Words for another kind of commune than the unit's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.units.places import IN_LIST_AFTER, KINDS, LEVELS, NAMED, PAST, WORDS
from nq57gen.checks.content.wording import once, written
from nq57gen.patterns import lazily
from nq57gen.vietnamese.syllables import fold

_IN_LIST_BEFORE = lazily(rf"{LEVELS}(?:\s*[,/-]|\s+(?:và|hoặc|hay))\s*$", re.IGNORECASE)
#: Before the word: many units, or another word of which it is a part.
_BEFORE = lazily(
    r"(?:\d|(?<!\w)(?:hợp tác|cấp|các|mỗi|từng|nhiều|số|những|liên|thị|mọi|loại|một|hai|ba|làng|làm|thành "
    r"lập|các loại|mô hình|tiêu chí|danh hiệu|danh sách|giữa|ngoài|toàn bộ các))\s*$",
    re.IGNORECASE,
)
#: Up to three words before it: offices of many units.
_MANY = lazily(r"(?<!\w)(?:các|những|mỗi|từng|mọi)(?: [^\W\d]+){1,3} $", re.IGNORECASE)
#: Behind the word: another word of which it is a part, or a kind of commune as such.
_AFTER = lazily(
    r"[\s-]*(?:hội|viên|tắc|luận|giao|nông thôn|đạt|thông minh|nghèo|đảo|biên giới|miền|vùng|khu vực|đặc "
    r"biệt|an toàn|thương mại|điểm|loại|kinh tế|này|đó|khác|bạn|kia|phường|xã|mới|cũ)(?!\w)",
    re.IGNORECASE,
)


@rule(
    "DV-01",
    "Từ chỉ loại đơn vị phải đúng với đơn vị ban hành: văn bản của phường ghi “phường”, của xã ghi “xã”",
    "sửa lại cho đúng loại đơn vị; thường do chép từ văn bản của đơn vị khác",
    bad=[
        "| TT | Chỉ tiêu | Chủ trì |\n"
        "| 1 | Tài khoản định danh | Công an xã |\n| 2 | Ứng dụng | Công an phường |",
        "Xây dựng Kế hoạch triển khai trên địa bàn xã năm 2026.",
        "@ xã Gia Phúc; năm 2025; báo cáo\nUBND phường đã ban hành nhiều văn bản.",
        "Trạm y tế xã; Trạm Y tế xã phối hợp.",
    ],
    good=[
        "Cán bộ cấp xã, phường; hợp tác xã; kinh tế - xã hội; các xã, phường; xã/phường; phường và xã; 12 "
        "xã; UBND xã Gia Phúc; an sinh xã hội; toàn xã hội; xã nông thôn mới; Phòng Văn hóa - Xã hội; mạng "
        "xã hội; cấp xã.",
        "@ xã Gia Phúc; năm 2025; báo cáo\nUBND xã; cấp xã, phường; phường Minh Hưng; các phường.",
    ],
)
def kind_words(paper: Paper) -> Iterable[Found]:
    """A bare "xã" in the document of a ward, "phường" in that of a commune."""
    if paper.unit_kind not in KINDS:
        return
    others = [kind for kind in (*KINDS, "thị trấn") if kind != paper.unit_kind]
    pattern = re.compile(rf"(?<!\w)({'|'.join(others)})(?!\w)", re.IGNORECASE)
    yield from once(
        found
        for passage in written(paper)
        for match in pattern.finditer(passage.text)
        for found in _left(paper, passage, match)
    )


def _left(
    paper: Paper, passage: Passage, match: re.Match[str]
) -> Iterator[tuple[object, Passage, int, int, str]]:
    text, start, end = passage.text, match.start(), match.end()
    before = text[:start]
    if match.group().isupper() and not text.isupper():
        return
    if _MANY.search(before) or _BEFORE.search(before) or _IN_LIST_BEFORE.search(before):
        return
    if PAST.match(text, end) or _AFTER.match(text, end) or IN_LIST_AFTER.match(text, end):
        return
    if NAMED.match(text, end) and not text.isupper():
        return
    words = [word.start() for word in WORDS.finditer(before)][-3:]
    first = words[0] if words and before[words[0] :].strip(" ").count(",") == 0 else start
    shown = text[first:end]
    said = f"“{shown}” trong văn bản của {paper.unit_kind} {paper.unit}"
    yield fold(shown).lower(), passage, first, end, said
