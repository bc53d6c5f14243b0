"""Runs the layout rules over a Word file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from nq57gen.checks.layout import rules  # registers the rules
from nq57gen.checks.layout.parts import NAMES, Parts, recognise
from nq57gen.checks.layout.pieces import Piece
from nq57gen.checks.layout.rule import RULES, WARNING, Found, Rule
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.reading.notices import is_mostly_old
from nq57gen.reading.types import WordFile

__all__ = ["check_layout", "findings_of", "rules", "rules_for"]


def check_layout(file: WordFile, *, ignore: Collection[str] = ()) -> list[Diagnostic]:
    """The findings of all rules that are for this type of document, in the decree's order.

    Of a file typed in an encoding before Unicode there is only that to tell, of a document of the Party that
    the decree is not for it.
    """
    found = list(file.notices)
    if is_mostly_old(file):  # told of already; what its words are is not known
        return found
    parts = recognise(file)
    if parts.of_party:
        found.append(make("D126", path=file.shown_as))
    for checked in rules_for(parts):
        if checked.code not in ignore:
            found += findings_of(checked, parts)
    return found


def rules_for(parts: Parts) -> Iterator[Rule]:
    """The rules that are for this type of document, in the decree's order."""
    for checked in () if parts.of_party else RULES.values():
        if not checked.types or parts.document_type in checked.types:
            yield checked


def findings_of(checked: Rule, parts: Parts) -> list[Diagnostic]:
    """The findings of one rule; one about a component that is in doubt says so and is a warning."""
    doubts = _doubts(parts) if parts.unsure else {}
    return [_told(checked, found, doubts, parts.file.shown_as) for found in checked.check(parts)]


def _told(checked: Rule, found: Found, doubts: Mapping[str, str], shown_as: str) -> Diagnostic:
    doubt = found.doubt or doubts.get(found.place.partition(": “")[0], "")
    unsure = f"; chưa chắc, vì {doubt}" if doubt else ""
    return Diagnostic(
        code=checked.code,
        message=f"{checked.says}; ở đây: {found.got}{unsure} ({_basis(checked)})",
        hint=checked.hint,
        severity=WARNING if doubt or found.minor else checked.severity,
        path=shown_as,
        where=found.place,
    )


def _doubts(parts: Parts) -> dict[str, str]:
    """Why what is found at the places of the components in doubt is not sure."""
    doubts = {}
    for name in sorted(parts.unsure):
        held = getattr(parts, name)
        for piece in held if isinstance(held, tuple) else (held,):
            if isinstance(piece, Piece):
                doubts[piece.paragraph.place] = f"không rõ đoạn này có phải là {NAMES[name]} không"
    return doubts


def _basis(checked: Rule) -> str:
    """Where the decree says it, or that it does not."""
    unsaid = checked.clause.startswith(("không có", "nghị định không", "thông lệ"))
    return checked.clause if unsaid else f"NĐ 30, {checked.clause}"
