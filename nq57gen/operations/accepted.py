"""Findings that a spec accepts with a reason (``kiem_tra.chap_nhan``): they are counted, not shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic
from nq57gen.patterns import lazily

_WORD = lazily(r"\w+")


class Sorted(Struct, frozen=True):
    """Findings parted by what was accepted: the code of a content rule and words of the place, each a pair.

    ``met``: for each pair, whether it meets a finding.
    """

    left: tuple[Diagnostic, ...]
    accepted: tuple[Diagnostic, ...]
    met: tuple[bool, ...]

    @property
    def codes(self) -> str:
        """The codes of the findings that are accepted, for a message."""
        return ", ".join(sorted({one.code for one in self.accepted}))


def sort_accepted(found: Sequence[Diagnostic], pairs: Iterable[tuple[str, str]]) -> Sorted:
    """Part ``found`` by ``pairs``: one is meant when all its words stand in a finding, in their order.

    Only whole words count, so that a letter does not accept half of the findings.
    """
    said = [_words(f"{one.where} {one.message}") for one in found]
    accepted: set[int] = set()
    met = []
    for code, text in pairs:
        words = _words(text)
        meant = {at for at, one in enumerate(found) if one.code == code and words in said[at]}
        accepted |= meant
        met.append(bool(meant))
    return Sorted(
        tuple(one for at, one in enumerate(found) if at not in accepted),
        tuple(one for at, one in enumerate(found) if at in accepted),
        tuple(met),
    )


def _words(text: str) -> str:
    """The words of a text, a blank around each."""
    return f" {' '.join(_WORD.findall(text))} "
