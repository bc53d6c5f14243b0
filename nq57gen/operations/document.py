"""From a spec file to the document model: the steps that every command shares."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nq57gen.diagnostics import Diagnostic, Severity, in_file_order
from nq57gen.errors import InvalidInput
from nq57gen.model.build import build
from nq57gen.model.document import Document
from nq57gen.packs.find import pack_folders
from nq57gen.schema.read import meaningful, read
from nq57gen.schema.spec_types import Spec
from nq57gen.spec.reader import read_spec
from nq57gen.spec.source import read_source


@dataclass(frozen=True)
class Understood:
    """A spec without errors, its document, and the warnings."""

    spec: Spec
    document: Document
    warnings: tuple[Diagnostic, ...]


def understand(path: Path, shown_as: str, project: Path) -> Understood:
    """Read, validate, resolve and build. Raises InvalidInput with every problem, in file order."""
    data = read_spec(read_source(path, shown_as))
    found = read(data, pack_folders(project))
    built = build(found.spec)
    problems = [*found.problems, *meaningful(built.problems, found.mended)]
    if not any(problem.severity is Severity.ERROR for problem in problems):
        # while anything is wrong, what it would have printed only looks unprinted
        problems += built.unprinted
    problems = in_file_order(problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InvalidInput(problems)
    return Understood(found.spec, built.document, tuple(problems))
