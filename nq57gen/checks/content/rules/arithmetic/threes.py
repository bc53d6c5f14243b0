"""Two counts with a percentage between them."""

from __future__ import annotations

from collections.abc import Iterator

from nq57gen.checks.content.quantities import Quantity, quantities


def shares_between(sentence: str) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """Each count, the percentage that is the next figure of the sentence, and the count that comes next."""
    figures = quantities(sentence)
    for one, said, other in zip(figures, figures[1:], figures[2:], strict=False):
        if one.counts and one.noun and said.percent and not said.sign and other.counts and other.value:
            yield one, said, other
