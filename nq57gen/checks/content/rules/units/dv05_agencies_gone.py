"""Agencies and units that are no more on the day of the document."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.counted import not_before
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.units.gone import Gone, gone
from nq57gen.checks.content.rules.units.heads import BEFORE, TODAY
from nq57gen.checks.content.rules.units.places import PAST, cited_in
from nq57gen.checks.content.wording import once, written
from nq57gen.checks.layout.wording import old_tones
from nq57gen.patterns import lazily
from nq57gen.vietnamese.dates import short_date

#: Before a name: what says that it is of the past.
_FORMER = lazily(
    r"(?:nguyên|trước đây|sáp nhập|hợp nhất|sắp xếp|kết thúc|bỏ|không tổ chức|không còn|giải thể|chuyển "
    r"từ|từ)\s*(?:các |hoạt động |của )*$",
    re.IGNORECASE,
)
#: An issuer may stand so far behind what names its document.
_NEAR = 60


@rule(
    "DV-05",
    "Không giao việc, báo cáo, viện dẫn cơ quan, đơn vị hành chính đã kết thúc hoạt động",
    "ghi cơ quan tiếp nhận nhiệm vụ; nếu nói về thời gian trước thì thêm “(cũ)” hoặc “trước đây”",
    bad=[
        TODAY + "Các nền tảng số được Bộ Thông tin và Truyền thông công bố.",
        TODAY + "Hệ thống của Bộ TT&TT.",
        TODAY + "Hướng dẫn của Bộ Thông tin Truyền thông.",
        TODAY + "Báo cáo UBND huyện trước ngày 30/6/2026.",
        TODAY + "Dữ liệu của Sở Lao động – Thương binh và Xã hội; Sở LĐ-TB&XH.",
        "@ xã Gia Phúc; ngày 10/4/2025; kế hoạch\nPhối hợp với Công an huyện; báo cáo UBND huyện.",
        TODAY + "Học tập mô hình của tỉnh Bình Phước.",
    ],
    good=[
        TODAY + "Bộ Khoa học và Công nghệ; Bộ Thông tin và Truyền thông (cũ).",
        TODAY + "Học tập kinh nghiệm của phường Thái Bình, tỉnh Bình Phước cũ.",
        TODAY + "Thông tư số 12/2022/TT-BTTTT ngày 12/8/2022 của Bộ Thông tin và Truyền thông.",
        TODAY + "Quyết định số 10/QĐ-UBND ngày 06/01/2025 của UBND huyện; không tổ chức cấp huyện.",
        BEFORE + "Bộ Thông tin và Truyền thông; UBND huyện.",
    ],
)
def no_more(paper: Paper) -> Iterable[Found]:
    """Agencies, districts and provinces that are no more on the day of the document."""
    day = not_before(paper)
    if day is not None:
        yield from once(_gone(paper, day))


def _gone(paper: Paper, day: datetime.date) -> Iterator[tuple[object, Passage, int, int, str]]:
    for passage in written(paper):
        for match in _pattern().finditer(passage.text):
            one = _by_name()[_plain(match.group())]
            if day <= one.last_day or passage.kind is Kind.NUMBER or _rightly(paper, passage, match, one):
                continue
            until = f"kết thúc hoạt động sau ngày {short_date(one.last_day)}"
            said = f"“{match.group()}” {until}, nay là {one.heirs} ({one.source})"
            yield one.name, passage, *match.span(), said


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", old_tones(text)).replace("–", "-").lower()


@functools.cache
def _by_name() -> dict[str, Gone]:
    return {_plain(name): one for one in gone() for name in (one.name, *one.also)}


@functools.cache
def _pattern() -> re.Pattern[str]:
    """All names by their first words, the longer first; either place of the tone mark, either dash."""
    firsts: dict[str, list[str]] = {}
    for name in sorted(_by_name(), key=len, reverse=True):
        first, _, rest = name.partition(" ")
        firsts.setdefault(first, []).append(re.escape(rest).replace(r"\ ", r"\s+"))
    each = "|".join(rf"{first}\s+(?:{'|'.join(rests)})" for first, rests in firsts.items())
    either = each.replace("ủy", "(?:ủy|uỷ)").replace("òa", "(?:òa|oà)").replace(r"\-", "[-–]")
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _rightly(paper: Paper, passage: Passage, match: re.Match[str], one: Gone) -> bool:
    """Whether what is no more is spoken of as such, or issued a document while it was."""
    if PAST.match(passage.text, match.end()) or _FORMER.search(passage.text[: match.start()]):
        return True
    return any(
        mention.start <= match.start() < mention.end + _NEAR
        for mention in cited_in(paper, passage)
        if (mention.date and mention.date <= one.last_day)
        or (mention.year and int(mention.year) < one.last_day.year)
    )
