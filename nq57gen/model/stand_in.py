"""A document as if its blanks were filled in: words of the right form, for rules that ask for form.

A place to fill in breaks no rule of layout, but what stands around it may.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, replace

from nq57gen.blanks import MARKED, OPEN, has_blank
from nq57gen.model.document import Document, SignatureBlock
from nq57gen.model.frame import attachment_line, letterhead
from nq57gen.schema.read import default_place
from nq57gen.schema.spec_types import Spec

_WORDS = "nội dung"
_ARCHIVE = "- Lưu: VT, VHXH."
_NAME = "Nguyễn Văn An"


def with_stand_ins(spec: Spec, document: Document) -> Document:
    """``document`` (of ``spec``) with words in place of its blanks; the same document when it has none."""
    filled: Document = _filled(document)
    if filled == document:
        return document
    plain = _plain_frame(spec)
    appendices = [
        replace(after, attachment_line=attachment_line(plain, document.type_name))
        if has_blank(before.attachment_line)
        else after
        for before, after in zip(document.appendices, filled.appendices, strict=True)
    ]
    return replace(
        filled,
        letterhead=letterhead(plain),
        signature=_signature(document.signature, filled.signature),
        appendices=tuple(appendices),
    )


def _filled(value: Any) -> Any:
    """Any part of a document with its blanks filled."""
    if isinstance(value, str):
        return _words(value) if OPEN in value else value
    if not isinstance(value, (tuple, Struct)):
        return value
    before = astuple(value) if isinstance(value, Struct) else value
    parts = [_filled(part) for part in before]
    if all(new is old for new, old in zip(parts, before, strict=True)):
        return value
    return tuple(parts) if type(value) is tuple else type(value)(*parts)


def _words(text: str) -> str:
    words = _WORDS.upper() if text.isupper() else _WORDS
    text = MARKED.sub(words, text)
    return text[:1].upper() + text[1:] if text.startswith(words) else text


def _plain_frame(spec: Spec) -> Spec:
    """``spec`` with a letterhead that has no blanks: number and date as in a draft."""
    usual = f"{spec.pack.document_types[spec.document_type].symbol}-UBND"
    unit = replace(
        spec.unit, name=_words(spec.unit.name).title() if has_blank(spec.unit.name) else spec.unit.name
    )
    return replace(
        spec,
        unit=unit,
        number=None if isinstance(spec.number, str) else spec.number,
        issue_date=None if isinstance(spec.issue_date, str) else spec.issue_date,
        symbol=usual if has_blank(spec.symbol) else spec.symbol,
        place=default_place(unit) if has_blank(spec.place) else spec.place,
        parent_body=_upper(spec.parent_body),
        issuing_body=tuple(map(_upper, spec.issuing_body)),
    )


def _upper(line: str) -> str:
    return _words(line).upper() if has_blank(line) else line


def _signature(typed: SignatureBlock, filled: SignatureBlock) -> SignatureBlock:
    deputy = typed.position.startswith("PHÓ ")
    authority = [line for line in typed.authority if not has_blank(line)]
    if len(authority) < len(typed.authority):
        authority = ["TM. ỦY BAN NHÂN DÂN", *(["KT. CHỦ TỊCH"] if deputy else [])]
    position = typed.position
    if has_blank(position):
        position = "PHÓ CHỦ TỊCH" if any(line.startswith("KT.") for line in authority) else "CHỦ TỊCH"
    recipients = filled.recipients
    if typed.recipients and has_blank(typed.recipients[-1]):
        recipients = (*recipients[:-1], _ARCHIVE)
    return SignatureBlock(
        authority=tuple(authority),
        position=position,
        full_name=_NAME if has_blank(typed.full_name) else typed.full_name,
        recipients=recipients,
    )
