"""The number of a cited document: its form, and whether kind and issuer go with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.issuers import PARTY_ENDS, of_the_state, written_by
from nq57gen.checks.content.mentions import KINDS, Mention, mentions
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.wording import once

#: What a kind of document must follow.
_VERB = re.compile(r"(?:triển khai|thực hiện|căn cứ|ban hành)\s*$", re.IGNORECASE)
_SPACED = re.compile(r"\s")


def _told(key: object, mention: Mention, said: str) -> tuple[object, Passage, int, int, str]:
    return key, mention.passage, mention.start, mention.end, said


@rule(
    "VB-01",
    "Ký hiệu văn bản của Đảng ghi như 57-NQ/TW, của Nhà nước như 71/NQ-CP, 17/KH-UBND, 193/2025/QH15",
    "sửa dấu “/” và “-” trong ký hiệu theo cơ quan ban hành",
    severity=ERROR,
    bad=[
        "Căn cứ Nghị quyết số 71-NQ/CP ngày 01/4/2025 của Chính phủ.",
        "Thực hiện Nghị quyết số 57-NQ-TW ngày 22/12/2024 của Bộ Chính trị. Nghị quyết số 57-NQ/TW nêu rõ.",
        "Thực hiện Kế hoạch số 12/KH-TU ngày 26/8/2025 của Ban Thường vụ Thành ủy.",
        "Theo Quyết định số 06-QĐ/TTg ngày 06/01/2022 của Thủ tướng Chính phủ.",
        "Theo Nghị định số 30/2020/NĐ/CP ngày 05/3/2020 của Chính phủ.",
    ],
    good=[
        "Nghị quyết số 57-NQ/TW, số 71/NQ-CP, số 66.7/2025/NQ-CP, số 193/2025/QH15; Kế hoạch số 17/KH-UBND, "
        "số 17/KH-SKHCN, số 16-KH/ĐU, số 02-KH/BCĐTW, số 08/KH-TTHĐND; Thông tư số 02/2025/TT-BGDĐT; Công "
        "văn số 153/UBND-VHXH, số 01-CV/TGV; Quyết định số 01/QĐ-BCĐ; Thông báo số 02-TB/BCĐ.",
    ],
)
def forms(paper: Paper) -> Iterable[Found]:
    """Numbers whose strokes and hyphens are not those of their issuer."""
    yield from once(
        _told(mention.symbol, mention, f"“{mention.symbol}” (viết “{right}”)")
        for mention in mentions(paper)
        if (right := _right_form(mention)) and right != mention.symbol
    )


def _right_form(mention: Mention) -> str:
    """The number with the strokes and hyphens it should have, "" when that is not known."""
    number, parts = mention.number, mention.parts
    if len(parts) < 2:
        return ""
    end = parts[-1]
    if mention.abbreviation and end in PARTY_ENDS and not mention.year:
        return f"{number}-{parts[0]}/{'-'.join(parts[1:])}"
    if mention.abbreviation and of_the_state(end):
        year = f"/{mention.year}" if mention.year else ""
        return f"{number}{year}/{'-'.join(parts)}"
    signs = re.findall(r"[/-]", mention.symbol)
    if not mention.year and len(parts) == 2 and signs in (["-", "-"], ["/", "/"]):
        return f"{number}/{'-'.join(parts)}"
    return ""


@rule(
    "VB-02",
    "Cơ quan ban hành phải là cơ quan ghi trong ký hiệu: TW của Trung ương Đảng, ĐU của Đảng ủy, UBND của Ủy "
    "ban nhân dân",
    "đối chiếu bản gốc rồi sửa ký hiệu hoặc tên cơ quan ban hành",
    severity=ERROR,
    bad=[
        "Thực hiện Kế hoạch số 16/KH-UBND ngày 13/10/2025 của Đảng ủy phường.",
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Chính phủ.",
        "Thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Bộ Công an.",
    ],
    good=[
        "Kế hoạch số 16-KH/ĐU của Ban Thường vụ Đảng ủy phường; Kế hoạch số 17/KH-UBND của Chủ tịch UBND "
        "phường.",
        "Kế hoạch số 12-KH/TU của Ban Thường vụ Thành ủy; Nghị quyết số 57-NQ/TW của Bộ Chính trị; Kế hoạch "
        "số 02-KH/BCĐTW của Ban Chỉ đạo Trung ương; Kế hoạch số 08/KH-TTHĐND của Hội đồng nhân dân xã; Nghị "
        "quyết số 08/NQ-HĐND của HĐND phường; Kế hoạch số 17/KH-SKHCN của Sở Khoa học và Công nghệ.",
    ],
)
def issuers(paper: Paper) -> Iterable[Found]:
    """Mentions whose issuer is not the one whose letters the number bears."""
    every = mentions(paper)
    yield from once(
        _told((mention.key, mention.issuer_key), mention, said)
        for mention in every
        if (said := _wrong_issuer(mention, every))
    )


def _wrong_issuer(mention: Mention, every: tuple[Mention, ...]) -> str:
    known = written_by(mention.end_part)
    if mention.issuer is None or not known or mention.issuer.name in known:
        return ""
    of = " hoặc ".join(sorted(known))
    said = f"“{mention.symbol}” là ký hiệu của {of}, trong khi ghi “của {mention.issuer.name}”"
    other = _twin(mention, every)
    if other is not None and other.issuer_key == mention.issuer_key:
        return f"{said}; {other.passage.place} ghi cùng văn bản này là “{other.symbol}”"
    return said


def _twin(mention: Mention, every: Iterable[Mention]) -> Mention | None:
    """Another mention with the same kind, number and date whose number ends otherwise."""
    return next(
        (
            other
            for other in every
            if (other.kind, other.number.lstrip("0"), other.date)
            == (mention.kind, mention.number.lstrip("0"), mention.date)
            and mention.date
            and other.key != mention.key
        ),
        None,
    )


@rule(
    "VB-03",
    "Tên loại phải đúng với chữ viết tắt trong ký hiệu: NQ là Nghị quyết, KH là Kế hoạch, QĐ là Quyết định",
    "ghi đúng tên loại trước số, ký hiệu; nếu thiếu tên văn bản được thực hiện thì thêm vào",
    severity=ERROR,
    bad=[
        "Xây dựng và ban hành Kế hoạch triển khai số 57-NQ/TW trên địa bàn phường.",
        "Thực hiện Quyết định số 17/KH-UBND ngày 14/8/2025 của UBND phường.",
        "Kế hoạch của UBND tỉnh về việc triển khai số 57-NQ/TW trên địa bàn.",
    ],
    good=[
        "Kế hoạch hành động số 469-KH/TU; Thông báo kết luận số 02-TB/BCĐ; Chương trình hành động số "
        "12-CTr/TU; Quy định số 114-QĐ/TW; Công văn số 383/UBND-VP; Kế hoạch triển khai Nghị quyết số "
        "57-NQ/TW.",
    ],
)
def kinds(paper: Paper) -> Iterable[Found]:
    """Mentions whose kind is not the one of the number, or that have none where a verb calls for one."""
    yield from once(
        _told((mention.kind, mention.key), mention, said)
        for mention in mentions(paper)
        if (said := _wrong_kind(mention))
    )


def _wrong_kind(mention: Mention) -> str:
    if not mention.abbreviation or (mention.kind and mention.abbreviation in KINDS[mention.kind]):
        return ""
    of = f"ký hiệu “{mention.symbol}” là của {_name(mention.abbreviation)}"
    if mention.kind:
        return f"“{_words(mention)}”: {of}"
    verb = _VERB.search(mention.passage.text, 0, mention.start)
    return (
        f"“{verb.group().strip()} số {mention.symbol}” thiếu tên loại: {of}" if verb and mention.word else ""
    )


def _words(mention: Mention) -> str:
    return " ".join(
        part
        for part in (mention.kind.capitalize(), mention.lead, "số" * mention.word, mention.symbol)
        if part
    )


def _name(abbreviation: str) -> str:
    return next(
        kind for kind, known in KINDS.items() if abbreviation in known and kind != "thông báo kết luận"
    ).capitalize()


@rule(
    "VB-04",
    "Trong số, ký hiệu văn bản không có dấu cách",
    "xóa dấu cách trong số, ký hiệu",
    bad=[
        "Thực hiện Nghị quyết số 57- NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
        "Theo Kế hoạch số 17 /KH-UBND của phường.",
    ],
    good=["Thực hiện Nghị quyết số 57-NQ/TW - nghị quyết về đột phá; Kế hoạch số 17/KH-UBND - Phụ lục I."],
)
def spaces(paper: Paper) -> Iterable[Found]:
    """Numbers with a space inside."""
    yield from once(_spaced(paper))


def _spaced(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    for mention in mentions(paper):
        if _SPACED.search(mention.written):
            yield _told(mention.symbol, mention, f"“{mention.written}” (viết “{mention.symbol}”)")
