"""Findings and results as text for people and as JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from nq57gen.cli.console import one_line
from nq57gen.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from nq57gen.operations.check_word import Mended
    from nq57gen.operations.outcome import Outcome

_SEVERITY = {Severity.ERROR: "lỗi", Severity.WARNING: "lưu ý"}


def as_text(diagnostic: Diagnostic) -> str:
    """One finding: place, code, message, the source line with a caret, and the hint."""
    place = one_line(diagnostic.path)
    if diagnostic.position:
        place += f":{diagnostic.position.line}:{diagnostic.position.column}"
    where = f" ({diagnostic.where})" if diagnostic.where else ""
    lines = [f"{place}: " if place else "", f"{_SEVERITY[diagnostic.severity]} {diagnostic.code}: "]
    text = "".join(lines) + one_line(diagnostic.message + where)
    if diagnostic.position and diagnostic.source_line.strip():
        text += _excerpt(diagnostic.source_line, diagnostic.position.line, diagnostic.position.column)
    if diagnostic.hint:
        text += f"\n  gợi ý: {diagnostic.hint}"
    return text


_LONGEST_EXCERPT = 100


def _excerpt(source: str, number: int, column: int) -> str:
    """The source line and a caret under ``column``; a long line is cut around it."""
    start = max(0, column - 1 - _LONGEST_EXCERPT // 2) if len(source) > _LONGEST_EXCERPT else 0
    shown = source[start : start + _LONGEST_EXCERPT]
    before, after = "…" if start else "", "…" if start + _LONGEST_EXCERPT < len(source) else ""
    margin = f"{number:>5} | "
    from nq57gen.spec.show import caret_line  # most runs have nothing to show

    pointer = caret_line(before + shown, column - start + len(before))
    return f"\n{margin}{before}{shown}{after}\n{' ' * (len(margin) - 2)}| {pointer}"


def finding(diagnostic: Diagnostic) -> dict[str, Any]:
    """One finding as the JSON contract has it."""
    position = diagnostic.position
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "path": diagnostic.path,
        "line": position.line if position else None,
        "column": position.column if position else None,
        "where": diagnostic.where,
    }


def changes_as_text(result: Mended) -> Iterator[str]:
    """What was mended in the copy of a file, a line each."""
    for change in result.changes:
        said = f"{change.before} → {change.after} ({change.place})"
        yield f"{result.job.given.shown_as}: đã sửa {change.code}: {said}"


def as_json(
    diagnostics: Iterable[Diagnostic], outcomes: Iterable[Outcome] = (), mended: Iterable[Mended] = ()
) -> str:
    """The one object that ``--format json`` prints."""
    documents = [
        {
            "spec": outcome.job.shown_as,
            "output": str(outcome.job.output),
            "made": outcome.made,
            "state": outcome.state.value,
            "reasons": list(outcome.reasons),
            "beside": str(outcome.beside) if outcome.beside else None,
        }
        for outcome in outcomes
    ]
    copies = [
        {
            "file": result.job.given.shown_as,
            "output": result.job.output_shown,
            "made": result.made,
            "changes": [
                {"code": change.code, "where": change.place, "from": change.before, "to": change.after}
                for change in result.changes
            ],
        }
        for result in mended
    ]
    found: dict[str, Any] = {"findings": [finding(diagnostic) for diagnostic in diagnostics]}
    if documents:
        found["documents"] = documents
    if copies:
        found["mended"] = copies
    return json.dumps(found, ensure_ascii=False, indent=2)
