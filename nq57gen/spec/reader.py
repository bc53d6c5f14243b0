"""A spec file as plain data, each value with its place; or every problem of the file at once.

The steps: characters, then YAML (a syntax error is named, hidden and the file read again, so that one
run finds the next), then what YAML allows and a spec does not. Every scalar stays text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from msgspec import Struct, field

from nq57gen.diagnostics import Diagnostic, KeyPath, Position, in_file_order
from nq57gen.errors import InvalidInput
from nq57gen.spec.characters import bad_characters, masked
from nq57gen.spec.ordinary import Memo, read_ordinary
from nq57gen.spec.places import Place, find_offset, position_of
from nq57gen.spec.source import SourceFile
from nq57gen.spec.stop import Stop
from nq57gen.spec.syntax import diagnose
from nq57gen.spec.traps import looks_like_prose_key
from nq57gen.spec.tree import Tree, Value, grow

__all__ = ["SpecData", "Value", "looks_like_prose_key", "read_spec"]

#: How many syntax errors one run names; each costs one more reading of the file,
#: so that a large file (more characters than this, all readings together) names fewer.
MAX_SYNTAX_ERRORS = 25
MAX_REREAD = 3_000_000


class SpecData(Struct):
    """A spec as written: ``data`` is text, lists and mappings; strings are NFC, no value has a type."""

    source: SourceFile
    data: dict[str, Value]
    places: Mapping[KeyPath, Place]
    #: of values at the top that other specs may share
    memos: Mapping[str, Memo] = field(default_factory=dict)

    def position(self, path: KeyPath) -> Position:
        """Where the value at ``path`` begins (of the nearest value above it, if there is none)."""
        return position_of(self._nearest(path).start)

    def key_position(self, path: KeyPath) -> Position:
        """Where the key of ``path`` stands; for an item of a list, the item itself."""
        place = self._nearest(path)
        return position_of(place.key or place.start)

    def text_position(self, path: KeyPath, offset: int) -> Position:
        """Where character ``offset`` of the text at ``path`` was typed.

        Exact for literal blocks (``|``) and for scalars on one line, else the nearest line.
        Where there is no text at ``path``, the same as :meth:`position`.
        """
        text = self._value(path)
        if not isinstance(text, str):
            return self.position(path)
        return find_offset(self.source.lines, self.places[path], text, offset)

    def diagnostic(
        self, code: str, path: KeyPath, *, at_key: bool = False, offset: int | None = None, **values: object
    ) -> Diagnostic:
        """Build the diagnostic ``code`` about the value at ``path``, its key, or a character of its text."""
        if offset is not None:
            position = self.text_position(path, offset)
        else:
            position = self.key_position(path) if at_key else self.position(path)
        return self.source.diagnostic(code, position, path, **values)

    def recall(self, key: str, what: str, given: object) -> Any:
        """What :meth:`remember` was told about the value of ``key`` at the top, here or for another spec.

        ``None`` when that was nothing, or another ``given`` (compared by identity).
        """
        memo = self.memos.get(key)
        if memo is None or what not in memo.known or memo.value is not self.data.get(key):
            return None
        remembered_given, found = memo.known[what]
        return found if remembered_given is given else None

    def remember(self, key: str, what: str, given: object, found: object) -> None:
        """Keep ``found`` with the value of ``key``, for every spec that holds the same.

        ``found`` may follow from that value and ``given`` alone, and from no place in the file: the next spec
        has the value on another line.
        """
        memo = self.memos.get(key)
        if memo is not None and memo.value is self.data.get(key):
            memo.known[what] = (given, found)

    def _nearest(self, path: KeyPath) -> Place:
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path) or Place((0, 0), (0, 0), "[]")  # without content there is none

    def _value(self, path: KeyPath) -> Value:
        value: Value = self.data
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
                value = value[step]
            else:
                return None
        return value


def read_spec(source: SourceFile) -> SpecData:
    """Read ``source``. Raises ``InvalidInput`` with every problem found (codes Y010 on), in file order."""
    data, problems = read_with_problems(source)
    if problems:
        raise InvalidInput(problems)
    return data


def read_with_problems(source: SourceFile) -> tuple[SpecData, list[Diagnostic]]:
    """Read ``source`` as it stands, with the problems found, in file order, so that later stages can go on.

    Raises ``InvalidInput`` with every problem when the file is not YAML all through, or no mapping.
    """
    if ordinary := read_ordinary(source.text):
        return SpecData(source, *ordinary), []
    # One line more than the file: the parser may point behind the last.
    text = "\n".join(["" if line.isspace() else line for line in source.lines])
    lines = [*masked(text).split("\n"), ""]
    tree, problems = _grow_past_errors(source, lines)
    if not problems and not tree.stopped:
        problems = _root_problems(source, tree)
    # Where two readings meet at one spot, the first to speak knows the cause.
    candidates = [*bad_characters(source, tree.scalars), *problems, *tree.problems]
    by_spot: dict[Position | None, Diagnostic] = {}
    for diagnostic in candidates:
        by_spot.setdefault(diagnostic.position, diagnostic)
    found = in_file_order(by_spot.values())
    if problems or tree.stopped or not isinstance(tree.data, dict):
        raise InvalidInput(found)
    return SpecData(source, tree.data, tree.places), found


def _grow_past_errors(source: SourceFile, lines: list[str]) -> tuple[Tree, list[Diagnostic]]:
    """The tree of ``lines``, with the causes of syntax errors taken out of them, and those causes."""
    problems: list[Diagnostic] = []
    limit = min(MAX_SYNTAX_ERRORS, MAX_REREAD // (len(source.text) + 1) + 1)
    tree = grow(source, lines)
    while tree.error is not None:
        trouble = diagnose(_stop(tree, tree.error, lines))
        problems.append(source.diagnostic(trouble.code, position_of(trouble.at), **trouble.values))
        changes = {n: text for n, text in trouble.edits.items() if lines[n] != text}
        if not changes or len(problems) == limit:
            break
        for number, text in changes.items():
            lines[number] = text
        tree = grow(source, lines)
    return tree, problems


def _stop(tree: Tree, error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Stop:
    mark, context_mark = error.problem_mark, error.context_mark
    return Stop(
        lines,
        at=(mark.line, mark.column) if mark else (0, 0),
        problem=error.problem or "",
        context=error.context or "",
        context_at=(context_mark.line, context_mark.column) if context_mark else None,
        last=tree.last,
        open_flows=tree.open_flows,
        closed_flow=tree.closed_flow,
    )


def _root_problems(source: SourceFile, tree: Tree) -> list[Diagnostic]:
    """What is wrong with a file as a whole."""
    if tree.empty:
        return [source.diagnostic("Y010", Position(1, 1))]
    if not isinstance(tree.data, dict):
        return [source.diagnostic("Y011", position_of(tree.places[()].start))]
    return []
