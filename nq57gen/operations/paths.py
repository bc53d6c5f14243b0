"""Which files are meant, and where each document goes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import UsageError
from nq57gen.forms import Stored, composed, is_lock, is_temporary, same_but_for_form, two_forms
from nq57gen.manifest.looks import digest_of

SPEC_FOLDER = "specs"
_SPECS = (".yaml", ".yml")
#: What a folder is searched for, and what else is opened when it is named, if only to say what it is.
_WORD = (".docx",)
_WORD_TOO = (".docm", ".dotx", ".dotm", ".doc", ".dot", ".rtf", ".odt", ".pdf")
#: Inside the output folder: the records, and dated copies of what was replaced by force.
RECORDS, COPIES = ".nq57gen", ".luu"
#: Before the ending of a new version that stands beside a document changed by hand.
NEW = ".moi"
_NEW_WORD = NEW + ".docx"
#: The longest name of a file that the usual disks take (bytes).
_LONGEST = 255


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
    return root / RECORDS / output.parent.relative_to(root) / name_of(output.name, ".json")


def beside(output: Path) -> Path:
    """Where the new version goes when ``output`` is somebody's own work: ``NAME.moi.docx``."""
    return output.with_name(name_of(output.stem, NEW + output.suffix))


def name_of(stem: str, ending: str) -> str:
    """The name of a file that goes with another; a ``stem`` too long for it is cut, a digest says of what."""
    room = _LONGEST - len(os.fsencode(ending))
    whole = os.fsencode(stem)
    if len(whole) <= room:
        return stem + ending
    mark = "~" + digest_of(whole)[:8]
    return whole[: room - len(mark)].decode(errors="ignore") + mark + ending


def dated_copy(path: Path, folder: Path, date: str) -> Path:
    """Where in ``folder`` a copy of ``path`` goes, made at ``date``: a name that nothing has yet."""
    endings = (f".{date}{again}{path.suffix}" for again in ("", *(f"-{n}" for n in range(2, 10_000))))
    names = (folder / name_of(path.stem, ending) for ending in endings)
    return next(name for name in names if not os.path.lexists(name))


class Given(Struct, frozen=True):
    """A file to check: a spec or a Word file."""

    path: Path
    shown_as: str
    is_word: bool


def find_jobs(paths: Sequence[str], project: Path, output: Path) -> list[Job]:
    """The jobs of ``paths`` (files or folders; none: ``specs/``), sorted, each once.

    A spec below ``specs/`` keeps its path below ``specs/``; one in another folder that was named
    keeps its path below that folder; any other keeps its name. A link to a spec goes by its own name and
    place, wherever it leads; one to another spec of ``paths`` is that spec. Raises UsageError: no such path
    (U001), a folder without specs (U002), not a .yaml file (U003), two specs for one document (U004), a
    document under the name for the new version of another (U013), what may not be read (F133), names that
    differ by their Unicode form alone (U030), nothing but locks of Word (U031).
    """
    problems: list[Diagnostic] = []
    jobs: dict[str, Job] = {}
    forms = Stored()
    output = forms.path(project, str(output))
    root = project / SPEC_FOLDER
    for name, start, kind in _named(paths, project, forms, problems):
        if stat.S_ISDIR(kind):
            for below in _below_folder(start, name, _SPECS, problems, "U002"):
                target = forms.path(output, _output_name(start / below, below, root))
                job = Job(start / below, os.path.join(name, below), target, output)
                jobs.setdefault(place_of(job.spec), job)
        elif not kind:
            problems.append(make("U001", path=name, name=name))
        elif start.suffix.lower() not in _SPECS:
            problems.append(make("U003", path=name, name=name))
        else:
            target = forms.path(output, _output_name(start, start.name, root))
            jobs.setdefault(place_of(start), Job(start, name, target, output))
    found_once = [
        job for place, job in jobs.items() if (real := os.path.realpath(place)) == place or real not in jobs
    ]
    problems += [] if problems else _clashes(found_once)
    if problems:
        raise UsageError(problems)
    return found_once


def find_given(paths: Sequence[str], project: Path) -> list[Given]:
    """The specs and Word files of ``paths`` (files or folders; none: ``specs/``), sorted, each once.

    Of a folder both its specs and its .docx files. Raises UsageError: no such path (U001), neither a spec
    nor a Word file (U005), a folder without any (U006), what may not be read (F133).
    """
    problems: list[Diagnostic] = []
    files: dict[str, Given] = {}
    for name, start, kind in _named(paths, project, Stored(), problems):
        if stat.S_ISDIR(kind):
            found = _below_folder(start, name, _SPECS + _WORD, problems, "U006")
            top = os.path.realpath(start)
            for below in found:
                path = start / below
                given = Given(path, os.path.join(name, below), not _is_spec(path))
                files.setdefault(_real(top, below), given)
        elif not kind:
            problems.append(make("U001", path=name, name=name))
        elif start.suffix.lower() not in _SPECS + _WORD + _WORD_TOO:
            problems.append(make("U005", path=name, name=name))
        else:
            files.setdefault(os.path.realpath(start), Given(start, name, not _is_spec(start)))
    if problems:
        raise UsageError(problems)
    return list(files.values())


def shown_template(template: Path) -> str:
    """The Word template of a pack as messages show it: below the folder of its packs."""
    return Path(*template.parts[-3:]).as_posix()


