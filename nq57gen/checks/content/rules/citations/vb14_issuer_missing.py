"""Citations with date and title and no issuer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.checks.content.issuers import written_by
from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.citations.told import told
from nq57gen.checks.content.wording import once
from nq57gen.patterns import lazily

#: Laws are cited without number and issuer.
_LAW = lazily(r"(?:Luật|luật|Pháp lệnh)[^,;.]*$")
#: Issuers that a list of the unit's own documents need not name.
_NEAR = frozenset({"Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Chỉ đạo"})


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
    yield from once(
        told(mention.key, mention, f"{mention.shown} ngày {mention.day} thiếu cơ quan ban hành")
        for mention in _unsigned(paper)
    )


def _unsigned(paper: Paper) -> Iterator[Mention]:
    for mention in mentions(paper):
        named = written_by(mention.end_part)
        if not mention.day or mention.issuer or not mention.titled or mention.passage.kind is Kind.BASIS:
            continue
        if named and not named & _NEAR and not _said_before(mention, named):
            yield mention


def _said_before(mention: Mention, names: frozenset[str]) -> bool:
    """Whether the sentence names the issuer before the document, or what is cited is a law."""
    before = mention.passage.text[max(0, mention.start - 60) : mention.start]
    said = any(name.lower() in before.lower() for name in names) or "ban hành" in before
    return said or bool(_LAW.search(before))
