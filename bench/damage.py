"""Damages specs, Word files and templates at random, each kind of damage one function of bytes and a rng."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

Damage: TypeAlias = Callable[[str, random.Random], str]

#: What parsers, terminals and Word treat in their own way.
_ODD = (
    *"\x00\x07\x1b\u202e\u200b\ufeff\u0301\u0323\u00a0\u2011\u2028\x85\t\r\n\"'“”‘’{}[]<>&%#|*_`:;,.()\\/=@!?^~-–é🙂đĐ",
    ": ", "- ", " #", "|2", "|+", "|-", ">-", "&x ", "*x", "!t ", "? ", "  ", "\n\n", "  \n", "null", "---", "...", "\n---\n", "e\u0302",
    "• ", "<<", "<<?ghi>>", "{{ x }}", "\\u0302", '"\\x07"', "Lưu: VT", "khoa: x\n", "a:\n", "ABC: d\n", "# ghi chú\n", "\n# x\n",
    '"2025": 1\n', "mau: chung\n",
)  # fmt: skip
_VALUES = (
    "", "null", "~", "có", "Có", "không", "[]", "{}", "[[]]", "{a: {a: {a: }}}", "|", ">", "|\n    x\n    y", "-1", "0", "1e999",
    "9" * 400, "0,5", "1.5", "1.250", "31/02/2026", "29/2/2024", "ngày mai", "<<", ">>", "<<>>", "<<a", "<<nam_ke_hoach",
    "<<don_vi.ten.x>>", "<<1/0>>", "<<1/3>>", "<<'a'*99999999>>", "<<" + "(" * 60 + ">>", "<<?>>", "<<nam_ke_hoach | tien>>",
    "<<a if b == “1” else 2>>", "[^1]", "[^", "**", "***a**", "*", "&a", "*a", "!!python/object:os.system x", "? x", "- - - a",
    "'", "\"", "'''", "%YAML 1.1", "---", "...", "a: b: c", "x" * 3000, "(" * 500, "\u0323" * 50, "Lưu: VT\tVH", "{{ x }}",
    "{% if %}", "\"\"", "[[a], {b: c}]", "{a: b}", "9" * 40, "0x1F", "true", "\"a\\nb\"", "\"a\\tb\"", "\"\\0\"", "\"\\u202E\"",
    "\"\\x85\"", "|\n      a\n      b", ">-\n      a\n\n      b", "ế" * 300, "ế", "\u200b", "\u0007", "\ue000",
    "👨\u200d👩\u200d👧", "**a", "'[^1] a'", "[^x]", "&a b", "!!int 1", "? a", "@a", "'{% a %}'", "{{ a }}", "a: b", "a #b", "≥",
    "90-80%", "100%%", "]]>", "a & b < c", "\\<<a>>", "TM. X", "CÓ", "phan", "tu_do", "giai_doan", "ngang", "../chung", "a" * 300,
    "<<?x>>", "<<chi_tieu.liet_ke_dat>>",
)  # fmt: skip
_WORDS = (
    "if", "else", "and", "not", "in", "is", "(", ")", "[", "]", "{", "}", "0", "2.5", "'a'", "\"b\"", "bien.so_luot", ".", "|",
    "so", "la_ma", "bang_chu", "hai_chu_so", "ngay_day_du", "+", "-", "*", "/", "**", "~", "==", ",", "chi_tieu.tong",
    "phu_luc.muc_tieu", "kh94", "nq57.day_du", "none", "“", "”", "×", "'\\x00'", "'\\n'", "1e400", "+1" * 120, "_", "self",
)  # fmt: skip
_KEYS = (
    "bang", "muc", "cot", "hang", "nhom", "chi_tieu", "danh_so", "kieu_danh_so", "giai_doan", "ma", "1", "<<",
)  # fmt: skip
_LINES = (
    "---", "...", "<<: *a", "a: &a", "\t", "bien: {a: <<bien.b>>, b: <<bien.a>>}", "chu_thich: {\"1\": \"[^1]\"}", "mau: a/b",
    "bo_cuc: [muc_dich, muc_dich]", "danh_so_cac_cap: [chu]", "ke_hoach_goc: ../..", "phong_ban: {a: {ten: <<phong_ban.a>>}}",
)  # fmt: skip
_TAGS = (
    "{{ x }}", "{{", "}}", "{% if x %}", "{% endif %}", "{% for a in b %}", "{% endfor %}", "{%p endfor %}", "{%tr endfor %}",
    "{%tc for a in b %}", "{{ trich_yeu }}", "{{r trich_yeu }}", "{{ don_vi.khong_co }}", "{% include 'a' %}", "{# ghi chú", "{{ 1/0 }}",
    "{{ trich_yeu|khong_co }}", "{% set a = 1 %}", "{{ “a” }}", "{% if a == “b” %}", "{%- endif -%}", "{{ trich_yeu", "%}", "{% raw %}",
)  # fmt: skip
_MARKUP = re.compile(r"<[^>]*>")
_VALUE = re.compile(r'(?<==")[^"]*(?=")')
_LETTERS = re.compile(r"(?<=>)[^<]+(?=<)")
_TAG = re.compile(r"\{[{%][^<>]*?[}%]\}")


# --- any text


def cut_out(text: str, rng: random.Random) -> str:
    """Take away a stretch."""
    start = rng.randrange(len(text) + 1)
    return text[:start] + text[start + rng.choice((1, 1, 3, 20, 200)) :]


def cut_off(text: str, rng: random.Random) -> str:
    """Take away the end."""
    return text[: rng.randrange(len(text) + 1)]


def insert_odd(text: str, rng: random.Random) -> str:
    """Put odd characters somewhere."""
    at = rng.randrange(len(text) + 1)
    return text[:at] + "".join(rng.choices(_ODD, k=rng.choice((1, 1, 2, 8)))) + text[at:]


def repeat(text: str, rng: random.Random) -> str:
    """Say a stretch several times."""
    start = rng.randrange(len(text) + 1)
    end = start + rng.choice((5, 50, 500))
    return text[:end] + text[start:end] * rng.choice((1, 2, 20)) + text[end:]


def swap(text: str, rng: random.Random) -> str:
    """Let two stretches change places."""
    first, second, third, fourth = sorted(rng.randrange(len(text) + 1) for _ in range(4))
    return text[:first] + text[third:fourth] + text[second:third] + text[first:second] + text[fourth:]


# --- specs


def _on_a_line(change: Callable[[list[str], int, random.Random], None]) -> Damage:
    def damage(text: str, rng: random.Random) -> str:
        lines = text.split("\n")
        change(lines, rng.randrange(len(lines)), rng)
        return "\n".join(lines)

    return damage


def _drop(lines: list[str], at: int, rng: random.Random) -> None:
    del lines[at : at + rng.choice((1, 1, 2, 5))]


def _double(lines: list[str], at: int, rng: random.Random) -> None:
    lines[at:at] = lines[at : at + rng.choice((1, 1, 3))]


def _indent(lines: list[str], at: int, rng: random.Random) -> None:
    lines[at] = rng.choice((" ", "  ", "    ", "\t", "\u00a0")) + lines[at]


def _outdent(lines: list[str], at: int, rng: random.Random) -> None:
    lines[at] = lines[at][rng.choice((1, 2, 4)) :]


def _value(rng: random.Random) -> str:
    """A value of no use, or an expression."""
    if rng.random() < 0.7:
        return rng.choice(_VALUES)
    return f"<<{rng.choice((' ', '')).join(rng.choices(_WORDS, k=rng.randint(1, 8)))}>>"


def _another_value(lines: list[str], at: int, rng: random.Random) -> None:
    head = re.match(r"\s*(?:- )*(?:[\w\"]+: )?", lines[at])
    lines[at] = (head[0] if head else "") + _value(rng)


def _value_inside(lines: list[str], at: int, rng: random.Random) -> None:
    found = list(re.finditer(r"[\w%≥][^,{}\[\]:\"]*", lines[at]))
    if found:
        piece = rng.choice(found)
        lines[at] = lines[at][: piece.start()] + _value(rng).split("\n")[0] + lines[at][piece.end() :]


def _another_key(lines: list[str], at: int, rng: random.Random) -> None:
    lines[at] = re.sub(r"[a-z_]+(?=:)", rng.choice(_KEYS), lines[at], count=1)


def _another_line(lines: list[str], at: int, rng: random.Random) -> None:
    lines.insert(at, rng.choice((*_LINES, *lines)))


def _another_item(lines: list[str], at: int, rng: random.Random) -> None:
    blank = " " * (len(lines[at]) - len(lines[at].lstrip()))
    lines.insert(at, f"{blank}{rng.choice(('- ', '', 'a: ', '+ ', '| '))}{_value(rng)}")


def _misspelt_key(lines: list[str], at: int, rng: random.Random) -> None:
    key, colon, rest = lines[at].partition(":")
    lines[at] = insert_odd(key, rng) + colon + rest


def _moved(lines: list[str], at: int, rng: random.Random) -> None:
    line = lines.pop(at)
    lines.insert(rng.randrange(len(lines) + 1), line)


SPEC_DAMAGES: Sequence[Damage] = (
    cut_out, cut_off, insert_odd, repeat, swap,
    *map(_on_a_line, (_drop, _double, _indent, _outdent, _another_value, _another_value, _value_inside, _value_inside, _another_item, _another_key, _another_line, _misspelt_key, _moved)),
)  # fmt: skip


def chance(seed: int | str) -> random.Random:
    """The source of damages that are the same each time."""
    return random.Random(seed)


def damaged_spec(text: str, rng: random.Random) -> str:
    """Return ``text`` with one to three damages."""
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        text = rng.choice(SPEC_DAMAGES)(text, rng)
    return text


# --- XML


def _element_gone(text: str, rng: random.Random) -> str:
    return _without_elements(text, rng, whole=True)


def _tag_gone(text: str, rng: random.Random) -> str:
    return _without_elements(text, rng, whole=False)


def _without_elements(text: str, rng: random.Random, *, whole: bool) -> str:
    """Take away one element, or its two tags alone; the part stays well formed."""
    found = list(_MARKUP.finditer(text))
    opening = rng.choice(found) if found else None
    if opening is None or opening[0].startswith(("</", "<?", "<!")):
        return text
    if opening[0].endswith("/>"):
        return text[: opening.start()] + text[opening.end() :]
    depth = 0
    for tag in found[found.index(opening) :]:
        depth += 0 if tag[0].endswith("/>") else -1 if tag[0].startswith("</") else 1
        if depth == 0:
            inside = "" if whole else text[opening.end() : tag.start()]
            return text[: opening.start()] + inside + text[tag.end() :]
    return text


def _on_a_match(pattern: re.Pattern[str], change: Callable[[str, random.Random], str]) -> Damage:
    def damage(text: str, rng: random.Random) -> str:
        found = list(pattern.finditer(text))
        if not found:
            return text
        one = rng.choice(found)
        return text[: one.start()] + change(one[0], rng) + text[one.end() :]

    return damage


def _another_attribute(value: str, rng: random.Random) -> str:
    return rng.choice(
        (
            "",
            "0",
            "-1",
            "1",
            "99999999",
            "100000",
            "x",
            "rId99",
            "auto",
            "1.5",
            "9" * 300,
            value + "1",
            "../a",
        )
    )


def _odd_letters(value: str, rng: random.Random) -> str:
    odd = rng.choice(
        (
            "Số:",
            "Kính gửi:",
            "TM. ",
            "KT. ",
            "Nơi nhận:",
            "PHỤ LỤC",
            "Điều 1.",
            "…",
            "....",
            "(",
            "[^",
            "\u0301",
            "\u2011",
        )
    )
    at = rng.randrange(len(value) + 1)
    return value[:at] + odd * rng.choice((1, 1, 40)) + value[at:]


def _twice(text: str, rng: random.Random) -> str:
    """Say one element twice."""
    start = text.find("<w:", rng.randrange(len(text) + 1))
    name = re.match(r"<(w:\w+)", text[start:]) if start >= 0 else None
    end = text.find(f"</{name[1]}>", start) if name else -1
    if name is None or end < 0:
        return text
    end += len(name[1]) + 3
    return text[:end] + text[start:end] + text[end:]


XML_DAMAGES: Sequence[Damage] = (
    cut_out, cut_off, _element_gone, _element_gone, _element_gone, _tag_gone, _tag_gone, _twice, _twice,
    _on_a_match(_VALUE, _another_attribute), _on_a_match(_VALUE, _another_attribute),
    _on_a_match(_LETTERS, _odd_letters), _on_a_match(_LETTERS, cut_out),
)  # fmt: skip


def _another_tag(value: str, rng: random.Random) -> str:
    at = rng.randrange(len(value) + 1)
    return value[:at] + rng.choice(_TAGS).replace("<", "&lt;") + value[at:]


_TEMPLATE_DAMAGES: Sequence[Damage] = (
    *XML_DAMAGES, *(_on_a_match(_LETTERS, _another_tag),) * 4,
    *(_on_a_match(_TAG, change) for change in (cut_out, cut_off, insert_odd)),
)  # fmt: skip


def damaged_word_file(data: bytes, rng: random.Random) -> bytes:
    """Return a .docx with one to three damages in its parts, its list of parts, or its bytes."""
    return _damaged_package(data, rng, XML_DAMAGES)


def damaged_template(data: bytes, rng: random.Random) -> bytes:
    """Return a template with one to three damages, many of them to its tags."""
    return _damaged_package(data, rng, _TEMPLATE_DAMAGES)


def _damaged_package(data: bytes, rng: random.Random, damages: Sequence[Damage]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        name = rng.choice((*["word/document.xml"] * 12, *parts))
        if rng.random() < 0.05:
            parts.pop(name, None)
        elif name in parts:
            text = parts[name].decode("utf-8", "surrogateescape")
            parts[name] = rng.choice(damages)(text, rng).encode("utf-8", "surrogateescape")
    result = _packed(parts)
    if rng.random() < 0.03:
        at = rng.randrange(len(result))
        result = result[:at] + bytes(rng.randrange(256) for _ in range(4)) + result[at + 4 :]
    return result[: rng.randrange(len(result))] if rng.random() < 0.02 else result


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()
