"""From YAML events to plain data, with the place of every key and value.

PyYAML's parser gives events; its constructor, which would type the scalars, is not used. Whatever YAML
allows and a spec does not (anchors, tags, equal keys, depth, values that silently lose text) is
recorded here with its place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

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

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

# The C parser is many times faster and counts lines and columns in characters, as the other does.
_LOADER: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = (
    yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
)


@dataclass(slots=True)
class _Frame:
    """An open list or mapping."""

    path: KeyPath
    start: tuple[int, int]
    value: dict[str, Value] | list[Value]
    flow: bool
    keys: dict[str, traps.Key] = field(default_factory=dict)
    key: traps.Key | None = None  # read, its value not yet
    is_key: bool = False  # a list or mapping where a key belongs


@dataclass
class Tree:
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
        if isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and () in self.places:
            self._report("Y012", start_of(event), ())
            self.stopped = True
        self.last = event

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._refuse_properties(event)
        path = self._next_path()
        start = start_of(event)
        if len(self._frames) == MAX_DEPTH:
            self._report("Y013", start, (), depth=MAX_DEPTH)
            self.stopped = True
            return
        value: dict[str, Value] | list[Value] = {} if isinstance(event, yaml.MappingStartEvent) else []
        frame = _Frame(path, start, value, bool(event.flow_style), is_key=self._key_is_next())
        if not frame.is_key:
            self._put(value, Place(start, end_of(event), "[]"))
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
        self.scalars.append(((start[0] + 1, 0) if style in ("|", ">") else start, end))
        if self._key_is_next():
            self._key(event, start, end)
            return
        frame = self._frames[-1] if self._frames else None
        text = unicodedata.normalize("NFC", event.value)
        place = Place(start, end, style, raw=event.value if event.value != text else None)
        path = self._next_path()
        scalar = traps.Scalar(event.value, place, in_flow=frame is not None and frame.flow)
        key = frame.key if frame is not None else None
        if not any(frame.is_key for frame in self._frames):
            for code, at, values in traps.scalar_problems(self.lines, scalar, key):
                self._report(code, at, path, **values)
        self._put(None if not style and text in _NULLS else text, place)

    def _key(self, event: yaml.ScalarEvent, start: tuple[int, int], end: tuple[int, int]) -> None:
        frame = self._frames[-1]
        key = traps.Key(unicodedata.normalize("NFC", event.value), start, end, event.style or "")
        path = (*frame.path, key.text)
        first = frame.keys.get(key.text)
        if first is not None:
            self._report("Y030", start, path, key=key.text, first=first.start[0] + 1)
        elif found := traps.key_problem(self.lines, key):
            self._report(found[0], start, path, **found[1])
        frame.key = key

    def _alias(self, event: yaml.AliasEvent) -> None:
        start = start_of(event)
        self._report("Y038", start, self._next_path(), fix=quoted_line(self.lines[start[0]]))
        if self._key_is_next():
            frame = self._frames[-1]
            frame.key = traps.Key(f"?{len(frame.keys)}", start, end_of(event))
        else:
            self._put(None, Place(start, end_of(event), ""))

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Anchors and tags: a spec says everything in place, and every scalar is text."""
        for code, given in (("Y037", event.anchor), ("Y039", event.tag)):
            if given is not None:
                start = start_of(event)
                self._report(code, start, self._next_path(), fix=quoted_line(self.lines[start[0]]))

    def _key_is_next(self) -> bool:
        return (
            bool(self._frames) and isinstance(self._frames[-1].value, dict) and self._frames[-1].key is None
        )

    def _next_path(self) -> KeyPath:
        """Path of the value that comes next (of its mapping, when a key comes next)."""
        if not self._frames:
            return ()
        frame = self._frames[-1]
        if isinstance(frame.value, list):
            return (*frame.path, len(frame.value))
        return frame.path if frame.key is None else (*frame.path, frame.key.text)

    def _put(self, value: Value, place: Place) -> None:
        """Store the value that comes next; of two equal keys the first stays."""
        path = self._next_path()
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
            place = Place(place.start, place.end, place.style, key.start, place.raw)
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
        yield from yaml.parse(text, _LOADER)
    except (OverflowError, ValueError) as error:  # the slower parser on an escape like \UFFFFFFFF
        raise yaml.MarkedYAMLError from error
