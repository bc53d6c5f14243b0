"""Which codes a check shows, and whether it looks at the printed pages."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from nq57gen.checks.content import engine as content  # registers the rules
from nq57gen.checks.content.rule import FAMILIES
from nq57gen.checks.content.rule import RULES as CONTENT_RULES
from nq57gen.checks.layout.engine import rules  # registers the rules
from nq57gen.checks.layout.rule import RULES
from nq57gen.diagnostics import make
from nq57gen.errors import UsageError
from nq57gen.messages.table import MESSAGES

__all__ = ["Chosen", "choose", "content", "named", "rules"]


class Chosen(Struct, frozen=True):
    """Codes that are ignored, and the only ones that are wanted (empty: all); "NN" is all of a family.

    ``printed``: Word files are looked at page by page too.
    """

    ignore: frozenset[str] = frozenset()
    select: frozenset[str] = frozenset()
    printed: bool = False

    def shows(self, code: str) -> bool:
        """Whether findings of ``code`` are wanted."""
        return not named(code, self.ignore) and (not self.select or named(code, self.select))


def named(code: str, codes: Collection[str]) -> bool:
    """Whether ``code`` is among ``codes``, or, a content rule's, the letters of its family ("NN")."""
    return code in codes or (code.partition("-")[0] in FAMILIES and code.partition("-")[0] in codes)


def choose(ignore: str, select: str, *, printed: bool = False) -> Chosen:
    """Read two lists of codes, "ND30-QH-01,SO-03,NN". Raises UsageError (U007) for a code that is none."""
    lists = {"--ignore": _codes(ignore), "--select": _codes(select)}
    known = {*MESSAGES, *RULES, *CONTENT_RULES, *FAMILIES}
    problems = [
        make("U007", option=option, name=code)
        for option, codes in lists.items()
        for code in sorted(codes - known)
    ]
    if problems:
        raise UsageError(problems)
    return Chosen(lists["--ignore"], lists["--select"], printed)


def _codes(listed: str) -> frozenset[str]:
    return frozenset(code.strip().upper() for code in listed.split(",") if code.strip())
