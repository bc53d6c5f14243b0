"""``nq57gen update``: the new editions of packs taken into the specs that were cloned from them."""

from __future__ import annotations

import codecs
import enum
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from nq57gen.cloning import own_of
from nq57gen.diagnostics import Diagnostic, Severity, make
from nq57gen.errors import InvalidInput, UsageError
from nq57gen.forms import stored
from nq57gen.merging import Change, Outcome, merge, open_conflicts
from nq57gen.operations.document import understand_source
from nq57gen.operations.pack_files import PackFile, own_files
from nq57gen.operations.paths import COPIES, dated_copy, find_jobs
from nq57gen.operations.skeletons import BASES, PLAN, Template, shown, template
from nq57gen.operations.together import New, write_together
from nq57gen.regular import read_regular
from nq57gen.spec.reader import SpecData, read_with_problems
from nq57gen.spec.source import SourceFile, read_source

_EDITION = "an_ban_mau"


class State(enum.Enum):
    """What becomes of one spec."""

    UPDATED = "updated"
    CURRENT = "current"  # nothing new in the pack, or nothing of it that the spec has not
    SKIPPED = "skipped"  # never cloned
    FAILED = "failed"  # and so nothing is written, of no spec


class Updated(Struct, frozen=True):
    """One spec and its update.

    ``changes``: what the new edition changes, in the order of the file; ``open``: what is left to decide, at
    its line in the spec as it will be; ``findings``: why it failed, or the errors of the spec as it will be;
    ``files``: what is to be written.
    """

    shown_as: str
    state: State
    pack: str = ""
    then: str = ""
    now: str = ""
    changes: tuple[Change, ...] = ()
    open: tuple[Diagnostic, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    backup: str = ""
    files: tuple[New, ...] = ()

    @property
    def taken(self) -> list[Diagnostic]:
        """What comes into the spec."""
        return self._of(Outcome.TAKEN)

    @property
    def conflicts(self) -> list[Diagnostic]:
        """What both sides changed, at its line in the spec as it is."""
        return self._of(Outcome.CONFLICT)

    @property
    def not_taken(self) -> list[Diagnostic]:
        """What does not come in and is not recorded in the spec."""
        return self._of(Outcome.NOT_TAKEN)

    def _of(self, outcome: Outcome) -> list[Diagnostic]:
        return [change.diagnostic for change in self.changes if change.outcome is outcome]


class Update(Struct, frozen=True):
    """All specs, and the Word files of packs in the project's own ``templates/``."""

    specs: tuple[Updated, ...]
    pack_files: tuple[PackFile, ...]

    @property
    def failed(self) -> bool:
        """Whether one failed, so that nothing may be written."""
        return any(one.state is State.FAILED for one in self.specs)

    @property
    def left(self) -> bool:
        """Whether somebody has to do something."""
        unsettled = any(one.open or one.findings for one in self.specs)
        return self.failed or unsettled or any(file.touched for file in self.pack_files)

    def write(self) -> None:
        """Write all or nothing; nothing when one failed. Raises InvalidInput."""
        if not self.failed:
            specs = [new for one in self.specs for new in one.files]
            write_together([*specs, *(new for file in self.pack_files for new in file.files)])


def update(paths: Sequence[str], project: Path, run: str) -> Update:
    """What an update of the specs of ``paths`` (none: ``specs/``) comes to; nothing is written yet.

    ``run``: local time as YYYYMMDD-HHMMSS, which dates the copies of what is replaced. Raises UsageError as
    :func:`nq57gen.operations.paths.find_jobs`; never for a spec or a pack that is wrong.
    """
    jobs = find_jobs(paths, project, project)
    templates: dict[str, Template | InvalidInput] = {}
    specs = [_updated(job.spec, job.shown_as, project, run, templates) for job in jobs]
    return Update(tuple(specs), own_files(project))


def _updated(
    path: Path, shown_as: str, project: Path, run: str, templates: dict[str, Template | InvalidInput]
) -> Updated:
    try:
        base = stored(path.parent, f"{BASES}/{path.name}")
        data, _ = read_with_problems(read_source(path, shown_as))
        if not base.is_file():
            if _EDITION not in data.data:
                return Updated(shown_as, State.SKIPPED)
            raise InvalidInput([data.diagnostic("C030", (_EDITION,), at_key=True, base=shown(base, project))])
        given = _template(data, base, project, templates)
        return _merged(path, data, base, given, project, run)
    except (InvalidInput, UsageError) as error:
        return Updated(shown_as, State.FAILED, findings=error.diagnostics)


def _template(
    data: SpecData, base: Path, project: Path, templates: dict[str, Template | InvalidInput]
) -> Template:
    """The pack that ``base`` was made from, as it is today. Raises InvalidInput."""
    base_shown = shown(base, project)
    began, _ = read_with_problems(read_source(base, base_shown))
    then, mine = str(began.data.get("mau")), str(data.data.get("mau"))
    if then != mine:
        raise InvalidInput(
            [data.diagnostic("C031", ("mau",), at_key=True, mine=mine, then=then, base=base_shown)]
        )
    if then not in templates:
        try:
            templates[then] = template(then, project)
        except InvalidInput as error:
            templates[then] = error
    given = templates[then]
    if isinstance(given, InvalidInput):
        raise given
    return given


def _merged(path: Path, data: SpecData, base: Path, given: Template, project: Path, run: str) -> Updated:
    shown_as, base_shown = data.source.path, shown(base, project)
    before, before_base = read_regular(path), read_regular(base)
    old = read_source(base, base_shown).text
    encoding = "utf-16" if before.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    mine = before.decode(encoding)
    own = own_of(old, base_shown)
    document = str(data.data.get("loai_van_ban"))
    new = given.spec(document, own, say_province=bool(own.province))
    source = given.plan if document == PLAN else given.report
    merged = merge(old, new, mine, base_name=base_shown, theirs_name=source.path, mine_name=shown_as)
    result = SourceFile(shown_as, merged.text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff"))
    now, _ = read_with_problems(result)
    files: list[New] = []
    backup = ""
    if merged.text != mine:
        backup, files = _copied(path, before, run, project)
        files.append(New(path, shown_as, merged.text.encode(encoding), before))
    if new != old:
        files.append(New(base, base_shown, new.encode(), before_base))
    return Updated(
        shown_as,
        State.UPDATED if backup else State.CURRENT,
        given.pack.name,
        str(data.data.get(_EDITION) or ""),
        given.pack.edition,
        tuple(change for change in merged.changes if change.where != _EDITION),
        tuple(open_conflicts(now)),
        _errors(result, project, backup) if backup else (),
        backup,
        tuple(files),
    )


def _copied(path: Path, data: bytes, run: str, project: Path) -> tuple[str, list[New]]:
    """The dated copy of a spec, how it is shown, and the file to write."""
    copy = dated_copy(path, path.parent / COPIES, run)
    return shown(copy, project), [New(copy, shown(copy, project), data)]


def _errors(result: SourceFile, project: Path, backup: str) -> tuple[Diagnostic, ...]:
    """The errors of a spec as it will be: both sides were right, together they may not be."""
    try:
        understand_source(result, project)
    except InvalidInput as error:
        wrong = [one for one in error.diagnostics if one.severity is Severity.ERROR]
        return (make("C034", path=result.path, backup=backup), *wrong)
    return ()
