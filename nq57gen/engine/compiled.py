"""Compiled templates: kept in memory, and on disk where the program has a folder for it."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import pickle
import re
import sys
import zlib
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment

from nq57gen import __version__
from nq57gen.engine.filling import Filling, fingerprint
from nq57gen.engine.plan import Plan

if TYPE_CHECKING:
    from nq57gen.caching import Store

#: To be raised whenever what is kept on disk changes its form or its meaning.
_FORM = 1
#: How many environments of a caller a template stays compiled for.
_ENVIRONMENTS = 4
_PACKAGES = ("docxtpl", "jinja2", "lxml", "markupsafe", "python-docx")
#: Where a template is compiled; what they make is kept.
_ROOMS = ("engine", "rendering", "writer")


@functools.cache
def versions() -> str:
    """Everything a compiled template depends on beside the template itself."""
    return (
        f"{_installed()} nq57gen {__version__}.{_FORM} {_sources()} {sys.version} {zlib.ZLIB_RUNTIME_VERSION}"
    )


def _installed() -> dict[str, str]:
    """The versions of the packages, by the names of their folders; importlib.metadata takes long."""
    names = "|".join(_PACKAGES).replace("-", "[-_]")
    wanted = re.compile(rf"({names})-(.+)\.(?:dist|egg)-info", re.IGNORECASE)
    found: dict[str, str] = {}
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder or "."):
                if name.endswith("-info") and (match := wanted.fullmatch(name)):
                    found.setdefault(match[1].lower().replace("_", "-"), match[2])
    if missing := [name for name in _PACKAGES if name not in found]:
        from importlib.metadata import version

        found |= {name: version(name) for name in missing}
    return dict(sorted(found.items()))


def _sources() -> int:
    """Return when the program's own files last changed, for those who work on it."""
    rooms = Path(__file__).parents[1]
    with contextlib.suppress(OSError):
        return max(
            file.stat().st_mtime_ns for room in _ROOMS for file in os.scandir(rooms / room) if file.is_file()
        )
    return 0


class Compiled:
    """One template: its plan, and its templates in the environments it was filled in."""

    def __init__(self, plan: Plan, codes: dict[bool, dict[str, bytes]] | None = None) -> None:
        self.plan = plan
        self._own: dict[bool, Filling] = {}
        self._codes = codes or {}
        self._callers: OrderedDict[int, tuple[Environment, tuple[object, ...], Filling]] = OrderedDict()

    def filling(self, environment: Environment | None, *, autoescape: bool) -> Filling:
        """Return the plan joined to ``environment``, or to Jinja's own with or without escaping."""
        if environment is None:
            if autoescape not in self._own:
                own = Environment(autoescape=autoescape)  # noqa: S701  # docxtpl's default, for the caller to say
                self._own[autoescape] = Filling(self.plan, own, self._codes.get(autoescape))
            return self._own[autoescape]
        now, kept = fingerprint(environment), self._callers.pop(id(environment), None)
        if kept is None or kept[0] is not environment or kept[1] != now:
            kept = environment, now, Filling(self.plan, environment)
        self._callers[id(environment)] = kept
        while len(self._callers) > _ENVIRONMENTS:
            self._callers.popitem(last=False)
        return kept[2]

    def dumped(self) -> bytes:
        """Return the plan with the byte code of both environments of Jinja's own, for the disk."""
        fillings = {escaped: self.filling(None, autoescape=escaped) for escaped in (False, True)}
        return pickle.dumps((self.plan, {escaped: one.codes() for escaped, one in fillings.items()}))


_in_memory: OrderedDict[str, Compiled] = OrderedDict()
_KEPT = 16


def compiled(template: bytes, store: Store | None) -> Compiled:
    """Return ``template`` (the content of a .docx) compiled, from memory, from ``store``, or anew."""
    key = hashlib.sha256(template).hexdigest()
    found = _in_memory.pop(key, None) or _from_disk(key, store) or _anew(template, key, store)
    _in_memory[key] = found
    while len(_in_memory) > _KEPT:
        _in_memory.popitem(last=False)
    return found


def _disk_key(key: str) -> str:
    return f"engine {key} {versions()}"


def _from_disk(key: str, store: Store | None) -> Compiled | None:
    content = store.get(_disk_key(key)) if store else None
    if content is None:
        return None
    plan, codes = pickle.loads(content)  # noqa: S301  # the store gives only what this user's program has put in
    return Compiled(plan, codes)


def _anew(template: bytes, key: str, store: Store | None) -> Compiled:
    from nq57gen.engine.compile import compile_plan  # docxtpl and lxml, needed for nothing else

    made = Compiled(compile_plan(template))
    if store and not made.plan.reasons:
        store.put(_disk_key(key), made.dumped())
    return made
