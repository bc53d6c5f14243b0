"""Every figure of a document, and what a finding says of several."""

from __future__ import annotations

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.quantities import Quantity, quantities
from nq57gen.checks.content.rule import Found
from nq57gen.checks.content.wording import others
from nq57gen.checks.once import once_a_document

#: So many figures are quoted.
_SHOWN = 6


@once_a_document
def figures(paper: Paper) -> list[tuple[Passage, Quantity]]:
    """The figures of the text, of tables and of the titles of appendices."""
    return [
        (passage, figure)
        for passage in paper.passages
        if passage.running or passage.kind in (Kind.CELL, Kind.TITLE)
        for figure in quantities(passage.text)
    ]


def all_in_one(found: list[tuple[Passage, Quantity]], before: str = "", hint: str = "") -> Found:
    """One finding for several figures: at the first, how each is written, the other places."""
    passage, figure = found[0]
    words = list(dict.fromkeys(f"“{one.written}”" for _, one in found))
    said = ", ".join(words[:_SHOWN]) + ("…" if len(words) > _SHOWN else "")
    also = others([one.place for one, _ in found[1:]])
    return Found(passage.quoted(figure.start, figure.end), f"{before}{said}{also}", hint)
