"""Agencies and units that are no more on the day of the document."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.counted import FORMED, not_before
from nq57gen.checks.content.home import FORMER_TIME, NAME, PAST, Gone, gone, sentence
from nq57gen.checks.content.mentions import mentions
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import once, without_quotes, written
from nq57gen.checks.layout.wording import old_tones
from nq57gen.vietnamese.dates import short_date

#: Before a name: what says that it is of the past.
_FORMER = re.compile(
    r"(?:nguyên|trước đây|sáp nhập|hợp nhất|sắp xếp|kết thúc|bỏ|không tổ chức|không còn|giải thể|chuyển "
    r"từ|từ)\s*(?:các |hoạt động |của )*$",
    re.IGNORECASE,
)
#: An issuer may stand so far behind what names its document.
_NEAR = 60

#: A bare "huyện" behind what only a present level of government does or has.
_DISTRICT = re.compile(
    r"(?<!\w)(?:(?:của|do|đề nghị|kiến nghị|báo cáo|trình|cho) (?:quận|huyện)"
    r"|(?:quận|huyện) (?:giao|chỉ đạo))(?!\w)",
    re.IGNORECASE,
)
#: Behind it: a name, further levels in a list, or a word of which it is a part.
_NO_LEVEL = re.compile(
    rf"\s*(?:{NAME}(?!\w)|\d|[/,-]\s*(?:các )?(?:quận|huyện|thị xã|tỉnh|thành phố|xã|phường)(?!\w)"
    r"|(?:và|hoặc) (?:các )?(?:quận|huyện|thị xã|tỉnh|thành phố|xã|phường)(?!\w)"
    r"|(?:đảo|lỵ|lị|ủy|uỷ|đội|đoàn|bạn|khác|nghèo|này|đó)(?!\w))"
)

_TODAY = "@ phường Minh Hưng, tỉnh Đồng Nai; ngày 05/3/2026; kế hoạch\n"


@rule(
    "DV-05",
    "Không giao việc, báo cáo, viện dẫn cơ quan, đơn vị hành chính đã kết thúc hoạt động",
    "ghi cơ quan tiếp nhận nhiệm vụ; nếu nói về thời gian trước thì thêm “(cũ)” hoặc “trước đây”",
    bad=[
        _TODAY + "Các nền tảng số được Bộ Thông tin và Truyền thông công bố.",
        _TODAY + "Hệ thống của Bộ TT&TT.",
        _TODAY + "Hướng dẫn của Bộ Thông tin Truyền thông.",
        _TODAY + "Báo cáo UBND huyện trước ngày 30/6/2026.",
        _TODAY + "Học tập mô hình của tỉnh Bình Phước.",
    ],
    good=[
        _TODAY + "Bộ Khoa học và Công nghệ; Bộ Thông tin và Truyền thông (cũ).",
        _TODAY + "Học tập kinh nghiệm của phường Thái Bình, tỉnh Bình Phước cũ.",
        _TODAY + "Thông tư số 12/2022/TT-BTTTT ngày 12/8/2022 của Bộ Thông tin và Truyền thông.",
        _TODAY + "Quyết định số 10/QĐ-UBND ngày 06/01/2025 của UBND huyện; không tổ chức cấp huyện.",
        "@ xã Gia Phúc; ngày 05/01/2025; báo cáo\nBộ Thông tin và Truyền thông; UBND huyện.",
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
            said = f"“{match.group()}” {until}, nay là {one.successor} ({one.source})"
            yield one.name, passage, match.start(), match.end(), said


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", old_tones(text)).lower()


@functools.cache
def _by_name() -> dict[str, Gone]:
    return {_plain(name): one for one in gone() for name in (one.name, *one.also)}


@functools.cache
def _pattern() -> re.Pattern[str]:
    """All names by their first words, the longer first; either place of the tone mark."""
    firsts: dict[str, list[str]] = {}
    for name in sorted(_by_name(), key=len, reverse=True):
        first, _, rest = name.partition(" ")
        firsts.setdefault(first, []).append(re.escape(rest).replace(r"\ ", r"\s+"))
    each = "|".join(rf"{first}\s+(?:{'|'.join(rests)})" for first, rests in firsts.items())
    either = each.replace("ủy", "(?:ủy|uỷ)").replace("hòa", "(?:hòa|hoà)")
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _rightly(paper: Paper, passage: Passage, match: re.Match[str], one: Gone) -> bool:
    """Whether what is no more is spoken of as such, or issued a document while it was."""
    if PAST.match(passage.text, match.end()) or _FORMER.search(passage.text[: match.start()]):
        return True
    return any(
        mention.passage.at == passage.at and mention.start <= match.start() < mention.end + _NEAR
        for mention in mentions(paper)
        if (mention.date and mention.date <= one.last_day)
        or (mention.year and int(mention.year) < one.last_day.year)
    )


@rule(
    "DV-06",
    "Từ ngày 01/7/2025 không còn cấp huyện: không giao việc, báo cáo, nói “của quận”, “do huyện” như một cấp "
    "đang hoạt động",
    "ghi xã, phường hoặc cấp tỉnh có thẩm quyền; nếu nói về thời gian trước thì thêm “(cũ)” hoặc “trước đây”",
    bad=[
        _TODAY + "Xây dựng kế hoạch chuyển đổi số của quận cho từng giai đoạn.",
        _TODAY + "Tham gia các lớp tập huấn do huyện tổ chức.",
        _TODAY + "Đã đề nghị huyện cấp kinh phí; hoàn thành nhiệm vụ huyện giao.\nKinh phí do huyện giao.",
    ],
    good=[
        _TODAY + "Hồ sơ của huyện trước đây; trụ sở của huyện (cũ); kho của huyện Chơn Thành; của huyện đảo.",
        _TODAY + "Trụ sở do huyện bàn giao. Năm 2024, đề án của huyện đạt kết quả. Của quận, huyện, thị xã.",
        _TODAY
        + "Kế hoạch số 15/KH-UBND ngày 06/01/2025 của UBND thị xã về hạ tầng của huyện; phong trào “Sức trẻ "
        "của huyện”.",
        "@ xã Gia Phúc; ngày 05/01/2025; báo cáo\nKế hoạch của huyện; do huyện giao.",
    ],
)
def districts(paper: Paper) -> Iterable[Found]:
    """A bare "quận" or "huyện" as a level of government that is there (Law 72/2025/QH15, article 1)."""
    day = not_before(paper)
    if day is None or day < FORMED:
        return
    yield from once(
        ("huyện", passage, match.start(), match.end(), f"“{match.group()}”")
        for passage in written(paper)
        if passage.kind is not Kind.NUMBER
        for match in _DISTRICT.finditer(without_quotes(passage.text))
        if not _NO_LEVEL.match(passage.text, match.end())
        and not FORMER_TIME.search(sentence(passage.text, match.start()))
        and not _in_a_title(paper, passage, match.start())
    )


def _in_a_title(paper: Paper, passage: Passage, at: int) -> bool:
    """Whether a place stands behind the number of a document, in what may be its title."""
    text = passage.text
    return any(
        mention.passage.at == passage.at
        and mention.end <= at
        and not re.search(r"[.;](?=\s)", text[mention.end : at])
        for mention in mentions(paper)
        if mention.titled or (mention.date and mention.date < FORMED)
    )
