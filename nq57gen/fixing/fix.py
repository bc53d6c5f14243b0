"""Runs the mends of all rules that a Word file breaks, and keeps what does no harm."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from msgspec import Struct

from nq57gen.checks.layout.engine import findings_of, rules_for
from nq57gen.diagnostics import make
from nq57gen.fixing import mends  # registers the mends
from nq57gen.fixing.doubts import doubts_of
from nq57gen.fixing.mend import MENDS, Change, Done, Mend
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.verdict import BROKEN, ELSEWHERE, Objection, judge

__all__ = ["Fixed", "Refused", "fix", "mends"]

#: A mend may bring to light what another rule finds: a label set apart shows a title that is not bold.
_ROUNDS = 8
#: How often a mend is tried, each time without the paragraphs that spoke against it.
_TRIES = 4
#: Shown of words that would change.
_SHOWN = 60


class Refused(Struct, frozen=True):
    """A mend that was not made: its rule ("" for all), the place ("" for any), the reason (Vietnamese)."""

    code: str
    place: str
    reason: str


class Fixed(Struct, frozen=True):
    """The mended file, what was changed in the order in which it was done, and what was not and why."""

    data: bytes
    changes: tuple[Change, ...]
    refused: tuple[Refused, ...] = ()


def fix(data: bytes, shown_as: str, wanted: Callable[[str], bool] = lambda code: True) -> Fixed:
    """Mend what breaks a rule that is ``wanted`` and has a mend; parts without a change keep their bytes.

    Every mend is judged by itself (:mod:`nq57gen.fixing.verdict`), and taken back if it does harm. To mend
    the result changes nothing: mends that undo one another, or find no end, are not made.

    Raises InvalidInput as :class:`nq57gen.fixing.opened.Opened` does.
    """
    fixing = _Fixing(data, shown_as, wanted)
    while not fixing.settle():
        pass
    return fixing.result()


class _Step(Struct, frozen=True):
    """A mend that was kept."""

    mend: tuple[str, int]
    changes: tuple[Change, ...]


class _Fixing:
    """One file on its way; ``banned`` are mends that went in circles."""

    def __init__(self, data: bytes, shown_as: str, wanted: Callable[[str], bool]) -> None:
        self._original, self._shown_as, self._wanted = data, shown_as, wanted
        self._banned: set[tuple[str, int]] = set()
        self._start()

    def _start(self) -> None:
        self._opened = Opened(self._original, self._shown_as)
        self._data = self._original
        self._steps: list[_Step] = []
        self._seen = {_digest(self._data): 0}
        self._refused: dict[Refused, None] = {}

    def settle(self) -> bool:
        """Mend until nothing changes any more; False if that has no end, and is to begin anew."""
        for _ in range(_ROUNDS):
            self._refused.clear()
            before = len(self._steps)
            data = self._data
            for rule in list(rules_for(self._opened.parts)):
                if rule.code in MENDS and self._wanted(rule.code):
                    for number, mend in enumerate(MENDS[rule.code]):
                        name = (rule.code, number)
                        if name not in self._banned and findings_of(rule, self._opened.parts):
                            self._try(name, mend)
            if self._data == data:
                return True
        self._banned.update(step.mend for step in self._steps[before:])
        self._start()
        return False

    def _try(self, name: tuple[str, int], mend: Mend) -> None:
        doubts = doubts_of(self._opened)
        alone = frozenset() if mend.everywhere else doubts.paragraphs
        for _ in range(_TRIES):
            opened = self._opened
            opened.left_alone, opened.end_in_doubt, opened.unsure = alone, doubts.end, set()
            done = list(mend.run(opened))
            unsure = make("D121").message
            self._refused.update({Refused(name[0], place, unsure): None for place in sorted(opened.unsure)})
            if not opened.changed():
                return
            mended = opened.save()
            if not done:  # runs were parted, and nothing came of it
                self._opened = Opened(self._data, self._shown_as)
                return
            verdict = judge(opened, mend, mended)
            if isinstance(verdict, Opened):
                self._keep(name, done, mended, verdict)
                return
            self._opened = Opened(self._data, self._shown_as)
            self._refused.update(dict.fromkeys(_refusals(name[0], self._opened, verdict)))
            at = {one.at for one in verdict}
            if ELSEWHERE in at or at <= alone:
                return
            alone |= at

    def _keep(self, name: tuple[str, int], done: Iterable[Done], mended: bytes, after: Opened) -> None:
        changes = tuple(Change(name[0], one.place, one.before, one.after) for one in done)
        self._steps.append(_Step(name, changes))
        back = self._seen.setdefault(_digest(mended), len(self._steps))
        if back < len(self._steps):  # in a circle
            self._banned.update(step.mend for step in self._steps[back:])
            del self._steps[back:]
            self._seen = {digest: step for digest, step in self._seen.items() if step <= back}
        self._data, self._opened = mended, after

    def result(self) -> Fixed:
        """What came of it."""
        changes = tuple(dict.fromkeys(change for step in self._steps for change in step.changes))
        unsure = make("D121").message
        places = [self._opened.pairs[at][0].place for at in sorted(doubts_of(self._opened).paragraphs)]
        circles = [Refused(code, "", make(BROKEN).message) for code, _ in sorted(self._banned)]
        refused = [*(Refused("", place, unsure) for place in places), *self._refused, *circles]
        return Fixed(self._data, changes, tuple(refused))


def _refusals(code: str, opened: Opened, against: Iterable[Objection]) -> Iterable[Refused]:
    for one in against:
        place = "" if one.at == ELSEWHERE else opened.pairs[one.at][0].place
        before, after = (
            text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…" for text in (one.before, one.after)
        )
        yield Refused(code, place, make(one.code, before=before.strip(), after=after.strip()).message)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
