"""Take a broken piece out of the lines, so that the parser can go on and find the next problem.

An edit maps line numbers (from 0) to new content; columns in front of the piece stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from nq57gen.patterns import lazily

Edits: TypeAlias = dict[int, str]

_KEY_LINE = lazily(r"[ ]*(?:-[ ]+)*[a-z0-9_]+:(?: |$)")


def indentation(line: str) -> int:
    """How many spaces ``line`` begins with."""
    return len(line) - len(line.lstrip(" "))


def hide_value(lines: Sequence[str], at: tuple[int, int], through: int = -1) -> Edits:
    """A plain word in place of the value that begins at ``at`` (line, column).

    The value ends with its line, line ``through``, or the lines indented below it, whichever is last.
    """
    number, column = at
    line = lines[number]
    content = re.match(r"[ ]*(?:-[ ]+)*", line)
    depth = content.end() if content else 0

    def belongs(n: int) -> bool:
        return n <= through or indentation(lines[n]) > depth or lines[n].lstrip()[:1] in ("]", "}")

    return {number: line[:column] + "x" * (len(line) - column), **_emptied(lines, number + 1, belongs)}


def hide_lines(lines: Sequence[str], first: int, *, siblings: bool = False) -> Edits:
    """Nothing in place of line ``first`` and the lines below it that are indented more.

    With ``siblings`` those indented as much go as well.
    """
    depth = indentation(lines[first]) - siblings
    return {first: "", **_emptied(lines, first + 1, lambda n: indentation(lines[n]) > depth)}


def hide_text(lines: Sequence[str], first: int) -> Edits:
    """Nothing in place of line ``first`` and what follows, up to the next line with a key of a spec."""
    return {first: "", **_emptied(lines, first + 1, lambda n: not _KEY_LINE.match(lines[n]))}


def hide_tabs(lines: Sequence[str], first: int) -> Edits:
    """Nothing in place of line ``first`` and the lines next to it that begin with a tab."""
    return {first: "", **_emptied(lines, first + 1, lambda n: bool(re.match(r"[ -]*\t", lines[n])))}


def _emptied(lines: Sequence[str], first: int, belongs: Callable[[int], bool]) -> Edits:
    edits = {}
    for number in range(first, len(lines)):
        if lines[number].strip() and not belongs(number):
            break
        edits[number] = ""
    return edits
