"""What a citation must give, and that it is given in one way: "số", date, issuer, commas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.issuers import Issuer, issuer_at, written_by
from nq57gen.checks.content.mentions import KINDS, Mention, mentions, row_of
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import once, others, written

#: A style is the document's own when it is so many times as frequent as the other.
_CLEAR = 3
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|tháng \d{1,2} năm \d{4}")
#: Laws are cited without number and issuer.
_LAW = re.compile(r"(?:Luật|luật|Pháp lệnh)[^,;.]*$")
_PLURAL = re.compile(r"(?:các|những|một số|nhiều|mọi|từng|mỗi|và|,|/)\s*$", re.IGNORECASE)
_BARE = re.compile(
    rf"(?<!\w)(?P<kind>{'|'.join(kind.capitalize() for kind in KINDS)})(?P<lead> hành động)? của "
    rf"(?P<comrade>(?:đồng chí|đ/c) )?"
)
#: Issuers that a list of the unit's own documents need not name.
_NEAR = frozenset({"Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Chỉ đạo"})
#: Kinds that are spoken of without meaning one document.
_GENERAL = frozenset(
    {
        "quy định",
        "quy chế",
        "hướng dẫn",
        "báo cáo",
        "đề án",
        "công văn",
        "tờ trình",
        "thông tư",
        "chương trình",
    }
)


def _told(key: object, mention: Mention, said: str) -> tuple[object, Passage, int, int, str]:
    return key, mention.passage, mention.start, mention.end, said


@rule(
    "VB-12",
    "Trước số, ký hiệu của văn bản viện dẫn có chữ “số”",
    "thêm chữ “số”: “Nghị quyết số 57-NQ/TW”",
    bad=[
        "Thực hiện Nghị quyết 57-NQ/TW của Bộ Chính trị; đẩy mạnh Nghị quyết 57-NQ/TW.",
        "Thực hiện Kế hoạch hành động 469-KH/TU ngày 16/5/2025 của Tỉnh ủy.",
    ],
    good=[
        "Thực hiện Nghị quyết số 57-NQ/TW; Kế hoạch hành động số: 469-KH/TU; Nghị quyết 57; 5G/LTE-A; "
        "(57-NQ/TW)."
    ],
)
def number_word(paper: Paper) -> Iterable[Found]:
    """Mentions with a kind and a number and no "số" between; each document once."""
    every = mentions(paper)
    right = {mention.key: mention for mention in every if mention.word}
    groups: dict[object, list[Mention]] = {}
    for mention in every:
        if mention.kind and not mention.word and _is_kind(mention):
            groups.setdefault(mention.key, []).append(mention)
    for key, ones in groups.items():
        first = ones[0]
        words = " ".join(part for part in (first.kind.capitalize(), first.lead, first.symbol) if part)
        where = f", nơi khác có “số” ({right[key].passage.place})" if key in right else ""
        yield Found(
            first.quoted(),
            f"“{words}” {len(ones)} chỗ thiếu “số”{where}{others([one.passage.place for one in ones[1:]])}",
        )


@rule(
    "VB-13",
    "Văn bản viện dẫn có ngày ban hành ít nhất ở một chỗ",
    "ở lần đầu ghi đủ ngày, tháng, năm, cơ quan ban hành và trích yếu",
    bad=[
        "Thực hiện các văn bản chỉ đạo (như Kế hoạch 227/KH-UBND) bằng nhiều hình thức.",
        "| TT | Văn bản |\n| 1 | Quyết định số 12/QĐ-UBND |",
    ],
    good=[
        "Căn cứ Kế hoạch số 227/KH-UBND ngày 16/7/2025 của UBND tỉnh.\nThực hiện Kế hoạch 227/KH-UBND.",
        "Thực hiện Kế hoạch số 228/KH-UBND của UBND tỉnh.",
    ],
)
def undated(paper: Paper) -> Iterable[Found]:
    """Documents that are dated nowhere; those with "số" in the text or in a basis the layout rules tell."""
    dated = {
        row_of(passage)
        for passage in paper.passages
        if passage.kind is Kind.CELL and _DAY.search(passage.text)
    }
    groups: dict[object, list[Mention]] = {}
    for mention in mentions(paper):
        groups.setdefault(mention.key, []).append(mention)
    for ones in groups.values():
        if (
            any(one.day or _told_elsewhere(one) or row_of(one.passage) in dated for one in ones)
            or ones[0].year
        ):
            continue
        rest = others([one.passage.place for one in ones[1:]])
        yield Found(ones[0].quoted(), f"{ones[0].shown} không chỗ nào ghi ngày ban hành{rest}")


def _is_kind(mention: Mention) -> bool:
    """Whether the kind can be that of the number; if not, VB-03 says so."""
    return not mention.abbreviation or mention.abbreviation in KINDS[mention.kind]


def _told_elsewhere(mention: Mention) -> bool:
    return (
        mention.word
        and mention.passage.part == 0
        and (mention.passage.running and mention.passage.kind is not Kind.NOTE)
    )


@rule(
    "VB-14",
    "Văn bản viện dẫn có ghi ngày và trích yếu thì ghi cả cơ quan ban hành",
    "thêm “của …” (cơ quan ban hành) sau ngày",
    bad=[
        "Kết quả thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá phát triển khoa học, công nghệ.",
        "Triển khai Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025 quy định cắt giảm, đơn giản hóa thủ tục.",
    ],
    good=[
        "Bộ Chính trị ban hành Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá phát triển khoa học.",
        "UBND phường đã ban hành:\n- Kế hoạch số 10/KH-UBND ngày 22/7/2025 về việc cải cách hành chính.",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học.",
        "Luật số 71/2025/QH15 ngày 14/6/2025 về Công nghiệp công nghệ số.",
    ],
)
def unsigned(paper: Paper) -> Iterable[Found]:
    """Mentions with date and title and no issuer; where the unit itself may be the issuer, left aside."""
    groups: dict[object, list[Mention]] = {}
    for mention in mentions(paper):
        named = written_by(mention.end_part)
        if not mention.day or mention.issuer or not mention.titled or mention.passage.kind is Kind.BASIS:
            continue
        if named and not named & _NEAR and not _said_before(mention, named):
            groups.setdefault(mention.key, []).append(mention)
    for ones in groups.values():
        rest = others([one.passage.place for one in ones[1:]])
        yield Found(ones[0].quoted(), f"{ones[0].shown} ngày {ones[0].day} thiếu cơ quan ban hành{rest}")


def _said_before(mention: Mention, names: frozenset[str]) -> bool:
    before = mention.passage.text[max(0, mention.start - 60) : mention.start]
    said = any(name.lower() in before.lower() for name in names) or "ban hành" in before
    return said or bool(_LAW.search(before))


@rule(
    "VB-15",
    "Ngày của văn bản viện dẫn ghi một kiểu trong cả văn bản",
    "ghi thống nhất; trong lời văn nên ghi đủ “ngày … tháng … năm …” ở mọi chỗ",
    bad=[
        "Kế hoạch số 91/KH-UBND ngày 12/02/2026; Kế hoạch số 06-KH/ĐU ngày 12/9/2025; Kế hoạch số 469-KH/TU "
        "ngày 16/5/2025; Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024.",
    ],
    good=[
        "Kế hoạch số 91/KH-UBND ngày 12/02/2026; Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024.",
        "Kế hoạch số 91/KH-UBND ngày 12 tháng 02 năm 2026; Kế hoạch số 06-KH/ĐU ngày 12 tháng 9 năm 2025; "
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024.",
    ],
)
def date_styles(paper: Paper) -> Iterable[Found]:
    """Long dates among short ones; short ones among long the layout rules tell."""
    dated = [
        mention for mention in mentions(paper) if mention.date and mention.passage.kind is not Kind.TITLE
    ]
    long = [mention for mention in dated if mention.long]
    short = len(dated) - len(long)
    if long and short >= _CLEAR * len(long):
        rest = others([one.passage.place for one in long[1:]])
        told = f"{short} chỗ ghi kiểu 22/12/2024, {len(long)} chỗ ghi “ngày {long[0].day}”"
        yield Found(long[0].quoted(), told + rest)


@rule(
    "VB-16",
    "Giữa ký hiệu, ngày và cơ quan ban hành của văn bản viện dẫn không có dấu phẩy",
    "bỏ dấu phẩy: “Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị”",
    bad=[
        "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị. Kế hoạch số 12-KH/TU ngày 26/8/2025 của "
        "Thành ủy.",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024, của Bộ Chính trị. Kế hoạch số 12-KH/TU ngày 26/8/2025 của "
        "Thành ủy.",
    ],
    good=[
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Kế hoạch số 12-KH/TU ngày 26/8/2025 của "
        "Thành ủy."
    ],
)
def commas(paper: Paper) -> Iterable[Found]:
    """Commas before the date, or before the issuer, of a citation."""
    dated = [mention for mention in mentions(paper) if mention.day]
    for ones, before in (
        ([one for one in dated if one.comma], "ngày"),
        ([one for one in dated if one.comma_by], "của"),
    ):
        if ones:
            without = next((one for one in dated if one not in ones), None)
            beside = (
                f", {len(dated) - len(ones)} chỗ không có ({without.passage.place}: “{without.symbol} ngày”)"
                if without
                else ""
            )
            rest = others([one.passage.place for one in ones[1:]])
            told = f"“{_typed(ones[0], before)}”: {len(ones)} chỗ có dấu phẩy trước “{before}”{beside}{rest}"
            yield Found(ones[0].quoted(), told)


def _typed(mention: Mention, before: str) -> str:
    """The words about the comma, as typed."""
    text = mention.passage.text[mention.start : mention.end]
    at = text.find(mention.written)
    words = text[at:] if before == "của" else text[at : at + len(mention.written) + len(", ngày")]
    return re.sub(r"\s+", " ", words)


@rule(
    "VB-17",
    "Văn bản được viện dẫn phải có số, ký hiệu, ngày ban hành",
    "thêm “số … ngày …” của văn bản, hoặc viện dẫn theo số nếu đã nêu ở chỗ khác",
    bad=[
        "Tham mưu Kế hoạch triển khai thực hiện Thông báo kết luận của đồng chí Tổng Bí thư Tô Lâm tại Hội "
        "nghị sơ kết."
    ],
    good=[
        "Theo Kế hoạch hành động của Thành ủy; Kế hoạch hành động số 12-KH/TU ngày 26/8/2025 của Ban Thường "
        "vụ Thành ủy.",
        "Thực hiện các Nghị quyết của Bộ Chính trị; Kế hoạch của UBND phường; chương trình của Chính phủ.",
    ],
)
def nameless(paper: Paper) -> Iterable[Found]:
    """Documents named by kind and issuer alone, when none of that kind and issuer is cited by number."""
    cited = {(mention.kind.split()[-1], mention.issuer.name) for mention in mentions(paper) if mention.issuer}
    cited |= {
        (mention.kind.split()[-1], name)
        for mention in mentions(paper)
        if mention.kind
        for name in written_by(mention.end_part)
    }
    yield from once(_nameless(paper, cited))


def _nameless(paper: Paper, cited: set[tuple[str, str]]) -> Iterator[tuple[object, Passage, int, int, str]]:
    for passage in written(paper):
        for match in _BARE.finditer(passage.text):
            kind = match["kind"].lower()
            if (
                kind in _GENERAL
                or _PLURAL.search(passage.text, 0, match.start())
                or passage.kind is Kind.TITLE
            ):
                continue
            issuer = issuer_at(passage.text, match.end())
            if match["comrade"] is None and (issuer is None or _own(paper, issuer)):
                continue
            if issuer and (kind.split()[-1], issuer.name) in cited:
                continue
            end = match.end() + (issuer.length if issuer else 30)
            words = passage.text[match.start() : end]
            yield words, passage, match.start(), end, f"“{words.strip()}…” không có số, ngày"


def _own(paper: Paper, issuer: Issuer) -> bool:
    """Whether an issuer is of the document's own unit, or may be."""
    own = issuer.level in ("", paper.unit_kind, "xã", "phường")
    return own and issuer.name in (
        "Ủy ban nhân dân",
        "Hội đồng nhân dân",
        "Đảng ủy",
        "Ban Chỉ đạo",
        "Công an",
    )
