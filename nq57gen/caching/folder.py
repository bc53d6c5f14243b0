"""Which folder the program keeps its results in: told once by the command line, asked by everybody else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from nq57gen.caching.private import open_to_others
from nq57gen.caching.store import Store

#: What a user sets to name another folder; empty: nothing is kept.
VARIABLE = "NQ57GEN_CACHE"

_chosen: list[Store | None] = [None]


def use_folder(folder: Path | None) -> str:
    """Keep results in ``folder`` from now on, made when first needed; None keeps nothing on disk.

    Return blank, or the place on the way to ``folder`` that another user may change: nothing is kept then.
    """
    unsafe = open_to_others(str(folder.absolute())) if folder is not None else ""
    _chosen[0] = Store(folder.resolve()) if folder is not None and not unsafe else None
    return unsafe


def current() -> Store | None:
    """The store in use, None before :func:`use_folder` named one."""
    return _chosen[0]


def default_folder(environment: Mapping[str, str], home: Path, system: str) -> Path | None:
    """The folder by the customs of the system, or what :data:`VARIABLE` says; None: keep nothing.

    ``environment`` are the variables of the process, ``system`` is ``sys.platform``.
    """
    if VARIABLE in environment:
        named = environment[VARIABLE].strip()
        return _expanded(named, home) if named else None
    if system == "win32":
        base = environment.get("LOCALAPPDATA", "")
        return (Path(base) if base else home / "AppData" / "Local") / "nq57gen" / "cache"
    if system == "darwin":
        return home / "Library" / "Caches" / "nq57gen"
    base = environment.get("XDG_CACHE_HOME", "")
    return (Path(base) if Path(base).is_absolute() else home / ".cache") / "nq57gen"


def _expanded(named: str, home: Path) -> Path | None:
    """The folder ``named``, with the user's home for ``~``; None for a home that is not known."""
    if named[0] != "~":
        return Path(named)
    if named[1:2] in ("", "/", os.sep):
        found = home / named[2:].lstrip("/" + os.sep)
    else:
        found = Path(os.path.expanduser(named))
    return found if found.is_absolute() else None
