"""``nq57gen render``: specs to Word documents, each checked against the layout decree before it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.rule import RULES
from nq57gen.diagnostics import Diagnostic, Position, Severity, make
from nq57gen.errors import InternalError, InvalidInput
from nq57gen.model.document import Document, plain
from nq57gen.operations.document import understand
from nq57gen.operations.paths import Job
from nq57gen.printing.printed import draw
from nq57gen.reading.types import WordFile
from nq57gen.reading.word_file import read_word_file
from nq57gen.rendering.properties import Properties
from nq57gen.rendering.render import render_document
from nq57gen.schema.spec_types import Spec
from nq57gen.writer.files import write_whole

#: Letters of a quotation that are enough to find its line in the spec.
_ENOUGH_TO_FIND = 12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job. ``internal``: it failed by our own fault."""

    job: Job
    made: bool
    diagnostics: tuple[Diagnostic, ...]
    internal: bool = False


def render(job: Job, project: Path, *, pdf: bool = False) -> Outcome:
    """Render one spec; nothing is written unless everything is right. Never raises for bad input.

    ``pdf``: the pages are drawn and looked at too, and kept as a PDF beside the document.
    """
    try:
        understood = understand(job.spec, job.shown_as, project)
        data = render_bytes(understood.spec, understood.document)
        file = _must_meet_the_decree(data, job.shown_as, understood.spec)
        warnings = understood.warnings
        if pdf:
            drawn, found = draw(data, file, job.shown_as)
            if any(one.severity is Severity.ERROR for one in found):
                raise InvalidInput(found)
            warnings += tuple(found)
            printed = job.output.with_suffix(".pdf")
            write_whole(printed, drawn, shown_as=_shown(printed, project))
        write_whole(job.output, data, shown_as=_shown(job.output, project))
    except (InvalidInput, InternalError) as error:
        return Outcome(job, False, error.diagnostics, isinstance(error, InternalError))
    return Outcome(job, True, warnings)


def render_bytes(spec: Spec, document: Document) -> bytes:
    """The finished .docx of a document that has no problems."""
    template = spec.pack.document_types[spec.document_type].template
    try:
        data = template.read_bytes()
    except OSError as error:
        raise InvalidInput([make("M006", file=template.name, reason=error.strerror or error)]) from error
    subject = plain(document.subject)
    properties = Properties(
        title=f"{document.type_name.capitalize()}: {subject}",
        subject=subject,
        author=" ".join(spec.issuing_body),
        keywords="Nghị quyết 57-NQ/TW",
    )
    return render_document(document, data, template_name=template.name, properties=properties)


def _must_meet_the_decree(data: bytes, shown_as: str, spec: Spec) -> WordFile:
    """The finished document as read back; warnings are for ``check``.

    Raises InvalidInput with every layout rule it breaks.
    """
    warnings = {rule.code for rule in RULES.values() if rule.severity is Severity.WARNING}
    file = read_word_file(data, shown_as)
    found = check_layout(file, ignore=warnings | spec.ignored_rules)
    errors = [one for one in found if one.severity is Severity.ERROR]
    if errors:
        template = spec.pack.document_types[spec.document_type].template.name
        look_there = f"; nếu đặc tả đã đúng thì xem lại mẫu Word {template}: mẫu bị sửa sai"
        raise InvalidInput([_placed(replace(one, hint=one.hint + look_there), spec) for one in errors])
    return file


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


def _shown(path: Path, project: Path) -> str:
    """The path as the user knows it: below the project when it is there."""
    return str(path.relative_to(project)) if path.is_relative_to(project) else str(path)
