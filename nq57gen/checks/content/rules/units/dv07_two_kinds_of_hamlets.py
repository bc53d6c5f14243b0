"""Hamlets and quarters in a document that otherwise has only the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.units.places import sentence
from nq57gen.checks.content.wording import Place, together, written
from nq57gen.patterns import lazily

_KINDS = lazily(r"(?<!\w)(thôn|khu phố|tổ dân phố)(?!\w)(?! (?:khác|bạn))", re.IGNORECASE)
#: So often one word must stand for each place of the other.
_CLEAR = 3


@rule(
    "DV-07",
    "Gọi thôn, khu phố, tổ dân phố theo một cách trong cả văn bản",
    "sửa theo cách gọi của đơn vị mình",
    bad=[
        "Họp tại các thôn. Tập huấn cho các thôn. Tổ công nghệ số của 12 thôn. Hướng dẫn tại các khu phố.",
    ],
    good=[
        "Họp tại các thôn. Tập huấn cho các thôn. Tổ của 12 thôn. Hướng dẫn tại các thôn, khu phố.",
        "Họp tại các thôn. Tập huấn cho các thôn. Hướng dẫn tại các khu phố.",
    ],
)
def hamlets(paper: Paper) -> Iterable[Found]:
    """A word for hamlets once or so against many of another, never both in one sentence."""
    seen: dict[str, list[Place]] = defaultdict(list)
    for passage in written(paper):
        for match in _KINDS.finditer(passage.text):
            both = {one[1].lower() for one in _KINDS.finditer(sentence(passage.text, match.start()))}
            if len(both) > 1:
                return  # the unit has both
            seen[match[1].lower()].append((passage, *match.span()))
    if len(seen) < 2:
        return
    usual = max(seen, key=lambda kind: len(seen[kind]))
    rare = [place for kind, places in seen.items() if kind != usual for place in places]
    if len(seen[usual]) >= _CLEAR * len(rare):
        passage, start, end = rare[0]
        yield together(rare, f"“{passage.text[start:end]}”, {len(seen[usual])} chỗ khác ghi “{usual}”")
