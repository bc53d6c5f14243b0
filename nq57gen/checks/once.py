"""What several rules want to know of one document is found once."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Protocol, TypeVar


class Remembers(Protocol):
    """A document as rules see it, with a place for what they share."""

    @property
    def memo(self) -> dict[str, Any]:
        """What was found, by the name of what finds it."""


_Document = TypeVar("_Document", bound=Remembers)
_Found = TypeVar("_Found")


def once_a_document(find: Callable[[_Document], _Found]) -> Callable[[_Document], _Found]:
    """Let all rules share what ``find`` finds in a document; it is looked for once."""
    name = f"{find.__module__}.{find.__qualname__}"

    @functools.wraps(find)
    def shared(document: _Document) -> _Found:
        if name not in document.memo:
            document.memo[name] = find(document)
        found: _Found = document.memo[name]
        return found

    return shared
