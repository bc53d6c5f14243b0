"""The central documents everyone cites: their numbers, dates, issuers and titles for certain."""

from __future__ import annotations

import datetime
import difflib
import functools
import re
from dataclasses import dataclass
from importlib import resources

from msgspec import json

from nq57gen.patterns import lazily
from nq57gen.vietnamese.syllables import fold

_WORD = lazily(r"\w+")
#: A text is a title misquoted when its first words are those of the title and so many differ at most.
_FIRST, _MOST_WRONG = 6, 3


#: Words that may come and go in a title.
_SMALL = frozenset({"ve", "viec", "va", "cac", "nam"})


@dataclass(frozen=True, slots=True)
class Known:
    """One document of the list; ``words`` are those of its title, folded and in small letters."""

    kind: str
    symbol: str
    date: datetime.date
    issuer: str
    title: str
    words: tuple[str, ...]


@functools.cache
def library() -> dict[str, Known]:
    """The documents of ``data/central_documents.json`` by their numbers."""
    file = resources.files("nq57gen.checks.content").joinpath("data/central_documents.json")
    rows = json.decode(file.read_bytes())["documents"]
    return {
        row["symbol"]: Known(
            row["kind"],
            row["symbol"],
            datetime.date.fromisoformat(row["date"]),
            row["issuer"],
            row["title"],
            words_of(row["title"]),
        )
        for row in rows
    }


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded, signs left out."""
    return tuple(map(_plain, _WORD.findall(text)))


@functools.lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    return fold(word).lower()


@dataclass(frozen=True, slots=True)
class Misquoted:
    """A title that is not quite that of ``known``: where in the text it stands, and the words that differ."""

    known: Known
    start: int
    end: int
    wrong: str
    right: str


def misquoted(text: str) -> list[Misquoted]:
    """Titles of the list in a text with a word or a year that differs; spelling and signs left aside."""
    spots = list(_WORD.finditer(text))
    if len(spots) < _FIRST:
        return []
    folded = [_plain(spot.group()) for spot in spots]
    plain = " ".join(folded)
    nearby = [known for known in library().values() if " ".join(known.words[:_FIRST]) in plain]
    return [
        one
        for known in nearby
        if len(known.words) >= 2 * _FIRST
        for at, word in enumerate(folded)
        if word == known.words[0]
        and tuple(folded[at : at + _FIRST]) == known.words[:_FIRST]
        and tuple(folded[at : at + len(known.words)]) != known.words
        and (one := _compare(known, folded, spots, at))
    ]


def _compare(known: Known, folded: list[str], spots: list[re.Match[str]], at: int) -> Misquoted | None:
    """How the words from ``at`` on differ from the title, None when not at all or by too much."""
    size = len(known.words)
    here = folded[at : at + size + 2]
    matcher = difflib.SequenceMatcher(None, known.words, here, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks or sum(block.size for block in blocks) < size - _MOST_WRONG:
        return None
    left, end = size - blocks[-1].a - blocks[-1].size, blocks[-1].b + blocks[-1].size
    if left == 1 and known.words[-1].isdigit() and "".join(here[end : end + 1]).isdigit():
        end += 1  # another year at the very end
    elif left:
        return None
    edits = [
        (tag, a1, a2, b1, b2)
        for tag, a1, a2, b1, b2 in matcher.get_opcodes()
        if tag != "equal" and b1 < end and not _SMALL.issuperset([*known.words[a1:a2], *here[b1:b2]])
    ]
    if not edits:
        return None
    title = list(_WORD.finditer(known.title))
    wrong = ", ".join(
        " ".join(spot.group() for spot in spots[at + b1 : at + b2]) for _, _, _, b1, b2 in edits
    )
    right = ", ".join(" ".join(word.group() for word in title[a1:a2]) for _, a1, a2, _, _ in edits)
    return Misquoted(known, spots[at].start(), spots[at + end - 1].end(), wrong, right)
