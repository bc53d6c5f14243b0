"""The words for a province in a city under the central government, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.counted import FORMED, not_before
from nq57gen.checks.content.mentions import Mention
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.units.home import province, province_kind
from nq57gen.checks.content.rules.units.places import (
    FORMER_TIME,
    IN_LIST_AFTER,
    NAMED,
    PARTNER,
    PAST,
    cited_in,
    sentence,
)
from nq57gen.checks.content.wording import once, written
from nq57gen.patterns import lazily
from nq57gen.units.register import register

#: What a unit does towards the one above it, and what comes from there: a bare "tỉnh" behind is the superior.
_ASKED = r"(?:[Đđ]ề nghị|[Kk]iến nghị|[Đđ]ề xuất)"
_TO = rf"(?:{_ASKED}|[Bb]áo cáo|[Tt]rình|do|của)"
_UNDER = lazily(rf"{_TO} (?:tỉnh|thành phố)$")
#: Behind such a word: another province, or a word of which it is a part.
_OTHERS = lazily(r"\s*(?:bạn|khác|ngoài|này|đó|lân cận|lỵ|lị|lẻ|thông minh|đáng sống|trong cả nước)(?!\w)")
#: Where the title of a cited document ends and the sentence that cites it goes on.
_AFTER_TITLE = lazily(
    r", (?=(?:UBND|[ỦU][yỷ] ban nhân dân|xã|phường|đặc khu|báo cáo|trình|đề nghị|kiến nghị|đề xuất)(?!\w))",
    re.IGNORECASE,
)
_NEW_CITY = "@ phường Xuân Lộc, thành phố Đồng Nai; ngày 05/10/2026; kế hoạch\n"
_CITED = "Thực hiện Kế hoạch số 91/KH-UBND ngày {} của UBND tỉnh Đồng Nai về chuyển đổi số trên địa bàn tỉnh"
_CITY = "@ phường Chu Văn An, thành phố Hải Phòng; ngày 05/11/2025; kế hoạch\n"


@rule(
    "DV-03",
    "Gọi cấp tỉnh đúng loại: tỉnh thì ghi “UBND tỉnh”, “Tỉnh ủy”; thành phố thì ghi “UBND thành phố”, “Thành "
    "ủy”",
    "sửa theo loại của tỉnh, thành phố tại ngày ban hành; trong đặc tả ghi <<tinh.loai>>, <<tinh.ubnd>> thay "
    "cho chữ gõ tay, loại lấy ở don_vi.loai_tinh (không ghi thì lấy của bộ mẫu)",
    bad=[
        _CITY + "Báo cáo UBND tỉnh theo quy định.",
        "Kế hoạch hành động số 469-KH/TU ngày 16/5/2025 của Ban Thường vụ Thành ủy.",
        _CITY + "Báo cáo UBND tỉnh Hải Phòng.",
        _CITY + "Đã đề nghị tỉnh cấp kinh phí.",
        _CITY + "Tham dự đầy đủ các lớp tập huấn do tỉnh tổ chức.",
        _CITY + "Tham gia chuyển giao công nghệ do tỉnh hướng dẫn.",
        "Tham gia các hội thi khoa học, kỹ thuật do thành phố tổ chức.",
        _NEW_CITY + "Kế hoạch số 91/KH-UBND ngày 12/5/2026 của UBND tỉnh Đồng Nai.",
        _NEW_CITY + _CITED.format("12/02/2026") + ", UBND phường báo cáo UBND tỉnh kết quả.",
    ],
    good=[
        _NEW_CITY + _CITED.format("12/02/2026") + " năm 2026.",
        _NEW_CITY + "Căn cứ Kế hoạch số 12-KH/TU ngày 12/02/2026 của Tỉnh ủy về chuyển đổi số;",
        _CITY
        + "Báo cáo UBND thành phố; di tích cấp tỉnh; UBND tỉnh Đồng Nai; các tỉnh, thành phố; UBND các tỉnh; "
        "Chỉ số cải cách hành chính cấp tỉnh.",
        _CITY
        + "Đề nghị tỉnh Hưng Yên phối hợp; kinh nghiệm của tỉnh bạn; do tỉnh, thành phố ban hành; đề án của "
        "tỉnh Hải Dương (cũ); hạ tầng liên tỉnh; của tỉnh trước sáp nhập. Trước đây do tỉnh quản lý.",
        "Đề nghị tỉnh cấp kinh phí; do tỉnh giao; của tỉnh; mô hình do thành phố Hồ Chí Minh xây dựng.",
        "@ phường Minh Hưng, tỉnh Đồng Nai; ngày 05/3/2025; kế hoạch\nHội thi do thành phố tổ chức.",
        "Báo cáo UBND tỉnh; Tỉnh ủy; mô hình thành phố thông minh; các tỉnh, thành phố.",
    ],
)
def superiors(paper: Paper) -> Iterable[Found]:
    """The words for a province in a city under the central government, and the other way round."""
    kind = province_kind(paper)
    if not kind:
        return
    wrong, party = ("tỉnh", "Tỉnh [uủ][yỷ]") if kind == "thành phố" else ("thành phố", "Thành [uủ][yỷ]")
    bodies = r"(?:UBND|[ỦU][yỷ] ban nhân dân|HĐND|Hội đồng nhân dân|Công an|địa bàn|toàn|Đảng bộ|lãnh đạo)"
    home = province(paper)
    name = re.escape(home.name) if home else ""
    pattern = re.compile(
        rf"(?<!\w)(?:(?:{bodies} )?{wrong} {name}(?!\w)|{bodies} {wrong}(?!\w)|{party}(?!\w)"
        rf"|{_TO if kind == 'thành phố' or _two_levels(paper) else _ASKED} {wrong}(?!\w))"
    )
    yield from once(
        (match.group(), passage, *match.span(), f"“{match.group()}”, trong khi cấp trên là {kind}")
        for passage in written(paper)
        for match in pattern.finditer(passage.text)
        if not _of_others(passage.text, match) and not _of_its_time(paper, passage, match, wrong)
    )


def _two_levels(paper: Paper) -> bool:
    """Whether no city stands between the unit and its province on the day of the document."""
    day = not_before(paper)
    return day is not None and day >= FORMED


def _of_its_time(paper: Paper, passage: Passage, match: re.Match[str], said: str) -> bool:
    """Whether it stands in a citation of a document from when the province was of the kind ``said``."""
    home = province(paper)
    if home is None:
        return False
    for cited in cited_in(paper, passage):
        if cited.date and cited.start <= match.start() < _end_of_title(cited):
            then = register().province(home.code, cited.date)
            return then is not None and then.kind == said
    return False


def _end_of_title(cited: Mention) -> int:
    text = cited.passage.text
    start = text.find(cited.title, cited.end) if cited.titled else -1
    if start < 0:
        return cited.end
    end = start + len(cited.title)
    goes_on = _AFTER_TITLE.search(text, start, end)
    return goes_on.start() if goes_on else end


def _of_others(text: str, match: re.Match[str]) -> bool:
    """Whether another's province is named, or several, or a former one."""
    after = text, match.end()
    if _UNDER.match(match.group()) and (
        _OTHERS.match(*after) or FORMER_TIME.search(sentence(text, match.start()))
    ):
        return True
    if PAST.match(*after) or PARTNER.search(text[: match.start()].rstrip()):
        return True
    return bool(IN_LIST_AFTER.match(*after) or NAMED.match(*after))
