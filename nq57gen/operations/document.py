"""From a spec file to the document model: the steps that every command shares."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.diagnostics import Diagnostic, Severity, in_file_order
from nq57gen.errors import InvalidInput
from nq57gen.model.build import build
from nq57gen.model.document import Document
from nq57gen.packs.find import pack_folders
from nq57gen.schema.read import meaningful, read
from nq57gen.schema.spec_types import Spec
from nq57gen.spec.reader import SpecData, read_with_problems
from nq57gen.spec.source import SourceFile, read_source

#: Where ``update`` puts what is left to decide.
CONFLICTS = "xung_dot"


class Understood(Struct, frozen=True):
    """A spec without errors, its document, and the warnings."""

    spec: Spec
    document: Document
    warnings: tuple[Diagnostic, ...]


def understand(path: Path, shown_as: str, project: Path) -> Understood:
    """Read, validate, resolve and build. Raises InvalidInput with every problem, in file order."""
    return understand_source(read_source(path, shown_as), project)


def understand_source(source: SourceFile, project: Path) -> Understood:
    """As :func:`understand`, of a spec that need not be on the disk."""
    data, misread = read_with_problems(source)
    try:
        found = read(data, pack_folders(project))
    except InvalidInput as error:
        raise InvalidInput(in_file_order([*misread, *below(project, error.diagnostics)])) from error
    built = build(found.spec)
    problems = [*found.problems, *meaningful(built.problems, found.mended)]
    problems = [*misread, *_elsewhere(problems, misread), *_undecided(data)]
    if not any(problem.severity is Severity.ERROR for problem in problems):
        # while anything is wrong, what it would have printed only looks unprinted
        problems += built.unprinted
    problems = in_file_order(problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InvalidInput(problems)
    return Understood(found.spec, built.document, tuple(problems))


def below(project: Path, told: Iterable[Diagnostic]) -> list[Diagnostic]:
    """``told``, the path of a pack's file written as all others: from the project, if it is there."""
    return [
        replace(one, path=os.path.relpath(one.path, project))
        if os.path.isabs(one.path) and Path(one.path).is_relative_to(project)
        else one
        for one in told
    ]


def without_content(spec: Spec) -> Spec:
    """What ``spec`` is, without what the document says; that takes much memory when it is long."""
    return replace(
        spec,
        data=SpecData(spec.data.source, {}, {}),
        targets=(),
        bases=(),
        sections=(),
        footnotes={},
        appendices=(),
    )


def _undecided(data: SpecData) -> list[Diagnostic]:
    """What an update left to decide: warnings."""
    if CONFLICTS not in data.data:
        return []
    from nq57gen.merging import open_conflicts  # hardly ever needed

    return open_conflicts(data)


def _elsewhere(problems: Iterable[Diagnostic], misread: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The ``problems`` that are not about a place that YAML already reads in another way than was meant."""
    lines = {one.position.line for one in misread if one.position}
    places = [one.where for one in misread if one.where]
    return [
        problem
        for problem in problems
        if not (problem.position and problem.position.line in lines)
        and not any(problem.where and (place + ".").startswith(problem.where) for place in places)
        and not any(problem.where.startswith(place) for place in places)
    ]
