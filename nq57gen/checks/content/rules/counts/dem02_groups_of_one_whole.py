"""Groups “n/m” of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.listings import Count, counts_in
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import ERROR, Found, rule


@rule(
    "DEM-02",
    "Các nhóm “n/m” của cùng một tổng cộng lại bằng m",
    "đếm lại từng nhóm; tổng các nhóm phải bằng mẫu số",
    severity=ERROR,
    bad=["* Có 10/13 chỉ tiêu đạt.\n* Có 3/13 chỉ tiêu chưa đạt.\n* Có 01/13 chỉ tiêu chưa đánh giá."],
    good=[
        "* Có 10/13 chỉ tiêu đạt.\n* Có 2/13 chỉ tiêu chưa đạt.\n* Có 01/13 chỉ tiêu chưa đánh giá.",
        "Có 10/13 chỉ tiêu đạt, trong đó có 4/13 chỉ tiêu vượt.",
    ],
)
def groups(paper: Paper) -> Iterable[Found]:
    """Fractions of one whole and one thing where one says “chưa” and another does not."""
    found: dict[tuple[int, str], dict[str, tuple[Passage, Count]]] = {}
    for passage in paper.running():
        for one in counts_in(passage.text):
            if one.whole:
                kind = _kind(passage.text[one.end :])
                found.setdefault((one.whole, one.thing), {}).setdefault(kind, (passage, one))
    for (whole, _), kinds in found.items():
        kinds.pop("vượt", None)
        numbers = [one.number for _, one in kinds.values()]
        if "đạt" in kinds and "chưa đạt" in kinds and sum(numbers) != whole:
            passage, one = kinds["chưa đạt"]
            said = " + ".join(f"{number}/{whole}" for number in numbers)
            yield Found(passage.quoted(one.start, one.end), f"{said} = {sum(numbers)}/{whole}")


def _kind(rest: str) -> str:
    """What is said of the things counted: "đạt", "vượt", "chưa đạt" ... or the words themselves."""
    match = re.match(r"[^.;:,]*?(chưa đạt|không đạt|chưa đánh giá|khó đạt|đạt và vượt|vượt|đạt)", rest)
    if match is None:
        return rest[:40]
    return {"không đạt": "chưa đạt", "đạt và vượt": "đạt"}.get(match[1], match[1])
