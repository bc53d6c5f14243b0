"""Syllables that cannot be, words twice or run together, fixed phrases misspelt or with a word left out."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.phrases import covered, is_known_pair, known_marked, left_out, misspelt
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import (
    LETTER,
    lists,
    once,
    pairs,
    without_addresses,
    words_of,
    written,
)
from nq57gen.vietnamese.spelling import is_shape, is_syllable, split_joined
from nq57gen.vietnamese.syllables import fold

_VOWEL_MARK = re.compile("[^\x00-\x7fđĐ]")
_AL = re.compile(r"(?<![\w.])Al(?![\w-]| [A-ZĐ])")
_ADDRESS_SLIP = re.compile(r"https?(?://|:/(?!/)|//) ?www|https?// ?\S+|www\. \w+", re.IGNORECASE)
_HORIZON = re.compile(r"(đến năm 20\d\d),? tầm nhìn (20\d\d)")


@rule(
    "NN-07",
    "Mỗi tiếng viết đúng chính tả tiếng Việt",
    "đọc lại chữ này và sửa theo từ đúng",
    bad=[
        "Mở rộng nghành nghề kỹ thuật.",
        "Các viêc còn lại được giao cho từng phòng.",
        "Hoạt độngtrang thông tin của phường.",
        "Cấu truc lại dịch vụ công theo kiến trúc mới.",
    ],
    good=[
        "Học tập xã Đắk Lắk, Krông Pa, Êa Hleo; dùng website, fanpage, ôtô; TMĐT, ĐMST và CĐS của HĐND.",
        "Robot, internet, website, laptop, chip bán dẫn, tiktok của phường, cat chương trình.",
        "Giặt giũ, quốc gia, khuya, ngoằn ngoèo, quýt, giếng, gìn giữ, xoong, nguyệt, huỳnh, uỷ, thuở.",
    ],
)
def syllables(paper: Paper) -> Iterable[Found]:
    """Words that no Vietnamese syllable can be, and two run together; not in a phrase the next rule mends."""
    yield from once(
        (word.group().lower(), passage, word.start(), word.end(), said)
        for passage in written(paper)
        for word, before, after in _with_neighbours(words_of(without_addresses(passage.text)))
        if (
            said := _impossible(word.group(), passage.text.isupper())
            or _unmarked(paper, word.group(), before, after)
        )
        and not covered(misspelt(paper), passage, word.start())
    )


def _with_neighbours(words: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each word with those next to it, in small letters; "" for none, or with more than a space between."""
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
        yield (
            word,
            before.group().lower() if before and before.end() + 1 == word.start() else "",
            after.group().lower() if after and word.end() + 1 == after.start() else "",
        )


def _unmarked(paper: Paper, word: str, before: str, after: str) -> str:
    """What to say of a word that lacks the mark it needs, beside one with which it makes a known pair."""
    small = word.lower()
    if not word[1:].islower() or not small.isascii() or is_syllable(small) or not is_shape(small):
        return ""
    meant = known_marked(paper)
    for pair, part in (((before, small), 1), ((small, after), 0)):
        if pair[1 - part] and (right := meant.get((pair[1 - part], small, part))):
            whole = f"{pair[0]} {right}" if part else f"{right} {pair[1]}"
            return f"“{word}” thiếu dấu (viết “{whole}”)"
    return ""


@functools.lru_cache(maxsize=4096)
def _impossible(word: str, shouted: bool) -> str:
    """What to say of a word that cannot be; "" of one that can, or that may be foreign or shortened."""
    small = word[1:].islower() or (shouted and word.isupper())
    marked = _VOWEL_MARK.search(word) or (word.islower() and "đ" in word)
    if len(word) < 2 or not small or not marked or is_syllable(word) or word.lower() in lists()["loans"]:
        return ""
    if (parts := split_joined(word)) and not word.isupper():
        return f"“{word}” là hai tiếng viết liền (viết “{parts[0]} {parts[1]}”)"
    if word[0].isupper() and not word.isupper() and not is_shape(word):
        return ""  # a name from another language: Đắk, Krông
    return f"“{word}” không phải là một tiếng Việt"


@rule(
    "NN-08",
    "Không viết lặp từ",
    "bỏ từ lặp",
    bad=[
        "Tỷ lệ giao dịch thanh thanh toán trực tuyến đạt 75%.",
        "Kế hoạch về việc thực hiện thực hiện nhiệm vụ được giao.",
    ],
    good=[
        "Bảo đảm sự kết hợp hợp lý, ngày ngày bám sát; hoàn thành thành lập tổ, thông tin tin cậy.",
    ],
)
def doubled(paper: Paper) -> Iterable[Found]:
    """The same word or pair of words twice in a row, unless each belongs to a neighbour of its own."""
    yield from once(_doubled(paper))


