"""Pieces of a spec put in, replaced or cut out at the places its tree gives; all else stays as typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nq57gen.merging.tree import Node, Spot


class Edit(NamedTuple):
    """``text`` in place of what stands from ``start`` up to ``end`` (lines and columns from 0)."""

    start: Spot
    end: Spot
    text: str


def put(at: Spot, text: str) -> Edit:
    """``text`` before the character at ``at``."""
    return Edit(at, at, text)


def line_below(node: Node, text: str) -> Edit:
    """``text`` as a line of its own below the last line of ``node``."""
    after = (node.end[0], len(node.doc.lines[node.end[0]].rstrip("\r\n")))
    return put(after, f"\n{text}")


def applied(lines: Sequence[str], edits: Iterable[Edit], span: tuple[Spot, Spot] | None = None) -> str:
    """The text of ``lines`` (with their ends) with the ``edits`` made; only ``span`` of it when given.

    Edits must not overlap; of several at one place the first comes first.
    """
    begins = [0]
    for line in lines:
        begins.append(begins[-1] + len(line))

    def offset(spot: Spot) -> int:
        return begins[min(spot[0], len(lines))] + (spot[1] if spot[0] < len(lines) else 0)

    text = "".join(lines)
    first, last = (offset(span[0]), offset(span[1])) if span else (0, len(text))
    pieces = []
    for edit in sorted(edits, key=lambda edit: edit.start):
        if first <= offset(edit.start) <= last:
            pieces += [text[first : offset(edit.start)], edit.text]
            first = offset(edit.end)
    return "".join([*pieces, text[first:last]])
