"""Looks for slips in the words of a file: its lines, patterns over them, the same slip told once."""

from __future__ import annotations

import functools
import itertools
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import folded, once_each
from nq57gen.checks.layout.rule import Found
from nq57gen.checks.once import once_a_document
from nq57gen.reading.types import ParagraphView, paragraphs_of

_TONES = ("", "̀", "́", "̉", "̃", "̣")
_LETTERS = "bcdđfghjklmnpqrstvwxz" + "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel, tone in itertools.product("aăâeêioôơuưy", _TONES)
)
#: Vietnamese letters for use in ``[...]`` of a pattern.
LOWER, UPPER = _LETTERS, _LETTERS.upper()
#: Stands before what follows a word, number or comma: inside a sentence.
INSIDE = rf"(?<=[{LOWER}{UPPER}0-9,] )"

#: Two open vowels at the end of a syllable, the tone on the second ("hoà") or the first ("hòa"). What looks
#: back stands behind the first letter: a pattern that begins with a letter is found much faster.
_NEW_TONES = re.compile(r"[oO](?<![qQ].)[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ](?!\w)|[uU](?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ](?!\w)")
_TONED = re.compile(
    rf"{_NEW_TONES.pattern}|[òóỏõọÒÓỎÕỌ](?<![qQ].)[aAeE](?!\w)|[ùúủũụÙÚỦŨỤ](?<![qQ].)[yY](?!\w)"
)
_SPACES = re.compile(r"[^\S\t\n ]")
_SHOWN = 30
#: Patterns of the names of one line that are remembered.
_NAMES_KEPT = 256


