"""``nq57gen clone``: the specs of a unit that begins with a pack, and the report on a plan."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.cloning import Own, own_of
from nq57gen.diagnostics import Diagnostic, Severity, make
from nq57gen.errors import InvalidInput, UsageError
from nq57gen.forms import composed, stored
from nq57gen.operations.document import understand_source
from nq57gen.operations.skeletons import BASES, PLAN, REPORT, Template, other_kind, shown, template
from nq57gen.operations.together import New, write_together
from nq57gen.packs.find import pack_folders, pack_names
from nq57gen.packs.load import load_pack
from nq57gen.packs.types import Pack
from nq57gen.patterns import lazily
from nq57gen.regular import read_regular
from nq57gen.spec.reader import read_spec
from nq57gen.spec.source import SourceFile, read_source
from nq57gen.units.match import Match, Outcome
from nq57gen.units.persons import is_named_after_someone
from nq57gen.units.places import Province, Unit
from nq57gen.units.problems import province_problem, unit_problem
from nq57gen.units.readings import unit_readings
from nq57gen.units.register import register

_FILE_NAMES = {PLAN: "ke-hoach-{year}.yaml", REPORT: "bao-cao-{year}.yaml"}
_REPORT_YEAR = lazily(r"^nam_bao_cao:", re.MULTILINE)
#: Twice as long as any unit of the register is called.
_LONGEST_NAME = 60
_NAME = lazily(r"[^\W_][\w '’.-]*")


class Wish(Struct, frozen=True):
    """What is to be cloned for whom.

    ``province`` may be blank; ``on`` is the day whose names count; ``folder`` holds the specs, a folder a
    unit; ``force_unit``: the unit need not be in the register.
    """

    pack: str
    unit: str
    province: str
    year: int
    on: datetime.date
    folder: str = "specs"
    documents: tuple[str, ...] = (PLAN, REPORT)
    force_unit: bool = False


class Clone(Struct, frozen=True):
    """New specs. ``files`` are theirs in the order of the wish; ``bases`` what later updates begin with."""

    unit: str
    province: str
    pack: str
    edition: str
    files: tuple[New, ...]
    bases: tuple[New, ...]
    told: tuple[Diagnostic, ...] = ()

    def write(self) -> None:
        """Write all or nothing. Raises InvalidInput."""
        write_together([*self.bases, *self.files])


def clone(wish: Wish, project: Path) -> Clone:
    """The specs that ``wish`` asks for; nothing is written yet.

    Raises UsageError: unit or province unknown or not meant by the pack (V, C001, C003); InvalidInput: a
    file that is there already (C002), a pack that is wrong (M, S), a skeleton that makes no valid spec.
    """
    wish = replace(wish, unit=composed(wish.unit), province=composed(wish.province))
    given = template(wish.pack, project)
    wish = _at_its_time(wish, given.pack)
    unit, province = _unit(wish, given.pack)
    kind = other_kind(given.pack, wish.on)
    capital = is_named_after_someone(unit.name)
    own = Own(unit.kind, unit.name, wish.year, province.name, province.kind, capital)
    texts = {document: given.spec(document, own, say_province=bool(kind)) for document in wish.documents}
    folder = stored(project, wish.folder) / register().slug(unit)
    names = {document: _FILE_NAMES[document].format(year=wish.year) for document in wish.documents}
    began = tuple(_new(folder / names[document], text, project) for document, text in texts.items())
    plan = began[0] if wish.documents[:1] == (PLAN,) else None
    files = tuple(_on_plan(file, plan.path if plan else None, project) for file in began)
    _refuse_standing(files)
    for file in files:
        _must_be_valid(file, project)
    return Clone(
        unit.full_name,
        province.full_name,
        given.pack.name,
        given.pack.edition,
        files,
        tuple(_base(file, file.data, project) for file in began),
        tuple(_own_pack(given.pack, province, project)),
    )


def report_on(plan: str, output: str, project: Path) -> Clone:
    """The report on the spec ``plan``, beside it or at ``output``; nothing is written yet.

    Raises UsageError: no such file (U001), not a plan (C004); InvalidInput: the plan or its pack is wrong,
    the pack's skeleton makes no valid report (C011), a file that is there already (C002).
    """
    path = stored(project, plan)
    if not os.path.exists(path):
        raise UsageError([make("U001", path=plan, name=plan)])
    source = read_source(path, plan)
    data = read_spec(source)
    if data.data.get("loai_van_ban") != PLAN:
        raise UsageError([make("C004", path=plan)])
    if wrong := _errors_of(source, project):
        raise InvalidInput(wrong)
    own = own_of(source.text, plan)
    given = template(str(data.data.get("mau") or ""), project)
    target = stored(project, output) if output else path.parent / _FILE_NAMES[REPORT].format(year=own.year)
    report = _new(target, given.report_on(source.text, own, plan_name=plan), project)
    file = _on_plan(report, path, project)
    _refuse_standing([file])
    _must_be_valid(file, project)
    before = path.parent / BASES / path.name
    began = read_source(before, shown(before, project)).text if before.is_file() else _began(given, own)
    base = _base(file, given.report_on(began, own).encode(), project)
    said = load_pack(given.pack.name, pack_folders(project))
    return Clone(
        f"{own.kind} {own.name}", own.province or said.province, said.name, said.edition, (file,), (base,)
    )


def _on_plan(file: New, plan: Path | None, project: Path) -> New:
    """A report that names its plan, so that ``check`` compares the two; a plan stays as it is."""
    text = file.data.decode()
    if plan is None or not _REPORT_YEAR.search(text):
        return file
    name = Path(os.path.relpath(plan, file.path.parent)).as_posix()
    line = f"ke_hoach_goc: {name}   # lệnh check so báo cáo với kế hoạch này"
    return _new(file.path, _REPORT_YEAR.sub(lambda year: f"{line}\n{year[0]}", text, count=1), project)


def _began(given: Template, own: Own) -> str:
    """The plan as the pack has it today, for a plan that was not cloned."""
    return given.spec(PLAN, own, say_province=bool(own.province))


def _at_its_time(wish: Wish, pack: Pack) -> Wish:
    """The wish with the last day of its year for ``on``, if the unit had its name only until then."""
    last = datetime.date(wish.year, 12, 31)
    if last >= wish.on:
        return wish
    text, province = _name_and_province(wish)
    named = [register().find(text, province or pack.province, on) for on in (wish.on, last)]
    outcomes = [match.outcome for match in named]
    return replace(wish, on=last) if outcomes == [Outcome.NO_LONGER, Outcome.FOUND] else wish


def _name_and_province(wish: Wish) -> tuple[str, str]:
    """The unit and its province, which may stand behind a comma of the unit."""
    if wish.province or "," not in wish.unit:
        return wish.unit, wish.province
    text, _, province = (part.strip() for part in wish.unit.rpartition(","))
    return text, province


def _unit(wish: Wish, pack: Pack) -> tuple[Unit, Province]:
    """The unit and its province as they are on the day. Raises UsageError."""
    text, province = _name_and_province(wish)
    _same_province(province, pack, wish)
    match = register().find(text, province or pack.province, wish.on)
    if (unit := match.found) is not None:
        home = register().province(unit.province_code, wish.on)
        if home is not None:
            return unit, home
    problem = unit_problem(match)
    if wish.force_unit:
        return _forced(text, province or pack.province, wish, match)
    raise UsageError([problem] if problem else [])


def _same_province(province: str, pack: Pack, wish: Wish) -> None:
    """Raises UsageError: the pack is another province's (C001), or there is no such province (V)."""
    if not province or not pack.province:
        return
    asked = register().find_province(province, wish.on)
    if asked.meant is None:
        problem = province_problem(asked)
        raise UsageError([problem] if problem else [])
    if asked.meant.name != pack.province:
        raise UsageError([make("C001", pack=pack.name, province=pack.province, asked=asked.meant.full_name)])


