"""Names of firms and programs, misspelt."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.brand_names import brand_of
from nq57gen.checks.content.wording import matches, once, without_addresses
from nq57gen.patterns import lazily

_LATIN = lazily(r"(?<![\w@./-])[A-Za-z][A-Za-z]{3,}(?![\w@-]|\.\w)")


@rule(
    "NN-11",
    "Tên riêng của ứng dụng, doanh nghiệp viết đúng một cách",
    "sửa theo tên đúng",
    bad=[
        "Kích hoạt tài khoản định danh điện tử (VneID).",
        "Đơn vị cung ứng: VNTP, Viettel.",
        "Đơn vị cung ứng: Vietel, VNPT.",
    ],
    good=["Đơn vị cung ứng: VNPT, Viettel, MobiFone, FPT; ứng dụng VNeID; fanpage Facebook, nhóm Zalo."],
)
def brands(paper: Paper) -> Iterable[Found]:
    """Names of the list with another letter or other capitals."""
    yield from once(
        (right, passage, match.start(), match.end(), f"“{match.group()}” (viết “{right}”)")
        for passage, match in matches(paper, _LATIN, without_addresses)
        if (right := brand_of(match.group())) and not (match.group().isupper() and passage.text.isupper())
    )
