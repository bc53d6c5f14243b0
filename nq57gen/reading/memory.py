"""What was read before and need not be worked out again: results of pure functions, a bounded number.

Documents of one kind share most of their bytes. A paragraph, row or table of the same bytes, at the same
place, in a file with the same styles looks the same, so its view is used again; nothing else is taken over.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
#: How many keys that came once are known again, for each result that is kept.
_ONCE = 1


class Memory(Generic[Key, Value]):
    """The ``limit`` results that were asked for last.

    The first ``room`` results are kept at once; more only for keys that come again, so that what stands in
    one document alone, such as a sentence with its name, takes no place.
    """

    def __init__(self, limit: int, room: int | None = None) -> None:
        self._limit = limit
        self._room = limit if room is None else room
        self._known: dict[Key, Value] = {}
        self._once: dict[int, None] = {}

    def __contains__(self, key: object) -> bool:
        return key in self._known

    def get(self, key: Key) -> Value | None:
        """Return the result for ``key``, None if it is not known (any more)."""
        value = self._known.pop(key, None)
        if value is not None:
            self._known[key] = value  # asked for last
        return value

    def put(self, key: Key, value: Value) -> Value:
        """Remember ``value`` if it is worth it and return it; the one not asked for the longest goes."""
        if len(self._known) >= self._room and self._comes_first(hash(key)):
            return value
        if len(self._known) >= self._limit:
            del self._known[next(iter(self._known))]
        self._known[key] = value
        return value

    def clear(self) -> None:
        """Forget everything."""
        self._known.clear()
        self._once.clear()

    def _comes_first(self, key: int) -> bool:
        """Whether a key did not come lately; by its hash, since a mistake only costs a place."""
        if self._room == self._limit:
            return False
        if key in self._once:
            del self._once[key]
            return False
        if len(self._once) >= self._limit * _ONCE:
            del self._once[next(iter(self._once))]
        self._once[key] = None
        return True
