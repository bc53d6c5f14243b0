"""Comments of the province's new edition come into the ward's spec; those of the ward stay.

A comment belongs to the entry it stands above or beside. What the new edition changed of the comments of an
entry against the old one is done to the ward's, line by line; the values are merged before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec import Struct

from nq57gen.merging.conflicts import KEY
from nq57gen.merging.identity import item, label
from nq57gen.merging.sequences import three_way
from nq57gen.merging.tree import Node

#: How far from its value a comment beside it is put.
_GAP = "   "


class Commented(Struct):
    """The ward's text as it will be; ``changed``: the places of entries whose comments change."""

    text: str
    changed: tuple[str, ...]


class _Entry(NamedTuple):
    """An entry in the old edition (None: not there), in the new one, and in the ward's spec; its place."""

    old: Node | None
    new: Node
    own: Node
    where: str


def with_comments(base: Node, theirs: Node, mine: Node, line_end: str) -> Commented:
    """``mine`` with the comments that ``theirs`` has otherwise than ``base`` (all are roots)."""
    lines = [[line] for line in mine.doc.lines]
    changed = []
    for entry in _entries(base, theirs, mine, ""):
        own, beside = entry.own, _beside(entry)
        above = _above(entry, beside)
        if above is not None:
            first = own.entry[0] - len(own.lead)
            lines[first : own.entry[0]] = [[] for _ in own.lead]
            written = [line if line.endswith(("\r", "\n")) else line + line_end for line in above]
            lines[own.entry[0]] = [*written, *lines[own.entry[0]]]
        if beside is not None and beside.line is not None:
            lines[_side(own)][-1] = beside.line
        if above is not None or (beside is not None and beside.line is not None):
            changed.append(entry.where)
    return Commented("".join(line for row in lines for line in row), tuple(changed))


def _entries(base: Node | None, theirs: Node, mine: Node, where: str) -> Iterator[_Entry]:
    """Every entry that the new edition and the ward have, none in brackets."""
    if theirs.flow or mine.flow or theirs.kind != mine.kind:
        return
    old = base if base is not None and base.kind == mine.kind and not base.flow else None
    for entry in _pairs(old, theirs, mine, where):
        yield entry
        yield from _entries(*entry)


def _pairs(base: Node | None, theirs: Node, mine: Node, where: str) -> Iterator[_Entry]:
    if mine.kind == "map":
        for new in theirs.children:
            key = new.key or ""
            own = mine.child(key)
            if own is not None and key != KEY:
                old = base.child(key) if base is not None else None
                yield _Entry(old, new, own, f"{where}.{key}" if where else key)
    elif mine.kind == "list":
        olds = base.children if base is not None else []
        named = [[item(node) for node in nodes] for nodes in (olds, theirs.children, mine.children)]
        for triple in three_way(*named).triples:
            if triple.theirs is not None and triple.mine is not None:
                old = None if triple.base is None else olds[triple.base]
                own = mine.children[triple.mine]
                yield _Entry(old, theirs.children[triple.theirs], own, f"{where}[{label(own)}]")


def _above(entry: _Entry, beside: _Beside | None) -> list[str] | None:
    """The lines above an entry as they will be; None: as they are."""
    own = entry.own
    before = _said(entry.old.lead) if entry.old is not None else []
    wanted, have = _said(entry.new.lead), _said(own.lead)
    if beside is not None and beside.line is None:
        wanted = [*wanted, beside.comment]
    lines = list(own.lead)
    for tag, b1, b2, w1, w2 in SequenceMatcher(None, before, wanted, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone = [text for text in before[b1:b2] if text not in wanted]
        added = [text for text in wanted[w1:w2] if text not in before and text not in have]
        at = _replaced(lines, gone)
        if added:
            at = _beside_others(lines, _stripped(entry.new.lead), added) if at is None else at
            lines[at:at] = [" " * own.entry[1] + text for text in added]
    return lines if lines != own.lead else None


def _replaced(lines: list[str], gone: Sequence[str]) -> int | None:
    """Take the ``gone`` comments out of ``lines``; where the first one stood, None if none was there."""
    found = [number for number, text in enumerate(_stripped(lines)) if text in gone]
    for number in reversed(found):
        del lines[number]
    return found[0] if found else None


def _beside_others(lines: Sequence[str], theirs: Sequence[str], added: Sequence[str]) -> int:
    """Where in ``lines`` the ``added`` comments go: beside the comments they touch in the new edition."""
    stands = _stripped(lines)
    first = theirs.index(added[0]) if added[0] in theirs else 0
    before = theirs[first - 1] if first else ""
    last = theirs.index(added[-1]) if added[-1] in theirs else len(theirs)
    after = theirs[last + 1] if last + 1 < len(theirs) else ""
    if before and before in stands:
        return stands.index(before) + 1
    return stands.index(after) if after and after in stands else len(lines)


class _Beside(NamedTuple):
    """The ``comment`` that is to stand beside an entry, and the line with it; None: it has to stand above."""

    comment: str
    line: str | None


def _beside(entry: _Entry) -> _Beside | None:
    """What becomes of the comment beside an entry; None: nothing."""
    own = entry.own
    before, wanted, have = (_at_side(node) for node in (entry.old, entry.new, own))
    if wanted in (before, have) or have != before:
        return None
    row = _side(own)
    line = own.doc.lines[row]
    body = line.rstrip("\r\n")
    end = line[len(body) :]
    text = own.text or ""
    if have is not None:
        body = body[: own.doc.comments[row][0]].rstrip()
    elif own.kind == "text" and own.style == "" and (" " in text or not text.isascii()):
        return _Beside(wanted or "", None)  # behind prose without quotes it could be taken for lost text
    return _Beside(wanted or "", body + (f"{_GAP}{wanted}" if wanted else "") + end)


def _stripped(lines: Sequence[str]) -> list[str]:
    return [line.strip() for line in lines]


def _said(lead: Sequence[str]) -> list[str]:
    return [line for line in _stripped(lead) if line]


def _side(node: Node) -> int:
    """The line that a comment beside the entry stands on."""
    inside = node.is_container and not node.flow
    return node.entry[0] if inside or node.style in ("|", ">") else node.end[0]


def _at_side(node: Node | None) -> str | None:
    """The comment beside an entry; None: there is none, or it is that of an entry inside on the same line."""
    if node is None:
        return None
    row = _side(node)
    if node.is_container and not node.flow and any(child.entry[0] == row for child in node.children):
        return None
    found = node.doc.comments.get(row)
    return found[1] if found is not None else None
