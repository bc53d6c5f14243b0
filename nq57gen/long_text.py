"""What is too long for a text that a person wrote: rules look for words in it, and would look for ever."""

from __future__ import annotations

from nq57gen.patterns import lazily

#: Letters of one paragraph or line of a spec (six pages), and of one word: addresses of pages are shorter.
MOST_LETTERS, MOST_IN_A_WORD = 20_000, 1_000
_LONG_WORD = lazily(r"\S{1001}")


def is_too_long(text: str) -> bool:
    """Whether one line of ``text``, or one word, is longer than anybody writes."""
    if len(text) <= MOST_IN_A_WORD:
        return False
    return any(len(line) > MOST_LETTERS for line in text.split("\n")) or _LONG_WORD.search(text) is not None
