"""Names of other units where the own one should stand, and of what is no more."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.home import KINDS, NAME, PARTNER, PAST, Gone, gone, province
from nq57gen.checks.content.mentions import mentions, not_before
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import once, written
from nq57gen.units.register import register
from nq57gen.vietnamese.dates import short_date
from nq57gen.vietnamese.syllables import fold

_UNIT = re.compile(rf"(?<!\w)(?P<kind>[Xx]ã|[Pp]hường|[Đđ]ặc khu) (?P<name>{NAME})")
_PROVINCE = re.compile(rf"(?<!\w)(?P<kind>tỉnh|thành phố|TP\.?) (?P<name>{NAME})")
#: Before a name: what speaks of the own unit.
_OURS = re.compile(
    r"(?<!\w)(?:địa bàn|toàn|tại|UBND|[ỦU][yỷ] ban nhân dân|HĐND|Hội đồng nhân dân|Đảng [uủ][yỷ]|Công "
    r"an|Trạm [Yy] tế|"
    r"nhân dân|Nhân dân|Ban Chỉ đạo|Ban chỉ đạo|Đề án 06|hành chính công|chính quyền)\s*$"
)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text)).strip().lower()


@rule(
    "DV-04",
    "Trong văn bản của một đơn vị, chỗ nói về đơn vị mình ghi đúng tên và loại của mình",
    "sửa thành tên đơn vị ban hành; nếu đúng là đơn vị khác thì giữ nguyên",
    bad=[
        "Kế hoạch hoạt động của Tổ công nghệ số cộng đồng trên địa bàn phường Hưng.",
        "Ủy ban nhân dân xã Minh Hưng xây dựng kế hoạch.",
        "@ phường Nam Đồ Sơn, thành phố Hải Phòng; năm 2025; báo cáo\nHoạt động của Tổ trên địa bàn phường "
        "Đồ Sơn.",
        "Kế hoạch của UBND tỉnh Cà Mau trên địa bàn.",
    ],
    good=[
        "Phối hợp với phường Chơn Thành; học tập kinh nghiệm của UBND phường Chơn Thành; trên địa bàn phường "
        "Minh Hưng năm "
        "2026; xã Minh Long (cũ); UBND tỉnh Đồng Nai; giữa phường Minh Hưng và xã Nha Bích; tại thành phố "
        "Đồng Nai.",
    ],
)
def names(paper: Paper) -> Iterable[Found]:
    """Other units' and provinces' names where a text speaks of the own."""
    if paper.unit and paper.unit_kind in KINDS:
        yield from once(_units(paper))
    yield from once(_provinces(paper))


def _units(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    own = _plain(paper.unit)
    for passage in written(paper):
        if passage.text.isupper():
            continue
        for match in _UNIT.finditer(passage.text):
            name, kind = _plain(match["name"]), match["kind"].lower()
            span = passage, match.start(), match.end()
            shown = f"{paper.unit_kind} {paper.unit}"
            if name == own or name.startswith(f"{own} "):
                if kind != paper.unit_kind and not PAST.match(passage.text, match.end()):
                    yield (kind, own), *span, f"“{kind} {paper.unit}”, trong khi văn bản là của {shown}"
            elif _speaks_of_us(passage.text, match):
                yield (kind, name), *span, f"“{match.group()}”, trong khi văn bản là của {shown}"


def _speaks_of_us(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    ours = _OURS.search(before)
    if (
        ours is None
        or PAST.match(text, match.end())
        or re.match(r"\s*(?:,|và|-)\s*(?:xã|phường) ", text[match.end() :])
    ):
        return False
    return not PARTNER.search(before[: ours.start()].rstrip() or "") and not re.search(
        r"(?:xã|phường) [^,;.]{2,30}(?:,|và)\s*$", before
    )


def _provinces(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    for passage in written(paper):
        for match in _PROVINCE.finditer(passage.text):
            if not _speaks_of_us(passage.text, match):
                continue
            home, meant = province(paper), register().find_province(match["name"]).meant
            if home is None or meant is None or meant.code == home.code:
                continue
            said = f"“{match.group()}”, trong khi {paper.unit_kind} {paper.unit} thuộc {home.full_name}"
            yield meant.code, passage, match.start(), match.end(), said


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
        _TODAY
        + "Bộ Khoa học và Công nghệ; Bộ Thông tin và Truyền thông (cũ); tỉnh Bình Phước cũ; phường Thái Bình; Thông tư "
        "số 12/2022/TT-BTTTT ngày 12/8/2022 của Bộ Thông tin và Truyền thông; không tổ chức cấp huyện.",
        "@ xã Gia Phúc; ngày 05/01/2025; báo cáo\nBộ Thông tin và Truyền thông; UBND huyện.",
    ],
)
def no_more(paper: Paper) -> Iterable[Found]:
    """Agencies, districts and provinces that are no more on the day of the document."""
    day = not_before(paper)
    if day is not None:
        yield from once(
            found for group in ("agencies", "districts", "provinces") for found in _gone(paper, group, day)
        )


def _gone(paper: Paper, group: str, day: datetime.date) -> Iterator[tuple[object, Passage, int, int, str]]:
    for one in gone(group):
        if day <= one.last_day:
            continue
        pattern = _pattern(one)
        for passage in written(paper):
            for match in pattern.finditer(passage.text):
                if passage.kind is Kind.NUMBER or _rightly(paper, passage, match, one):
                    continue
                said = f"“{match.group()}” kết thúc hoạt động sau ngày {short_date(one.last_day)}, nay là {one.now} ({one.source})"
                yield one.name, passage, match.start(), match.end(), said


def _pattern(one: Gone) -> re.Pattern[str]:
    names = sorted((one.name, *one.also), key=len, reverse=True)
    each = "|".join(
        re.escape(name).replace(r"\ ", r"\s+").replace("Ủy", "(?:Ủy|Uỷ)").replace("ủy", "[uủ][yỷ]")
        for name in names
    )
    return re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE)


def _rightly(paper: Paper, passage: Passage, match: re.Match[str], one: Gone) -> bool:
    """Whether what is no more is spoken of as such, or issued a document while it was."""
    before, text = passage.text[: match.start()], passage.text
    if PAST.match(text, match.end()) or re.search(
        r"(?:nguyên|trước đây|sáp nhập|hợp nhất|sắp xếp|kết thúc|bỏ|không tổ chức|không còn|giải thể|chuyển "
        r"giao từ|từ)\s*(?:các |hoạt động |của )*$",
        before,
        re.IGNORECASE,
    ):
        return True
    return any(
        mention.passage.at == passage.at
        and 0 <= match.start() - mention.end < 60
        or (mention.start <= match.start() < mention.end and mention.passage.at == passage.at)
        for mention in mentions(paper)
        if (mention.date and mention.date <= one.last_day)
        or (mention.year and int(mention.year) < one.last_day.year)
    )
