"""Results against what was planned, and against the “đạt” or “chưa đạt” said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.listings import listings
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.quantities import Quantity, quantities
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.vietnamese.values import Evaluation, UnreadableValue, evaluate

_PLAN = re.compile(
    r"\((?:KH|[Kk]ế hoạch|[Cc]hỉ tiêu|[Mm]ục tiêu|[Gg]iao)(?!\w)[^()]*?(?P<value>(?:có )?(?:từ "
    r"|trên |ít nhất |tối thiểu |≥ ?|> ?)?\d[^()]*)\)"
)
_CLAIM = re.compile(r"(chưa đạt|không đạt|chưa đánh giá|vượt|đạt)", re.IGNORECASE)
_WITHOUT_FIGURE = re.compile(
    r"(?:đều )?(?:hoàn thành|đạt|vượt)(?: và vượt)? (?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu|yêu cầu)",
    re.IGNORECASE,
)
_RESULT = re.compile(r"(?:đạt|bằng|là|giải quyết|được|:)\s*$", re.IGNORECASE)
_SUBJECT = re.compile(r"T[ỷỉ] lệ (thủ tục hành chính|hồ sơ|doanh nghiệp|hộ|người dân|văn bản)[^(:]*")
_NAMED = re.compile(r"\d ?%(?: trở lên)? ((?!trở )(?:[^\W\d]+(?: |(?=\)))){3,})\)")
_FAILED, _MET = ("chưa đạt", "không đạt"), ("đạt", "vượt")


@dataclass(frozen=True, slots=True)
class _Line:
    """One target of a list: its planned value, the figures reached, and what the list says of it."""

    passage: Passage
    plan: str
    plan_at: int
    results: tuple[Quantity, ...]
    claim: str


def _lines(paper: Paper) -> Iterator[_Line]:
    """The lines with a plan in brackets, in lists whose opening says “đạt” or “chưa đạt”."""
    for listing in listings(paper):
        if not any(one.thing in ("chi tieu", "muc tieu", "noi dung", "nhiem vu") for one in listing.counts):
            continue
        claim = _claim(listing.passage.text)
        for passage in listing.lines if claim else ():
            plan = _PLAN.search(passage.text)
            if plan:
                planned = re.sub(r"^có ", "", plan["value"]).split(" giao ")[0].strip()
                yield _Line(passage, planned, plan.start(), tuple(_results(passage.text)), claim)


def _claim(opening: str) -> str:
    """What the opening of a list says of all its lines: the whole, or its last sentence; "" when mixed."""
    for text in (opening, re.split(r"(?<=[.)])\s+(?=[A-ZĐ])", opening)[-1]):
        said = [match[1].lower() for match in _CLAIM.finditer(text)]
        if said and (set(said) <= set(_MET) or len(set(said)) == 1):
            return said[0]
    return ""


def _results(text: str) -> Iterator[Quantity]:
    """The percentages of a line outside brackets that come after “đạt”, “bằng” ..."""
    bracketed = [match.span() for match in re.finditer(r"\([^()]*\)", text)]
    for figure in quantities(text):
        inside = any(start <= figure.start < end for start, end in bracketed)
        if not inside and (figure.percent or _RESULT.search(text[: figure.start])):
            yield figure


def _meets(plan: str, result: Quantity) -> Evaluation:
    """Whether a figure reaches a plan; open when either cannot be read."""
    try:
        return evaluate(plan, result.written.replace(" ", ""))
    except UnreadableValue:
        return Evaluation.CHUA_DANH_GIA


@rule(
    "NV-05",
    "Kết quả phù hợp với nhận xét “đạt”, “chưa đạt”",
    "chuyển chỉ tiêu sang đúng nhóm, hoặc kiểm tra số kết quả và kế hoạch",
    severity=ERROR,
    bad=[
        "* Có 1/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ dịch vụ công trực tuyến đạt 58,8% (KH có từ 80% trở lên).",
        "* Có 1/2 chỉ tiêu chưa đạt kế hoạch:\n- Tỷ lệ dịch vụ công trực tuyến đạt 88,8% (KH từ "
        "80% trở lên).",
        "| TT | Chỉ tiêu | Kế hoạch | Kết quả | Đánh giá |\n| 1 | Tỷ lệ số hóa | ≥ 80% | 75% | Đạt |",
        "Tỷ lệ hồ sơ trực tuyến đạt 58,8%, vượt kế hoạch đề ra (kế hoạch 80%).",
    ],
    good=[
        "* Có 1/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ dịch vụ công trực tuyến đạt 88,8% (KH có từ 80% trở lên).\n"
        "* Có 1/2 chỉ tiêu chưa đạt:\n- Tỷ lệ khác đạt 95% (KH 100%).",
        "| TT | Chỉ tiêu | Kế hoạch | Kết quả | Đánh giá |\n| 1 | Tỷ lệ số hóa | ≥ 80% | 75% | Chưa đạt |",
        "Có 1 chỉ tiêu đạt, 1 chỉ tiêu chưa đạt. Các chỉ tiêu chưa đạt, chưa đánh giá gồm:\n"
        "- Tỷ lệ số hóa đạt 64% (kế hoạch ≥ 70%).",
        "* Có 1/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ chi đạt 1,2%/tổng chi quản lý, đạt 0,4%/tổng "
        "chi ngân sách (KH từ 1%).",
    ],
)
def verdicts(paper: Paper) -> Iterable[Found]:
    """Lists under “đạt” or “chưa đạt”, sentences that claim, and tables with plan, result and verdict."""
    for line in _lines(paper):
        verdicts_of = {_meets(line.plan, result) for result in line.results}
        if len(verdicts_of) == 1:
            found = verdicts_of.pop()
            if (found is Evaluation.CHUA_DAT and line.claim in _MET) or (
                found is Evaluation.DAT and line.claim in _FAILED
            ):
                figure = line.results[0]
                said = f"kết quả {figure.written}, kế hoạch “{line.plan}”, nhưng xếp vào nhóm {line.claim}"
                yield Found(line.passage.quoted(figure.start, figure.end), said)
    listed = {line.passage.at for line in _lines(paper)}
    for passage in paper.running():
        plan = _PLAN.search(passage.text)
        if not plan or passage.at in listed:
            continue
        claim = re.search(
            r"(chưa đạt|không đạt|vượt|đạt) (?:và vượt )?(?:kế hoạch|chỉ tiêu|mục tiêu)", passage.text
        )
        results = list(_results(passage.text))
        if claim and len(results) == 1 and len(_PLAN.findall(passage.text)) == 1:
            planned = re.sub(r"^có ", "", plan["value"])
            verdict = _meets(planned, results[0])
            failed = claim[1] in _FAILED
            if (verdict is Evaluation.DAT and failed) or (verdict is Evaluation.CHUA_DAT and not failed):
                yield Found(
                    passage.quoted(results[0].start, claim.end()),
                    f"kết quả {results[0].written}, kế hoạch “{planned}”, nhưng ghi “{claim[0]}”",
                )
    yield from _in_tables(paper)


def _in_tables(paper: Paper) -> Iterator[Found]:
    for grid in paper.grids:
        columns = roles(grid)
        if columns.plan is None or columns.result is None or columns.verdict is None:
            continue
        for row in grid.data:
            plan, result, verdict = (
                row.cells[at].text.strip() for at in (columns.plan, columns.result, columns.verdict)
            )
            claim = _CLAIM.match(verdict)
            if not claim:
                continue
            try:
                found = evaluate(plan, result)
            except UnreadableValue:
                continue
            said = claim[1].lower()
            if (found is Evaluation.CHUA_DAT and said in _MET) or (
                found is Evaluation.DAT and said in _FAILED
            ):
                yield Found(
                    f"{row.cells[columns.verdict].place}: “{row.text[:60]}”",
                    f"kế hoạch “{plan}”, kết quả “{result}”, nhưng đánh giá “{verdict}”",
                )


@rule(
    "NV-06",
    "Kết quả của một chỉ tiêu tính trên một cơ sở, đúng cơ sở của kế hoạch",
    "giữ giá trị tính trên cơ sở mà kế hoạch giao, rồi đánh giá lại đạt hay chưa đạt",
    bad=[
        "* Có 1/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ chi đạt 1,2%/tổng chi quản lý, đạt 0,4%/tổng "
        "chi ngân sách (KH từ 1%).",
        "* Có 1/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ giao dịch thanh toán trực tuyến đạt 75,2% (KH "
        "60% trở lên giao dịch "
        "không dùng tiền mặt).",
        "* Có 1/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ thủ tục hành chính được giải quyết phi địa "
        "giới (KH từ 70% trở lên): giải "
        "quyết 100% hồ sơ.",
    ],
    good=["* Có 1/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ hồ sơ được số hóa đạt 99% hồ sơ (KH có từ 70% trở lên)."],
)
def bases(paper: Paper) -> Iterable[Found]:
    """Two results that judge differently, a plan that names something else, a result of something else."""
    for line in _lines(paper):
        figures = line.results
        text = line.passage.text
        verdicts_of = [_meets(line.plan, figure) for figure in figures]
        if Evaluation.DAT in verdicts_of and Evaluation.CHUA_DAT in verdicts_of:
            said = ", ".join(
                f"{figure.written} {'đạt' if verdict is Evaluation.DAT else 'không đạt'}"
                for figure, verdict in zip(figures, verdicts_of, strict=True)
            )
            failed = figures[verdicts_of.index(Evaluation.CHUA_DAT)]
            yield Found(
                line.passage.quoted(failed.start, line.plan_at),
                f"hai kết quả trên hai cơ sở so với kế hoạch “{line.plan}”: {said}",
            )
            continue
        subject = _SUBJECT.match(text)
        plan = _PLAN.search(text)
        other = _NAMED.search(plan[0]) if plan else None
        if other and other[1].strip().lower() not in text[: line.plan_at].lower():
            reached = text[: line.plan_at].strip()[:70]
            said = f"kế hoạch tính trên “{other[1].strip()}”, kết quả là của “{reached}…”"
            yield Found(line.passage.quoted(line.plan_at), said)
        elif subject and len(figures) == 1 and figures[0].unit:
            counted = re.match(
                r"(?:số )?(hồ sơ|thủ tục|doanh nghiệp|hộ|người|văn bản)", text[figures[0].end :].strip()
            )
            if (
                counted
                and not subject[1].lower().startswith(counted[1])
                and counted[1] not in subject[0].lower()
            ):
                yield Found(
                    line.passage.quoted(0, figures[0].end + 7),
                    f"chỉ tiêu tính trên “{subject[1]}”, kết quả tính trên “{counted[1]}”",
                )


@rule(
    "NV-07",
    "Chỉ tiêu được đánh giá đạt có số liệu kết quả",
    "ghi kết quả đạt bao nhiêu, như các chỉ tiêu khác",
    bad=[
        "* Có 2/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ hồ sơ được số hóa đạt 99% (KH 70%).\n- Tỷ lệ "
        "cơ sở dữ liệu liên thông "
        "(KH 50%) đạt kế hoạch đề ra.",
    ],
    good=[
        "* Có 2/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ hồ sơ được số hóa đạt 99% (KH 70%).\n- Tỷ lệ "
        "cơ sở dữ liệu liên thông đạt "
        "62% (KH 50%), vượt kế hoạch đề ra.",
        "* Có 1/2 chỉ tiêu chưa đánh giá:\n- Chỉ số chuyển đổi số cấp phường (KH từ 0,6 trở lên).",
    ],
)
def figures_missing(paper: Paper) -> Iterable[Found]:
    """Lines with a plan, no figure reached, in a list that says “đạt” or “chưa đạt”."""
    for line in _lines(paper):
        if line.results or line.claim == "chưa đánh giá":
            continue
        claim = _WITHOUT_FIGURE.search(line.passage.text)
        start = claim.start() if claim else line.plan_at
        said = f"kế hoạch “{line.plan}”, " + (f"chỉ ghi “{claim[0]}”" if claim else "không ghi kết quả")
        yield Found(line.passage.quoted(start, claim.end() if claim else None), said)
