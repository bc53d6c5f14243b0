"""Which mentions are of one document, and where another rule speaks of them."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.counted import level_of
from nq57gen.checks.content.issuers import PARTY_ENDS, written_by
from nq57gen.checks.content.mentions import KINDS, Mention
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rules.citations.catalogue import library, words_of

#: Titles are the same when so much of the shorter one is in the other.
_SAME = 0.8


def by_document(found: Iterable[Mention]) -> dict[object, list[Mention]]:
    """Mentions under the keys of the documents they name, in the order of the first ones."""
    groups: dict[object, list[Mention]] = {}
    for mention in found:
        groups.setdefault(mention.key, []).append(mention)
    return groups


def alike(one: str, other: str) -> bool:
    """Whether two titles are the same but for a few words."""
    first, second = set(words_of(one)), set(words_of(other))
    least = min(len(first), len(second))
    return least > 3 and len(first & second) >= _SAME * max(len(first), len(second)) - 1


def two_issuers(paper: Paper, one: Mention, other: Mention) -> bool:
    """Whether two mentions name issuers, or levels of issuers, that cannot be of one document."""
    first, second = level_of(paper, one), level_of(paper, other)
    differ = bool(one.issuer and other.issuer and one.issuer.name != other.issuer.name)
    known = len(written_by(one.end_part)) > 1  # TW: of several organs
    return (differ and not known) or bool(first and second and first != second)


def misdated(mention: Mention) -> bool:
    """Whether the list of central documents has another date for the document; VB-07 says so."""
    known = library().get(mention.symbol)
    if known is None or mention.date is None or mention.date == known.date:
        return False
    others = (other.date for other in library().values() if other is not known)
    if mention.date in others:
        return True  # the day of another document that everyone cites
    same_run = bool(mention.year) or mention.end_part in PARTY_ENDS or mention.date.year == known.date.year
    return same_run or mention.date.replace(year=2000) == known.date.replace(year=2000)


def kind_fits(mention: Mention) -> bool:
    """Whether the kind, if one is named, is that of the number; if not, VB-03 says so."""
    return not mention.abbreviation or mention.abbreviation in KINDS.get(mention.kind, ())
