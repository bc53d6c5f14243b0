"""Abbreviations with two meanings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.abbreviations import Introduction, introductions
from nq57gen.checks.content.wording import lists, written


@rule(
    "NN-17",
    "Một chữ viết tắt chỉ có một nghĩa trong cả văn bản",
    "viết đủ ở những chỗ mang nghĩa khác",
    bad=[
        "Nơi nhận:\n- TT Đảng ủy;\n- TT y tế, Bảo hiểm xã hội.",
        "Phát triển công nghệ số (CNS). Bảo đảm chi ngân sách (CNS); CNS và CNS.",
    ],
    good=["Nơi nhận:\n- TT Đảng ủy; TT HĐND phường;\n- CT, các PCT UBND phường."],
)
def meanings(paper: Paper) -> Iterable[Found]:
    """Abbreviations introduced with two meanings, or standing before words that give them two."""
    yield from _two_introductions(paper)
    for short, known in lists()["meanings"].items():
        seen: dict[str, tuple[Passage, re.Match[str]]] = {}
        for passage in written(paper):
            for meaning, patterns in known.items():
                for match in re.finditer(rf"(?<!\w)(?:{'|'.join(patterns)})", passage.text):
                    seen.setdefault(meaning, (passage, match))
        if len(seen) > 1:
            told = ", ".join(
                f"“{match.group().strip()}” là {meaning}" for meaning, (_, match) in seen.items()
            )
            passage, match = list(seen.values())[1]
            yield Found(passage.quoted(*match.span()), f"“{short}” có {len(seen)} nghĩa: {told}")


def _two_introductions(paper: Paper) -> Iterator[Found]:
    first: dict[str, Introduction] = {}
    for known in introductions(paper):
        other = first.setdefault(known.short, known)
        if other.meaning != known.meaning and other.meaning.split() != known.meaning.split():
            place = known.passage.quoted(known.start, known.start + len(known.short))
            yield Found(place, f"“{known.short}” là “{known.meaning}”, trước đó là “{other.meaning}”")
