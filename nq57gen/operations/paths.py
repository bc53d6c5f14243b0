"""Which files are meant, and where each document goes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import UsageError

SPEC_FOLDER = "specs"
_SPECS = (".yaml", ".yml")
#: What a folder is searched for, and what else is opened when it is named, if only to say what it is.
_WORD = (".docx",)
_WORD_TOO = (".docm", ".doc", ".dotx", ".rtf", ".odt", ".pdf")
#: Inside the output folder: the records, and dated copies of what was replaced by force.
RECORDS, COPIES = ".nq57gen", ".luu"
#: Before the ending of a new version that stands beside a document changed by hand.
NEW = ".moi"
_NEW_WORD = NEW + ".docx"


class Job(Struct, frozen=True):
    """One spec and the document it becomes; ``shown_as`` is the path as messages show it.

    ``below``: the output folder, which keeps the records; the folder of the document when it is not given.
    """

    spec: Path
    shown_as: str
    output: Path
    below: Path | None = None

    @property
    def root(self) -> Path:
        """The output folder."""
        return self.below or self.output.parent

    @property
    def record(self) -> Path:
        """Where the record of the document is kept."""
        return record_of(self.output, self.root)


def record_of(output: Path, root: Path) -> Path:
    """Where the record of ``output`` is kept below the output folder ``root``."""
    return root / RECORDS / output.parent.relative_to(root) / (output.name + ".json")


def beside(output: Path) -> Path:
    """Where the new version goes when ``output`` is somebody's own work: ``NAME.moi.docx``."""
    return output.with_suffix(NEW + output.suffix)


class Given(Struct, frozen=True):
    """A file to check: a spec or a Word file."""

    path: Path
    shown_as: str
    is_word: bool


def find_jobs(paths: Sequence[str], project: Path, output: Path) -> list[Job]:
    """The jobs of ``paths`` (files or folders; none: ``specs/``), sorted, each once.

    A spec below ``specs/`` keeps its path below ``specs/``; one in another folder that was named
    keeps its path below that folder; any other keeps its name. Raises UsageError: no such path
    (U001), a folder without specs (U002), not a .yaml file (U003), two specs for one document (U004).
    """
    problems: list[Diagnostic] = []
    jobs: dict[str, Job] = {}
    root = os.path.realpath(project / SPEC_FOLDER)
    for name in paths or [SPEC_FOLDER]:
        start = project / name
        if start.is_dir():
            found = list(_below_folder(start, _SPECS))
            if not found:
                problems.append(make("U002", path=name, folder=name))
            top = os.path.realpath(start)
            for below in found:
                real = _real(top, below)
                target = output / _output_name(real, top, root)
                jobs.setdefault(real, Job(start / below, os.path.join(name, below), target, output))
        elif not start.exists():
            problems.append(make("U001", path=name, name=name))
        elif start.suffix.lower() not in _SPECS:
            problems.append(make("U003", path=name, name=name))
        else:
            real = os.path.realpath(start)
            target = output / _output_name(real, os.path.dirname(real), root)
            jobs.setdefault(real, Job(start, name, target, output))
    problems += _clashes(list(jobs.values()))
    if problems:
        raise UsageError(problems)
    return list(jobs.values())


def find_given(paths: Sequence[str], project: Path) -> list[Given]:
    """The specs and Word files of ``paths`` (files or folders; none: ``specs/``), sorted, each once.

    Of a folder both its specs and its .docx files. Raises UsageError: no such path (U001), neither a spec
    nor a Word file (U005), a folder without any (U006).
    """
    problems: list[Diagnostic] = []
    files: dict[str, Given] = {}
    for name in paths or [SPEC_FOLDER]:
        start = project / name
        if start.is_dir():
            found = list(_below_folder(start, _SPECS + _WORD))
            if not found:
                problems.append(make("U006", path=name, folder=name))
            top = os.path.realpath(start)
            for below in found:
                path = start / below
                given = Given(path, os.path.join(name, below), not _is_spec(path))
                files.setdefault(_real(top, below), given)
        elif not start.exists():
            problems.append(make("U001", path=name, name=name))
        elif start.suffix.lower() not in _SPECS + _WORD + _WORD_TOO:
            problems.append(make("U005", path=name, name=name))
        else:
            files.setdefault(os.path.realpath(start), Given(start, name, not _is_spec(start)))
    if problems:
        raise UsageError(problems)
    return list(files.values())


def _is_spec(path: Path) -> bool:
    return path.suffix.lower() in _SPECS


def _below_folder(start: Path, endings: tuple[str, ...]) -> list[str]:
    """The files below a folder with one of ``endings``, by their path below it, sorted.

    Without hidden ones, locks of Word, and new versions that wait beside a document.
    """
    found = []
    for at, folders, names in os.walk(start):
        folders[:] = [name for name in folders if not name.startswith((".", "~"))]
        below = os.path.relpath(at, start)
        for name in names:
            low = name.lower()
            wanted = low.endswith(endings) and not low.startswith((".", "~")) and not low.endswith(_NEW_WORD)
            if wanted and os.path.isfile(os.path.join(at, name)):
                found.append(name if below == os.curdir else os.path.join(below, name))
    return sorted(found, key=lambda path: path.split(os.sep))


def _real(top: str, below: str) -> str:
    """The file that ``below`` the resolved folder ``top`` leads to."""
    path = os.path.join(top, below)
    return os.path.realpath(path) if os.path.islink(path) else path


def _output_name(real: str, start: str, root: str) -> str:
    """The output path below the output folder, from the spec's own path below ``root`` or else ``start``."""
    inside = os.path.join(root, "")
    below = real.removeprefix(inside) if real.startswith(inside) else os.path.relpath(real, start)
    return os.path.splitext(below)[0] + ".docx"


def _clashes(jobs: Sequence[Job]) -> list[Diagnostic]:
    first: dict[str, Job] = {}
    problems = []
    for job in jobs:
        key = str(job.output).casefold()
        if key in first:
            problems.append(make("U004", path=job.shown_as, output=job.output, other=first[key].shown_as))
        first.setdefault(key, job)
    return problems
