"""Finds texts of a document among printed words, whatever became of spaces, hyphens and line ends."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from nq57gen.printing.pages import Page, Word, squeezed

#: The next line begins at most this many heights of a word below it.
_NEXT_LINE = 1.6


class Trace(Struct, frozen=True):
    """The words that print a text; ``lines`` is how many lines they stand on."""

    words: tuple[Word, ...]
    lines: int

    @property
    def top(self) -> float:
        """Upper edge of its first line."""
        return self.words[0].top

    @property
    def bottom(self) -> float:
        """Lower edge of its last line."""
        return self.words[-1].bottom


def first_words(text: str, count: int) -> str:
    """At most ``count`` words of ``text``."""
    return " ".join(text.split()[:count])


def trace(page: Page, text: str) -> Trace | None:
    """Where ``text`` stands on ``page``, the place with the fewest lines; None when it is not there."""
    return min(traces(page, text), key=lambda found: found.lines, default=None)


def traces(page: Page, text: str) -> Iterator[Trace]:
    """Every place of ``page`` where ``text`` begins and can be followed to its end."""
    wanted = squeezed(text)
    rows = [[word for word in row.words if word.key] for row in page.rows] if wanted else []
    for row, words in enumerate(rows):
        for at in range(len(words)):
            found = _follow(rows, row, at, wanted)
            if found:
                yield Trace(tuple(rows[r][a] for r, a in found), len({r for r, _ in found}))


def _follow(rows: list[list[Word]], row: int, at: int, rest: str) -> list[tuple[int, int]]:
    """Row and place of each word that prints ``rest`` from the word at ``row``, ``at`` on.

    [] when it breaks off. A last word may go on (a mark of a footnote sticks to it).
    """
    word = rows[row][at]
    if word.key.startswith(rest):
        return [(row, at)]
    if not rest.startswith(word.key):
        return []
    rest = rest[len(word.key) :]
    reach = word.bottom + _NEXT_LINE * (word.bottom - word.top)
    steps = [(row, at + 1)] if at + 1 < len(rows[row]) else []
    for below in range(row + 1, len(rows)):
        words = rows[below]
        if words and words[0].top > reach:
            break
        steps += [(below, place) for place in range(len(words)) if words[place].left < word.right]
    for step in steps:
        found = _follow(rows, *step, rest)
        if found:
            return [(row, at), *found]
    return []
