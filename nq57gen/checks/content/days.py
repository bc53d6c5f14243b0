"""Days without a year ("01/6", "15/11"), told from fractions by the words around them."""

from __future__ import annotations

from nq57gen.checks.layout.wording import UPPER
from nq57gen.patterns import lazily

_DAY = r"(?<![\d/.,])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?![\d/]|[.,]\d|\s?%)"
#: What follows a day and no fraction.
_WHEN = (
    r"(?:hằng|hàng|mỗi) năm|năm (?:19|20)\d\d|năm (?:nay|sau|trước|tới|đó)|(?:dương|âm) lịch|vừa qua|tới đây"
)
_AND = r"(?:\s(?:và|hoặc|hay|đến|tới|đến hết)\s|\s?[–-]\s?)(?:(?:trước |sau |hết )?ngày )?"
_COMMA = r"\s?[,;]\s(?:(?:trước |sau |hết )?ngày )?"
#: Nothing that would be counted follows.
_ALONE = rf"(?=\s?[,;.:)–-]|\s*$|\s(?:{_WHEN}|và|hoặc|hay|đến|tới)(?!\w))"
_CHAIN = rf"{_DAY}(?:{_AND}{_DAY}|{_COMMA}{_DAY}{_ALONE})*"
_NAMED = rf"(?:dịp|lễ|đợt|mừng|kỷ niệm|hưởng ứng|[Nn]gày(?: [{UPPER}]\w*(?: \w+){{0,5}}?)?)(?: ngày)?"
_TIME = r"(?:[Tt]rước|[Ss]au|[Tt]ừ|[Đđ]ến|[Hh]ết|[Vv]ào|[Hh]ạn(?: cuối)?:?|(?:[Cc]hậm|[Mm]uộn) nhất)"

#: One or several days: after "ngày" or the name of a holiday; after a word of time, or before one.
DAYS = lazily(
    rf"(?<!\w){_NAMED} {_CHAIN}"
    rf"|(?<!\w){_TIME} {_CHAIN}{_ALONE}"
    rf"|{_CHAIN} (?:{_WHEN})(?!\w)"
)
