"""What a mend is: one small function, registered under the code of its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec import Struct

from nq57gen.fixing.declared import NOTHING, Words
from nq57gen.fixing.opened import Opened


class Change(Struct, frozen=True):
    """One thing that was mended: the rule, the place, what was there and what is there now (Vietnamese)."""

    code: str
    place: str
    before: str
    after: str


class Done(Struct, frozen=True):
    """A change without its rule, as a mend reports it."""

    place: str
    before: str
    after: str


class Mend(Struct, frozen=True):
    """What mends a rule: a function, the words it may change, and whether it looks at no component.

    ``everywhere``: it mends letters or pages wherever they stand, so that it does not matter what a
    paragraph was recognised as.
    """

    run: Callable[[Opened], Iterable[Done]]
    words: Words = NOTHING
    everywhere: bool = False


#: The mends by the code of their rule, in the order in which they run.
MENDS: dict[str, list[Mend]] = {}

_Function: TypeAlias = Callable[[Opened], Iterable[Done]]


def mend(*codes: str, words: Words = NOTHING, everywhere: bool = False) -> Callable[[_Function], _Function]:
    """Register the decorated function as a :class:`Mend` for ``codes``."""

    def register(function: _Function) -> _Function:
        for code in codes:
            MENDS.setdefault(code, []).append(Mend(function, words, everywhere))
        return function

    return register
