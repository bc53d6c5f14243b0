"""When the document is issued, and in which run of numbers, by whom, the cited ones are counted."""

from __future__ import annotations

import datetime
import re

from nq57gen.checks.content.issuers import PARTY_ENDS
from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily

_COMMITTEE = lazily(r"(?:UBND|ban nhân dân) (tỉnh|thành phố|xã|phường|đặc khu)(?!\w)", re.IGNORECASE)
#: The day on which the communes and provinces of today were formed.
FORMED = datetime.date(2025, 7, 1)
#: The end of the thirteenth term of the Party.
_CONGRESS = datetime.date(2026, 1, 24)
#: The level of the unit that issues the document itself.
OWN = "own"


def level_of(paper: Paper, mention: Mention) -> str:
    """Of which unit the issuer is: its level, :data:`OWN` for this document's kind of unit, else ""."""
    level = mention.issuer.level if mention.issuer else _subject(mention)
    return OWN if level in (paper.unit_kind, "xã", "phường", "đặc khu") and level else level


def _subject(mention: Mention) -> str:
    """The level of the committee that the sentence says issues the document, "" when it says none."""
    text = mention.passage.text
    begun = text.rfind(". ", 0, mention.start) + 1
    named = list(_COMMITTEE.finditer(text, max(begun, mention.start - 120), mention.start))
    if not named or mention.end_part != "UBND":
        return ""
    level = named[-1][1].lower()
    return "tỉnh" if level == "thành phố" else level


def year_of(paper: Paper) -> int:
    """The year of issue, of a draft too; 0 when not said."""
    if paper.date:
        return paper.date.year
    for passage in paper.passages:
        if passage.kind is Kind.DATE and (found := re.search(r"năm\s+(20\d\d)", passage.text)):
            return int(found[1])
    return 0


def run_of(mention: Mention) -> object:
    """The run of numbers a document is counted in: the year, the term of a central organ of the Party.

    Numbers began anew on 1 July 2025, when provinces and communes were formed; those of the committees of
    the Party also with the congresses of that year, so that no order can be told then (None).
    """
    if mention.date is None:
        return None
    if mention.end_part == "TW":
        return "TW", mention.date >= _CONGRESS
    if mention.date.year == FORMED.year and mention.end_part in PARTY_ENDS:
        return None
    return mention.date.year, mention.date >= FORMED


@once_a_document
def not_before(paper: Paper) -> datetime.date | None:
    """A day on which, or after which, the document is issued: its own, or the latest it cites."""
    if paper.date:
        return paper.date
    year = year_of(paper)
    cited = [
        mention.date for mention in mentions(paper) if mention.date and mention.date.year <= (year or 9999)
    ]
    first = [datetime.date(year, 1, 1)] if year else []
    return max(cited + first, default=None)
