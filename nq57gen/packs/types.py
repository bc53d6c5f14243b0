"""What a template pack gives a document: outline, offices, words, citations, table layouts, the Word file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from nq57gen.diagnostics import KeyPath

_Form = TypeVar("_Form")

#: The three kinds of commune-level unit, as officials write them, and their keys in a pack.
UNIT_KINDS = {"xã": "xa", "phường": "phuong", "đặc khu": "dac_khu"}


class OutlineEntry(Struct, frozen=True):
    """One heading of the outline: a section with a key, or (``key`` empty) a group of sections.

    ``path``: where it stands in the spec's own outline, () in a pack's.
    """

    key: str
    title: str
    required: bool = False
    label: str | None = None
    child_style: str = ""
    children: tuple[OutlineEntry, ...] = ()
    path: KeyPath = ()


class DocumentType(Struct, frozen=True):
    """One document type of a pack.

    ``template``: its Word file, ``file_name``: what the pack calls it, see ``packs.find.file_names``;
    ``numbering``: style of each level, see ``vietnamese.labels``.
    """

    key: str
    type_name: str
    symbol: str
    template: Path
    file_name: str
    numbering: tuple[str, ...]
    outline: tuple[OutlineEntry, ...]


class CitationSource(Struct, frozen=True):
    """A legal document as declared; ``date`` is text d/m/yyyy or ""; any field but ``kind`` may be ""."""

    kind: str
    number: str = ""
    date: str = ""
    issuer: str = ""
    subject: str = ""


class Office(Struct, frozen=True):
    """An office of the unit: full name and the short one used in tables."""

    name: str
    short: str


class LayoutColumn(Struct, frozen=True):
    """A column of a named table: row field, title, relative width, alignment, common head above it."""

    field: str
    title: str = ""
    width: float | None = None
    align: str = ""
    group: str = ""
    with_number: bool = False
    full_names: bool = False


class TargetSentences(Struct, frozen=True):
    """What the text says of a target when it lists targets, with ``<<chi_tieu_nay…>>`` for its parts."""

    with_result: str
    without_result: str


class Pack(Struct, frozen=True):
    """A pack with everything inherited from its parents already merged in.

    ``words`` and ``offices`` map an id to its value by unit kind (key ``""``: any kind).
    ``files`` are the pack.yaml files it was read from, nearest first.
    """

    name: str
    title: str
    edition: str
    province: str
    province_kind: str
    document_types: Mapping[str, DocumentType]
    words: Mapping[str, Mapping[str, str]]
    offices: Mapping[str, Mapping[str, Office]]
    citations: Mapping[str, CitationSource]
    layouts: Mapping[str, tuple[LayoutColumn, ...]]
    target_sentences: TargetSentences
    ignored_rules: frozenset[str]
    files: tuple[Path, ...]

    def word(self, name: str, unit_kind: str) -> str | None:
        """The word ``name`` for a unit of that kind, or None when the pack has none."""
        return _form(self.words.get(name, {}), unit_kind)

    def office(self, name: str, unit_kind: str) -> Office | None:
        """The office ``name`` of a unit of that kind, or None."""
        return _form(self.offices.get(name, {}), unit_kind)


def _form(forms: Mapping[str, _Form], unit_kind: str) -> _Form | None:
    """The form for a unit kind; any form for a kind that is none, which is reported elsewhere."""
    if unit_kind not in UNIT_KINDS:
        return next(iter(forms.values()), None)
    return forms.get(UNIT_KINDS[unit_kind], forms.get(""))
