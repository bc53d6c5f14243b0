"""What was read before and need not be worked out again: results of pure functions, a bounded number.

Documents of one kind share most of their bytes. A paragraph or row of the same bytes, at the same place, in a
file with the same styles looks the same, so its view is used again; nothing else is ever taken over.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memory(Generic[Key, Value]):
    """The ``limit`` results that were asked for last."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._known: dict[Key, Value] = {}

    def get(self, key: Key) -> Value | None:
        """Return the result for ``key``, None if it is not known (any more)."""
        value = self._known.pop(key, None)
        if value is not None:
            self._known[key] = value  # asked for last
        return value

    def put(self, key: Key, value: Value) -> Value:
        """Remember ``value`` and return it; the result not asked for the longest is forgotten."""
        if len(self._known) >= self._limit:
            del self._known[next(iter(self._known))]
        self._known[key] = value
        return value

    def clear(self) -> None:
        """Forget everything."""
        self._known.clear()
