"""Syllables with the tone ngã that no word has."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.phrases import covered, misspelt
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import lists, once, without_addresses, words_of, written
from nq57gen.checks.layout.wording import old_tones
from nq57gen.vietnamese.spelling import is_syllable

_TILDE, _HOOK = "\u0303", "\u0309"


@rule(
    "NN-32",
    "Tiếng mang dấu ngã phải có trong tiếng Việt",
    "đọc lại: thường là dấu hỏi",
    bad=[
        "Các phong trào đã tạo chuyễn biến rõ rệt trong nhận thức.",
        "Cử đũ số lượng người dự tập huấn.",
    ],
    good=[
        "Đã hỗ trợ, sẵn sàng, mở rộng, giữ vững, kỹ lưỡng, lẫn nhau, những lĩnh vực, xã hội, quỹ đất.",
        "Xã Đũ Hỗn, ông Nguyễn Chuyễn, ĐŨ.",
    ],
)
def tilde(paper: Paper) -> Iterable[Found]:
    """Words in small letters with the tone ngã that are not in the list; not in a phrase that NN-09 mends."""
    yield from once(
        (word.group(), passage, word.start(), word.end(), f"“{word.group()}” (có phải là “{right}”?)")
        for passage in written(paper)
        for word in words_of(without_addresses(passage.text))
        if (right := _hooked(word.group())) and not covered(misspelt(paper), passage, word.start())
    )


@functools.lru_cache(maxsize=4096)
def _hooked(word: str) -> str:
    """The word with the tone hỏi, if it has a ngã that no word has; else ""."""
    apart = unicodedata.normalize("NFD", word)
    if _TILDE not in apart or not word.islower() or not is_syllable(word) or old_tones(word) in _known():
        return ""
    return unicodedata.normalize("NFC", apart.replace(_TILDE, _HOOK))


@functools.cache
def _known() -> frozenset[str]:
    return frozenset(map(old_tones, lists()["tilde"]))
