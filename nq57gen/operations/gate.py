"""The layout decree as a gate: what ``render`` refuses to keep, and ``check`` tells of a spec.

A rule that a template breaks with faultless words too is the template's fault and told with its place there;
any other is the fault of the spec's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.rule import RULES
from nq57gen.diagnostics import Diagnostic, Position, Severity
from nq57gen.patterns import lazily
from nq57gen.reading.types import WordFile
from nq57gen.reading.word_file import read_word_file
from nq57gen.schema.spec_types import Spec

#: Letters of a quotation that are enough to find its line in the spec.
_ENOUGH_TO_FIND = 12
#: A line of a spec that is a value, of a key or an item, in quotes or not.
_VALUE = lazily(r"\s*(?:- +)*(?:\w+: +)?(?P<value>\"[^\"]*\"|'[^']*'|.*?)(?:\s+#.*)?")
_CALL = lazily(r"<<.*?>>")


class Gated(Struct, frozen=True):
    """A finished file as read back, and the layout rules it breaks."""

    file: WordFile
    errors: tuple[Diagnostic, ...]


def gate(data: bytes, shown_as: str, spec: Spec) -> Gated:
    """Look at the finished document of ``spec``; warnings are for ``check`` of the Word file.

    Raises InvalidInput where the template cannot be tried (M1xx, D).
    """
    warnings = {rule.code for rule in RULES.values() if rule.severity is Severity.WARNING}
    file = read_word_file(data, shown_as)
    found = check_layout(file, ignore=warnings | spec.ignored_rules)
    errors = [one for one in found if one.severity is Severity.ERROR]
    if not errors:
        return Gated(file, ())
    from nq57gen.operations.check_template import because_of_template  # most documents have no errors

    template = spec.pack.document_types[spec.document_type].template
    words, look = because_of_template(errors, template)
    return Gated(file, (*look, *(_placed(one, spec) for one in words)))


def _placed(found: Diagnostic, spec: Spec) -> Diagnostic:
    """``found`` with the line of the spec that holds the words it quotes, if they stand there as printed."""
    quoted = re.search(r"“…?(.*?)…?”", found.where)
    words = quoted[1].strip() if quoted else ""
    position = _position(words, spec.data.source.lines)
    if position is None:
        return found
    return replace(found, position=position, source_line=spec.data.source.lines[position.line - 1])


def _position(words: str, lines: Sequence[str]) -> Position | None:
    """Where the words stand: anywhere when there are enough of them, else where they are a whole value."""
    bare = _bare(words)
    for part in (words, bare):
        for number, line in enumerate(lines if len(part) >= _ENOUGH_TO_FIND else (), 1):
            if part in line:
                return Position(number, line.index(part) + 1)
    return (
        line_of_value(bare, range(len(lines), 0, -1), lines) if bare else None
    )  # what frames a text ends it


def line_of_value(words: str, numbers: Sequence[int], lines: Sequence[str]) -> Position | None:
    """The first of the lines (by number) whose whole value is, or with its calls can print, the words."""
    values = [(number, match) for number in numbers if (match := _VALUE.fullmatch(lines[number - 1]))]
    for is_it in (str.__eq__, _may_print):
        for number, match in values:
            typed = match["value"].strip("\"'")
            if is_it(typed, words) or is_it(_bare(typed), words):
                return Position(number, match.start("value") + 1)
    return None


def _bare(text: str) -> str:
    """A line of a list without its dash and end mark, which the program sets."""
    return text.strip().lstrip("-–").strip().rstrip(";.").rstrip()


def _may_print(typed: str, words: str) -> bool:
    """Whether a text with calls ("Quý V/<<nam_ke_hoach>>") can print the words; calls alone say nothing."""
    parts = _CALL.split(typed)
    if len(parts) < 2 or not any(char.isalnum() for part in parts for char in part):
        return False
    first, *between, last = parts
    at, end = len(first), len(words) - len(last)
    if not (words.startswith(first) and words.endswith(last)):
        return False
    for part in between:
        at = words.find(part, at + 1, end)  # a call prints something
        if at < 0:
            return False
        at += len(part)
    return at < end
