"""What goes into a document, and what of it has changed since it was recorded."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from nq57gen.errors import InvalidInput
from nq57gen.forms import composed
from nq57gen.manifest.fingerprint import program
from nq57gen.manifest.looks import Looks, Stamp, look
from nq57gen.manifest.record import Input, Record
from nq57gen.messages.kept import REASONS
from nq57gen.operations.paths import Job

if TYPE_CHECKING:
    from nq57gen.schema.spec_types import Spec

SPEC, PACK = "spec", "pack"


def changes(record: Record, job: Job, project: Path, looks: Looks) -> tuple[list[str], tuple[Input, ...]]:
    """Why the document of ``record`` is out of date ([]: it is not), and how its inputs look now."""
    reasons, now = _of_program(record), []
    for one in record.inputs:
        path = os.path.join(project, one.path)
        if one.kind == SPEC:
            if composed(one.path) != composed(recorded_as(job.spec, project)):
                return [REASONS["other_spec"].format(spec=one.path)], ()
            seen = look(str(job.spec), one.stamp, record.written_ns)
        else:
            seen = looks.at(path, one.stamp, record.written_ns)
        if seen is None or seen.digest != one.stamp.digest:
            reasons.append(_of_input(one))
        else:
            now.append(one if seen is one.stamp else Input(one.kind, one.path, seen))
    for name in record.absent:
        if looks.at(os.path.join(project, name)):
            reasons.append(_with_pack("added", name))
    return list(dict.fromkeys(reasons)), tuple(now)


class Reading:
    """How the inputs of one document look before they are read, so that a save in the meantime is seen later.

    It begins before the spec is read. Only the spec says which pack it has, so that a pack nobody looked at
    is read, looked at, and read once more: content that stayed the same was there when it was looked at.
    """

    def __init__(self, job: Job, project: Path, looks: Looks) -> None:
        self._job = job
        self._project = project
        self._looks = looks
        # A file that is not there has no digest: the next run sees a difference.
        self._spec = look(str(job.spec)) or Stamp(0, 0, "")

    def looked_before(self, spec: Spec) -> bool:
        """Whether all that ``spec`` was read from is as it was looked at; if not, it has to be read again.

        To be asked before the Word template is read.
        """
        known = all(self._looks.knows(str(path)) for path in spec.pack.files)
        for path in (*spec.pack.files, _template(spec)):
            self._looks.at(str(path))
        if known:
            return True
        from nq57gen.packs.find import pack_folders  # only a document that is made knows its packs
        from nq57gen.packs.load import load_pack

        try:
            return load_pack(spec.pack.name, pack_folders(self._project)) == spec.pack
        except InvalidInput:
            return False

    def inputs_of(self, spec: Spec) -> tuple[Input, ...]:
        """What went into the document of ``spec``, as it looked before it was read."""
        found = [Input(SPEC, recorded_as(self._job.spec, self._project), self._spec)]
        for path in (*spec.pack.files, _template(spec)):
            seen = self._looks.at(str(path)) or Stamp(0, 0, "")
            found.append(Input(PACK, recorded_as(path, self._project), seen))
        return tuple(found)

    def absent_of(self, spec: Spec) -> tuple[str, ...]:
        """Files that were looked for first and were not there: they would take the place of an input."""
        return tuple(recorded_as(path, self._project) for path in _looked_for(spec, self._project))


def _template(spec: Spec) -> Path:
    return spec.pack.document_types[spec.document_type].template


def _looked_for(spec: Spec, project: Path) -> Iterator[Path]:
    from nq57gen.packs.find import file_names, pack_folders

    searched = dict.fromkeys((project / "templates", *pack_folders(project)))
    for file in spec.pack.files:
        for folder in searched:
            if folder == file.parent.parent:
                break
            yield folder / file.parent.name / file.name
    kind, template = spec.pack.document_types[spec.document_type], _template(spec)
    for file in spec.pack.files:
        for name in file_names(kind.file_name):
            if file.parent == template.parent and name == composed(template.name):
                return
            yield file.parent / name


def recorded_as(path: Path, project: Path) -> str:
    """A path below the project without the project, so that it may move; any other absolute."""
    whole, top = os.path.abspath(project / path), os.path.join(os.path.abspath(project), "")
    return whole.removeprefix(top).replace(os.sep, "/")


def _of_program(record: Record) -> list[str]:
    version, code = program()
    if record.version != version:
        return [REASONS["version"].format(old=record.version, new=version)]
    return [] if record.program == code else [REASONS["code"]]


def _of_input(one: Input) -> str:
    return REASONS["spec"] if one.kind == SPEC else _with_pack("pack", one.path)


def _with_pack(reason: str, path: str) -> str:
    *_, pack, file = path.split("/")
    return REASONS[reason].format(pack=pack, file=file)
