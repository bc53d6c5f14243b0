"""What is wrong with a tag that Jinja cannot read, in the words of who typed it, and what to type instead.

Jinja tells of tokens and of places in XML that nobody sees. So each mistake that people make has a small
reader of the tag here; the first that knows the tag speaks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from nq57gen.messages.packs import CELL_TAGS, TAG_FAULTS
from nq57gen.patterns import lazily
from nq57gen.rendering.tag_text import static_pieces
from nq57gen.vietnamese.syllables import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nq57gen.rendering.template_tags import Tag

_STATEMENTS = ("if", "elif", "else", "endif", "for", "endfor")
#: Other statements of Jinja's, each also with "end" before it, and docxtpl's tags for cells.
_FOREIGN = (
    *(
        "autoescape",
        "block",
        "break",
        "call",
        "continue",
        "debug",
        "do",
        "extends",
        "filter",
        "from",
        "import",
    ),
    *("include", "macro", "pluralize", "raw", "set", "trans", "with"),
)
_CELL_TAGS = ("cellbg", "colspan", "hm", "vm")
_QUOTED = lazily(r"\"[^\"]*\"|'[^']*'")
_LEVEL = lazily(r"[-+]?\s*(tr|tc|p|r)(?:[-+]|\b)\s*(.*)", re.IGNORECASE)
_WORD = lazily(r"[^\W\d]\w*")
_WORDS_FOR = {"elseif": "elif", "else if": "elif", "elsif": "elif", "end if": "endif", "end for": "endfor"}
_TWO_WORDS = lazily(r"(?:else\s*if|elsif|end\s+(?:if|for))\b", re.IGNORECASE)
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_BEGUN = lazily(r"(?:\{\{|\{%|\{#).*", re.DOTALL)
_ENDED = lazily(r".*?(?:\}\}|%\}|#\})", re.DOTALL)
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_LETTERS = frozenset("._|=!<>()[]{},:'\"+-*/~ ")


class Fault(NamedTuple):
    """``code`` of the finding; ``reason`` and ``hint``, "" for the one that goes with the code."""

    code: str
    reason: str
    hint: str = ""


def fault_of(tag: Tag, names: Iterable[str]) -> Fault:
    """Say what is wrong with ``tag``, which Jinja cannot read; ``names`` are those it may print."""
    inside = tag.code[2:-2].strip()
    for reader in _READERS:
        found = reader(tag, inside)
        if found is not None:
            return found
    guess = suggest(inside, names) if tag.prints else None
    if guess:
        return _fault("name", type=_written(tag, guess))
    odd = _odd_letter(inside)
    if odd:
        return _fault("letter", letter=odd)
    return _fault("other")


def torn_fault(text: str, previous: str, following: str) -> Fault | None:
    """Say what is wrong with a paragraph that holds a part of a tag, None where nothing is.

    ``previous`` and ``following``: the paragraphs around it, which may hold the rest.
    """
    begun, ended = _stray(text)
    if begun:
        rest = _stray(following)[1]
        return _fault("split", type=f"{begun} {rest}") if rest else _fault("unclosed", type=_closed(begun))
    if ended:
        return None if _stray(previous)[0] else _fault("torn")
    return None


def _closed(begun: str) -> str:
    """Return the beginning of a tag, with what it should end with."""
    inside = begun[2:].rstrip("{}%# ")
    return f"{begun[:2]}{inside} {_CLOSERS[begun[:2]]}"


def _stray(text: str) -> tuple[str, str]:
    """Return the beginning of a tag that is not ended in ``text``, and the end of one that is not begun."""
    pieces = static_pieces(text)
    begun = next((found for piece in pieces if (found := _BEGUN.search(piece))), None)
    ended = next((found for piece in pieces if (found := _ENDED.search(piece))), None)
    return begun[0].strip() if begun else "", ended[0].strip() if ended else ""


def _fault(kind: str, **values: str) -> Fault:
    reason, hint = TAG_FAULTS[kind]
    return Fault("M102", reason.format(**values), hint.format(**values))


def _written(tag: Tag, inside: str, level: str | None = None) -> str:
    """Return the tag with ``inside`` in place of what it holds."""
    level = tag.level if level is None else level
    return f"{tag.source[:2]}{level} {inside} {tag.source[-2:]}"


def _empty(_tag: Tag, inside: str) -> Fault | None:
    return None if inside else _fault("empty")


def _brackets(tag: Tag, inside: str) -> Fault | None:
    """Three braces."""
    if inside.startswith("{") and tag.prints:
        return _fault("three", type=_written(tag, inside.strip("{} ")))
    return None


def _foreign(tag: Tag, _inside: str) -> Fault | None:
    word = tag.keyword.casefold()
    if word in _CELL_TAGS:
        return Fault("M107", "", CELL_TAGS)
    return Fault("M107", "") if word.removeprefix("end") in _FOREIGN else None


def _quotes(_tag: Tag, inside: str) -> Fault | None:
    left = _QUOTED.sub("", inside)
    return _fault("quotes") if '"' in left or "'" in left else None


def _level(tag: Tag, inside: str) -> Fault | None:
    """Find a level that is not typed as docxtpl wants it: ``{% p``, ``{%P``, ``{%pif``, ``{{ r``."""
    if tag.level:
        return None
    found = _LEVEL.fullmatch(inside.replace("-", " ", 1) if inside.startswith("-") else inside)
    if found is None and not tag.prints and inside[:1].casefold() in "prt":
        glued = inside[2:] if inside[:2].casefold() in ("tr", "tc") else inside[1:]
        if _keyword(glued) in _STATEMENTS:
            level = inside[: len(inside) - len(glued)].casefold()
            return _fault("level", type=_written(tag, glued.strip(), level), level=level)
    if found is None or not found[2] or not _WORD.match(found[2]):
        return None
    rest = found[2].strip("-+ ")
    if not tag.prints and _keyword(rest) not in _STATEMENTS:
        return None
    level = found[1].casefold()
    return _fault("level", type=_written(tag, rest, level), level=level)


def _dash(tag: Tag, inside: str) -> Fault | None:
    """Find Jinja's marks for blanks, which the layout of a Word paragraph has no use for."""
    bare = inside.strip("-+ ")
    return _fault("dash", type=_written(tag, bare)) if bare != inside and bare else None


def _statement(tag: Tag, inside: str) -> Fault | None:
    if tag.prints or tag.is_comment:
        return None
    wrong = _TWO_WORDS.match(inside)
    if wrong:
        right = _WORDS_FOR[" ".join(wrong[0].casefold().split())]
        rest = inside[wrong.end() :].strip()
        return _fault("keyword", word=wrong[0], type=_written(tag, f"{right} {rest}".strip()))
    word = tag.keyword
    if word in _STATEMENTS:
        return _in_statement(tag, word, inside[len(word) :].strip())
    meant = _keyword(word) if _keyword(word) in _STATEMENTS else suggest(word, _STATEMENTS)
    if meant is None:
        return _fault("unknown", word=word)
    rest = re.sub(r"\b(IN|In|iN)\b", "in", inside[len(word) :]) if meant == "for" else inside[len(word) :]
    return _fault("keyword", word=word, type=_written(tag, f"{meant}{rest}"))


def _in_statement(tag: Tag, word: str, rest: str) -> Fault | None:
    bare = _QUOTED.sub("", rest)
    if word in ("else", "endif", "endfor"):
        return _fault("alone", word=word, type=_written(tag, word)) if rest else None
    if not rest:
        return _fault("condition" if word != "for" else "loop")
    if word == "for" and not re.fullmatch(r"[^\W\d]\w*\s+in\s+\S.*", rest):
        return _fault("loop")
    if word != "for" and re.search(r"(?<![=!<>])=(?!=)", bare):
        doubled = "".join(
            piece if piece[:1] in "\"'" else re.sub(r"(?<![=!<>])=(?!=)", "==", piece)
            for piece in re.split(r"(\"[^\"]*\"|'[^']*')", rest)
        )
        return _fault("equals", type=_written(tag, f"{word} {doubled}"))
    return None


def _parentheses(_tag: Tag, inside: str) -> Fault | None:
    waiting: list[str] = []
    for letter in _QUOTED.sub("", inside):
        if letter in _PAIRS:
            waiting.append(_PAIRS[letter])
        elif letter in _PAIRS.values() and (not waiting or waiting.pop() != letter):
            return _fault("parentheses", letter=letter)
    return _fault("parentheses", letter=waiting[-1]) if waiting else None


def _odd_letter(inside: str) -> str:
    """Return the first character that no tag can hold, "" for none."""
    for one in _QUOTED.sub("", inside):
        if not one.isalnum() and one not in _LETTERS and not unicodedata.combining(one):
            return one
    return ""


def _keyword(text: str) -> str:
    found = re.match(r"\w+", text)
    return found[0].casefold() if found else ""


_READERS: tuple[Callable[[Tag, str], Fault | None], ...] = (
    _empty,
    _brackets,
    _foreign,
    _quotes,
    _level,
    _dash,
    _statement,
    _parentheses,
)
