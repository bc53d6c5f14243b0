"""Results against the “đạt” or “chưa đạt” said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import GridRow, Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.targets.judged import (
    CLAIM,
    FAILED,
    MET,
    PLANNED,
    judged_lines,
    meets,
    results_in,
)
from nq57gen.vietnamese.values import Evaluation, UnreadableValue, evaluate


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
    for line in judged_lines(paper):
        verdicts_of = {meets(line.plan, result) for result in line.results}
        if len(verdicts_of) == 1:
            found = verdicts_of.pop()
            if (found is Evaluation.CHUA_DAT and line.claim in MET) or (
                found is Evaluation.DAT and line.claim in FAILED
            ):
                figure = line.results[0]
                said = f"kết quả {figure.written}, kế hoạch “{line.plan}”, nhưng xếp vào nhóm {line.claim}"
                yield Found(line.passage.quoted(figure.start, figure.end), said)
    listed = {line.passage.at for line in judged_lines(paper)}
    for passage in paper.running():
        plan = PLANNED.search(passage.text)
        if not plan or passage.at in listed:
            continue
        claim = re.search(
            r"(chưa đạt|không đạt|vượt|đạt) (?:và vượt )?(?:kế hoạch|chỉ tiêu|mục tiêu)", passage.text
        )
        results = list(results_in(passage.text))
        if claim and len(results) == 1 and len(PLANNED.findall(passage.text)) == 1:
            planned = re.sub(r"^có ", "", plan["value"])
            verdict = meets(planned, results[0])
            failed = claim[1] in FAILED
            if (verdict is Evaluation.DAT and failed) or (verdict is Evaluation.CHUA_DAT and not failed):
                yield Found(
                    passage.quoted(results[0].start, claim.end()),
                    f"kết quả {results[0].written}, kế hoạch “{planned}”, nhưng ghi “{claim[0]}”",
                )
    yield from _in_tables(paper)


def _name(row: GridRow, column: int | None) -> str:
    """The target of a row, to begin a message with."""
    name = row.cells[column].shown.replace("\n", " ").strip() if column is not None else ""
    return f"“{name[:80]}” có " if name else ""


def _in_tables(paper: Paper) -> Iterator[Found]:
    for grid in paper.grids:
        columns = roles(grid)
        if columns.plan is None or columns.result is None or columns.verdict is None:
            continue
        for row in grid.data:
            cells = [row.cells[at] for at in (columns.plan, columns.result, columns.verdict)]
            plan, result, verdict = (cell.shown.strip() for cell in cells)
            claim = CLAIM.match(verdict)
            if not claim or all(cell.covered for cell in cells):
                continue
            try:
                found = evaluate(plan, result)
            except UnreadableValue:
                continue
            said = claim[1].lower()
            if (found is Evaluation.CHUA_DAT and said in MET) or (found is Evaluation.DAT and said in FAILED):
                yield Found(
                    f"{row.cells[columns.verdict].place}: “{verdict[:60]}”",
                    f"{_name(row, columns.name)}kế hoạch “{plan}”, kết quả “{result}”, "
                    f"nhưng đánh giá “{verdict}”",
                )
