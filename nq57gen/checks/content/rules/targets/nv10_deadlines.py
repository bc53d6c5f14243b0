"""Deadlines outside the time of the plan."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.counted import year_of
from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.examples import TASK_HEAD, TASK_ROW, TASK_ROWS
from nq57gen.checks.content.rules.targets.task_rows import numbered, row_name
from nq57gen.patterns import lazily

_DATE = lazily(r"ngày (\d{1,2})/(\d{1,2})/(\d{4})|ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
_DEADLINES = lazily(
    r"(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/(?P<year>20\d\d)|[Qq]uý (?P<quarter>IV|I{1,3}"
    r"|[1-4])[/ -](?:năm )?(?P<qyear>20\d\d)"
    r"|[Tt]háng (?P<tmonth>\d{1,2})(?:/| năm )(?P<tyear>20\d\d)|[Nn]ăm (?P<only>20\d\d)"
)
_QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12, "1": 3, "2": 6, "3": 9, "4": 12}
#: So few days are left for a task when its deadline ends so soon after the plan's basis.
_SHORT_TIME = 20
_REPORT = "bao_cao"


@rule(
    "NV-10",
    "Thời hạn của nhiệm vụ nằm trong thời gian của kế hoạch và sau các căn cứ của nó",
    "ghi lại thời hạn",
    bad=[
        "@ phường Minh Hưng; năm 2026; trích yếu: Triển khai năm 2026\n"
        + TASK_HEAD
        + TASK_ROWS
        + TASK_ROW.format(4, "Quý I/2025"),
        "@ phường Minh Hưng; ngày 05/3/2026; năm 2026; trích yếu: Triển khai năm 2026\n"
        + TASK_HEAD
        + TASK_ROWS
        + TASK_ROW.format(4, "Quý II/2027"),
        "@ phường Minh Hưng; năm 2025\nCăn cứ Kế hoạch số 30-KH/ĐU ngày 13/10/2025 của Đảng ủy phường;\n"
        + TASK_HEAD
        + TASK_ROW.format(1, "10/2025"),
    ],
    good=[
        "@ phường Minh Hưng; ngày 05/3/2026; năm 2026\nCăn cứ Kế hoạch số 91/KH-UBND ngày 12/02/2026;\n"
        + TASK_HEAD
        + TASK_ROWS
        + TASK_ROW.format(4, "Quý II/2026")
        + TASK_ROW.format(5, "Thường xuyên")
        + TASK_ROW.format(6, "Năm 2026"),
        "@ phường Minh Hưng; ngày 05/12/2026; năm 2026; báo cáo; trích yếu: Kết quả năm 2026\n"
        + TASK_HEAD
        + TASK_ROW.format(1, "Quý I/2026")
        + TASK_ROW.format(2, "Quý II/2027"),
        "@ phường Minh Hưng; ngày 05/3/2026; năm 2026\nCăn cứ Kế hoạch số 91/KH-UBND ngày 12/02/2027;\n"
        + TASK_HEAD
        + TASK_ROW.format(1, "Quý II/2026"),
        "@ phường Minh Hưng; năm 2026\nCăn cứ Kế hoạch số 91/KH-UBND ngày 12/02/2027;\n"
        + TASK_HEAD
        + TASK_ROW.format(1, "Quý II/2026"),
    ],
)
def deadlines(paper: Paper) -> Iterable[Found]:
    """Deadlines before the plan, too soon after its latest basis, or after the only year it is for.

    A report tells of deadlines that have passed and of those of the next year: it may name any.
    """
    if paper.document_type == _REPORT:
        return
    latest = year_of(paper) or paper.year or datetime.MAXYEAR
    bases = (day for day in _basis_dates(paper) if day.year <= latest)
    start = paper.date or max(bases, default=None)
    of = "của kế hoạch" if paper.date else "của căn cứ mới nhất"
    subject = next((passage.text for passage in paper.passages if passage.kind is Kind.SUBJECT), "")
    years = {int(year) for year in re.findall(r"(?<!tháng \d )(?<!tháng \d\d )năm (20\d\d)", subject)}
    told: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for grid in paper.grids:
        columns = roles(grid)
        if columns.deadline is None or columns.stages:
            continue
        for number, row in numbered(grid):
            cell = row.cells[columns.deadline]
            if cell.covered:
                continue
            for text, end in _ends(cell.text):
                said = _wrong(text, end, start, of, max(years, default=0) if years == {paper.year} else 0)
                if said:
                    told.setdefault(said, []).append(number)
                    first.setdefault(
                        said, f"{cell.place}: “{cell.text.strip()[:60]}”, “{row_name(row, columns)[:60]}”"
                    )
    for said, numbers in told.items():
        yield Found(first[said], f"{said} (hàng {', '.join(numbers)})")


def _wrong(text: str, end: datetime.date, start: datetime.date | None, of: str, year: int) -> str:
    """What is wrong with a deadline; ``start`` is the day ``of`` the plan or of its latest basis."""
    if start and end < start:
        return f"“{text}” kết thúc trước ngày {start:%d/%m/%Y} {of}"
    if start and (end - start).days < _SHORT_TIME:
        return f"“{text}” chỉ còn {(end - start).days} ngày kể từ ngày {start:%d/%m/%Y} {of}"
    if year and end.year > year:
        return f"“{text}” sau năm {year} của kế hoạch"
    if year and end.year < year:
        return f"“{text}” trước năm {year} của kế hoạch"
    return ""


def _basis_dates(paper: Paper) -> Iterator[datetime.date]:
    for passage in paper.passages:
        if passage.kind is Kind.BASIS:
            for match in _DATE.finditer(passage.text):
                day, month, year = (int(number) for number in match.groups() if number)
                if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
                    yield datetime.date(year, month, day)


def _ends(text: str) -> Iterator[tuple[str, datetime.date]]:
    """The deadlines of a cell with the last day of each."""
    for match in _DEADLINES.finditer(text):
        year = int(match["year"] or match["qyear"] or match["tyear"] or match["only"])
        month = int(match["month"] or match["tmonth"] or 0) or _QUARTERS.get(match["quarter"] or "", 12)
        if not 1 <= month <= 12:
            continue
        last = calendar.monthrange(year, month)[1]
        day = min(int(match["day"] or last), last) or last
        yield match[0], datetime.date(year, month, day)
