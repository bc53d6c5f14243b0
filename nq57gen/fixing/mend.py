"""What a mend is: one small function, registered under the code of its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec import Struct

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


Mend: TypeAlias = Callable[[Opened], Iterable[Done]]

#: The mends by the code of their rule, in the order in which they run.
MENDS: dict[str, list[Mend]] = {}


def mend(*codes: str) -> Callable[[Mend], Mend]:
    """Register the decorated mend for ``codes``."""

    def register(function: Mend) -> Mend:
        for code in codes:
            MENDS.setdefault(code, []).append(function)
        return function

    return register
