"""The components of an official document, recognised by position and text, never by style names.

Ô số 1-9 of the decree's page plan (ND 30, PL I, IV): letterhead, type and subject, body, signature,
recipients, appendices. A component that is not found is None or empty; rules say what that means.
"""

from __future__ import annotations

import itertools

from msgspec import Struct, field

from nq57gen.checks.layout.letterhead import Letterhead, is_of_party, read_letterhead
from nq57gen.checks.layout.opening import TYPE_NAMES as TYPE_NAMES
from nq57gen.checks.layout.opening import read_opening, type_of
from nq57gen.checks.layout.pieces import (
    Piece,
    filled,
    once_each,
    whole,
)
from nq57gen.checks.layout.pieces import folded as folded
from nq57gen.checks.layout.signing import read_signature
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily
from nq57gen.reading.memo import Memo
from nq57gen.reading.notices import is_mostly_old
from nq57gen.reading.types import ParagraphView, TableView, WordFile

LETTER = "cong_van"
UNKNOWN = "khac"

_APPENDIX = lazily(r"phu luc\b(?!.*[;,].*)(?:\s+(?:so\s+)?(?:[ivxlc]+|\d+|[a-z]))?(?:\s*[.:-].*)?$")
_ATTACHED = lazily(r"\(.*kem theo|(?:ban hanh )?kem theo\b")
_END = lazily(r"\./\.\s*$")


#: How a person calls the components that can be in doubt.
NAMES = {
    "national_name": "Quốc hiệu",
    "motto": "Tiêu ngữ",
    "parent_body": "tên cơ quan chủ quản",
    "issuing_body": "tên cơ quan ban hành",
    "number": "số, ký hiệu",
    "letter_subject": "trích yếu công văn",
    "date": "địa danh và thời gian ban hành",
    "subject": "trích yếu",
    "addressees_label": "Kính gửi",
    "addressees": "nơi nhận của Kính gửi",
    "authority": "quyền hạn, chức vụ người ký",
    "full_name": "họ tên người ký",
}


class AppendixParts(Struct, frozen=True):
    """One appendix: its label line, title lines, "(Kèm theo …)" line, and what follows."""

    label: Piece
    title: tuple[Piece, ...]
    attachment: Piece | None
    blocks: tuple[ParagraphView | TableView, ...]
    section: int

    @property
    def tables(self) -> tuple[TableView, ...]:
        """The tables of the appendix."""
        return tuple(block for block in self.blocks if isinstance(block, TableView))


class Parts(Struct, frozen=True):
    """The recognised components of ``file``; ``body`` is between subject and signature, bases apart."""

    file: WordFile
    document_type: str
    national_name: Piece | None
    motto: Piece | None
    parent_body: tuple[Piece, ...]
    issuing_body: tuple[Piece, ...]
    number: Piece | None
    letter_subject: tuple[Piece, ...]
    date: Piece | None
    letterhead: TableView | None
    type_name: Piece | None
    subject: tuple[Piece, ...]
    attached_to: Piece | None
    decided_by: tuple[Piece, ...]
    addressees_label: Piece | None
    addressees: tuple[Piece, ...]
    bases: tuple[Piece, ...]
    body: tuple[ParagraphView | TableView, ...]
    recipients_label: Piece | None
    recipients: tuple[Piece, ...]
    signature_table: TableView | None
    authority: tuple[Piece, ...]
    full_name: Piece | None
    appendices: tuple[AppendixParts, ...]
    #: Names of the fields above whose recognition is in doubt; a fix leaves these components alone.
    unsure: frozenset[str] = frozenset()
    #: Whether it is a document of the Party, whose form the decree does not govern (ND 30, article 1).
    of_party: bool = False
    #: What rules share, see :func:`once_a_document`.
    memo: Memo = field(default_factory=Memo)

    @property
    def body_paragraphs(self) -> tuple[Piece, ...]:
        """The paragraphs of the body that print text, tables left out."""
        return _body_paragraphs(self)

    @property
    def tables(self) -> tuple[TableView, ...]:
        """The tables that hold content: those of the body and of the appendices."""
        own = tuple(block for block in self.body if isinstance(block, TableView))
        return own + tuple(table for appendix in self.appendices for table in appendix.tables)


@once_a_document
def _body_paragraphs(parts: Parts) -> tuple[Piece, ...]:
    found = [block for block in parts.body if isinstance(block, ParagraphView)]
    return tuple(whole(paragraph) for paragraph in filled(found))


def recognise(file: WordFile) -> Parts:
    """Find the components of ``file``."""
    blocks = list(file.blocks)
    head_end, head = read_letterhead(blocks)
    appendix_starts = [i for i, block in enumerate(blocks) if i >= head_end and _is_appendix_label(block)]
    main_end = appendix_starts[0] if appendix_starts else len(blocks)
    sign_start, sign = read_signature(blocks, head_end, main_end)
    middle = blocks[head_end:sign_start]
    opening = read_opening(middle, head.below)
    document_type = _document_type(opening.type_name, head)
    return Parts(
        file=file,
        document_type=document_type,
        national_name=head.national_name,
        motto=head.motto,
        parent_body=head.parent,
        issuing_body=head.issuing,
        number=head.number,
        letter_subject=head.about,
        date=head.date,
        letterhead=head.table,
        type_name=opening.type_name,
        subject=opening.subject,
        attached_to=opening.attached_to,
        decided_by=opening.decided_by,
        addressees_label=opening.addressees_label,
        addressees=opening.addressees,
        bases=opening.bases,
        body=opening.body,
        recipients_label=sign.label,
        recipients=sign.recipients,
        signature_table=sign.table,
        authority=sign.authority,
        full_name=sign.name,
        appendices=tuple(
            _appendix(blocks[start:end]) for start, end in itertools.pairwise([*appendix_starts, len(blocks)])
        ),
        unsure=frozenset(NAMES if is_mostly_old(file) else head.unsure | opening.unsure | sign.unsure),
        of_party=is_of_party(blocks),
    )


# --- type


def _document_type(type_name: Piece | None, head: Letterhead) -> str:
    if type_name is not None:
        return type_of(type_name.text)
    return LETTER if head.about else UNKNOWN


# --- appendices


def _is_appendix_label(block: ParagraphView | TableView) -> bool:
    return isinstance(block, ParagraphView) and _is_label(block)


@once_each
def _is_label(block: ParagraphView) -> bool:
    looks = block.align == "center" or (bool(block.runs) and all(run.bold for run in whole(block).letters))
    text = folded(" ".join(block.shown_text.split())) if looks else ""
    return bool(_APPENDIX.match(text)) and len(text) < 150


def _appendix(blocks: list[ParagraphView | TableView]) -> AppendixParts:
    label = blocks[0]
    assert isinstance(label, ParagraphView)  # noqa: S101  # it was recognised as one
    title: list[Piece] = []
    attachment: Piece | None = None
    end = 1
    while end < len(blocks) and attachment is None:
        block = blocks[end]
        if not isinstance(block, ParagraphView):
            break
        text = block.shown_text.strip()
        if _ATTACHED.match(folded(text)):
            attachment = whole(block)
        elif text and (block.align != "center" or len(title) >= 4):
            break
        elif text:
            title.append(whole(block))
        end += 1
    return AppendixParts(whole(label), tuple(title), attachment, tuple(blocks[end:]), label.section)


def has_end_mark(piece: Piece) -> bool:
    """Whether ``piece`` ends in "./."."""
    return bool(_END.search(piece.text))
