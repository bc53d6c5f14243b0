"""Where to put the caret under a source line."""

from __future__ import annotations

import unicodedata


def caret_line(source_line: str, column: int) -> str:
    """Spaces and a ``^`` that stands under ``column`` (from 1, in characters) of ``source_line``.

    Counted in display width: a decomposed Vietnamese letter takes one place however many
    characters it has, an East Asian wide one takes two. Tabs are kept, so that both lines jump alike.
    """
    end = min(max(column - 1, 0), len(source_line))
    while 0 < end < len(source_line) and _width(source_line[end]) == 0:
        end -= 1  # a mark stands on its letter
    return "".join("\t" if char == "\t" else " " * _width(char) for char in source_line[:end]) + "^"


def _width(char: str) -> int:
    if char != "\t" and unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
