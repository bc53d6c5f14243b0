"""Targets of two tables that are one: each is the likest to the other."""

from __future__ import annotations

import itertools

from nq57gen.checks.content.indicators import Likeness, indicators, words
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.once import once_a_document

#: Two names alike to this degree are one target; a shorter one may stand wholly in the longer.
_ALIKE = 0.6
INSIDE = 0.97
_LEAST_ALIKE = 0.3
#: A name of fewer telling words is too general to be found in a longer one.
_FEW = 3


def short_name(name: str) -> str:
    """A name cut to what a finding can show."""
    name = name.strip(" .;")
    return name if len(name) <= 90 else name[:88].rsplit(" ", 1)[0] + "…"


@once_a_document
def same_targets(paper: Paper) -> list[tuple[str, str]]:
    """Names of two tables that mean one target: each is the likest to the other."""
    all_of = indicators(paper)
    by_source: dict[str, list[str]] = {}
    for stated in all_of:
        names = by_source.setdefault(stated.source, [])
        if stated.name not in names:
            names.append(stated.name)
    likeness = Likeness(stated.name for stated in all_of)
    pairs = []
    for first, second in itertools.combinations(by_source, 2):
        scores = {
            (one, other): _score(likeness, one, other)
            for one in by_source[first]
            for other in by_source[second]
        }
        for (one, other), score in scores.items():
            best_other = max(scores[one, name] for name in by_source[second])
            best_one = max(scores[name, other] for name in by_source[first])
            if score and score == best_other == best_one:
                pairs.append((one, other))
    return pairs


def _score(likeness: Likeness, one: str, other: str) -> float:
    alike = likeness.alike(one, other)
    if alike >= _ALIKE:
        return alike
    short, long = sorted((one, other), key=lambda name: len(words(name)))
    inside = likeness.inside(short, long) >= INSIDE and len(words(short)) >= _FEW
    return alike if inside and alike >= _LEAST_ALIKE else 0.0
