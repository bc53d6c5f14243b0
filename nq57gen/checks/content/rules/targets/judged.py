"""The lines of a list that says of its targets “đạt” or “chưa đạt”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nq57gen.checks.content.listings import listings
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.quantities import Quantity, quantities
from nq57gen.patterns import lazily
from nq57gen.vietnamese.values import Evaluation, UnreadableValue, evaluate

#: The planned value in brackets behind a target.
PLANNED = lazily(
    r"\((?:KH|[Kk]ế hoạch|[Cc]hỉ tiêu|[Mm]ục tiêu|[Gg]iao)(?!\w)[^()]*?(?P<value>(?:có )?(?:từ "
    r"|trên |ít nhất |tối thiểu |≥ ?|> ?)?\d[^()]*)\)"
)
#: What is said of a result; and which of it says that the plan was missed, or met.
CLAIM = lazily(r"(chưa đạt|không đạt|chưa đánh giá|vượt|đạt)", re.IGNORECASE)
FAILED, MET = ("chưa đạt", "không đạt"), ("đạt", "vượt")
_RESULT = lazily(r"(?:đạt|bằng|là|giải quyết|được|:)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judged:
    """One target of a list: its planned value, the figures reached, and what the list says of it."""

    passage: Passage
    plan: str
    plan_at: int
    results: tuple[Quantity, ...]
    claim: str


def judged_lines(paper: Paper) -> Iterator[Judged]:
    """The lines with a plan in brackets, in lists whose opening says “đạt” or “chưa đạt”."""
    for listing in listings(paper):
        if not any(one.thing in ("chi tieu", "muc tieu", "noi dung", "nhiem vu") for one in listing.counts):
            continue
        claim = _claim(listing.passage.text)
        for passage in listing.lines if claim else ():
            plan = PLANNED.search(passage.text)
            if plan:
                planned = re.sub(r"^có ", "", plan["value"]).split(" giao ")[0].strip()
                yield Judged(passage, planned, plan.start(), tuple(results_in(passage.text)), claim)


def _claim(opening: str) -> str:
    """What the opening of a list says of all its lines: the whole, or its last sentence; "" when mixed."""
    for text in (opening, re.split(r"(?<=[.)])\s+(?=[A-ZĐ])", opening)[-1]):
        said = [match[1].lower() for match in CLAIM.finditer(text)]
        if said and (set(said) <= set(MET) or len(set(said)) == 1):
            return said[0]
    return ""


def results_in(text: str) -> Iterator[Quantity]:
    """The percentages of a line outside brackets that come after “đạt”, “bằng” ..."""
    bracketed = [match.span() for match in re.finditer(r"\([^()]*\)", text)]
    for figure in quantities(text):
        inside = any(start <= figure.start < end for start, end in bracketed)
        if not inside and (figure.percent or _RESULT.search(text[: figure.start])):
            yield figure


def meets(plan: str, result: Quantity) -> Evaluation:
    """Whether a figure reaches a plan; open when either cannot be read."""
    try:
        return evaluate(plan, result.written.replace(" ", ""))
    except UnreadableValue:
        return Evaluation.CHUA_DANH_GIA
