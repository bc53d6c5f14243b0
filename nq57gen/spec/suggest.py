"""What to type instead: the repaired line that a hint shows."""

from __future__ import annotations

import re
import unicodedata

from nq57gen.patterns import lazily

_LONGEST = 90

_ITEM = lazily(r"[ ]*(?:-[ ]+)*")
_KEY = lazily(r'(?:[A-Za-z0-9_]+|"[0-9]+")[ ]*:(?:[ \t]+|$)')
_PAIRS = ('""', "''", "“”", "‘’")


def value_column(line: str) -> int:
    """Column (from 0) at which the value of ``line`` begins: behind the list marks and the key."""
    item = _ITEM.match(line)
    start = item.end() if item else 0
    key = _KEY.match(line, start)
    return key.end() if key else start


def quoted(text: str) -> str:
    """``text`` as a quoted YAML scalar: in double quotes unless it holds one or a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def quoted_line(line: str, *, opening: str = "", item: bool = False) -> str:
    """``line`` with its whole value quoted, shortened for a hint.

    ``opening`` is a quote that opens the value by mistake and is dropped; ``item`` says that the
    line is a whole list item behind its mark.
    """
    column = 0 if item else value_column(line)
    head = "-" if item else line[:column].strip()
    value = line[column:].strip()
    if opening:
        value = value.removeprefix(opening)
    elif len(value) > 1 and value[0] + value[-1] in _PAIRS:
        value = value[1:-1]
    return shortened(f"{head} {quoted(value)}".strip())


def without_templates(line: str) -> str:
    """``line`` with ``{{ name }}`` written as our variables are: ``<<name>>``."""
    return shortened(re.sub(r"\{\{\s*(.*?)\s*\}\}", r"<<\1>>", line.strip()))


def shortened(text: str) -> str:
    """``text`` as it fits in a message."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def without_diacritics(text: str) -> str:
    """``Trích yếu`` as ``trich_yeu``: how a key of the spec would spell it."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
