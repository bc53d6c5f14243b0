"""Whether the mentions of one document agree: one date, one number, said in full once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from itertools import combinations

from nq57gen.checks.content.catalogue import words_of
from nq57gen.checks.content.counted import level_of, run_of
from nq57gen.checks.content.issuers import written_by
from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.citations_central import misdated
from nq57gen.checks.content.wording import others
from nq57gen.vietnamese.dates import short_date

#: Titles are the same when so much of the shorter one is in the other.
_SAME = 0.8
#: Titles of so many words are others when so little of the shorter one is in the other.
_LONG_TITLE, _OTHER = 6, 0.3
#: Kinds of which no two bear one title on one day; decisions do.
_ONE_A_TITLE = frozenset({"kế hoạch", "nghị quyết", "chương trình", "chỉ thị", "nghị định", "thông tư"})


def _may_be_one(paper: Paper, one: Mention, other: Mention) -> bool:
    """Whether two mentions with one number can be of one document: one issuer, one run of numbers."""
    first, second = one.issuer_key, other.issuer_key
    if first and second and (first[0] != second[0] or level_of(paper, one) != level_of(paper, other)):
        return False
    if not (first and second) and one.end_part.upper() in ("UBND", "HĐND", "BCĐ", "ĐU") and first != second:
        return _alike(one.title, other.title)
    if one.date and other.date and one.date.replace(year=2000) == other.date.replace(year=2000):
        return True
    first_run = run_of(one)
    apart = bool(one.title and other.title) and not _alike(one.title, other.title)
    return first_run == run_of(other) and (first_run is not None or not apart)


def _alike(one: str, other: str) -> bool:
    """Whether two titles are the same but for a few words."""
    first, second = set(words_of(one)), set(words_of(other))
    least = min(len(first), len(second))
    return least > 3 and len(first & second) >= _SAME * max(len(first), len(second)) - 1


@rule(
    "VB-05",
    "Một văn bản có một ngày ban hành",
    "đối chiếu bản gốc rồi sửa số hoặc ngày ở chỗ sai",
    severity=ERROR,
    bad=[
        "- Kế hoạch số 83/KH-UBND ngày 16/10/2025 của UBND phường về dự toán;\n"
        "- Kế hoạch số 83/KH-UBND ngày 06/10/2025 của UBND phường về dự toán;\n"
        "- Kế hoạch số 83/KH-UBND ngày 07/10/2025 của UBND phường về tổ công nghệ số.",
        "Nghị quyết số 20-NQ/TU ngày 22/12/2024 của Tỉnh ủy. Theo Nghị quyết số 20-NQ/TU ngày 22/12/2025 của "
        "Tỉnh ủy.",
    ],
    good=[
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 của UBND phường. Kế hoạch số 17/KH-UBND ngày 01/3/2025 của "
        "UBND tỉnh.",
        "Kế hoạch số 05/KH-UBND ngày 14/8/2025 của UBND phường. Kế hoạch số 05/KH-UBND ngày 20/01/2026 của "
        "UBND phường.",
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025; Kế hoạch số 17/KH-UBND ngày 14 tháng 8 năm 2025.",
    ],
)
def dates(paper: Paper) -> Iterable[Found]:
    """Numbers with more than one date; a date that the list of central documents knows is VB-07's."""
    for group in _by_key(paper).values():
        dated = [mention for mention in group if mention.date and not misdated(mention)]
        apart: list[Mention] = []
        for one, other in combinations(dated, 2):
            if one.date != other.date and _may_be_one(paper, one, other):
                apart += [one, other]
        if apart:
            yield _dates_told(list(dict.fromkeys(apart)))


def _by_key(paper: Paper) -> dict[object, list[Mention]]:
    groups: dict[object, list[Mention]] = {}
    for mention in mentions(paper):
        groups.setdefault(mention.key, []).append(mention)
    return groups


def _dates_told(group: list[Mention]) -> Found:
    seen: dict[datetime.date, list[Mention]] = {}
    for mention in group:
        if mention.date:
            seen.setdefault(mention.date, []).append(mention)
    rare = min(seen.values(), key=len)[0]
    told = "; ".join(
        f"{short_date(date)} ({', '.join(dict.fromkeys(one.passage.place for one in ones))})"
        for date, ones in seen.items()
    )
    return Found(rare.quoted(), f"{group[0].shown} có {len(seen)} ngày khác nhau: {told}")


