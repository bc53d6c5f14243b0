"""One number of hamlets and groups all through a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.layout.pieces import folded
from nq57gen.patterns import lazily

#: Smaller numbers of places are told apart from others by chance.
_FEWEST = 3
#: Groups on digital technology are not counted in part: their numbers may lie so much apart.
_GROUPS, _APART = "to cong nghe so", 6
_PLACES = lazily(
    r"(?<![\d./,])(\d{1,3}) (thon|khu pho|to dan pho|ap|ban lang|to cong nghe so|khu dan cu)(?!\w)"
)


@rule(
    "DEM-06",
    "Cùng một số lượng thôn, khu phố, tổ được ghi như nhau trong cả văn bản",
    "kiểm tra và ghi một con số",
    bad=[
        "Có 14 Tổ công nghệ số cộng đồng. Đến nay 16 Tổ công nghệ số cộng đồng duy trì hoạt động.",
        "Thành lập 29 Tổ công nghệ số cộng đồng tại 29 thôn. Chỉ đạo tổ công nghệ số tại 28 thôn.",
    ],
    good=["Tổ chức tại 29 thôn, kết nối 29 thôn, làm điểm tại 03 thôn."],
)
def same_number(paper: Paper) -> Iterable[Found]:
    """Numbers of hamlets and groups that differ by a little."""
    found: dict[str, Counter[int]] = {}
    where: dict[tuple[str, int], str] = {}
    for passage in paper.running():
        for match in _PLACES.finditer(folded(passage.text)):
            number = int(match[1])
            found.setdefault(match[2], Counter())[number] += 1
            where.setdefault((match[2], number), passage.quoted(*match.span()))
    for thing, numbers in found.items():
        usual = numbers.most_common(1)[0][0]
        for number in numbers:
            if (
                number != usual
                and abs(number - usual) <= max(1, usual // (_APART if thing == _GROUPS else 10))
                and min(number, usual) > _FEWEST
            ):
                yield Found(
                    where[thing, number], f"có chỗ ghi {number}, có chỗ ghi {usual} ({where[thing, usual]})"
                )
