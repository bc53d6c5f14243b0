"""Totals said in several places."""

from __future__ import annotations

import re
from decimal import Decimal

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.quantities import Quantity, quantities
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily

_TOTAL = lazily(r"(?<!\w)tổng(?: số)?(?: \w+){0,5} ?$", re.IGNORECASE)
#: Smaller totals are near to each other by chance.
LEAST = 20
#: Totals that differ by at most one in so many are taken for one.
NEAR = 100


@once_a_document
def totals_of(paper: Paper) -> list[tuple[Passage, Quantity, Decimal]]:
    """The wholes of fractions and what is called a total, with the figure they are said by."""
    found = []
    for passage in paper.running():
        for figure in quantities(passage.text):
            if figure.percent or not figure.noun:
                continue
            if figure.whole is not None:
                found.append((passage, figure, figure.whole))
            elif figure.counts and _TOTAL.search(passage.text[: figure.start]):
                found.append((passage, figure, figure.value))
    return [one for one in found if one[2] >= LEAST]


def is_near(one: Decimal, other: Decimal, near: int = NEAR) -> bool:
    """Whether two totals differ, and by no more than one in ``near``."""
    return one != other and abs(one - other) * near <= max(one, other)
