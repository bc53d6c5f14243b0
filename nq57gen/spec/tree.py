"""From YAML events to plain data, with the place of every key and value.

PyYAML's parser gives events; its constructor, which would type the scalars, is not used. Whatever YAML
allows and a spec does not (anchors, tags, equal keys, depth, values that silently lose text) is
recorded here with its place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import yaml
from msgspec import Struct, field

from nq57gen.diagnostics import Diagnostic, KeyPath
from nq57gen.spec import traps
from nq57gen.spec.characters import MAX_PROBLEMS, Span
from nq57gen.spec.places import Place, position_of
from nq57gen.spec.source import SourceFile
from nq57gen.spec.stop import end_of, start_of
from nq57gen.spec.suggest import quoted_line

#: Plain data: every scalar is text; ``None`` is a scalar left empty.
Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

#: Deeper than any outline or table; a guard against files made to exhaust the machine.
MAX_DEPTH = 50

#: Plain scalars that stand for an empty value.
NULLS = frozenset({"", "~", "null", "Null", "NULL"})

# The C parser is many times faster and counts lines and columns in characters, as the other does.
_LOADER: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = (
    yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
)


def without_last_line_end(text: str) -> str:
    """``text`` without the line ends behind it: those of a block ("|") say nothing."""
    return text.rstrip("\n") if text.endswith("\n") else text


class _Frame(Struct):
    """An open list or mapping."""

    path: KeyPath
    start: tuple[int, int]
    value: dict[str, Value] | list[Value]
    flow: bool
    keys: dict[str, traps.Key] = field(default_factory=dict)
    key: traps.Key | None = None  # read, its value not yet
    is_key: bool = False  # a list or mapping where a key belongs
    in_key: bool = False  # the same, or inside one

    def key_is_next(self) -> bool:
        return self.key is None and isinstance(self.value, dict)

    def next_path(self) -> KeyPath:
        """Path of the value that comes next (of the mapping, when a key comes next)."""
        if isinstance(self.value, list):
            return (*self.path, len(self.value))
        return self.path if self.key is None else (*self.path, self.key.text)


class Tree(Struct):
    """What the events of one file said so far."""

    source: SourceFile
    lines: Sequence[str]
    data: Value = None
    places: dict[KeyPath, Place] = field(default_factory=dict)
    scalars: list[Span] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    error: yaml.MarkedYAMLError | None = None
    #: the file holds nothing but comments
    empty: bool = True
    #: nothing behind the last event was looked at (too deep, another document, too many problems)
    stopped: bool = False
    last: yaml.Event | None = None
    #: start of the flow list or mapping closed last
    closed_flow: tuple[int, int] | None = None
    _frames: list[_Frame] = field(default_factory=list)

    @property
    def open_flows(self) -> list[tuple[int, int]]:
        """Where the brackets not yet closed stand, outermost first."""
        return [frame.start for frame in self._frames if frame.flow and self._char(frame.start) in "[{"]

    def feed(self, event: yaml.Event) -> None:
        """Take one event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and () in self.places:
            self._report("Y012", start_of(event), ())
            self.stopped = True
        self.last = event

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._refuse_properties(event)
        parent = self._frames[-1] if self._frames else None
        path = parent.next_path() if parent else ()
        start = start_of(event)
        if len(self._frames) == MAX_DEPTH:
            self._report("Y013", start, (), depth=MAX_DEPTH)
            self.stopped = True
            return
        value: dict[str, Value] | list[Value] = {} if isinstance(event, yaml.MappingStartEvent) else []
        frame = _Frame(path, start, value, bool(event.flow_style))
        if parent:
            frame.is_key = parent.key_is_next()
            frame.in_key = frame.is_key or parent.in_key
        if not frame.is_key:
            key = parent.key if parent else None
            self._put(value, path, Place(start, end_of(event), "[]", key.start if key else None))
        self._frames.append(frame)

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        frame = self._frames.pop()
        parent = self._frames[-1] if self._frames else None
        if frame.flow:
            self.closed_flow = frame.start
        if frame.is_key and parent is not None:
            code, at, values = traps.key_of_nodes(self.lines, frame.start)
            self._report(code, at, parent.path, **values)
            parent.key = traps.Key(f"?{len(parent.keys)}", frame.start, end_of(event))
            return
        if isinstance(frame.value, dict):
            in_list = parent is not None and isinstance(parent.value, list)
            for key, code, values in traps.odd_keys(
                self.lines, frame.keys, in_list=in_list, in_flow=frame.flow
            ):
                self._report(code, key.start, (*frame.path, key.text), **values)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_properties(event)
        start, end, style = start_of(event), end_of(event), event.style or ""
        raw = event.value
        text = raw if raw.isascii() else unicodedata.normalize("NFC", raw)
        same, text = raw == text, without_last_line_end(text)
        self.scalars.append(((start[0] + 1, 0) if style in ("|", ">") else start, end))
        frame = self._frames[-1] if self._frames else None
        if frame and frame.key_is_next():
            self._key(frame, traps.Key(text, start, end, style))
            return
        key = frame.key if frame else None
        place = Place(start, end, style, key.start if key else None, None if same else raw)
        path = frame.next_path() if frame else ()
        if not (frame and frame.in_key) and not traps.is_ordinary(self.lines, raw, place):
            scalar = traps.Scalar(raw, place, in_flow=frame is not None and frame.flow)
            for code, at, values in traps.scalar_problems(self.lines, scalar, key):
                self._report(code, at, path, **values)
        self._put(None if not style and text in NULLS else text, path, place)

    def _key(self, frame: _Frame, key: traps.Key) -> None:
        path = (*frame.path, key.text)
        first = frame.keys.get(key.text)
        if first is not None:
            self._report("Y030", key.start, path, key=key.text, first=first.start[0] + 1)
        elif found := traps.key_problem(self.lines, key):
            self._report(found[0], key.start, path, **found[1])
        frame.key = key

    def _alias(self, event: yaml.AliasEvent) -> None:
        start = start_of(event)
        frame = self._frames[-1] if self._frames else None
        path = frame.next_path() if frame else ()
        self._report("Y038", start, path, fix=quoted_line(self.lines[start[0]]))
        if frame and frame.key_is_next():
            frame.key = traps.Key(f"?{len(frame.keys)}", start, end_of(event))
        else:
            key = frame.key if frame else None
            self._put(None, path, Place(start, end_of(event), "", key.start if key else None))

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Anchors and tags: a spec says everything in place, and every scalar is text."""
        if event.anchor is None and event.tag is None:
            return
        for code, given in (("Y037", event.anchor), ("Y039", event.tag)):
            if given is not None:
                start = start_of(event)
                path = self._frames[-1].next_path() if self._frames else ()
                self._report(code, start, path, fix=quoted_line(self.lines[start[0]]))

    def _put(self, value: Value, path: KeyPath, place: Place) -> None:
        """Store the value that comes next, at ``path``; of two equal keys the first stays."""
        if not self._frames:
            self.data, self.places[path] = value, place
            self.empty = value is None
            return
        frame = self._frames[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
        elif frame.key is not None:
            key, frame.key = frame.key, None
            key.value_end = place.end
            if key.text in frame.keys:
                return
            frame.keys[key.text] = key
            frame.value[key.text] = value
        self.places[path] = place

    def _char(self, at: tuple[int, int]) -> str:
        return self.lines[at[0]][at[1] : at[1] + 1] or " "

    def _report(self, code: str, at: tuple[int, int], where: KeyPath, **values: object) -> None:
        self.problems.append(self.source.diagnostic(code, position_of(at), where, **values))
        self.stopped = self.stopped or len(self.problems) == MAX_PROBLEMS


def grow(source: SourceFile, lines: Sequence[str]) -> Tree:
    """Read ``lines`` (those of ``source``, made readable) as far as they are YAML."""
    tree = Tree(source, lines)
    try:
        for event in _events("\n".join(lines)):
            tree.feed(event)
            if tree.stopped:
                break
    except yaml.MarkedYAMLError as error:
        tree.error = error
    return tree


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from events_of(text)
    except (OverflowError, ValueError) as error:  # the slower parser on an escape like \UFFFFFFFF
        raise yaml.MarkedYAMLError from error


def events_of(text: str) -> Iterator[yaml.Event]:
    """What the parser says of ``text``, one event after another."""
    return iter(_LOADER(text).get_event, None)
