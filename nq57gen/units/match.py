"""The answer to a search by name, as data; ``problems`` says it in words."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from nq57gen.units.places import Province, Unit

P = TypeVar("P", Unit, Province)


class Outcome(enum.Enum):
    """How a search by name ended."""

    FOUND = "found"
    #: Several units bear the name: ask for the province.
    AMBIGUOUS = "ambiguous"
    #: The name exists, but not in the province asked for.
    ELSEWHERE = "elsewhere"
    #: The name exists, but never was of the kind asked for.
    WRONG_KIND = "wrong kind"
    #: It was of this kind before the day asked for.
    NO_LONGER = "no longer"
    #: It is of this kind, or exists, only after the day asked for.
    NOT_YET = "not yet"
    UNKNOWN = "unknown"
    #: The province asked for is unknown.
    UNKNOWN_PROVINCE = "unknown province"


class Match(Struct, Generic[P], frozen=True):
    """What a search found.

    ``text``, ``province`` and ``on`` are what was asked. ``candidates`` are in force on that day: the one
    found, the several that bear the name, or what stands in its place when province, kind or day is wrong.
    ``other`` is the form that bears the name on another day (``NO_LONGER``, ``NOT_YET``). ``suggestions``
    are the nearest names (``UNKNOWN``, ``ELSEWHERE``), best first.
    """

    text: str
    outcome: Outcome
    candidates: tuple[P, ...] = ()
    other: P | None = None
    suggestions: tuple[P, ...] = ()
    province: str = ""
    on: datetime.date | None = None

    @property
    def found(self) -> P | None:
        """The one place that bears the name on that day, or None."""
        return self.candidates[0] if self.outcome is Outcome.FOUND else None

    @property
    def meant(self) -> P | None:
        """The one place that can be meant, even if kind or day is wrong; None when unknown or several."""
        if len(self.candidates) > 1:
            return None
        return self.candidates[0] if self.candidates else self.other


def judge(
    text: str, kind: str, forms: Sequence[P], *, province: str = "", on: datetime.date | None = None
) -> Match[P]:
    """Say which of the ``forms`` that bear the name (at least one) is meant; ``kind`` may be blank."""

    def answer(outcome: Outcome, candidates: Sequence[P], other: P | None = None) -> Match[P]:
        return Match(text, outcome, tuple(candidates), other, province=province, on=on)

    now = [form for form in forms if form.in_force(on)]
    right = [form for form in now if kind in ("", form.kind)]
    if right:
        return answer(Outcome.FOUND if len(right) == 1 else Outcome.AMBIGUOUS, right)
    of_the_kind = [form for form in forms if kind in ("", form.kind)]
    if not of_the_kind and now:
        return answer(Outcome.WRONG_KIND, now)
    past = [form for form in of_the_kind if form.valid_to and (on is None or form.valid_to < on)]
    other = past[-1] if past else (of_the_kind or forms)[0]
    instead = [form for form in now if form.code == other.code]
    return answer(Outcome.NO_LONGER if past else Outcome.NOT_YET, instead, other)
