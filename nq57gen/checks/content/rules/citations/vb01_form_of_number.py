"""The strokes and hyphens of a number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.issuers import PARTY_ENDS, of_the_state
from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.citations.told import told
from nq57gen.checks.content.wording import once

#: Short forms typed with D in place of Đ.
_WITHOUT_BAR = {"DU": "ĐU", "QD": "QĐ", "ND": "NĐ", "HDND": "HĐND", "BCD": "BCĐ", "BCDTW": "BCĐTW"}


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
        "Kế hoạch số 06-KH/DU ngày 12/9/2025 của Đảng ủy phường.",
        "Quyết định số 86/QD-UBND ngày 21/7/2025 của UBND phường.",
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
        told(mention.symbol, mention, f"“{mention.symbol}” (viết “{right}”)")
        for mention in mentions(paper)
        if (right := _right_form(mention)) and right != mention.symbol
    )


def _right_form(mention: Mention) -> str:
    """The number with the strokes and hyphens it should have, "" when that is not known."""
    if any(part in _WITHOUT_BAR for part in mention.parts):
        return "".join(_WITHOUT_BAR.get(piece, piece) for piece in re.split(r"([/-])", mention.symbol))
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
