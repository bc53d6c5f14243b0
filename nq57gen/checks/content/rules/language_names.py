"""One name, one spelling: brands, offices of the unit, words that may be written in two ways, capitals."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import (
    all_text,
    lists,
    once,
    others,
    without_addresses,
    without_quotes,
    written,
)
from nq57gen.checks.layout.wording import old_tones
from nq57gen.checks.once import once_a_document

#: The parts of "Văn phòng HĐND và UBND".
_COUNCIL = ("HĐND", "UBND")
_LATIN = re.compile(r"(?<![\w@./-])[A-Za-z][A-Za-z]{3,}(?![\w@-]|\.\w)")
#: So many times the places of the other ways make a majority.
_CLEAR = 2


@rule(
    "NN-11",
    "Tên riêng của ứng dụng, doanh nghiệp viết đúng một cách",
    "sửa theo tên đúng",
    bad=[
        "Kích hoạt tài khoản định danh điện tử (VneID).",
        "Đơn vị cung ứng: VNTP, Viettel.",
        "Đơn vị cung ứng: Vietel, VNPT.",
    ],
    good=["Đơn vị cung ứng: VNPT, Viettel, MobiFone, FPT; ứng dụng VNeID; fanpage Facebook, nhóm Zalo."],
)
def brands(paper: Paper) -> Iterable[Found]:
    """Names of the list with another letter or other capitals."""
    yield from once(
        (right, passage, match.start(), match.end(), f"“{match.group()}” (viết “{right}”)")
        for passage in written(paper)
        for match in _LATIN.finditer(without_addresses(passage.text))
        if (right := brand_of(match.group())) and not (match.group().isupper() and passage.text.isupper())
    )


@functools.lru_cache(maxsize=2048)
def brand_of(word: str) -> str:
    """The name of the list that ``word`` was meant to be, "" when it is one or none of them."""
    known = {name.lower(): name for name in lists()["brands"]}
    small = word.lower()
    if word in lists()["brands"] or word.islower() or small in ("vietnam", "vnet"):
        return ""
    if small in known:
        return "" if word == small.capitalize() and small != "vneid" else known[small]
    turned = {name for name in known if len(name) == len(small) and sorted(name) == sorted(small)}
    shorter = {name for name in known if len(name) > 6 and len(small) > 5 and _one_less(small, name)}
    found = turned | shorter
    return known[min(found)] if found and word[0].isupper() else ""


def _one_less(one: str, other: str) -> bool:
    """Whether one of two words is the other without one letter."""
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


@rule(
    "NN-12",
    "Một cơ quan, đơn vị viết một tên trong cả văn bản",
    "viết thống nhất tên đầy đủ; nếu dùng tên viết tắt thì giới thiệu ở lần đầu, trong ngoặc “(VH-XH)”",
    bad=[
        "- Phòng Kinh tế, Hạ tầng và Đô thị;\n- Phòng KT, HT và ĐT;\n- Báo cáo phòng KT,HT và Đô thị.",
        "1. Văn phòng HĐND và UBND phường\n- VP. HĐND-UBND tổng hợp.",
        "Văn phòng HĐND-UBND tổng hợp, Văn phòng UBND báo cáo.",
    ],
    good=[
        "1. Phòng Văn hóa - Xã hội (VHXH)\n- Phòng VHXH tổng hợp; Phòng Văn hóa - Xã hội theo dõi.",
        "Nơi nhận:\n- Phòng Kinh tế; Văn phòng HĐND và UBND; Văn phòng Đảng ủy.",
    ],
)
def offices(paper: Paper) -> Iterable[Found]:
    """Offices every commune has, written in more than one way; differences of capitals alone left aside."""
    return office_ways(paper)


@once_a_document
def office_ways(paper: Paper) -> list[Found]:
    """One finding for each office with two spellings."""
    found = []
    for kind, parts in lists()["offices"]:
        seen: dict[str, list[tuple[Passage, int, int]]] = {}
        for passage in written(paper):
            if passage.kind is Kind.TITLE or (passage.kind is not Kind.CELL and passage.text.isupper()):
                continue
            for match in _office(kind, tuple(parts)).finditer(passage.text):
                if not _introduced(paper, match):
                    seen.setdefault(_spelling(match.group()), []).append((passage, *match.span()))
        if len(seen) > 1:
            found.append(_ways(seen, full=max(seen, key=len)))
    return found


def _spelling(text: str) -> str:
    """What of a name counts: not its capitals (other rules), nor which dash."""
    return old_tones(text[0].upper() + text[1:]).replace("–", "-").lower()


@functools.cache
def _office(kind: str, parts: tuple[str, ...]) -> re.Pattern[str]:
    """The name in full or with any of its parts as initials, with any signs between."""
    kinds = "|".join(map(re.escape, [kind, kind.lower(), *lists()["kinds_short"].get(kind, [])]))
    each = [rf"(?:{re.escape(part)}|{_initials(part)})" for part in parts]
    if parts == _COUNCIL:  # "Văn phòng UBND" is meant for both
        each[0] = rf"(?:{each[0]})?"
    between = r"[\s,.–&-]{0,3}(?:và )?"
    return re.compile(rf"(?<!\w)(?:{kinds})\s?(?i:{between.join(each)})(?!\w)(?! (?:tỉnh|thành phố))")


def _initials(part: str) -> str:
    return part if part.isupper() else "".join(word[0].upper() for word in part.split())


def _introduced(paper: Paper, match: re.Match[str]) -> bool:
    """Whether the short form at the end of a name stands in brackets somewhere: "(VHXH)"."""
    short = match.group().split(" ")[-1]
    return short.isupper() and any(
        f"({short})" in passage.text or f"({match.group()})" in passage.text for passage in paper.passages
    )


def _ways(seen: dict[str, list[tuple[Passage, int, int]]], full: str) -> Found:
    """One finding over the spellings of a name: at the rarest but the full one, with the count of each."""
    by_count = sorted(seen, key=lambda way: (way == full, len(seen[way])))
    passage, start, end = seen[by_count[0]][0]
    often = sorted(seen, key=lambda way: -len(seen[way]))
    told = ", ".join(f"“{_shown(seen[way])}” {len(seen[way])} chỗ" for way in often)
    return Found(passage.quoted(start, end), told)


def _shown(places: list[tuple[Passage, int, int]]) -> str:
    return Counter(passage.text[start:end] for passage, start, end in places).most_common(1)[0][0]


@rule(
    "NN-13",
    "Từ có hai cách viết thì cả văn bản viết một cách",
    "viết theo cách của đa số chỗ trong văn bản",
    bad=[
        "- Tỷ lệ hồ sơ đạt 90%;\n- Tỷ lệ phủ sóng đạt 80%;\n- Tỉ lệ chữ ký số đạt 70%.",
        "Báo cáo hằng năm. Đánh giá hàng năm. Kiểm tra hằng năm.",
    ],
    good=["Tỷ lệ đạt 90%; bảo đảm tiến độ hằng năm; hàng trăm lượt người; bán hàng tháng 3."],
)
def two_ways(paper: Paper) -> Iterable[Found]:
    """Words of the list in both of their spellings; quoted words and titles left out."""
    for ways in lists()["variants"]:
        if not all(way in all_text(paper) for way in ways):
            continue
        seen: dict[str, list[tuple[Passage, int, int]]] = {}
        for passage in written(paper):
            text = without_quotes(passage.text).lower()
            for way in ways:
                for match in re.finditer(rf"(?<!\w){way}(?!\w)(?<!bán {way})", text):
                    seen.setdefault(way, []).append((passage, *match.span()))
        if len(seen) > 1:
            yield _chosen(seen, max(seen, key=lambda way: (len(seen[way]), way == ways[0])))


def _chosen(seen: dict[str, list[tuple[Passage, int, int]]], usual: str) -> Found:
    rare = [place for way, places in seen.items() if way != usual for place in places]
    passage, start, end = rare[0]
    shown = passage.text[start:end]
    most = _shown(seen[usual])
    advice = f"viết “{most}”" if len(seen[usual]) >= _CLEAR * len(rare) else "chọn một cách"
    told = f"“{shown}” {len(rare)} chỗ, “{most}” {len(seen[usual])} chỗ ({advice})"
    return Found(passage.quoted(start, end), told + others([place[0].place for place in rare[1:]]))


@rule(
    "NN-14",
    "Một tên gọi viết hoa một cách trong cả văn bản",
    "viết hoa theo cách của đa số chỗ trong văn bản",
    bad=[
        "Ban Chỉ đạo họp hằng tháng. Thường trực Ban Chỉ đạo tổng hợp. Quy chế của Ban chỉ đạo.",
        "Các văn bản của Trung ương và tỉnh; giữa trung ương và địa phương.",
    ],
    good=["BAN CHỈ ĐẠO\nBan Chỉ đạo họp; thành lập ban chỉ đạo. Giao tổ công nghệ số cộng đồng khu phố."],
)
def cased(paper: Paper) -> Iterable[Found]:
    """Names of the list whose capitals differ from place to place; in small letters they name nothing."""
    taken: set[tuple[int, int]] = set()
    for name in lists()["cased"]:
        if all_text(paper).count(name.lower()) <= 1:
            continue
        seen: dict[str, list[tuple[Passage, int, int]]] = {}
        for passage in written(paper):
            for match in re.finditer(
                rf"(?<!\w){re.escape(name)}(?!\w)", without_quotes(passage.text), re.IGNORECASE
            ):
                place = passage.at, match.start()
                if (
                    place in taken
                    or match.group().isupper()
                    or (_is_generic(match.group()) and name != "Trung ương")
                ):
                    continue
                taken.add(place)
                seen.setdefault(match.group(), []).append((passage, *match.span()))
        if len(seen) > 1:
            yield _chosen(seen, max(seen, key=lambda way: (len(seen[way]), way == name)))


def _is_generic(text: str) -> bool:
    """Whether it begins with a small letter: "các tổ công tác" names none."""
    return text[0].islower()
