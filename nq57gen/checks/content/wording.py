"""What the rules on language share: the words of a passage, what to leave alone, a slip told once."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import resources
from typing import Any, TypeAlias

from msgspec import json

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily

#: One Vietnamese letter, for ``[...]`` of a pattern.
LETTER = LOWER + UPPER

#: Where words stand: passage, start, end.
Place: TypeAlias = tuple[Passage, int, int]
#: One slip: the key of its form, where it stands, and what to say of it.
Slip: TypeAlias = tuple[object, Passage, int, int, str]

_WORD = lazily(rf"[{LETTER}]+")
_ADDRESS = lazily(
    r"https?:?//? ?\S*|www\.\S+|\S+@\S+|(?<!\S)[a-z][\w-]*(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE | re.ASCII
)
_QUOTED = lazily(r"“[^“”]*”|\"[^\"]*\"")
#: Texts whose blanked form is remembered.
_TEXTS_KEPT = 8192
#: Findings of one form name so many further places.
_PLACES = 6
#: The letterhead, where people leave blanks to fill in.
_BLANKS = frozenset({Kind.NUMBER, Kind.DATE})


@functools.cache
def lists() -> dict[str, Any]:
    """The lists of the data file ``language.json``."""
    file = resources.files("nq57gen.checks.content").joinpath("data/language.json")
    found: dict[str, Any] = json.decode(file.read_bytes())
    return found


def written(paper: Paper) -> Iterator[Passage]:
    """All passages but the blanks of the letterhead."""
    return (passage for passage in paper.passages if passage.kind not in _BLANKS)


@functools.lru_cache(maxsize=_TEXTS_KEPT)
def without_addresses(text: str) -> str:
    """The text with web and mail addresses blanked out, as long as before."""
    return _ADDRESS.sub(lambda match: "·" * len(match.group()), text)


@functools.lru_cache(maxsize=_TEXTS_KEPT)
def without_quotes(text: str) -> str:
    """The text with what stands in quotation marks blanked out, as long as before."""
    return _QUOTED.sub(lambda match: "·" * len(match.group()), text)


def words_of(text: str) -> list[re.Match[str]]:
    """The words of a text: letters in a row."""
    return list(_WORD.finditer(text))


def matches(
    paper: Paper, pattern: re.Pattern[str], seen: Callable[[str], str] = str
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Where a pattern stands in what is written, looked for in ``seen(text)``, which keeps all places."""
    for passage in written(paper):
        for match in pattern.finditer(seen(passage.text)):
            yield passage, match


def once(found: Iterable[Slip]) -> Iterator[Found]:
    """Each form once: the first place, in its words, with the others."""
    groups: dict[object, list[Slip]] = {}
    for slip in found:
        groups.setdefault(slip[0], []).append(slip)
    for group in groups.values():
        yield together([(passage, start, end) for _, passage, start, end, _ in group], group[0][-1])


def together(places: Sequence[Place], said: str) -> Found:
    """One finding at the first of several places (at least one), the others named behind ``said``."""
    passage, start, end = places[0]
    return Found(passage.quoted(start, end), said + others([other.place for other, _, _ in places[1:]]))


def others(places: list[str]) -> str:
    """“, và 3 chỗ khác (đoạn 4, đoạn 9)”, or nothing."""
    if not places:
        return ""
    named = list(dict.fromkeys(places))
    shown = "; ".join(named[:_PLACES]) + ("…" if len(named) > _PLACES else "")
    return f", và {len(places)} chỗ khác ({shown})"


@once_a_document
def all_text(paper: Paper) -> str:
    """Everything the paper says in small letters, to know fast what is nowhere in it."""
    return "\n".join(passage.text for passage in written(paper)).lower()


@once_a_document
def pairs(paper: Paper) -> dict[tuple[str, str], int]:
    """How often two words follow each other in the document, in small letters."""
    counts: dict[tuple[str, str], int] = {}
    for passage in written(paper):
        words = words_of(passage.text)
        for first, second in itertools.pairwise(words):
            if passage.text[first.end() : second.start()] == " ":
                key = (first.group().lower(), second.group().lower())
                counts[key] = counts.get(key, 0) + 1
    return counts
