"""The skeletons of a pack, and the spec of a unit that they give."""

from __future__ import annotations

import datetime
from pathlib import Path

from msgspec import Struct

from nq57gen.cloning import Cited, Own, fill, of_its_year, report_from_plan
from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.operations.document import below
from nq57gen.packs.find import find_pack, pack_folders, pack_names
from nq57gen.packs.load import load_pack
from nq57gen.packs.types import Pack
from nq57gen.spec.source import SourceFile, read_source
from nq57gen.units.register import register

#: Inside a pack: its skeletons, one a document.
SKELETONS = "khung"
PLAN, REPORT = "ke_hoach", "bao_cao"
#: Beside a spec: its skeleton as the spec began, or took it in last. Hidden: no specs are looked for there.
BASES = ".mau"


class Template(Struct, frozen=True):
    """A pack and its skeletons of plan and report."""

    pack: Pack
    plan: SourceFile
    report: SourceFile

    @property
    def layouts(self) -> dict[str, tuple[str, ...]]:
        """The fields that each table layout prints."""
        return {key: tuple(one.field for one in columns) for key, columns in self.pack.layouts.items()}

    def spec(self, document: str, own: Own, *, say_province: bool) -> str:
        """The spec of a unit that edited nothing. Raises InvalidInput: the skeletons are no specs."""
        plan = self._filled(self.plan, own, say_province)
        if document == PLAN:
            return plan
        return self.report_on(plan, own, say_province=say_province)

    def report_on(self, plan: str, own: Own, *, say_province: bool = False, plan_name: str = "") -> str:
        """The report on the text ``plan``. Raises InvalidInput: the plan or the skeleton is no spec."""
        report = self._filled(self.report, own, say_province)
        return report_from_plan(
            plan,
            report,
            self.layouts,
            plan_name=plan_name or self.plan.path,
            report_name=self.report.path,
        )

    def _filled(self, skeleton: SourceFile, own: Own, say_province: bool) -> str:
        cited = (Cited(name, one.kind, one.date, one.subject) for name, one in self.pack.citations.items())
        text = of_its_year(skeleton.text, cited, own.year)
        return fill(text, own, self.pack.name, self.pack.edition, say_province=say_province)


def template(name: str, project: Path) -> Template:
    """The pack ``name`` with its skeletons, its parents' where it has none of its own.

    Raises InvalidInput: no such pack (M001), a pack that is wrong (M, S), without skeletons (C010).
    """
    folders = pack_folders(project)
    find_pack(name, folders)
    try:
        pack = load_pack(name, folders)
    except InvalidInput as error:
        raise InvalidInput(below(project, error.diagnostics)) from error
    return Template(pack, *(_skeleton(pack, document, project) for document in (PLAN, REPORT)))


def _skeleton(pack: Pack, document: str, project: Path) -> SourceFile:
    for file in pack.files:
        path = file.parent / SKELETONS / f"{document}.yaml"
        if path.is_file():
            return read_source(path, shown(path, project))
    raise InvalidInput([make("C010", pack=pack.name, file=f"{SKELETONS}/{document}.yaml")])


def known_packs(project: Path) -> list[str]:
    """The names of all packs that can be cloned or inherited."""
    return pack_names(pack_folders(project))


def shown(path: Path, project: Path) -> str:
    """The path as the user knows it: below the project when it is there."""
    return str(path.relative_to(project)) if path.is_relative_to(project) else str(path)


def other_kind(pack: Pack, on: datetime.date) -> str:
    """What the pack's province is on the day ``on`` when the pack still says otherwise, else blank."""
    province = register().find_province(pack.province, on).found if pack.province else None
    return province.kind if province is not None and province.kind != pack.province_kind else ""
