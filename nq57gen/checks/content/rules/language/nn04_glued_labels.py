"""Labels without a space behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.checks.content.labels import OTHER_SIGN
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import Slip, once, written
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.patterns import lazily

_CELL_LABEL = lazily(rf"(\d{{1,2}}[.)]|[a-zđ]\)|[-–+])(?=[{UPPER}][{LOWER}])")


@rule(
    "NN-04",
    "Sau số, chữ hoặc gạch đầu dòng có một khoảng trắng",
    "thêm một khoảng trắng, ví dụ “1. Mục đích”, “- Thường trực Đảng ủy”",
    bad=[
        "I. KẾT QUẢ\n1. Công tác chỉ đạo\n2. Công tác tuyên truyền\n3.Kết quả thực hiện",
        "-Công tác tuyên truyền được chú trọng.",
    ],
    good=["1. Công tác chỉ đạo\n- Công tác tuyên truyền được chú trọng."],
)
def labels(paper: Paper) -> Iterable[Found]:
    """Labels that stick to their text."""
    yield from once(_glued_labels(paper))


def _glued_labels(paper: Paper) -> Iterator[Slip]:
    for passage in written(paper):
        if passage.glued and passage.rank != OTHER_SIGN and passage.text[:1].isalpha():
            label, rest = passage.label, passage.text
        elif passage.kind is Kind.CELL and (match := _CELL_LABEL.match(passage.text)):
            label, rest = match[1], passage.text[match.end() :]
        else:
            continue
        start = " ".join(rest.split()[:3])
        kind = "number" if label[0].isdigit() else label
        yield kind, passage, 0, 0, f"“{label}{start}” (viết “{label} {start}”)"
