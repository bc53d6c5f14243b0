"""Viết hoa vì phép đặt câu (Phụ lục II, Mục I)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from nq57gen.checks.layout.outline import PROSE_LETTERS
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.wording import LOWER, Line, all_groups, once, prose, slip, slips
from nq57gen.patterns import lazily

_VOWELS = "".join(sign for sign in LOWER if sign not in "bcdđfghjklmnpqrstvwxz")
_SENTENCE = [
    slip(
        rf"(?<!\w)((?=[{LOWER}]*[{_VOWELS}])[{LOWER}]{{2,}}[.?!]) +"
        rf"([{LOWER}])([{LOWER}]*)(?![\w@.-]*[@./]\w)",
        lambda match: f"{match[1]} {match[2].upper()}{match[3]}",
        ". ",
        "? ",
        "! ",
    )
]
_START = lazily(rf"\s*(?:[-+–] +|\d+(?:\.\d+)*\.? +|[a-zđ]\) +)?([{LOWER}]+)(?= |,)")


@rule(
    "ND30-VH-01",
    "PL II, Mục I",
    "Viết hoa chữ đầu câu, sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng",
    "viết hoa chữ cái đầu câu",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "chữ thường sau dấu chấm",
            text="Các cơ quan hoàn thành nhiệm vụ đúng hạn. các đơn vị còn lại xong trước ngày 30 tháng 6.",
        ),
        edit(
            "body",
            "chữ thường sau dấu chấm than",
            text="Toàn phường quyết tâm chuyển đổi số! mỗi cơ quan chọn một việc để làm ngay trong năm.",
        ),
        edit("end", "đoạn bắt đầu bằng chữ thường", text="trên đây là toàn bộ nội dung cần thực hiện./."),
    ],
)
def sentences(parts: Parts) -> Iterable[Found]:
    """Small letters after the end of a sentence, and at the head of a paragraph that is one."""
    yield from slips(all_groups(parts), _SENTENCE)
    yield from once(_small_starts(prose(parts)))


def _small_starts(lines: list[Line]) -> Iterator[Found]:
    """Paragraphs that begin with a small letter: after a full stop, or in the middle of a sentence.

    The first end in a full stop themselves; above the others stands prose that ends without any mark.
    """
    for before, line in itertools.pairwise(lines):
        above = before.text.rstrip()
        start = _START.match(line.text)
        if not start or line.paragraph.list_label or not line.text.rstrip().endswith((".", ";")):
            continue
        if above.endswith(".") and line.text.rstrip().endswith("."):
            yield Found(line.at(*start.span(1)), "chữ thường đầu đoạn")
        elif len(above) > PROSE_LETTERS and above[-1].isalnum() and start.group().lstrip() == start[1]:
            yield Found(line.at(*start.span(1)), "chữ thường đầu đoạn, đoạn trên chưa hết câu")
