"""Words for the kind of unit that do not fit the unit whose document it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.home import (
    FORMER_TIME,
    KINDS,
    NAME,
    PARTNER,
    PAST,
    province,
    province_kind,
    sentence,
)
from nq57gen.checks.content.mentions import mentions
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import once, written
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.vietnamese.syllables import fold

_LEVELS = r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố)"
_IN_LIST_BEFORE = re.compile(rf"{_LEVELS}(?:\s*[,/-]|\s+(?:và|hoặc|hay))\s*$", re.IGNORECASE)
_IN_LIST_AFTER = re.compile(
    rf"\s*(?:[,/-]|(?:và|hoặc|hay)(?=\s))\s*(?:các\s+)?{_LEVELS}(?!\w)", re.IGNORECASE
)
#: Before the word: many units, or another word of which it is a part.
_BEFORE = re.compile(
    r"(?:\d|(?<!\w)(?:hợp tác|cấp|các|mỗi|từng|nhiều|số|những|liên|thị|mọi|loại|một|hai|ba|làng|làm|thành "
    r"lập|các loại|mô hình|tiêu chí|danh hiệu|danh sách|giữa|ngoài|toàn bộ các))\s*$",
    re.IGNORECASE,
)
#: Up to three words before it: offices of many units.
_MANY = re.compile(r"(?<!\w)(?:các|những|mỗi|từng|mọi)(?: [^\W\d]+){1,3} $", re.IGNORECASE)
#: Behind the word: another word of which it is a part, or a kind of commune as such.
_AFTER = re.compile(
    r"[\s-]*(?:hội|viên|tắc|luận|giao|nông thôn|đạt|thông minh|nghèo|đảo|biên giới|miền|vùng|khu vực|đặc "
    r"biệt|an toàn|thương mại|điểm|loại|kinh tế|này|đó|khác|bạn|kia|phường|xã|mới|cũ)(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\s+(?:{NAME}|\d)")
_WORDS = re.compile(rf"[{LOWER}{UPPER}]+")
#: What a unit does towards the one above it, and what comes from there: a bare "tỉnh" behind is the superior.
_ASKED = r"(?:[Đđ]ề nghị|[Kk]iến nghị|[Đđ]ề xuất)"
_TO = rf"(?:{_ASKED}|[Bb]áo cáo|[Tt]rình|do|của)"
_UNDER = re.compile(rf"{_TO} (?:tỉnh|thành phố)$")
#: Behind such a word: another province, or a word of which it is a part.
_OTHERS = re.compile(
    r"\s*(?:bạn|khác|ngoài|này|đó|lân cận|lỵ|lị|lẻ|thông minh|đáng sống|trong cả nước)(?!\w)"
)
#: Words that two texts must share about the place where they differ, before it and in all.
_BEFORE_SHARED, _SHARED = 3, 8


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
    others = [kind for kind in (*KINDS, "thị trấn") if kind != paper.unit_kind]
    if paper.unit_kind not in KINDS:
        return
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
    if (
        _MANY.search(before)
        or _BEFORE.search(before)
        or _IN_LIST_BEFORE.search(before)
        or PAST.match(text, end)
    ):
        return
    if (
        _AFTER.match(text, end)
        or _IN_LIST_AFTER.match(text, end)
        or (_NAMED.match(text, end) and not text.isupper())
    ):
        return
    words = [word.start() for word in _WORDS.finditer(before)][-3:]
    first = words[0] if words and before[words[0] :].strip(" ").count(",") == 0 else start
    shown = text[first:end]
    yield (
        fold(shown).lower(),
        passage,
        first,
        end,
        f"“{shown}” trong văn bản của {paper.unit_kind} {paper.unit}",
    )


@rule(
    "DV-02",
    "Hai chỗ cùng nội dung phải nói cùng một địa bàn: nhiệm vụ của xã, phường không ghi “thành phố”, “tỉnh” "
    "của cấp trên",
    "đối chiếu hai chỗ rồi ghi đúng địa bàn",
    bad=[
        "1. Nâng cao nhận thức, tạo xung lực mới, khí thế mới trong toàn phường về phát triển chuyển đổi "
        "số\n"
        "| TT | Nhiệm vụ |\n"
        "| 1 | Nâng cao nhận thức, tạo xung lực mới, khí thế mới trong toàn thành phố về phát triển chuyển "
        "đổi số |",
    ],
    good=[
        "Kế hoạch số 91/KH-UBND ngày 12/02/2026 của UBND tỉnh về triển khai chuyển đổi số quốc gia trên địa "
        "bàn tỉnh năm 2026.\nKế hoạch triển khai chuyển đổi số quốc gia trên địa bàn phường năm 2026.",
        "Tham gia các sàn thương mại của thành phố. Liên kết chuỗi giá trị sản phẩm trên địa bàn thành phố.",
    ],
)
def parallels(paper: Paper) -> Iterable[Found]:
    """The same words about the own unit in one place and about the superior one in another."""
    if paper.unit_kind not in KINDS:
        return
    own = paper.unit_kind.split()
    here = _spots(paper, [own])
    index: dict[tuple[str, ...], list[tuple[Passage, list[re.Match[str]], int, int]]] = {}
    for spot in here:
        index.setdefault(_key(spot), []).append(spot)
    told: set[int] = set()
    for spot in _spots(paper, [["thành", "phố"], ["tỉnh"]]):
        passage, words, at, size = spot
        if passage.at in told or _of_a_superior(paper, passage, words[at].start()) or _key(spot) == ():
            continue
        twin = next(
            (
                other
                for other in index.get(_key(spot), ())
                if other[0].at != passage.at and _common(spot, other)
            ),
            None,
        )
        if twin is None:
            continue
        told.add(passage.at)
        first, last = words[max(0, at - 3)].start(), words[min(len(words), at + size + 2) - 1].end()
        other_words, other_at, other_size = twin[1], twin[2], twin[3]
        theirs = twin[0].text[
            other_words[max(0, other_at - 3)].start() : other_words[other_at + other_size - 1].end()
        ]
        ours = passage.text[first : words[at + size - 1].end()]
        yield Found(passage.quoted(first, last), f"ghi “…{ours}”, trong khi {twin[0].place} ghi “…{theirs}”")


_Spot = tuple[Passage, list[re.Match[str]], int, int]


def _spots(paper: Paper, phrases: list[list[str]]) -> list[_Spot]:
    """Where the phrases stand: passage, its words, the index of the first, how many."""
    found = []
    for passage in written(paper):
        lower = passage.text.lower()
        if not any(" ".join(phrase) in lower for phrase in phrases):
            continue
        words = list(_WORDS.finditer(passage.text))
        small = [word.group().lower() for word in words]
        for phrase in phrases:
            for at in range(len(small) - len(phrase) + 1):
                if small[at : at + len(phrase)] == phrase:
                    found.append((passage, words, at, len(phrase)))
    return found


def _key(spot: _Spot) -> tuple[str, ...]:
    """The words before the place, () when there are not enough."""
    _, words, at, _ = spot
    before = words[at - _BEFORE_SHARED : at] if at >= _BEFORE_SHARED else []
    return tuple(word.group().lower() for word in before)


def _common(one: _Spot, other: _Spot) -> bool:
    """Whether the words about two places are the same; a name behind one makes it another thing."""
    shared = 0
    for step in (-1, 1):
        first = one[2] - 1 if step < 0 else one[2] + one[3]
        second = other[2] - 1 if step < 0 else other[2] + other[3]
        count = 0
        while 0 <= first < len(one[1]) and 0 <= second < len(other[1]):
            if one[1][first].group().lower() != other[1][second].group().lower():
                break
            count, first, second = count + 1, first + step, second + step
        ended = not 0 <= first < len(one[1]) and not 0 <= second < len(other[1])
        if step > 0 and count < 2 and not ended:
            return False
        shared += count
    return shared >= _SHARED


def _of_a_superior(paper: Paper, passage: Passage, at: int) -> bool:
    """Whether the words stand in the title of another's document."""
    return any(
        mention.passage.at == passage.at
        and mention.end <= at
        and (mention.issuer is not None and mention.issuer.level == "tỉnh")
        for mention in mentions(paper)
    )


