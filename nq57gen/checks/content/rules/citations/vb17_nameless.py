"""Documents named by kind and issuer alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.issuers import Issuer, issuer_at, written_by
from nq57gen.checks.content.mentions import KINDS, mentions
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import once, written
from nq57gen.patterns import lazily

_PLURAL = lazily(r"(?:các|những|một số|nhiều|mọi|từng|mỗi|và|,|/)\s*$", re.IGNORECASE)
_BARE = lazily(
    rf"(?<!\w)(?P<kind>{'|'.join(kind.capitalize() for kind in KINDS)})(?P<lead> hành động)? của "
    rf"(?P<comrade>(?:đồng chí|đ/c) )?"
)
#: Kinds that are spoken of without meaning one document.
_GENERAL = frozenset(
    {
        "quy định",
        "quy chế",
        "hướng dẫn",
        "báo cáo",
        "đề án",
        "công văn",
        "tờ trình",
        "thông tư",
        "chương trình",
    }
)


@rule(
    "VB-17",
    "Văn bản được viện dẫn phải có số, ký hiệu, ngày ban hành",
    "thêm “số … ngày …” của văn bản, hoặc viện dẫn theo số nếu đã nêu ở chỗ khác",
    bad=[
        "Tham mưu Kế hoạch triển khai thực hiện Thông báo kết luận của đồng chí Tổng Bí thư Tô Lâm tại Hội "
        "nghị sơ kết."
    ],
    good=[
        "Theo Kế hoạch hành động của Thành ủy; Kế hoạch hành động số 12-KH/TU ngày 26/8/2025 của Ban Thường "
        "vụ Thành ủy.",
        "Các văn bản số 12-CV/TU ngày 26/8/2025 của Tỉnh ủy.",
        "Thực hiện các Nghị quyết của Bộ Chính trị; Kế hoạch của UBND phường; chương trình của Chính phủ.",
    ],
)
def nameless(paper: Paper) -> Iterable[Found]:
    """Documents named by kind and issuer alone, when none of that kind and issuer is cited by number."""
    cited = {
        (mention.kind.split()[-1], name)
        for mention in mentions(paper)
        if mention.kind
        for name in (*written_by(mention.end_part), *([mention.issuer.name] if mention.issuer else []))
    }
    yield from once(_nameless(paper, cited))


def _nameless(paper: Paper, cited: set[tuple[str, str]]) -> Iterator[tuple[object, Passage, int, int, str]]:
    for passage in written(paper):
        for match in _BARE.finditer(passage.text):
            kind = match["kind"].lower()
            if (
                kind in _GENERAL
                or _PLURAL.search(passage.text, 0, match.start())
                or passage.kind is Kind.TITLE
            ):
                continue
            issuer = issuer_at(passage.text, match.end())
            if match["comrade"] is None and (issuer is None or _own(paper, issuer)):
                continue
            if issuer and (kind.split()[-1], issuer.name) in cited:
                continue
            end = match.end() + (issuer.length if issuer else 30)
            words = passage.text[match.start() : end]
            yield words, passage, match.start(), end, f"“{words.strip()}…” không có số, ngày"


def _own(paper: Paper, issuer: Issuer) -> bool:
    """Whether an issuer is of the document's own unit, or may be."""
    own = issuer.level in ("", paper.unit_kind, "xã", "phường")
    return own and issuer.name in (
        "Ủy ban nhân dân",
        "Hội đồng nhân dân",
        "Đảng ủy",
        "Ban Chỉ đạo",
        "Công an",
    )