@rule(
    "VB-06",
    "Một văn bản có một số, ký hiệu",
    "đối chiếu bản gốc rồi ghi cùng một số, ký hiệu ở mọi chỗ",
    severity=ERROR,
    bad=[
        "Kế hoạch số 16-KH/ĐU ngày 13/10/2025 về thực hiện Nghị quyết. Theo Kế hoạch số 16/KH-UBND ngày "
        "13/10/2025.",
        "Kế hoạch số 238/KH-UBND ngày 13/9/2025 của UBND tỉnh về chuyển đổi số năm 2025 trên địa bàn tỉnh.\n"
        "Kế hoạch số 283/KH-UBND ngày 13/9/2025 của UBND tỉnh về chuyển đổi số năm 2025 trên địa bàn tỉnh.",
    ],
    good=[
        "Quyết định số 243/QĐ-UBND ngày 05/8/2025 của UBND phường về việc thành lập Ban Chỉ đạo chuyển đổi "
        "số phường.\n"
        "Quyết định số 244/QĐ-UBND ngày 05/8/2025 của UBND phường về việc thành lập các Tổ công nghệ số cộng "
        "đồng.",
        "Kế hoạch số 17-KH/ĐU ngày 13/10/2025 của Đảng ủy phường; Kế hoạch số 17/KH-UBND ngày 13/10/2025 của "
        "UBND phường.",
    ],
)
def numbers(paper: Paper) -> Iterable[Found]:
    """Two numbers of one kind and date: other letters behind the same, or others over the same title."""
    firsts: dict[object, Mention] = {}
    for mention in mentions(paper):
        if mention.date:
            firsts.setdefault((mention.key, mention.date, mention.issuer_key), mention)
    told: set[frozenset[object]] = set()
    for one, other in combinations(firsts.values(), 2):
        pair: frozenset[object] = frozenset({one.key, other.key})
        if one.kind != other.kind or one.date != other.date or one.key == other.key or pair in told:
            continue
        if said := _two_numbers(one, other):
            told.add(pair)
            yield Found(other.quoted(), said)


def _two_numbers(one: Mention, other: Mention) -> str:
    if one.fits is False or other.fits is False:
        return ""  # VB-02 says so
    told = f"“{one.symbol}” ({one.passage.place}) và “{other.symbol}” cùng tên loại, cùng ngày {one.day}"
    if one.number.lstrip("0") == other.number.lstrip("0") and one.year == other.year:
        if (one.fits and other.fits) or (one.title and other.title and not _alike(one.title, other.title)):
            return ""
        return f"{told}, cùng số {one.number}"
    same = one.issuer_key == other.issuer_key and one.parts == other.parts and one.kind in _ONE_A_TITLE
    words = words_of(one.title)
    return f"{told}, cùng trích yếu" if same and len(words) > 5 and words == words_of(other.title) else ""


@rule(
    "VB-18",
    "Một văn bản có một cơ quan ban hành",
    "đối chiếu bản gốc rồi ghi cùng một cơ quan ban hành ở mọi chỗ",
    severity=ERROR,
    bad=[
        "Kế hoạch số 238/KH-UBND ngày 13/9/2025 của UBND tỉnh. Kế hoạch số 238/KH-UBND ngày 13/9/2025 của "
        "UBND phường.",
        "Quyết định số 12/QĐ-ABC ngày 13/9/2025 của Chính phủ. Quyết định số 12/QĐ-ABC ngày 13/9/2025 của "
        "Quốc hội.",
    ],
    good=[
        "Kế hoạch số 12-KH/TU ngày 26/8/2025 của Tỉnh ủy. Kế hoạch số 12-KH/TU ngày 26/8/2025 của Ban Thường "
        "vụ Tỉnh ủy.",
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 của UBND phường; Kế hoạch số 17/KH-UBND ngày 14/8/2025 của "
        "UBND.",
        "Quyết định số 12/QĐ-UBND ngày 13/9/2025 của UBND phường. Quyết định số 12/QĐ-UBND ngày 13/8/2025 "
        "của UBND tỉnh.",
    ],
)
def issued_by(paper: Paper) -> Iterable[Found]:
    """One number and day under two issuers; an issuer that does not go with the number is VB-02's."""
    for group in _by_key(paper).values():
        named = [
            mention for mention in group if mention.date and mention.issuer and mention.fits is not False
        ]
        for one, other in combinations(named, 2):
            if one.date == other.date and _two_issuers(paper, one, other):
                told = f"{one.passage.place} ghi “của {_issuer(one)}”, ở đây ghi “của {_issuer(other)}”"
                yield Found(other.quoted(), f"{one.shown} ngày {one.day}: {told}")
                break


