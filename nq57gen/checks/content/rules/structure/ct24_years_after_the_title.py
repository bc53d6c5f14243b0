"""Results of a year after the one a report is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily

_SPAN = lazily(r"(?:giai đoạn|nhiệm kỳ)\D{0,8}20\d\d\s?[-–]\s?20\d\d", re.IGNORECASE)
_YEAR = lazily(r"(?<!\w)năm (20\d\d)(?!\d)", re.IGNORECASE)
_RESULTS = lazily(r"(?<!\w)(?:kết quả|tình hình)(?!\w)", re.IGNORECASE)
#: Such a title is about what is still to come.
_AHEAD = lazily(
    r"dự kiến|phương hướng|nhiệm vụ|kế hoạch|mục tiêu|phấn đấu|đăng ký|đến (?:hết |cuối )?năm|chỉ tiêu giao",
    re.IGNORECASE,
)


@rule(
    "CT-24",
    "Báo cáo không nêu kết quả của năm sau năm ghi ở trích yếu",
    "kiểm tra năm ghi ở trích yếu và ở đề mục",
    bad=[
        "@ xã Hưng Yên; ngày 20/6/2026; báo cáo; trích yếu: Kết quả thực hiện Nghị quyết số 57-NQ/TW 6 tháng "
        "đầu năm 2025\nI. KẾT QUẢ THỰC HIỆN 6 THÁNG ĐẦU NĂM 2026\nĐã thực hiện.",
        "@ xã Hưng Yên; ngày 20/6/2026; báo cáo; trích yếu: Kết quả thực hiện Nghị quyết 57 năm 2025\n"
        "I. KẾT QUẢ\nĐã thực hiện.\nPhụ lục I\nKẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2026",
    ],
    good=[
        "@ xã Hưng Yên; ngày 20/6/2026; báo cáo; trích yếu: Kết quả thực hiện Nghị quyết số 57-NQ/TW 6 tháng "
        "đầu năm 2026\nI. KẾT QUẢ THỰC HIỆN 6 THÁNG ĐẦU NĂM 2026\nII. KẾT QUẢ NĂM 2025\nĐã thực hiện.",
        "@ xã Hưng Yên; ngày 20/01/2026; báo cáo; trích yếu: Kết quả thực hiện Nghị quyết 57 năm 2025\n"
        "I. KẾT QUẢ NĂM 2025\nII. NHIỆM VỤ NĂM 2026\nIII. KẾT QUẢ THÁNG 01 NĂM 2026\nĐã thực hiện.",
        "@ xã Hưng Yên; ngày 20/01/2026; báo cáo; trích yếu: Kết quả năm 2025 và nhiệm vụ năm 2026\n"
        "I. TÌNH HÌNH NĂM 2026\nĐã thực hiện.",
    ],
)
def after_the_title(paper: Paper) -> Iterable[Found]:
    """Headings and titles with results of a later year, when none says the year of the subject."""
    subjects = [passage.text for passage in paper.passages if passage.kind is Kind.SUBJECT]
    years = _years(" ".join(subjects))
    if paper.document_type != "bao_cao" or len(years) != 1:
        return
    year = years.pop()
    heads = [
        (passage, _years(passage.text))
        for passage in paper.passages
        if passage.kind in (Kind.HEADING, Kind.TITLE) and _RESULTS.search(passage.text)
    ]
    if any(year in said for _, said in heads):
        return
    for passage, said in heads:
        if said and min(said) > year and not _AHEAD.search(passage.text):
            yield Found(passage.quoted(), f"năm {min(said)}, trong khi trích yếu ghi năm {year}")


def _years(text: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(_SPAN.sub(" ", text))}
