"""What a rule of the layout decree is: one function with its clause, its words and its bad examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from nq57gen.checks.layout.parts import Parts
from nq57gen.diagnostics import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Found(Struct, frozen=True):
    """One place that breaks a rule: where, and what is there (Vietnamese, "cỡ 14", "căn trái").

    ``doubt``: why it is not sure (Vietnamese), "" when it is; such a finding is a warning, as one that is
    ``minor``.
    """

    place: str
    got: str
    doubt: str = ""
    minor: bool = False


class Edit(Struct, frozen=True):
    """A bad example: one change that turns a good document into one that breaks the rule.

    ``of`` names the component of :class:`Parts` that is changed ("national_name", "subject", "body" ...; of
    a tuple the first, or ``at``); ``appendix.`` before the name means the first appendix; "section" and
    "appendix_section" change the page. ``text`` replaces the words ("" deletes the paragraph), ``insert``
    adds a paragraph like it after it, one for each line; ``changes`` are formatting: size, bold, italic,
    underline, color, font, highlight, align, first_cm, left_cm, before_pt, after_pt, line, keep_next, caps;
    of a section: width, height, top, bottom, left, right (mm), title_page, number_start, number_format;
    ``xml`` is a named change that only the rule's own test knows how to make. ``says`` describes it in the
    reference.
    """

    of: str
    says: str
    text: str | None = None
    insert: str | None = None
    changes: tuple[tuple[str, object], ...] = ()
    at: int = 0
    xml: str = ""


def edit(
    of: str,
    says: str,
    *,
    text: str | None = None,
    insert: str | None = None,
    at: int = 0,
    xml: str = "",
    **changes: object,
) -> Edit:
    """Shorthand for an :class:`Edit`."""
    return Edit(of, says, text, insert, tuple(changes.items()), at, xml)


class Rule(Struct, frozen=True):
    """A rule: ``code`` is its id in the decree's list, ``clause`` where the decree says it.

    ``says`` is the requirement in one sentence, ``hint`` what to do; ``types`` the document types it is
    for (empty: all); ``custom`` marks what is common practice and not in the decree (a warning).
    """

    code: str
    clause: str
    says: str
    hint: str
    check: Callable[[Parts], Iterable[Found]]
    bad: tuple[Edit, ...]
    severity: Severity
    types: frozenset[str]


#: All rules by code, in the order in which they were defined.
RULES: dict[str, Rule] = {}


def rule(
    code: str,
    clause: str,
    says: str,
    hint: str,
    *,
    bad: Iterable[Edit] = (),
    severity: Severity = ERROR,
    types: Iterable[str] = (),
) -> Callable[[Callable[[Parts], Iterable[Found]]], Callable[[Parts], Iterable[Found]]]:
    """Register the decorated check as the rule ``code``."""

    def register(check: Callable[[Parts], Iterable[Found]]) -> Callable[[Parts], Iterable[Found]]:
        if code in RULES:
            raise ValueError(f"two rules {code}")
        RULES[code] = Rule(code, clause, says, hint, check, tuple(bad), severity, frozenset(types))
        return check

    return register


def nothing() -> Iterator[Found]:
    """No finding."""
    yield from ()
