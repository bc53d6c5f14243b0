"""The issuer against the letters of the number."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.issuers import field_at, of_field, written_by
from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.citations.told import told
from nq57gen.checks.content.wording import once


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
        "Theo Thông tư số 12/2025/TT-BKHCN ngày 24/01/2025 của Bộ Giáo dục và Đào tạo.",
    ],
    good=[
        "Kế hoạch số 16-KH/ĐU của Ban Thường vụ Đảng ủy phường; Kế hoạch số 17/KH-UBND của Chủ tịch UBND "
        "phường.",
        "Kế hoạch số 12-KH/TU của Ban Thường vụ Thành ủy; Nghị quyết số 57-NQ/TW của Bộ Chính trị; Kế hoạch "
        "số 02-KH/BCĐTW của Ban Chỉ đạo Trung ương; Kế hoạch số 08/KH-TTHĐND của Hội đồng nhân dân xã; Nghị "
        "quyết số 08/NQ-HĐND của HĐND phường; Kế hoạch số 17/KH-SKHCN của Sở Khoa học và Công nghệ.",
        "Thông tư số 02/2025/TT-BGDĐT của Bộ Giáo dục và Đào tạo; Thông tư số 01/2025/TT-BNNMT của Bộ Nông "
        "nghiệp và Môi trường.",
    ],
)
def issuers(paper: Paper) -> Iterable[Found]:
    """Mentions whose issuer is not the one whose letters the number bears."""
    every = mentions(paper)
    yield from once(
        told((mention.key, mention.issuer_key), mention, said)
        for mention in every
        if (said := _wrong_issuer(mention, every))
    )


def _wrong_issuer(mention: Mention, every: tuple[Mention, ...]) -> str:
    known = written_by(mention.end_part)
    field = field_at(mention.passage.text, mention.end) if mention.issuer else ""
    if field and mention.issuer and mention.issuer.name in known and not of_field(mention.end_part, field):
        return f"“{mention.symbol}” không phải là ký hiệu của {mention.issuer.name} {field}"
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
