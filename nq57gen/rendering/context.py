"""What a template can print: the names of its tags, and their values from a document.

The field names below are the words an official reads in the Word template, so they are Vietnamese;
the types say how a name is printed: ``str`` with ``{{ name }}``, runs with ``{{r name }}``, blocks with
``{{p name }}`` on a paragraph of its own, a tuple with ``{%p for %}``, a ``bool`` with ``{%p if %}``.
:mod:`nq57gen.rendering.template_check` reads the same definitions.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from nq57gen.blanks import bracketed
from nq57gen.model.document import (
    Appendix,
    Block,
    Document,
    Heading,
    HeadingKind,
    Letterhead,
    ParagraphKind,
    Run,
    Runs,
    Table,
    plain,
)
from nq57gen.rendering.markup import BlockXml, RunsXml, rule_xml, runs_xml, table_place
from nq57gen.rendering.names import DXA_PER_MM
from nq57gen.vietnamese.metrics import longest_line_mm, text_width_mm

if TYPE_CHECKING:
    from nq57gen.rendering.facts import Section, Style, TemplateFacts

MOTTO = "Độc lập - Tự do - Hạnh phúc"
#: Length of the rule under issuing body and subject: 1/3 to 1/2 of the line (ND 30, PL I, II.2.b, II.5.b).
RULE_SHARE = 0.4
#: The decree only shows a short rule under the attachment line (PL III, mẫu 2.1).
APPENDIX_RULE_SHARE = 0.2
#: A line that must not break may fill this part of its column; programs round letter widths differently.
FITS = 0.98
#: How many paragraphs and headings are remembered.
_REMEMBERED = 512

#: What ``khoi.kieu`` can be.
BLOCK_KINDS = (*(kind.value for kind in ParagraphKind), *(kind.value for kind in HeadingKind), "bang")


class IssuingBody(Struct, frozen=True):
    """Ô số 2; the two kinds of names take the same size."""

    chu_quan: str
    ban_hanh: tuple[str, ...]
    co_chu_nho: bool


class Rules(Struct, frozen=True):
    """The rules under issuing body, motto and subject, as long as the decree wants them."""

    co_quan: BlockXml
    tieu_ngu: BlockXml
    trich_yeu: BlockXml


class BlockContext(Struct, frozen=True):
    """A paragraph, heading or table; ``kieu`` is the value of its kind, "bang" for a table."""

    kieu: str
    chu: RunsXml
    bang: BlockXml


class Signatory(Struct, frozen=True):
    """Ô số 7a, 7b."""

    quyen_han: tuple[str, ...]
    chuc_vu: str
    ho_ten: str


class AppendixContext(Struct, frozen=True):
    """One Phụ lục; ``ngang``: laid across."""

    nhan: str
    tieu_de: RunsXml
    dong_kem_theo: str
    duong_ke: BlockXml
    ngang: bool
    noi_dung: tuple[BlockContext, ...]
    dau_het: str


class Context(Struct, frozen=True):
    """Everything a template can print.

    ``quoc_hieu_co_nho``: the set of sizes 12/13/13 instead of 13/14/14, because the line of place and
    date would not fit on one line.
    """

    quoc_hieu_co_nho: bool
    co_quan: IssuingBody
    so_ky_hieu: str
    dia_danh_thoi_gian: str
    du_thao: str
    ten_loai: str
    trich_yeu: RunsXml
    kinh_gui: tuple[str, ...]
    noi_dung: tuple[BlockContext, ...]
    nguoi_ky: Signatory
    noi_nhan: tuple[str, ...]
    cac_phu_luc: tuple[AppendixContext, ...]
    duong_ke: Rules


#: The names a template need not print (all others are required), by their class.
OPTIONAL = frozenset({(BlockContext, "kieu")})


def build_context(document: Document, facts: TemplateFacts) -> tuple[Context, tuple[Table, ...]]:
    """Return the context of ``document``, and its tables by the index their places carry."""
    tables = tuple(block for block in _all_blocks(document) if isinstance(block, Table))
    places = iter(range(len(tables)))

    def blocks(items: tuple[Block, ...]) -> tuple[BlockContext, ...]:
        return tuple(_block(item, facts, places) for item in items)

    head, end = document.letterhead, document.signature
    small_head, small_body = _small_national_name(head, facts), _small_issuing_body(head, facts)
    context = Context(
        quoc_hieu_co_nho=small_head,
        co_quan=IssuingBody(head.parent_body, head.issuing_body, small_body),
        so_ky_hieu=head.number_line,
        dia_danh_thoi_gian=head.date_line,
        du_thao=head.draft_mark,
        ten_loai=document.type_name,
        trich_yeu=runs_xml(document.subject, facts),
        kinh_gui=document.addressees,
        noi_dung=blocks(document.body),
        nguoi_ky=Signatory(end.authority, end.position, end.full_name),
        noi_nhan=end.recipients,
        cac_phu_luc=tuple(
            AppendixContext(
                nhan=appendix.label,
                tieu_de=runs_xml(appendix.title, facts),
                dong_kem_theo=appendix.attachment_line,
                duong_ke=_appendix_rule(appendix, facts),
                ngang=appendix.landscape,
                noi_dung=blocks(appendix.blocks),
                dau_het=appendix.end_mark,
            )
            for appendix in document.appendices
        ),
        duong_ke=_rules(document, facts, small_head=small_head, small_body=small_body),
    )
    return context, tables


def _all_blocks(document: Document) -> Iterable[Block]:
    yield from document.body
    for appendix in document.appendices:
        yield from appendix.blocks


def _block(block: Block, facts: TemplateFacts, places: Iterable[int]) -> BlockContext:
    if isinstance(block, Table):
        return BlockContext(kieu="bang", chu=RunsXml(), bang=table_place(next(iter(places))))
    label = block.label if isinstance(block, Heading) else ""
    return _text_block(block.kind, label, block.runs, facts)


@functools.lru_cache(_REMEMBERED)
def _text_block(
    kind: ParagraphKind | HeadingKind, label: str, runs: Runs, facts: TemplateFacts
) -> BlockContext:
    """Return a paragraph or heading; documents of one kind share most of them."""
    whole = (Run(f"{label} "), *runs) if label else runs
    return BlockContext(kieu=kind.value, chu=runs_xml(whole, facts), bang=BlockXml())


def _width(text: str, style: Style) -> float:
    """Return the width of ``text`` on one line in dxa."""
    return text_width_mm(bracketed(text), style.size_pt, style.bold, style.italic) * DXA_PER_MM


def _longest_line(text: str, style: Style, room: int) -> float:
    """Return the width in dxa of the longest line of ``text`` in a space of ``room`` dxa."""
    inside = (room - style.left - style.right) / DXA_PER_MM
    return longest_line_mm(bracketed(text), style.size_pt, inside, style.bold, style.italic) * DXA_PER_MM


def _columns(facts: TemplateFacts) -> tuple[int, int]:
    """Return the usable widths of the left and right column of the letterhead."""
    return facts.cell_widths["so_ky_hieu"], facts.cell_widths["dia_danh_thoi_gian"]


def _small_national_name(head: Letterhead, facts: TemplateFacts) -> bool:
    return _width(head.date_line, facts.style("Địa danh thời gian")) > _columns(facts)[1] * FITS


def _small_issuing_body(head: Letterhead, facts: TemplateFacts) -> bool:
    room, own, parent = (
        _columns(facts)[0] * FITS,
        facts.style("Cơ quan ban hành"),
        facts.style("Cơ quan chủ quản"),
    )
    return _width(head.parent_body, parent) > room or any(
        _width(line, own) > room for line in head.issuing_body
    )


def _rules(document: Document, facts: TemplateFacts, *, small_head: bool, small_body: bool) -> Rules:
    left, right = _columns(facts)
    page = _section(facts, landscape=False).text_width
    body = facts.style("Cơ quan ban hành nhỏ" if small_body else "Cơ quan ban hành")
    motto = facts.style("Tiêu ngữ nhỏ" if small_head else "Tiêu ngữ")
    longest = max((_longest_line(line, body, left) for line in document.letterhead.issuing_body), default=0)
    subject = _longest_line(plain(document.subject), facts.style("Trích yếu"), page)
    return Rules(
        co_quan=rule_xml(facts, round(longest * RULE_SHARE), left),
        tieu_ngu=rule_xml(facts, round(_width(MOTTO, motto)), right),
        trich_yeu=rule_xml(facts, round(subject * RULE_SHARE), page),
    )


def _appendix_rule(appendix: Appendix, facts: TemplateFacts) -> BlockXml:
    page = _section(facts, landscape=appendix.landscape).text_width
    longest = _longest_line(appendix.attachment_line, facts.style("Dòng kèm theo"), page)
    return rule_xml(facts, round(longest * APPENDIX_RULE_SHARE), page)


def _section(facts: TemplateFacts, *, landscape: bool) -> Section:
    section = facts.landscape if landscape else facts.portrait
    assert section is not None  # noqa: S101  # a checked template has both
    return section
