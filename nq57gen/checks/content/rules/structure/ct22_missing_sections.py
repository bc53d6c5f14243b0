"""Sections of the document itself that the text names and that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.labels import CLAUSE, DECIMAL, PART, POINT, ROMAN
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.quantities import sentences
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily
from nq57gen.vietnamese.labels import LETTERS, parse_roman

_OWN = r"(?: (?:của |thuộc )?(?:Kế hoạch|Báo cáo|[Vv]ăn bản) này)"
_SECTION = lazily(
    r"(?<!\w)(?:(?:[Đđ]iểm (?P<point>[a-zđ]),? )?[Kk]hoản (?P<clause>\d{1,2}),? )?"
    r"(?:[Mm]ục|[Pp]hần) (?P<number>[IVX]+)(?:\.(?P<below>\d{1,2})(?:\.\d+)*)?(?![\w./-]\w)"
    rf"(?P<own>{_OWN})?"
)
#: A sentence that names a document or a table may mean a section of that.
_OTHER = lazily(
    r"Kế hoạch|KẾ HOẠCH|Báo cáo|Nghị|Quyết định|Công (?:văn|điện)|Thông|Chỉ thị|Đề án|Chương trình|Phụ lục"
    r"|Luật|Hướng dẫn|Kết luận|Tờ trình|Quy|Biểu|Bảng|Danh mục|Dự án|Chiến lược|Hợp đồng|văn bản|\d[/-][A-ZĐ]"
)


@rule(
    "CT-22",
    "Mục được dẫn của chính văn bản này phải có trong văn bản",
    "sửa số của mục được dẫn",
    bad=[
        "I. MỤC ĐÍCH\nThực hiện theo mục VII của Kế hoạch này.\nII. NHIỆM VỤ\nCác phòng thực hiện.",
        "I. MỤC ĐÍCH\nCác phòng thực hiện như nêu tại mục V.3.\nII. NHIỆM VỤ\nCác phòng thực hiện.",
        "I. MỤC ĐÍCH\n1. Một.\nII. NHIỆM VỤ\n1. Hai.\nLàm theo điểm c khoản 2 mục II.",
        "I. MỤC ĐÍCH\n1. Một.\nII. NHIỆM VỤ\n1. Hai.\na) Họp.\nb) Họp.\nLàm theo điểm c khoản 1 mục II.",
        "I. MỤC ĐÍCH\nThực hiện theo mục VII.1.2.\nII. NHIỆM VỤ\nCác phòng thực hiện.",
        "I. MỤC ĐÍCH\n1. Một.\nII. NHIỆM VỤ\n1. Hai.\n2. Ba.\nNhư mục II.3 Kế hoạch này.",
    ],
    good=[
        "I. MỤC ĐÍCH\nThực hiện theo mục II của Kế hoạch này.\nII. NHIỆM VỤ\nCác phòng thực hiện.",
        "I. MỤC ĐÍCH\nThực hiện theo mục VII Kế hoạch số 91/KH-UBND.\nII. NHIỆM VỤ\nCác phòng thực hiện.",
        "I. MỤC ĐÍCH\nTheo Nghị quyết số 57-NQ/TW, nhiệm vụ tại mục VII, khoản 3 mục I.\nII. NHIỆM VỤ\nHọp.",
        "I. MỤC ĐÍCH\n1. Một.\nII. NHIỆM VỤ\n1. Hai.\na) Họp.\nb) Họp.\nLàm theo điểm b khoản 1 mục II.",
        "I. MỤC ĐÍCH\n1.1. Một.\nII. NHIỆM VỤ\n2.1. Hai.\n| TT | Tên |\n| 1 | A |\n2.2. Ba.\nNhư mục II.2.",
        "I. MỤC ĐÍCH\nLàm như mục II.1.\nII. NHIỆM VỤ\n- Một.",
    ],
)
def sections(paper: Paper) -> Iterable[Found]:
    """“mục VII”, “điểm c khoản 2 mục II” against the sections with Roman numbers and what they hold."""
    have: dict[int, list[Passage]] = {}
    for passage in paper.passages:
        if passage.kind in (Kind.HEADING, Kind.ITEM) and passage.rank in (PART, ROMAN) and passage.number:
            have.setdefault(passage.number[0], []).append(passage)
    for passage in paper.text_and_cells() if have else ():
        for start, sentence in sentences(passage.text):
            for match in _SECTION.finditer(sentence):
                meant = match["own"] or (passage.running and not passage.part and not _OTHER.search(sentence))
                told = _missing(paper, match, have) if meant else ""
                if told:
                    yield Found(
                        passage.quoted(start + match.start(), start + match.end()),
                        f"“{match.group()}”, {told}",
                    )


def _missing(paper: Paper, said: re.Match[str], have: dict[int, list[Passage]]) -> str:
    """What the document has instead of the section, its clause or point; "" when they are there."""
    number = parse_roman(said["number"])
    if not number:
        return ""
    if number not in have:
        return f"văn bản chỉ có {', '.join(_label(ones[0]) for ones in have.values())}"
    where = f"mục {said['number']}"
    held = [one for section in have[number] for one in _numbered(paper, section)]
    clauses = [one for one in held if one.rank in (CLAUSE, DECIMAL)]
    clause = said["clause"] or said["below"]
    if not clause or not clauses:
        return ""
    meant = [one for one in clauses if one.number[-1] == int(clause)]
    if not meant:
        return f"{where} chỉ có khoản {', '.join(map(_label, clauses))}"
    points = [one for clause in meant for one in _numbered(paper, clause) if one.rank == POINT]
    letter = said["point"]
    if not letter or not points or any(one.number == (LETTERS.index(letter) + 1,) for one in points):
        return ""
    return f"khoản {_label(meant[0])} {where} chỉ có điểm {', '.join(map(_label, points))}"


def _numbered(paper: Paper, above: Passage) -> Iterator[Passage]:
    """What is numbered below a passage, behind its tables too."""
    for other in paper.passages[above.at + 1 :]:
        if other.part != above.part or 0 < other.rank <= above.rank:
            return
        if other.number and other.rank:
            yield other


def _label(passage: Passage) -> str:
    return passage.label.rstrip(" .:)")