def _forced(text: str, province: str, wish: Wish, match: Match[Unit]) -> tuple[Unit, Province]:
    """A unit that is too new for the register, as it was typed."""
    home = register().find_province(province, wish.on) if province else None
    problem = province_problem(home) if home is not None and home.meant is None else None
    if problem:
        raise UsageError([problem])
    if home is None or home.meant is None:
        raise UsageError([make("C003", name=match.text.strip())])
    kind, name = next(iter(unit_readings(text)))
    if kind not in ("xã", "phường", "đặc khu"):
        raise UsageError([make("C005", name=text)])
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise UsageError([make("C006", name=name)])
    found = home.meant
    return Unit(code="moi", name=name, kind=kind, province_code=found.code), found


def _new(path: Path, text: str, project: Path) -> New:
    return New(path, shown(path, project), text.encode())


def _base(file: New, data: bytes, project: Path) -> New:
    """The base of later updates of ``file``; one that was left behind gives way."""
    path = file.path.parent / BASES / file.path.name
    before = read_regular(path) if os.path.isfile(path) else None
    return New(path, shown(path, project), data, before)


def _refuse_standing(files: Sequence[New]) -> None:
    standing = [make("C002", path=file.shown_as) for file in files if os.path.lexists(file.path)]
    if standing:
        raise InvalidInput(standing)


def _must_be_valid(file: New, project: Path) -> None:
    """Raises InvalidInput with every error of the new spec: a pack that makes such has a mistake."""
    if wrong := _errors_of(SourceFile(file.shown_as, file.data.decode()), project):
        raise InvalidInput([make("C011", path=file.shown_as), *wrong])


def _errors_of(source: SourceFile, project: Path) -> list[Diagnostic]:
    try:
        understand_source(source, project)
    except InvalidInput as error:
        return [one for one in error.diagnostics if one.severity is Severity.ERROR]
    return []


def _own_pack(pack: Pack, province: Province, project: Path) -> list[Diagnostic]:
    """A word about the pack of the province, when a neutral one was asked for."""
    if pack.province:
        return []
    folders = pack_folders(project)
    named = []
    for name in pack_names(folders):
        try:
            if load_pack(name, folders).province == province.name:
                named.append(name)
        except InvalidInput:
            continue  # that pack is wrong, which is not asked here
    return [make("C012", province=province.full_name, packs=", ".join(named))] if named else []
