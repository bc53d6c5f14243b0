"""Specs damaged at random: every one is a document or findings with their places, never a failure of ours."""

from __future__ import annotations

import random
import re

import pytest

from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.operations.document import understand_source
from nq57gen.operations.render import render_bytes
from nq57gen.spec.source import SourceFile
from tests.schema.snippets import PLAN, REPORT, ROOT

#: Damaged specs in all, and in one test.
_SPECS, _BATCH = 240, 40
_VALUES = (
    '""',
    "~",
    "[]",
    "{}",
    "[[a], {b: c}]",
    "{a: b}",
    "31/02/2026",
    "0",
    "-1",
    "9" * 40,
    "1e999",
    "0x1F",
    "true",
    '"a\\nb"',
    '"a\\tb"',
    '"\\0"',
    '"\\u202E"',
    '"\\x85"',
    "|\n      a\n      b",
    ">-\n      a\n\n      b",
    "ế" * 300,
    "e\u0302\u0301",
    "\u200b",
    "\x07",
    "\ue000",
    "👨‍👩‍👧",
    "**a",
    "'[^1] a'",
    "[^x]",
    "&a b",
    "*a",
    "!!int 1",
    "? a",
    "@a",
    "'{% a %}'",
    "{{ a }}",
    "a: b",
    "a #b",
    "≥",
    "90-80%",
    "100%%",
    "]]>",
    "a & b < c",
    "\\<<a>>",
    "TM. X",
    "CÓ",
    "phan",
    "tu_do",
    "giai_doan",
    "ngang",
    "../chung",
    "a" * 300,
    "<<?x>>",
    "<<?>>",
    "<<",
    ">>",
    "<<chi_tieu.liet_ke_dat>>",
)
_WORDS = (
    "if",
    "else",
    "and",
    "not",
    "in",
    "is",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "0",
    "2.5",
    "'a'",
    '"b"',
    "bien.so_luot",
    ".",
    "|",
    "so",
    "la_ma",
    "bang_chu",
    "hai_chu_so",
    "ngay_day_du",
    "+",
    "-",
    "*",
    "/",
    "**",
    "~",
    "==",
    ",",
    "chi_tieu.tong",
    "phu_luc.muc_tieu",
    "kh94",
    "nq57.day_du",
    "none",
    "“",
    "”",
    "×",
    "'\\x00'",
    "'\\n'",
    "1e400",
    "+1" * 120,
    "_",
    "self",
)
_KEYS = (
    "bang",
    "muc",
    "cot",
    "hang",
    "nhom",
    "chi_tieu",
    "danh_so",
    "kieu_danh_so",
    "giai_doan",
    "ma",
    "1",
    "<<",
)
_LINES = (
    "---",
    "...",
    "<<: *a",
    "a: &a",
    "\t",
    "bien: {a: <<bien.b>>, b: <<bien.a>>}",
    'chu_thich: {"1": "[^1]"}',
    "mau: a/b",
    "bo_cuc: [muc_dich, muc_dich]",
    "danh_so_cac_cap: [chu]",
    "ke_hoach_goc: ../..",
    "phong_ban: {a: {ten: <<phong_ban.a>>}}",
)


def _expression(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(1, 8))]
    return f"<<{chance.choice((' ', '')).join(words)}>>"


def damaged(text: str, chance: random.Random) -> str:
    """``text`` with one to three lines changed, moved, doubled, or taken away."""
    lines = text.split("\n")
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        number = chance.randrange(len(lines))
        line = lines[number]
        value = _expression(chance) if chance.random() < 0.4 else chance.choice(_VALUES)
        match chance.randrange(8):
            case 0 | 1:
                head = re.match(r"\s*(?:- )*(?:[\w\"]+: )?", line)
                lines[number] = (head[0] if head else "") + value
            case 2:
                found = list(re.finditer(r"[\w%≥][^,{}\[\]:\"]*", line))
                if found:
                    piece = chance.choice(found)
                    lines[number] = line[: piece.start()] + value.split("\n")[0] + line[piece.end() :]
            case 3:
                at = chance.randrange(len(line) + 1)
                lines[number] = line[:at] + value.split("\n")[0] + line[at:]
            case 4:
                del lines[number]
            case 5:
                lines.insert(number, chance.choice((*_LINES, *lines)))
            case 6:
                lines[number] = " " * chance.choice((0, 1, 2, 4, 8)) + line.lstrip()
            case 7:
                lines[number] = re.sub(r"[a-z_]+(?=:)", chance.choice(_KEYS), line, count=1)
    return "\n".join(lines)


@pytest.mark.parametrize("first", range(0, _SPECS, _BATCH))
def test_a_damaged_spec_is_a_document_or_findings(first: int) -> None:
    for seed in range(first, first + _BATCH):
        chance = random.Random(seed)  # noqa: S311  # nothing secret
        text = damaged(chance.choice((PLAN, REPORT)), chance)
        made = _made(text)
        assert made, seed
        if not isinstance(made, bytes):
            assert all(one.position for one in made if one.code[0] in "YSNT"), (seed, made)


def _made(text: str) -> bytes | tuple[Diagnostic, ...]:
    """The document of ``text``, or what is wrong with it."""
    try:
        made = understand_source(SourceFile("a.yaml", text), ROOT)
    except InvalidInput as error:
        return error.diagnostics
    return render_bytes(made.spec, made.document)
