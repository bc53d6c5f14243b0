"""``nq57gen render``: specs to Word documents."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InternalError, InvalidInput
from nq57gen.model.document import Document, plain
from nq57gen.operations.document import understand
from nq57gen.operations.paths import Job
from nq57gen.rendering.properties import Properties
from nq57gen.rendering.render import render_document
from nq57gen.schema.spec_types import Spec
from nq57gen.writer.files import write_whole


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job. ``internal``: it failed by our own fault."""

    job: Job
    made: bool
    diagnostics: tuple[Diagnostic, ...]
    internal: bool = False


def render(job: Job, project: Path) -> Outcome:
    """Render one spec; nothing is written unless everything is right. Never raises for bad input."""
    try:
        understood = understand(job.spec, job.shown_as, project)
        data = render_bytes(understood.spec, understood.document)
        write_whole(job.output, data, shown_as=_shown(job.output, project))
    except (InvalidInput, InternalError) as error:
        return Outcome(job, False, error.diagnostics, isinstance(error, InternalError))
    return Outcome(job, True, understood.warnings)


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
