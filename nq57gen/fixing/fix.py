"""Runs the mends of all rules that a Word file breaks."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from nq57gen.checks.layout.engine import findings_of, rules_for
from nq57gen.fixing import mends  # registers the mends
from nq57gen.fixing.mend import MENDS, Change
from nq57gen.fixing.opened import Opened

__all__ = ["Fixed", "fix", "mends"]

#: A mend may bring to light what another rule finds: a label set apart shows a title that is not bold.
_ROUNDS = 3


class Fixed(Struct, frozen=True):
    """The mended file and what was changed, in the order of the decree's rules."""

    data: bytes
    changes: tuple[Change, ...]


def fix(data: bytes, shown_as: str, wanted: Callable[[str], bool] = lambda code: True) -> Fixed:
    """Mend what breaks a rule that is ``wanted`` and has a mend; parts without a change keep their bytes.

    Raises InvalidInput as :class:`nq57gen.fixing.opened.Opened` does.
    """
    changes: list[Change] = []
    for _ in range(_ROUNDS):
        opened = Opened(data, shown_as)
        rules = [rule for rule in rules_for(opened.parts) if rule.code in MENDS and wanted(rule.code)]
        broken = [rule.code for rule in rules if findings_of(rule, opened.parts)]
        made = [
            Change(code, done.place, done.before, done.after)
            for code in broken
            for mend in MENDS[code]
            for done in mend(opened)
        ]
        if not made:
            break
        changes += made
        data = opened.save()
    return Fixed(data, tuple(dict.fromkeys(changes)))
