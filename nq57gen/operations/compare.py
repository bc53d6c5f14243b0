"""``check`` of a report that names its plan: every target there, as the plan has it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.blanks import has_blank
from nq57gen.diagnostics import Diagnostic, KeyPath, Severity
from nq57gen.errors import InvalidInput, UsageError
from nq57gen.forms import stored
from nq57gen.model.build import listed_targets
from nq57gen.model.targets import PLANNED, ListedTarget, planned_value
from nq57gen.operations.document import understand
from nq57gen.patterns import lazily
from nq57gen.schema.columns import STAGE
from nq57gen.schema.spec_types import Spec
from nq57gen.terms import label_of
from nq57gen.vietnamese.values import TargetKind, UnreadableValue, parse_target

_AT: KeyPath = ("ke_hoach_goc",)
_PLAN = "ke_hoach"
_BLANKS, _LAST_MARKS = lazily(r"\s+"), " .;,:"


def compare_with_plan(report: Spec, path: Path, shown_as: str, project: Path) -> list[Diagnostic]:
    """What the report at ``path`` has otherwise than the plan that its ``ke_hoach_goc`` names (codes L).

    [] when it names none. Of a plan that cannot be read it is told only that.
    """
    if not report.plan_file or has_blank(report.plan_file):
        return []
    named = report.plan_file.replace("\\", "/")
    try:
        plan_path = stored(path.parent, os.path.normpath(named))
    except UsageError as error:
        return list(error.diagnostics)
    plan_shown = os.path.normpath(os.path.join(os.path.dirname(shown_as), named))
    inside = (os.path.realpath(project), os.path.realpath(path.parent))
    if not any(Path(os.path.realpath(plan_path)).is_relative_to(folder) for folder in inside):
        return [report.data.diagnostic("L004", _AT, plan=plan_shown)]
    if not os.path.isfile(plan_path):
        return [report.data.diagnostic("L001", _AT, plan=plan_shown)]
    try:
        plan = understand(plan_path, plan_shown, project).spec
    except InvalidInput as error:
        errors = [one for one in error.diagnostics if one.severity is Severity.ERROR]
        return [report.data.diagnostic("L002", _AT, plan=plan_shown, count=len(errors))]
    if plan.document_type != _PLAN:
        return [report.data.diagnostic("L003", _AT, plan=plan_shown)]
    return list(_Comparison(plan, plan_shown, report).problems())


class _Comparison(Struct, frozen=True):
    """A plan and the report on it; ``plan_shown``: the plan's file as messages name it."""

    plan: Spec
    plan_shown: str
    report: Spec

    def problems(self) -> Iterator[Diagnostic]:
        planned, reported = listed_targets(self.plan), listed_targets(self.report)
        yield from self._heads(planned)
        pairs, missing, added = _paired(planned, reported)
        for target in missing:
            path = self._where_missing(target)
            yield self._problem("L010", path, name=target.name, line=self._line(target.item.path))
        yield from self._added(added, pairs)
        for ours, theirs in pairs:
            yield from self._pair(ours, theirs)

    def _problem(self, code: str, path: KeyPath, **values: Any) -> Diagnostic:
        return self.report.data.diagnostic(code, path, plan=self.plan_shown, **values)

    def _line(self, path: KeyPath) -> int:
        """The line of the plan at ``path``."""
        return self.plan.data.position(path).line

    def _heads(self, planned: Sequence[ListedTarget]) -> Iterator[Diagnostic]:
        """Another unit, another year; stages are of many years."""
        plan, report = self.plan.unit, self.report.unit
        if _differ(plan.name, report.name) or _differ(plan.province, report.province):
            said = [
                f"{unit.kind} {unit.name}, {unit.province_kind} {unit.province}" for unit in (plan, report)
            ]
            yield self._problem("L005", _AT, theirs=said[0], ours=said[1])
        by_stages = any(key != PLANNED for target in planned for key in target.values)
        if self.plan.year != self.report.year and not by_stages:
            yield self._problem("L006", _AT, theirs=self.plan.year, ours=self.report.year)

    def _where_missing(self, target: ListedTarget) -> KeyPath:
        """The report's appendix with the id of the plan's that has ``target``, else ``ke_hoach_goc``."""
        match target.item.path:
            case ("phu_luc", int(index), *_):
                name = self.plan.appendices[index].identifier
                found = [one.path for one in self.report.appendices if one.identifier == name]
                return found[0] if found else _AT
        return _AT

    def _added(self, added: Sequence[ListedTarget], pairs: Sequence[_Pair]) -> Iterator[Diagnostic]:
        """Targets of the report that are left when each of the plan has its own."""
        same: dict[str, list[ListedTarget]] = defaultdict(list)
        for ours, theirs in pairs:
            same[_folded(theirs.name)].append(ours)
        for target in added:
            doubled = same.get(_folded(target.name))
            if doubled:
                line = self.report.data.position(doubled[0].item.path).line
                yield self._problem("L011", target.item.path, name=target.name, line=line, count=len(doubled))
            else:
                yield self._problem("L012", target.item.path, name=target.name)

    def _pair(self, ours: ListedTarget, theirs: ListedTarget) -> Iterator[Diagnostic]:
        if _differ(theirs.name, ours.name):
            yield self._told("L014", ours, theirs, "ten", theirs.name, ours.name)
        if theirs.unit and _differ(theirs.unit, ours.unit):
            yield self._told("L013", ours, theirs, "don_vi_tinh", theirs.unit, ours.unit)
        if ours.item.lower_is_better != theirs.item.lower_is_better:
            ways = [("tang", "giam")[one.item.lower_is_better] for one in (theirs, ours)]
            yield self._told("L013", ours, theirs, "chieu", *ways)
        for key in self._values_to_compare(ours, theirs):
            other = key
            if key == PLANNED and key not in theirs.values:
                other = planned_value(theirs.item, self.report.year).key
            planned, said = theirs.values.get(other, ""), ours.values.get(key, "")
            if not _same_value(planned, said):
                yield self._told("L013", ours, theirs, key, planned, said)
        leads = [tuple(map(_folded, one.leads)) for one in (theirs, ours)]
        blank = any(map(has_blank, (*ours.leads, *theirs.leads)))
        if all(leads) and not blank and set(leads[0]) != set(leads[1]):
            yield self._told("L015", ours, theirs, "chu_tri", "; ".join(theirs.leads), "; ".join(ours.leads))

    def _values_to_compare(self, ours: ListedTarget, theirs: ListedTarget) -> list[str]:
        """What the report has, and what of the plan measures its result; it may leave other stages out."""
        wanted = planned_value(theirs.item, self.report.year).key
        keys = list(ours.values)
        return keys if not wanted or wanted in keys or PLANNED in keys else [*keys, wanted]

    def _told(
        self, code: str, ours: ListedTarget, theirs: ListedTarget, key: str, planned: str, said: str
    ) -> Diagnostic:
        stage = key.removeprefix(STAGE)
        path = (key,) if stage == key else ("giai_doan", stage)
        if key == PLANNED:
            label = "giá trị kế hoạch"
        else:
            label = f"giá trị của giai đoạn {stage}" if stage != key else label_of(path).lower()
        return self._problem(
            code,
            (*ours.item.path, *path),
            name=ours.name,
            label=label,
            planned=planned or "-",
            said=said or "-",
            line=self._line((*theirs.item.path, *path)),
        )


