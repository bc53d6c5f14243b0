"""Runs the layout rules over a Word file."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from nq57gen.checks.layout import rules  # registers the rules
from nq57gen.checks.layout.parts import Parts, recognise
from nq57gen.checks.layout.rule import RULES, Rule
from nq57gen.diagnostics import Diagnostic
from nq57gen.reading.types import WordFile

__all__ = ["check_layout", "findings_of", "rules", "rules_for"]


def check_layout(file: WordFile, *, ignore: Collection[str] = ()) -> list[Diagnostic]:
    """The findings of all rules that are for this type of document, in the decree's order."""
    parts = recognise(file)
    found = list(file.notices)
    for checked in rules_for(parts):
        if checked.code not in ignore:
            found += findings_of(checked, parts)
    return found


def rules_for(parts: Parts) -> Iterator[Rule]:
    """The rules that are for this type of document, in the decree's order."""
    for checked in RULES.values():
        if not checked.types or parts.document_type in checked.types:
            yield checked


def findings_of(checked: Rule, parts: Parts) -> list[Diagnostic]:
    """The findings of one rule."""
    return [
        Diagnostic(
            code=checked.code,
            message=f"{checked.says}; ở đây: {found.got} ({_basis(checked)})",
            hint=checked.hint,
            severity=checked.severity,
            path=parts.file.shown_as,
            where=found.place,
        )
        for found in checked.check(parts)
    ]


def _basis(checked: Rule) -> str:
    """Where the decree says it, or that it does not."""
    unsaid = checked.clause.startswith(("không có", "nghị định không", "thông lệ"))
    return checked.clause if unsaid else f"NĐ 30, {checked.clause}"
