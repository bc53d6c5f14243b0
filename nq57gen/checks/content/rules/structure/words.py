"""Texts compared by their words and letters, and shown in a line."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from nq57gen.checks.content.labels import read_label
from nq57gen.checks.layout.pieces import folded
from nq57gen.patterns import lazily

_NOT_LETTERS = lazily(r"[\W_]+")
_WORDS = lazily(r"[^\W_]+")
#: Texts whose words are remembered.
_TEXTS_KEPT = 4096
#: How much of a text a finding shows.
SHOWN = 60


def letters(text: str) -> str:
    """Only the letters and digits of a text, small, without marks on them."""
    return _NOT_LETTERS.sub("", folded(text))


@functools.lru_cache(maxsize=_TEXTS_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, small, without marks on them."""
    return tuple(_WORDS.findall(folded(text)))


def likeness(first: str, second: str) -> float:
    """Which share of the words of two texts is in both."""
    one, other = set(words(first)), set(words(second))
    return len(one & other) / len(one | other) if one and other else 0.0


def unlabelled(text: str) -> str:
    """The text of a paragraph or cell without the number or letter in front of it."""
    label = read_label(text)
    return label.rest if label and label.number else text


def shortened(text: str, most: int = SHOWN) -> str:
    """The beginning of a text, with "…" when that is not all of it."""
    return f"{text[:most]}{'…' if len(text) > most else ''}"


def listed(names: Sequence[str], most: int = 4) -> str:
    """“bảng 1, hàng 3; bảng 1, hàng 5 và 2 chỗ khác”."""
    others = f" và {len(names) - most} chỗ khác" if len(names) > most else ""
    return "; ".join(names[:most]) + others
