"""``nq57gen render --watch``: from files that change to the documents that have to be looked at again.

The changes come from outside as an iterator, a burst of saves at a time. What is looked at again is cheap to
be wrong about: whoever makes the documents leaves those that are up to date.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import UsageError
from nq57gen.operations.paths import SPEC_FOLDER, Job, find_jobs
from nq57gen.packs.find import pack_folders

_SPECS = (".yaml", ".yml")
#: Kinds of files that documents are made of; no ending: a folder that came, went or was renamed.
_INPUTS = (*_SPECS, ".xlsx", ".csv", ".docx", "")


class Places(Struct, frozen=True):
    """The folders to watch; ``deep``: with everything below them."""

    folders: tuple[Path, ...]
    deep: bool


class Round(Struct, frozen=True):
    """What a burst of saves asks for: documents to look at; specs that are gone; why nothing can be done."""

    jobs: tuple[Job, ...] = ()
    gone: tuple[Job, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def places(paths: Sequence[str], project: Path) -> Places:
    """Where the specs of ``paths`` and the packs lie.

    A spec is watched through its folder, since editors put a new file in its place; that folder may be
    anything, so it is not watched deeply, and then of the packs only their own folders are.
    """
    given = [(project / name).resolve() for name in paths or [SPEC_FOLDER]]
    packs = [folder.resolve() for folder in pack_folders(project)]
    deep = any(path.is_dir() for path in given)
    if not deep:
        packs += [pack for folder in packs for pack in folder.iterdir() if pack.is_dir()]
    specs = [path if path.is_dir() else path.parent for path in given]
    return Places(tuple(dict.fromkeys([*specs, *packs])), deep)


def rounds(
    paths: Sequence[str], project: Path, output: Path, changes: Iterable[Iterable[Path]]
) -> Iterator[Round]:
    """First all documents, then what each burst of ``changes`` asks for; an empty one means that time passed.

    A file that was emptied waits for the next burst: some editors (Notepad) empty a file, then write it.
    Raises UsageError at the start as :func:`nq57gen.operations.paths.find_jobs` does; later that is a round.
    """
    known = _by_spec(find_jobs(paths, project, output))
    yield Round(tuple(known.values()))
    packs = [folder.resolve() for folder in pack_folders(project)]
    held: set[Path] = set()
    for burst in changes:
        fresh = {path for path in burst if _matters(path, packs)}
        emptied = {path for path in fresh if _is_empty(path)}
        due, held = (held | fresh) - emptied, emptied
        if not due:
            continue
        try:
            now = _by_spec(find_jobs(paths, project, output))
        except UsageError as error:
            yield Round(problems=error.diagnostics)
            continue
        gone = tuple(job for spec, job in known.items() if spec not in now)
        others = due - now.keys() - known.keys()
        asked = now if others else {spec: now[spec] for spec in now if spec in due or spec not in known}
        known = now
        if asked or gone:
            yield Round(tuple(asked.values()), gone)


def _by_spec(jobs: Iterable[Job]) -> dict[Path, Job]:
    return {job.spec.resolve(): job for job in jobs}


def _matters(path: Path, packs: Sequence[Path]) -> bool:
    """Whether a document can depend on ``path``: not on what is hidden, temporary, or made by us."""
    if any(part.startswith((".", "~")) for part in path.parts[-2:]) or path.suffix.lower() not in _INPUTS:
        return False
    return path.suffix.lower() != ".docx" or any(path.is_relative_to(folder) for folder in packs)


def _is_empty(path: Path) -> bool:
    try:
        return path.suffix.lower() in _SPECS and os.stat(path).st_size == 0
    except OSError:
        return False
