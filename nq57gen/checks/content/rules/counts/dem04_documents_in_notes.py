"""Numbers of documents issued against the footnotes that list them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.listings import Count, counts_in
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import ERROR, Found, rule

_DOCUMENTS = {
    "quyet dinh": "Quyết định",
    "ke hoach": "Kế hoạch",
    "cong van": "Công văn",
    "thong bao": "Thông báo",
}
#: A listing of documents names at least so many.
_LEAST_LISTED = 3


@rule(
    "DEM-04",
    "Số văn bản nêu trong bài bằng số văn bản liệt kê",
    "đếm lại: sửa con số hoặc bổ sung, bớt văn bản trong danh sách",
    severity=ERROR,
    bad=[
        "UBND xã đã ban hành 2 Quyết định, 4 Kế hoạch.\n[^1] Kế hoạch số 01/KH-UBND ngày "
        "02/7/2025 về việc thực hiện "
        "Kế hoạch số 02-KH/BCĐTW. Kế hoạch số 23/KH-UBND ngày 13/8/2025 về tuyên truyền. Kế "
        "hoạch số 24/KH-UBND ngày "
        "15/8/2025 về cải cách hành chính.",
        "UBND xã đã ban hành 3 Kế hoạch.\n[^1] Kế hoạch số 01/KH-UBND;\n[^1] Kế hoạch số 23/KH-UBND;\n"
        "[^1] Kế hoạch số 24/KH-UBND;\n[^1] Kế hoạch số 25/KH-UBND.",
    ],
    good=[
        "UBND xã đã ban hành 4 Kế hoạch.\n[^1] Kế hoạch số 01/KH-UBND;\n[^1] Kế hoạch số 23/KH-UBND;\n"
        "[^1] Kế hoạch số 24/KH-UBND;\n[^1] Kế hoạch số 25/KH-UBND.\n[^2] Kế hoạch số 02-KH/BCĐTW.",
        "UBND xã đã ban hành 2 Quyết định, 3 Kế hoạch.\n[^1] Kế hoạch số 01/KH-UBND ngày "
        "02/7/2025 về việc thực hiện "
        "Kế hoạch số 02-KH/BCĐTW. Kế hoạch số 23/KH-UBND ngày 13/8/2025 về tuyên truyền. Kế "
        "hoạch số 24/KH-UBND ngày "
        "15/8/2025 về cải cách hành chính.",
    ],
)
def documents(paper: Paper) -> Iterable[Found]:
    """“16 Kế hoạch” against the footnote or bracket that lists plans."""
    listed = _listed_in_notes(paper)
    told: dict[tuple[str, int], list[str]] = {}
    first: dict[tuple[str, int], str] = {}
    for passage, one in _announced_documents(paper):
        notes = listed.get(one.thing, {})
        if notes and one.number not in {*notes.values(), sum(notes.values())}:
            key = one.thing, one.number
            told.setdefault(key, []).append(passage.place)
            first.setdefault(key, passage.quoted(one.start, one.end + 10))
    for (thing, number), places in told.items():
        note, size = max(listed[thing].items(), key=lambda item: item[1])
        more = f", và ở {', '.join(places[1:])}" if places[1:] else ""
        yield Found(first[thing, number], f"ghi {number} {_DOCUMENTS[thing]}, {note} liệt kê {size}{more}")


def _listed_in_notes(paper: Paper) -> dict[str, dict[str, int]]:
    """How many documents of each kind each footnote lists, in all its paragraphs together."""
    found: dict[str, Counter[str]] = {}
    for passage in paper.passages:
        if passage.kind is Kind.NOTE:
            note = passage.place.partition(",")[0]
            for thing, name in _DOCUMENTS.items():
                number = len(re.findall(rf"(?:^|[.;(\n])[\s+–-]*{name} số:? ?\S*\d", passage.text))
                found.setdefault(thing, Counter())[note] += number
    lists = {
        thing: {note: number for note, number in notes.items() if number >= _LEAST_LISTED}
        for thing, notes in found.items()
    }
    return {thing: notes for thing, notes in lists.items() if notes}


def _announced_documents(paper: Paper) -> Iterator[tuple[Passage, Count]]:
    for passage in paper.running():
        if passage.kind is not Kind.NOTE and "ban hành" in passage.text.lower():
            yield from ((passage, one) for one in counts_in(passage.text) if one.whole is None)
