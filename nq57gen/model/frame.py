"""What frames the body: letterhead, addressees, căn cứ, signature, recipients, appendix lines."""

from __future__ import annotations

import re

from nq57gen.blanks import OPEN, has_blank
from nq57gen.model.context import Citations, unit_name
from nq57gen.model.document import Letterhead, Paragraph, ParagraphKind, Run, Runs, SignatureBlock, plain
from nq57gen.model.offices import ID
from nq57gen.model.resolver import Resolver
from nq57gen.patterns import lazily
from nq57gen.schema.spec_types import Phrase, Spec
from nq57gen.vietnamese.dates import blank_date, long_date
from nq57gen.vietnamese.numbers import two_digits
from nq57gen.vietnamese.syllables import suggest

_BLANK_NUMBER = " " * 6
_END_MARKS = " ;.,"
_AS_ABOVE = "Như trên"
#: How a basis may begin; any other text gets "Căn cứ" in front (ND 30, PL I, II.6.a).
_BASIS = lazily(r"căn cứ|theo|xét|thực hiện|để", re.IGNORECASE)
_DASH = lazily(r"^[-–]\s*")
_ARCHIVE = lazily(r"Lưu\b", re.IGNORECASE)


def letterhead(spec: Spec) -> Letterhead:
    """The top of page one (ND 30, PL I, II.1-II.4); blanks where a draft has no number or date yet."""
    return Letterhead(
        issuing_body=spec.issuing_body,
        parent_body=spec.parent_body,
        number_line=f"Số: {_number(spec)}",
        date_line=f"{spec.place}, {_date(spec)}",
        draft_mark="DỰ THẢO" if spec.draft else "",
    )


def _number(spec: Spec) -> str:
    number = spec.number if isinstance(spec.number, str) else two_digits(spec.number or 0)
    return f"{number if spec.number else _BLANK_NUMBER}/{spec.symbol}"


def _date(spec: Spec) -> str:
    if isinstance(spec.issue_date, str):
        return f"ngày {spec.issue_date}"
    return long_date(spec.issue_date) if spec.issue_date else blank_date(spec.issue_year)


def attachment_line(spec: Spec, type_name: str) -> str:
    """Give "(Kèm theo Kế hoạch số … ngày … của Ủy ban nhân dân …)" (ND 30, PL I, III.1.c)."""
    issuer = f"Ủy ban nhân dân {unit_name(spec)}"
    return f"(Kèm theo {type_name.capitalize()} số {_number(spec)} {_date(spec)} của {issuer})"


def bases(spec: Spec, resolver: Resolver, citations: Citations) -> list[Paragraph]:
    """The căn cứ, each ending in ";", the last in "." (ND 30, PL I, II.6.a)."""
    paragraphs = []
    for index, phrase in enumerate(spec.bases):
        mark = "." if index == len(spec.bases) - 1 else ";"
        runs = ended(_basis(phrase, resolver, citations), mark)
        paragraphs.append(Paragraph(runs, ParagraphKind.BASIS, resolver.place(phrase.path)))
    return paragraphs


def _basis(phrase: Phrase, resolver: Resolver, citations: Citations) -> Runs:
    if citations.knows(phrase.text):
        resolver.printed.add(phrase.path)
        return (Run(f"Căn cứ {citations.full(phrase.text)}"),)
    if ID.fullmatch(phrase.text):
        guess = suggest(phrase.text, citations.keys)
        hint = f"ý bạn là {guess}?" if guess else None
        resolver.report("N012", phrase.path, name=phrase.text, hint=hint)
    runs = resolver.runs(phrase)
    return runs if _BASIS.match(plain(runs)) else (Run("Căn cứ "), *runs)


def addressees(spec: Spec, resolver: Resolver) -> tuple[str, ...]:
    """The lines after "Kính gửi:" (ND 30, PL I, II.9.d): one as it is, several as a list."""
    texts = [_bare(resolver.plain(phrase)) for phrase in spec.addressees]
    return tuple(texts) if len(texts) < 2 else _listed(texts)


def signature(spec: Spec, resolver: Resolver) -> SignatureBlock:
    """Signature and recipients (ND 30, PL I, II.7, II.9)."""
    texts = [_bare(resolver.plain(phrase)) for phrase in spec.recipients]
    if spec.addressees and (not texts or not texts[0].startswith(_AS_ABOVE)):
        texts.insert(0, _AS_ABOVE)
    if spec.recipients and not texts[-1].startswith(OPEN) and not _ARCHIVE.match(texts[-1]):
        resolver.report("N030", ("noi_nhan",))
    signatory = spec.signatory
    lines = signatory.authority
    stands_in = any(line[:3] in ("KT.", "") or has_blank(line) for line in lines)
    if signatory.position.startswith("PHÓ ") and lines and not stands_in:
        resolver.report("N031", ("nguoi_ky", "chuc_vu"))
    if not spec.draft and not signatory.full_name:
        resolver.report("N032", ("nguoi_ky", "ho_ten"))
    return SignatureBlock(
        authority=spec.signatory.authority,
        position=spec.signatory.position,
        full_name=spec.signatory.full_name,
        recipients=_listed(texts),
    )


def _bare(text: str) -> str:
    """A list line without the dash and end mark that we add ourselves."""
    return _DASH.sub("", text).rstrip(_END_MARKS)


def _listed(texts: list[str]) -> tuple[str, ...]:
    return tuple(f"- {text}{'.' if n == len(texts) else ';'}" for n, text in enumerate(texts, 1))


def ended(runs: Runs, mark: str) -> Runs:
    """``runs`` ending in ``mark`` in place of the end marks that were typed."""
    if not runs:
        return runs
    *before, last = runs
    if last.note is not None:
        return (*runs, Run(mark))
    return (*before, Run(last.text.rstrip(_END_MARKS) + mark, last.bold, last.italic))