@rule(
    "DV-03",
    "Gọi cấp tỉnh đúng loại: tỉnh thì ghi “UBND tỉnh”, “Tỉnh ủy”; thành phố thì ghi “UBND thành phố”, “Thành "
    "ủy”",
    "sửa theo loại của tỉnh, thành phố tại ngày ban hành",
    bad=[
        "@ phường Chu Văn An, thành phố Hải Phòng; ngày 05/11/2025; kế hoạch\n"
        "Báo cáo UBND tỉnh theo quy định.",
        "Kế hoạch hành động số 469-KH/TU ngày 16/5/2025 của Ban Thường vụ Thành ủy.",
        "@ phường Chu Văn An, thành phố Hải Phòng; ngày 05/11/2025; kế hoạch\nBáo cáo UBND tỉnh Hải Phòng.",
        "@ phường Chu Văn An, thành phố Hải Phòng; ngày 05/11/2025; kế hoạch\nĐã đề nghị tỉnh cấp kinh phí.",
        "@ phường Chu Văn An, thành phố Hải Phòng; ngày 05/11/2025; kế hoạch\n"
        "Tham dự đầy đủ các lớp tập huấn do tỉnh tổ chức.",
    ],
    good=[
        "@ phường Chu Văn An, thành phố Hải Phòng; ngày 05/11/2025; kế hoạch\n"
        "Báo cáo UBND thành phố; di tích cấp tỉnh; UBND tỉnh Đồng Nai; các tỉnh, thành phố; UBND các tỉnh; "
        "Chỉ số cải cách hành chính cấp tỉnh.",
        "@ phường Chu Văn An, thành phố Hải Phòng; ngày 05/11/2025; kế hoạch\n"
        "Đề nghị tỉnh Hưng Yên phối hợp; kinh nghiệm của tỉnh bạn; do tỉnh, thành phố ban hành; đề án của "
        "tỉnh Hải Dương (cũ); hạ tầng liên tỉnh; của tỉnh trước sáp nhập. Trước đây do tỉnh quản lý.",
        "Đề nghị tỉnh cấp kinh phí; do tỉnh giao; của tỉnh.",
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
        rf"|{_TO if kind == 'thành phố' else _ASKED} {wrong}(?!\w))"
    )
    yield from once(
        (
            match.group(),
            passage,
            match.start(),
            match.end(),
            f"“{match.group()}”, trong khi cấp trên là {kind}",
        )
        for passage in written(paper)
        for match in pattern.finditer(passage.text)
        if not _of_others(passage.text, match)
    )


def _of_others(text: str, match: re.Match[str]) -> bool:
    """Whether another's province is named, or several, or a former one."""
    after = text, match.end()
    if _UNDER.match(match.group()) and (
        _OTHERS.match(*after) or FORMER_TIME.search(sentence(text, match.start()))
    ):
        return True
    if PAST.match(*after) or PARTNER.search(text[: match.start()].rstrip()):
        return True
    return bool(_IN_LIST_AFTER.match(*after) or _NAMED.match(*after))