def _two_issuers(paper: Paper, one: Mention, other: Mention) -> bool:
    first, second = level_of(paper, one), level_of(paper, other)
    differ = bool(one.issuer and other.issuer and one.issuer.name != other.issuer.name)
    known = len(written_by(one.end_part)) > 1  # TW: of several organs
    return (differ and not known) or bool(first and second and first != second)


def _issuer(mention: Mention) -> str:
    issuer = mention.issuer
    return mention.passage.text[mention.end - issuer.length : mention.end].strip() if issuer else ""


@rule(
    "VB-19",
    "Một văn bản có một trích yếu",
    "đối chiếu bản gốc: số hoặc trích yếu ở một trong hai chỗ là của văn bản khác",
    bad=[
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 của UBND phường về cải cách hành chính sáu tháng cuối năm.\n"
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 của UBND phường về tuyên truyền phong trào bình dân học vụ "
        "số.",
    ],
    good=[
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 của UBND phường về chuyển đổi số sáu tháng cuối năm 2025.\n"
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 về việc triển khai chuyển đổi số 6 tháng cuối năm trên địa "
        "bàn phường.",
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 về chuyển đổi số. Kế hoạch số 17/KH-UBND ngày 14/8/2025 về "
        "nhiệm vụ.",
    ],
)
def titles(paper: Paper) -> Iterable[Found]:
    """One number and day with two titles that have next to nothing in common."""
    for group in _by_key(paper).values():
        titled = [mention for mention in group if len(words_of(mention.title)) >= _LONG_TITLE]
        for one, other in combinations(titled, 2):
            first, second = set(words_of(one.title)), set(words_of(other.title))
            few = len(first & second) <= _OTHER * min(len(first), len(second))
            if few and one.date == other.date and not _two_issuers(paper, one, other):
                told = f"{one.passage.place} ghi “{one.title}”, ở đây ghi “{other.title}”"
                yield Found(other.quoted(), f"{one.shown}: {told}")
                break


@rule(
    "VB-11",
    "Một câu chỉ ghi đầy đủ ngày, cơ quan ban hành của một văn bản một lần",
    "ở lần thứ hai trong câu chỉ ghi tên loại và số, ký hiệu, hoặc viết gọn lại câu",
    bad=[
        "Căn cứ Kế hoạch số 16-KH/ĐU ngày 13/10/2025 của Đảng ủy phường về thực hiện Nghị quyết số 57-NQ/TW "
        "ngày 22/12/2024 của Bộ Chính trị và Kế hoạch số 46-KH/TU ngày 16/5/2025 của Tỉnh ủy về thực hiện "
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
    ],
    good=[
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị và Kế hoạch số 46-KH/TU thực hiện Nghị "
        "quyết số 57-NQ/TW."
    ],
)
def twice(paper: Paper) -> Iterable[Found]:
    """Documents given with date and issuer twice in one sentence."""
    again: dict[object, list[Mention]] = {}
    seen: set[tuple[object, ...]] = set()
    for mention in mentions(paper):
        passage = mention.passage
        if passage.kind is Kind.CELL or not (mention.date and mention.issuer):
            continue
        sentence = len(re.findall(r"[.;] ", passage.text[: mention.start]))
        place = (passage.at, sentence, mention.key)
        if place in seen:
            again.setdefault(mention.key, []).append(mention)
        seen.add(place)
    for ones in again.values():
        said = f"{ones[0].shown} được ghi đủ ngày và cơ quan ban hành hai lần trong một câu"
        yield Found(ones[0].quoted(), said + others([one.passage.place for one in ones[1:]]))
