"""The program's compiled patterns, kept between runs of a command."""

from __future__ import annotations

from nq57gen import __version__, patterns
from nq57gen.caching.folder import current


def load(command: str) -> None:
    """Take over what earlier runs of ``command`` compiled."""
    store = current()
    content = store.get(_key(command)) if store else None
    if content is not None:
        patterns.remember(content)


def save(command: str) -> None:
    """Keep what this run of ``command`` had to compile, if anything, with what it took over."""
    store = current()
    content = patterns.kept() if store else None
    if store and content is not None:
        store.put(_key(command), content)


def _key(command: str) -> str:
    return f"patterns {command} {__version__} {patterns.python()}"
