"""A figure and the same number in words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import Quantity, quantities
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.patterns import lazily
from nq57gen.vietnamese.words import words

_BRACKETED = lazily(r"\(\s*(?P<said>bằng chữ\s*:?\s*)?(?P<words>[^()\d]+?)[\s./]*\)", re.IGNORECASE)
#: Between a figure and its words: what it counts, and "(" at most.
_NEXT = lazily(r"[^\d.;,:()]{0,25}")
#: No amount is larger.
_MOST = Decimal(10) ** 18
#: “hai lăm”, “ba mốt”: the tens left out.
_SHORT = lazily(r"(?<!mươi)(?<!mười)(?<!linh)(?<!lẻ)(?<!trăm) (lăm|nhăm|mốt|tư)(?!\w)")
#: The words of numbers, each with the one of its ways that is compared.
_WAYS = {
    "mốt": "một",
    "tư": "bốn",
    "lăm": "năm",
    "nhăm": "năm",
    "bẩy": "bảy",
    "mười": "mươi",
    "ngàn": "nghìn",
    "tỉ": "tỷ",
    "lẻ": "linh",
}
_NUMBERS = frozenset(
    re.findall(r"\w+", "không một hai ba bốn năm sáu bảy tám chín mươi trăm nghìn triệu tỷ linh")
)
#: What may stand with them and says nothing of the number.
_BESIDE = frozenset({"đồng", "việt", "nam", "chẵn"})
#: Alone in brackets these are no numbers.
_ALONE = frozenset({"không", "năm", "tư"})


@rule(
    "SO-21",
    "Số viết bằng chữ trong ngoặc bằng số viết bằng chữ số đứng trước",
    "kiểm tra hai cách ghi, sửa cách ghi sai",
    severity=ERROR,
    bad=[
        "Kinh phí thực hiện là 850 triệu đồng (Bằng chữ: Tám trăm năm mươi nghìn đồng).",
        "Kinh phí 29.061.000 đồng (hai mươi chín triệu sáu mươi hai nghìn đồng chẵn./.).",
        "Thành lập 12 (mười ba) tổ công nghệ số cộng đồng.",
        "Thành lập 12 (hai) tổ công nghệ số cộng đồng.",
    ],
    good=[
        "Kinh phí thực hiện là 850 triệu đồng (Bằng chữ: Tám trăm năm mươi triệu đồng).",
        "Kinh phí 29.061.000 đồng (hai mươi chín triệu sáu mươi mốt ngàn đồng chẵn./.).",
        "Mua 05 (năm) máy, 24 (hai mươi bốn) bàn; có 3 tổ (không), 12 cán bộ (nam).",
        "Tiếp nhận 25 (hai lăm) hồ sơ; 1.005 (một ngàn lẻ năm) lượt.",
        "Có 12 dịch vụ công (một phần); 2 lớp (sáng, chiều).",
    ],
)
def in_words(paper: Paper) -> Iterable[Found]:
    """Brackets that hold a number in words and nothing else, right behind a whole number."""
    for passage in paper.text_and_cells():
        for match in _BRACKETED.finditer(passage.text):
            read = _read(match["words"])
            before = [figure for figure in quantities(passage.text) if figure.end <= match.start()]
            if not read or not before or (not match["said"] and match["words"].strip().lower() in _ALONE):
                continue
            figure = before[-1]
            if _NEXT.fullmatch(passage.text[figure.end : match.start()]) and _is_whole(figure):
                right = words(figure.value)
                if read != _read(right):
                    said = match["words"].strip()
                    told = f"ghi bằng chữ “{said}”, trong khi {figure.written} đọc là “{right}”"
                    yield Found(passage.quoted(figure.start, match.end()), told)


def _is_whole(figure: Quantity) -> bool:
    return figure.counts and figure.value < _MOST and not figure.value % 1


def _read(text: str) -> tuple[str, ...]:
    """The words of a number in one way, without those people leave out; empty when there are others."""
    full = _SHORT.sub(r" mươi \1", text.lower())
    said = [_WAYS.get(word, word) for word in re.findall(r"\w+", full) if word not in _BESIDE]
    if not said or not _NUMBERS.issuperset(said):
        return ()
    return tuple(word for word in " ".join(said).replace("không trăm", "").split() if word != "linh")
