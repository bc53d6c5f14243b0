"""Turns phrases of a spec into text and runs: variables, inline marks, footnotes.

It remembers which phrases were printed (what is never printed is reported) and numbers footnotes
in the order in which they are first cited. Problems are gathered, never raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from nq57gen.blanks import OPEN, blank, blanks_in, hidden
from nq57gen.diagnostics import Diagnostic, KeyPath, Position
from nq57gen.model.document import Cell, Footnote, Place, Run, Runs, plain
from nq57gen.model.expressions import Evaluator, ExpressionProblem
from nq57gen.model.names import Value
from nq57gen.model.texts import Expression, is_inside_a_line, is_plain, parsed, plain_cell, plain_runs
from nq57gen.patterns import lazily
from nq57gen.schema.spec_types import Phrase, Spec
from nq57gen.spec.reader import SpecData
from nq57gen.vietnamese.syllables import suggest

_TOKEN = lazily(r"\\([\\*\[<>])|(\*\*?)|\[\^([^\]\[\s]*)\]")
#: What may close each mark: it touches the word before it.
_CLOSING = {"**": lazily(r"(?<![\s*\\])\*\*(?!\*)"), "*": lazily(r"(?<![\s*\\])\*(?!\*)")}
#: Texts that name each other: how deep, and how many expressions a document may have in all.
_DEEPEST, _MOST = 25, 50_000
_NO_NAMES: Mapping[str, Value] = {}
#: Phrases of a pack have no place of their own in the spec.
PACK_PATH: KeyPath = ("mau",)


class SpecPlace(Place):
    """The place of a value of a spec, or of the character ``offset`` of a text; looked for when asked."""

    __slots__ = ("_data", "_offset", "_path")

    def __init__(self, data: SpecData, path: KeyPath, offset: int | None = None) -> None:
        self._data = data
        self._path = path
        self._offset = offset

    def _told(self) -> tuple[str, Position | None]:
        if not hasattr(self, "_known"):
            data, path, offset = self._data, self._path, self._offset
            if offset is None or path == PACK_PATH:
                position = data.position(path)
            else:
                position = data.text_position(path, offset)
            self._known = (".".join(map(str, path)), position)
        return self._known


class Resolver:
    """Resolves the phrases of one spec. ``roots`` are the names that expressions may use."""

    def __init__(self, spec: Spec, problems: list[Diagnostic]) -> None:
        self._spec = spec
        self._problems = problems
        self._evaluator = Evaluator({})
        self._open: list[KeyPath] = []
        self._notes: dict[str, int] = {}
        self._inside_note = False
        self._note_bodies: list[Footnote] = []
        self._evaluations = 0
        self._exhausted = False
        #: Whether what is resolved is only reckoned with, see :meth:`value`.
        self.reckoning = False
        self.printed: set[KeyPath] = set()
        #: The words of the blanks that come from texts of the pack, in the order of printing.
        self.pack_blanks: dict[str, None] = {}

    def name(self, roots: Mapping[str, Value]) -> None:
        """Set the root names (they need the resolver themselves, hence not in ``__init__``)."""
        self._evaluator = Evaluator(roots)

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The footnotes cited so far, in order."""
        return tuple(self._note_bodies)

    def report(self, code: str, path: KeyPath, *, offset: int | None = None, **values: Any) -> None:
        """Record a problem at a place of the spec."""
        if path == PACK_PATH:
            offset = None
        self._problems.append(self._spec.data.diagnostic(code, path, offset=offset, **values))

    def place(self, path: KeyPath) -> Place:
        """Where a block came from, as findings will show it."""
        return SpecPlace(self._spec.data, path)

    def text(self, phrase: Phrase, local: Mapping[str, Value] = _NO_NAMES) -> str:
        """``phrase`` with its variables replaced, inline marks still in it, one line."""
        return self._expand(phrase.text, phrase.path, 0, local)

    def plain(self, phrase: Phrase, local: Mapping[str, Value] = _NO_NAMES) -> str:
        """``phrase`` as plain text: bold and italic marks taken away; footnotes have no place in it."""
        runs = self.runs(phrase, local)
        if any(run.note for run in runs):
            self.report("N017", phrase.path)
        return plain(runs)

    def value(self, phrase: Phrase, *, shown: bool) -> str:
        """A value to reckon with, without marks: no footnote is numbered, no citation is mentioned by it.

        ``shown``: what comes of it is printed, so that it counts as printed itself.
        """
        if is_plain(phrase.text) and OPEN not in phrase.text:
            if shown:
                self.printed.add(phrase.path)
            return phrase.text.replace("\t", " ").strip()
        printed, reckoning = self.printed, self.reckoning
        self.printed = printed if shown else set()
        self.reckoning = True
        text = self.text(phrase)
        self.printed, self.reckoning = printed, reckoning
        # a blank is no value: whoever reckons asks whether there is one
        return text if OPEN in text else _TOKEN.sub(lambda token: token[1] or "", text).strip()

    def runs(self, phrase: Phrase, local: Mapping[str, Value] = _NO_NAMES) -> Runs:
        """``phrase`` as the runs of one paragraph; line breaks become spaces."""
        known = plain_runs(phrase.text)
        if known is not None:
            self.printed.add(phrase.path)
            return known
        text = self._expand(phrase.text, phrase.path, 0, local).replace("\n", " ")
        return self._inline(text.strip(), phrase.path)

    def lines(self, phrase: Phrase) -> list[tuple[Runs, Place]]:
        """``phrase`` as paragraphs: a line is a paragraph, empty lines do not count."""
        data, path = self._spec.data, phrase.path
        return [(runs, SpecPlace(data, path, offset)) for runs, offset in self._lines(phrase)]

    def cell(self, phrase: Phrase) -> Cell:
        """``phrase`` as a table cell, whose paragraphs need no places."""
        known = plain_cell(phrase.text)
        if known is not None:
            self.printed.add(phrase.path)
            return known
        return Cell(tuple([runs for runs, _ in self._lines(phrase)]))

    def _lines(self, phrase: Phrase) -> Iterator[tuple[Runs, int]]:
        text, path = phrase
        self.printed.add(path)
        offset = 0
        for line in text.split("\n"):
            known = plain_runs(line)
            if known is None:
                for part in self._expand(line, path, offset, _NO_NAMES).split("\n"):
                    if part.strip():
                        yield self._inline(part.strip(), path, offset), offset
            elif known:
                yield known, offset
            offset += len(line) + 1

    def _expand(self, text: str, path: KeyPath, base: int, local: Mapping[str, Value]) -> str:
        step = path if path != PACK_PATH else (*path, text)
        if step in self._open:
            self.report("N007", path, offset=base)
            return ""
        self.printed.add(path)
        if "<" not in text and "{" not in text and ">>" not in text:
            return text.replace("\t", " ")
        pieces, expressions, foreign, faults = parsed(text)
        if foreign:
            self.report("N008", path, offset=base + foreign[0], tag=foreign[1])
        done = [pieces[0]]
        self._open.append(step)
        try:
            for number, expression in enumerate(expressions):
                value = self._evaluate(expression, path, base, local)
                if "\n" in value and is_inside_a_line(pieces, number, value):
                    self.report("N055", path, offset=base + expression.start, expression=expression.source)
                done += (value, pieces[number + 1])
        finally:
            self._open.pop()
        for code, offset in faults:
            self.report(code, path, offset=base + offset)
        return "".join(done).replace("\t", " ")

    def _evaluate(self, expression: Expression, path: KeyPath, base: int, local: Mapping[str, Value]) -> str:
        source, start, is_blank = expression
        if is_blank:
            return self._blank(source, path)
        self._evaluations += 1
        if len(self._open) > _DEEPEST or self._evaluations > _MOST:
            if not self._exhausted:
                self.report("N016", path, offset=base + start)
            self._exhausted = True
            return ""
        try:
            return self._evaluator.evaluate(source, local)
        except ExpressionProblem as problem:
            values = dict(problem.values)
            candidates = values.pop("candidates", None)
            if isinstance(candidates, list):
                guess = suggest(str(values["name"]), [str(name) for name in candidates])
                known = ", ".join(sorted(str(name) for name in candidates))
                listed = f"dùng được: {known}" if known else "bỏ phần sau dấu chấm"
                values["hint"] = f"ý bạn là {guess}?" if guess else listed
            self.report(problem.code, path, offset=base + start, **values)
            return ""

    def _blank(self, words: str, path: KeyPath) -> str:
        """A place to fill in; those typed in the spec are listed by their places, the pack's when printed."""
        text = blank(words)
        if path in ((), PACK_PATH) and not self.reckoning:
            self.note_pack_blanks(text)
        return text

    def note_pack_blanks(self, text: str) -> None:
        """Remember the blanks of a text of the pack that is printed."""
        self.pack_blanks |= dict.fromkeys(blanks_in(text))

    def _inline(self, text: str, path: KeyPath, base: int = 0) -> Runs:
        """Bold, italic, footnote marks and backslash escapes of one paragraph; a blank's words have none."""
        said = hidden(text)
        if not ("*" in said or "[" in said or "\\" in said) or not _TOKEN.search(said):
            return (Run(text),) if text else ()
        runs: list[Run] = []
        looks = {"**": False, "*": False}
        last_closing = {
            mark: max((match.start() for match in closing.finditer(said)), default=-1)
            for mark, closing in _CLOSING.items()
        }
        last = 0

        def put(piece: str) -> None:
            if piece:
                runs.append(Run(piece, bold=looks["**"], italic=looks["*"]))

        for token in _TOKEN.finditer(said):
            escaped, mark, note = token.groups()
            if mark and not _toggles(text, token, looks[mark], last_closing[mark]):
                continue
            put(text[last : token.start()])
            last = token.end()
            if escaped:
                put(escaped)
            elif mark:
                looks[mark] = not looks[mark]
            else:
                number = self._note(note, path, base + token.start())
                if number:
                    runs.append(Run("", note=number))
        put(text[last:])
        return _merged(runs)

    def _note(self, key: str, path: KeyPath, base: int) -> int | None:
        """The number of footnote ``key``; its text is resolved when it is first cited."""
        phrase = self._spec.footnotes.get(key)
        if phrase is None:
            known = list(self._spec.footnotes)
            guess = suggest(key, known)
            hint = f"ý bạn là [^{guess}]? Đang có: {', '.join(known)}" if guess else None
            self.report("N010", path, offset=base, key=key, hint=hint)
            return None
        if self._inside_note:
            self.report("N011", path, offset=base, key=key)
            return None
        if key not in self._notes:
            self._notes[key] = len(self._notes) + 1
            self._note_bodies.append(Footnote((), Place()))
            self._inside_note = True
            paragraphs = self.cell(phrase).paragraphs
            self._inside_note = False
            self._note_bodies[self._notes[key] - 1] = Footnote(paragraphs, self.place(phrase.path))
        return self._notes[key]


def _toggles(text: str, token: re.Match[str], is_open: bool, last_closing: int) -> bool:
    """Whether a run of asterisks is a mark: it must touch the words it marks, and have a partner."""
    if is_open:
        return not text[token.start() - 1].isspace()
    return last_closing > token.end() and not text[token.end()].isspace()


def _merged(runs: list[Run]) -> Runs:
    """Neighbouring runs of one look as one run."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if (
            last
            and last.note is None
            and run.note is None
            and (last.bold, last.italic) == (run.bold, run.italic)
        ):
            merged[-1] = Run(last.text + run.text, run.bold, run.italic)
        else:
            merged.append(run)
    return tuple(merged)