#: A target of the report, and the same one of the plan.
_Pair = tuple[ListedTarget, ListedTarget]


def _paired(
    planned: Sequence[ListedTarget], reported: Sequence[ListedTarget]
) -> tuple[list[_Pair], list[ListedTarget], list[ListedTarget]]:
    """The targets that are the same, by id or else by name; those only planned; those only reported."""
    pairs: list[_Pair] = []
    missing, added = list(planned), list(reported)
    for key in (_id, _name):
        waiting: dict[str, list[ListedTarget]] = defaultdict(list)
        for target in missing:
            waiting[key(target)].append(target)
        for target in list(added):
            if key(target) and waiting[key(target)]:
                found = waiting[key(target)].pop(0)
                pairs.append((target, found))
                added.remove(target)
                missing.remove(found)
    return pairs, missing, added


def _id(target: ListedTarget) -> str:
    return target.item.identifier


def _name(target: ListedTarget) -> str:
    return "" if has_blank(target.name) else _folded(target.name)


def _folded(text: str) -> str:
    """The text without capitals, doubled spaces and the mark it ends in."""
    return _BLANKS.sub(" ", text).strip(_LAST_MARKS).casefold()


def _differ(planned: str, said: str) -> bool:
    return not has_blank(planned) and not has_blank(said) and _folded(planned) != _folded(said)


def _same_value(planned: str, said: str) -> bool:
    """Whether two values say the same, in whatever words; one still to be filled in may be anything."""
    if has_blank(planned) or has_blank(said):
        return True
    try:
        one, other = parse_target(planned), parse_target(said)
    except UnreadableValue:
        return not _differ(planned, said)
    if one.kind is TargetKind.WORDS or other.kind is TargetKind.WORDS:
        return not _differ(planned, said)
    return replace(one, text="", rest=_folded(one.rest)) == replace(other, text="", rest=_folded(other.rest))
