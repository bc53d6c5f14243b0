"""``nq57gen verify``: whether a file is exactly what its spec, template and program give."""

from __future__ import annotations

import contextlib
import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InternalError, InvalidInput, UsageError
from nq57gen.forms import stored
from nq57gen.manifest.looks import digest_of
from nq57gen.manifest.record import read_record
from nq57gen.manifest.seal import PART, Facts, read_seal
from nq57gen.messages.kept import PARTS
from nq57gen.operations.document import understand
from nq57gen.operations.paths import NEW, SPEC_FOLDER, record_of, specs_of, word_files
from nq57gen.operations.render import facts_of, render_bytes
from nq57gen.regular import read_regular
from nq57gen.spec.source import read_source
from nq57gen.writer.package import unpack


class Verified(Struct, frozen=True):
    """What is known of one file; ``spec``: as messages show it, blank when none was found.

    ``facts``: what the file says it was made from, None without a seal. ``same_bytes``: the file is byte for
    byte what this machine makes of its inputs; one that another zlib deflated has the same parts alone.
    """

    shown_as: str
    spec: str
    facts: Facts | None
    findings: tuple[Diagnostic, ...]
    same_bytes: bool = False

    @property
    def exact(self) -> bool:
        """Whether the file is what its inputs give: the same parts in order, whatever deflated them."""
        return not self.findings


def verify_all(paths: list[str], project: Path, spec: str | None) -> list[Verified]:
    """Verify each file, and those of folders.

    Raises UsageError: no such file (U001), none in a folder (U006), ``spec`` for several files (U012).
    """
    problems: list[Diagnostic] = []
    files = word_files(paths, project, problems)
    if spec is not None:
        if len(files) > 1:
            problems.append(make("U012"))
        if not os.path.isfile(stored(project, spec)):
            problems.append(make("U001", path=spec, name=spec))
    if problems:
        raise UsageError(problems)
    return [verify(stored(project, name), name, project, spec) for name in files]


def verify(path: Path, shown_as: str, project: Path, spec: str | None = None) -> Verified:
    """Make the document of ``path`` again in memory and compare. Never raises for bad input.

    ``spec``: what it was made from; without it the record of the file is asked, then its place is looked at,
    then the one spec of the project is taken that the seal names by its content.
    """
    try:
        data = read_regular(path)
    except OSError as error:
        found = make("F130", path=shown_as, reason=error.strerror or str(error))
        return Verified(shown_as, "", None, (found,))
    sealed = read_seal(data)
    try:
        unpack(data, shown_as=shown_as)
    except InvalidInput as error:
        return Verified(shown_as, "", None, error.diagnostics)
    if sealed is None:
        return Verified(shown_as, "", None, (make("K201", path=shown_as),))
    findings = [] if sealed.intact else [make("K202", path=shown_as)]
    spec = spec or next(_specs_of(path, project), None) or _spec_with(sealed.facts.spec, project)
    if spec is None:
        findings.append(make("K203", path=shown_as))
        return Verified(shown_as, "", sealed.facts, tuple(findings))
    try:
        understood = understand(stored(project, spec), spec, project)
        now = facts_of(understood.spec)
        findings += _different(shown_as, spec, sealed.facts, now, understood.spec.pack.name)
        again = render_bytes(understood.spec, understood.document)
    except (InvalidInput, InternalError) as error:
        return Verified(shown_as, spec, sealed.facts, (*findings, *error.diagnostics))
    if data != again and (sealed.facts == now or not findings):
        findings += _content(shown_as, spec, data, again)
    return Verified(shown_as, spec, sealed.facts, tuple(findings), data == again)


def _different(shown_as: str, spec: str, then: Facts, now: Facts, pack: str) -> Iterator[Diagnostic]:
    """What of the inputs is not what the seal says."""
    if then.spec != now.spec:
        yield make("K204", path=shown_as, spec=spec)
    if then.template != now.template:
        yield make("K205", path=shown_as, pack=pack)
    if then.version != now.version:
        yield make("K206", path=shown_as, then=then.version, now=now.version)


def _content(shown_as: str, spec: str, data: bytes, again: bytes) -> Iterator[Diagnostic]:
    """Where the parts of two packages differ, or else what stands around them."""
    before, after = unpack(data), unpack(again)
    names = [name for name in {*before, *after} - {PART} if before.get(name) != after.get(name)]
    if names:
        held = {next(said for part, said in PARTS.items() if name.startswith(part)) for name in names}
        parts = "; ".join(said for said in dict.fromkeys(PARTS.values()) if said in held)
        yield make("K207", path=shown_as, spec=spec, parts=parts)
    elif before != after or _around(data) != _around(again):
        yield make("K208", path=shown_as)


#: The record that ends a package (APPNOTE 4.3.16), and what follows its signature before the comment.
_END, _REST_OF_END = b"PK\x05\x06", 18


def _around(data: bytes) -> tuple[object, ...]:
    """What a sound package says beside the content of its parts: names, dates, comments, strays."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        first = min(entry.header_offset for entry in entries)
        end = data.rfind(_END) + len(_END) + _REST_OF_END + len(package.comment)
        said = tuple((entry.filename, entry.date_time, entry.extra, entry.comment) for entry in entries)
        return package.comment, first, len(data) - end, said


def _specs_of(path: Path, project: Path) -> Iterator[str]:
    """The specs a document may have been made from, the surest first, as messages show them."""
    path = path.absolute()
    yield from _specs_at(path, project)
    if path.stem.endswith(NEW):
        yield from _specs_at(path.with_name(path.stem.removesuffix(NEW) + path.suffix), project)


def _specs_at(path: Path, project: Path) -> Iterator[str]:
    for root in path.parents:
        if record := read_record(str(record_of(path, root)), ""):
            spec = record.inputs[0].path
            if os.path.isfile(stored(project, spec)):
                yield spec
    for root in path.parents:
        for ending in (".yaml", ".yml"):
            spec = (Path(SPEC_FOLDER) / path.relative_to(root)).with_suffix(ending).as_posix()
            if os.path.isfile(stored(project, spec)):
                yield spec


def _spec_with(digest: str, project: Path) -> str | None:
    """The spec of the project whose text has this digest; None when there is none, or several."""
    found = []
    for name in specs_of(project):
        with contextlib.suppress(InvalidInput):
            if digest_of(read_source(project / name, name).text.encode()) == digest:
                found.append(name)
    return found[0] if len(found) == 1 else None
