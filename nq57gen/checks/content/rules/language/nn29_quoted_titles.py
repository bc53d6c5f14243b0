"""Quoted titles that come with two ways of capitals."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import Place, matches, together
from nq57gen.patterns import lazily

_QUOTED = lazily(r"[“\"]([^“”\"]{20,})[”\"]")
#: Titles are the same when so many letters are.
_SAME = 40


@rule(
    "NN-29",
    "Tên văn bản, phong trào trong ngoặc kép viết hoa như nhau ở mọi chỗ",
    "viết hoa chữ đầu của tên trong ngoặc kép theo một cách",
    bad=[
        "Nghị quyết về “Đột phá phát triển khoa học, công nghệ”;\n"
        "- Triển khai “đột phá phát triển khoa học, công nghệ”.",
    ],
    good=["Phong trào “Bình dân học vụ số”; “bình dân học vụ số”; chương trình “Nâng cao kỹ năng số”."],
)
def quoted_titles(paper: Paper) -> Iterable[Found]:
    """The same quoted title with other capitals."""
    seen: dict[str, dict[str, list[Place]]] = {}
    for passage, match in matches(paper, _QUOTED):
        title = match[1][:_SAME]
        places = seen.setdefault(title.lower(), {}).setdefault(title, [])
        places.append((passage, match.start(), match.start() + 12))
    for ways in seen.values():
        if len(ways) > 1 and not any(way.isupper() for way in ways):
            rare = min(ways, key=lambda way: len(ways[way]))
            told = ", ".join(f"“{' '.join(way.split()[:3])}…” {len(ways[way])} chỗ" for way in ways)
            yield together(ways[rare], told)
