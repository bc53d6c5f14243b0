"""Looks for slips in the words of a file: its lines, patterns over them, the same slip told once."""

from __future__ import annotations

import functools
import itertools
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from nq57gen.checks.layout.parts import Parts, once_a_file
from nq57gen.checks.layout.rule import Found
from nq57gen.reading.types import ParagraphView, paragraphs_of

_TONES = ("", "̀", "́", "̉", "̃", "̣")
_LETTERS = "bcdđfghjklmnpqrstvwxz" + "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel, tone in itertools.product("aăâeêioôơuưy", _TONES)
)
#: Vietnamese letters for use in ``[...]`` of a pattern.
LOWER, UPPER = _LETTERS, _LETTERS.upper()
#: Stands before what follows a word, number or comma: inside a sentence.
INSIDE = rf"(?<=[{LOWER}{UPPER}0-9,] )"

_NEW_TONES = re.compile(r"(?<![qQ])(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\w)")
_TONED = re.compile(
    rf"(?<!\w)\w*(?:{_NEW_TONES.pattern}|(?<![qQ])(?:[òóỏõọÒÓỎÕỌ][aAeE]|[ùúủũụÙÚỦŨỤ][yY])(?!\w))"
)
_SPACES = re.compile(r"[^\S\t\n]")
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Line:
    """What one paragraph prints: ``text`` with every kind of space as " ", ``old`` with tones as in "hòa".

    Tabs and breaks stay. Both have the same length, so that what is found in one can be shown from the other.
    """

    paragraph: ParagraphView
    text: str
    old: str

    def at(self, start: int, end: int) -> str:
        """Where ``text[start:end]`` stands, with a few words around it."""
        first = max(0, start - _SHOWN // 2)
        shown = self.text[first : max(end, first + _SHOWN)].strip()
        before, after = "…" if first else "", "…" if max(end, first + _SHOWN) < len(self.text) else ""
        return f"{self.paragraph.place}: “{before}{shown}{after}”"


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong wording; ``right`` gives what it should be from what was found."""

    pattern: re.Pattern[str]
    right: Callable[[re.Match[str]], str]


def slip(pattern: str, right: str | Callable[[re.Match[str]], str]) -> Slip:
    r"""A slip over lines in old tones; ``right`` may be a template with ``\1`` or ``\g<0>``."""
    give = right if callable(right) else functools.partial(_expand, right)
    return Slip(re.compile(pattern), give)


def _expand(template: str, match: re.Match[str]) -> str:
    return match.expand(template)


def slips(lines: Iterable[Line], wrong: Sequence[Slip], *, each: bool = True) -> Iterator[Found]:
    """Each different slip once, at its first place, with how often it comes again.

    ``each``: what differs in words is different, else only what breaks another pattern. What is all in
    capitals says nothing of capitals and is left out.
    """
    return _first_of(
        (match.group() if each else known.pattern.pattern, _slipped(line, match, known))
        for line in lines
        for known in wrong
        for match in known.pattern.finditer(line.old)
        if not match.group().isupper()
    )


def _slipped(line: Line, match: re.Match[str], known: Slip) -> Found:
    written, right = line.text[slice(*match.span())].strip(), known.right(match).strip()
    return Found(line.at(*match.span()), f"“{written}” (viết “{right}”)")


def names(lines: Iterable[Line], right: Iterable[str]) -> Iterator[Found]:
    """Names that begin with a capital and are not written as in ``right``; all in capitals is fine."""
    known = {old_tones(name).lower(): name for name in right}
    pattern = _any_of(known)
    return once(
        Found(line.at(*match.span()), f"“{line.text[slice(*match.span())]}” (viết “{name}”)")
        for line in lines
        for match in pattern.finditer(line.old)
        if (name := known[match.group().lower()])
        and match.group()[0].isupper()
        and not match.group().isupper()
        and match.group() != old_tones(name)
    )


def _any_of(known: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def once(found: Iterable[Found]) -> Iterator[Found]:
    """The first of all findings that say the same, with the number of the others."""
    return _first_of((each.got, each) for each in found)


def _first_of(found: Iterable[tuple[str, Found]]) -> Iterator[Found]:
    groups: dict[str, list[Found]] = {}
    for key, each in found:
        groups.setdefault(key, []).append(each)
    for first, *others in groups.values():
        more = f", và {len(others)} chỗ khác" if others else ""
        yield Found(first.place, first.got + more)


@once_a_file
def all_lines(parts: Parts) -> list[Line]:
    """Every line of the file with its notes; headers and footers left out."""
    paragraphs = itertools.chain(
        parts.file.paragraphs(), *(paragraphs_of(note.blocks) for note in parts.file.notes)
    )
    return [line for paragraph in paragraphs if (line := line_of(paragraph)).text.strip()]


@once_a_file
def prose(parts: Parts) -> list[Line]:
    """The lines of the body and what stands before it (bases), tables left out."""
    found = [line_of(piece.paragraph) for piece in (*parts.bases, *parts.body_paragraphs)]
    return [line for line in found if line.text.strip()]


def line_of(paragraph: ParagraphView) -> Line:
    """The line of a paragraph, without a label of a list."""
    composed = unicodedata.normalize("NFC", paragraph.shown_text)
    text = _SPACES.sub(" ", composed)
    return Line(paragraph, text, old_tones(text))


def old_tones(text: str) -> str:
    """``text`` with the tone on the first of two open vowels ("hoà" as "hòa"); as long as before."""
    return _NEW_TONES.sub(lambda match: _moved(match.group()), text)


def toned_words(text: str) -> list[re.Match[str]]:
    """The words of ``text`` whose tone stands on one of two open vowels ("hòa", "hoà", "ủy", "uỷ")."""
    return list(_TONED.finditer(text))


def _moved(pair: str) -> str:
    apart = unicodedata.normalize("NFD", pair[1])
    return unicodedata.normalize("NFC", pair[0] + apart[1]) + apart[0]


@functools.cache
def words(key: str) -> tuple[str, ...]:
    """A list of the data file ``words.json``."""
    data = resources.files("nq57gen.checks.layout").joinpath("data/words.json").read_text(encoding="utf-8")
    return tuple(json.loads(data)[key])
