"""Groups of an appendix and headings of the text by other names."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.examples import AWARENESS, GROUPED
from nq57gen.checks.content.rules.structure.groups import compared
from nq57gen.checks.content.rules.structure.rows import at_row, name_of
from nq57gen.checks.content.rules.structure.words import letters, shortened, words
from nq57gen.checks.layout.pieces import folded

_UNITS = frozenset({"xa", "phuong", "dac", "khu", "thanh", "pho", "tinh", "toan"})
#: So much of a differing wording is shown.
_SHOWN = 80


@rule(
    "CT-06",
    "Tên nhóm trong phụ lục giống tên mục tương ứng ở lời văn",
    "sửa cho hai nơi cùng một tên",
    bad=[
        GROUPED.format(
            "Nâng cao nhận thức, tạo khí thế mới trong toàn phường",
            "",
            "Nâng cao nhận thức, đổi mới tư duy trong toàn phường",
        )
    ],
    good=[GROUPED.format(AWARENESS, "", AWARENESS)],
)
def groups_by_name(paper: Paper) -> Iterable[Found]:
    """Groups and headings that belong together have one name."""
    for found in compared(paper):
        for at, to in found.pairs:
            text, passage = found.parts[at]
            group = found.groups[to]
            name = name_of(found.grid, group)
            there, here = _difference(name, text)
            left_out = not here and letters(name).endswith(letters(text)) and passage.text != text
            units = set(words(f"{there} {here}")) <= _UNITS  # another unit's words have their own rule, DV-02
            if (there or here) and not left_out and not units:  # "(1) phát triển hạ tầng; (2) nguồn lực"
                said = f"phụ lục {_said(there)}, {passage.place} {_said(here)}"
                yield Found(at_row(found.grid, group), said)


def _said(wording: str) -> str:
    return f"ghi “{shortened(wording, _SHOWN)}”" if wording else "không có chữ ấy"


def _difference(first: str, second: str) -> tuple[str, str]:
    """What is between the words that two texts begin and end with alike."""
    one, other = first.strip(" .;:").split(), second.strip(" .;:").split()
    keys, others = [[_key(word) for word in text] for text in (one, other)]
    start = 0
    while start < min(len(one), len(other)) and keys[start] == others[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and keys[-1 - end] == others[-1 - end]:
        end += 1
    return " ".join(one[start : len(one) - end]), " ".join(other[start : len(other) - end])


def _key(word: str) -> str:
    return folded(word).strip(",.;:“”\"'()-–")
