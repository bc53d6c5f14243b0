"""Places still to fill in, as our drafts show them: "[…]", highlighted. They are told of by themselves."""

from __future__ import annotations

import itertools

from nq57gen.checks.layout.pieces import once_each
from nq57gen.patterns import lazily
from nq57gen.reading.types import ParagraphView

#: What a highlighted stretch holds that is nothing but such places.
_ONLY_PLACES = lazily(r"\s*(?:\[[^\[\]]+\]\s*)+")
_PLACE = lazily(r"\[([^\[\]]+)\]")


@once_each
def places_to_fill(paragraph: ParagraphView) -> tuple[str, ...]:
    """What is to be filled in in ``paragraph``; Word may have split the runs of a place."""
    return tuple(
        " ".join(words.split())
        for text in _highlighted(paragraph)
        if _ONLY_PLACES.fullmatch(text)
        for words in _PLACE.findall(text)
    )


@once_each
def is_highlighted(paragraph: ParagraphView) -> bool:
    """Whether something else than places to fill in is highlighted."""
    return any(not _ONLY_PLACES.fullmatch(text) for text in _highlighted(paragraph) if text.strip())


def _highlighted(paragraph: ParagraphView) -> list[str]:
    """The stretches of text that are highlighted."""
    shown = (run for run in paragraph.runs if not run.hidden)
    stretches = itertools.groupby(shown, key=lambda run: run.highlight)
    return ["".join(run.text for run in runs) for lit, runs in stretches if lit]
