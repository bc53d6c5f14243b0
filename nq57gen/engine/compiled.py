"""Compiled templates: kept in memory, and on disk where the program has a folder for it."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import TYPE_CHECKING

from jinja2 import Environment
from msgspec import MsgspecError, msgpack

from nq57gen.engine.filling import Filling, fingerprint
from nq57gen.engine.plan import Plan
from nq57gen.engine.versions import versions

if TYPE_CHECKING:
    from nq57gen.caching import Store

#: How many environments of a caller a template stays compiled for.
_ENVIRONMENTS = 4


class Compiled:
    """One template: its plan, and its templates in the environments it was filled in."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._own: dict[bool, Filling] = {}
        self._callers: OrderedDict[int, tuple[Environment, tuple[object, ...], Filling]] = OrderedDict()

    def filling(self, environment: Environment | None, *, autoescape: bool) -> Filling:
        """Return the plan joined to ``environment``, or to Jinja's own with or without escaping."""
        if environment is None:
            if autoescape not in self._own:
                own = Environment(autoescape=autoescape)  # noqa: S701  # docxtpl's default, for the caller to say
                self._own[autoescape] = Filling(self.plan, own)
            return self._own[autoescape]
        now, kept = fingerprint(environment), self._callers.pop(id(environment), None)
        if kept is None or kept[0] is not environment or kept[1] != now:
            kept = environment, now, Filling(self.plan, environment)
        self._callers[id(environment)] = kept
        while len(self._callers) > _ENVIRONMENTS:
            self._callers.popitem(last=False)
        return kept[2]


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
    try:
        return Compiled(msgpack.decode(content, type=Plan))
    except (MsgspecError, RecursionError):
        return None


def _anew(template: bytes, key: str, store: Store | None) -> Compiled:
    from nq57gen.engine.compile import compile_plan  # docxtpl and lxml, needed for nothing else

    made = Compiled(compile_plan(template))
    if store and not made.plan.reasons:
        store.put(_disk_key(key), msgpack.encode(made.plan))
    return made
