"""Where abbreviations are introduced, and where they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.wording import words_of, written
from nq57gen.checks.layout.wording import UPPER
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily

_BRACKET = lazily(
    rf"\((?:sau đây )?(?:gọi (?:tắt )?là |viết tắt là |gọi tắt: )?[“\"]?([{UPPER}]{{2,8}})[”\"]?\)"
)
_SKIPPED = frozenset({"và", "của", "các", "về"})


@dataclass(frozen=True, slots=True)
class Introduction:
    """Where an abbreviation is explained: "chuyển đổi số (CĐS)"."""

    short: str
    meaning: str
    passage: Passage
    start: int


@once_a_document
def introductions(paper: Paper) -> list[Introduction]:
    """The brackets whose letters are the initials of the words before them."""
    return [
        Introduction(match[1], meaning, passage, match.start(1))
        for passage in written(paper)
        for match in _BRACKET.finditer(passage.text)
        if (meaning := _meaning(passage.text[: match.start()], match[1]))
    ]


def _meaning(before: str, short: str) -> str:
    """The words at the end of ``before`` whose initials are ``short``, or ""."""
    words = words_of(before)
    letters = list(short.lower())
    for word in reversed(words):
        if letters and word.group()[0].lower() == letters[-1]:
            letters.pop()
        elif word.group().lower() not in _SKIPPED:
            return ""
        if not letters:
            return before[word.start() :].strip().lower()
    return ""


def uses(paper: Paper, short: str) -> Iterator[tuple[Passage, int]]:
    """Where an abbreviation stands, its introductions too; not in titles all in capitals."""
    pattern = re.compile(rf"(?<![\w/.-]){short}(?![\w/]|-{UPPER})")
    for passage in written(paper):
        if passage.kind is Kind.CELL or not passage.text.isupper():
            for match in pattern.finditer(passage.text):
                yield passage, match.start()
