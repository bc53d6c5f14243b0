"""300 triples made at random: nothing of either side is lost without a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from nq57gen.merging import Outcome, merge
from nq57gen.merging.conflicts import set_aside
from nq57gen.merging.tree import Node, parse
from tests.merging.triples import triple

COUNT = 300
WORD = re.compile(r"\bx[gtm]\d+\b")


def texts(node: Node, where: str = "") -> Iterator[tuple[str, str]]:
    """Every text with its place; items are ``[]``."""
    if node.kind == "text":
        yield where, node.text or ""
    for child in node.children:
        step = "[]" if child.key is None else f".{child.key}" if where else child.key
        yield from texts(child, where + step)


class Side:
    """The words a spec holds, in its values and in its comments."""

    def __init__(self, text: str) -> None:
        self.root = parse(text, "")
        set_aside(self.root)
        self.places = {word: where for where, value in texts(self.root) for word in WORD.findall(value)}
        self.words = set(self.places)
        self.comments = {w for _, text in self.root.doc.comments.values() for w in WORD.findall(text)}

    def ids(self) -> Counter[str]:
        return Counter(value for where, value in texts(self.root) if where.endswith("].ma"))


@pytest.mark.parametrize("seed", range(COUNT))
def test_a_merge_loses_nothing_without_a_word(seed: int) -> None:
    # every third with so many edits that both sides meet often
    base, theirs, mine = triple(seed, 25 if seed % 3 == 0 else 8)
    merged = merge(base, theirs, mine)
    old, new, own, result = (Side(text) for text in (base, theirs, mine, merged.text))

    # what the ward wrote is there, what it removed is not, its comments are
    assert own.words - old.words <= result.words
    assert not (old.words - own.words) & result.words
    assert own.comments - old.comments <= result.comments
    # what the province wrote is there, or recorded and listed
    recorded = {word for change in merged.conflicts for word in WORD.findall(change.theirs or "")}
    missing = (new.words - old.words) - result.words
    assert missing <= recorded
    assert all(re.search(rf"\b{word}\b", merged.text) for word in missing)
    # what it removed is gone, or stands where something is listed as not taken
    listed = [
        re.sub(r"\[[^\]]*\](\(\d+\))?", "[]", change.where)
        for change in merged.changes
        if change.outcome is not Outcome.TAKEN
    ]
    for word in (old.words - new.words) & result.words:
        assert any(result.places[word].startswith(where) for where in listed), word
    # no row stands twice
    assert all(count <= max(own.ids()[row], new.ids()[row]) for row, count in result.ids().items())


@pytest.mark.parametrize("seed", range(COUNT))
def test_a_second_merge_changes_nothing(seed: int) -> None:
    base, theirs, mine = triple(seed, 25 if seed % 3 == 0 else 8)
    merged = merge(base, theirs, mine)
    assert merge(base, theirs, mine) == merged
    assert merge(base, theirs, merged.text).text == merged.text
    assert merge(theirs, theirs, merged.text).text == merged.text
    assert merge(base, base, mine).text == mine