def _named(
    paths: Sequence[str], project: Path, forms: Stored, problems: list[Diagnostic]
) -> Iterator[tuple[str, Path, int]]:
    """Each of ``paths`` (none: ``specs/``) as named, as it lies on the disk, and what it is (0: not there).

    Locks of Word are passed over; ``problems`` get what may not be looked at, and U031 when all are such.
    """
    wanted = [name for name in paths if not is_lock(name)]
    if paths and not wanted:
        problems += [make("U031", path=name, name=name) for name in paths]
        return
    for name in wanted or [SPEC_FOLDER]:
        try:
            start = forms.path(project, name)
        except UsageError as error:
            problems += error.diagnostics
            continue
        kind = _kind(start, name, problems)
        if kind is not None:
            yield name, start, kind


def _is_spec(path: Path) -> bool:
    return path.suffix.lower() in _SPECS


def word_files(paths: Sequence[str], project: Path, problems: list[Diagnostic]) -> list[str]:
    """The Word files among ``paths``, and all below those that are folders, as messages show them.

    ``problems`` get what is not there (U001), a folder without any (U006), what may not be read (F133).
    """
    files: list[str] = []
    for name, start, kind in _named(paths, project, Stored(), problems):
        if stat.S_ISDIR(kind):
            below = _below_folder(start, name, _WORD, problems, "U006")
            files += [os.path.join(name, one) for one in below]
        elif kind:
            files.append(name)
        else:
            problems.append(make("U001", path=name, name=name))
    return files


def specs_of(project: Path) -> list[str]:
    """The specs below ``specs/``, as messages show them, sorted."""
    found = _below_folder(project / SPEC_FOLDER, SPEC_FOLDER, _SPECS, [])
    return [os.path.join(SPEC_FOLDER, below) for below in found]


def _kind(path: Path, name: str, problems: list[Diagnostic]) -> int | None:
    """What ``path`` is, as ``stat`` has it; 0: there is no such thing, None: it may not be known (F133).

    An empty ``name``, from a variable of a script that was never set, is no path.
    """
    if not name.strip():
        return 0
    try:
        return os.stat(path).st_mode
    except PermissionError as error:
        problems.append(make("F133", path=name, reason=error.strerror))
        return None
    except (OSError, ValueError):
        return 0


def _below_folder(
    start: Path, shown_as: str, endings: tuple[str, ...], problems: list[Diagnostic], none: str = ""
) -> list[str]:
    """The files below a folder with one of ``endings``, by their path below it, sorted.

    Without hidden ones, locks of Word, and new versions that wait beside a document. ``problems`` get what
    may not be read (F133), or the code ``none`` when there are no such files.
    """
    found: list[str] = []
    told = len(problems)

    def closed(error: OSError) -> None:
        where = os.path.join(shown_as, os.path.relpath(error.filename or start, start))
        reason = error.strerror or str(error)
        problems.append(make("F133", path=os.path.normpath(where), reason=reason))

    for at, folders, names in os.walk(start, onerror=closed):
        folders[:] = [name for name in folders if not is_temporary(name)]
        names = [name for name in names if name.lower().endswith(endings) and not is_temporary(name)]
        for first, second in same_but_for_form(sorted([*folders, *names])):
            shown = (
                os.path.join(shown_as, os.path.relpath(os.path.join(at, one), start))
                for one in (first, second)
            )
            problems.append(two_forms(*shown))
        below = os.path.relpath(at, start)
        for name in names:
            wanted = not name.lower().endswith(_NEW_WORD)
            path = os.path.normpath(os.path.join(below, name))
            kind = _kind(Path(at, name), os.path.join(shown_as, path), problems) if wanted else None
            if kind and stat.S_ISREG(kind):
                found.append(path)
    if none and not found and len(problems) == told:
        problems.append(make(none, path=shown_as, folder=shown_as))
    return sorted(found, key=lambda path: path.split(os.sep))


def _real(top: str, below: str) -> str:
    """The file that ``below`` the resolved folder ``top`` leads to."""
    path = os.path.join(top, below)
    return os.path.realpath(path) if os.path.islink(path) else path


def place_of(path: Path) -> str:
    """Where a file lies: its folder without links, its own name although it may be a link."""
    return os.path.join(os.path.realpath(path.parent), path.name)


def _output_name(path: Path, below: str, root: Path) -> str:
    """The output path below the output folder: the place of a spec below ``root``, else ``below``.

    Never a way out of the output folder: links on the way keep their names, and lead nowhere.
    """
    for place, top in (
        (os.path.abspath(path), os.path.abspath(root)),
        (place_of(path), os.path.realpath(root)),
    ):
        inside = os.path.join(top, "")
        if place.startswith(inside):
            below = place.removeprefix(inside)
            break
    return os.path.splitext(below)[0] + ".docx"


def _clashes(jobs: Sequence[Job]) -> list[Diagnostic]:
    first: dict[str, Job] = {}
    problems = []
    for job in jobs:
        key = composed(str(job.output)).casefold()
        if key in first:
            problems.append(
                make(
                    "U004",
                    path=job.shown_as,
                    output=job.output.relative_to(job.root),
                    other=first[key].shown_as,
                )
            )
        first.setdefault(key, job)
    for key, job in first.items():
        if key.endswith(_NEW_WORD) and (other := first.get(key.removesuffix(_NEW_WORD) + ".docx")):
            new, document = job.output.name, other.output.name
            problems.append(make("U013", path=job.shown_as, new=new, document=document, other=other.shown_as))
    return problems
