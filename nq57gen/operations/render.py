"""``nq57gen render``: specs to Word documents, each checked against the layout decree before it is kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from nq57gen import __version__
from nq57gen.blanks import bracketed
from nq57gen.diagnostics import Diagnostic, Severity, make
from nq57gen.errors import InvalidInput
from nq57gen.manifest.looks import Stamp, digest_of, look
from nq57gen.manifest.seal import Facts, seal
from nq57gen.model.document import Document, plain
from nq57gen.model.stand_in import with_stand_ins
from nq57gen.operations.document import Understood, understand, without_content
from nq57gen.operations.final import DRAFT, UNFINISHED, refuse_unfinished
from nq57gen.operations.gate import Gated, gate
from nq57gen.operations.paths import Job, shown_template
from nq57gen.reading.package import open_package
from nq57gen.reading.word_file import read_word_file
from nq57gen.regular import read_regular
from nq57gen.rendering.properties import Properties
from nq57gen.rendering.render import render_document
from nq57gen.schema.spec_types import Spec

#: A template that is no package, or none of Word's.
_UNOPENED = frozenset({"F120", "F121", "F122", "M101"})
#: A Word document with a broken part, of which the check of templates says more.
_BROKEN = frozenset({"D008", "D009"})


class Finished(Struct, frozen=True):
    """A document without errors: its bytes, its pages as a PDF if they were wanted, and the warnings.

    ``spec`` is without its content; ``unfit``: what is wrong with it only if it is to be final.
    """

    spec: Spec
    data: bytes
    warnings: tuple[Diagnostic, ...]
    drawn: bytes | None = None
    drawn_warnings: tuple[Diagnostic, ...] = ()
    unfit: tuple[Diagnostic, ...] = ()


def finish(
    job: Job,
    project: Path,
    looked_before: Callable[[Spec], bool] = lambda spec: True,
    *,
    pdf: bool = False,
    final: bool = False,
) -> Finished:
    """Make the document of one spec, in memory. Raises InvalidInput, InternalError when anything is wrong.

    ``looked_before`` is asked when spec and pack are read, before the Word template is; while it says no,
    they are read again. ``pdf``: the pages are drawn and looked at too. ``final``: an unfinished document is
    an error.
    """
    understood = understand(job.spec, job.shown_as, project)
    while not looked_before(understood.spec):  # a pack was saved in the meantime
        understood = understand(job.spec, job.shown_as, project)
    warnings, unfit = understood.warnings, _draft(understood.spec)
    if final:
        refuse_unfinished((*warnings, *unfit))
    data = render_bytes(understood.spec, understood.document)
    filled = _filled(understood, data)
    spec = without_content(understood.spec)
    del understood  # the file that is read now is as large again
    gated = gate(filled, job.shown_as, spec)
    if gated.errors:
        raise InvalidInput(gated.errors)
    if not pdf:
        return Finished(spec, data, warnings, unfit=unfit)
    from nq57gen.printing.printed import draw  # only when pages are wanted

    file = gated.file if filled is data else read_word_file(data, job.shown_as)
    drawn, found = draw(data, file, job.shown_as)
    if any(one.severity is Severity.ERROR for one in found):
        raise InvalidInput(found)
    return Finished(spec, data, warnings, drawn, tuple(found), unfit)


def _draft(spec: Spec) -> tuple[Diagnostic, ...]:
    """The warning that the document prints DỰ THẢO, if it does."""
    return (spec.data.diagnostic(DRAFT, ("du_thao",), at_key=True),) if spec.draft else ()


def gate_document(understood: Understood, data: bytes, shown_as: str) -> Gated:
    """Look at the finished document ``data``; a draft as if its blanks were filled in.

    Raises InvalidInput where the template cannot be tried (M1xx, D).
    """
    filled = _filled(understood, data)
    found = gate(filled, shown_as, understood.spec)
    return found if filled is data else Gated(read_word_file(data, shown_as), found.errors)


def _filled(understood: Understood, data: bytes) -> bytes:
    """The finished document ``data`` as if its blanks were filled in; ``data`` itself when it has none."""
    if not any(one.code in UNFINISHED for one in understood.warnings):
        return data
    return render_bytes(understood.spec, with_stand_ins(understood.spec, understood.document))


def render_bytes(spec: Spec, document: Document) -> bytes:
    """The finished and sealed .docx of a document that has no problems."""
    template = spec.pack.document_types[spec.document_type].template
    try:
        data = read_regular(template)
    except OSError as error:
        raise InvalidInput([make("M006", file=template.name, reason=error.strerror or error)]) from error
    subject = bracketed(plain(document.subject))
    properties = Properties(
        title=f"{document.type_name.capitalize()}: {subject}",
        subject=subject,
        author=bracketed(" ".join(spec.issuing_body)),
        keywords="Nghị quyết 57-NQ/TW",
    )
    shown_as = shown_template(template)
    try:
        made = render_document(document, data, template_name=shown_as, properties=properties)
    except InvalidInput as error:
        if error.diagnostics[0].code in _UNOPENED:
            _say_what_it_is(data, shown_as)
        raise
    return seal(made, facts_of(spec))


def _say_what_it_is(data: bytes, shown_as: str) -> None:
    """Raise InvalidInput (D001 to D007) for a file that is something else than a Word document."""
    try:
        open_package(data, shown_as)
    except InvalidInput as error:
        if error.diagnostics[0].code not in _BROKEN:
            raise


def facts_of(spec: Spec) -> Facts:
    """What the seal of the document of ``spec`` says it was made from."""
    template = spec.pack.document_types[spec.document_type].template
    files = "\0".join(_digest_of(path) for path in (*spec.pack.files, template))
    return Facts(
        spec=digest_of(spec.data.source.text.encode()),
        template=digest_of(files.encode()),
        version=__version__,
        ignored=tuple(sorted(spec.ignored_rules)),
        accepted=tuple((one.code, " ".join(one.words.split())) for one in spec.accepted),
    )


def _digest_of(path: Path) -> str:
    """The digest of a file that many documents share, from memory while its size and time are the same."""
    found = look(str(path), _digests.get(path), known_since=sys.maxsize)
    if found is None:
        raise InvalidInput([make("M006", file=path.name, reason="không đọc được")])
    _digests[path] = found
    return found.digest


_digests: dict[Path, Stamp] = {}
