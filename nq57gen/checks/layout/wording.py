"""Looks for slips in the words of a file: its lines, patterns over them, the same slip told once."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import folded, once_each
from nq57gen.checks.layout.rule import Found
from nq57gen.checks.layout.tones import old_tones as old_tones
from nq57gen.checks.layout.word_lists import words as words
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily
from nq57gen.reading.memo import FORGETFUL, Memo
from nq57gen.reading.types import Block, Gathered, ParagraphView, TableView

_TONES = ("", "̀", "́", "̉", "̃", "̣")
_LETTERS = "bcdđfghjklmnpqrstvwxz" + "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel, tone in itertools.product("aăâeêioôơuưy", _TONES)
)
#: Vietnamese letters for use in ``[...]`` of a pattern.
LOWER, UPPER = _LETTERS, _LETTERS.upper()
#: Stands before what follows a word, number or comma: inside a sentence.
INSIDE = rf"(?<=[{LOWER}{UPPER}0-9,] )"

_ORDINARY = lazily(rf"[\x00-\x7f{LOWER}“”–…]*")
_SPACES = lazily(r"[^\S\t\n ]")
_SHOWN = 30
#: Patterns of the names of one line that are remembered.
_NAMES_KEPT = 256
#: Lines that are looked through together: more than nearly all documents have.
_LINES_AT_ONCE = 4096


class Line(Struct, frozen=True):
    """What one paragraph prints: ``text`` with every kind of space as " ", ``old`` with tones as in "hòa".

    Tabs and breaks stay. Both have the same length, so that what is found in one can be shown from the other.
    """

    paragraph: ParagraphView
    text: str
    old: str
    memo: Memo = field(default_factory=Memo)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The line itself, as of a :class:`Group`."""
        return (self,)

    def at(self, start: int, end: int) -> str:
        """Where ``text[start:end]`` stands, with a few words around it."""
        first = max(0, start - _SHOWN // 2)
        shown = self.text[first : max(end, first + _SHOWN)].strip()
        before, after = "…" if first else "", "…" if max(end, first + _SHOWN) < len(self.text) else ""
        return f"{self.paragraph.place}: “{before}{shown}{after}”"


class Group(Struct):
    """The lines of one block, a table or a paragraph with text boxes; ``memo`` is that of the block."""

    lines: tuple[Line, ...]
    memo: dict[str, Any]


class Slip(Struct, frozen=True):
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
    return lazily(source)


def slip(pattern: str, right: str | Callable[[re.Match[str]], str], need: str, *or_needs: str) -> Slip:
    r"""A slip over lines in old tones; ``right`` may be a template with ``\1`` or ``\g<0>``."""
    give = right if callable(right) else functools.partial(_expand, right)
    return Slip(pattern, give, (need, *or_needs))


def _expand(template: str, match: re.Match[str]) -> str:
    return match.expand(template)


#: What was found in lines, by their identity: the line, the match, and what it is a match of.
_Matches: TypeAlias = dict[int, list[tuple[Any, ...]]]


def slips(groups: Iterable[Line | Group], wrong: Sequence[Slip], *, each: bool = True) -> Iterator[Found]:
    """Each different slip once, at its first place, with how often it comes again.

    ``each``: what differs in words is different, else only what breaks another pattern. What is all in
    capitals says nothing of capitals and is left out. ``wrong`` is a constant of a rule.
    """
    found = _remembered(groups, _name_of(wrong), lambda lines: _match(lines, wrong))
    return _first_of(
        (match.group() if each else known.source, _slipped(line, match, known))
        for line, match, known in found
    )


def _remembered(
    groups: Iterable[Line | Group], name: str, match: Callable[[Sequence[Line]], _Matches]
) -> list[Any]:
    """What lines remember under ``name``, in order; ``match`` says what stands in those that are new.

    Lines of long tables forget everything: only the table remembers for them.
    """
    groups = list(groups)
    lines = [
        line for group in groups if name not in group.memo for line in group.lines if name not in line.memo
    ]
    new: _Matches = {}
    for at in range(0, len(lines), _LINES_AT_ONCE):
        new |= match(lines[at : at + _LINES_AT_ONCE])
    for line in lines:
        line.memo[name] = new.get(id(line), ())
    found: list[Any] = []
    for group in groups:
        known = group.memo.get(name)
        if known is None:
            known = group.memo[name] = tuple(
                one for line in group.lines for one in line.memo.get(name, new.get(id(line), ()))
            )
        found += known
    return found


def _match(lines: Sequence[Line], wrong: Sequence[Slip]) -> _Matches:
    """What of ``wrong`` stands in each of ``lines``; most of it stands in none of them."""
    small = [(small_letters(line), line) for line in lines]
    together = "\n".join(letters for letters, _ in small)
    found: _Matches = {}
    for known in wrong:
        needs = [need for need in known.needs if need in together]
        for letters, line in small if needs else ():
            if any(map(letters.__contains__, needs)):
                for match in known.pattern.finditer(line.old):
                    if not match.group().isupper():
                        found.setdefault(id(line), []).append((line, match, known))
    return found


#: The constants of rules by their identity; kept, so that no identity is given away again.
_CONSTANTS: dict[int, tuple[object, str]] = {}


def _name_of(constant: object) -> str:
    """A name for what a line remembers about a constant of a rule."""
    return _CONSTANTS.setdefault(id(constant), (constant, f"constant {id(constant)}"))[1]


def _slipped(line: Line, match: re.Match[str], known: Slip) -> Found:
    written, right = line.text[slice(*match.span())].strip(), known.right(match).strip()
    return Found(line.at(*match.span()), f"“{written}” (viết “{right}”)")


def names(groups: Iterable[Line | Group], right: tuple[str, ...]) -> Iterator[Found]:
    """Names that begin with a capital and are not written as in ``right``; all in capitals is fine.

    ``right`` is one of the lists of :func:`words`.
    """
    found = _remembered(groups, _name_of(right), lambda lines: _match_names(lines, right))
    return once(
        Found(line.at(*match.span()), f"“{line.text[slice(*match.span())]}” (viết “{written}”)")
        for line, match, written in found
    )


def _match_names(lines: Sequence[Line], right: tuple[str, ...]) -> _Matches:
    """The names in each of ``lines`` that are written otherwise than in ``right``."""
    together = "\n".join(map(small_letters, lines))
    known = {each: named for each, named in _known(right).items() if each in together}
    found: _Matches = {}
    for line in lines if known else ():
        small = small_letters(line)
        here = tuple(each for each in known if each in small)
        # mostly each stands there as often as it is written right, and to count is fast
        counts = all(small.count(each) == line.old.count(known[each][1]) for each in here)
        if not here or (counts and is_ordinary(line)):
            continue
        found[id(line)] = [
            (line, match, named[0])
            for match in _any_of(here).finditer(line.old)
            if (named := known.get(match.group().lower()))
            and match.group()[0].isupper()
            and not match.group().isupper()
            and match.group() != named[1]
        ]
    return found


@once_each
def small_letters(line: Line) -> str:
    """What patterns are looked for in, in small letters."""
    return line.old.lower()


@once_each
def is_ordinary(line: Line) -> bool:
    """Whether a line holds nothing but letters of Vietnamese, each one sign, and usual signs."""
    return _ORDINARY.fullmatch(small_letters(line)) is not None


@functools.cache
def _known(right: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """The names by how they are looked for: as they are written, and so with tones as in "hòa"."""
    return {old_tones(name).lower(): (name, old_tones(name)) for name in right}


@functools.lru_cache(maxsize=_NAMES_KEPT)
def _any_of(known: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    return lazily(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def once(found: Iterable[Found]) -> Iterator[Found]:
    """The first of all findings that say the same, with the number of the others."""
    return _first_of((each.got, each) for each in found)


def _first_of(found: Iterable[tuple[str, Found]]) -> Iterator[Found]:
    groups: dict[str, list[Found]] = {}
    for key, each in found:
        groups.setdefault(key, []).append(each)
    for first, *others in groups.values():
        more = f", và {len(others)} chỗ khác" if others else ""
        yield replace(first, got=first.got + more)


@once_a_document
def all_lines(parts: Parts) -> list[Line]:
    """Every line of the file with its notes; headers and footers left out."""
    return [line for group in all_groups(parts) for line in group.lines]


@once_a_document
def all_groups(parts: Parts) -> list[Line | Group]:
    """The same lines by the blocks they stand in, for :func:`slips` and :func:`names`."""
    return list(_groups(itertools.chain(parts.file.blocks, *(note.blocks for note in parts.file.notes))))


def _groups(blocks: Iterable[Block]) -> Iterator[Line | Group]:
    for block in blocks:
        if isinstance(block, TableView) or block.text_boxes:
            yield Group(tuple(_LINES([block])), block.memo)
        elif block.text.strip():
            yield line_of(block)


def _lines(paragraph: ParagraphView) -> tuple[Line, ...]:
    return (line_of(paragraph),) if paragraph.text.strip() else ()


_LINES = Gathered(_lines)


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
    memo = FORGETFUL if paragraph.memo is FORGETFUL else Memo()
    return Line(paragraph, text, old_tones(text), memo)


@once_each
def folded_line(line: Line) -> str:
    """The line without marks, in small letters."""
    return folded(line.text)
