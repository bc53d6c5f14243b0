"""Runs the content rules over a paper."""

from __future__ import annotations

from collections.abc import Collection

from nq57gen.checks.content import rules  # registers the rules
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import RULES, Rule
from nq57gen.diagnostics import Diagnostic

__all__ = ["check_content", "findings_of", "rules"]


def check_content(paper: Paper, shown_as: str, *, ignore: Collection[str] = ()) -> list[Diagnostic]:
    """The findings of all rules, family by family."""
    found: list[Diagnostic] = []
    for checked in RULES.values():
        if checked.code not in ignore:
            found += findings_of(checked, paper, shown_as)
    return found


def findings_of(checked: Rule, paper: Paper, shown_as: str) -> list[Diagnostic]:
    """The findings of one rule."""
    return [
        Diagnostic(
            code=checked.code,
            message=f"{checked.says}; ở đây: {found.got}",
            hint=found.hint or checked.hint,
            severity=checked.severity,
            path=shown_as,
            where=found.place,
        )
        for found in checked.check(paper)
    ]
