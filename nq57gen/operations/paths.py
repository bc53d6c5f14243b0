"""Which files are meant, and where each document goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import UsageError

SPEC_FOLDER = "specs"
_SPECS = (".yaml", ".yml")
#: What a folder is searched for, and what else is opened when it is named, if only to say what it is.
_WORD = (".docx",)
_WORD_TOO = (".docm", ".doc", ".dotx", ".rtf", ".odt", ".pdf")


@dataclass(frozen=True, slots=True)
class Job:
    """One spec and the document it becomes; ``shown_as`` is the path as messages show it."""

    spec: Path
    shown_as: str
    output: Path


@dataclass(frozen=True, slots=True)
class Given:
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
    jobs: dict[Path, Job] = {}
    for name in paths or [SPEC_FOLDER]:
        start = project / name
        if start.is_dir():
            found = list(_below_folder(start, _SPECS))
            if not found:
                problems.append(make("U002", path=name, folder=name))
            for path in found:
                shown = str(Path(name) / path.relative_to(start))
                jobs.setdefault(path.resolve(), Job(path, shown, output / _below(path, start, project)))
        elif not start.exists():
            problems.append(make("U001", path=name, name=name))
        elif start.suffix.lower() not in _SPECS:
            problems.append(make("U003", path=name, name=name))
        else:
            jobs.setdefault(start.resolve(), Job(start, name, output / _below(start, start.parent, project)))
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
    files: dict[Path, Given] = {}
    for name in paths or [SPEC_FOLDER]:
        start = project / name
        if start.is_dir():
            found = list(_below_folder(start, _SPECS + _WORD))
            if not found:
                problems.append(make("U006", path=name, folder=name))
            for path in found:
                shown = str(Path(name) / path.relative_to(start))
                files.setdefault(path.resolve(), Given(path, shown, not _is_spec(path)))
        elif not start.exists():
            problems.append(make("U001", path=name, name=name))
        elif start.suffix.lower() not in _SPECS + _WORD + _WORD_TOO:
            problems.append(make("U005", path=name, name=name))
        else:
            files.setdefault(start.resolve(), Given(start, name, not _is_spec(start)))
    if problems:
        raise UsageError(problems)
    return list(files.values())


def _is_spec(path: Path) -> bool:
    return path.suffix.lower() in _SPECS


def _below_folder(start: Path, endings: Sequence[str]) -> Iterator[Path]:
    """The files below a folder with one of ``endings``, sorted, without hidden ones and locks of Word."""
    for path in sorted(start.rglob("*")):
        hidden = any(part.startswith((".", "~")) for part in path.relative_to(start).parts)
        if path.is_file() and path.suffix.lower() in endings and not hidden:
            yield path


def _below(path: Path, start: Path, project: Path) -> Path:
    """The output path of a spec below the output folder."""
    root = (project / SPEC_FOLDER).resolve()
    resolved = path.resolve()
    base = root if resolved.is_relative_to(root) else start.resolve()
    return resolved.relative_to(base).with_suffix(".docx")


def _clashes(jobs: Sequence[Job]) -> list[Diagnostic]:
    first: dict[str, Job] = {}
    problems = []
    for job in jobs:
        key = str(job.output).casefold()
        if key in first:
            problems.append(make("U004", path=job.shown_as, output=job.output, other=first[key].shown_as))
        first.setdefault(key, job)
    return problems