def _doubled(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    seen = pairs(paper)
    for passage in written(paper):
        words = words_of(passage.text)
        lower = [word.group().lower() for word in words]
        next_to = [passage.text[a.end() : b.start()] == " " for a, b in itertools.pairwise(words)]
        for at in range(len(words) - 1):
            if lower[at] == lower[at + 1] and next_to[at] and _is_slip(passage.text, words, lower, at, seen):
                size = 1
            elif (
                at + 3 < len(words)
                and lower[at : at + 2] == lower[at + 2 : at + 4]
                and all(next_to[at : at + 3])
            ):
                size = 2
            else:
                continue
            if words[at].group().islower() and not words[at + size].group().islower():
                continue  # a name begins: "báo cáo Báo cáo số 5"
            start, end = words[at].start(), words[at + 2 * size - 1].end()
            yield " ".join(lower[at : at + size]), passage, start, end, f"“{passage.text[start:end]}”"


def _is_slip(
    text: str, words: list[re.Match[str]], lower: list[str], at: int, seen: dict[tuple[str, str], int]
) -> bool:
    word = lower[at]
    if (
        len(word) < 2
        or word in lists()["doubled"]
        or (words[at].group()[0].isupper() and words[at + 1].group()[0].isupper())
    ):
        return False
    before = (lower[at - 1], word) if at else None
    after = (word, lower[at + 2]) if at + 2 < len(lower) else None
    stands = [
        pair is not None and (is_known_pair(*pair) or seen.get(pair, 0) > 1) for pair in (before, after)
    ]
    return not all(stands)


@rule(
    "NN-09",
    "Cụm từ cố định của lĩnh vực viết đúng từng tiếng",
    "sửa theo cụm từ đúng",
    bad=[
        "Đột phá phát triển khoa học, công nghệ, đối mới sáng tạo trên địa bàn.",
        "Số hóa phù hợp với hoạt động của chính quyên số, giảm hồ sơ giấy.",
        "Ban hành Kế hạch triển khai Nghị quyết.",
        "Tích hợp dữ liệu với Al, hạn chế trùng lặp.",
        "Phát huy vai trò của đội ngũ tri thức trên địa bàn.",
        "Chi tiết tại địa chỉ http// www.nq57.vn của hệ thống.",
    ],
    good=[
        "Đổi mới hình thức hiện đại, quan hệ thông tin, giao dịch vụ việc, có sở hữu trí tuệ, dân cử.",
        "Tiếp cận tri thức mới, kế toán, liên đoàn, hộ kinh doanh; truyền thông tin cậy; ông Al-Rashid; AI.",
    ],
)
def phrases(paper: Paper) -> Iterable[Found]:
    """Phrases of the field with a syllable misspelt, and the slips of the list."""
    yield from once(
        (near.text.lower(), near.passage, near.start, near.end, f"“{near.text}” (viết “{near.right}”)")
        for near in misspelt(paper)
    )
    yield from once(_slips(paper))


def _slips(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    for passage in written(paper):
        for match in _slip_pattern().finditer(passage.text):
            right = _slip_table()[match.group().lower()]
            yield right, passage, match.start(), match.end(), f"“{match.group()}” (viết “{right}”)"
        for match in _AL.finditer(passage.text):
            yield "AI", passage, match.start(), match.end(), "“Al” viết bằng chữ l thường (viết “AI”)"
        for match in _ADDRESS_SLIP.finditer(passage.text):
            if "://" not in match.group() or " " in match.group():
                yield (
                    "www",
                    passage,
                    match.start(),
                    match.end(),
                    f"địa chỉ “{match.group()}” viết sai (viết “http://…”, không có khoảng trắng)",
                )
        for match in _HORIZON.finditer(passage.text):
            said = f"“{match.group()}” (viết “{match[1]}, tầm nhìn đến năm {match[2]}”)"
            yield "tầm nhìn", passage, match.start(), match.end(), said


@functools.cache
def _slip_table() -> dict[str, str]:
    return dict(lists()["slips"])


@functools.cache
def _slip_pattern() -> re.Pattern[str]:
    return _any_of(_slip_table())


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(texts, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


@rule(
    "NN-10",
    "Cụm từ cố định của lĩnh vực viết đủ các tiếng",
    "thêm tiếng còn thiếu",
    bad=[
        "Tỷ lệ giao dịch thanh toán tuyến đạt 75%.",
        "Tỷ lệ thủ tục hành cung cấp trực tuyến đạt 95%.",
        "Công dân đủ 14 tuổi trở kích hoạt tài khoản.",
        "Giao dịch điện tử trên môi mạng được mở rộng.",
    ],
    good=[
        "Thanh toán trực tuyến các thủ tục hành chính; công dân đủ 14 tuổi trở lên; Ủy ban nhân dân phường."
    ],
)
def left_out_words(paper: Paper) -> Iterable[Found]:
    """Phrases of the field that lack a syllable."""
    yield from once(_left_out(paper))


@functools.cache
def _left_out_table() -> dict[str, str]:
    return dict(lists()["left_out"])


def _left_out(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    inner = _any_of(_left_out_table())
    for passage in written(paper):
        for match in inner.finditer(passage.text):
            right = _left_out_table()[match.group().lower()]
            if _ends_with(passage.text, match, right):
                continue
            yield right, passage, match.start(), match.end(), f"“{match.group()}” (viết “{right}”)"
        for match in left_out().finditer(passage.text):
            if covered(misspelt(paper), passage, match.start()):
                continue
            begun = match.group()
            missing = lists()["must_follow"][begun.lower()][0]
            after = re.match(rf" [{LETTER}]+(?: [{LETTER}]+)?", passage.text[match.end() :])
            shown = begun + (after.group() if after else "")
            yield begun.lower(), passage, match.start(), match.end(), f"“{shown}” (viết “{begun} {missing}…”)"


def _ends_with(text: str, match: re.Match[str], right: str) -> bool:
    """Whether the match is the end of the right phrase written in full ("Internet vạn vật")."""
    return fold(text[: match.end()]).lower().endswith(fold(right).lower())