@dataclass(frozen=True, slots=True)
class Line:
    """What one paragraph prints: ``text`` with every kind of space as " ", ``old`` with tones as in "hòa".

    Tabs and breaks stay. Both have the same length, so that what is found in one can be shown from the other.
    """

    paragraph: ParagraphView
    text: str
    old: str
    memo: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def at(self, start: int, end: int) -> str:
        """Where ``text[start:end]`` stands, with a few words around it."""
        first = max(0, start - _SHOWN // 2)
        shown = self.text[first : max(end, first + _SHOWN)].strip()
        before, after = "…" if first else "", "…" if max(end, first + _SHOWN) < len(self.text) else ""
        return f"{self.paragraph.place}: “{before}{shown}{after}”"


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong wording; ``right`` gives what it should be from what was found.

    ``needs``: a line that holds none of these in small letters has no such wording.
    """

    source: str
    right: Callable[[re.Match[str]], str]
    needs: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed."""
        return _compiled(self.source)


@functools.cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def slip(pattern: str, right: str | Callable[[re.Match[str]], str], need: str, *or_needs: str) -> Slip:
    r"""A slip over lines in old tones; ``right`` may be a template with ``\1`` or ``\g<0>``."""
    give = right if callable(right) else functools.partial(_expand, right)
    return Slip(pattern, give, (need, *or_needs))


def _expand(template: str, match: re.Match[str]) -> str:
    return match.expand(template)


def slips(lines: Iterable[Line], wrong: Sequence[Slip], *, each: bool = True) -> Iterator[Found]:
    """Each different slip once, at its first place, with how often it comes again.

    ``each``: what differs in words is different, else only what breaks another pattern. What is all in
    capitals says nothing of capitals and is left out. ``wrong`` is a constant of a rule.
    """
    name = _name_of(wrong)
    lines = list(lines)
    if new := [line for line in lines if name not in line.memo]:
        _match(new, wrong, name)
    return _first_of(
        (match.group() if each else known.source, _slipped(line, match, known))
        for line in lines
        for match, known in line.memo[name]
    )


def _match(lines: Sequence[Line], wrong: Sequence[Slip], name: str) -> None:
    """Let each of ``lines`` remember what of ``wrong`` stands in it; most of it stands in none of them."""
    together = "\n".join(map(small_letters, lines))
    here = [known for known in wrong if any(need in together for need in known.needs)]
    for line in lines:
        small = small_letters(line)
        line.memo[name] = tuple(
            (match, known)
            for known in here
            if any(need in small for need in known.needs)
            for match in known.pattern.finditer(line.old)
            if not match.group().isupper()
        )


#: The constants of rules by their identity; kept, so that no identity is given away again.
_CONSTANTS: dict[int, tuple[object, str]] = {}


def _name_of(constant: object) -> str:
    """A name for what a line remembers about a constant of a rule."""
    return _CONSTANTS.setdefault(id(constant), (constant, f"constant {id(constant)}"))[1]


def _slipped(line: Line, match: re.Match[str], known: Slip) -> Found:
    written, right = line.text[slice(*match.span())].strip(), known.right(match).strip()
    return Found(line.at(*match.span()), f"“{written}” (viết “{right}”)")


def names(lines: Iterable[Line], right: tuple[str, ...]) -> Iterator[Found]:
    """Names that begin with a capital and are not written as in ``right``; all in capitals is fine.

    ``right`` is one of the lists of :func:`words`.
    """
    name = _name_of(right)
    lines = list(lines)
    if new := [line for line in lines if name not in line.memo]:
        _match_names(new, right, name)
    return once(
        Found(line.at(*match.span()), f"“{line.text[slice(*match.span())]}” (viết “{written}”)")
        for line in lines
        for match, written in line.memo[name]
    )


def _match_names(lines: Sequence[Line], right: tuple[str, ...], name: str) -> None:
    """Let each of ``lines`` remember the names in it that are written otherwise than in ``right``."""
    together = "\n".join(map(small_letters, lines))
    known = {each: written for each, written in _known(right).items() if each in together}
    for line in lines:
        small = small_letters(line)
        here = tuple(each for each in known if each in small)
        line.memo[name] = tuple(
            (match, written)
            for match in (_any_of(here).finditer(line.old) if here else ())
            if (written := known[match.group().lower()])
            and match.group()[0].isupper()
            and not match.group().isupper()
            and match.group() != old_tones(written)
        )


@once_each
def small_letters(line: Line) -> str:
    """What patterns are looked for in, in small letters."""
    return line.old.lower()


@functools.cache
def _known(right: tuple[str, ...]) -> dict[str, str]:
    """The names by how they are looked for."""
    return {old_tones(name).lower(): name for name in right}


@functools.lru_cache(maxsize=_NAMES_KEPT)
def _any_of(known: tuple[str, ...]) -> re.Pattern[str]:
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


@once_a_document
def all_lines(parts: Parts) -> list[Line]:
    """Every line of the file with its notes; headers and footers left out."""
    paragraphs = itertools.chain(
        parts.file.paragraphs(), *(paragraphs_of(note.blocks) for note in parts.file.notes)
    )
    return [line_of(paragraph) for paragraph in paragraphs if paragraph.text.strip()]


@once_a_document
def prose(parts: Parts) -> list[Line]:
    """The lines of the body and what stands before it (bases), tables left out."""
    found = [line_of(piece.paragraph) for piece in (*parts.bases, *parts.body_paragraphs)]
    return [line for line in found if line.text.strip()]


@once_each
def line_of(paragraph: ParagraphView) -> Line:
    """The line of a paragraph, without a label of a list."""
    composed = unicodedata.normalize("NFC", paragraph.shown_text)
    text = _SPACES.sub(" ", composed)
    return Line(paragraph, text, old_tones(text))


@once_each
def folded_line(line: Line) -> str:
    """The line without marks, in small letters."""
    return folded(line.text)


def old_tones(text: str) -> str:
    """``text`` with the tone on the first of two open vowels ("hoà" as "hòa"); as long as before."""
    return _NEW_TONES.sub(lambda match: _moved(match.group()), text)


def toned_words(line: Line) -> Iterator[tuple[int, int]]:
    """Where the words of a line stand whose tone is on one of two open vowels ("hòa", "hoà", "ủy", "uỷ")."""
    for match in _TONED.finditer(line.text):
        start = match.start()
        while start and (line.text[start - 1].isalnum() or line.text[start - 1] == "_"):
            start -= 1
        yield start, match.end()


def _moved(pair: str) -> str:
    apart = unicodedata.normalize("NFD", pair[1])
    return unicodedata.normalize("NFC", pair[0] + apart[1]) + apart[0]


@functools.cache
def words(key: str) -> tuple[str, ...]:
    """A list of the data file ``words.json``."""
    return tuple(_all_words()[key])


@functools.cache
def _all_words() -> dict[str, list[str]]:
    data = resources.files("nq57gen.checks.layout").joinpath("data/words.json").read_text(encoding="utf-8")
    found: dict[str, list[str]] = json.loads(data)
    return found
