"""The layout decree as a gate: what ``render`` refuses to keep, and ``check`` tells of a spec.

A rule that a template breaks with faultless words too is the template's fault and told with its place there;
any other is the fault of the spec's words.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.rule import RULES
from nq57gen.diagnostics import Diagnostic, Position, Severity
from nq57gen.reading.types import WordFile
from nq57gen.reading.word_file import read_word_file
from nq57gen.schema.spec_types import Spec

#: Letters of a quotation that are enough to find its line in the spec.
_ENOUGH_TO_FIND = 12


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
    if len(words) < _ENOUGH_TO_FIND:
        return found
    for number, line in enumerate(spec.data.source.lines, 1):
        if words in line:
            return replace(found, position=Position(number, line.index(words) + 1), source_line=line)
    return found
