"""``nq57gen render``: specs to Word documents, each checked against the layout decree before it is kept."""

from __future__ import annotations

from pathlib import Path

from nq57gen.diagnostics import Severity, make
from nq57gen.errors import InternalError, InvalidInput
from nq57gen.model.document import Document, plain
from nq57gen.operations.document import understand
from nq57gen.operations.gate import gate
from nq57gen.operations.outcome import Outcome, State
from nq57gen.operations.paths import Job
from nq57gen.printing.printed import draw
from nq57gen.rendering.properties import Properties
from nq57gen.rendering.render import render_document
from nq57gen.schema.spec_types import Spec
from nq57gen.writer.files import write_whole


def render(job: Job, project: Path, *, pdf: bool = False) -> Outcome:
    """Render one spec; nothing is written unless everything is right. Never raises for bad input.

    ``pdf``: the pages are drawn and looked at too, and kept as a PDF beside the document.
    """
    try:
        understood = understand(job.spec, job.shown_as, project)
        data = render_bytes(understood.spec, understood.document)
        gated = gate(data, job.shown_as, understood.spec)
        if gated.errors:
            raise InvalidInput(gated.errors)
        warnings = understood.warnings
        if pdf:
            drawn, found = draw(data, gated.file, job.shown_as)
            if any(one.severity is Severity.ERROR for one in found):
                raise InvalidInput(found)
            warnings += tuple(found)
            printed = job.output.with_suffix(".pdf")
            write_whole(printed, drawn, shown_as=_shown(printed, project))
        write_whole(job.output, data, shown_as=_shown(job.output, project))
    except (InvalidInput, InternalError) as error:
        return Outcome(job, State.FAILED, error.diagnostics, isinstance(error, InternalError))
    return Outcome(job, State.MADE, warnings)


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


def _shown(path: Path, project: Path) -> str:
    """The path as the user knows it: below the project when it is there."""
    return str(path.relative_to(project)) if path.is_relative_to(project) else str(path)
