"""How a mention is told of, with the other places where the same is found."""

from __future__ import annotations

from collections.abc import Sequence

from nq57gen.checks.content.mentions import Mention
from nq57gen.checks.content.paper import Passage
from nq57gen.checks.content.wording import others


def told(key: object, mention: Mention, said: str) -> tuple[object, Passage, int, int, str]:
    """A mention for :func:`nq57gen.checks.content.wording.once`."""
    return key, mention.passage, mention.start, mention.end, said


def elsewhere(ones: Sequence[Mention]) -> str:
    """“, và 3 chỗ khác (…)” for the mentions behind the first."""
    return others([one.passage.place for one in ones[1:]])
