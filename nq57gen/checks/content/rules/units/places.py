"""Places as a text names them, and the documents cited beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.patterns import lazily

#: The kinds of units a commune's document can be of.
KINDS = ("xã", "phường", "đặc khu")
#: A name as a text writes it: up to four words that begin with a capital.
NAME = rf"[{UPPER}][{LOWER}’']*(?:[ -](?!(?:Quy|Kế|Về|Ban)(?!\w))[{UPPER}][{LOWER}’']*){{0,4}}"
#: What stands before a name that is rightly another's.
PARTNER = lazily(
    r"(?:phối hợp|cùng|giáp|liên kết|kinh nghiệm|mô hình|trao đổi|kết nghĩa|so với|trước đây)"
    r"(?: [^,;.“”]{0,25})?$"
    r"|(?<!\w)(?:với|giữa|nguyên|sáp nhập|hợp nhất|nhập|các|những|hoặc|từ|tách|khu vực)$",
    re.IGNORECASE,
)
#: Somewhere before a name: how units were made of others.
MERGED = lazily(r"sáp nhập|sắp xếp|hợp nhất|nhập (?:toàn bộ|nguyên trạng)|trên cơ sở", re.IGNORECASE)
#: What stands behind the name of what is no more, a name of a place between.
PAST = lazily(
    rf"(?: (?:\d+|{NAME}))?\s*(?:\([^()]{{0,30}})?"
    r"(?<!\w)(?:cũ|chuyển|trước đây|trước khi|trước sáp nhập|trước sắp xếp|nay là)(?!\w)"
)
#: In a sentence: that it tells of the time before the units of today.
FORMER_TIME = lazily(
    r"(?<!\w)(?:cũ|trước đây|trước khi|trước ngày|trước sáp nhập|trước sắp xếp|nguyên là|nay là|thời kỳ"
    r"|chuyển giao(?! (?:công nghệ|kỹ thuật|khoa học|tri thức))"
    r"|tiếp nhận từ|bàn giao|kết thúc|giải thể|bãi bỏ|không tổ chức|không còn)(?!\w)"
    r"|sáp nhập|sắp xếp|hợp nhất|(?<!\d)(?:19\d\d|20[01]\d|202[0-4])(?!\d)",
    re.IGNORECASE,
)
_SENTENCE_END = lazily(r"[.;](?=\s|$)")
#: The words for the kinds of units on every level, as a pattern.
LEVELS = r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố)"
#: Behind such a word: another one, joined to it.
IN_LIST_AFTER = lazily(rf"\s*(?:[,/-]|(?:và|hoặc|hay)(?=\s))\s*(?:các\s+)?{LEVELS}(?!\w)", re.IGNORECASE)
#: Behind such a word: a name or a number.
NAMED = lazily(rf"\s+(?:{NAME}|\d)")
WORDS = lazily(rf"[{LOWER}{UPPER}]+")


def sentence(text: str, at: int) -> str:
    """The sentence, or the part between semicolons, in which the place ``at`` of a text stands."""
    start = max((end.end() for end in _SENTENCE_END.finditer(text, 0, at)), default=0)
    end = _SENTENCE_END.search(text, at)
    return text[start : end.start() if end else len(text)]


def cited_in(paper: Paper, passage: Passage) -> Iterator[Mention]:
    """The documents named in one passage, in its order."""
    return (mention for mention in mentions(paper) if mention.passage.at == passage.at)
