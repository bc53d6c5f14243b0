"""Offices of the appendices against those that the section “Tổ chức thực hiện” names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.offices import office_key, offices_in
from nq57gen.checks.content.paper import Kind, Paper, Passage, RowKind
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.once import once_a_document
from nq57gen.vietnamese.labels import parse_roman
from nq57gen.vietnamese.syllables import fold

_SECTION = re.compile(r"to chuc thuc hien|phan cong (?:nhiem vu|thuc hien|trach nhiem)")
_APPENDIX = re.compile(r"[Pp]hụ lục (?:số )?([IVX]+|\d{1,2})(?!\w)")
#: A section that names fewer offices does not go through them.
_LEAST_NAMED = 2


@once_a_document
def _assigned(paper: Paper) -> list[Passage]:
    """The titles under “Tổ chức thực hiện”, each an office."""
    for passage in paper.running():
        if passage.kind is Kind.HEADING and passage.rank and _SECTION.search(fold(passage.text).lower()):
            titles = [child for child in paper.children(passage) if child.number]
            if sum(bool(_key(title)) for title in titles) >= _LEAST_NAMED:
                return titles
    return []


def _key(title: Passage) -> str:
    return office_key(re.split(r"[:(]|(?<=\w) (?:có trách nhiệm|chủ trì)", title.text)[0])


@once_a_document
def _leads(paper: Paper) -> dict[str, list[tuple[str, int, str]]]:
    """Leading offices by key: as written, the part of the document, the place."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for grid in paper.grids:
        lead = roles(grid).lead
        for row in grid.rows if lead is not None and grid.part else ():
            cell = row.cells[lead] if lead is not None else row.cells[0]
            for office in offices_in(cell.text) if row.kind is RowKind.DATA else ():
                if key := office_key(office):
                    found.setdefault(key, []).append((office, grid.part, cell.place))
    return found


_PLAN = """IV. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
- Chủ trì các nhiệm vụ tại Phụ lục I.
2. {0}
- {1}
3. Công an phường
- Thực hiện nhiệm vụ tại Phụ lục I.
Phụ lục I
CHỈ TIÊU
| TT | Chỉ tiêu | Đơn vị tính | Kết quả | Đơn vị chủ trì |
| 1 | Một | % | 80 | Phòng VH-XH |
| 2 | Hai | % | 90 | Công an phường |
| 3 | Ba | % | 90 | {2} |"""
_HEALTH = "Trạm Y tế phường"


@rule(
    "NV-11",
    "Cơ quan chủ trì ở phụ lục được giao việc trong phần tổ chức thực hiện",
    "thêm một mục cho cơ quan này ở phần tổ chức thực hiện",
    bad=[_PLAN.format("Phòng Kinh tế", "Bố trí kinh phí.", "Trạm y tế phường")],
    good=[_PLAN.format(_HEALTH, "Chủ trì các nhiệm vụ tại Phụ lục I.", "Trạm y tế")],
)
def unnamed(paper: Paper) -> Iterable[Found]:
    """Leading offices that no title of the section names, all in one finding."""
    titles = _assigned(paper)
    if not titles:
        return
    keys = {_key(title) for title in titles}
    said = fold(
        " ".join(passage.full for title in titles for passage in (title, *paper.below(title)))
    ).lower()
    missing = [
        rows
        for key, rows in _leads(paper).items()
        if key not in keys and not any(fold(office).lower() in said for office, _, _ in rows)
    ]
    if missing:
        listed = ", ".join(f"“{rows[0][0]}” ({len(rows)} hàng, {rows[0][2]})" for rows in missing)
        first = missing[0][0]
        yield Found(f"{first[2]}: “{first[0]}”", f"phần tổ chức thực hiện không có mục nào cho {listed}")


@rule(
    "NV-12",
    "Cơ quan được giao chủ trì nhiệm vụ tại phụ lục có hàng chủ trì ở phụ lục đó",
    "bỏ phụ lục này khỏi mục của cơ quan, hoặc giao việc cho cơ quan trong phụ lục",
    bad=[_PLAN.format(_HEALTH, "Chủ trì các nhiệm vụ tại Phụ lục I.", "Công an phường")],
    good=[
        _PLAN.format(_HEALTH, "Chủ trì các nhiệm vụ tại Phụ lục I.", "Trạm y tế"),
        _PLAN.format(_HEALTH, "Phối hợp thực hiện nhiệm vụ tại Phụ lục I.", "Công an phường"),
    ],
)
def without_rows(paper: Paper) -> Iterable[Found]:
    """Offices told to lead what an appendix lists, that lead no row of it: all in one finding."""
    parts = {
        number: passage.part
        for passage in paper.passages
        if passage.kind is Kind.APPENDIX and (number := _number(passage.text))
    }
    grids = {grid.part for grid in paper.grids if roles(grid).lead is not None}
    found: list[tuple[str, str]] = []
    for title in _assigned(paper):
        key = _key(title)
        leads = {part for _, part, _ in _leads(paper).get(key, [])}
        told = {number: (passage, printed) for number, passage, printed in _told_to_lead(paper, title)}
        for number, (passage, printed) in told.items() if key else ():
            part = parts.get(number)
            if part in grids and part not in leads:
                said = f"“{title.text.strip(' :')}” ở {printed}"
                found.append((passage.quoted(max(0, passage.text.find(printed) - 40)), said))
    if found:
        yield Found(
            found[0][0], "không có hàng nào do cơ quan này chủ trì: " + "; ".join(said for _, said in found)
        )


def _told_to_lead(paper: Paper, title: Passage) -> Iterator[tuple[int, Passage, str]]:
    for passage in paper.below(title):
        if re.match(r"chu tri", fold(passage.text).lower()):
            for match in _APPENDIX.finditer(passage.text):
                if number := _number(match[0]):
                    yield number, passage, match[0]


def _number(text: str) -> int | None:
    match = _APPENDIX.search(text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else parse_roman(match[1])


@rule(
    "NV-13",
    "Cơ quan có mục riêng ở phần tổ chức thực hiện có việc trong phụ lục",
    "giao việc cho cơ quan trong phụ lục, hoặc dẫn phụ lục trong mục của cơ quan",
    bad=[_PLAN.format("Trung tâm Dịch vụ tổng hợp phường", "Đẩy mạnh tuyên truyền.", "Công an phường")],
    good=[_PLAN.format(_HEALTH, "Đẩy mạnh tuyên truyền.", "Trạm y tế")],
)
def without_work(paper: Paper) -> Iterable[Found]:
    """Offices with a title of their own and in no appendix, where the other titles refer to one."""
    titles = [title for title in _assigned(paper) if _key(title)]
    texts = {title.at: " ".join(passage.text for passage in paper.below(title)) for title in titles}
    referring = [title for title in titles if _APPENDIX.search(texts[title.at])]
    if len(referring) * 2 <= len(titles):
        return
    named = {
        office_key(office)
        for grid in paper.grids
        for row in grid.data
        for at in (roles(grid).lead, roles(grid).helper)
        if at is not None
        for office in offices_in(row.cells[at].text)
    }
    for title in titles:
        if title not in referring and _key(title) not in named:
            yield Found(
                f"{title.place}: “{title.text[:60]}”",
                "mục này không dẫn phụ lục, cơ quan không có ở hàng nào của phụ lục",
            )
