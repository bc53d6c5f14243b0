"""Fixed phrases of the field and what is almost one of them: a syllable misspelt or left out."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.wording import (
    LETTER,
    lists,
    pairs,
    without_addresses,
    words_of,
    written,
)
from nq57gen.checks.layout.wording import old_tones
from nq57gen.checks.once import once_a_document
from nq57gen.vietnamese.syllables import fold

#: A pair so often in the document is a word of it.
_OFTEN = 2
#: Pairs of words whose phrases are remembered.
_PAIRS_KEPT = 16384
#: A shorter syllable with another letter is too often another word.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Near:
    """Words that are almost a phrase: where they stand, and what they were meant to be."""

    passage: Passage
    start: int
    end: int
    right: str

    @property
    def text(self) -> str:
        """The words as written."""
        return self.passage.text[self.start : self.end]


@once_a_document
def misspelt(paper: Paper) -> list[Near]:
    """Where a phrase is written with one syllable that differs by a mark or a letter."""
    return [near for passage in written(paper) for near in _misspelt_in(passage, pairs(paper))]


def _misspelt_in(passage: Passage, seen: dict[tuple[str, str], int]) -> Iterator[Near]:
    text = without_addresses(passage.text)
    words = words_of(text)
    lower = [word.group() for word in words_of(old_tones(text.lower()))]
    seconds = [text[first.end() : second.start()] for first, second in itertools.pairwise(words)]
    taken = -1
    for at in range(len(words) - 1):
        if at <= taken:
            continue
        for phrase in _begun_by(lower[at], lower[at + 1]):
            size = len(phrase.words)
            if tuple(seconds[at : at + size - 1]) != phrase.gaps:
                continue
            wrong = _one_wrong(lower[at : at + size], phrase.words)
            if wrong is None or not _settled(lower, at, wrong, phrase.words, seen):
                continue
            span = words[at].start(), words[at + size - 1].end()
            if _is_name(text[span[0] : span[1]]) and not text.isupper():
                continue
            word = words[at + wrong]
            right = _cased(phrase.text_of(wrong), word.group())
            fixed = text[span[0] : word.start()] + right + text[word.end() : span[1]]
            yield Near(passage, *span, fixed)
            taken = at + size - 1
            break


def _is_name(text: str) -> bool:
    """Whether each word begins with a capital: a name, or a short form."""
    return all(word[0].isupper() for word in text.split() if word[0].isalpha())


def covered(near: list[Near], passage: Passage, at: int) -> bool:
    """Whether a place in a passage is in one of ``near``."""
    return any(one.passage.at == passage.at and one.start <= at < one.end for one in near)


def _one_wrong(found: list[str], right: tuple[str, ...]) -> int | None:
    """The index of the only syllable that differs, when it does by little; else None."""
    if len(found) != len(right):
        return None
    wrong = [at for at, (one, other) in enumerate(zip(found, right, strict=True)) if one != other]
    if len(wrong) != 1 or not _near(found[wrong[0]], right[wrong[0]]):
        return None
    return wrong[0]


@functools.lru_cache(maxsize=_PAIRS_KEPT)
def _near(one: str, other: str) -> bool:
    """Whether two syllables differ by marks alone, or by one letter: more, less, another, two turned."""
    first, second = fold(one), fold(other)
    if first == second:
        return True
    if abs(len(first) - len(second)) > 1 or min(len(first), len(second)) < _SHORTEST:
        return False
    a, b = _differing(first, second)
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _differing(first: str, second: str) -> tuple[str, str]:
    """Two words from their first different letter on."""
    same = (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b)
    start = next(same, min(len(first), len(second)))
    return first[start:], second[start:]


def _easily(one: str, other: str) -> bool:
    """Whether one syllable is typed for another without making another word: no letter in place of another.

    But those that are spoken alike in places (l and n, s and x) are.
    """
    first, second = fold(one), fold(other)
    a, b = _differing(first, second)
    return (
        first == second
        or len(first) != len(second)
        or a[1:] != b[1:]
        or {a[:1], b[:1]} in ({"l", "n"}, {"s", "x"})
    )


def _settled(
    lower: list[str], at: int, wrong: int, right: tuple[str, ...], seen: dict[tuple[str, str], int]
) -> bool:
    """Whether the wrong syllable, or the other of a pair, is no part of a word beside the phrase."""
    size = len(right)
    before = (lower[at - 1], lower[at]) if at else None
    after = (lower[at + size - 1], lower[at + size]) if at + size < len(lower) else None
    beside = [
        pair for pair, edge in ((before, 0), (after, size - 1)) if pair and (size == 2 or wrong == edge)
    ]
    if any(" ".join(pair) in _good_pairs() for pair in beside):
        return False
    found = lower[at + wrong]
    if (size == 2 or wrong in (0, size - 1)) and not _easily(found, right[wrong]):
        return False
    if size > 2:
        return True
    if found in lists()["small_words"]:
        return False
    pair = lower[at], lower[at + 1]
    if " ".join(pair) in _right_too() or seen.get(pair, 0) > _OFTEN:
        return False
    if fold(pair[wrong]) == fold(right[wrong]):
        return True
    # another letter makes another word too easily: then the word beside must not speak for one
    outer = after if wrong else before
    return outer is None or seen.get(outer, 0) <= max(1, seen.get(pair, 0))


def _cased(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


@dataclass(frozen=True, slots=True)
class _Phrase:
    text: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]

    def text_of(self, at: int) -> str:
        """The syllable ``at`` as the list writes it."""
        return words_of(self.text)[at].group()


@functools.cache
def _phrases() -> tuple[_Phrase, ...]:
    found = []
    for text in sorted(lists()["phrases"], key=lambda text: -len(text.split())):
        words = words_of(old_tones(text))
        gaps = tuple(text[a.end() : b.start()] for a, b in itertools.pairwise(words))
        found.append(_Phrase(text, tuple(word.group() for word in words), gaps))
    return tuple(found)


@functools.lru_cache(maxsize=_PAIRS_KEPT)
def _begun_by(first: str, second: str) -> tuple[_Phrase, ...]:
    """The phrases that may begin with two words, one of them perhaps misspelt."""
    same = (phrase for phrase in _by_part().get(first, ()) if _alike(second, phrase.words[1]))
    return (*same, *(phrase for phrase in _by_second().get(second, ()) if _alike(first, phrase.words[0])))


def _alike(one: str, other: str) -> bool:
    return one == other or _near(one, other)


@functools.cache
def _by_part() -> dict[str, tuple[_Phrase, ...]]:
    return _indexed(0)


@functools.cache
def _by_second() -> dict[str, tuple[_Phrase, ...]]:
    return _indexed(1)


def _indexed(part: int) -> dict[str, tuple[_Phrase, ...]]:
    found: dict[str, tuple[_Phrase, ...]] = {}
    for phrase in _phrases():
        found[phrase.words[part]] = (*found.get(phrase.words[part], ()), phrase)
    return found


@functools.cache
def _good_pairs() -> frozenset[str]:
    two = (phrase.text for phrase in _phrases() if len(phrase.words) == 2)
    return frozenset(map(old_tones, [*lists()["good_pairs"], *two]))


@functools.cache
def _right_too() -> frozenset[str]:
    return _good_pairs() | frozenset(map(old_tones, lists()["right_too"]))


def is_known_pair(first: str, second: str) -> bool:
    """Whether two words make a word of the lists."""
    return f"{old_tones(first.lower())} {old_tones(second.lower())}" in _right_too()


@once_a_document
def known_marked(paper: Paper) -> dict[tuple[str, str, int], str]:
    """Marked words by the other word of a pair, the word without its marks, and its place in the pair (0, 1).

    The pairs are those of the lists and those of the document.
    """
    found: dict[tuple[str, str, int], str] = {}
    for first, second in (*_listed_pairs(), *pairs(paper)):
        for other, word, part in ((second, first, 0), (first, second, 1)):
            if not word.isascii():
                found.setdefault((other, fold(word), part), word)
    return found


@functools.cache
def _listed_pairs() -> tuple[tuple[str, str], ...]:
    """Words next to each other in the lists."""
    texts = [phrase.words for phrase in _phrases()] + [tuple(text.split()) for text in sorted(_good_pairs())]
    return tuple(pair for words in texts for pair in itertools.pairwise(words) if "" not in pair)


@functools.cache
def left_out() -> re.Pattern[str]:
    """Phrases whose last syllable is left out: "thủ tục hành" before anything but "chính"."""
    each = "|".join(
        rf"{re.escape(begun)}(?= (?!(?:{'|'.join(next_ones)})(?!\w))[{LETTER}])"
        for begun, next_ones in lists()["must_follow"].items()
    )
    return re.compile(rf"(?<!\w)(?:{each})", re.IGNORECASE)
