"""Syllables that cannot be, two run together, a tone on the wrong letter."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.phrases import covered, known_marked, misspelt
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import lists, once, without_addresses, words_of, written
from nq57gen.patterns import lazily
from nq57gen.vietnamese.spelling import is_shape, is_syllable, split_joined, tone_in_place

_VOWEL_MARK = lazily("[^\x00-\x7fđĐ]")


@rule(
    "NN-07",
    "Mỗi tiếng viết đúng chính tả tiếng Việt",
    "đọc lại chữ này và sửa theo từ đúng",
    bad=[
        "Mở rộng nghành nghề kỹ thuật.",
        "Các viêc còn lại được giao cho từng phòng.",
        "Hoạt độngtrang thông tin của phường.",
        "Cấu truc lại dịch vụ công theo kiến trúc mới.",
        "Khu phố đã hòan tất việc rà soát.",
        "Báo cáo qúy IV của phường.",
    ],
    good=[
        "Học tập xã Đắk Lắk, Krông Pa, Êa Hleo; dùng website, fanpage, ôtô; TMĐT, ĐMST và CĐS của HĐND.",
        "Robot, internet, website, laptop, chip bán dẫn, tiktok của phường, cat chương trình.",
        "Giặt giũ, quốc gia, khuya, ngoằn ngoèo, quýt, giếng, gìn giữ, xoong, nguyệt, huỳnh, uỷ, thuở.",
        "Hòa bình, hoà giải, thủy lợi, thuỷ sản, khỏe, khoẻ, giếng, già, quý, quả, của, mía, khuỷu tay.",
    ],
)
def syllables(paper: Paper) -> Iterable[Found]:
    """Words that no Vietnamese syllable can be; not in a phrase that NN-09 mends."""
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
    """What to say of a word that cannot be so; "" of one that can, or that may be foreign or shortened."""
    small = word[1:].islower() or (shouted and word.isupper())
    marked = _VOWEL_MARK.search(word) or (word.islower() and "đ" in word)
    if len(word) < 2 or not small or not marked or word.lower() in lists()["loans"]:
        return ""
    if is_syllable(word):
        right = tone_in_place(word)
        return "" if right == word else f"“{word}” đặt dấu sai chữ (viết “{right}”)"
    if (parts := split_joined(word)) and not word.isupper():
        return f"“{word}” là hai tiếng viết liền (viết “{parts[0]} {parts[1]}”)"
    if word[0].isupper() and not word.isupper() and not is_shape(word):
        return ""  # a name from another language: Đắk, Krông
    return f"“{word}” không phải là một tiếng Việt"
