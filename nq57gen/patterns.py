"""Regular expressions, compiled when they are first used (the floor: standard library only).

To compile one takes a tenth of a millisecond, a large set of letters several; a document needs 140 of the
program's. So what was compiled may be kept for the next run of the same Python (``kept``, ``remember``).
"""

from __future__ import annotations

import contextlib
import marshal
import re
import sys
from collections.abc import Callable
from typing import Any, AnyStr, TypeAlias, cast

#: What a pattern is known by: its source and the flags it was asked for with.
_Key: TypeAlias = tuple[str | bytes, int]
#: What the interpreter makes a pattern of: flags, code words, groups, their names by number and the reverse.
_Code: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

#: Patterns that are kept at most: more than the program has.
_MOST = 2000

_known: dict[_Key, _Code] = {}
_new: dict[_Key, re.Pattern[Any]] = {}


def lazily(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, compiled when one of its methods is first asked for.

    For patterns of the program, not for those made of a document's words. The functions of ``re`` do not
    take it; raises ``re.error`` for a wrong ``source`` only then.
    """
    return cast("re.Pattern[AnyStr]", _Lazily(source, flags))


class _Lazily:
    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Asked for once a name: from then on the instance has it."""
        compiled = self.__dict__.get("_compiled") or _compile(self._source, int(self._flags))
        found = getattr(compiled, name)
        self.__dict__.update({"_compiled": compiled, name: found})
        return found


def _compile(source: str | bytes, flags: int) -> re.Pattern[Any]:
    code = _known.get((source, flags))
    if code is not None:
        with contextlib.suppress(Exception):  # whatever another Python says: its own way is always right
            return _assembled(source, code)
    compiled: re.Pattern[Any] = re.compile(source, flags)
    _new[source, flags] = compiled
    return compiled


def remember(content: bytes) -> None:
    """Take over what :func:`kept` gave in an earlier run of the same Python; anything else does nothing."""
    with contextlib.suppress(Exception):
        _known.update(marshal.loads(content))  # noqa: S302  # the caller says where it is from


def kept() -> bytes | None:
    """What is known of the patterns so far, for the next run; None when that has not grown."""
    grown = False
    for key, compiled in _new.items():
        if len(_known) < _MOST:
            with contextlib.suppress(Exception):  # it is compiled again, then
                code = _taken_apart(*key)
                if _is_same(_assembled(key[0], code), compiled):
                    _known[key], grown = code, True
    _new.clear()
    return marshal.dumps(_known) if grown else None


def python() -> str:
    """The Python that compiled patterns belong to."""
    return f"{sys.implementation.name} {sys.version} {sys.byteorder}"


# Python has no way of its own to keep what it compiled: these three lean on the inside of CPython's ``re``.
# Nothing wrong can come of it: what they give is kept only where it equals, by the interpreter's own
# comparison of every word of code, what ``re.compile`` gave; it is used by that very Python alone, which
# looks through the code before it takes it; and wherever they fail, ``re.compile`` does the work.


def _taken_apart(source: str | bytes, flags: int) -> _Code:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    names = dict(parsed.state.groupdict)
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    words = b"".join(int(word).to_bytes(4, sys.byteorder) for word in _compiler._code(parsed, flags))
    return int(flags | parsed.state.flags), words, parsed.state.groups - 1, names, tuple(by_number)


def _assembled(source: str | bytes, code: _Code) -> re.Pattern[Any]:
    import _sre  # type: ignore[import-not-found]

    flags, words, groups, names, by_number = code
    assemble: Callable[..., re.Pattern[Any]] = _sre.compile
    return assemble(source, flags, memoryview(words).cast("I").tolist(), groups, names, by_number)


def _is_same(one: re.Pattern[Any], other: re.Pattern[Any]) -> bool:
    return one == other and one.groupindex == other.groupindex
