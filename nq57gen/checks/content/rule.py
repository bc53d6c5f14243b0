"""What a rule over the content is: one function with its words and its good and bad examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nq57gen.checks.content.paper import Paper
from nq57gen.diagnostics import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

#: The families, by the letters their codes begin with.
FAMILIES = {
    "SO": "Số liệu và phép tính",
    "DEM": "Số đếm",
    "VB": "Viện dẫn văn bản",
    "DV": "Đơn vị, cơ quan, địa danh",
    "CT": "Cấu trúc",
    "NV": "Chỉ tiêu, nhiệm vụ",
    "NN": "Ngôn ngữ, chính tả",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One place that breaks a rule: where (see ``Passage.quoted``), what is there, and what to do here.

    ``got`` is a Vietnamese sentence part with the values found and the value computed ("219 + 138 + 21 = 378,
    trong khi ghi 377"); ``hint`` replaces the rule's own when this place has a better one.
    """

    place: str
    got: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: ``code`` ("SO-01"), ``says`` what must hold in one sentence, ``hint`` what to do.

    ``bad`` and ``good`` are examples in the notation of :mod:`nq57gen.checks.content.from_text`: each bad one
    has exactly one finding of this rule, each good one none.
    """

    code: str
    says: str
    hint: str
    check: Callable[[Paper], Iterable[Found]]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    severity: Severity


#: All rules by code, in the order in which they were defined.
RULES: dict[str, Rule] = {}


def rule(
    code: str,
    says: str,
    hint: str,
    *,
    bad: Iterable[str],
    good: Iterable[str] = (),
    severity: Severity = WARNING,
) -> Callable[[Callable[[Paper], Iterable[Found]]], Callable[[Paper], Iterable[Found]]]:
    """Register the decorated check as the rule ``code``."""

    def register(check: Callable[[Paper], Iterable[Found]]) -> Callable[[Paper], Iterable[Found]]:
        if code in RULES:
            raise ValueError(f"two rules {code}")
        RULES[code] = Rule(code, says, hint, check, tuple(bad), tuple(good), severity)
        return check

    return register
