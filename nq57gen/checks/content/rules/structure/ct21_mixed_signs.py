"""A bullet of another sign in the middle of a list."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.labels import DASH, PLUS
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.outline import shown

_ODD = ((PLUS, DASH, PLUS), (DASH, PLUS, DASH))


@rule(
    "CT-21",
    "Các dòng của một danh sách dùng một dấu đầu dòng",
    "đổi dấu đầu dòng này như các dòng trước và sau nó",
    bad=[
        "- Các văn bản đã ban hành, gồm:\n+ Kế hoạch một;\n- Quyết định;\n+ Kế hoạch hai.",
        "Các văn bản đã ban hành, gồm:\n- Kế hoạch một;\n+ Quyết định;\n- Kế hoạch hai.",
    ],
    good=[
        "- Các văn bản, gồm:\n+ Kế hoạch một;\n+ Quyết định.\n- Các việc khác:\n+ Tập huấn;\n+ Thi.",
        "- Các văn bản, gồm:\n+ Kế hoạch một;\n+ Quyết định;\n- Tập huấn cho cán bộ, gồm:\n+ Một.",
    ],
)
def mixed(paper: Paper) -> Iterable[Found]:
    """A bullet between two of the other sign, where the list was not yet ended and is not opened anew."""
    running = list(paper.running())
    for before, passage, after in zip(running, running[1:], running[2:], strict=False):
        if {one.kind for one in (before, passage, after)} != {Kind.BULLET} or passage.part != after.part:
            continue
        if (before.rank, passage.rank, after.rank) in _ODD:
            goes_on = before.text.rstrip().endswith((";", ",")) and passage.text.rstrip().endswith((";", ","))
            if goes_on:
                said = f"dấu “{passage.label}” giữa hai dòng dấu “{before.label}”"
                yield Found(shown(passage), said)
