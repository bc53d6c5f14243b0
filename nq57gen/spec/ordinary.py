"""The ordinary spec, read quickly: one without a single problem, part by part.

A part is a key at the start of a line with all that follows, up to the next one. A block mapping of YAML may
be cut there: what can be read alone reads the same among others. Parts are remembered by their text, because
the specs of a province share most of theirs. Whatever is not ordinary (a problem of any kind, or what only
might be one) is left to :mod:`nq57gen.spec.tree`, which knows what to say.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import NamedTuple, TypeAlias

import yaml

from nq57gen.patterns import lazily
from nq57gen.spec import traps, tree
from nq57gen.spec.characters import is_suspect
from nq57gen.spec.places import Place, Places, Spot, Spots
from nq57gen.spec.stop import end_of, start_of

#: How many parts are remembered (a spec has about 25), and the longest of them (characters).
REMEMBERED = 128
LONGEST_REMEMBERED = 50_000

_KEY = "(?=[a-z0-9_]+:[ \n])"
_FIRST_KEY = lazily(_KEY)
_NEXT_KEY = lazily("\n" + _KEY)
_BLANKS = (" ", "\t")
_NOTHING: Spots = {}

#: Line and column, from 0.
At: TypeAlias = tuple[int, int]
Collection: TypeAlias = "dict[str, tree.Value] | list[tree.Value]"


class Memo:
    """What was found out about one value that specs share, by what it is: ``known`` of ``value`` itself."""

    __slots__ = ("known", "value")

    def __init__(self, value: tree.Value) -> None:
        self.value = value
        self.known: dict[str, tuple[object, object]] = {}


class Part(NamedTuple):
    """One part as read: its keys (mostly one) with values and places; lines count from its first."""

    data: dict[str, tree.Value]
    spots: Spots
    memos: dict[str, Memo]
    start: Place
    lines: int


class Ordinary(NamedTuple):
    """A whole file: the data, their places, and what is known of the value of each key at the top."""

    data: dict[str, tree.Value]
    places: Places
    memos: dict[str, Memo]


class _UnusualError(Exception):
    """Something that is a problem, or may be one."""


def read_ordinary(text: str) -> Ordinary | None:
    """``text`` as the data of a file; ``None`` when the file is not ordinary.

    The values may be shared with other specs: nobody may change them.
    """
    data: dict[str, tree.Value] = {}
    memos: dict[str, Memo] = {}
    parts: dict[str | int, tuple[int, Spot]] = {}
    root: Place | None = None
    line = 0
    for piece in _pieces(text):
        part = (remembered_part if len(piece) <= LONGEST_REMEMBERED else read_part)(piece)
        if part is None or not data.keys().isdisjoint(part.data):
            return None
        root = root or part.start
        data.update(part.data)
        memos.update(part.memos)
        for key, spot in part.spots.items():
            parts[key] = (line, spot)
        line += part.lines
    return Ordinary(data, Places(root, parts), memos) if root else None


def _pieces(text: str) -> list[str]:
    """The texts of the parts, without the line ends between; the first begins with what is above its key."""
    pieces = _NEXT_KEY.split(text)
    if len(pieces) > 1 and not _FIRST_KEY.match(text):
        pieces[:2] = ["\n".join(pieces[:2])]
    return pieces


def read_part(text: str) -> Part | None:
    """``text``, without its last line end, as one block mapping that begins in the first column.

    ``None`` when it is not ordinary.
    """
    if is_suspect(text) or not unicodedata.is_normalized("NFC", text):
        return None
    try:
        return _PartReader([*("" if line.isspace() else line for line in text.split("\n")), ""]).read()
    except (_UnusualError, yaml.YAMLError, ValueError, OverflowError):
        return None


remembered_part = functools.lru_cache(maxsize=REMEMBERED)(read_part)


class _PartReader:
    """Reads one part; raises as soon as something is not ordinary."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        text = "\n".join(lines)
        self._asks = "?" in text  # only then a key may stand behind the mark of a complex key
        self._events = tree.events_of(text)

    def read(self) -> Part:
        """The whole part."""
        self._expect(yaml.StreamStartEvent)
        self._expect(yaml.DocumentStartEvent)
        root = next(self._events, None)
        if type(root) is not yaml.MappingStartEvent or root.flow_style or start_of(root)[1]:
            raise _UnusualError
        spots: Spots = {}
        data = self._mapping(spots, 1, in_flow=False)
        self._expect(yaml.DocumentEndEvent)
        self._expect(yaml.StreamEndEvent)
        memos = {key: Memo(value) for key, value in data.items()}
        return Part(data, spots, memos, Place(start_of(root), end_of(root), "[]"), len(self._lines) - 1)

    def _expect(self, kind: type[yaml.Event]) -> None:
        event = next(self._events, None)
        if type(event) is not kind or getattr(event, "explicit", False):
            raise _UnusualError

    def _collection(self, event: yaml.Event | None, key: At | None, depth: int) -> tuple[Collection, Spot]:
        """The list or mapping that ``event`` opens, and where all of it stands; its key stands at ``key``."""
        if not isinstance(event, yaml.CollectionStartEvent) or depth > tree.MAX_DEPTH:
            raise _UnusualError
        if event.anchor is not None or event.tag is not None:
            raise _UnusualError
        spots: Spots = {}
        read = self._mapping if type(event) is yaml.MappingStartEvent else self._list
        data = read(spots, depth, in_flow=bool(event.flow_style))
        return data, (Place(start_of(event), end_of(event), "[]", key), spots)

    def _mapping(self, spots: Spots, depth: int, *, in_flow: bool) -> dict[str, tree.Value]:
        """Keys and values up to the end of the mapping; their places go into ``spots``."""
        data: dict[str, tree.Value] = {}
        for event in self._events:
            if type(event) is not yaml.ScalarEvent:
                if type(event) is yaml.MappingEndEvent:
                    return data
                break
            name = event.value
            at = start_of(event)
            if name in data or event.anchor is not None or event.tag is not None:
                break
            if not _is_usual(name) or (self._asks and "?" in self._lines[at[0]]):
                self._look_at(_key(event))
            following = next(self._events, None)
            if type(following) is yaml.ScalarEvent:
                data[name], spots[name] = self._scalar(following, at, event, in_flow=in_flow)
            else:
                data[name], spots[name] = self._collection(following, at, depth + 1)
        raise _UnusualError

    def _list(self, spots: Spots, depth: int, *, in_flow: bool) -> list[tree.Value]:
        """Items up to the end of the list; their places go into ``spots``."""
        data: list[tree.Value] = []
        value: tree.Value
        for event in self._events:
            if type(event) is yaml.ScalarEvent:
                value, spot = self._scalar(event, None, None, in_flow=in_flow)
            elif type(event) is yaml.SequenceEndEvent:
                return data
            else:
                value, spot = self._collection(event, None, depth + 1)
            spots[len(data)] = spot
            data.append(value)
        raise _UnusualError

    def _scalar(
        self, event: yaml.ScalarEvent, at: At | None, key: yaml.ScalarEvent | None, *, in_flow: bool
    ) -> tuple[str | None, Spot]:
        """A text, or an empty value; its ``key``, if it has one, stands ``at``."""
        if event.anchor is not None or event.tag is not None:
            raise _UnusualError
        raw, style, start, end = event.value, event.style or "", start_of(event), end_of(event)
        place = Place._make((start, end, style, at, None))
        if style == "|":
            fine = raw != "" and not raw.isspace()
        elif start[0] != end[0]:
            fine = False
        elif style:
            fine = style == "'" or "\\" not in self._lines[start[0]]
        else:  # as traps.is_ordinary
            line = self._lines[start[0]]
            fine = raw != "" and line[end[1] : end[1] + 1] not in _BLANKS
            if at is None or at[0] != start[0]:
                fine = fine and line[: start[1]].strip(" ") != ""
        if not fine:
            self._look_into(traps.Scalar(raw, place, in_flow), _key(key) if key else None)
        value = None if not style and raw in tree.NULLS else tree.without_last_line_end(raw)
        return value, (place, _NOTHING)

    def _look_at(self, key: traps.Key) -> None:
        """Raise when anything may be wrong with ``key``."""
        if traps.key_problem(self._lines, key) or traps.looks_like_prose_key(key.text):
            raise _UnusualError

    def _look_into(self, scalar: traps.Scalar, key: traps.Key | None) -> None:
        """Raise when anything is wrong with ``scalar``."""
        if not unicodedata.is_normalized("NFC", scalar.raw):  # by an escape
            raise _UnusualError
        if next(iter(traps.scalar_problems(self._lines, scalar, key)), None):
            raise _UnusualError


def _key(event: yaml.ScalarEvent) -> traps.Key:
    return traps.Key(event.value, start_of(event), end_of(event), event.style or "")


@functools.lru_cache(maxsize=1024)
def _is_usual(key: str) -> bool:
    """Whether ``key`` is a name that a spec could have, or a number: nearly all keys are."""
    return key.isascii() and (key.isidentifier() or key.isdigit()) and not traps.looks_like_prose_key(key)
