"""Lists of documents that name one twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.outline import under
from nq57gen.checks.content.rules.structure.words import words

#: So many words may stand before a document that a line is about ("Căn cứ", "Ban hành").
_BEFORE = 2


@rule(
    "CT-19",
    "Mỗi văn bản chỉ liệt kê một lần trong một danh mục văn bản",
    "bỏ dòng lặp, hoặc ghi lại số, ký hiệu nếu là văn bản khác",
    bad=[
        "Các văn bản đã ban hành gồm:\n- Kế hoạch số 53/KH-UBND ngày 17/9/2025 của UBND phường;\n"
        "- Quyết định số 431/QĐ-UBND ngày 18/9/2025 của UBND phường;\n- Kế hoạch số 53/KH-UBND.",
        "Căn cứ Kế hoạch số 91/KH-UBND ngày 12/02/2026 của UBND tỉnh về chuyển đổi số;\n"
        "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ;\n"
        "Căn cứ Kế hoạch số 91/KH-UBND ngày 12/02/2026 của UBND tỉnh;",
    ],
    good=[
        "Các văn bản đã ban hành gồm:\n- Kế hoạch số 53/KH-UBND ngày 17/9/2025 của UBND phường;\n"
        "- Kế hoạch số 53/KH-UBND ngày 20/9/2025 của UBND tỉnh;\n- Quyết định số 431/QĐ-UBND.",
        "Kết quả:\n- Kế hoạch số 53/KH-UBND đã giao 12 nhiệm vụ cho các phòng chuyên môn, đã xong 10;\n"
        "- Thực hiện tốt công tác tuyên truyền;\n- Số hóa hồ sơ;\n- Kế hoạch số 53/KH-UBND còn 2 nhiệm vụ.",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;\n"
        "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ;",
    ],
)
def documents_twice(paper: Paper) -> Iterable[Found]:
    """A document named at the beginning of two lines of one list; most of its lines begin with one."""
    first_in: dict[int, Mention] = {}
    for mention in mentions(paper):
        if mention.kind and len(words(mention.passage.text[: mention.start])) <= _BEFORE:
            first_in.setdefault(mention.passage.at, mention)
    bases = [passage for passage in paper.passages if passage.kind is Kind.BASIS]
    yield from _twice(bases, first_in)
    for _, held in under(paper):
        for bullets in _runs(held):
            yield from _twice(bullets, first_in)


def _runs(held: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The bullets that follow each other, each run of one mark."""
    run: list[Passage] = []
    for passage in held:
        if run and (passage.kind is not Kind.BULLET or passage.label != run[-1].label):
            yield run
            run = []
        if passage.kind is Kind.BULLET:
            run.append(passage)
    yield run


def _twice(lines: Sequence[Passage], first_in: dict[int, Mention]) -> Iterator[Found]:
    named = [first_in[line.at] for line in lines if line.at in first_in]
    if len(named) * 3 < len(lines) * 2:
        return
    for at, mention in enumerate(named):
        same = next((one for one in named[:at] if _same(one, mention)), None)
        if same is None:
            continue
        equal = words(same.passage.text) == words(mention.passage.text)
        if mention.passage.kind is Kind.BASIS or not equal:  # equal bullets are told by CT-13
            yield Found(mention.quoted(), f"{mention.shown} đã có ở {same.passage.place}")


def _same(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of one document: no date and no issuer that speak against it."""
    return (
        (one.key, one.kind) == (other.key, other.kind)
        and (one.date is None or other.date is None or one.date == other.date)
        and (one.issuer is None or other.issuer is None or one.issuer_key == other.issuer_key)
    )
