"""Citations against the list of central documents: their dates, numbers and titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.citations.catalogue import library, misquoted, words_of
from nq57gen.checks.content.rules.citations.documents import misdated
from nq57gen.checks.content.rules.citations.told import told
from nq57gen.checks.content.wording import once, written
from nq57gen.vietnamese.dates import short_date


@rule(
    "VB-07",
    "Văn bản của Trung ương ghi đúng ngày ban hành, số, trích yếu như bản gốc",
    "sửa theo bản gốc",
    bad=[
        "Nghị quyết số 57-NQ/TW ngày 22/12/2025 của Bộ Chính trị.",
        "Nghị quyết số 71/NQ-CP ngày 04/01/2025 của Chính phủ.",
        "Nghị quyết số 71/NQ-CP ngày 22/12/2024 của Chính phủ.",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Ban Bí thư.",
        "Nghị quyết số 57-NQ/TW của Ban Bí thư.",
        "Nghị quyết số 59-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, "
        "đổi mới sáng tạo và chuyển đổi số quốc gia.",
        "Triển khai Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ "
        "chuyển đổi số quốc gia giai đoạn 2022-2026 tầm nhìn đến năm 2030.",
    ],
    good=[
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá phát triển khoa học công nghệ, đổi mới sáng tạo "
        "và chuyển đổi số quốc gia; Nghị quyết số 71/NQ-CP ngày 05/3/2023 của Chính phủ; Nghị quyết số "
        "71/NQ-CP ngày 01/4/2025; Nghị quyết số 57-NQ/TW của Bộ Chính trị; Nghị quyết số 57-NQ/TW của "
        "Ban Chấp hành Trung ương.",
        "Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số "
        "quốc gia.",
        "Kế hoạch số 20-KH/TU ngày 16/5/2025 của Tỉnh ủy về đột phá phát triển khoa học, công nghệ, đổi mới "
        "sáng tạo và chuyển đổi số quốc gia.",
    ],
)
def central(paper: Paper) -> Iterable[Found]:
    """Mentions against the list of central documents."""
    yield from once(_central_dates(paper))
    yield from once(_central_titles(paper))


def _central_dates(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    titles = {known.words: known for known in library().values() if len(known.words) > 5}
    for mention in mentions(paper):
        if misdated(mention):
            right = library()[mention.symbol].date
            said = f"{mention.shown} ghi ngày {mention.day}, đúng là ngày {short_date(right)}"
            yield told((mention.symbol, mention.date), mention, said)
        listed = library().get(mention.symbol)
        meant = listed and (mention.date == listed.date or _of_the_party(mention, listed.kind))
        if listed and meant and mention.fits and _by_another(mention, listed.issuer):
            name = mention.issuer.name if mention.issuer else ""
            said = f"{mention.shown} là của {listed.issuer}, trong khi ghi “của {name}”"
            yield told((mention.symbol, name), mention, said)
        known = titles.get(words_of(mention.title))
        if (
            known
            and known.kind == mention.kind
            and mention.date == known.date
            and not known.symbol.startswith((f"{mention.number}-", f"{mention.number}/"))
        ):
            said = f"văn bản có trích yếu này là số {known.symbol}, trong khi ghi số {mention.symbol}"
            yield told(mention.symbol, mention, said)


def _of_the_party(mention: Mention, kind: str) -> bool:
    """Whether a mention without a day says Bộ Chính trị or Ban Bí thư; “Trung ương” is said of either."""
    undated = mention.date is None and not mention.day and mention.kind == kind
    return undated and mention.issuer is not None and mention.issuer.name in ("Bộ Chính trị", "Ban Bí thư")


def _by_another(mention: Mention, issuer: str) -> bool:
    """Whether a mention names an organ that may write such a number and is not the one that did."""
    return mention.issuer is not None and not issuer.startswith(mention.issuer.name)


def _central_titles(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    for passage in written(paper):
        for one in misquoted(passage.text):
            instead = f"“{one.wrong}” thay cho “{one.right}”"
            said = f"trích yếu của văn bản số {one.known.symbol} là “{one.known.title}”: ở đây {instead}"
            yield (one.known.symbol, one.wrong), passage, one.start, one.end, said
