"""Fixed phrases of the field with a syllable misspelt."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.phrases import misspelt
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.listed import any_of
from nq57gen.checks.content.wording import Slip, lists, once, written
from nq57gen.patterns import lazily

_AL = lazily(r"(?<![\w.])Al(?![\w-]| [A-ZĐ])")
_ADDRESS_SLIP = lazily(r"https?(?://|:/(?!/)|//) ?www|https?// ?\S+|www\. \w+", re.IGNORECASE)
_HORIZON = lazily(r"(đến năm 20\d\d),? tầm nhìn (20\d\d)")


@rule(
    "NN-09",
    "Cụm từ cố định của lĩnh vực viết đúng từng tiếng",
    "sửa theo cụm từ đúng",
    bad=[
        "Đột phá phát triển khoa học, công nghệ, đối mới sáng tạo trên địa bàn.",
        "Số hóa phù hợp với hoạt động của chính quyên số, giảm hồ sơ giấy.",
        "Ban hành Kế hạch triển khai Nghị quyết.",
        "Tích hợp dữ liệu với Al, hạn chế trùng lặp.",
        "Các đơn vị chia xẻ dữ liệu dùng chung.",
        "Bộ phận Một cửa giãi quyết hồ sơ.",
        "Phát huy vai trò của đội ngũ tri thức trên địa bàn.",
        "Chi tiết tại địa chỉ http// www.nq57.vn của hệ thống.",
    ],
    good=[
        "Đổi mới hình thức hiện đại, quan hệ thông tin, giao dịch vụ việc, có sở hữu trí tuệ, dân cử.",
        "Tiếp cận tri thức mới, kế toán, liên đoàn, hộ kinh doanh; truyền thông tin cậy; ông Al-Rashid; AI.",
    ],
)
def phrases(paper: Paper) -> Iterable[Found]:
    """Phrases of the field with a syllable misspelt, and the slips of the list."""
    yield from once(
        (near.text.lower(), near.passage, near.start, near.end, f"“{near.text}” (viết “{near.right}”)")
        for near in misspelt(paper)
    )
    yield from once(_slips(paper))


def _slips(paper: Paper) -> Iterator[Slip]:
    for passage in written(paper):
        for match in _slip_pattern().finditer(passage.text):
            right = _slip_table()[match.group().lower()]
            yield right, passage, match.start(), match.end(), f"“{match.group()}” (viết “{right}”)"
        for match in _AL.finditer(passage.text):
            yield "AI", passage, match.start(), match.end(), "“Al” viết bằng chữ l thường (viết “AI”)"
        for match in _ADDRESS_SLIP.finditer(passage.text):
            if "://" not in match.group() or " " in match.group():
                yield (
                    "www",
                    passage,
                    match.start(),
                    match.end(),
                    f"địa chỉ “{match.group()}” viết sai (viết “http://…”, không có khoảng trắng)",
                )
        for match in _HORIZON.finditer(passage.text):
            said = f"“{match.group()}” (viết “{match[1]}, tầm nhìn đến năm {match[2]}”)"
            yield "tầm nhìn", passage, match.start(), match.end(), said


@functools.cache
def _slip_table() -> dict[str, str]:
    return dict(lists()["slips"])


@functools.cache
def _slip_pattern() -> re.Pattern[str]:
    return any_of(_slip_table())
