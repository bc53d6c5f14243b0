"""Names whose capitals differ from place to place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.ways import chosen
from nq57gen.checks.content.wording import Place, all_text, lists, without_quotes, written


@rule(
    "NN-14",
    "Một tên gọi viết hoa một cách trong cả văn bản",
    "viết hoa theo cách của đa số chỗ trong văn bản",
    bad=[
        "Ban Chỉ đạo họp hằng tháng. Thường trực Ban Chỉ đạo tổng hợp. Quy chế của Ban chỉ đạo.",
        "Các văn bản của Trung ương và tỉnh; giữa trung ương và địa phương.",
    ],
    good=["BAN CHỈ ĐẠO\nBan Chỉ đạo họp; thành lập ban chỉ đạo. Giao tổ công nghệ số cộng đồng khu phố."],
)
def cased(paper: Paper) -> Iterable[Found]:
    """Names of the list whose capitals differ from place to place; in small letters they name nothing."""
    taken: set[tuple[int, int]] = set()
    for name in lists()["cased"]:
        if all_text(paper).count(name.lower()) <= 1:
            continue
        seen: dict[str, list[Place]] = {}
        for passage in written(paper):
            for match in re.finditer(
                rf"(?<!\w){re.escape(name)}(?!\w)", without_quotes(passage.text), re.IGNORECASE
            ):
                place = passage.at, match.start()
                if (
                    place in taken
                    or match.group().isupper()
                    or (_is_generic(match.group()) and name != "Trung ương")
                ):
                    continue
                taken.add(place)
                seen.setdefault(match.group(), []).append((passage, *match.span()))
        if len(seen) > 1:
            yield chosen(seen, max(seen, key=lambda way: (len(seen[way]), way == name)))


def _is_generic(text: str) -> bool:
    """Whether it begins with a small letter: "các tổ công tác" names none."""
    return text[0].islower()
