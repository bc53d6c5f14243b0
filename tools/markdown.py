"""Markdown of the generated pages: tables, code, headings with anchors that every viewer finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nq57gen.vietnamese.syllables import fold

#: In a sentence these are code: <<name>>, [^1], snake_case.
_CODE_WORDS = re.compile(r"<<[^>]*>>|\[\^\w+\]|\b[a-z0-9]+(?:_[a-z0-9]+)+(?:\.[a-z0-9_]+)*")


def code(text: str) -> str:
    """``text`` as code inside a table cell: bars escaped, a longer fence around back-quotes."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}".replace("|", "\\|") if text else ""


def prose(text: str) -> str:
    """``text`` as a sentence: signs of Markdown taken literally, names and keys as code."""
    parts = []
    last = 0
    for match in _CODE_WORDS.finditer(text):
        parts += [literal(text[last : match.start()]), code(match.group())]
        last = match.end()
    return "".join([*parts, literal(text[last:])])


def literal(text: str) -> str:
    """``text`` with the signs of Markdown and HTML taken literally."""
    return re.sub(r"([\\`*\[<|])", r"\\\1", text)


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already; line breaks become ``<br>``."""
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(cell.replace("\n", "<br>") for cell in line) + " |" for line in lines)


def anchor(title: str) -> str:
    """The anchor of a heading: ascii, the same in every viewer."""
    return re.sub(r"[^a-z0-9]+", "-", fold(title).lower()).strip("-")


def heading(level: int, title: str) -> str:
    """A heading that ``link`` finds."""
    return f'<a id="{anchor(title)}"></a>\n\n{"#" * level} {literal(title)}'


def link(title: str) -> str:
    """A link to the heading ``title`` of the same page."""
    return f"[{literal(title)}](#{anchor(title)})"
