"""Results measured on another whole than their plan."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.judged import PLANNED, judged_lines, meets
from nq57gen.patterns import lazily
from nq57gen.vietnamese.values import Evaluation

_SUBJECT = lazily(r"T[ỷỉ] lệ (thủ tục hành chính|hồ sơ|doanh nghiệp|hộ|người dân|văn bản)[^(:]*")
_NAMED = lazily(r"\d ?%(?: trở lên)? ((?!trở )(?:[^\W\d]+(?: |(?=\)))){3,})\)")


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
    for line in judged_lines(paper):
        figures = line.results
        text = line.passage.text
        verdicts_of = [meets(line.plan, figure) for figure in figures]
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
        plan = PLANNED.search(text)
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
