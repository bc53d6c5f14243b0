"""Files as people spoil them: a sign too many, a line gone, moved, copied, indented otherwise."""

from __future__ import annotations

import random
import re

SIGNS = [
    *[":", ": ", "- ", "-", "#", " #", '"', "'", "{", "}", "[", "]", ",", "|", ">", "|2", "|+", "|-", ">-"],
    *["&x ", "*x", "!t ", "%", "@", "`", "?", "? ", "\t", " ", "  ", "\n", "\n\n", "  \n", "\r", "~", "null"],
    *["---", "...", "\n---\n", "\u00a0", "\u200b", "\u2028", "\x85", "\x00", "\ufeff", "e\u0302", "• ", "–"],
    *["“", "<<", "<<?ghi>>", "{{ x }}", "\\", "\\u0302", '"\\x07"', "👍", "Lưu: VT", "khoa: x\n", "a:\n"],
    *["ABC: d\n", "# ghi chú\n", "\n# x\n", '"2025": 1\n', "mau: chung\n"],
]
_VALUE = re.compile("(?<=: )|(?<=- )")


def damaged(text: str, seed: int) -> str:
    """``text`` with one to three things wrong with it, or only otherwise."""
    chosen = random.Random(seed)  # noqa: S311  # the same damage each time
    for _ in range(chosen.choice([1, 1, 1, 2, 3])):
        text = _damaged_once(text, chosen)
    return text


def _damaged_once(text: str, chosen: random.Random) -> str:
    kind = chosen.choice(["insert", "replace", "remove", "value", "lines", "lines", "lines", "end"])
    sign, at = chosen.choice(SIGNS), chosen.randrange(len(text) + 1)
    if kind == "insert":
        return text[:at] + sign + text[at:]
    if kind == "replace":
        return text[:at] + sign + text[at + 1 :]
    if kind == "remove":
        return text[:at] + text[at + chosen.choice([1, 1, 2, 60]) :]
    if kind == "value":
        starts = [match.start() for match in _VALUE.finditer(text)] or [0]
        at = chosen.choice(starts)
        return text[:at] + sign + text[at:]
    if kind == "end":
        return (
            text[:at]
            if chosen.random() < 0.3
            else text.rstrip("\n") + chosen.choice(["", "\n\n", "  \n", sign])
        )
    return "\n".join(_with_other_lines(text.split("\n"), chosen))


def _with_other_lines(lines: list[str], chosen: random.Random) -> list[str]:
    here, there = chosen.randrange(len(lines)), chosen.randrange(len(lines))
    match chosen.choice(["gone", "twice", "swapped", "deeper", "higher"]):
        case "gone":
            del lines[here]
        case "twice":
            lines.insert(here, lines[there])
        case "swapped":
            lines[here], lines[there] = lines[there], lines[here]
        case "deeper":
            lines[here] = " " * chosen.choice([1, 2, 4]) + lines[here]
        case _:
            lines[here] = lines[here][chosen.choice([1, 2, 4]) :]
    return lines
