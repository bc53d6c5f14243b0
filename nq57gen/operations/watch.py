"""``nq57gen render --watch``: from files that change to the documents that have to be looked at again.

The changes come from outside as an iterator, a burst of saves at a time. What is looked at again is cheap to
be wrong about: whoever makes the documents leaves those that are up to date.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import UsageError
from nq57gen.forms import is_temporary, stored
from nq57gen.operations.paths import SPEC_FOLDER, Job, find_jobs, place_of
from nq57gen.packs.find import pack_folders

#: A spec that is gone is looked for so many times, at every burst and pause, before that is told.
_LOOKS = 4
_SPECS = (".yaml", ".yml")
#: Kinds of files that documents are made of; no ending: a folder that came, went or was renamed.
_INPUTS = (*_SPECS, ".xlsx", ".csv", ".docx", "")


class Watched(Struct, frozen=True):
    """Folders that are there: ``deep`` ones are watched with everything below them, ``flat`` ones without.

    ``identities``: which folders they are on the disk. One that was deleted and made again is another one.
    """

    deep: tuple[Path, ...]
    flat: tuple[Path, ...]
    identities: tuple[tuple[int, int], ...]

    @property
    def folders(self) -> tuple[Path, ...]:
        """All of them."""
        return self.deep + self.flat


class Places:
    """Where the specs of ``paths`` and the packs lie, whether they are there now or not.

    A spec is watched through its folder, since editors put a new file in its place; that folder may be
    anything, a home for one, so it is not watched deeply.
    """

    def __init__(self, paths: Sequence[str], project: Path) -> None:
        self._project = project
        self._deep: dict[Path, None] = {}
        self._flat: dict[Path, None] = {}
        for path in (stored(project, name) for name in paths or [SPEC_FOLDER]):
            if os.path.isdir(path):
                self._deep[path] = None
            else:
                self._flat[path.parent] = None

    def now(self) -> Watched:
        """What there is to watch now; cheap enough to be asked several times a second."""
        found: dict[Path, bool] = {}
        identities = []
        deeply = dict.fromkeys((*self._deep, *pack_folders(self._project)), True)
        for folder, deep in (dict.fromkeys(self._flat, False) | deeply).items():
            with contextlib.suppress(OSError):
                status = os.stat(folder)
                if stat.S_ISDIR(status.st_mode):
                    resolved = folder.resolve()
                    found[resolved] = deep or found.get(resolved, False)
                    identities.append((status.st_dev, status.st_ino))
        return Watched(
            tuple(folder for folder, deep in found.items() if deep),
            tuple(folder for folder, deep in found.items() if not deep),
            tuple(identities),
        )

    def roots(self) -> tuple[Path, ...]:
        """The folders below which names count, be they there or not."""
        folders = (*self._deep, *self._flat, *pack_folders(self._project))
        return tuple(dict.fromkeys(folder.resolve() for folder in folders))


class Round(Struct, frozen=True):
    """What a burst of saves asks for: documents to look at; specs that are gone; why nothing can be done."""

    jobs: tuple[Job, ...] = ()
    gone: tuple[Job, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def rounds(
    paths: Sequence[str], project: Path, output: Path, changes: Iterable[Collection[Path]]
) -> Iterator[Round]:
    """First all documents, then what each burst of ``changes`` asks for; an empty one means that time passed.

    A file that was emptied waits for the next burst: some editors (Notepad) empty a file, then write it. Of
    one that is gone it is told when it does not come back: others delete it, then put a new one there.
    Raises UsageError at the start as :func:`nq57gen.operations.paths.find_jobs` does; later that is a round.
    """
    output = stored(project, str(output))
    known = _by_spec(find_jobs(paths, project, output))
    where = Places(paths, project)
    yield Round(tuple(known.values()))
    held: set[Path] = set()
    looks = 0  # since a spec went missing
    for burst in changes:
        fresh = _that_matter(burst, where.roots(), project, output.resolve()) if burst else set()
        missing = {spec for spec in known if not os.path.exists(spec)}
        looks = looks + 1 if missing else 0
        waited = missing if looks < _LOOKS else set()
        later = {path for path in fresh if _is_empty(path)} | waited
        due, held = (held | fresh) - later, later
        if not due:
            continue
        try:
            now = _by_spec(find_jobs(paths, project, output))
        except UsageError as error:
            if waited:
                held |= due
            else:
                yield Round(problems=error.diagnostics)
            continue
        now |= {spec: known[spec] for spec in waited}
        gone = tuple(job for spec, job in known.items() if spec not in now)
        others = due - now.keys() - known.keys()
        asked = now if others else {spec: now[spec] for spec in now if spec in due or spec not in known}
        known = now
        jobs = tuple(job for spec, job in asked.items() if spec not in waited)
        if jobs or gone:
            yield Round(jobs, gone)


def _by_spec(jobs: Iterable[Job]) -> dict[Path, Job]:
    return {Path(place_of(job.spec)): job for job in jobs}


def _that_matter(burst: Iterable[Path], roots: Sequence[Path], project: Path, output: Path) -> set[Path]:
    """Those of ``burst`` that a document can depend on: nothing hidden, temporary, or made by us."""
    packs = [folder.resolve() for folder in pack_folders(project)]
    found = set()
    for path in burst:
        kind = path.suffix.lower()
        if path in roots:
            found.add(path)
        elif kind in _INPUTS and (kind != ".docx" or any(path.is_relative_to(pack) for pack in packs)):
            above = [root for root in roots if path.is_relative_to(root)] or [path.parent]
            if any(_is_input(path, root, output) for root in above):
                found.add(path)
    return found


def _is_input(path: Path, root: Path, output: Path) -> bool:
    """Whether ``path`` counts below ``root``; what we make ourselves may lie there too."""
    if any(map(is_temporary, path.relative_to(root).parts)):
        return False
    made = root in output.parents and path.is_relative_to(output)
    return not made or path.suffix.lower() in _SPECS


def _is_empty(path: Path) -> bool:
    try:
        return path.suffix.lower() in _SPECS and os.stat(path).st_size == 0
    except OSError:
        return False
