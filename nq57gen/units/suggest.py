"""The names nearest to one that the register does not know."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from nq57gen.units.keys import bare_key, exact_key
from nq57gen.units.readings import Reading

_T = TypeVar("_T")
#: What right marks and the right kind are worth beside likeness without marks (0..1).
_MARKS, _KIND = 0.2, 0.1
#: Names that much less likely than the best are no help beside it.
_BEHIND = 0.2
#: How like a name is that has the same letters in another order ("Đồ Sơn Nam"), and one of which only a part
#: was typed ("Xuân Hương" of "Xuân Hương - Đà Lạt") that is long enough to tell.
_REORDERED, _PART, _LONG = 0.95, 0.9, 5
#: How many names are looked at more closely, and how many are given.
_CONSIDERED, _GIVEN = 20, 5


class Known(NamedTuple):
    """A name of the register: its kind, name, and key without marks."""

    kind: str
    name: str
    key: str


def nearest(wanted: Reading, known: Iterable[tuple[Known, _T]], cutoff: float = 0.6) -> list[_T]:
    """The values of the few names that ``wanted`` may have been meant to be, best first.

    Likeness without marks decides (at least ``cutoff``, 0..1); among names alike, the marks, then the kind.
    """
    pairs = list(known)
    key, exact = bare_key(wanted.name), exact_key(wanted.name)
    keys = {name.key for name, _ in pairs}
    near = {
        other: _likeness(key, other) for other in difflib.get_close_matches(key, keys, _CONSIDERED, cutoff)
    }
    near |= {other: _REORDERED for other in keys if sorted(other) == sorted(key)}
    near |= {other: max(_PART, near.get(other, 0)) for other in keys if key in other and len(key) >= _LONG}
    near |= {key: 1.0} if key in keys else {}
    scored = []
    for name, value in pairs:
        if name.key in near:
            marks = _MARKS * _likeness(exact, exact_key(name.name))
            scored.append((near[name.key] + marks + _KIND * (name.kind == wanted.kind), value))
    scored.sort(key=lambda pair: -pair[0])
    return [value for score, value in scored[:_GIVEN] if score >= scored[0][0] - _BEHIND]


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
